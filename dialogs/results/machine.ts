import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { ResultsEvent } from './events.ts';

export const VERSION = 1;
/** Occupations shown at a time: as many as are read before tiring, and LINE's carousel holds. */
export const PAGE = 5;

export interface ResultsContext {
  readonly offset: number;
  readonly found: Extract<Answer, { type: 'MATCHED' }> | null;
}

export const machine = setup({
  types: { context: {} as ResultsContext, events: {} as ResultsEvent, input: {} as unknown },
  actions: {
    ...effects,
    forward: assign(({ context }) => ({ offset: context.offset + PAGE })),
    backward: assign(({ context }) => ({ offset: Math.max(0, context.offset - PAGE) })),
  },
  guards: {
    hasMore: ({ context }) => context.offset + PAGE < (context.found?.total ?? 0),
    unknown: ({ context }) => context.found?.scores == null,
    flat: ({ context }) => context.found?.total === 0,
    firstPage: ({ context }) => context.offset === 0,
  },
}).createMachine({
  id: 'results',
  context: { offset: 0, found: null },
  initial: 'matching',
  states: {
    matching: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'matches', offset: context.offset, limit: PAGE }),
      },
      on: { MATCHED: { target: 'matched', actions: assign(({ event }) => ({ found: event })) } },
    },
    matched: {
      always: [
        { guard: 'unknown', target: 'unknown' },
        { guard: 'flat', target: 'flat' },
        { guard: 'firstPage', target: 'showing' },
        { target: 'more' },
      ],
    },
    /** No questionnaire has been finished yet. */
    unknown: {},
    /** All six interests alike: there is no shape to compare. */
    flat: {},
    /** Profile and the best fits. */
    showing: { on: { MORE: { guard: 'hasMore', target: 'matching', actions: 'forward' } } },
    /** The next best fits. */
    more: {
      on: {
        MORE: { guard: 'hasMore', target: 'matching', actions: 'forward' },
        BACK: { target: 'matching', actions: 'backward' },
      },
    },
  },
  on: { PROFILE: { target: '.matching', actions: assign({ offset: 0 }) } },
});
