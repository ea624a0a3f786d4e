import type { Choice, Phrase, QuestionReply, Sketch, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { WAYS } from '../dialog.ts';
import type { Answering, Noticed } from './answering.ts';

const SCALE = [1, 2, 3, 4, 5] as const;

export const textOf = (text: Phrase): TextReply<Phrase> => ({ kind: 'text', text });

export const way = (key: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(key),
  payload,
  ...(weight && { weight }),
});

/** The item asked now, on the scale of the dialog of that name. */
export function scaleQuestion(
  name: string,
  { order, at, answers }: Answering,
  total = order.length,
): QuestionReply<Phrase> {
  const item = order[at]!;
  const before = answers[item];
  return {
    kind: 'question',
    layout: 'scale',
    text: say(`${name}:asking.text`, { activity: { item, form: 'text' } }),
    progress: progressOf(name, at, total),
    options: SCALE.map((value) => ({
      label: say(`${name}:scale.${value}`),
      payload: `${name}:answer:${item}:${value}`,
      ...(before === value && { chosen: true }),
    })),
  };
}

export const progressOf = (name: string, at: number, total: number) => ({
  done: at,
  total,
  label: say(`${name}:asking.progress`, { number: at + 1, total }),
});

/** Ways out of a question. */
export const askingWays = (name: string, { order, at }: Answering): Choice<Phrase>[] => [
  ...(at > 0 ? [WAYS.back] : []),
  way(`${name}:asking.skip`, `${name}:skip:${order[at]}`, 'quiet'),
  WAYS.pause,
];

/** Something was noticed about the answers: said kindly, with a way to mend it. */
export function concern(name: string, scoring: Noticed | null): Sketch {
  const skipped = scoring?.skipped ?? 0;
  const showable = scoring?.scores != null;
  const reason = !showable ? 'few' : scoring.alike ? 'alike' : 'skipped';
  return {
    replies: [textOf(say(`${name}:concern.${reason}`, { count: skipped }))],
    choices: [
      ...(skipped > 0 ? [way(`${name}:concern.review`, `${name}:review`, 'main')] : []),
      ...(showable ? [way(`${name}:concern.show`, `${name}:show`)] : []),
      way(`${name}:concern.over`, `${name}:over`),
      WAYS.menu,
    ],
  };
}
