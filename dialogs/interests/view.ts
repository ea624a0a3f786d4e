import type { Choice, Phrase, QuestionReply, Sketch, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { InterestsContext, Remark } from './machine.ts';

/** Seconds a question takes on average, for "about N minutes". */
const SECONDS = 5;
const SCALE = [1, 2, 3, 4, 5] as const;

export function view({ value, context }: Position<InterestsContext>): Sketch {
  switch (stateName(value)) {
    case 'intro':
      return {
        replies: [text(say('interests:intro.text', { count: context.order.length }))],
        choices: [way('intro.start', 'interests:start', 'main'), WAYS.menu],
      };
    case 'resuming':
      return {
        replies: [text(say('interests:resuming.text', { done: done(context), ...left(context) }))],
        choices: [
          way('resuming.continue', 'interests:continue', 'main'),
          way('resuming.over', 'interests:over'),
          WAYS.menu,
        ],
      };
    case 'concern':
      return concern(context);
    default:
      return {
        replies: [...remark(context), ...hint(context), question(context)],
        choices: [
          ...(context.at > 0 ? [WAYS.back] : []),
          way('asking.skip', `interests:skip:${context.order[context.at]}`, 'quiet'),
          WAYS.pause,
        ],
      };
  }
}

const done = ({ answers }: InterestsContext): number => Object.keys(answers).length;

/** How many questions are open, and about how long they take. */
export const left = (context: InterestsContext) => {
  const count = context.order.length - done(context);
  return { count, minutes: Math.max(1, Math.round((count * SECONDS) / 60)) };
};

function question({ order, at, answers }: InterestsContext): QuestionReply<Phrase> {
  const item = order[at]!;
  const before = answers[item];
  return {
    kind: 'question',
    layout: 'scale',
    text: say('interests:asking.text', { activity: { item, form: 'text' } }),
    progress: {
      done: at,
      total: order.length,
      label: say('interests:asking.progress', { number: at + 1, total: order.length }),
    },
    options: SCALE.map((value) => ({
      label: say(`interests:scale.${value}`),
      payload: `interests:answer:${item}:${value}`,
      ...(before === value && { chosen: true }),
    })),
  };
}

/** How to answer, said once before the first question. */
const hint = (context: InterestsContext): TextReply<Phrase>[] =>
  done(context) === 0 && context.at === 0 ? [text(say('interests:asking.hint'))] : [];

function remark({ remark: made, order }: InterestsContext): TextReply<Phrase>[] {
  return made ? [text(remarkWords(made, order.length))] : [];
}

const remarkWords = (made: Remark, total: number): Phrase =>
  made.kind === 'milestone'
    ? say(`interests:milestone.${made.done}`, { count: total - made.done })
    : say(`interests:remark.${made.kind}`, { activity: { item: made.item, form: 'text' } });

function concern({ scoring }: InterestsContext): Sketch {
  const showable = scoring?.scores != null;
  const reason = !showable ? 'few' : scoring.alike ? 'alike' : 'skipped';
  return {
    replies: [text(say(`interests:concern.${reason}`, { count: scoring?.skipped ?? 0 }))],
    choices: [
      ...((scoring?.skipped ?? 0) > 0 ? [way('concern.review', 'interests:review', 'main')] : []),
      ...(showable ? [way('concern.show', 'interests:show')] : []),
      way('concern.over', 'interests:over'),
      WAYS.menu,
    ],
  };
}

const text = (words: Phrase): TextReply<Phrase> => ({ kind: 'text', text: words });

const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`interests:${node}`),
  payload,
  ...(weight && { weight }),
});
