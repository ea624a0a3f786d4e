import { and, assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { ResultsEvent } from './events.ts';

export const VERSION = 2;
/** Occupations shown at a time: as many as are read before tiring, and LINE's carousel holds. */
export const PAGE = 5;

/** What is shown first; occupations are matched by all that is known. */
export type ShownBy = 'interests' | 'values';

export interface ResultsContext {
  readonly by: ShownBy;
  readonly offset: number;
  readonly found: Extract<Answer, { type: 'MATCHED' }> | null;
}

/** Values are shown where they are asked for, and where there is nothing else. */
export const showsValues = ({ by, found }: ResultsContext): boolean =>
  found?.values != null && (by === 'values' || found.scores === null);

export const machine = setup({
  types: {
    context: {} as ResultsContext,
    events: {} as ResultsEvent,
    input: {} as { readonly by?: ShownBy } | undefined,
  },
  actions: {
    ...effects,
    forward: assign(({ context }) => ({ offset: context.offset + PAGE })),
    backward: assign(({ context }) => ({ offset: Math.max(0, context.offset - PAGE) })),
  },
  guards: {
    hasMore: ({ context }) => context.offset + PAGE < (context.found?.total ?? 0),
    unknown: ({ context: { by, found } }) =>
      by === 'interests' && found?.scores == null && found?.values == null,
    unweighed: ({ context: { by, found } }) => by === 'values' && found?.values == null,
    showsValues: ({ context }) => showsValues(context),
    flat: ({ context }) => context.found?.total === 0,
    firstPage: ({ context }) => context.offset === 0,
  },
}).createMachine({
  id: 'results',
  context: ({ input }) => ({ by: input?.by ?? 'interests', offset: 0, found: null }),
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
        { guard: 'unweighed', target: 'unweighed' },
        { guard: and(['flat', 'showsValues']), target: 'level' },
        { guard: 'flat', target: 'flat' },
        { guard: and(['firstPage', 'showsValues']), target: 'valued' },
        { guard: 'firstPage', target: 'showing' },
        { target: 'more' },
      ],
    },
    /** No questionnaire has been finished yet. */
    unknown: {},
    /** All six interests alike: there is no shape to compare. */
    flat: {},
    /** The questionnaire of work values has not been finished yet. */
    unweighed: {},
    /** All eleven values alike, and nothing else to compare. */
    level: {},
    /** Interests and the best fits. */
    showing: { on: { MORE: { guard: 'hasMore', target: 'matching', actions: 'forward' } } },
    /** What matters to the person, and the best fits. */
    valued: { on: { MORE: { guard: 'hasMore', target: 'matching', actions: 'forward' } } },
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
