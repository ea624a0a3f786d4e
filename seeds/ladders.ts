import { z } from 'zod';
import type { CareerLadder } from '../domain/catalogue.ts';
import { LOCALES, type Locale } from '../domain/locales.ts';
import { broken, type SeedFile } from './broken.ts';
import { readJsonLines } from './json.ts';
import { filled, inEachLocale } from './shapes.ts';

const id = z.int().positive();
const words = z.strictObject({ title: filled, needs: filled });
const shape = z.strictObject({
  id,
  steps: z
    .array(z.strictObject({ occupation: id.nullable(), ja: words, 'ja-easy': words, en: words }))
    .min(3)
    .max(5),
  elsewhere: z
    .array(inEachLocale.extend({ occupation: id }))
    .min(1)
    .max(3),
});

/** Every ladder as it is written, also those about occupations that are gone. */
export function ladderLines(file: SeedFile): { line: number; value: CareerLadder }[] {
  return readJsonLines(file, shape).map(({ line, value }) => ({
    line,
    value: {
      id: value.id,
      steps: value.steps.map((step) => ({
        occupation: step.occupation,
        titles: inLocales((locale) => step[locale].title),
        needs: inLocales((locale) => step[locale].needs),
      })),
      elsewhere: value.elsewhere.map(({ occupation, ...texts }) => ({ occupation, texts })),
    },
  }));
}

/**
 * Career ladders by the occupation they belong to. A new edition of job tag may take occupations away: their ladders
 * are left alone, other ladders go on without them; `npm run check` names both.
 */
export function readLadders(file: SeedFile, known: ReadonlyMap<number, unknown>): Map<number, CareerLadder> {
  const ladders = new Map<number, CareerLadder>();
  for (const { line, value } of ladderLines(file)) {
    const { id, steps, elsewhere } = value;
    if (ladders.has(id)) broken(file, line, `the ladder of occupation ${id} is there twice`);
    if (!known.has(id)) continue;
    ladders.set(id, {
      id,
      steps: steps.map((step) => ({
        ...step,
        occupation: step.occupation !== null && known.has(step.occupation) ? step.occupation : null,
      })),
      elsewhere: elsewhere.filter(({ occupation }) => known.has(occupation)),
    });
  }
  return ladders;
}

const inLocales = (word: (locale: Locale) => string): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, word(locale)])) as Record<Locale, string>;
