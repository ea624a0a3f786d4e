import { closenessOf, type Match } from '../domain/matching.ts';
import type { Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';

/** Profiles that were compared. */
type Compared = 'interests' | 'values' | 'both';

export const comparedBy = (has: { readonly interests: boolean; readonly values: boolean }): Compared =>
  has.interests ? (has.values ? 'both' : 'interests') : 'values';

export const matchedBy = ({ byInterests, byValues }: Match): Compared =>
  comparedBy({ interests: byInterests !== null, values: byValues !== null });

/**
 * Why an occupation fits, from the figures: the interests that stand out in the person and, more than in other
 * occupations, in the people who do it; and what matters to the person and is found there more than elsewhere. Without
 * such a likeness nothing is claimed.
 */
export function reasonWords(match: Match): Phrase {
  const by = matchedBy(match);
  if (closenessOf(match) <= 0) return say(`results:reason.unlike.${by}`);
  const kinds = { list: match.reasons.map((interest) => say(`results:interest.${interest}.liked`)) };
  const values = { list: match.sharedValues.map((value) => say(`results:value.${value}.called`)) };
  if (match.reasons.length === 0 && match.sharedValues.length === 0) return say(`results:reason.shape.${by}`);
  if (match.sharedValues.length === 0) return say('results:reason.kinds', { kinds });
  return match.reasons.length === 0
    ? say('results:reason.values', { values })
    : say('results:reason.kindsAndValues', { kinds, values });
}
