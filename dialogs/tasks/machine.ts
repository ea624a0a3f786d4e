import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { TaskFit } from '../queries.ts';
import type { TasksEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

/** Kinds and tasks shown at a time. */
export const PAGE = 8;
/** Occupations shown at a time. */
export const JOBS = 5;
/** Offered at a time to somebody to whom nothing comes to mind. */
export const OFFERED = 3;
/** More questions would be a test. */
const MOST_QUESTIONS = 2;
/** So many tasks are kept; nobody looks over more. */
const MOST_HELD = 60;

/**
 * Nearly everybody has done some of these, from three sides at a time: home, people, things.
 * All can be started at once; a test holds them against the catalogue.
 */
export const COMMON = [
  'tidy_up',
  'play_with_children',
  'carry_heavy',
  'wash_dishes',
  'explain_steps',
  'take_photos',
  'do_housework',
  'calm_people',
  'feed_animals',
] as const;

export interface TasksRequest {
  /** Tasks found in words that were typed elsewhere. */
  readonly told?: readonly string[];
}

export interface TasksContext {
  /** What the person says they can do, in the order told; kept in the profile too. */
  readonly held: readonly string[];
  readonly families: readonly string[];
  readonly family: string | null;
  /** Tasks that can be ticked in view; those taken off stay, unticked. */
  readonly offered: readonly string[];
  readonly page: number;
  /** What was held before the last words were typed. */
  readonly before: readonly string[];
  /** Questions asked since the person said they were done. */
  readonly round: number;
  /** Asked about, also what was denied. */
  readonly asked: readonly string[];
  readonly question: string | null;
  readonly offset: number;
  readonly total: number;
  readonly found: readonly TaskFit[];
  readonly note: 'forgotten' | 'wrong' | 'empty' | null;
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].slice(0, MOST_HELD);
const toggled = (held: readonly string[], task: string) =>
  held.includes(task) ? held.filter((one) => one !== task) : union(held, [task]);

export const machine = setup({
  types: {
    context: {} as TasksContext,
    events: {} as TasksEvent,
    input: {} as TasksRequest | undefined,
  },
  actions: {
    ...effects,
    offerCommon: assign(({ context }) => ({
      offered: COMMON.slice(context.page * OFFERED, (context.page + 1) * OFFERED),
    })),
  },
  guards: {
    holdsAny: ({ context }) => context.held.length > 0,
    holdsNone: ({ context }) => context.held.length === 0,
    hasMore: ({ context }) => context.offset + JOBS < context.total,
    hasMoreCommon: ({ context }) => (context.page + 1) * OFFERED < COMMON.length,
  },
}).createMachine({
  id: 'tasks',
  context: ({ input }) => ({
    held: [],
    families: [],
    family: null,
    offered: input?.told ?? [],
    page: 0,
    before: [],
    round: 0,
    asked: [],
    question: null,
    offset: 0,
    total: 0,
    found: [],
    note: null,
  }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: { ask: 'tasks' } },
      on: {
        TASKS: {
          target: 'deciding',
          actions: assign(({ event }) => ({ held: event.held, families: event.families })),
        },
      },
    },
    deciding: {
      always: [
        { guard: ({ context }) => context.offered.length > 0, target: 'noting' },
        { guard: 'holdsAny', target: 'mine' },
        { target: 'intro' },
      ],
    },
    /** Nobody can do nothing: tell it in your own words, or choose. */
    intro: { on: { BACK: { guard: 'holdsAny', target: 'mine' } } },
    families: { on: { BACK: 'intro' } },
    opening: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'taskFamily', family: context.family! }),
      },
      on: {
        FAMILY_TASKS: {
          target: 'picking',
          actions: assign(({ event }) => ({ offered: event.tasks, page: 0, note: null })),
        },
      },
    },
    picking: {
      on: {
        PAGE: {
          guard: ({ context, event }) => event.page * PAGE < context.offered.length,
          actions: assign(({ event }) => ({ page: event.page })),
        },
        BACK: { target: 'families', actions: assign({ page: 0 }) },
      },
    },
    /** What was typed is kept at once; one look over it takes off what is wrong. */
    noting: {
      entry: [
        assign(({ context }) => ({
          before: context.held,
          held: union(context.held, context.offered),
          note: null,
        })),
        { type: 'remember', params: ({ context }) => ({ tasks: context.held }) },
      ],
      always: 'told',
    },
    told: {
      on: {
        WRONG: {
          target: 'unheard',
          actions: [
            assign(({ context }) => ({
              held: context.held.filter(
                (task) => context.before.includes(task) || !context.offered.includes(task),
              ),
              note: 'wrong' as const,
            })),
            { type: 'remember', params: ({ context }) => ({ tasks: context.held }) },
          ],
        },
        BACK: 'intro',
      },
    },
    /** Nothing was found in what was typed: no fault of theirs. */
    unheard: { on: { BACK: { target: 'intro', actions: assign({ note: null }) } } },
    /** Nothing comes to mind: three very common things, in everyday words. */
    helping: {
      entry: 'offerCommon',
      on: {
        NOTHING: [
          {
            guard: 'hasMoreCommon',
            target: 'helping',
            reenter: true,
            actions: assign(({ context }) => ({ page: context.page + 1 })),
          },
          { target: 'families', actions: assign({ page: 0 }) },
        ],
        BACK: 'intro',
      },
    },
    /** What is done together with what was told: one or two questions. */
    wondering: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'together', held: context.held, asked: context.asked }),
      },
      on: {
        TOGETHER: [
          {
            guard: ({ context, event }) => context.round < MOST_QUESTIONS && event.tasks.length > 0,
            target: 'asking',
            actions: assign(({ context, event }) => ({
              question: event.tasks[0]!,
              round: context.round + 1,
              asked: [...context.asked, event.tasks[0]!],
            })),
          },
          { target: 'matching', actions: assign({ offset: 0 }) },
        ],
      },
    },
    asking: {
      on: {
        REPLY: {
          guard: ({ context, event }) => event.task === context.question,
          target: 'wondering',
          actions: [
            assign(({ context, event }) => ({
              question: null,
              held: event.did === 'no' ? context.held : union(context.held, [event.task]),
            })),
            { type: 'remember', params: ({ context }) => ({ tasks: context.held }) },
          ],
        },
        BACK: 'mine',
      },
    },
    matching: {
      entry: {
        type: 'look',
        params: ({ context }) => ({
          ask: 'byTasks',
          held: context.held,
          offset: context.offset,
          limit: JOBS,
        }),
      },
      on: {
        BY_TASKS: [
          {
            guard: ({ event }) => event.items.length === 0,
            target: 'intro',
            actions: assign({ note: 'empty' as const }),
          },
          { target: 'showing', actions: assign(({ event }) => ({ found: event.items, total: event.total })) },
        ],
      },
    },
    showing: {
      on: {
        MORE: {
          guard: 'hasMore',
          target: 'matching',
          actions: assign(({ context }) => ({ offset: context.offset + JOBS })),
        },
        BACK: [
          {
            guard: ({ context }) => context.offset > 0,
            target: 'matching',
            actions: assign(({ context }) => ({ offset: Math.max(0, context.offset - JOBS) })),
          },
          { target: 'mine' },
        ],
      },
    },
    /** Everything the person told, to be looked over. */
    mine: {
      entry: assign(({ context }) => ({ offered: context.held, page: 0, note: null })),
      on: {
        PAGE: {
          guard: ({ context, event }) => event.page * PAGE < context.offered.length,
          actions: assign(({ event }) => ({ page: event.page })),
        },
        FORGET: 'forgetting',
      },
    },
    forgetting: {
      on: {
        FORGOTTEN: {
          target: 'intro',
          actions: [
            assign({ held: [], offered: [], asked: [], found: [], note: 'forgotten' as const }),
            { type: 'remember', params: { tasks: [] } },
          ],
        },
        BACK: 'mine',
      },
    },
  },
  on: {
    TOLD: { target: '.noting', actions: assign(({ event }) => ({ offered: event.tasks })) },
    UNHEARD: { target: '.unheard', actions: assign({ note: null }) },
    NOTHING: { target: '.helping', actions: assign({ page: 0, note: null }) },
    FAMILIES: {
      guard: ({ context, event }) => event.page * PAGE < context.families.length,
      target: '.families',
      actions: assign(({ event }) => ({ page: event.page, note: null })),
    },
    FAMILY: {
      guard: ({ context, event }) => context.families.includes(event.family),
      target: '.opening',
      actions: assign(({ event }) => ({ family: event.family })),
    },
    PICK: {
      guard: ({ context, event }) =>
        context.offered.includes(event.task) || context.held.includes(event.task),
      actions: [
        assign(({ context, event }) => ({ held: toggled(context.held, event.task) })),
        { type: 'remember', params: ({ context }) => ({ tasks: context.held }) },
      ],
    },
    DONE: [
      { guard: 'holdsNone', target: '.helping', actions: assign({ page: 0, note: null }) },
      { target: '.wondering', actions: assign({ round: 0 }) },
    ],
    ADD: { target: '.intro', actions: assign({ note: null }) },
    MINE: { guard: 'holdsAny', target: '.mine' },
    JOBS: { guard: 'holdsAny', target: '.matching', actions: assign({ offset: 0 }) },
  },
});
