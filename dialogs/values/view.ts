import { sidesOf } from '../../domain/values.ts';
import type { Param, Phrase, QuestionReply, Sketch, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { doneCount, leftOf, type Remark } from '../questionnaire/answering.ts';
import { askingWays, concern, progressOf, scaleQuestion, textOf, way } from '../questionnaire/view.ts';
import { totalOf, type ValuesContext } from './machine.ts';

/** Seconds a question takes on average, for "about N minutes". */
const SECONDS = 6;

export function view({ value, context }: Position<ValuesContext>): Sketch {
  switch (stateName(value)) {
    case 'intro':
      return intro(context);
    case 'known':
      return known(context);
    case 'resuming':
      return {
        replies: [textOf(say('values:resuming.text', { done: doneCount(context), ...left(context) }))],
        choices: [
          way('values:resuming.continue', 'values:continue', 'main'),
          way('values:resuming.over', 'values:over'),
          WAYS.menu,
        ],
      };
    case 'concern':
      return concern('values', context.scoring);
    default:
      return asking(context);
  }
}

/** How many questions are open, and about how long they take. */
export const left = (context: ValuesContext) => leftOf(context, SECONDS, totalOf(context));

function intro({ statements }: ValuesContext): Sketch {
  const long = (form: 'short' | 'full') =>
    leftOf({ order: [], answers: {} }, SECONDS, totalOf({ form, statements }));
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: say('values:intro.text'),
        options: (['short', 'full'] as const).map((form) => ({
          label: say(`values:intro.${form}`, long(form)),
          payload: `values:begin:${form}`,
        })),
      },
    ],
    choices: [WAYS.menu],
  };
}

function known({ known: form, statements }: ValuesContext): Sketch {
  const more = totalOf({ form: 'full', statements }) - statements.short.length;
  return {
    replies: [textOf(say(`values:known.${form ?? 'short'}`))],
    choices: [
      way('values:known.show', 'results:values', 'main'),
      ...(form === 'short'
        ? [
            {
              label: say('values:known.more', leftOf({ order: [], answers: {} }, SECONDS, more)),
              payload: 'values:more',
            },
          ]
        : []),
      way('values:known.over', 'values:over'),
      WAYS.menu,
    ],
  };
}

function asking(context: ValuesContext): Sketch {
  const { order, at } = context;
  const sides = sidesOf(order[at]!);
  return {
    replies: [
      ...remark(context),
      ...hint(context),
      sides ? tradeOff(context, sides) : scaleQuestion('values', context, totalOf(context)),
    ],
    // To pass a trade-off is one of its answers.
    choices: sides ? [WAYS.back, WAYS.pause] : askingWays('values', context),
  };
}

/** Two values side by side, and that both weigh the same. */
function tradeOff(context: ValuesContext, sides: readonly [string, string]): QuestionReply<Phrase> {
  const { order, at, answers } = context;
  const item = order[at]!;
  const before = answers[item];
  const option = (label: Phrase, payload: string, value: number) => ({
    label,
    payload,
    ...(before === value && { chosen: true }),
  });
  return {
    kind: 'question',
    layout: 'buttons',
    text: say('values:weighing.text'),
    progress: progressOf('values', at, totalOf(context)),
    options: [
      ...sides.map((value, i) =>
        option(
          say('values:weighing.side', { side: nameOf(context, value) }),
          `values:answer:${item}:${i + 1}`,
          i + 1,
        ),
      ),
      option(say('values:weighing.even'), `values:skip:${item}`, 0),
    ],
  };
}

/** A value in a trade-off; the second time it is weighed, it is called by its other name. */
const nameOf = ({ order, at }: Pick<ValuesContext, 'order' | 'at'>, value: string) => ({
  tradeOff: value,
  name: order.slice(0, at).filter((item) => sidesOf(item)?.some((side) => side === value)).length % 2,
});

/** How to answer, said once before the first question and before the first trade-off. */
function hint({ order, at, answers }: ValuesContext): TextReply<Phrase>[] {
  const item = order[at]!;
  if (answers[item] !== undefined) return [];
  if (at === 0 && Object.keys(answers).length === 0) return [textOf(say('values:asking.hint'))];
  return sidesOf(item) && !sidesOf(order[at - 1]!)
    ? [textOf(say('values:weighing.hint', { count: order.length - at }))]
    : [];
}

function remark(context: ValuesContext): TextReply<Phrase>[] {
  return context.remark ? [textOf(remarkWords(context, context.remark))] : [];
}

const remarkWords = (context: ValuesContext, made: Remark): Phrase =>
  made.kind === 'milestone'
    ? say(`values:milestone.${context.form ?? 'short'}${made.done}`, {
        count: totalOf(context) - made.done,
      })
    : say(`values:remark.${made.kind}`, { activity: named(context, made.item) });

/** A statement, or both sides of a trade-off. */
function named({ order }: ValuesContext, item: string): Param {
  const sides = sidesOf(item);
  return sides
    ? { list: sides.map((value) => nameOf({ order, at: order.indexOf(item) }, value)) }
    : { item, form: 'text' };
}
