import { z } from 'zod';
import { INTERESTS } from '../domain/interests.ts';
import type { Questionnaire } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { lineOf, readJson } from './json.ts';
import { filled, inEachLocale } from './shapes.ts';

const ITEMS_PER_SCALE = 10;

/** `schooling` and `place` in the seed are notes for the people who keep the items balanced; they are not kept. */
const shape = z.object({
  id: z.literal('interests'),
  version: z.int().positive(),
  scales: z.array(z.enum(INTERESTS)),
  items: z.array(
    z
      .object({
        id: z.string().regex(/^[a-z]\d{2}$/u, 'is not a letter and two digits'),
        scale: z.enum(INTERESTS),
        text: inEachLocale,
        echo: inEachLocale,
        short: inEachLocale.optional(),
        schooling: filled.optional(),
        place: filled.optional(),
      })
      .transform(({ id, scale, text, echo, short }) => ({ id, scale, text, echo, ...(short && { short }) })),
  ),
});

/** The interest questionnaire: ten items for each of the six interests, in the order they are asked. */
export function readInterestQuestionnaire(file: SeedFile): Questionnaire {
  const questionnaire = readJson(file, shape);
  if (questionnaire.scales.join() !== INTERESTS.join()) {
    broken(file, lineOf(file.text, ['scales']), `scales must be ${INTERESTS.join(', ')}`);
  }
  const ids = new Set<string>();
  questionnaire.items.forEach(({ id }, i) => {
    if (ids.has(id)) broken(file, lineOf(file.text, ['items', i]), `item ${id} is there twice`);
    ids.add(id);
  });
  for (const scale of INTERESTS) {
    const count = questionnaire.items.filter((item) => item.scale === scale).length;
    if (count !== ITEMS_PER_SCALE)
      broken(file, null, `${scale} has ${count} items instead of ${ITEMS_PER_SCALE}`);
  }
  return questionnaire;
}
