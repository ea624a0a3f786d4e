import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { OccupationFacts } from '../queries.ts';
import type { OccupationEvent } from './events.ts';

export const VERSION = 1;

export interface OccupationRequest {
  readonly id: number;
  /** Begins with the story instead of the card. */
  readonly story?: boolean;
}
export interface OccupationContext {
  readonly id: number;
  readonly story: boolean;
  readonly facts: OccupationFacts | null;
}

export const machine = setup({
  types: {
    context: {} as OccupationContext,
    events: {} as OccupationEvent,
    input: {} as OccupationRequest,
  },
  actions: effects,
}).createMachine({
  id: 'occupation',
  context: ({ input }) => ({ id: input.id, story: input.story === true, facts: null }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'occupation', id: context.id }) },
      on: {
        OCCUPATION: [
          { guard: ({ event }) => event.facts === null, target: 'missing' },
          {
            guard: ({ context, event }) => context.story && event.facts!.moments > 0,
            target: 'story',
            actions: assign(({ event }) => ({ facts: event.facts })),
          },
          { target: 'card', actions: assign(({ event }) => ({ facts: event.facts })) },
        ],
      },
    },
    // The prefecture may have been told meanwhile: the figures are read again.
    card: { on: { RETURNED: 'reading' } },
    story: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ story: false }) } } },
    missing: {},
  },
});
