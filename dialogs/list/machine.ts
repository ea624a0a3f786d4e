import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { OccupationFacts } from '../queries.ts';
import type { ListEvent } from './events.ts';

export const VERSION = 1;
/** Side by side on a phone, three are still read. */
export const MOST_COMPARED = 3;
/** A longer list is no choice any more; LINE has room for so many buttons with the ways on. */
export const MOST_KEPT = 10;

export interface ListRequest {
  /** An occupation to be kept. */
  readonly keep?: number;
  /** Occupations to be compared at once. */
  readonly compare?: readonly number[];
}
/** A remark about what was just done. */
export type ListNote = 'kept' | 'already' | 'full' | 'dropped' | 'cleared';

export interface ListContext {
  readonly keep: number | null;
  readonly picked: readonly number[];
  /** The comparison was asked for from elsewhere: back leads there. */
  readonly direct: boolean;
  readonly ids: readonly number[];
  readonly note: ListNote | null;
  readonly compared: readonly OccupationFacts[];
}

const without = (ids: readonly number[], id: number) => ids.filter((one) => one !== id);

export const machine = setup({
  types: {
    context: {} as ListContext,
    events: {} as ListEvent,
    input: {} as ListRequest | undefined,
  },
  actions: effects,
  guards: {
    isEmpty: ({ context }) => context.ids.length === 0,
    canCompare: ({ context }) => context.picked.length >= 2,
  },
}).createMachine({
  id: 'list',
  context: ({ input }) => ({
    keep: input?.keep ?? null,
    picked: input?.compare ?? [],
    direct: input?.compare !== undefined,
    ids: [],
    note: null,
    compared: [],
  }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'list', also: context.keep }) },
      on: {
        LISTED: {
          target: 'read',
          actions: assign(({ context, event }) => {
            const { keep } = context;
            if (keep === null || !event.known) return { ids: event.ids, keep: null };
            if (event.ids.includes(keep)) return { ids: event.ids, keep: null, note: 'already' };
            if (event.ids.length >= MOST_KEPT) return { ids: event.ids, keep: null, note: 'full' };
            return { ids: event.ids };
          }),
        },
      },
    },
    read: {
      always: [
        { guard: ({ context }) => context.keep !== null, target: 'keeping' },
        { guard: ({ context }) => context.direct, target: 'comparing' },
        { guard: 'isEmpty', target: 'empty' },
        { target: 'showing' },
      ],
    },
    keeping: {
      entry: [
        assign(({ context }) => ({
          ids: [...context.ids, context.keep!],
          keep: null,
          note: 'kept' as const,
        })),
        { type: 'remember', params: ({ context }) => ({ kept: context.ids }) },
      ],
      always: 'showing',
    },
    empty: { on: { RETURNED: 'reading' } },
    showing: {
      on: {
        EDIT: { target: 'editing', actions: assign({ note: null }) },
        CHOOSE: { target: 'choosing', actions: assign({ note: null, picked: [] }) },
        RETURNED: { target: 'reading', actions: assign({ note: null }) },
      },
    },
    editing: {
      on: {
        DROP: {
          target: 'dropped',
          actions: assign(({ context, event }) => ({
            ids: without(context.ids, event.id),
            note: 'dropped' as const,
          })),
        },
        CLEAR: 'clearing',
        BACK: { target: 'showing', actions: assign({ note: null }) },
        RETURNED: 'reading',
      },
    },
    dropped: {
      entry: { type: 'remember', params: ({ context }) => ({ kept: context.ids }) },
      always: [{ guard: 'isEmpty', target: 'empty' }, { target: 'editing' }],
    },
    clearing: {
      on: {
        CLEARED: { target: 'dropped', actions: assign({ ids: [], note: 'cleared' as const }) },
        BACK: 'editing',
        RETURNED: 'reading',
      },
    },
    choosing: {
      on: {
        PICK: {
          guard: ({ context, event }) =>
            context.picked.includes(event.id) ||
            (context.ids.includes(event.id) && context.picked.length < MOST_COMPARED),
          actions: assign(({ context, event }) => ({
            picked: context.picked.includes(event.id)
              ? without(context.picked, event.id)
              : [...context.picked, event.id],
          })),
        },
        COMPARE: { guard: 'canCompare', target: 'comparing' },
        BACK: 'showing',
        RETURNED: 'reading',
      },
    },
    comparing: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'compare', ids: context.picked }) },
      on: {
        COMPARED: { target: 'compared', actions: assign(({ event }) => ({ compared: event.items })) },
      },
    },
    compared: {
      on: {
        BACK: { guard: ({ context }) => !context.direct, target: 'showing' },
        // The prefecture may have been told meanwhile.
        RETURNED: 'comparing',
      },
    },
  },
});
