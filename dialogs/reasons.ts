import type { Match } from '../domain/matching.ts';
import type { Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';

/**
 * Why an occupation fits, from the figures: the interests that stand out in the person and, more than in other
 * occupations, in the people who do it. Without such a likeness nothing is claimed.
 */
export function reasonWords({ score, reasons }: Match): Phrase {
  if (score <= 0) return say('results:reason.unlike');
  if (reasons.length === 0) return say('results:reason.shape');
  return say('results:reason.kinds', {
    kinds: { list: reasons.map((interest) => say(`results:interest.${interest}.liked`)) },
  });
}
