import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type WagesEvent =
  /** Choose where. */
  | { readonly type: 'PLACE' }
  /** Choose one more prefecture to compare with. */
  | { readonly type: 'OTHER' }
  | CommonEvent
  | Extract<Answer, { type: 'PAY' }>;

/** Two or three are compared at a time: more cannot be taken in on a phone. */
export const MOST_AREAS = 3;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: ['id'],
    means: 'pay of an occupation where the person lives (asks where, if not known)',
    example: 'wages:open:156',
  },
  {
    verb: 'compare',
    args: ['id', 'areas'],
    means: 'pay in one to three areas (`00` all Japan, `01`–`47`), comma-separated',
    example: 'wages:compare:156:13,27',
  },
  { verb: 'place', args: [], means: 'chooses the prefecture to look at', example: 'wages:place' },
  { verb: 'other', args: [], means: 'chooses one more prefecture to compare with', example: 'wages:other' },
];

export function read(verb: string, [id = '', areas = '']: readonly string[]): Reading | null {
  if (verb === 'place') return { event: { type: 'PLACE' } };
  if (verb === 'other') return { event: { type: 'OTHER' } };
  if (!/^\d{1,6}$/u.test(id)) return null;
  if (verb === 'open') return { open: { id: Number(id), areas: [] } };
  if (verb === 'compare' && /^(0\d|[1-3]\d|4[0-7])(,(0\d|[1-3]\d|4[0-7])){0,2}$/u.test(areas)) {
    return { open: { id: Number(id), areas: [...new Set(areas.split(','))] } };
  }
  return null;
}
