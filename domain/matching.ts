import { WORK_VALUES, type Catalogue, type Occupation, type WorkValue } from './catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from './interests.ts';
import { likeness, shapeOf, standardise, type ShapeIndex } from './shape.ts';

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
}

export interface Match {
  readonly id: number;
  /**
   * What the order goes by: mean correlation of the profile shapes that the person has, −1 to 1. A profile that the
   * occupation lacks counts as 0, neither like nor unlike.
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
}

function shapesOf({ interests, values }: MatchProfile): Shapes | null {
  const shapes = {
    interests: interests ? shapeOf(INTERESTS, interests) : null,
    values: values ? shapeOf(WORK_VALUES, values) : null,
  };
  return shapes.interests || shapes.values ? shapes : null;
}

function matchOne(index: MatchIndex, person: Shapes, id: number): Match | null {
  const theirs = { interests: index.interests.byId.get(id), values: index.values.byId.get(id) };
  const interests =
    person.interests && theirs.interests ? likeness(INTERESTS, person.interests, theirs.interests) : null;
  const values = person.values && theirs.values ? likeness(WORK_VALUES, person.values, theirs.values) : null;
  if (!interests && !values) return null;
  const parts = (person.interests ? 1 : 0) + (person.values ? 1 : 0);
  return {
    id,
    score: ((interests?.score ?? 0) + (values?.score ?? 0)) / parts,
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

/** The field an occupation belongs to: the major group (大分類) of its main code. */
export const fieldOf = ({ occupations }: Pick<Catalogue, 'occupations'>, id: number): string =>
  occupations.get(id)?.mhlwCodes[0]?.slice(0, 2) ?? '';
