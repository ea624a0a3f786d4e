import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

/** Why a code opened nothing. */
export const OUTCOMES = ['unknown', 'used', 'expired', 'limited'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type CarryEvent =
  | CommonEvent
  /** A code was made for this conversation. */
  | { readonly type: 'CODE'; readonly code: string }
  /** The conversation of the other side is taken, or that of this side kept. */
  | { readonly type: 'TAKE' | 'KEEP' };

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'makes a one-time code with which the conversation goes on in another channel',
    example: 'carry:open',
  },
  {
    verb: 'take',
    args: ['code'],
    means: 'goes on here with the conversation of that code; the same as typing it',
    example: 'carry:take:7K3MQ2XB',
  },
  {
    verb: 'replace',
    args: [],
    means: 'takes the conversation of the code in place of the one that is here',
    example: 'carry:replace',
  },
  { verb: 'keep', args: [], means: 'keeps the conversation that is here', example: 'carry:keep' },
];

export function read(verb: string): Reading | null {
  switch (verb) {
    case 'open':
      return { open: {} };
    // What looks like a code has been looked up before the turn; this does not.
    case 'take':
      return { open: { outcome: 'unknown' } };
    case 'replace':
      return { event: { type: 'TAKE' } };
    case 'keep':
      return { event: { type: 'KEEP' } };
    default:
      return null;
  }
}
