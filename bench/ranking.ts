import { readCriteria } from '../domain/browse.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { explainFit, rank } from '../domain/fit.ts';
import type { MatchIndex } from '../domain/matching.ts';
import { lifted, weightsOf } from '../domain/weighing.ts';
import { rate, timed } from './measure.ts';

/** The person's list made from all there is: interests, values, weights, five criteria and an order. */
export async function benchRanking(
  catalogue: Catalogue,
  matches: MatchIndex,
  add: (measure: string, value: string) => void,
): Promise<void> {
  const interests = {
    realistic: 4.1,
    investigative: 3.2,
    artistic: 2,
    social: 2.7,
    enterprising: 1.8,
    conventional: 3.9,
  };
  const scores = {
    ...{ achievement: 3, autonomy: 2, expertise: 3, self_growth: 4, social_recognition: 1 },
    ...{ service_contribution: 3, good_relationships: 4, workplace_safety: 3, work_life_balance: 5 },
    ...{ stability: 5, compensation: 4 },
  };
  const shifts = { lean: 'values', values: { compensation: 1, stability: 3 } } as const;
  const profile = { interests, values: lifted(scores, shifts), weights: weightsOf(shifts) };
  const index = { catalogue, matches, area: '11' };
  const criteria = readCriteria('nolicence.nonight.indoor.pay350.openings1.bypay')!;
  const all = `ranking all ${catalogue.occupations.size} (both profiles, weights, 5 criteria, order)`;
  add(all, rate(await timed(2000, () => rank(index, profile, criteria, 5))));
  add('why one is where it is', rate(await timed(500, () => explainFit(index, profile, criteria, 156))));
}
