import type { Catalogue, FigureBlock, Occupation } from './catalogue.ts';
import { correlation, likeness, standardise, type ShapeIndex } from './shape.ts';

/**
 * Blocks that say what a job is like, and how much each counts. Knowledge tells fields apart best; abilities largely
 * repeat skills. Schooling and employment types say who works there, not what they do.
 */
const WEIGHTS = {
  knowledge: 2,
  work_characteristics: 1.5,
  work_activities: 1,
  skills: 1,
  interests: 1,
  abilities: 0.5,
} as const satisfies Partial<Record<FigureBlock, number>>;
type Block = keyof typeof WEIGHTS;
const BLOCKS = Object.keys(WEIGHTS) as Block[];

/** Blocks whose figures are worth naming as a reason, in the order of how much they tell a reader. */
const TELLING = ['knowledge', 'work_activities', 'skills'] as const satisfies readonly Block[];
const MOST_REASONS = 3;
/** So far above the mean of all occupations (standard deviations) a figure must lie in both to be named. */
const STANDS_OUT = 0.6;
/** Two occupations must share at least so much weight of blocks to be compared. */
const LEAST_WEIGHT = 3;

export type SimilarIndex = Readonly<Record<Block, ShapeIndex<string>>>;

/** A figure that stands out in both occupations. */
export interface SharedFigure {
  readonly block: Block;
  readonly column: string;
}
export interface Similar {
  readonly id: number;
  /** Weighted mean of the correlations of the profile shapes, −1 to 1; `null` where only the field is shared. */
  readonly score: number | null;
  /** What both have much of; at most three, of different blocks first. */
  readonly shared: readonly SharedFigure[];
}

/** Profiles of all occupations, block by block; prepare once per catalogue. */
export function indexSimilar({ occupations, figureColumns }: Catalogue): SimilarIndex {
  const all = [...occupations.values()];
  return Object.fromEntries(
    BLOCKS.map((block) => {
      const keys = figureColumns[block];
      const rows = all.flatMap(({ id, figures }) => {
        const values = figures[block];
        return values
          ? [{ id, figures: Object.fromEntries(keys.map((key, i) => [key, values[i] ?? null])) }]
          : [];
      });
      return [block, standardise(keys, rows)];
    }),
  ) as unknown as SimilarIndex;
}

/**
 * Occupations most like one, best first, ties by id: by the shapes of their standardised figures, block by block, as
 * in matching. One without figures is compared by its field: first those of the same small, then of the same middle
 * group of the 厚労省編職業分類.
 */
export function similarTo(
  index: SimilarIndex,
  occupations: ReadonlyMap<number, Occupation>,
  id: number,
  count: number,
): Similar[] {
  const blocks = BLOCKS.flatMap((block) => {
    const own = index[block].byId.get(id);
    return own ? [{ block, own: own.shape }] : [];
  });
  const scored = [...occupations.keys()].flatMap((other) => {
    if (other === id) return [];
    let weight = 0;
    let sum = 0;
    for (const { block, own } of blocks) {
      const theirs = index[block].byId.get(other);
      if (!theirs) continue;
      weight += WEIGHTS[block];
      sum += WEIGHTS[block] * correlation(own, theirs.shape);
    }
    return weight >= LEAST_WEIGHT ? [{ id: other, score: sum / weight }] : [];
  });
  const best = scored.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, count);
  if (best.length > 0) return best.map((one) => ({ ...one, shared: sharedBy(index, id, one.id) }));
  return sameField(occupations, id, count);
}

/** A figure of an occupation that stands out, and by how much. */
export interface Strength extends SharedFigure {
  /** Standard deviations above the mean of all occupations. */
  readonly above: number;
}

/** What an occupation has more of than others, strongest first: subjects, tasks and skills. */
export function strengthsOf(index: SimilarIndex, id: number, count: number): Strength[] {
  return TELLING.flatMap((block) => {
    const own = index[block].byId.get(id);
    return own ? index[block].keys.map((column) => ({ block, column, above: own.z[column]! })) : [];
  })
    .filter(({ above }) => above >= STANDS_OUT)
    .sort((a, b) => b.above - a.above)
    .slice(0, count);
}

function sharedBy(index: SimilarIndex, id: number, other: number): SharedFigure[] {
  const found = TELLING.map((block) => {
    const a = index[block].byId.get(id);
    const b = index[block].byId.get(other);
    if (!a || !b) return [];
    return likeness(index[block].keys, a.shape, b)
      .shared.filter((column) => a.z[column]! >= STANDS_OUT && b.z[column]! >= STANDS_OUT)
      .map((column) => ({ block, column }));
  });
  // One of each block first: three kinds of knowledge say less than a subject, a task and a skill.
  const rounds = Array.from({ length: MOST_REASONS }, (_, round) =>
    found.flatMap((columns) => columns[round] ?? []),
  );
  return rounds.flat().slice(0, MOST_REASONS);
}

function sameField(occupations: ReadonlyMap<number, Occupation>, id: number, count: number): Similar[] {
  const code = occupations.get(id)?.mhlwCodes[0];
  if (code === undefined) return [];
  // 「12_072-06」: small group before the hyphen's number, middle group before the hyphen.
  const middle = code.split('-')[0]!;
  const near = (other: Occupation): number =>
    other.mhlwCodes.includes(code) ? 2 : other.mhlwCodes.some((one) => one.startsWith(`${middle}-`)) ? 1 : 0;
  return [...occupations.values()]
    .filter((other) => other.id !== id && near(other) > 0)
    .sort((a, b) => near(b) - near(a) || a.id - b.id)
    .slice(0, count)
    .map((other) => ({ id: other.id, score: null, shared: [] }));
}
