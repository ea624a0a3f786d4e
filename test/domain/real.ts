import { join } from 'node:path';
import fc from 'fast-check';
import { FIGURE_BLOCKS, type Catalogue, type Figures, type Occupation } from '../../domain/catalogue.ts';
import { INTERESTS, type InterestScores } from '../../domain/interests.ts';
import { loadCatalogue } from '../../seeds/load.ts';

/** The catalogue the counsellor really runs on. */
export const realCatalogue = (): Promise<Catalogue> => loadCatalogue(join(process.cwd(), 'seeds'));

/** Six figures as a record, in Holland's order. */
export const scoresOf = (figures: readonly number[]): InterestScores =>
  Object.fromEntries(INTERESTS.map((interest, i) => [interest, figures[i]!])) as InterestScores;

/** Means of ten answers each, as a finished questionnaire gives them. */
export const anyScores = fc
  .array(fc.integer({ min: 10, max: 50 }), { minLength: 6, maxLength: 6 })
  .map((tenths) => scoresOf(tenths.map((tenth) => tenth / 10)));

/** Any string a client may send, lone surrogates included. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 700 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'東京都さがサガー・、（）/ \u3000ab-\ud83d\udc4d'), maxLength: 40 }),
);

const NO_FIGURES = Object.fromEntries(FIGURE_BLOCKS.map((block) => [block, null])) as unknown as Figures;

/** An occupation without any figures, to be filled in. */
export const occupation = (id: number, parts: Partial<Occupation> = {}): Occupation => {
  const name = parts.name ?? `職業${id}`;
  return {
    id,
    name,
    reading: '',
    romaji: '',
    aliases: [],
    everyday: [],
    aliasesEn: [],
    texts: {
      ja: { name, summary: null, story: null },
      'ja-easy': { name, summary: null, story: null },
      en: { name: `Occupation ${id}`, summary: null, story: null },
    },
    mhlwCodes: [],
    jsocCodes: [],
    licences: [],
    figures: NO_FIGURES,
    angles: null,
    interests: null,
    values: null,
    wageGroup: null,
    wageGroupBasis: null,
    offerGroup: null,
    ...parts,
  };
};

/** Milliseconds of processor time a run costs, whatever else the machine is doing. */
export function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The cost of the cheapest of three runs: without warming up. */
export const leastCost = (run: () => unknown): number => Math.min(cost(run), cost(run), cost(run));
