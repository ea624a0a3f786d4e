/** Looking around: occupations by place, field, licence, and what one wants or would rather not have. */
import { PLACES, type Catalogue, type Occupation, type Place } from './catalogue.ts';
import { ANYBODY, fieldOf, groupOf, select, survey, type Viewer } from './choosing.ts';
import {
  adding,
  ANGLE_WISHES,
  ANYTHING,
  conditionsOf,
  loosened,
  toggleAvoid,
  toggleWant,
  WISHES,
  without,
  type AngleWish,
  type Criteria,
} from './criteria.ts';
import { FAMILIES, isFamily, isLicence, licencesOf } from './licences.ts';
import type { Match } from './matching.ts';
import { spread } from './spread.ts';
import { has } from './traits.ts';

export * from './choosing.ts';
export * from './criteria.ts';
export * from './licences.ts';
export { has } from './traits.ts';

/** Something that can be chosen next, and how many occupations there would be. */
export interface Counted {
  readonly id: string;
  readonly count: number;
}

/** Kinds of things to choose from. */
export type Kind = 'places' | 'fields' | 'groups' | 'licences' | 'wants' | 'avoids';

/**
 * What can be chosen beside the other criteria, with how many occupations there would be then; nothing that would
 * leave none. `groups` are the middle groups of the field chosen. Of wishes the count is that after the tap.
 */
export function choicesFor(
  catalogue: Catalogue,
  criteria: Criteria,
  kind: Kind,
  viewer: Viewer = ANYBODY,
): Counted[] {
  const tally = (found: readonly Occupation[], idsOf: (one: Occupation) => readonly string[]): Counted[] => {
    const counts = new Map<string, number>();
    for (const one of found) for (const id of new Set(idsOf(one))) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].map(([id, count]) => ({ id, count }));
  };
  const inOrderOf = (ids: readonly string[], counted: readonly Counted[]): Counted[] =>
    ids.flatMap((id) => counted.find((one) => one.id === id) ?? []);
  const known = [...catalogue.fields.keys()];
  switch (kind) {
    case 'places': {
      const found = select(catalogue, without(criteria, 'place'), viewer);
      return inOrderOf(
        PLACES,
        tally(found, ({ angles }) => angles?.places ?? []),
      );
    }
    case 'fields': {
      const found = select(catalogue, without(criteria, 'field'), viewer);
      return inOrderOf(
        known,
        tally(found, (one) => [fieldOf(one)]),
      );
    }
    case 'groups': {
      const major = criteria.field?.slice(0, 2);
      if (major === undefined) return [];
      const found = select(catalogue, { ...criteria, field: major }, viewer);
      return inOrderOf(
        known,
        tally(found, (one) => [groupOf(one)]),
      );
    }
    case 'licences': {
      const found = select(catalogue, without(criteria, 'licence'), viewer);
      const families = (one: Occupation) =>
        FAMILIES.filter((family) => one.licences.some((name) => isLicence(name, family)));
      return inOrderOf(FAMILIES, tally(found, families)).sort((a, b) => b.count - a.count);
    }
    case 'wants':
    case 'avoids': {
      const toggle = kind === 'wants' ? toggleWant : toggleAvoid;
      return WISHES.map((wish) => ({
        id: wish,
        count: survey(catalogue, toggle(criteria, wish), viewer).found.length,
      })).filter(({ count }) => count > 0);
    }
  }
}

/** What can be let go, and how many occupations there would be then. */
export interface Loosening {
  /** One condition, or the last few together. */
  readonly condition: Criteria;
  readonly left: Criteria;
  readonly count: number;
}

/**
 * The criteria without one of their conditions each, the one chosen last first; only where something is left. Where no
 * single one helps, as few of the last ones as do.
 */
