import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import { answeringPayloads, readAnswering, type AnsweringEvent } from '../questionnaire/events.ts';

/** The person's own moves in the interest questionnaire. An answer is 1 (would not like it at all) to 5 (very much). */
export type InterestsEvent =
  | { readonly type: 'START' }
  | AnsweringEvent
  | CommonEvent
  | Extract<Answer, { type: 'QUESTIONNAIRE' | 'SCORED' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'opens the interest questionnaire, or offers to continue it',
    example: 'interests:open',
  },
  { verb: 'start', args: [], means: 'begins with the first question', example: 'interests:start' },
  ...answeringPayloads('interests', 'r01'),
];

export function read(verb: string, args: readonly string[]): Reading | null {
  if (verb === 'open') return { open: {} };
  return verb === 'start' ? { event: { type: 'START' } } : readAnswering(verb, args);
}
