import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type OccupationEvent = CommonEvent | Extract<Answer, { type: 'OCCUPATION' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: ['id'],
    means: 'opens an occupation; `id` is job tag’s 収録番号',
    example: 'occupation:open:156',
  },
];

export function read(verb: string, [id = '']: readonly string[]): Reading | null {
  return verb === 'open' && /^\d{1,6}$/u.test(id) ? { open: { id: Number(id) } } : null;
}
