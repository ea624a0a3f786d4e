import { FAMILIES, PARTS, PLACES, SORTS, WEIGHTS, WISHES, WORK_VALUES } from '../../bot/information.ts';
import { object } from './openapi-parts.ts';
import { interests, values } from './openapi-schemas.ts';

const wishes = (description: string) => ({
  type: 'array',
  items: { type: 'string', enum: WISHES },
  description,
});

/** What is sent to be matched. */
export const matching = {
  ...object({
    interests,
    values,
    tasks: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      maxItems: 60,
      description:
        'Ids of tasks the person can do. With them the order follows the tasks, and criteria, weights and sort do not count.',
    },
    criteria: {
      ...object({
        place: { type: 'string', enum: PLACES },
        field: {
          type: 'string',
          pattern: '^[0-9]{2}(_[0-9]{3})?$',
          description: 'Major or middle group of the 厚労省編職業分類 (2022), e.g. 04 or 04_023.',
        },
        licence: { type: 'string', enum: FAMILIES, description: 'A family of licences related to the job.' },
        wants: wishes(
          'What must hold. Limits on figures are in docs/matching.md. Of pay…, and of openings…, the last counts.',
        ),
        avoids: wishes('What must not hold.'),
        unknown: {
          type: 'boolean',
          default: false,
          description: 'With occupations that lack the figures to tell.',
        },
      }),
      description: 'Narrows the list; everything must hold.',
    },
    weights: {
      ...object({
        lean: { type: 'string', enum: PARTS, description: 'Counts twice as much as the other.' },
        values: {
          type: 'object',
          properties: Object.fromEntries(
            WORK_VALUES.map((value) => [value, { type: 'string', enum: WEIGHTS }]),
          ),
          description:
            'Values that do not count as given: not at all, half as much, or twice as much and as the highest.',
        },
      }),
    },
    sort: { type: 'string', enum: SORTS, description: 'Without it, by fit.' },
    prefecture: {
      type: 'string',
      pattern: '^(0[1-9]|[1-3][0-9]|4[0-7])$',
      description: 'Whose pay and openings count; without it, those of all Japan.',
    },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  }),
  anyOf: [{ required: ['interests'] }, { required: ['values'] }, { required: ['tasks'] }],
} as const;
