import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type GlossaryEvent = CommonEvent | Extract<Answer, { type: 'EXPLAINED' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: ['entry'],
    means: 'explains a word of work or job search; `entry` is an id of seeds/glossary.jsonl',
    example: 'glossary:open:probation_period',
  },
];

export function read(verb: string, [entry = '']: readonly string[]): Reading | null {
  return verb === 'open' && /^[a-z0-9_]{1,60}$/u.test(entry) ? { open: { entry } } : null;
}
