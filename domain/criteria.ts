/** What a list of occupations is chosen by: conditions, and the order. Language-free, and short enough for a payload. */
import { PLACES, type Place } from './catalogue.ts';

/** What can be wished for, or avoided. Judged (`ANGLE_WISHES`) or read from figures (`domain/traits.ts`). */
export const ANGLE_WISHES = [
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
export type AngleWish = (typeof ANGLE_WISHES)[number];
export const WISHES = [
  ...ANGLE_WISHES,
  'indoor',
  'sitting',
  'standing',
  'highschool',
  'vocational',
  'university',
  'paymid',
  'pay350',
  'pay400',
  'pay500',
  'pay600',
  'openings1',
  'openings2',
] as const;
export type Wish = (typeof WISHES)[number];

/** Wishes as they are shown together: what it takes to get in, where and when, with whom, pay and openings. */
export const WISH_GROUPS = {
  entry: ['untrained', 'nolicence', 'highschool', 'vocational', 'university'],
  day: ['nonight', 'indoor', 'outdoor', 'sitting', 'standing'],
  what: ['people', 'alone', 'things', 'care', 'it', 'b2b'],
  pay: ['paymid', 'pay350', 'pay400', 'pay500', 'pay600', 'openings1', 'openings2'],
} as const satisfies Record<string, readonly Wish[]>;
/** Wishes that one would rather not have; of the others, the contrary is a condition of its own ("a licence is needed"). */
export const AVOIDABLE: readonly Wish[] = [...WISH_GROUPS.what, 'indoor', 'outdoor', 'sitting', 'standing'];
/** Those whose contrary is offered beside them. */
export const OPPOSED: readonly Wish[] = [
  'untrained',
  'nolicence',
  'nonight',
  'highschool',
  'vocational',
  'university',
];
export type WishGroup = keyof typeof WISH_GROUPS;
export const GROUP_NAMES = Object.keys(WISH_GROUPS) as WishGroup[];

/** Orders of a list besides the usual one, by fit. */
export const SORTS = ['bypay', 'byopenings'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of occupations is chosen by; everything must hold. */
export interface Criteria {
  readonly place?: Place;
  /** A major group of the 厚労省編職業分類 (`04`), or a middle group of it (`04_021`). */
  readonly field?: string;
  /** A family of licences (`LICENCE_FAMILIES`), or one licence by its `licenceId`. */
  readonly licence?: string;
  readonly wants: readonly Wish[];
  readonly avoids: readonly Wish[];
  /** With occupations that lack the figures to tell. */
  readonly open?: true;
  /** Only occupations that can be compared with the person. */
  readonly mine?: true;
  readonly sort?: Sort;
}
export const ANYTHING: Criteria = { wants: [], avoids: [] };

/** The same conditions, whichever list they narrow. */
export function ofAll(criteria: Criteria): Criteria {
  const { mine, ...rest } = criteria;
  return mine ? rest : criteria;
}

/** Each condition, as criteria of its own. */
export const conditionsOf = ({ place, field, licence, wants, avoids }: Criteria): Criteria[] => [
  ...(place ? [{ ...ANYTHING, place }] : []),
  ...(field === undefined ? [] : [{ ...ANYTHING, field }]),
  ...(licence === undefined ? [] : [{ ...ANYTHING, licence }]),
  ...wants.map((wish) => ({ ...ANYTHING, wants: [wish] })),
  ...avoids.map((wish) => ({ ...ANYTHING, avoids: [wish] })),
];

/** The criteria without one of their conditions. */
export const loosened = (criteria: Criteria, condition: Criteria): Criteria => {
  const { place, field, licence, wants, avoids } = condition;
  const gone = [
    ...(place ? ['place'] : []),
    ...(field === undefined ? [] : ['field']),
    ...(licence === undefined ? [] : ['licence']),
  ];
  const kept = Object.entries(criteria).filter(([name]) => !gone.includes(name));
  return {
    ...(Object.fromEntries(kept) as unknown as Criteria),
    wants: criteria.wants.filter((wish) => !wants.includes(wish)),
    avoids: criteria.avoids.filter((wish) => !avoids.includes(wish)),
  };
};

/** `sea.f04_021.q_car.untrained.-outdoor.bypay`; `all` where nothing is chosen. */
export function writeCriteria({ place, field, licence, wants, avoids, open, mine, sort }: Criteria): string {
  const parts = [
    ...(mine ? ['mine'] : []),
    ...(place ? [place] : []),
    ...(field === undefined ? [] : [`f${field}`]),
    ...(licence === undefined ? [] : [`q_${licence}`]),
    // In the order chosen: the last one is the first to be let go.
    ...wants,
    ...avoids.map((wish) => `-${wish}`),
    ...(open ? ['open'] : []),
    ...(sort ? [sort] : []),
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
    const avoid = WISHES.find((one) => `-${one}` === part);
    const sort = SORTS.find((one) => one === part);
    if (place) read = { ...read, place };
    else if (want) read = wishing(read, want);
    else if (avoid) read = avoiding(read, avoid);
    else if (sort) read = { ...read, sort };
    else if (part === 'mine') read = { ...read, mine: true };
    else if (part === 'open') read = { ...read, open: true };
    else if (/^f\d\d(_\d{3})?$/u.test(part)) read = { ...read, field: part.slice(1) };
    else if (/^q_[a-z0-9]{2,12}$/u.test(part)) read = { ...read, licence: part.slice(2) };
    else return null;
  }
  return read;
}

/** Whether there is no condition. */
export const isAnything = (criteria: Criteria): boolean => conditionsOf(criteria).length === 0;

/** The same order, and for the same list, without any condition. */
export const cleared = ({ mine, sort }: Criteria): Criteria => ({
  ...ANYTHING,
  ...(mine && { mine }),
  ...(sort && { sort }),
});

/** Whether pay, or openings, are what a list is chosen or ordered by: then they are shown. */
export const asksPay = ({ wants, avoids, sort }: Criteria): boolean =>
  sort === 'bypay' || [...wants, ...avoids].some((wish) => STEPS[0]!.includes(wish));
export const asksOpenings = ({ wants, avoids, sort }: Criteria): boolean =>
  sort === 'byopenings' || [...wants, ...avoids].some((wish) => STEPS[1]!.includes(wish));
export const asksFigures = (criteria: Criteria): boolean => asksPay(criteria) || asksOpenings(criteria);

/** Steps of one figure: a new one takes the place of the old. */
const STEPS: readonly (readonly Wish[])[] = [
  ['paymid', 'pay350', 'pay400', 'pay500', 'pay600'],
  ['openings1', 'openings2'],
];
const instead = (wishes: readonly Wish[], wish: Wish): Wish[] => {
  const steps = STEPS.find((one) => one.includes(wish)) ?? [wish];
  return [...wishes.filter((one) => !steps.includes(one)), wish];
};

/** With a wish, which cannot be avoided at the same time. */
export const wishing = (criteria: Criteria, wish: Wish): Criteria => ({
  ...criteria,
  wants: instead(criteria.wants, wish),
  avoids: criteria.avoids.filter((one) => one !== wish),
});
export const avoiding = (criteria: Criteria, wish: Wish): Criteria => ({
  ...criteria,
  wants: criteria.wants.filter((one) => one !== wish),
  avoids: instead(criteria.avoids, wish),
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

/** The same, with what one can avoid avoided instead of wanted. */
export const avoided = (criteria: Criteria): Criteria =>
  criteria.wants.filter((wish) => AVOIDABLE.includes(wish)).reduce(avoiding, criteria);

/** What was chosen before, and more: a place takes the place of another, wishes add up. */
export function adding(criteria: Criteria, more: Criteria): Criteria {
  const { wants, avoids, ...rest } = more;
  const wished = wants.reduce(wishing, { ...criteria, ...rest });
  return avoids.reduce(avoiding, wished);
}