export function loosenings(catalogue: Catalogue, criteria: Criteria, viewer: Viewer = ANYBODY): Loosening[] {
  const conditions = conditionsOf(criteria).toReversed();
  const letGo = (condition: Criteria): Loosening => {
    const left = loosened(criteria, condition);
    return { condition, left, count: survey(catalogue, left, viewer).found.length };
  };
  const helps = ({ count }: Loosening): boolean => count > 0;
  const single = conditions.map(letGo).filter(helps);
  if (single.length > 0) return single;
  const together = conditions
    .map((_, i) =>
      letGo(
        conditions
          .slice(0, i + 1)
          .toReversed()
          .reduce(adding, ANYTHING),
      ),
    )
    .find(helps);
  return together ? [together] : [];
}

/** Whether everything the criteria name is still there: a licence or field of older data may be gone. */
export const isKnown = (catalogue: Catalogue, { field, licence }: Criteria): boolean =>
  (field === undefined || catalogue.fields.has(field)) &&
  (licence === undefined || isFamily(licence) || licencesOf(catalogue).has(licence));

/** Something worth knowing of an occupation that the criteria do not say already. */
export type Remark =
  { readonly place: Place; readonly typical: boolean } | { readonly is: AngleWish | 'licence' };

/** In the order of what somebody who looks around asks first. */
const REMARKABLE = ['untrained', 'licence', 'outdoor', 'care', 'it', 'alone', 'people', 'things'] as const;

/** Why an occupation is in a list, in facts: how typical the place is, then one thing more; at most two. */
export function remarksOn({ angles }: Occupation, { place, wants }: Criteria): Remark[] {
  if (!angles) return [];
  const where = place ? [{ place, typical: angles.places[0] === place }] : [];
  const more = REMARKABLE.find((one) =>
    one === 'licence' ? angles.licence === 'required' : has(angles, one) && !wants.includes(one),
  );
  if (more) return [...where, { is: more }];
  if (where.length > 0) return where;
  const first = ANGLE_WISHES.find((wish) => wants.includes(wish));
  return first ? [{ is: first }] : [{ place: angles.places[0]!, typical: true }];
}

/** So many of the best matches count as what somebody would think of. */
const EXPECTED = 10;
/** A field does not come again within so many surprises, where there is a choice. */
const APART = 3;
/** So many surprises are remembered: every occupation there is, and some more. */
export const MOST_SURPRISED = 600;

/**
 * An occupation one would not think of. With matches (best first): the one nearest to the person outside the fields
 * of their best matches. Without: one of the field seen least. None comes twice before all have come; then the one
 * seen longest ago. The same state always gives the same one.
 */
export function surprise(
  { occupations }: Catalogue,
  matches: readonly Match[] | null,
  seen: readonly number[],
): number | null {
  const gone = new Set(seen);
  const field = (id: number): string => fieldOf(occupations.get(id)!);
  const known = seen.filter((id) => occupations.has(id));
  const recent = new Set(known.slice(-APART).map(field));
  const expected = new Set(matches?.slice(0, EXPECTED).map(({ id }) => field(id)));
  const near = (matches ?? []).filter(
    ({ id, score }) => score > 0 && !gone.has(id) && !expected.has(field(id)),
  );
  const nearest = near.find(({ id }) => !recent.has(field(id))) ?? near[0];
  if (nearest) return nearest.id;

  const times = new Map<string, number>();
  for (const id of known) times.set(field(id), (times.get(field(id)) ?? 0) + 1);
  const worth = (id: number) => [
    times.get(field(id)) ?? 0,
    spread(`${field(id)}-${known.length}`),
    spread(`${id}`),
  ];
  const [first] = [...occupations.keys()]
    .filter((id) => !gone.has(id))
    .map((id) => ({ id, by: worth(id) }))
    .sort((a, b) => a.by[0]! - b.by[0]! || a.by[1]! - b.by[1]! || a.by[2]! - b.by[2]!);
  return first?.id ?? known[0] ?? null;
}

/** The list of surprises with one more, the oldest forgotten. */
export const withSurprise = (seen: readonly number[], id: number): number[] =>
  [...seen.filter((one) => one !== id), id].slice(-MOST_SURPRISED);
