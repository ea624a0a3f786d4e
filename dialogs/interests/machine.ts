import { assign, setup } from 'xstate';
import type { Answers } from '../../domain/profile.ts';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { InterestsEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

/** A remark about what was just done, made before the next question. */
export type Remark =
  | { readonly kind: 'milestone'; readonly done: number }
  | { readonly kind: 'changed' | 'same'; readonly item: string };

export interface InterestsContext {
  /** Version of the questionnaire and its items in the order asked. */
  readonly questionnaire: number;
  readonly order: readonly string[];
  /** 1–5, or 0 for passed. */
  readonly answers: Answers;
  /** Index of the item asked now. */
  readonly at: number;
  readonly remark: Remark | null;
  readonly scoring: Extract<Answer, { type: 'SCORED' }> | null;
}

export interface InterestsRequest {
  /** Context of a questionnaire that was put aside half-way. */
  readonly paused?: Pick<InterestsContext, 'answers' | 'questionnaire'>;
}

const MILESTONE = 10;

const indexOf = ({ order }: InterestsContext, item: string) => order.indexOf(item);
const isCurrent = (context: InterestsContext, item: string) => context.order[context.at] === item;
const isDone = ({ order, answers }: InterestsContext) => order.every((id) => answers[id] !== undefined);
/** Index of the first item without an answer, from an index on, else from the beginning. */
const firstOpen = ({ order, answers }: Pick<InterestsContext, 'order' | 'answers'>, from = 0): number => {
  const isOpen = (id: string, index: number) => index >= from && answers[id] === undefined;
  const found = order.findIndex(isOpen);
  return found >= 0 ? found : from > 0 ? firstOpen({ order, answers }) : 0;
};
const doneCount = (answers: Answers) => Object.keys(answers).length;

/** The context after one answer (0 = passed) to the item asked now. */
function answered(context: InterestsContext, value: number): Partial<InterestsContext> {
  const item = context.order[context.at]!;
  const answers = { ...context.answers, [item]: value };
  const done = doneCount(answers);
  const grew = done > doneCount(context.answers);
  return {
    answers,
    // After going back to mend one answer, it goes on where it was.
    at: firstOpen({ ...context, answers }, context.at + 1),
    remark:
      grew && done % MILESTONE === 0 && done < context.order.length ? { kind: 'milestone', done } : null,
  };
}

export const machine = setup({
  types: {
    context: {} as InterestsContext,
    events: {} as InterestsEvent,
    input: {} as InterestsRequest | undefined,
  },
  actions: effects,
  guards: {
    hasProgress: ({ context }) => doneCount(context.answers) > 0,
    isDone: ({ context }) => isDone(context),
    canGoBack: ({ context }) => context.at > 0,
    looksFine: ({ context: { scoring } }) => scoring?.scores != null && !scoring.alike && !scoring.manySkips,
  },
}).createMachine({
  id: 'interests',
  context: ({ input }) => ({
    questionnaire: input?.paused?.questionnaire ?? 0,
    order: [],
    answers: input?.paused?.answers ?? {},
    at: 0,
    remark: null,
    scoring: null,
  }),
  initial: 'opening',
  states: {
    opening: {
      entry: { type: 'look', params: { ask: 'questionnaire' } },
      on: {
        QUESTIONNAIRE: {
          target: 'choosing',
          actions: assign(({ context, event }) => {
            // Answers to a questionnaire of another version mean other questions: they are let go.
            const answers = context.questionnaire === event.version ? context.answers : {};
            return {
              questionnaire: event.version,
              order: event.order,
              answers,
              at: firstOpen({ order: event.order, answers }),
            };
          }),
        },
      },
    },
    choosing: {
      always: [
        { guard: 'isDone', target: 'scoring' },
        { guard: 'hasProgress', target: 'resuming' },
        { target: 'intro' },
      ],
    },
    intro: {
      on: { START: 'asking', CONTINUE: 'asking', START_OVER: 'asking' },
    },
    resuming: {
      on: {
        CONTINUE: 'asking',
        START: 'asking',
        START_OVER: { target: 'asking', actions: assign({ answers: {}, at: 0, remark: null }) },
      },
    },
    asking: {
      on: {
        ANSWER: [
          {
            guard: ({ context, event }) => isCurrent(context, event.item),
            target: 'asked',
            actions: assign(({ context, event }) => answered(context, event.value)),
          },
          {
            // A button further up was tapped: the answer is corrected, the question stays.
            guard: ({ context, event }) =>
              context.answers[event.item] !== undefined && indexOf(context, event.item) >= 0,
            actions: assign(({ context, event }) => ({
              remark: {
                kind: context.answers[event.item] === event.value ? ('same' as const) : ('changed' as const),
                item: event.item,
              },
              answers: { ...context.answers, [event.item]: event.value },
            })),
          },
        ],
        SKIP: {
          guard: ({ context, event }) => isCurrent(context, event.item),
          target: 'asked',
          actions: assign(({ context }) => answered(context, 0)),
        },
        BACK: {
          guard: 'canGoBack',
          actions: assign(({ context }) => ({ at: context.at - 1, remark: null })),
        },
        START_OVER: { actions: assign({ answers: {}, at: 0, remark: null }) },
        START: { actions: assign({ remark: null }) },
        CONTINUE: { actions: assign({ remark: null }) },
        RETURNED: { actions: assign({ remark: null }) },
      },
    },
    asked: {
      always: [{ guard: 'isDone', target: 'scoring' }, { target: 'asking' }],
    },
    scoring: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'score', answers: context.answers }) },
      on: { SCORED: { target: 'scored', actions: assign(({ event }) => ({ scoring: event })) } },
    },
    scored: {
      always: [{ guard: 'looksFine', target: 'finished' }, { target: 'concern' }],
    },
    /** Answers all alike, or many passed: said kindly, with a way to mend it. */
    concern: {
      on: {
        // Put aside here, it is taken up again here.
        CONTINUE: 'concern',
        SHOW: { guard: ({ context }) => context.scoring?.scores != null, target: 'finished' },
        REVIEW: {
          guard: ({ context }) => (context.scoring?.skipped ?? 0) > 0,
          target: 'asking',
          actions: assign(({ context }) => {
            const kept = Object.fromEntries(Object.entries(context.answers).filter(([, value]) => value > 0));
            return { answers: kept, at: firstOpen({ ...context, answers: kept }), remark: null };
          }),
        },
        START_OVER: { target: 'asking', actions: assign({ answers: {}, at: 0, remark: null }) },
      },
    },
    finished: {
      entry: [
        {
          type: 'remember',
          params: ({ context }) => ({
            interests: {
              questionnaire: context.questionnaire,
              answers: context.answers,
              scores: context.scoring!.scores!,
            },
          }),
        },
        { type: 'become', params: { dialog: 'results' } },
      ],
    },
  },
});
