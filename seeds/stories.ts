import { z } from 'zod';
import { broken, type SeedFile } from './broken.ts';
import { readJsonLines } from './json.ts';
import { Keyed } from './keyed.ts';
import { filled } from './shapes.ts';

const story = z.strictObject({
  day: z.array(filled).min(3).max(4),
  entry: filled,
  suits: filled,
  hard: filled,
});
const shape = z.strictObject({ id: z.int().positive(), ja: story, 'ja-easy': story, en: story });
/** How it is to do one occupation, in each locale. */
export type Story = z.infer<typeof shape>;

/** Our stories by occupation; every language tells the same moments of the day. */
export function readStories(file: SeedFile): Keyed<Story> {
  const lines = readJsonLines(file, shape);
  for (const { line, value } of lines) {
    const moments = new Set([value.ja, value['ja-easy'], value.en].map(({ day }) => day.length));
    if (moments.size > 1)
      broken(file, line, `the day of occupation ${value.id} differs in length between languages`);
  }
  return new Keyed(file, lines);
}
