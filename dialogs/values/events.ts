import type { ValueForm } from '../../domain/values.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import { answeringPayloads, readAnswering, type AnsweringEvent } from '../questionnaire/events.ts';

/**
 * The person's own moves in the questionnaire of work values. An answer is 1 (not important) to 5 (very important); of
 * a trade-off, 1 or 2 for the side chosen.
 */
export type ValuesEvent =
  /** Begins; only words do it so, buttons open the dialog with a form. */
  | { readonly type: 'BEGIN'; readonly form: ValueForm }
  | AnsweringEvent
  | CommonEvent
  | Extract<Answer, { type: 'VALUE_ITEMS' | 'TRADE_OFFS' | 'WEIGHED' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'opens the questionnaire of work values, or offers to continue it',
    example: 'values:open',
  },
  {
    verb: 'begin',
    args: ['form'],
    means: 'begins, or goes on with, the `short` or the `full` form',
    example: 'values:begin:short',
  },
  {
    verb: 'more',
    args: [],
    means: 'goes on from the short result to the full form',
    example: 'values:more',
  },
  ...answeringPayloads('values', 'v01'),
];

export function read(verb: string, args: readonly string[]): Reading | null {
  switch (verb) {
    case 'open':
      return { open: {} };
    case 'begin': {
      const form = (['short', 'full'] as const).find((one) => one === args[0]);
      return form ? { open: { form } } : null;
    }
    case 'more':
      return { open: { form: 'full', goOn: true } };
    default:
      return readAnswering(verb, args);
  }
}
