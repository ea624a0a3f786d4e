import { WORK_VALUES, type Occupation, type WorkValue } from './catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from './interests.ts';
import { likeness, shapeOf, standardise, type ShapeIndex, type Standardised } from './shape.ts';
import { PARTS, type Part, type Weights } from './weighing.ts';

/** Occupations made ready for matching; prepare once per catalogue. */
export interface MatchIndex {
  readonly interests: ShapeIndex<Interest>;
  readonly values: ShapeIndex<WorkValue>;
}

/**
 * What a person is matched by, e.g. means of 1–5: only the shape counts. One of both may be missing; what is flat is as
 * good as missing.
 */
export interface MatchProfile {
  readonly interests?: InterestScores | undefined;
  readonly values?: Readonly<Record<WorkValue, number>> | undefined;
  /** How much each of both, and each value, counts. */
  readonly weights?: Weights | undefined;
}

export interface Match {
  readonly id: number;
  /**
   * What the order goes by: (weighted) mean correlation of the profile shapes that the person has, −1 to 1. A profile
   * that the occupation lacks counts as 0, neither like nor unlike.
   */
  readonly score: number;
  /** Correlation of the interests, and of the work values; `null` where the person or the occupation has none. */
  readonly byInterests: number | null;
  readonly byValues: number | null;
  /** Interests that stand out on both sides, strongest first; at most two, none when only dislikes are shared. */
  readonly reasons: readonly Interest[];
  /** Work values likewise; empty when none were given. */
  readonly sharedValues: readonly WorkValue[];
}

const MOST_REASONS = 2;

export function indexMatches(occupations: Iterable<Occupation>): MatchIndex {
  const all = [...occupations];
  return {
    interests: standardise(
      INTERESTS,
      all.flatMap(({ id, interests }) => (interests ? [{ id, figures: interests }] : [])),
    ),
    values: standardise(
      WORK_VALUES,
      all.flatMap(({ id, values }) => (values ? [{ id, figures: values }] : [])),
    ),
  };
}

/**
 * Occupations by likeness of profile shape, best first; ties by id. Occupations without any of the figures asked for
 * are left out; one that has only interests, or only values, is judged by those alone. `null` when the person's
 * profiles are flat and have no shape to compare.
 */
export function matchAll(index: MatchIndex, profile: MatchProfile): Match[] | null {
  const person = shapesOf(profile);
  if (!person) return null;
  const ids = new Set([
    ...(person.interests ? index.interests.byId.keys() : []),
    ...(person.values ? index.values.byId.keys() : []),
  ]);
  return [...ids]
    .flatMap((id) => matchOne(index, person, id) ?? [])
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

/** How one occupation fits, or `null` when it has no figures or the profile is flat. */
export function matchOccupation(index: MatchIndex, profile: MatchProfile, id: number): Match | null {
  const person = shapesOf(profile);
  return person && matchOne(index, person, id);
}

/** How like an occupation and a person are in what is known of both, −1 to 1: for saying so, not for the order. */
export function closenessOf({ byInterests, byValues }: Match): number {
  if (byInterests === null) return byValues ?? 0;
  return byValues === null ? byInterests : (byInterests + byValues) / 2;
}

interface Shapes {
  readonly interests: readonly number[] | null;
  readonly values: readonly number[] | null;
  readonly weights: Weights;
  /** Share of each part that the person has, of 1. */
  readonly shares: Readonly<Record<Part, number>>;
}

/** The person's shapes as they are compared, or `null` when all is flat or counts for nothing. */
export function shapesOf({ interests, values, weights = {} }: MatchProfile): Shapes | null {
  const shapes = {
    interests: interests ? shapeOf(INTERESTS, interests) : null,
    values: values ? shapeOf(WORK_VALUES, values, weights.values) : null,
  };
  const counts = PARTS.map((part) => (shapes[part] ? (weights.parts?.[part] ?? 1) : 0));
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (!(whole > 0)) return null;
  const [ofInterests = 0, ofValues = 0] = counts.map((count) => count / whole);
  return {
    interests: ofInterests > 0 ? shapes.interests : null,
    values: ofValues > 0 ? shapes.values : null,
    weights,
    shares: { interests: ofInterests, values: ofValues },
  };
}

/** An occupation's values as they are compared with somebody to whom some count more. */
export function valuesOf(
  index: MatchIndex,
  { values: weights }: Weights,
  id: number,
): Pick<Standardised<WorkValue>, 'z' | 'shape'> | null {
  const known = index.values.byId.get(id);
  if (!known || !weights || Object.keys(weights).length === 0) return known ?? null;
  const shape = shapeOf(WORK_VALUES, known.z, weights);
  return shape && { z: known.z, shape };
}

function matchOne(index: MatchIndex, person: Shapes, id: number): Match | null {
  const rated = person.interests && index.interests.byId.get(id);
  const valued = person.values && valuesOf(index, person.weights, id);
  const interests = rated ? likeness(INTERESTS, person.interests, rated) : null;
  const values = valued ? likeness(WORK_VALUES, person.values, valued) : null;
  if (!interests && !values) return null;
  return {
    id,
    score: (interests?.score ?? 0) * person.shares.interests + (values?.score ?? 0) * person.shares.values,
    byInterests: interests?.score ?? null,
    byValues: values?.score ?? null,
    reasons: interests?.shared.slice(0, MOST_REASONS) ?? [],
    sharedValues: values?.shared.slice(0, MOST_REASONS) ?? [],
  };
}

/** In so many places a list shows a field (事務, 製造 …) at most twice. */
const WINDOW = 5;
const MOST_OF_A_FIELD = 2;

/**
 * The first `count` matches, best first, but with at most two of one field in any five on a page: five kinds of
 * machine operator look like one answer. An occupation passed over comes first on the next page.
 */
export function mixFields<T extends { readonly id: number }>(
  matches: readonly T[],
  fieldOf: (id: number) => string,
  count: number,
): readonly T[] {
  const waiting = [...matches];
  const mixed: T[] = [];
  while (mixed.length < count && waiting.length > 0) {
    const page = mixed.slice(Math.floor(mixed.length / WINDOW) * WINDOW);
    const isFull = ({ id }: T) =>
      page.filter((shown) => fieldOf(shown.id) === fieldOf(id)).length >= MOST_OF_A_FIELD;
    const at = waiting.findIndex((match) => !isFull(match));
    mixed.push(...waiting.splice(Math.max(0, at), 1));
  }
  return mixed;
}
