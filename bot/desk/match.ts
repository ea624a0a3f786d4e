import {
  ANYTHING,
  asksOpenings,
  asksPay,
  readCriteria,
  toggleAvoid,
  toggleWant,
  type Criteria,
} from '../../domain/criteria.ts';
import { rank } from '../../domain/fit.ts';
import { WORK_VALUES } from '../../domain/catalogue.ts';
import type { Match } from '../../domain/matching.ts';
import { ALL_JAPAN } from '../../domain/wages.ts';
import { lifted, shifted, UNSHIFTED, weightsOf, type Shifts } from '../../domain/weighing.ts';
import type { House } from '../house.ts';
import type {
  WEIGHTS,
  MatchAnswer,
  MatchCriteria,
  MatchItem,
  MatchRequest,
  MatchWeights,
} from '../information.ts';
import { openingsAnswer, wageAnswer } from './pay.ts';

/** Occupations for a profile; `null` when it is flat, or nothing of it counts. */
export function matchAnswer(house: House, request: MatchRequest): MatchAnswer | null {
  const { interests, values, weights, sort, prefecture, limit, locale } = request;
  const shifts = shiftsOf(weights ?? {});
  const area = prefecture ?? ALL_JAPAN;
  const criteria: Criteria = { ...criteriaOf(request.criteria ?? {}), ...(sort && { sort }) };
  const profile = { interests, values: values && lifted(values, shifts), weights: weightsOf(shifts) };
  const index = { catalogue: house.catalogue, matches: house.matchIndex, area };
  // A program mixes fields itself: the plain order is given.
  const { all, shown, total, unknown } = rank(index, profile, criteria);
  if (!all) return null;
  return {
    total,
    unknown,
    items: shown.slice(0, limit).map(({ id, score, ...shared }) => {
      const occupation = house.catalogue.occupations.get(id)!;
      return {
        id,
        name: occupation.texts[locale].name,
        score,
        reasons: reasonsOf(shared),
        ...(asksPay(criteria) && { wage: wageAnswer(house, occupation, area, locale) }),
        ...(asksOpenings(criteria) && { openings: openingsAnswer(house, occupation, area, locale) }),
      };
    }),
  };
}

export const reasonsOf = ({
  reasons,
  sharedValues,
}: Pick<Match, 'reasons' | 'sharedValues'>): MatchItem['reasons'] => [
  ...reasons.map((key) => ({ kind: 'interest' as const, key })),
  ...sharedValues.map((key) => ({ kind: 'value' as const, key })),
];

function criteriaOf({ place, field, licence, wants = [], avoids = [], unknown }: MatchCriteria): Criteria {
  const known = field === undefined ? null : readCriteria(`f${field}`);
  const begun: Criteria = {
    ...ANYTHING,
    ...known,
    ...(place && { place }),
    ...(licence && { licence }),
    ...(unknown && { open: true }),
  };
  return [...new Set(avoids)].reduce(toggleAvoid, [...new Set(wants)].reduce(toggleWant, begun));
}

/** Levels of `domain/weighing.ts` by their names. */
const LEVEL = { none: 0, less: 1, more: 3 } as const satisfies Record<(typeof WEIGHTS)[number], number>;

const shiftsOf = ({ lean, values = {} }: MatchWeights): Shifts =>
  WORK_VALUES.reduce(
    (shifts, value) => (values[value] ? shifted(shifts, { value, level: LEVEL[values[value]] }) : shifts),
    lean ? shifted(UNSHIFTED, { lean }) : UNSHIFTED,
  );
