import { assign, setup } from 'xstate';
import { effects, type About } from '../dialog.ts';
import type { CarryEvent, Outcome } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export interface CarryContext {
  /** Made for this conversation, without the hyphen. */
  readonly code: string | null;
  /** What became of a code that was sent. */
  readonly outcome: Outcome | null;
  /** The code of the other side, while it is asked whether to take what it opens. */
  readonly held: unknown;
  /** There is something here that would be lost. */
  readonly own: boolean;
  /** Where that one was held. */
  readonly from: About['channel'] | null;
}

export const machine = setup({
  types: {
    context: {} as CarryContext,
    events: {} as CarryEvent,
    input: {} as Partial<CarryContext> | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'carry',
  context: ({ input }) => ({
    code: null,
    outcome: input?.outcome ?? null,
    held: input?.held ?? null,
    own: input?.own ?? false,
    from: input?.from ?? null,
  }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: ({ context }) => context.outcome !== null, target: 'refused' },
        { guard: ({ context }) => context.held !== null, target: 'asking' },
        { target: 'making' },
      ],
    },
    making: {
      entry: { type: 'offer', params: {} },
      on: { CODE: { target: 'offered', actions: assign({ code: ({ event }) => event.code }) } },
    },
    /** A code stands here; somebody who comes back later gets a fresh one. */
    offered: { on: { HELLO: 'making' } },
    /** A code was sent that opens nothing. */
    refused: {},
    /** There is something to lose here, or somebody else may have sent the code: which of the two? */
    asking: {
      on: {
        TAKE: { actions: { type: 'adopt', params: {} } },
        KEEP: { target: 'kept', actions: assign({ held: null }) },
      },
    },
    kept: {},
  },
});
