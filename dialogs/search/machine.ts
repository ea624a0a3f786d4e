import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { SearchEvent } from './events.ts';

export const VERSION = 1;

export interface SearchContext {
  /** What was found; the words it was found by are not kept. */
  readonly ids: readonly number[];
  /** Whether the words were typed here; otherwise they were typed in another dialog, which lies underneath. */
  readonly asked: boolean;
}

export const machine = setup({
  types: {
    context: {} as SearchContext,
    events: {} as SearchEvent,
    input: {} as Pick<SearchContext, 'ids'> | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'search',
  context: ({ input }) => ({ ids: input?.ids ?? [], asked: input?.ids === undefined }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [{ guard: ({ context }) => context.ids.length > 0, target: 'found' }, { target: 'asking' }],
    },
    asking: {},
    found: { on: { BACK: { guard: ({ context }) => context.asked, target: 'asking' } } },
    none: { on: { BACK: 'asking', RETURNED: 'asking' } },
  },
  on: {
    FOUND: [
      {
        guard: ({ event }) => event.plain,
        target: '.found',
        actions: [
          assign(({ event }) => ({ ids: event.ids })),
          { type: 'open', params: ({ event }) => ({ dialog: 'occupation', request: { id: event.ids[0] } }) },
        ],
      },
      { target: '.found', actions: assign(({ event }) => ({ ids: event.ids })) },
    ],
    NONE: '.none',
  },
});
