import { z } from 'zod';
import { broken, type SeedFile } from './broken.ts';
import { readJsonLines } from './json.ts';
import { Keyed } from './keyed.ts';
import { filled, inEachLocale } from './shapes.ts';

const shape = z.strictObject({
  id: z.int().positive(),
  reading: z.string().regex(/^[ぁ-ゖー]+( [ぁ-ゖー]+)*$/u, 'is not written in hiragana'),
  everyday_ja: z.array(filled),
  name_en: filled,
  aliases_en: z.array(filled),
  summary: inEachLocale,
});
/** Our words about one occupation: reading, everyday names, English names, one sentence in each locale. */
export type Text = z.infer<typeof shape>;

/**
 * Our words by occupation. English names of the occupations there are are unique, so that a list in English never
 * shows two alike.
 */
export function readTexts(file: SeedFile, occupations: ReadonlySet<number>): Keyed<Text> {
  const lines = readJsonLines(file, shape);
  const named = new Map<string, number>();
  for (const { line, value } of lines) {
    if (!occupations.has(value.id)) continue;
    const key = value.name_en.toLowerCase();
    const other = named.get(key);
    if (other !== undefined) broken(file, line, `name_en "${value.name_en}" is taken by occupation ${other}`);
    named.set(key, value.id);
  }
  return new Keyed(file, lines);
}
