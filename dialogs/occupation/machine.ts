import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { OccupationFacts } from '../queries.ts';
import type { OccupationEvent } from './events.ts';

export const VERSION = 1;

export interface OccupationContext {
  readonly id: number;
  readonly facts: OccupationFacts | null;
}

export const machine = setup({
  types: {
    context: {} as OccupationContext,
    events: {} as OccupationEvent,
    input: {} as { readonly id: number },
  },
  actions: effects,
}).createMachine({
  id: 'occupation',
  context: ({ input }) => ({ id: input.id, facts: null }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'occupation', id: context.id }) },
      on: {
        OCCUPATION: [
          {
            guard: ({ event }) => event.facts !== null,
            target: 'card',
            actions: assign(({ event }) => ({ facts: event.facts })),
          },
          { target: 'missing' },
        ],
      },
    },
    // The prefecture may have been told meanwhile: the figures are read again.
    card: { on: { RETURNED: 'reading' } },
    missing: {},
  },
});
