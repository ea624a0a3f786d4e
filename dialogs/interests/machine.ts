import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import {
  ANEW,
  answered,
  corrected,
  doneCount,
  firstOpen,
  isAnswered,
  isCurrent,
  isDone,
  looksFine,
  reviewed,
  type Answering,
} from '../questionnaire/answering.ts';
import type { InterestsEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export interface InterestsContext extends Answering {
  /** Version of the questionnaire. */
  readonly questionnaire: number;
  readonly scoring: Extract<Answer, { type: 'SCORED' }> | null;
}

export interface InterestsRequest {
  /** Context of a questionnaire that was put aside half-way. */
  readonly paused?: Pick<InterestsContext, 'answers' | 'questionnaire'>;
}

export const machine = setup({
  types: {
    context: {} as InterestsContext,
    events: {} as InterestsEvent,
    input: {} as InterestsRequest | undefined,
  },
  actions: effects,
  guards: {
    hasProgress: ({ context }) => doneCount(context) > 0,
    isDone: ({ context }) => isDone(context),
    canGoBack: ({ context }) => context.at > 0,
    looksFine: ({ context }) => looksFine(context.scoring),
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
        START_OVER: { target: 'asking', actions: assign(ANEW) },
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
            guard: ({ context, event }) => isAnswered(context, event.item),
            actions: assign(({ context, event }) => corrected(context, event.item, event.value)),
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
        START_OVER: { actions: assign(ANEW) },
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
          actions: assign(({ context }) => reviewed(context)),
        },
        START_OVER: { target: 'asking', actions: assign(ANEW) },
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
