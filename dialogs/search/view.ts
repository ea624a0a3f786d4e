import type { Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { SearchContext } from './machine.ts';

/**
 * Something to tap for whoever cannot name an occupation: eight that people look up often, from different fields
 * (general clerk, nurse, childcare worker, care home worker, programmer, supermarket clerk, truck driver, hairdresser).
 */
const OFTEN = [428, 156, 131, 134, 313, 57, 477, 116] as const;

export function view({ value, context }: Position<SearchContext>): Sketch {
  const state = stateName(value);
  const offered: readonly number[] = state === 'found' ? context.ids : OFTEN;
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: say(`search:${state}.text`, { count: context.ids.length }),
        options: offered.map(occupation),
      },
    ],
    choices: [
      ...(state === 'none'
        ? [{ label: say('search:none.interests'), payload: 'interests:open' } as const]
        : []),
      ...(state === 'found'
        ? []
        : [{ label: say(`search:${state}.browse`), payload: 'browse:open' } as const]),
      WAYS.back,
      WAYS.menu,
    ],
    typing: true,
  };
}

const occupation = (id: number): Choice<Phrase> => ({
  label: say('search:name', { name: { occupation: id } }),
  payload: `occupation:open:${id}`,
});
