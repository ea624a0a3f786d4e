import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

/** The person's own moves in the interest questionnaire. */
export type InterestsEvent =
  | { readonly type: 'START' }
  | { readonly type: 'CONTINUE' }
  | { readonly type: 'START_OVER' }
  /** `value` 1 (would not like it at all) to 5 (would like it very much). */
  | { readonly type: 'ANSWER'; readonly item: string; readonly value: number }
  | { readonly type: 'SKIP'; readonly item: string }
  /** Looks at the result although something was noticed. */
  | { readonly type: 'SHOW' }
  /** Goes through passed questions again. */
  | { readonly type: 'REVIEW' }
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
  { verb: 'continue', args: [], means: 'continues where it was left', example: 'interests:continue' },
  { verb: 'over', args: [], means: 'forgets the answers and begins again', example: 'interests:over' },
  {
    verb: 'answer',
    args: ['item', 'value'],
    means: 'answers an item with 1–5; an earlier item is corrected',
    example: 'interests:answer:r01:4',
  },
  { verb: 'skip', args: ['item'], means: 'passes an item', example: 'interests:skip:r01' },
  { verb: 'show', args: [], means: 'shows the result although it is rough', example: 'interests:show' },
  { verb: 'review', args: [], means: 'asks the passed items again', example: 'interests:review' },
];

export function read(verb: string, args: readonly string[]): Reading | null {
  const [item = '', value = ''] = args;
  switch (verb) {
    case 'open':
      return { open: {} };
    case 'start':
      return { event: { type: 'START' } };
    case 'continue':
      return { event: { type: 'CONTINUE' } };
    case 'over':
      return { event: { type: 'START_OVER' } };
    case 'show':
      return { event: { type: 'SHOW' } };
    case 'review':
      return { event: { type: 'REVIEW' } };
    case 'answer':
      return item && /^[1-5]$/u.test(value)
        ? { event: { type: 'ANSWER', item, value: Number(value) } as InterestsEvent }
        : null;
    case 'skip':
      return item ? { event: { type: 'SKIP', item } as InterestsEvent } : null;
    default:
      return null;
  }
}
