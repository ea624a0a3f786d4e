import { INTERESTS, WORK_VALUES } from '../../bot/port.ts';

const nullable = (type: string) => ({ type: [type, 'null'] });
const object = (properties: Record<string, unknown>) => ({ type: 'object', properties });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

const lang = {
  name: 'lang',
  in: 'query',
  schema: { type: 'string', enum: ['ja', 'ja-easy', 'en'], default: 'ja' },
};
const prefecture = {
  name: 'prefecture',
  in: 'query',
  description: 'Prefecture 01–47; without it, all Japan.',
  schema: { type: 'string', pattern: '^(0[1-9]|[1-3][0-9]|4[0-7])$' },
};
const query = (name: string, schema: unknown, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema,
});

const figures = (keys: readonly string[]) =>
  object(Object.fromEntries(keys.map((key) => [key, { type: 'number' }])));
/** Figures on any scale: only their shape counts. */
const interests = figures(INTERESTS);
const values = figures(WORK_VALUES);

/** The description served at `/api/v1/openapi.json`. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Shirube',
    version: '1',
    description:
      'Occupations of Japan, what they pay where, and which fit a person. Every figure carries its source; null means that none was published.',
  },
  paths: {
    '/api/v1/occupations': {
      get: {
        summary: 'Search or list occupations',
        parameters: [
          query('q', { type: 'string' }, 'Name, reading, alias or words of the summary. Empty: all.'),
          lang,
          query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }, 'At most so many.'),
          query('offset', { type: 'integer', minimum: 0, default: 0 }, 'Leave out so many.'),
        ],
        responses: {
          200: {
            description: 'Occupations, best first.',
            ...json(object({ total: { type: 'integer' }, items: { type: 'array', items: ref('Item') } })),
          },
          400: problem('A parameter makes no sense.'),
        },
      },
    },
    '/api/v1/occupations/{id}': {
      get: {
        summary: 'One occupation',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'integer' },
            description: '収録番号 of job tag.',
          },
          lang,
          prefecture,
        ],
        responses: {
          200: { description: 'The occupation.', ...json(ref('Occupation')) },
          404: problem('Unknown.'),
        },
      },
    },
    '/api/v1/wages': {
      get: {
        summary: 'What an occupation pays in a prefecture',
        parameters: [
          query('occupation', { type: 'integer' }, '収録番号 of job tag.', true),
          { ...prefecture, description: '01–47, or 00 for all Japan (default).', schema: { type: 'string' } },
          lang,
        ],
        responses: {
          200: { description: 'The figure and what it is.', ...json(ref('Wage')) },
          404: problem('Unknown occupation, or one the survey does not cover.'),
        },
      },
    },
    '/api/v1/match': {
      post: {
        summary: 'Occupations that fit a profile',
        parameters: [lang],
        requestBody: {
          required: true,
          ...json({
            ...object({
              interests,
              values,
              limit: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
            }),
            required: ['interests'],
          }),
        },
        responses: {
          200: {
            description: 'Best first.',
            ...json(object({ items: { type: 'array', items: ref('Match') } })),
          },
          400: problem('The body is no profile, or a flat one.'),
          415: problem('Not application/json.'),
        },
      },
    },
    '/api/v1/questionnaires/interests': {
      get: {
        summary: 'The items of the interest questionnaire with their scale',
        parameters: [lang],
        responses: { 200: { description: 'The questionnaire.', ...json({ type: 'object' }) } },
      },
    },
  },
  components: {
    schemas: {
      Problem: object({
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        code: { type: 'string' },
        detail: { type: 'string' },
      }),
      Item: object({
        id: { type: 'integer' },
        name: { type: 'string' },
        summary: nullable('string'),
        score: nullable('number'),
      }),
      Wage: object({
        annualYen: { type: 'integer', description: '12 × monthlyYen + bonusYen.' },
        monthlyYen: { type: 'integer', description: 'Cash pay in June, overtime included.' },
        bonusYen: { type: 'integer', description: 'Bonus of the year before.' },
        workers: { type: 'integer', description: 'Workers the figure stands for.' },
        measuredFor: { type: 'string', description: 'Group of the survey the figure is measured for.' },
        measuredForId: { type: 'string' },
        area: { type: 'string', description: 'Area it is measured in: 00 all Japan, 01–47.' },
        areaName: { type: 'string' },
        year: { type: 'integer' },
        fallback: { type: ['string', 'null'], enum: ['major_group', 'national', null] },
        fallbackReason: { type: ['string', 'null'], enum: ['not_published', 'few_workers', null] },
        source: { type: 'string' },
      }),
      Occupation: object({
        id: { type: 'integer' },
        name: { type: 'string' },
        nameJa: { type: 'string' },
        reading: { type: 'string' },
        aliases: { type: 'array', items: { type: 'string' } },
        summary: nullable('string'),
        codes: { type: 'object' },
        interests: { oneOf: [interests, { type: 'null' }] },
        values: { oneOf: [values, { type: 'null' }] },
        wage: { oneOf: [ref('Wage'), { type: 'null' }] },
        openings: { type: ['object', 'null'] },
        links: { type: 'array', items: { type: 'object' } },
        sources: { type: 'array', items: { type: 'string' } },
      }),
      Match: object({
        id: { type: 'integer' },
        name: { type: 'string' },
        score: { type: 'number', minimum: -1, maximum: 1, description: 'Correlation of profile shapes.' },
        reasons: {
          type: 'array',
          items: object({ kind: { type: 'string', enum: ['interest', 'value'] }, key: { type: 'string' } }),
        },
      }),
    },
  },
} as const;
