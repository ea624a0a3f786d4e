import { MOST_PAIRS } from '../../domain/pairs.ts';
import type { Choice, Phrase, QuestionReply, Sketch, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { NONE } from './events.ts';
import type { PairsContext } from './machine.ts';

/** From here on most people are nearly done. */
const NEARLY = 12;

export function view({ value, context }: Position<PairsContext>): Sketch {
  const { pair, choices, remark } = context;
  switch (stateName(value)) {
    case 'intro':
      return {
        replies: [text(say('pairs:intro.text', { most: MOST_PAIRS }))],
        choices: [
          way('intro.start', 'pairs:start', 'main'),
          way('intro.thorough', 'interests:open'),
          WAYS.menu,
        ],
      };
    case 'resuming':
      return {
        replies: [text(say('pairs:resuming.text', { done: choices.length }))],
        choices: [
          way('resuming.continue', 'pairs:continue', 'main'),
          way('resuming.over', 'pairs:over'),
          WAYS.menu,
        ],
      };
    case 'faint':
      return {
        replies: [text(say('pairs:faint.text'))],
        choices: [
          way('faint.thorough', 'interests:open', 'main'),
          way('faint.browse', 'browse:open'),
          way('faint.over', 'pairs:over'),
          { ...WAYS.back, payload: 'pairs:back' },
          WAYS.menu,
        ],
      };
    default:
      return {
        replies: [
          ...(remark ? [text(say(`pairs:remark.${remark}`))] : []),
          ...(isFirst(context) ? [text(say('pairs:asking.hint'))] : []),
          question(context),
        ],
        choices: [
          {
            label: say('pairs:asking.neither'),
            payload: `pairs:choose:${pair!.a}:${pair!.b}:${NONE}`,
            weight: 'quiet',
            ...(context.before === null && { chosen: true }),
          },
          ...(choices.length > 0 ? [{ ...WAYS.back, payload: 'pairs:back' }] : []),
          WAYS.pause,
        ],
      };
  }
}

/** How to choose is said once. */
const isFirst = ({ choices, before, remark }: PairsContext): boolean =>
  choices.length === 0 && before === undefined && remark === null;

function question({ pair, choices, before }: PairsContext): QuestionReply<Phrase> {
  const { a, b } = pair!;
  const number = choices.length + 1;
  return {
    kind: 'question',
    layout: 'buttons',
    text: say('pairs:asking.text'),
    progress: {
      done: choices.length,
      total: MOST_PAIRS,
      label: say(`pairs:asking.${number > NEARLY ? 'soon' : 'progress'}`, { number }),
    },
    options: [a, b].map((item) => ({
      label: say('pairs:asking.activity', { activity: { item, form: 'short' } }),
      payload: `pairs:choose:${a}:${b}:${item}`,
      ...(before === item && { chosen: true }),
    })),
  };
}

const text = (words: Phrase): TextReply<Phrase> => ({ kind: 'text', text: words });

const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`pairs:${node}`),
  payload,
  ...(weight && { weight }),
});
