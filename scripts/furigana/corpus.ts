import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue } from '../../seeds/load.ts';

/** Every text that may be shown to somebody who reads やさしい日本語: our own words, names, sources and licences. */
export async function easyTexts(root: string): Promise<string[]> {
  const texts = new Set<string>();
  const folder = path.join(root, 'locales/ja-easy');
  for (const file of readdirSync(folder)) {
    collect(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), texts);
  }
  // What situations are recognised by is never shown.
  const catalogue = await loadCatalogue(path.join(root, 'seeds'));
  easyParts({ ...catalogue, situations: [] }, texts);
  // Shown in the words of those who publish them.
  collect(catalogue.sources, texts);
  for (const { licences } of catalogue.occupations.values()) collect(licences, texts);
  return [...texts].filter((text) => /\p{Script=Han}/u.test(text));
}

/** What stands under `ja-easy`, wherever it is. */
function easyParts(value: unknown, texts: Set<string>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, inner] of entriesOf(value)) {
    if (key === 'ja-easy') collect(inner, texts);
    else easyParts(inner, texts);
  }
}

function collect(value: unknown, texts: Set<string>): void {
  // What is filled in is not known here; before a counter it is a figure.
  if (typeof value === 'string') texts.add(value.replace(/\{\{[^}]*\}\}|\$t\([^)]*\)/gu, '5'));
  else if (typeof value === 'object' && value !== null) {
    for (const [, inner] of entriesOf(value)) collect(inner, texts);
  }
}

const entriesOf = (value: object): Iterable<readonly [unknown, unknown]> =>
  value instanceof Map ? value.entries() : Object.entries(value);
