import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type OccupationEvent = CommonEvent | Extract<Answer, { type: 'OCCUPATION' }>;

/** What can be told of an occupation besides its card. */
export const PARTS = ['story', 'similar', 'ladder'] as const;
export type Part = (typeof PARTS)[number];

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
  {
    verb: 'similar',
    args: ['id'],
    means: 'occupations most like it, and what they share',
    example: 'occupation:similar:156',
  },
  {
    verb: 'ladder',
    args: ['id'],
    means: 'how a working life can grow from it, step by step',
    example: 'occupation:ladder:156',
  },
];

export function read(verb: string, [id = '']: readonly string[]): Reading | null {
  if (!/^\d{1,6}$/u.test(id)) return null;
  if (verb === 'open') return { open: { id: Number(id) } };
  const part = PARTS.find((one) => one === verb);
  return part ? { open: { id: Number(id), part } } : null;
}
