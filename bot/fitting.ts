import type { Answer, Fitting, Query } from '../dialogs/queries.ts';
import {
  adding,
  ANYTHING,
  conditionsOf,
  isKnown,
  judge,
  loosened,
  loosenings,
  ofAll,
  readCriteria,
  surprise,
  type Criteria,
  type Viewer,
} from '../domain/browse.ts';
import { explainFit, rank, type FitIndex } from '../domain/fit.ts';
import type { Match } from '../domain/matching.ts';
import { interestsOf, matchProfileOf, type Profile } from '../domain/profile.ts';
import { clarity } from '../domain/scoring.ts';
import { ALL_JAPAN, payPicture } from '../domain/wages.ts';
import { shifted, UNSHIFTED } from '../domain/weighing.ts';
import type { House } from './house.ts';

/** What the person's list is narrowed by; conditions of older data that are gone are left out. */
export function narrowedBy(house: House, { narrowed }: Profile): Criteria {
  const kept = (narrowed === undefined ? null : readCriteria(narrowed)) ?? ANYTHING;
  return sound(house, kept);
}

const sound = (house: House, criteria: Criteria): Criteria =>
  conditionsOf(criteria)
    .filter((condition) => !isKnown(house.catalogue, condition))
    .reduce(loosened, criteria);

/** Jobs for the person, by all that is known of them. */
export function fitting(
  house: House,
  before: Profile,
  day: string,
  query: Extract<Query, { ask: 'matches' }>,
): Omit<Extract<Answer, { type: 'MATCHED' }>, 'sketch' | 'liked'> {
  const { catalogue } = house;
  const profile = query.home ? { ...before, prefecture: query.home } : before;
  const kept = query.criteria ? sound(house, query.criteria) : narrowedBy(house, profile);
  const criteria = ofAll(query.more ? sound(house, adding(kept, query.more)) : kept);
  const keptShifts = profile.shifts ?? UNSHIFTED;
  const shifts = query.moves.reduce(shifted, query.shifts ?? keptShifts);
  const person = matchProfileOf({ ...profile, shifts });
  const index = indexFor(house, profile);
  const ranking = person && rank(index, person, criteria, query.offset + query.limit);
  // A list may have grown shorter meanwhile.
  const offset = query.offset < (ranking?.total ?? 0) ? query.offset : 0;
  const items = ranking?.shown.slice(offset, offset + query.limit) ?? [];
  const scores = interestsOf(profile);
  const viewer: Viewer = { area: index.area, matches: ranking?.all ?? null };
  return {
    type: 'MATCHED',
    scores,
    clarity: scores && clarity(scores),
    values: profile.values ?? null,
    offset,
    flat: !ranking?.all,
    total: ranking?.total ?? 0,
    unknown: ranking?.unknown ?? 0,
    items: items.map((match) => asItem(house, match, criteria, viewer, day)),
    criteria,
    shifts,
    before: { criteria: narrowedBy(house, profile), shifts: keptShifts },
    loosenings:
      ranking?.all && ranking.total === 0 ? loosenings(catalogue, { ...criteria, mine: true }, viewer) : [],
    area: index.area,
  };
}

const indexFor = (house: House, { prefecture }: Profile): FitIndex => ({
  catalogue: house.catalogue,
  matches: house.matchIndex,
  area: prefecture ?? ALL_JAPAN,
});

function asItem(house: House, match: Match, criteria: Criteria, viewer: Viewer, day: string): Fitting {
  const { catalogue } = house;
  const occupation = catalogue.occupations.get(match.id)!;
  return {
    ...match,
    pay: payPicture(catalogue, occupation, viewer.area, day),
    untold: criteria.open
      ? conditionsOf(criteria).filter((condition) => judge(catalogue, condition, viewer)(occupation) === null)
      : [],
  };
}

/** How one occupation fits the person. */
export function fit(house: House, profile: Profile, query: Extract<Query, { ask: 'fit' }>): Answer {
  const person = matchProfileOf(profile);
  const criteria = query.criteria ? sound(house, query.criteria) : narrowedBy(house, profile);
  const index = indexFor(house, profile);
  return {
    type: 'FIT',
    known: house.catalogue.occupations.has(query.id),
    fit: person && explainFit(index, person, criteria, query.id),
    criteria,
    area: index.area,
  };
}

/** Among so many of the best the occupation of the week is chosen; then it begins anew. */
const BEST = 40;

/**
 * The best one that was not shown lately, within the conditions kept; a surprise where nothing is known of the person
 * or nothing meets the conditions.
 */
export function ofTheWeek(house: House, profile: Profile, shown: readonly number[]): number {
  const person = matchProfileOf(profile);
  const criteria = ofAll(narrowedBy(house, profile));
  const best = person ? rank(indexFor(house, profile), person, criteria, BEST).shown.map(({ id }) => id) : [];
  const [oldest] = best.toSorted((one, other) => shown.lastIndexOf(one) - shown.lastIndexOf(other));
  return best.find((id) => !shown.includes(id)) ?? oldest ?? surprise(house.catalogue, null, shown)!;
}
