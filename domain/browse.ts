/** Looking around: occupations by place, field, licence, and what one wants or would rather not have. */
import { PLACES, type Angles, type Catalogue, type Occupation, type Place } from './catalogue.ts';
import { mixFields, type Match } from './matching.ts';
import { normaliseText } from './text.ts';

/** What can be wished for. The last seven can be avoided as well. */
export const WISHES = [
  'untrained',
  'nolicence',
  'nonight',
  'outdoor',
  'people',
  'things',
  'alone',
  'care',
  'it',
  'b2b',
] as const;
export type Wish = (typeof WISHES)[number];
export const AVOIDABLE = WISHES.slice(3);

/** What a list of occupations is chosen by; everything must hold. */
export interface Criteria {
  readonly place?: Place;
  /** A major group of the 厚労省編職業分類 (`04`), or a middle group of it (`04_021`). */
  readonly field?: string;
  /** A family of licences (`LICENCE_FAMILIES`), or one licence by its `licenceId`. */
  readonly licence?: string;
  readonly wants: readonly Wish[];
  readonly avoids: readonly Wish[];
}
export const ANYTHING: Criteria = { wants: [], avoids: [] };

/** Licences that many know, by what their official names have in common. */
export const LICENCE_FAMILIES = {
  car: /^(普通|準中型|中型|大型)自動車免許/u,
  forklift: /フォークリフト/u,
  crane: /クレーン|玉掛/u,
  welding: /溶接/u,
  hazmat: /危険物取扱者/u,
  electrician: /電気工事士/u,
  mechanic: /自動車整備士/u,
  cook: /調理師/u,
  care: /介護福祉士|介護職員初任者研修/u,
  nurse: /看護師/u,
  social: /社会福祉士|精神保健福祉士/u,
  architect: /建築士$/u,
  it: /基本情報技術者|応用情報技術者|ITパスポート/u,
  books: /簿記/u,
} as const;
export type LicenceFamily = keyof typeof LICENCE_FAMILIES;
const FAMILIES = Object.keys(LICENCE_FAMILIES) as LicenceFamily[];
export const isFamily = (licence: string): licence is LicenceFamily =>
  Object.hasOwn(LICENCE_FAMILIES, licence);

/** Names of licences as they are compared and shown: full- and half-width alike. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** A stable number for a text (FNV-1a, 32 bits): the same in every run and on every machine. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The last bits of neighbouring numbers are alike; stirred, they are not.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A licence without its letters: payloads hold ids, no words. */
export const licenceId = (name: string): string => `x${spread(plain(name)).toString(36)}`;

const byCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, string>>();
/** Every licence that occupations name, by its id. */
export function licencesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  const known = byCatalogue.get(catalogue);
  if (known) return known;
  const names = [...catalogue.occupations.values()].flatMap(({ licences }) => licences.map(plain));
  const made = new Map(names.map((name) => [licenceId(name), name]));
  byCatalogue.set(catalogue, made);
  return made;
}

