/** Cards are shown as Markdown by standard clients, so nothing we say may mean something in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '../../domain/locales.ts';

const ROOT = path.join(__dirname, '../..');
/** Patterns to understand people by; nobody is shown them. */
const UNSAID = new Set(['heard.json', 'hearing.json']);
/** Emphasis, code, links, tables, and what makes a list, a heading or a quotation at the start of a line. */
const MARKUP = /[*`[\]<>~|\\]|(?:^|\s)_|_(?:\s|$)|^\s*(?:#|\d+[.)]\s|[-+]\s|=)/mu;

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value.replace(/\{\{.*?\}\}|\$t\([^)]*\)/gu, '');
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* strings(each);
}

const suspicious = (text: string): string[] =>
  [...strings(JSON.parse(text))].filter((said) => MARKUP.test(said));

test.each(LOCALES)('no words of %s are markup', (locale) => {
  const folder = path.join(ROOT, 'locales', locale);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !UNSAID.has(file));
  expect(files.length).toBeGreaterThan(15);
  expect(files.flatMap((file) => suspicious(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
});

test('nor are the texts about occupations', () => {
  const folder = path.join(ROOT, 'seeds/occupations');
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.jsonl'));
  const lines = files.flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'));
  expect(lines.length).toBeGreaterThan(500);
  expect(lines.flatMap(suspicious)).toEqual([]);
});
