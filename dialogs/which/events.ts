import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type WhichEvent =
  | CommonEvent
  /** One of the readings offered, counted from 0. */
  | { readonly type: 'TAKE'; readonly index: number }
  | { readonly type: 'NEITHER' };

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'take',
    args: ['index'],
    means: 'says which of two readings of a sentence was meant, from 0',
    example: 'which:take:0',
  },
  { verb: 'neither', args: [], means: 'says that neither was meant', example: 'which:neither' },
];

export function read(verb: string, [index = '']: readonly string[]): Reading | null {
  const move = (event: WhichEvent): Reading => ({ event });
  if (verb === 'neither') return move({ type: 'NEITHER' });
  return verb === 'take' && /^[01]$/u.test(index) ? move({ type: 'TAKE', index: Number(index) }) : null;
}
