import { assign, setup } from 'xstate';
import { ofAll, writeCriteria, type Criteria } from '../../domain/criteria.ts';
import { effects } from '../dialog.ts';
import type { Answer, OccupationFacts } from '../queries.ts';
import type { OccupationEvent, Part } from './events.ts';

export const VERSION = 3;

export interface OccupationRequest {
  readonly id: number;
  /** Begins there instead of with the card. */
  readonly part?: Part | null;
  /** What the person's list is narrowed by from now on. */
  readonly criteria?: Criteria;
}
export interface OccupationContext {
  readonly id: number;
  readonly part: Part | null;
  readonly facts: OccupationFacts | null;
  readonly criteria: Criteria | null;
  readonly fit: Extract<Answer, { type: 'FIT' }> | null;
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
    case 'fit':
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
  context: ({ input }) => ({
    id: input.id,
    part: input.part ?? null,
    facts: null,
    criteria: input.criteria ?? null,
    fit: null,
  }),
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
        { guard: ({ context }) => context.part === 'fit', target: 'fitting' },
        { guard: ({ context }) => !tells(context.facts, context.part), target: 'card' },
        { guard: ({ context }) => context.part === 'story', target: 'story' },
        { guard: ({ context }) => context.part === 'similar', target: 'similar' },
        { target: 'ladder' },
      ],
    },
    fitting: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'fit', id: context.id, criteria: context.criteria }),
      },
      on: {
        FIT: [
          {
            guard: ({ context }) => context.criteria !== null,
            target: 'fit',
            actions: [
              {
                type: 'remember',
                params: ({ event }) => ({ narrowed: writeCriteria(ofAll(event.criteria)) }),
              },
              assign(({ event }) => ({ fit: event, criteria: null })),
            ],
          },
          { target: 'fit', actions: assign(({ event }) => ({ fit: event })) },
        ],
      },
    },
    // The prefecture may have been told meanwhile: the figures are read again.
    card: { on: { RETURNED: 'reading' } },
    story: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    similar: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    ladder: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    /** Why it is in the person's list, or not. */
    fit: { on: { RETURNED: 'reading', BACK: { target: 'card', actions: assign({ part: null }) } } },
    missing: {},
  },
});
