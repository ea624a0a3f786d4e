import { readCriteria } from '../../domain/criteria.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type OccupationEvent = CommonEvent | Extract<Answer, { type: 'OCCUPATION' | 'FIT' }>;

/** What can be told of an occupation besides its card. */
export const PARTS = ['story', 'similar', 'ladder', 'fit'] as const;
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
  {
    verb: 'fit',
    args: ['id', 'criteria?'],
    means:
      'how the person fits, and which condition leaves it out of their list; with criteria, these count from now on',
    example: 'occupation:fit:156:nonight',
  },
];

export function read(verb: string, [id = '', code]: readonly string[]): Reading | null {
  if (!/^\d{1,6}$/u.test(id)) return null;
  if (verb === 'open') return { open: { id: Number(id) } };
  const part = PARTS.find((one) => one === verb);
  if (!part) return null;
  const criteria = part === 'fit' && code !== undefined ? readCriteria(code) : undefined;
  return criteria === null ? null : { open: { id: Number(id), part, ...(criteria && { criteria }) } };
}
