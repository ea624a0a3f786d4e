import { WORK_VALUES, type Occupation, type WorkValue } from './catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from './interests.ts';
import { likeness, shapeOf, standardise, type ShapeIndex } from './shape.ts';

/** Occupations made ready for matching; prepare once per catalogue. */
export interface MatchIndex {
  readonly interests: ShapeIndex<Interest>;
  readonly values: ShapeIndex<WorkValue>;
}

/** What a person is matched by, e.g. means of 1–5: only the shape counts. Flat values are as good as none. */
export interface MatchProfile {
  readonly interests: InterestScores;
  readonly values?: Readonly<Record<WorkValue, number>> | undefined;
}

export interface Match {
  readonly id: number;
  /** Correlation of the profile shapes, −1 to 1; with values given, the mean of both correlations. */
  readonly score: number;
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
 * Occupations by likeness of profile shape, best first; ties by id. Occupations without the figures asked for are
 * left out. `null` when the person's profile is flat and has no shape to compare.
 */
export function matchAll(index: MatchIndex, profile: MatchProfile): Match[] | null {
  const person = shapesOf(profile);
  if (!person) return null;
  return index.interests.all
    .flatMap(({ id }) => matchOne(index, person, id) ?? [])
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

/** How one occupation fits, or `null` when it has no figures or the profile is flat. */
export function matchOccupation(index: MatchIndex, profile: MatchProfile, id: number): Match | null {
  const person = shapesOf(profile);
  return person && matchOne(index, person, id);
}

interface Shapes {
  readonly interests: readonly number[];
  readonly values: readonly number[] | null;
}

function shapesOf({ interests, values }: MatchProfile): Shapes | null {
  const shape = shapeOf(INTERESTS, interests);
  return shape && { interests: shape, values: values ? shapeOf(WORK_VALUES, values) : null };
}

function matchOne(index: MatchIndex, person: Shapes, id: number): Match | null {
  const interests = index.interests.byId.get(id);
  const values = index.values.byId.get(id);
  if (!interests || (person.values && !values)) return null;
  const byInterests = likeness(INTERESTS, person.interests, interests);
  const byValues = person.values && values ? likeness(WORK_VALUES, person.values, values) : null;
  return {
    id,
    score: byValues ? (byInterests.score + byValues.score) / 2 : byInterests.score,
    reasons: byInterests.shared.slice(0, MOST_REASONS),
    sharedValues: byValues?.shared.slice(0, MOST_REASONS) ?? [],
  };
}

/** In so many places a list shows a field (事務, 製造 …) at most twice. */
const WINDOW = 5;
const MOST_OF_A_FIELD = 2;

/**
 * The first `count` matches, best first, but with at most two of one field in any five on a page: five kinds of
 * machine operator look like one answer. An occupation passed over comes first on the next page.
 */
export function mixFields(
  matches: readonly Match[],
  fieldOf: (id: number) => string,
  count: number,
): readonly Match[] {
  const waiting = [...matches];
  const mixed: Match[] = [];
  while (mixed.length < count && waiting.length > 0) {
    const page = mixed.slice(Math.floor(mixed.length / WINDOW) * WINDOW);
    const isFull = ({ id }: Match) =>
      page.filter((shown) => fieldOf(shown.id) === fieldOf(id)).length >= MOST_OF_A_FIELD;
    const at = waiting.findIndex((match) => !isFull(match));
    mixed.push(...waiting.splice(Math.max(0, at), 1));
  }
  return mixed;
}
