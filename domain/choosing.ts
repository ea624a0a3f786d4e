/** Occupations that meet criteria, and the order they are shown in. */
import type { AreaCode, Catalogue, Occupation } from './catalogue.ts';
import type { Criteria } from './criteria.ts';
import { isLicence } from './licences.ts';
import { mixFields, type Match } from './matching.ts';
import { spread } from './spread.ts';
import { bits, sortedBy, traitsOf, type Traits } from './traits.ts';
import { ALL_JAPAN } from './wages.ts';

/** Who looks: where they live, and what fits them, best first (`null` while nothing is known of them). */
export interface Viewer {
  readonly area: AreaCode;
  readonly matches: readonly Match[] | null;
}
export const ANYBODY: Viewer = { area: ALL_JAPAN, matches: null };

/** Major and middle group of an occupation's main code: `04` and `04_021`. */
export const fieldOf = ({ mhlwCodes }: Occupation): string => mhlwCodes[0]?.slice(0, 2) ?? '';
export const groupOf = ({ mhlwCodes }: Occupation): string => mhlwCodes[0]?.split('-')[0] ?? '';

/** `null` where the figures to tell are missing. */
export type Verdict = boolean | null;

/** Judges occupations by criteria, for somebody; made once for many occupations. */
export function judge(
  catalogue: Catalogue,
  { place, field, licence, wants, avoids, mine }: Criteria,
  { area, matches }: Viewer,
): (occupation: Occupation) => Verdict {
  const traits = traitsOf(catalogue, area);
  const [wanted, avoided] = [bits(wants), bits(avoids)];
  const mineOnly = mine ? new Set(matches?.map(({ id }) => id)) : null;
  return (occupation) => {
    const { id, angles, licences } = occupation;
    if (mineOnly && !mineOnly.has(id)) return false;
    if (field !== undefined && field !== fieldOf(occupation) && field !== groupOf(occupation)) return false;
    if (licence !== undefined && !licences.some((name) => isLicence(name, licence))) return false;
    // Where nobody has judged the place, it is not claimed.
    if (place !== undefined && !angles?.places.includes(place)) return false;
    const { yes, no } = traits.get(id) ?? NOTHING;
    if ((no & wanted) !== 0 || (yes & avoided) !== 0) return false;
    return (yes & wanted) === wanted && (no & avoided) === avoided ? true : null;
  };
}
const NOTHING: Traits = { yes: 0, no: 0, pay: null, openings: null };

/** Occupations that meet criteria. */
export interface Survey {
  readonly found: readonly Occupation[];
  /** Others that may meet them, but lack the figures to tell; with `open` they are among those found. */
  readonly unknown: number;
}

export function survey(catalogue: Catalogue, criteria: Criteria, viewer: Viewer = ANYBODY): Survey {
  const verdict = judge(catalogue, criteria, viewer);
  const found: Occupation[] = [];
  let unknown = 0;
  for (const occupation of catalogue.occupations.values()) {
    const met = verdict(occupation);
    if (met === null) unknown += 1;
    if (met === true || (met === null && criteria.open === true)) found.push(occupation);
  }
  return { found, unknown };
}

/** Occupations that meet all criteria, by number. */
export const select = (catalogue: Catalogue, criteria: Criteria, viewer: Viewer = ANYBODY): Occupation[] => [
  ...survey(catalogue, criteria, viewer).found,
];

/**
 * A list in the order it is shown: by fit where that is known (`matches`, best first), else those first whose typical
 * place it is and which are called like the licence or need one, then spread by a fixed number; always with at most
 * two of one field in any five.
 */
export function inOrder(
  found: readonly Occupation[],
  { place, field, licence }: Criteria,
  matches: readonly Match[] | null,
  count: number,
): readonly Occupation[] {
  const rank = new Map(matches?.map(({ id }, at) => [id, at]));
  const later = matches?.length ?? 0;
  const typical = ({ angles, name }: Occupation): number =>
    (place && angles?.places[0] !== place ? 1 : 0) +
    (licence === undefined || isLicence(name, licence) ? 0 : angles?.licence === 'required' ? 1 : 2);
  const order = (one: Occupation): readonly [number, number, number] => [
    rank.get(one.id) ?? later,
    typical(one),
    spread(String(one.id)),
  ];
  const sorted = found
    .map((occupation) => ({ id: occupation.id, occupation, order: order(occupation) }))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]);
  const kind = field === undefined ? fieldOf : groupOf;
  const byId = new Map(found.map((occupation) => [occupation.id, occupation]));
  return mixFields(sorted, (id) => kind(byId.get(id)!), count).map(({ occupation }) => occupation);
}

/** The first `count` of a list in the order the criteria ask for: by pay or openings here, else as `inOrder` does. */
export function arranged(
  catalogue: Catalogue,
  found: readonly Occupation[],
  criteria: Criteria,
  { area, matches }: Viewer,
  count: number,
): readonly Occupation[] {
  const { sort } = criteria;
  if (!sort) return inOrder(found, criteria, matches, count);
  const traits = traitsOf(catalogue, area);
  const rank = new Map(matches?.map(({ id }, at) => [id, at]));
  const later = matches?.length ?? 0;
  return (
    found
      .map((occupation) => ({
        occupation,
        figure: sortedBy(sort, traits.get(occupation.id)!) ?? -1,
        place: rank.get(occupation.id) ?? later,
      }))
      // Occupations measured in one group have the same figure: the better fit comes first.
      .sort((a, b) => b.figure - a.figure || a.place - b.place || a.occupation.id - b.occupation.id)
      .slice(0, count)
      .map(({ occupation }) => occupation)
  );
}
