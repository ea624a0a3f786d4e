import type { Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';
import type { ReasonedMatch } from './queries.ts';

/**
 * Why an occupation fits, from the figures: what the person liked, and that people in the occupation lean the
 * same way more than people in others do. Without such a likeness nothing is claimed.
 */
export function reasonWords({ score, reasons, liked }: ReasonedMatch): Phrase {
  const kinds = { list: reasons.map((interest) => say(`results:interest.${interest}.liked`)) };
  if (score <= 0) return say('results:reason.unlike');
  if (reasons.length === 0) return say('results:reason.shape');
  return liked.length > 0
    ? say('results:reason.liked', { liked: { list: liked.map((item) => ({ item, form: 'echo' as const })) }, kinds })
    : say('results:reason.kinds', { kinds });
}
