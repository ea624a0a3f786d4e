import { INTERESTS, PLACES, SETTINGS, WORK_TAGS, WORK_VALUES } from '../../bot/information.ts';
import { nullable, object, ref } from './openapi-parts.ts';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const level = {
  type: 'integer',
  enum: [1, 2, 3],
  description: '1: can start at once. 2: with some practice. 3: after training or with a licence.',
};
const figures = (keys: readonly string[]) =>
  object(Object.fromEntries(keys.map((key) => [key, { type: 'number' }])));
/** Figures on any scale: only their shape counts. */
export const interests = figures(INTERESTS);
export const values = figures(WORK_VALUES);

/** What the answers are made of. */
export const schemas = {
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
    why: {
      type: 'array',
      description: 'Why it was found, strongest first; empty in a list that nobody searched.',
      items: object({
        kind: { type: 'string', enum: ['name', 'everyday', 'licence', 'concept', 'text', 'near'] },
        text: { type: 'string' },
      }),
    },
    wage: { oneOf: [ref('Wage'), { type: 'null' }], description: 'Only where a prefecture was asked for.' },
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
  Openings: object({
    offeredMonthlyYen: {
      ...nullable('number'),
      description: 'Mean monthly pay of full-time offers, by place of work.',
    },
    offeredHourlyYen: { ...nullable('number'), description: 'Mean hourly pay of part-time offers.' },
    openingsPerSeeker: {
      ...nullable('number'),
      description: 'Openings ÷ seekers over the fiscal year (常用, by place of receipt); not 有効求人倍率.',
    },
    measuredFor: { type: 'string' },
    area: { type: 'string' },
    fiscalYear: { type: 'integer' },
    source: { type: 'string' },
  }),
  Figure: object({ block: text, key: text, name: text }),
  Occupation: object({
    id: { type: 'integer' },
    name: text,
    nameJa: text,
    nameEn: text,
    reading: { ...text, description: 'Hiragana.' },
    romaji: { ...text, description: 'Modified Hepburn.' },
    aliases: texts,
    summary: nullable('string'),
    story: {
      oneOf: [object({ day: texts, entry: text, suits: text, hard: text }), { type: 'null' }],
      description: 'How it is to do the job, in our words.',
    },
    codes: {
      ...object({ mhlw: texts, jsoc: texts }),
      description: '厚生労働省編職業分類 (2022) and 日本標準職業分類 (2009), main code first.',
    },
    licences: { ...texts, description: 'Licences that job tag relates to it.' },
    angles: {
      oneOf: [
        object({
          places: { type: 'array', items: { type: 'string', enum: PLACES } },
          licence: { type: 'string', enum: ['required', 'helpful', 'none'] },
          untrained: { type: 'boolean', description: 'People are taken on without training.' },
          night: { type: 'string', enum: ['usual', 'some', 'no'] },
          tags: { type: 'array', items: { type: 'string', enum: WORK_TAGS } },
          settings: { type: 'array', items: { type: 'string', enum: SETTINGS } },
        }),
        { type: 'null' },
      ],
      description: 'Judged by us from facts, not official.',
    },
    interests: { oneOf: [interests, { type: 'null' }], description: 'Means of ratings 1–5.' },
    values: { oneOf: [values, { type: 'null' }], description: 'Means of ratings 1–5.' },
    figures: {
      type: 'object',
      additionalProperties: {
        oneOf: [{ type: 'object', additionalProperties: { type: ['number', 'null'] } }, { type: 'null' }],
      },
      description:
        'By block: skills 0–7, knowledge 0–5, abilities, work_activities and work_characteristics 1–5 (its three schedules are shares), the rest shares 0–1.',
    },
    strengths: {
      type: 'array',
      items: object({
        block: text,
        key: text,
        name: text,
        above: { type: 'number', description: 'Standard deviations above the mean of all occupations.' },
      }),
    },
    wage: { oneOf: [ref('Wage'), { type: 'null' }] },
    openings: { oneOf: [ref('Openings'), { type: 'null' }] },
    similar: {
      type: 'array',
      items: object({
        id: { type: 'integer' },
        name: text,
        score: {
          ...nullable('number'),
          description: 'Correlation of profile shapes; null where only the field is shared.',
        },
        shared: { type: 'array', items: ref('Figure') },
      }),
    },
    ladder: {
      oneOf: [
        object({
          steps: {
            type: 'array',
            items: object({ occupation: nullable('integer'), title: text, needs: text }),
          },
          elsewhere: {
            type: 'array',
            items: object({ occupation: { type: 'integer' }, name: text, text }),
          },
        }),
        { type: 'null' },
      ],
    },
    official: {
      oneOf: [
        object({
          summary: text,
          whatItIs: text,
          howToBecome: text,
          workingConditions: text,
          attribution: text,
        }),
        { type: 'null' },
      ],
      description: 'The official description, where the operator has loaded it; in Japanese only.',
    },
    terms: { type: 'array', items: object({ id: text, name: text }) },
    links: { type: 'array', items: object({ id: text, url: text }) },
    sources: { ...texts, description: 'To be shown beside the figures.' },
  }),
  Prefecture: object({
    code: text,
    name: text,
    region: text,
    regionName: text,
    minimumWages: {
      type: 'array',
      items: object({ hourlyYen: { type: 'integer' }, from: { type: 'string', format: 'date' } }),
    },
  }),
  GlossaryEntry: object({ id: text, name: text, term: text, reading: text, also: texts, text, see: texts }),
  Source: object({
    id: text,
    publisher: text,
    title: text,
    attribution: { ...text, description: 'The line its publisher asks for.' },
    url: text,
    published: text,
  }),
  Questionnaire: {
    ...object({
      id: text,
      version: { type: 'integer' },
      scales: texts,
      answers: { type: 'array', items: object({ value: { type: 'integer' }, label: text }) },
      items: {
        type: 'array',
        items: {
          ...object({
            id: text,
            scale: text,
            text,
            short: { type: 'boolean', description: 'Asked in the short form as well; only of work values.' },
          }),
          required: ['id', 'scale', 'text'],
        },
      },
      tradeoffs: {
        type: 'object',
        additionalProperties: texts,
        description: 'Two names of each value, for choosing between two values; only of work values.',
      },
    }),
    required: ['id', 'version', 'scales', 'answers', 'items'],
  },
  Match: {
    ...object({
      id: { type: 'integer' },
      name: { type: 'string' },
      score: {
        type: 'number',
        minimum: -1,
        maximum: 2,
        description:
          'Correlation of profile shapes; with interests and values the mean of both, where what the occupation lacks counts as 0. With tasks, weighted share of them, 0 to 2.',
      },
      reasons: {
        type: 'array',
        items: object({ kind: { type: 'string', enum: ['interest', 'value'] }, key: { type: 'string' } }),
      },
      tasks: {
        ...object({
          covered: { type: 'number', minimum: 0, maximum: 1, description: 'Share of the work they cover.' },
          uses: texts,
          missing: { type: 'array', items: object({ id: text, level }) },
        }),
        description: 'Only where tasks were given.',
      },
      wage: {
        oneOf: [ref('Wage'), { type: 'null' }],
        description: 'Only where criteria or order are about pay.',
      },
      openings: {
        oneOf: [ref('Openings'), { type: 'null' }],
        description: 'Only where criteria or order are about openings.',
      },
    }),
    required: ['id', 'name', 'score', 'reasons'],
  },
  TaskFamily: object({ id: text, name: text }),
  Task: object({
    id: text,
    family: text,
    level,
    text,
    everyday: { ...nullable('string'), description: 'Where one may have done it outside a job.' },
    also: texts,
  }),
} as const;
