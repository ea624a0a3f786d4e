import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { Place, SupportEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export interface SupportContext {
  /** Where to begin; `null` asks first. */
  readonly place: Place | null;
}

export const machine = setup({
  types: {
    context: {} as SupportContext,
    events: {} as SupportEvent,
    input: {} as { readonly place?: Place } | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'support',
  context: ({ input }) => ({ place: input?.place ?? null }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: ({ context }) => context.place === 'work', target: 'work' },
        { guard: ({ context }) => context.place === 'heart', target: 'heart' },
        { guard: ({ context }) => context.place === 'rights', target: 'rights' },
        { target: 'choosing' },
      ],
    },
    choosing: {},
    work: { on: { BACK: 'choosing' } },
    heart: {
      on: {
        BACK: 'choosing',
        SAID: 'listening',
        DONE: { actions: { type: 'close', params: {} } },
      },
    },
    /** Somebody in `heart` goes on writing: they are answered, and the people to call stay in view. */
    listening: {
      on: {
        BACK: 'choosing',
        SAID: 'listening',
        DONE: { actions: { type: 'close', params: {} } },
      },
    },
    rights: { on: { BACK: 'choosing' } },
  },
});
