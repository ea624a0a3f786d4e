import { z } from 'zod';
import { WORK_VALUES, type ValueQuestionnaire, type WorkValue } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { lineOf, readJson } from './json.ts';
import { inEachLocale } from './shapes.ts';

const ITEMS_PER_VALUE = 5;
const SHORT_PER_VALUE = 2;
const NAMES_PER_VALUE = 2;

const names = z.array(inEachLocale).length(NAMES_PER_VALUE);
const shape = z.strictObject({
  id: z.literal('values'),
  version: z.int().positive(),
  scales: z.array(z.enum(WORK_VALUES)),
  items: z.array(
    z.strictObject({
      // Items of all questionnaires are told apart by their ids alone.
      id: z.string().regex(/^v\d{2}$/u, 'is not v and two digits'),
      scale: z.enum(WORK_VALUES),
      short: z.boolean().default(false),
      text: inEachLocale,
    }),
  ),
  tradeoffs: z.strictObject(
    Object.fromEntries(WORK_VALUES.map((value) => [value, names])) as Record<WorkValue, typeof names>,
  ),
});

/** The questionnaire about work values: five statements for each, in the order asked, two of them in the short form. */
export function readValueQuestionnaire(file: SeedFile): ValueQuestionnaire {
  const questionnaire = readJson(file, shape);
  const { scales, items } = questionnaire;
  if (scales.join() !== WORK_VALUES.join()) {
    broken(file, lineOf(file.text, ['scales']), `scales must be ${WORK_VALUES.join(', ')}`);
  }
  items.forEach(({ id, scale }, i) => {
    const line = lineOf(file.text, ['items', i]);
    if (items.findIndex((item) => item.id === id) !== i) broken(file, line, `item ${id} is there twice`);
    if (items[i - 1]?.scale === scale) broken(file, line, `item ${id} asks for ${scale} twice in a row`);
  });
  for (const scale of WORK_VALUES) {
    const own = items.filter((item) => item.scale === scale);
    const short = own.filter((item) => item.short).length;
    if (own.length !== ITEMS_PER_VALUE)
      broken(file, null, `${scale} has ${own.length} items instead of ${ITEMS_PER_VALUE}`);
    if (short !== SHORT_PER_VALUE)
      broken(file, null, `${scale} has ${short} items in the short form instead of ${SHORT_PER_VALUE}`);
  }
  return questionnaire;
}
