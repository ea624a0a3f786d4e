import { sidesOf } from '../../domain/values.ts';
import { stateName, type Ear, type Position } from '../dialog.ts';
import { hearAnswering } from '../questionnaire/events.ts';
import type { ValuesEvent } from './events.ts';
import type { ValuesContext } from './machine.ts';

/** Words that say that both weigh the same. */
const EVEN = ['both', 'neither', 'skip', 'liking3'];

/** Typed words: 「大切」, "not important", 「どっちも」. */
export function hear(text: string, position: Position, ear: Ear): ValuesEvent | null {
  const { order, at } = position.context as ValuesContext;
  const item = order[at] ?? '';
  switch (stateName(position.value)) {
    case 'intro':
      if (ear.hears('shorter', text) || ear.hears('yes', text)) return { type: 'BEGIN', form: 'short' };
      return ear.hears('longer', text) ? { type: 'BEGIN', form: 'full' } : null;
    case 'asking':
      if (sidesOf(item)) {
        if (ear.hears('first', text)) return { type: 'ANSWER', item, value: 1 };
        if (ear.hears('second', text)) return { type: 'ANSWER', item, value: 2 };
        return EVEN.some((list) => ear.hears(list, text)) ? { type: 'SKIP', item } : null;
      }
  }
  return hearAnswering(text, position, ear, ['matters', 'liking']);
}
