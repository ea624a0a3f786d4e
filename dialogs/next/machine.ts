import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { NextEvent } from './events.ts';

export const VERSION = 1;

export interface NextContext {
  /** The occupation the steps are for; `null` for steps in general. */
  readonly id: number | null;
}

export const machine = setup({
  types: {
    context: {} as NextContext,
    events: {} as NextEvent | Extract<Answer, { type: 'OCCUPATION' }>,
    input: {} as NextContext | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'next',
  context: ({ input }) => ({ id: input?.id ?? null }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [{ guard: ({ context }) => context.id === null, target: 'steps' }, { target: 'checking' }],
    },
    /** An occupation that is not there leaves the steps in general. */
    checking: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'occupation', id: context.id! }) },
      on: {
        OCCUPATION: [
          { guard: ({ event }) => event.facts !== null, target: 'steps' },
          { target: 'steps', actions: assign({ id: null }) },
        ],
      },
    },
    steps: {},
  },
});
