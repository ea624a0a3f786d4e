import { stateName, type Ear, type Position } from '../dialog.ts';
import type { PairsEvent } from './events.ts';
import type { PairsContext } from './machine.ts';

/** Words that say no to both, or that it does not matter; the lists are in `heard.json`. */
const NEITHER = ['neither', 'skip', 'liking3', 'liking2', 'liking1'];
/** A yes that does not tell which. */
const BOTH = ['both', 'liking5', 'liking4', 'yes'];

/** Typed words about two activities: 「上」, "the second one", 「どっちも」. */
export function hear(text: string, position: Position, ear: Ear): PairsEvent | null {
  const { pair } = position.context as PairsContext;
  const isOne = (lists: readonly string[]) => lists.some((list) => ear.hears(list, text));
  switch (stateName(position.value)) {
    case 'intro':
      return isOne(['yes']) ? { type: 'START' } : null;
    case 'resuming':
      return isOne(['yes', 'continue']) ? { type: 'CONTINUE' } : null;
    case 'asking': {
      if (!pair) return null;
      if (isOne(['first'])) return { type: 'CHOOSE', ...pair, chosen: pair.a };
      if (isOne(['second'])) return { type: 'CHOOSE', ...pair, chosen: pair.b };
      // There is nothing else to continue than this.
      if (isOne(['continue'])) return { type: 'CONTINUE' };
      if (isOne(NEITHER)) return { type: 'CHOOSE', ...pair, chosen: null };
      return isOne(BOTH) ? { type: 'BOTH' } : null;
    }
    default:
      return null;
  }
}
