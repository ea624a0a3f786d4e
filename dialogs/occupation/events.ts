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
  {
    verb: 'story',
    args: ['id'],
    means: 'how it is to do the job: a day, how to get in, what suits and what is hard',
    example: 'occupation:story:156',
  },
];

export function read(verb: string, [id = '']: readonly string[]): Reading | null {
  if (!/^\d{1,6}$/u.test(id)) return null;
  if (verb === 'open') return { open: { id: Number(id) } };
  return verb === 'story' ? { open: { id: Number(id), story: true } } : null;
}
