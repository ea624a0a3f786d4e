import type { PairChoice } from '../../domain/profile.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type PairsEvent =
  | { readonly type: 'START' }
  | { readonly type: 'CONTINUE' }
  | { readonly type: 'START_OVER' }
  /** The pair is named, so that a late tap never answers the next one. */
  | ({ readonly type: 'CHOOSE' } & PairChoice)
  /** Likes both, or says a yes that does not tell which. */
  | { readonly type: 'BOTH' }
  | CommonEvent
  | Extract<Answer, { type: 'PAIRED' }>;

/** Stands in a payload for neither of the two. */
export const NONE = 'none';

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'opens the choice between pairs, or offers to continue it',
    example: 'pairs:open',
  },
  { verb: 'start', args: [], means: 'begins with the first pair', example: 'pairs:start' },
  { verb: 'continue', args: [], means: 'continues where it was left', example: 'pairs:continue' },
  { verb: 'over', args: [], means: 'forgets the choices and begins again', example: 'pairs:over' },
  {
    verb: 'choose',
    args: ['a', 'b', 'chosen'],
    means: 'chooses one of two items, or `none`; an earlier pair is corrected',
    example: 'pairs:choose:r02:s01:s01',
  },
  { verb: 'back', args: [], means: 'takes the last choice back', example: 'pairs:back' },
];

export function read(verb: string, args: readonly string[]): Reading | null {
  switch (verb) {
    case 'open':
      return { open: {} };
    case 'start':
      return { event: { type: 'START' } };
    case 'continue':
      return { event: { type: 'CONTINUE' } };
    case 'over':
      return { event: { type: 'START_OVER' } };
    case 'back':
      return { event: { type: 'BACK' } };
    case 'choose': {
      const [a = '', b = '', chosen = ''] = args;
      if (a === '' || b === '' || ![a, b, NONE].includes(chosen)) return null;
      const event: PairsEvent = { type: 'CHOOSE', a, b, chosen: chosen === NONE ? null : chosen };
      return { event };
    }
    default:
      return null;
  }
}