/** Licences whose name holds the text, or is held by it, the best known first: ids. */
export function findLicences(catalogue: Catalogue, text: string): string[] {
  const said = normaliseText(text).replace(/ /gu, '');
  if ([...said].length < 2) return [];
  const found = [...licencesOf(catalogue)].flatMap(([id, name]) => {
    const written = normaliseText(name).replace(/ /gu, '');
    if (written === said) return [{ id, rank: 0, length: 0 }];
    if (written.includes(said)) return [{ id, rank: 1, length: written.length }];
    return written.length > 2 && said.includes(written) ? [{ id, rank: 2, length: -written.length }] : [];
  });
  const best = Math.min(...found.map(({ rank }) => rank));
  return found
    .filter(({ rank }) => rank === best || best === 1)
    .sort((a, b) => a.rank - b.rank || a.length - b.length || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** `sea.f04_021.q_car.untrained.-outdoor`; `all` where nothing is chosen. */
export function writeCriteria({ place, field, licence, wants, avoids }: Criteria): string {
  const parts = [
    ...(place ? [place] : []),
    ...(field === undefined ? [] : [`f${field}`]),
    ...(licence === undefined ? [] : [`q_${licence}`]),
    ...WISHES.filter((wish) => wants.includes(wish)),
    ...WISHES.filter((wish) => avoids.includes(wish)).map((wish) => `-${wish}`),
  ];
  return parts.length > 0 ? parts.join('.') : 'all';
}

/** The way back; `null` for what was never written so. */
export function readCriteria(code: string): Criteria | null {
  if (code === 'all') return ANYTHING;
  let read: Criteria = ANYTHING;
  for (const part of code.split('.')) {
    const place = PLACES.find((one) => one === part);
    const want = WISHES.find((one) => one === part);
    const avoid = AVOIDABLE.find((one) => `-${one}` === part);
    if (place) read = { ...read, place };
    else if (want) read = wishing(read, want);
    else if (avoid) read = avoiding(read, avoid);
    else if (/^f\d\d(_\d{3})?$/u.test(part)) read = { ...read, field: part.slice(1) };
    else if (/^q_[a-z0-9]{2,12}$/u.test(part)) read = { ...read, licence: part.slice(2) };
    else return null;
  }
  return read;
}

export const isAnything = (criteria: Criteria): boolean => writeCriteria(criteria) === 'all';

/** With a wish, which cannot be avoided at the same time. */
const wishing = (criteria: Criteria, wish: Wish): Criteria => ({
  ...criteria,
  wants: [...criteria.wants.filter((one) => one !== wish), wish],
  avoids: criteria.avoids.filter((one) => one !== wish),
});
const avoiding = (criteria: Criteria, wish: Wish): Criteria => ({
  ...criteria,
  wants: criteria.wants.filter((one) => one !== wish),
  avoids: [...criteria.avoids.filter((one) => one !== wish), wish],
});

/** A wish put in, or taken out where it was. */
export const toggleWant = (criteria: Criteria, wish: Wish): Criteria =>
  criteria.wants.includes(wish)
    ? { ...criteria, wants: criteria.wants.filter((one) => one !== wish) }
    : wishing(criteria, wish);
export const toggleAvoid = (criteria: Criteria, wish: Wish): Criteria =>
  criteria.avoids.includes(wish)
    ? { ...criteria, avoids: criteria.avoids.filter((one) => one !== wish) }
    : avoiding(criteria, wish);

/** Without one kind of condition. */
export function without(criteria: Criteria, kind: 'place' | 'field' | 'licence' | 'wishes'): Criteria {
  if (kind === 'wishes') return { ...criteria, wants: [], avoids: [] };
  return Object.fromEntries(
    Object.entries(criteria).filter(([name]) => name !== kind),
  ) as unknown as Criteria;
}

/** The same, with what can be avoided avoided instead of wanted. */
export const avoided = (criteria: Criteria): Criteria =>
  criteria.wants.filter((wish) => AVOIDABLE.includes(wish)).reduce(avoiding, criteria);

/** What was chosen before, and more: a place takes the place of another, wishes add up. */
export function adding(criteria: Criteria, more: Criteria): Criteria {
  const { wants, avoids, ...rest } = more;
  const wished = wants.reduce(wishing, { ...criteria, ...rest });
  return avoids.reduce(avoiding, wished);
}

/** Whether an occupation has what a wish asks for. */
export function has({ untrained, licence, night, settings, tags }: Angles, wish: Wish): boolean {
  switch (wish) {
    case 'untrained':
      return untrained;
    case 'nolicence':
      return licence !== 'required';
    case 'nonight':
      return night === 'no';
    case 'it':
      return tags.includes('it_process') || tags.includes('it_industry');
    case 'care':
    case 'b2b':
      return tags.includes(wish);
    default:
      return settings.includes(wish);
  }
}

/** Major and middle group of an occupation's main code: `04` and `04_021`. */
export const fieldOf = ({ mhlwCodes }: Occupation): string => mhlwCodes[0]?.slice(0, 2) ?? '';
export const groupOf = ({ mhlwCodes }: Occupation): string => mhlwCodes[0]?.split('-')[0] ?? '';

function holds(occupation: Occupation, { place, field, licence, wants, avoids }: Criteria): boolean {
  const { angles } = occupation;
  if (field !== undefined && field !== fieldOf(occupation) && field !== groupOf(occupation)) return false;
  if (licence !== undefined && !occupation.licences.some((name) => isLicence(name, licence))) return false;
  // What nobody has judged is not claimed.
  if (!angles) return place === undefined && wants.length === 0 && avoids.length === 0;
  return (
    (place === undefined || angles.places.includes(place)) &&
    wants.every((wish) => has(angles, wish)) &&
    !avoids.some((wish) => has(angles, wish))
  );
}

const isLicence = (name: string, licence: string): boolean =>
  isFamily(licence) ? LICENCE_FAMILIES[licence].test(plain(name)) : licenceId(name) === licence;

/** Occupations that meet all criteria, by number. */
export const select = ({ occupations }: Catalogue, criteria: Criteria): Occupation[] =>
  [...occupations.values()].filter((occupation) => holds(occupation, criteria));

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
export function choicesFor(catalogue: Catalogue, criteria: Criteria, kind: Kind): Counted[] {
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
      const found = select(catalogue, without(criteria, 'place'));
      return inOrderOf(
        PLACES,
        tally(found, ({ angles }) => angles?.places ?? []),
      );
    }
    case 'fields': {
      const found = select(catalogue, without(criteria, 'field'));
      return inOrderOf(
        known,
        tally(found, (one) => [fieldOf(one)]),
      );
    }
    case 'groups': {
      const major = criteria.field?.slice(0, 2);
      if (major === undefined) return [];
      const found = select(catalogue, { ...criteria, field: major });
      return inOrderOf(
        known,
        tally(found, (one) => [groupOf(one)]),
      );
    }
    case 'licences': {
      const found = select(catalogue, without(criteria, 'licence'));
      const families = (one: Occupation) =>
        FAMILIES.filter((family) => one.licences.some((name) => isLicence(name, family)));
      return inOrderOf(FAMILIES, tally(found, families)).sort((a, b) => b.count - a.count);
    }
    case 'wants':
    case 'avoids': {
      const [wishes, toggle] =
        kind === 'wants' ? ([WISHES, toggleWant] as const) : ([AVOIDABLE, toggleAvoid] as const);
      return wishes
        .map((wish) => ({ id: wish, count: select(catalogue, toggle(criteria, wish)).length }))
        .filter(({ count }) => count > 0);
    }
  }
}

/** Whether everything the criteria name is still there: a licence or field of older data may be gone. */
export const isKnown = (catalogue: Catalogue, { field, licence }: Criteria): boolean =>
  (field === undefined || catalogue.fields.has(field)) &&
  (licence === undefined || isFamily(licence) || licencesOf(catalogue).has(licence));

/** Something worth knowing of an occupation that the criteria do not say already. */
export type Remark = { readonly place: Place; readonly typical: boolean } | { readonly is: Wish | 'licence' };

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
  const first = wants[0];
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
