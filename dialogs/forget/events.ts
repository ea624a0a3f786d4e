import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type ForgetEvent = CommonEvent;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'says what is kept of the person, and asks whether to delete it',
    example: 'forget:open',
  },
  {
    verb: 'now',
    args: [],
    means: 'deletes everything kept of the person, at once and for good',
    example: 'forget:now',
  },
];

export function read(verb: string): Reading | null {
  if (verb === 'open') return { open: {} };
  return verb === 'now' ? { open: { now: true } } : null;
}
