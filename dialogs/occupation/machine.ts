import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { OccupationFacts } from '../queries.ts';
import type { OccupationEvent, Part } from './events.ts';

export const VERSION = 2;

export interface OccupationRequest {
  readonly id: number;
  /** Begins there instead of with the card. */
  readonly part?: Part | null;
}
export interface OccupationContext {
  readonly id: number;
  readonly part: Part | null;
  readonly facts: OccupationFacts | null;
}

/** Whether there is something to tell of a part. */
const tells = (facts: OccupationFacts | null, part: Part | null): boolean => {
  switch (part) {
    case 'story':
      return facts !== null && facts.moments > 0;
    case 'similar':
      return facts !== null && facts.similar.length > 0;
    case 'ladder':
      return facts !== null && facts.ladder !== null;
    case null:
      return false;
  }
};

export const machine = setup({
  types: {
    context: {} as OccupationContext,
    events: {} as OccupationEvent,
    input: {} as OccupationRequest,
  },
  actions: effects,
}).createMachine({
  id: 'occupation',
  context: ({ input }) => ({ id: input.id, part: input.part ?? null, facts: null }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'occupation', id: context.id }) },
      on: {
        OCCUPATION: [
          { guard: ({ event }) => event.facts === null, target: 'missing' },
          { target: 'told', actions: assign(({ event }) => ({ facts: event.facts })) },
        ],
      },
    },
    told: {
      always: [
        { guard: ({ context }) => !tells(context.facts, context.part), target: 'card' },
        { guard: ({ context }) => context.part === 'story', target: 'story' },
        { guard: ({ context }) => context.part === 'similar', target: 'similar' },
        { target: 'ladder' },
      ],
    },
    // The prefecture may have been told meanwhile: the figures are read again.
    card: { on: { RETURNED: 'reading' } },
    story: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    similar: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    ladder: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    missing: {},
  },
});
