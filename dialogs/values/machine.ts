import { assign, setup } from 'xstate';
import { sidesOf, TRADE_OFFS, type ValueForm } from '../../domain/values.ts';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import {
  answered,
  corrected,
  doneCount,
  firstOpen,
  isAnswered,
  isCurrent,
  isDone,
  looksFine,
  type Answering,
} from '../questionnaire/answering.ts';
import type { ValuesEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

/** `order`: the statements of the form, and behind them the trade-offs once they are chosen. */
export interface ValuesContext extends Answering {
  /** Version of the questionnaire. */
  readonly questionnaire: number;
  /** `null` until it is chosen. */
  readonly form: ValueForm | null;
  /** The form was just asked for, so there is nothing to choose. */
  readonly requested: boolean;
  /** Goes on from the answers of a finished short form. */
  readonly goOn: boolean;
  /** The form of a result that there is already. */
  readonly known: ValueForm | null;
  /** Statements by form, in the order asked. */
  readonly statements: Readonly<Record<ValueForm, readonly string[]>>;
  readonly scoring: Extract<Answer, { type: 'WEIGHED' }> | null;
}

export interface ValuesRequest {
  readonly form?: ValueForm;
  readonly goOn?: boolean;
  /** Context of a questionnaire that was put aside half-way. */
  readonly paused?: Pick<ValuesContext, 'answers' | 'questionnaire' | 'form'>;
}

/** Questions of a form, with the trade-offs that are still to be chosen. */
export const totalOf = ({ form, statements }: Pick<ValuesContext, 'form' | 'statements'>): number =>
  form === 'full' ? statements.full.length + TRADE_OFFS : statements.short.length;

type Begun = Pick<ValuesContext, 'form' | 'order' | 'answers' | 'at' | 'remark'>;

/** A form at its first open question. */
function begun(
  statements: ValuesContext['statements'],
  form: ValueForm | null,
  answers: ValuesContext['answers'],
): Begun {
  const order = form ? statements[form] : [];
  return { form, order, answers, at: firstOpen({ order, answers }), remark: null };
}

/** What there is to ask, and what was answered of it already. */
function opened(
  context: ValuesContext,
  { version, statements, known }: Extract<ValuesEvent, { type: 'VALUE_ITEMS' }>,
): Partial<ValuesContext> {
  // Answers to a questionnaire of another version mean other questions: they are let go.
  const kept = context.questionnaire === version ? context.answers : {};
  const goesOn = context.goOn && known?.form === 'short';
  // Whoever has the full result has nothing to go on to.
  const requested = context.requested && !(context.goOn && known?.form === 'full');
  const answers = goesOn ? { ...known.answers, ...kept } : kept;
  const form = requested || Object.keys(kept).length > 0 ? context.form : null;
  return {
    questionnaire: version,
    statements,
    known: known?.form ?? null,
    requested,
    ...begun(statements, form, answers),
  };
}

/** Back at the first passed statement. A trade-off passed means that both weigh the same; it is not asked again. */
function reviewed({ order, answers }: ValuesContext): Partial<ValuesContext> {
  const kept = Object.fromEntries(
    Object.entries(answers).filter(([id, value]) => value > 0 || sidesOf(id) !== null),
  );
  return { answers: kept, at: firstOpen({ order, answers: kept }), remark: null };
}

/** A trade-off has two sides, a statement five steps. */
const isStep = (item: string, value: number): boolean => sidesOf(item) === null || value <= 2;

export const machine = setup({
  types: {
    context: {} as ValuesContext,
    events: {} as ValuesEvent,
    input: {} as ValuesRequest | undefined,
  },
  actions: {
    ...effects,
    anew: assign(({ context }) => begun(context.statements, context.form, {})),
    quiet: assign({ remark: null }),
  },
  guards: {
    isRequested: ({ context }) => context.requested && context.form !== null,
    hasProgress: ({ context }) => context.form !== null && doneCount(context) > 0,
    isKnown: ({ context }) => context.known !== null,
    isDone: ({ context }) => context.form !== null && isDone(context),
    /** All statements of the full form are answered, and no trade-off is chosen yet. */
    isWeighable: ({ context }) =>
      context.form === 'full' && isDone(context) && context.order.length === context.statements.full.length,
    canGoBack: ({ context }) => context.at > 0,
    looksFine: ({ context }) => looksFine(context.scoring),
  },
}).createMachine({
  id: 'values',
  context: ({ input }) => ({
    questionnaire: input?.paused?.questionnaire ?? 0,
    form: input?.form ?? input?.paused?.form ?? null,
    requested: input?.form !== undefined,
    goOn: input?.goOn === true,
    known: null,
    statements: { short: [], full: [] },
    order: [],
    answers: input?.paused?.answers ?? {},
    at: 0,
    remark: null,
    scoring: null,
  }),
  initial: 'opening',
  states: {
    opening: {
      entry: { type: 'look', params: { ask: 'valueItems' } },
      on: {
        VALUE_ITEMS: {
          target: 'choosing',
          actions: assign(({ context, event }) => opened(context, event)),
        },
      },
    },
    choosing: {
      always: [
        { guard: 'isRequested', target: 'asked' },
        { guard: 'isDone', target: 'asked' },
        { guard: 'hasProgress', target: 'resuming' },
        { guard: 'isKnown', target: 'known' },
        { target: 'intro' },
      ],
    },
    /** Short or full? */
    intro: {
      on: {
        BEGIN: {
          target: 'asked',
          actions: assign(({ context, event }) => begun(context.statements, event.form, {})),
        },
        CONTINUE: 'intro',
        START_OVER: 'intro',
      },
    },
    /** There is a result: it can be seen, made finer, or made anew. */
    known: { on: { START_OVER: 'intro', CONTINUE: 'known' } },
    resuming: {
      on: {
        CONTINUE: 'asking',
        START_OVER: { target: 'asking', actions: 'anew' },
      },
    },
    asking: {
      on: {
        ANSWER: [
          {
            guard: ({ context, event }) => isCurrent(context, event.item) && isStep(event.item, event.value),
            target: 'asked',
            actions: assign(({ context, event }) => answered(context, event.value)),
          },
          {
            // A button further up was tapped: the answer is corrected, the question stays.
            guard: ({ context, event }) => isAnswered(context, event.item) && isStep(event.item, event.value),
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
        START_OVER: { actions: 'anew' },
        CONTINUE: { actions: 'quiet' },
        RETURNED: { actions: 'quiet' },
      },
    },
    asked: {
      always: [
        { guard: 'isWeighable', target: 'pairing' },
        { guard: 'isDone', target: 'weighing' },
        { target: 'asking' },
      ],
    },
    /** Which values are weighed against each other. */
    pairing: {
      entry: { type: 'look', params: ({ context }) => ({ ask: 'tradeOffs', answers: context.answers }) },
      on: {
        TRADE_OFFS: [
          {
            guard: ({ event }) => event.ids.length > 0,
            target: 'asked',
            actions: assign(({ context, event }) => {
              const order = [...context.statements.full, ...event.ids];
              return { order, at: firstOpen({ order, answers: context.answers }) };
            }),
          },
          // Too few answers to say which are close.
          { target: 'weighing' },
        ],
      },
    },
    weighing: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'weigh', form: context.form!, answers: context.answers }),
      },
      on: { WEIGHED: { target: 'weighed', actions: assign(({ event }) => ({ scoring: event })) } },
    },
    weighed: {
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
        START_OVER: { target: 'asking', actions: 'anew' },
      },
    },
    finished: {
      entry: [
        {
          type: 'remember',
          params: ({ context: { questionnaire, form, order, answers, scoring } }) => ({
            values: {
              questionnaire,
              form: form!,
              answers: Object.fromEntries(order.map((item) => [item, answers[item]!])),
              scores: scoring!.scores!,
            },
          }),
        },
        { type: 'become', params: { dialog: 'results', request: { by: 'values' } } },
      ],
    },
  },
});
