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

/** Career ladders by the occupation they start from. */
export function readLadders(file: SeedFile): Map<number, CareerLadder> {
  const ladders = new Map<number, CareerLadder>();
  for (const { line, value } of readJsonLines(file, shape)) {
    if (ladders.has(value.id)) broken(file, line, `the ladder of occupation ${value.id} is there twice`);
    ladders.set(value.id, {
      id: value.id,
      steps: value.steps.map((step) => ({
        occupation: step.occupation,
        titles: inLocales((locale) => step[locale].title),
        needs: inLocales((locale) => step[locale].needs),
      })),
      elsewhere: value.elsewhere.map(({ occupation, ...texts }) => ({ occupation, texts })),
    });
  }
  return ladders;
}

const inLocales = (word: (locale: Locale) => string): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, word(locale)])) as Record<Locale, string>;
