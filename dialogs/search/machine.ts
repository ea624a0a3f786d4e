import { assign, setup } from 'xstate';
import type { Finding, Wish } from '../../domain/search.ts';
import { effects } from '../dialog.ts';
import type { SearchEvent, SearchRequest } from './events.ts';

export const VERSION = 2;
/** Occupations shown at a time. */
export const PAGE = 5;

export interface SearchContext {
  /** What was found by name, or what is near; the words it was found by are not kept. */
  readonly ids: readonly number[];
  /** What was understood of a wish, and what was found for it. */
  readonly finding: Finding | null;
  /** The wish to be looked up next. */
  readonly wish: Wish | null;
  readonly offset: number;
  /** Whether the words were typed here; otherwise they were typed in another dialog, which lies underneath. */
  readonly asked: boolean;
}

const only = (concept: string): Wish => ({ wanted: [[`c:${concept}`]], unwanted: [] });

export const machine = setup({
  types: {
    context: {} as SearchContext,
    events: {} as SearchEvent,
    input: {} as SearchRequest | undefined,
  },
  actions: effects,
  guards: {
    isSure: ({ context }) => context.finding !== null && context.finding.hits.length > 0,
    hasMore: ({ context }) => context.offset + PAGE < (context.finding?.hits.length ?? 0),
    isFirst: ({ context }) => context.offset === 0,
  },
}).createMachine({
  id: 'search',
  context: ({ input }) => ({
    ids: input?.ids ?? [],
    finding: input?.finding ?? null,
    wish: input?.concept === undefined ? null : only(input.concept),
    offset: 0,
    asked: input?.ids === undefined && input?.finding === undefined,
  }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: ({ context }) => context.wish !== null, target: 'looking' },
        { guard: 'isSure', target: 'wished' },
        { guard: ({ context }) => context.ids.length > 0, target: 'found' },
        { target: 'asking' },
      ],
    },
    asking: {},
    /** Occupations by name. */
    found: { on: { BACK: { guard: ({ context }) => context.asked, target: 'asking' } } },
    looking: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'wish', wish: context.wish! }) },
    },
    /** Occupations for a wish. */
    wished: {
      on: {
        MORE: {
          guard: 'hasMore',
          target: 'wished',
          actions: assign(({ context }) => ({ offset: context.offset + PAGE })),
        },
        ADD: {
          target: 'looking',
          actions: assign(({ context, event }) => ({
            wish: {
              wanted: [...context.finding!.wish.wanted, [`c:${event.concept}`]],
              unwanted: context.finding!.wish.unwanted,
            },
          })),
        },
        BACK: [
          {
            guard: ({ context }) => context.offset > 0,
            target: 'wished',
            actions: assign(({ context }) => ({ offset: Math.max(0, context.offset - PAGE) })),
          },
          { guard: ({ context }) => context.asked, target: 'asking' },
        ],
      },
    },
    none: { on: { BACK: 'asking', RETURNED: 'asking' } },
  },
  on: {
    FOUND: [
      {
        guard: ({ event }) => event.plain,
        target: '.found',
        actions: [
          assign(({ event }) => ({ ids: event.ids })),
          { type: 'open', params: ({ event }) => ({ dialog: 'occupation', request: { id: event.ids[0] } }) },
        ],
      },
      { target: '.found', actions: assign(({ event }) => ({ ids: event.ids })) },
    ],
    WISHED: [
      {
        guard: ({ event }) => event.finding.hits.length > 0,
        target: '.wished',
        actions: assign(({ event }) => ({ finding: event.finding, wish: null, offset: 0 })),
      },
      { target: '.none', actions: assign({ ids: [], wish: null }) },
    ],
    NONE: { target: '.none', actions: assign(({ event }) => ({ ids: event.near })) },
  },
});
