import { z } from 'zod';
import type { GlossaryEntry } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { readJsonLines } from './json.ts';
import { spellOut } from './reading.ts';
import { filled, inEachLocale } from './shapes.ts';

const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/u, 'is not lower case with underscores'),
  term: filled,
  reading: z.string().regex(/^[ぁ-ゖー]+$/u, 'is not written in hiragana'),
  also: z.array(filled),
  name_en: filled,
  also_en: z.array(filled),
  text: inEachLocale,
  see: z.array(filled).max(4),
});

const HAN = /\p{Script=Han}/u;

/** The words explained, in the order of the seed; no word is explained twice, and every reference leads somewhere. */
export function readGlossary(file: SeedFile): Map<string, GlossaryEntry> {
  const lines = readJsonLines(file, shape);
  const entries = new Map<string, GlossaryEntry>();
  const taken = new Map<string, string>();
  for (const { line, value } of lines) {
    const { id, term, reading } = value;
    if (entries.has(id)) broken(file, line, `${id} is there twice`);
    for (const word of [term, ...value.also, value.name_en, ...value.also_en]) {
      const other = taken.get(word.toLowerCase());
      if (other !== undefined && other !== id) broken(file, line, `"${word}" already means ${other}`);
      taken.set(word.toLowerCase(), id);
    }
    const spelled = HAN.test(term) ? `${term}（${spellOut(term, reading) ?? reading}）` : term;
    entries.set(id, {
      id,
      term,
      reading,
      names: { ja: term, 'ja-easy': spelled, en: value.name_en },
      also: value.also,
      alsoEn: value.also_en,
      texts: value.text,
      see: value.see,
    });
  }
  for (const { line, value } of lines) {
    const missing = value.see.find((id) => !entries.has(id));
    if (missing !== undefined) broken(file, line, `see: there is no entry ${missing}`);
  }
  return entries;
}
