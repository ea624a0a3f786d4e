import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type NextEvent = CommonEvent;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: ['id?'],
    means: 'real next steps, for one occupation or in general',
    example: 'next:open:156',
  },
];

export function read(verb: string, [id]: readonly string[]): Reading | null {
  if (verb !== 'open') return null;
  if (id === undefined) return { open: { id: null } };
  return /^\d{1,6}$/u.test(id) ? { open: { id: Number(id) } } : null;
}
