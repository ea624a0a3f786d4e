import type { Phrase, Sketch, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { doneCount, leftOf, type Remark } from '../questionnaire/answering.ts';
import { askingWays, concern, scaleQuestion, textOf, way } from '../questionnaire/view.ts';
import type { InterestsContext } from './machine.ts';

/** Seconds a question takes on average, for "about N minutes". */
const SECONDS = 5;

export function view({ value, context }: Position<InterestsContext>): Sketch {
  switch (stateName(value)) {
    case 'intro':
      return {
        replies: [textOf(say('interests:intro.text', { count: context.order.length }))],
        choices: [way('interests:intro.start', 'interests:start', 'main'), WAYS.menu],
      };
    case 'resuming':
      return {
        replies: [textOf(say('interests:resuming.text', { done: doneCount(context), ...left(context) }))],
        choices: [
          way('interests:resuming.continue', 'interests:continue', 'main'),
          way('interests:resuming.over', 'interests:over'),
          WAYS.menu,
        ],
      };
    case 'concern':
      return concern('interests', context.scoring);
    default:
      return {
        replies: [...remark(context), ...hint(context), scaleQuestion('interests', context)],
        choices: askingWays('interests', context),
      };
  }
}

/** How many questions are open, and about how long they take. */
export const left = (context: InterestsContext) => leftOf(context, SECONDS);

/** How to answer, said once before the first question. */
const hint = (context: InterestsContext): TextReply<Phrase>[] =>
  doneCount(context) === 0 && context.at === 0 ? [textOf(say('interests:asking.hint'))] : [];

function remark({ remark: made, order }: InterestsContext): TextReply<Phrase>[] {
  return made ? [textOf(remarkWords(made, order.length))] : [];
}

const remarkWords = (made: Remark, total: number): Phrase =>
  made.kind === 'milestone'
    ? say(`interests:milestone.${made.done}`, { count: total - made.done })
    : say(`interests:remark.${made.kind}`, { activity: { item: made.item, form: 'text' } });
