import { assign, setup } from 'xstate';
import type { PairChoice } from '../../domain/profile.ts';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { PairsEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

/** A remark about what was just said, made before the question. */
export type Remark = 'changed' | 'same' | 'both';

type Paired = Extract<Answer, { type: 'PAIRED' }>;

export interface PairsContext {
  /** Version of the questionnaire the activities come from. */
  readonly questionnaire: number;
  readonly choices: readonly PairChoice[];
  /** The two activities asked about now; `null` when it is enough. */
  readonly pair: Paired['next'];
  /** What was chosen of them before going back; `undefined` while nothing was. */
  readonly before?: string | null | undefined;
  readonly scores: Paired['scores'] | null;
  /** Nearly always neither: nothing to draw from. */
  readonly faint: boolean;
  readonly remark: Remark | null;
}

export interface PairsRequest {
  /** Context of one that was put aside half-way. */
  readonly paused?: Pick<PairsContext, 'choices' | 'questionnaire'>;
}

type Two = Pick<PairChoice, 'a' | 'b'>;
const isSame = (one: Two | null, other: Two): boolean => one?.a === other.a && one.b === other.b;

const followed = ({ version, choices, scores, faint, next }: Paired): PairsContext => ({
  questionnaire: version,
  choices,
  scores,
  faint,
  pair: next,
  before: undefined,
  remark: null,
});

/** An earlier pair was tapped again: that choice is mended, and the pair asked about now stays. */
function corrected(choices: readonly PairChoice[], { a, b, chosen }: PairChoice): Partial<PairsContext> {
  const earlier = choices.find((choice) => isSame(choice, { a, b }));
  return {
    choices: choices.map((choice) => (choice === earlier ? { ...choice, chosen } : choice)),
    remark: earlier?.chosen === chosen ? 'same' : 'changed',
  };
}

/** The last choice is taken back, and its pair asked about again. */
function takenBack({ choices }: PairsContext): Partial<PairsContext> {
  const { a, b, chosen } = choices.at(-1)!;
  return { choices: choices.slice(0, -1), pair: { a, b }, before: chosen, remark: null };
}

export const machine = setup({
  types: {
    context: {} as PairsContext,
    events: {} as PairsEvent,
    input: {} as PairsRequest | undefined,
  },
  actions: {
    ...effects,
    forget: assign({ choices: [] }),
    quiet: assign({ remark: null }),
  },
  guards: {
    hasProgress: ({ context }) => context.choices.length > 0,
    isEnough: ({ context }) => context.pair === null,
    isFaint: ({ context }) => context.pair === null && context.faint,
  },
}).createMachine({
  id: 'pairs',
  context: ({ input }) => ({
    questionnaire: input?.paused?.questionnaire ?? 0,
    choices: input?.paused?.choices ?? [],
    pair: null,
    scores: null,
    faint: false,
    remark: null,
  }),
  initial: 'opening',
  states: {
    opening: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'pair', choices: context.choices }) },
      on: {
        PAIRED: [
          {
            // Activities of another version are other activities: those choices are let go.
            guard: ({ context, event }) =>
              context.choices.length > 0 && context.questionnaire !== event.version,
            target: 'opening',
            reenter: true,
            actions: 'forget',
          },
          { target: 'choosing', actions: assign(({ event }) => followed(event)) },
        ],
      },
    },
    choosing: {
      always: [{ guard: 'hasProgress', target: 'resuming' }, { target: 'intro' }],
    },
    intro: {
      on: { START: 'asked', CONTINUE: 'asked', START_OVER: 'asked' },
    },
    resuming: {
      on: { CONTINUE: 'asked', START: 'asked', START_OVER: { target: 'weighing', actions: 'forget' } },
    },
    asking: {
      on: {
        CHOOSE: [
          {
            guard: ({ context, event }) => isSame(context.pair, event),
            target: 'weighing',
            actions: assign(({ context, event: { a, b, chosen } }) => ({
              choices: [...context.choices, { a, b, chosen }],
            })),
          },
          {
            guard: ({ context, event }) => context.choices.some((choice) => isSame(choice, event)),
            actions: assign(({ context, event: { a, b, chosen } }) =>
              corrected(context.choices, { a, b, chosen }),
            ),
          },
        ],
        BOTH: { actions: assign({ remark: 'both' }) },
        BACK: { guard: 'hasProgress', actions: assign(({ context }) => takenBack(context)) },
        START_OVER: { target: 'weighing', actions: 'forget' },
        START: { actions: 'quiet' },
        CONTINUE: { actions: 'quiet' },
        RETURNED: { actions: 'quiet' },
      },
    },
    /** What the choices tell, and what to ask next. */
    weighing: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'pair', choices: context.choices }) },
      on: { PAIRED: { target: 'asked', actions: assign(({ event }) => followed(event)) } },
    },
    asked: {
      always: [
        { guard: 'isFaint', target: 'faint' },
        { guard: 'isEnough', target: 'finished' },
        { target: 'asking' },
      ],
    },
    /** Hardly anything was chosen: said kindly, with other ways on. Nothing is made up from it. */
    faint: {
      on: {
        // Put aside here, it is taken up again here.
        CONTINUE: 'faint',
        START_OVER: { target: 'weighing', actions: 'forget' },
        BACK: { target: 'asking', actions: assign(({ context }) => takenBack(context)) },
      },
    },
    finished: {
      entry: [
        {
          type: 'remember',
          params: ({ context: { questionnaire, choices, scores } }) => ({
            pairs: { questionnaire, choices, scores: scores! },
          }),
        },
        { type: 'become', params: { dialog: 'results' } },
      ],
    },
  },
});
