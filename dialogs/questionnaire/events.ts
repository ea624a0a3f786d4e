import { stateName, type Ear, type PayloadSpec, type Position, type Reading } from '../dialog.ts';
import type { Answering } from './answering.ts';

/** The moves that every questionnaire knows. */
export type AnsweringEvent =
  | { readonly type: 'CONTINUE' }
  | { readonly type: 'START_OVER' }
  /** `value` 1 (least) to 5 (most). */
  | { readonly type: 'ANSWER'; readonly item: string; readonly value: number }
  | { readonly type: 'SKIP'; readonly item: string }
  /** Looks at the result although something was noticed. */
  | { readonly type: 'SHOW' }
  /** Goes through passed questions again. */
  | { readonly type: 'REVIEW' };

/** Payloads of those moves, for a dialog of that name and with that item as an example. */
export const answeringPayloads = (name: string, item: string): readonly PayloadSpec[] => [
  { verb: 'continue', args: [], means: 'continues where it was left', example: `${name}:continue` },
  { verb: 'over', args: [], means: 'forgets the answers and begins again', example: `${name}:over` },
  {
    verb: 'answer',
    args: ['item', 'value'],
    means: 'answers an item with 1–5; an earlier item is corrected',
    example: `${name}:answer:${item}:4`,
  },
  { verb: 'skip', args: ['item'], means: 'passes an item', example: `${name}:skip:${item}` },
  { verb: 'show', args: [], means: 'shows the result although it is rough', example: `${name}:show` },
  { verb: 'review', args: [], means: 'asks the passed items again', example: `${name}:review` },
];

export function readAnswering(verb: string, [item = '', value = '']: readonly string[]): Reading | null {
  const move = (event: AnsweringEvent): Reading => ({ event });
  switch (verb) {
    case 'continue':
      return move({ type: 'CONTINUE' });
    case 'over':
      return move({ type: 'START_OVER' });
    case 'show':
      return move({ type: 'SHOW' });
    case 'review':
      return move({ type: 'REVIEW' });
    case 'answer':
      return item && /^[1-5]$/u.test(value) ? move({ type: 'ANSWER', item, value: Number(value) }) : null;
    case 'skip':
      return item ? move({ type: 'SKIP', item }) : null;
    default:
      return null;
  }
}

/** Words for the answers from 1 to 5; the lists are in `heard.json` under a name and this number. */
const STEPS = [1, 2, 3, 4, 5] as const;

/** Typed words as a move where somebody is asked or could go on: 「好き」, "no", 「わからない」. */
export function hearAnswering(
  text: string,
  position: Position,
  ear: Ear,
  lists: readonly string[],
): AnsweringEvent | null {
  const { order, at } = position.context as Answering;
  switch (stateName(position.value)) {
    case 'resuming':
      return ear.hears('yes', text) || ear.hears('continue', text) ? { type: 'CONTINUE' } : null;
    case 'asking': {
      const item = order[at]!;
      if (ear.hears('skip', text)) return { type: 'SKIP', item };
      for (const list of lists) {
        const value = STEPS.find((step) => ear.hears(`${list}${step}`, text));
        if (value !== undefined) return { type: 'ANSWER', item, value };
      }
      return null;
    }
    default:
      return null;
  }
}
