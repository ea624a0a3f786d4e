import { and, assign, setup } from 'xstate';
import type { AreaCode, WorkValue } from '../../domain/catalogue.ts';
import { ofAll, writeCriteria, type Criteria } from '../../domain/criteria.ts';
import { writeShifts, type Shift, type Shifts } from '../../domain/weighing.ts';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { Desk, ResultsEvent, ResultsRequest, ShownBy } from './events.ts';

export const VERSION = 3;
/** Occupations shown at a time: as many as are read before tiring, and LINE's carousel holds. */
export const PAGE = 5;

export interface ResultsContext {
  readonly by: ShownBy;
  readonly desk: Desk | null;
  /** The value whose weight is asked for. */
  readonly value: WorkValue | null;
  readonly offset: number;
  /** What is to be kept from now on; `null` where nothing changes. */
  readonly criteria: Criteria | null;
  readonly more: Criteria | null;
  readonly shifts: Shifts | null;
  readonly moves: readonly Shift[];
  readonly home: AreaCode | null;
  /** Where the person lives was just told. */
  readonly moved: boolean;
  /** What counts was just changed. */
  readonly weighed: boolean;
  /** What counted before the last change, so that one tap undoes it. */
  readonly undo: string | null;
  readonly found: Extract<Answer, { type: 'MATCHED' }> | null;
}

const settled = { criteria: null, more: null, shifts: null, moves: [], home: null } as const;
const changes = ({ criteria, more, shifts, moves, home }: ResultsContext): boolean =>
  home !== null || criteria !== null || more !== null || shifts !== null || moves.length > 0;

/** Values are shown where they are asked for, and where there is nothing else. */
export const showsValues = ({ by, found }: ResultsContext): boolean =>
  found?.values != null && (by === 'values' || found.scores === null);

export const machine = setup({
  types: {
    context: {} as ResultsContext,
    events: {} as ResultsEvent,
    input: {} as ResultsRequest | undefined,
  },
  actions: {
    ...effects,
    forward: assign(({ context }) => ({ offset: context.offset + PAGE, undo: null })),
    backward: assign(({ context }) => ({ offset: Math.max(0, context.offset - PAGE) })),
    listed: assign({
      by: 'list' as const,
      desk: null,
      value: null,
      offset: 0,
      moved: false,
      weighed: false,
      undo: null,
    }),
  },
  guards: {
    hasMore: ({ context }) => context.offset + PAGE < (context.found?.total ?? 0),
    unknown: ({ context: { by, found } }) =>
      by !== 'values' && found?.scores == null && found?.values == null,
    /** Values are asked for, or were weighed, and none are known. */
    unweighed: ({ context: { by, desk, found, weighed } }) =>
      found?.values == null &&
      (by === 'values' ||
        desk === 'turning' ||
        (weighed && Object.keys(found?.shifts.values ?? {}).length > 0)),
    weighs: ({ context: { desk } }) => desk === 'weights',
    turns: ({ context: { desk, found } }) => desk === 'turning' && found?.values != null,
    showsValues: ({ context }) => showsValues(context),
    flat: ({ context }) => context.found?.flat === true,
    nothing: ({ context }) => context.found?.total === 0,
    firstPage: ({ context }) => context.offset === 0,
    plain: ({ context }) => context.by === 'list',
  },
}).createMachine({
  id: 'results',
  context: ({ input }) => ({
    by: input?.by ?? (input?.criteria || input?.moves ? 'list' : 'interests'),
    desk: input?.desk ?? null,
    value: input?.value ?? null,
    offset: 0,
    criteria: input?.criteria ?? null,
    more: null,
    shifts: input?.shifts ?? null,
    moves: input?.moves ?? [],
    home: null,
    moved: false,
    weighed: false,
    undo: null,
    found: null,
  }),
  initial: 'matching',
  states: {
    matching: {
      entry: {
        type: 'look',
        params: ({ context: { criteria, more, shifts, moves, home, offset } }) => ({
          ask: 'matches',
          ...{ criteria, more, shifts, moves, home, offset },
          limit: PAGE,
        }),
      },
      on: {
        MATCHED: [
          {
            guard: ({ context }) => changes(context),
            target: 'matched',
            actions: [
              {
                type: 'remember',
                params: ({ context, event }) => ({
                  ...(context.home && { prefecture: context.home }),
                  shifts: event.shifts,
                  narrowed: writeCriteria(ofAll(event.criteria)),
                }),
              },
              assign(({ context, event }) => ({
                ...settled,
                moved: context.home !== null,
                weighed: context.shifts !== null || context.moves.length > 0,
                found: event,
                offset: event.offset,
                undo:
                  writeShifts(event.before.shifts) === writeShifts(event.shifts)
                    ? null
                    : writeShifts(event.before.shifts),
              })),
            ],
          },
          { target: 'matched', actions: assign(({ event }) => ({ found: event, offset: event.offset })) },
        ],
      },
    },
    matched: {
      always: [
        { guard: 'unknown', target: 'unknown' },
        { guard: 'unweighed', target: 'unweighed' },
        { guard: 'weighs', target: 'weights' },
        { guard: 'turns', target: 'turning' },
        { guard: and(['flat', 'showsValues']), target: 'level' },
        { guard: 'flat', target: 'flat' },
        { guard: 'nothing', target: 'none' },
        { guard: and(['firstPage', 'plain']), target: 'list' },
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
    /** Nothing meets the conditions; without one of them something does. */
    none: {},
    /** What counts more: what one likes, or what matters; and single values. */
    weights: { on: { BACK: { target: 'matching', actions: 'listed' } } },
    /** How much one value counts. */
    turning: {
      on: {
        BACK: { target: 'matching', actions: assign({ desk: 'weights' as const, value: null }) },
      },
    },
    /** The best fits. */
    list: { on: { MORE: { guard: 'hasMore', target: 'matching', actions: 'forward' } } },
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
  on: {
    PROFILE: { target: '.matching', actions: assign({ offset: 0 }) },
    NARROW: {
      target: '.matching',
      actions: ['listed', assign(({ event }) => ({ more: event.criteria }))],
    },
    LIVE: {
      target: '.matching',
      actions: ['listed', assign(({ event }) => ({ home: event.area }))],
    },
    // Where the person lives, or a condition, may have changed meanwhile.
    RETURNED: { target: '.matching', actions: assign({ moved: false, weighed: false, undo: null }) },
  },
});
