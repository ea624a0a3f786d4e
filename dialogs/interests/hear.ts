import { stateName, type Ear, type Position } from '../dialog.ts';
import type { InterestsEvent } from './events.ts';
import type { InterestsContext } from './machine.ts';

/** Words for liking, from 1 to 5; the lists are in `heard.json`. */
const LIKING = [1, 2, 3, 4, 5] as const;

/** Typed words as an answer to the question asked: 「好き」, "no", 「わからない」. */
export function hear(text: string, position: Position, ear: Ear): InterestsEvent | null {
  const { order, at } = position.context as InterestsContext;
  switch (stateName(position.value)) {
    case 'intro':
      return ear.hears('yes', text) ? { type: 'START' } : null;
    case 'resuming':
      return ear.hears('yes', text) || ear.hears('continue', text) ? { type: 'CONTINUE' } : null;
    case 'asking': {
      const item = order[at]!;
      if (ear.hears('skip', text)) return { type: 'SKIP', item };
      const value = LIKING.find((liking) => ear.hears(`liking${liking}`, text));
      return value === undefined ? null : { type: 'ANSWER', item, value };
    }
    default:
      return null;
  }
}
