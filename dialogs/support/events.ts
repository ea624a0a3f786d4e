import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

/** Whom somebody would like to talk to: about work, about how they feel, about their rights at work. */
export const PLACES = ['work', 'heart', 'rights'] as const;
export type Place = (typeof PLACES)[number];

export type SupportEvent =
  | CommonEvent
  /** Something was written that is no command and no job. */
  | { readonly type: 'SAID' }
  | { readonly type: 'DONE' };

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'asks whom the person would like to talk to', example: 'support:open' },
  { verb: 'work', args: [], means: 'people to talk to about work', example: 'support:work' },
  { verb: 'heart', args: [], means: 'people to talk to when life feels heavy', example: 'support:heart' },
  {
    verb: 'rights',
    args: [],
    means: 'people who help with trouble at work or unpaid wages',
    example: 'support:rights',
  },
  {
    verb: 'done',
    args: [],
    means: 'goes back from `support:heart` to where the person was before',
    example: 'support:done',
  },
];

export function read(verb: string): Reading | null {
  if (verb === 'open') return { open: {} };
  if (verb === 'done') return { event: { type: 'DONE' } };
  const place = PLACES.find((known) => known === verb);
  return place ? { open: { place } } : null;
}
