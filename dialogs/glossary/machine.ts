import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { GlossaryEvent } from './events.ts';

export const VERSION = 1;

export interface GlossaryRequest {
  readonly entry: string;
}
export interface GlossaryContext {
  readonly entry: string;
  /** Related entries. */
  readonly see: readonly string[];
}

export const machine = setup({
  types: {
    context: {} as GlossaryContext,
    events: {} as GlossaryEvent,
    input: {} as GlossaryRequest | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'glossary',
  context: ({ input }) => ({ entry: input?.entry ?? '', see: [] }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'entry', entry: context.entry }) },
      on: {
        EXPLAINED: [
          { guard: ({ event }) => event.see === null, target: 'missing' },
          { target: 'entry', actions: assign(({ event }) => ({ see: event.see ?? [] })) },
        ],
      },
    },
    entry: {},
    missing: {},
  },
});
