/** Why an occupation is where it is in somebody's list, or not in it. */
import { WORK_VALUES, type Catalogue, type WorkValue } from './catalogue.ts';
import { arranged, fieldOf, judge, survey, type Viewer } from './choosing.ts';
import { conditionsOf, loosened, writeCriteria, type Criteria } from './criteria.ts';
import { INTERESTS, type Interest } from './interests.ts';
import {
  matchAll,
  mixFields,
  shapesOf,
  valuesOf,
  type Match,
  type MatchIndex,
  type MatchProfile,
} from './matching.ts';
import { leaningApart, likeness } from './shape.ts';

/** Everything a list is made from: the same for everybody in one prefecture. */
export interface FitIndex {
  readonly catalogue: Catalogue;
  readonly matches: MatchIndex;
  readonly area: Viewer['area'];
}

/** Jobs for somebody: those that can be compared with them and meet the criteria, best first. */
export interface Ranking {
  /** All that can be compared, by fit; `null` when the person's profile is flat. */
  readonly all: readonly Match[] | null;
  /** Those of them that meet the criteria, in the order asked for, the first `count`. */
  readonly shown: readonly Match[];
  /** How many meet the criteria. */
  readonly total: number;
  /** Others that may meet them, but lack the figures to tell; with `open` they are among those counted. */
  readonly unknown: number;
}

export function rank(
  { catalogue, matches: index, area }: FitIndex,
  profile: MatchProfile,
  criteria: Criteria,
  count = Infinity,
): Ranking {
  const all = matchAll(index, profile);
  if (!all) return { all, shown: [], total: 0, unknown: 0 };
  const viewer = { area, matches: all };
  const { found, unknown } = survey(catalogue, { ...criteria, mine: true }, viewer);
  const total = found.length;
  if (criteria.sort) {
    const byId = new Map(all.map((match) => [match.id, match]));
    const shown = arranged(catalogue, found, criteria, viewer, count).map(({ id }) => byId.get(id)!);
    return { all, shown, total, unknown };
  }
  const ids = new Set(found.map(({ id }) => id));
  const kept = all.filter(({ id }) => ids.has(id));
  return { all, shown: count < Infinity ? mixed(catalogue, kept, count) : kept, total, unknown };
}

const mixed = (catalogue: Catalogue, matches: readonly Match[], count: number): readonly Match[] =>
  mixFields(matches, (id) => fieldOf(catalogue.occupations.get(id)!), count);

/** Where something leans apart, and on whose side it is stronger. */
export interface Apart<K> {
  readonly key: K;
  readonly more: 'person' | 'occupation';
}
/** In one kind of profile: what stands out on both sides, and what on one side only; at most so many of each. */
export interface Sides<K> {
  readonly score: number;
  readonly shared: readonly K[];
  readonly apart: readonly Apart<K>[];
}
const MOST_SIDES = 3;

/** A condition that leaves an occupation out. */
export interface Hindrance {
  readonly condition: Criteria;
  /** The figures to tell are missing. */
  readonly unknown: boolean;
  /** The criteria without it. */
  readonly left: string;
}

/** How one occupation fits somebody. */
export interface Fit {
  readonly id: number;
  /** Its place among all that can be compared, from 1; `null` where it cannot be. */
  readonly place: number | null;
  readonly of: number;
  /** Its place in the narrowed list in order of fit; `null` where it is not in it, or nothing narrows it. */
  readonly narrowed: { readonly place: number; readonly of: number } | null;
  /** `null` where the person, or the occupation, has no such profile. */
  readonly interests: Sides<Interest> | null;
  readonly values: Sides<WorkValue> | null;
  /** What the person has and the occupation lacks. */
  readonly lacks: readonly ('interests' | 'values')[];
  /** The conditions that leave it out, in the order chosen; empty where it meets all. */
  readonly hindrances: readonly Hindrance[];
  /** The conditions it meets. */
  readonly met: readonly Criteria[];
}

/** How an occupation fits, part by part; `null` when there is no such occupation, or nothing to compare it with. */
export function explainFit(
  index: FitIndex,
  profile: MatchProfile,
  criteria: Criteria,
  id: number,
): Fit | null {
  const { catalogue, matches, area } = index;
  const occupation = catalogue.occupations.get(id);
  const person = shapesOf(profile);
  const all = matchAll(matches, profile);
  if (!occupation || !person || !all) return null;

  const rated = matches.interests.byId.get(id);
  const valued = valuesOf(matches, person.weights, id);
  const sides = <K extends string>(
    keys: readonly K[],
    own: readonly number[],
    their: Parameters<typeof likeness<K>>[2],
  ) => {
    const { score, shared } = likeness(keys, own, their);
    const apart = leaningApart(keys, own, their.shape);
    return { score, shared: shared.slice(0, MOST_SIDES), apart: apart.slice(0, MOST_SIDES) };
  };
  const viewer = { area, matches: all };
  const verdicts = conditionsOf(criteria).map((condition) => ({
    condition,
    met: judge(catalogue, condition, viewer)(occupation),
  }));
  const hinders = verdicts.filter(({ met }) => met === false || (met === null && !criteria.open));
  const place = all.findIndex((match) => match.id === id);
  const verdict = judge(catalogue, criteria, viewer);
  const kept = all.filter((match) => {
    const met = verdict(catalogue.occupations.get(match.id)!);
    return met === true || (met === null && criteria.open === true);
  });
  const narrowedPlace = kept.findIndex((match) => match.id === id);
  return {
    id,
    place: place < 0 ? null : place + 1,
    of: all.length,
    narrowed:
      verdicts.length === 0 || narrowedPlace < 0 ? null : { place: narrowedPlace + 1, of: kept.length },
    interests: person.interests && rated ? sides(INTERESTS, person.interests, rated) : null,
    values: person.values && valued ? sides(WORK_VALUES, person.values, valued) : null,
    lacks: [
      ...(person.interests && !rated ? (['interests'] as const) : []),
      ...(person.values && !valued ? (['values'] as const) : []),
    ],
    hindrances: hinders.map(({ condition, met }) => ({
      condition,
      unknown: met === null,
      left: writeCriteria(loosened(criteria, condition)),
    })),
    met: verdicts.filter(({ met }) => met === true).map(({ condition }) => condition),
  };
}
