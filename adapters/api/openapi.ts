import { json, lang, object, prefecture, problem, query, ref } from './openapi-parts.ts';
import { matching } from './openapi-match.ts';
import { schemas } from './openapi-schemas.ts';

/** A list that takes no conditions but the language. */
const list = (summary: string, schema: string, parameters: readonly unknown[]) => ({
  get: {
    summary,
    parameters,
    responses: {
      200: { description: 'All of them.', ...json(object({ items: { type: 'array', items: ref(schema) } })) },
    },
  },
});

/** The whole catalogue in one form. */
const whole = (form: string, content: unknown) => ({
  get: {
    summary: `The whole catalogue as ${form}, with pay and openings of all Japan`,
    parameters: [lang],
    responses: { 200: { description: 'Every occupation.', content } },
  },
});

/** The description served at `/api/v1/openapi.json`. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Shirube',
    version: '1',
    description:
      'Occupations of Japan, what they pay where, and which fit a person. Every figure carries its source; null means that none was published. Whoever asks too much at once gets 429, a problem with the code too_many_requests, and the seconds to wait in Retry-After.',
  },
  paths: {
    '/api/v1/occupations': {
      get: {
        summary: 'Search or list occupations',
        parameters: [
          query(
            'q',
            { type: 'string' },
            'A name in any spelling, or what somebody wishes for in plain words. Empty: all.',
          ),
          lang,
          {
            ...prefecture,
            description: 'With it (01–47, or 00 for all Japan), every item says what it pays there.',
            schema: { type: 'string' },
          },
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
    '/api/v1/prefectures': list('The 47 prefectures with their minimum wages', 'Prefecture', [lang]),
    '/api/v1/glossary': list('Words of work and job search, explained', 'GlossaryEntry', [lang]),
    '/api/v1/tasks': {
      get: {
        summary: 'Elemental tasks that occupations are made of, in our words',
        parameters: [lang],
        responses: {
          200: {
            description: 'Families and tasks.',
            ...json(
              object({
                families: { type: 'array', items: ref('TaskFamily') },
                items: { type: 'array', items: ref('Task') },
              }),
            ),
          },
        },
      },
    },
    '/api/v1/sources': list('Where the figures come from', 'Source', []),
    '/api/v1/occupations.json': whole('JSON', { 'application/json': { schema: { type: 'object' } } }),
    '/api/v1/occupations.csv': whole('CSV (UTF-8 with byte order mark, lists separated by |)', {
      'text/csv': { schema: { type: 'string' } },
    }),
    '/api/v1/occupations.xml': whole('XML', { 'application/xml': { schema: { type: 'string' } } }),
    '/api/v1/match': {
      post: {
        summary: 'Occupations that fit a profile: interests, work values, or both',
        parameters: [lang],
        requestBody: {
          required: true,
          ...json(matching),
        },
        responses: {
          200: {
            description: 'Best first, or in the order asked for.',
            ...json(
              object({
                total: { type: 'integer', description: 'How many meet the criteria.' },
                unknown: { type: 'integer', description: 'Others that lack the figures to tell.' },
                items: { type: 'array', items: ref('Match') },
              }),
            ),
          },
          400: problem('The body is no profile, a flat one, or names an unknown task.'),
          413: problem('The body is larger than 16 KB.'),
          415: problem('Not application/json.'),
        },
      },
    },
    '/api/v1/questionnaires/interests': {
      get: {
        summary: 'The items of the interest questionnaire with their scale',
        parameters: [lang],
        responses: { 200: { description: 'The questionnaire.', ...json(ref('Questionnaire')) } },
      },
    },
    '/api/v1/questionnaires/values': {
      get: {
        summary: 'The statements about work values with their scale, and the names for trade-offs',
        parameters: [lang],
        responses: { 200: { description: 'The questionnaire.', ...json(ref('Questionnaire')) } },
      },
    },
  },
  components: { schemas },
} as const;
