/** Comparing profiles by shape: which figures stand out, not how high they all are. */

/** One occupation's profile, standardised: standard deviations from the mean of all occupations, per key. */
export interface Standardised<K extends string> {
  readonly id: number;
  readonly z: Readonly<Record<K, number>>;
  /** `z` centred over the keys and scaled to length 1. */
  readonly shape: readonly number[];
}

/** Profiles of all occupations that have figures, ready for comparing. */
export interface ShapeIndex<K extends string> {
  readonly keys: readonly K[];
  readonly all: readonly Standardised<K>[];
  readonly byId: ReadonlyMap<number, Standardised<K>>;
}

/** Profiles flatter than this (length of the centred figures) have no shape to compare. */
const FLAT = 0.05;
/** Means are tenths in floating point: a figure on the mean may lie a hair above it. */
const HAIR = 1e-9;

/**
 * Standardises each key over all rows. Most occupations rate highest on the same few keys in raw figures,
 * so raw highs mislead; what sets an occupation apart is how far it lies from the others. A figure that is missing
 * counts as the mean: it sets nothing apart.
 */
export function standardise<K extends string>(
  keys: readonly K[],
  rows: readonly { readonly id: number; readonly figures: Readonly<Record<K, number | null>> }[],
): ShapeIndex<K> {
  const spread = keys.map((key) => {
    const values = rows.flatMap(({ figures }) => figures[key] ?? []);
    const mean = average(values);
    return { key, mean, deviation: Math.sqrt(average(values.map((value) => (value - mean) ** 2))) || 1 };
  });
  const all = rows.flatMap(({ id, figures }) => {
    const z = Object.fromEntries(
      spread.map(({ key, mean, deviation }) => [key, ((figures[key] ?? mean) - mean) / deviation]),
    ) as Record<K, number>;
    const shape = shapeOf(keys, z);
    return shape ? [{ id, z, shape }] : [];
  });
  return { keys, all, byId: new Map(all.map((entry) => [entry.id, entry])) };
}

/** How much each key counts; 1 where nothing is said. */
export type KeyWeights<K extends string> = Readonly<Partial<Record<K, number>>>;

/**
 * Figures centred on their own mean and scaled to length 1, or `null` when they are flat. With weights, the mean is the
 * weighted one and each figure counts by its weight, so that the product of two such shapes is the weighted correlation.
 * Only proportions of weights count; a key of weight 0 is as if it were not there.
 */
export function shapeOf<K extends string>(
  keys: readonly K[],
  figures: Readonly<Record<K, number>>,
  weights?: KeyWeights<K>,
): number[] | null {
  const values = keys.map((key) => figures[key]);
  const counts = weights ? keys.map((key) => weights[key] ?? 1) : null;
  const share = counts ? average(counts) : 1;
  if (!(share > 0)) return null;
  const mean = counts ? average(values.map((value, i) => (value * counts[i]!) / share)) : average(values);
  const centred = values.map((value, i) =>
    counts ? (value - mean) * Math.sqrt(counts[i]! / share) : value - mean,
  );
  const length = Math.hypot(...centred);
  return length < FLAT ? null : centred.map((value) => value / length);
}

export interface Likeness<K extends string> {
  /** Pearson's r of the two profiles, −1 to 1: the dot product of their shapes. */
  readonly score: number;
  /** Keys that stand out on both sides, strongest first. */
  readonly shared: readonly K[];
}

/** Pearson's r of two shapes, −1 to 1. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return Math.max(-1, Math.min(1, sum));
}

export function likeness<K extends string>(
  keys: readonly K[],
  person: readonly number[],
  { z, shape }: Pick<Standardised<K>, 'z' | 'shape'>,
): Likeness<K> {
  // Both lean this way, and people in the occupation do so more than people in others.
  const both = keys.flatMap((key, i) =>
    person[i]! > HAIR && shape[i]! > HAIR && z[key] > HAIR ? [{ key, share: person[i]! * shape[i]! }] : [],
  );
  return {
    score: correlation(person, shape),
    shared: both.sort((a, b) => b.share - a.share).map(({ key }) => key),
  };
}

/**
 * Keys in which the two shapes lean apart, furthest first: what stands out in the person and not in the occupation, or
 * the other way round.
 */
export const leaningApart = <K extends string>(
  keys: readonly K[],
  person: readonly number[],
  shape: readonly number[],
): { readonly key: K; readonly more: 'person' | 'occupation' }[] =>
  keys
    .map((key, i) => ({
      key,
      more: person[i]! > shape[i]! ? ('person' as const) : ('occupation' as const),
      share: person[i]! * shape[i]!,
    }))
    .filter(({ share }) => share < -APART)
    .sort((a, b) => a.share - b.share)
    .map(({ key, more }) => ({ key, more }));

/** Of a whole of 1, a smaller share than this sets nobody apart. */
const APART = 0.05;

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
