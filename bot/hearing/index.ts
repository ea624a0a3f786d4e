import { hasWords } from '../../domain/text.ts';
import type { Speech } from '../../replies/reply.ts';
import type { Conversation } from '../conversation.ts';
import { judge, type Decision } from './judge.ts';
import { CLEAR, type Reading } from './reading.ts';
import { answer } from './readers/answer.ts';
import { command } from './readers/command.ts';
import { exact, tapped } from './readers/exact.ts';
import { fitting } from './readers/fitting.ts';
import { feeling } from './readers/feeling.ts';
import { glossary } from './readers/glossary.ts';
import { need } from './readers/need.ts';
import { search } from './readers/search.ts';
import { smalltalk } from './readers/smalltalk.ts';
import { task } from './readers/task.ts';
import { wage } from './readers/wage.ts';
import { sceneOf, type Scene } from './scene.ts';

export type { Decision } from './judge.ts';
export { KINDS, type Kind } from './reading.ts';

/** Of two readings that are as confident, an answer is taken, and then the first of these. */
const READERS: readonly ((scene: Scene) => readonly Reading[])[] = [
  command,
  fitting,
  wage,
  glossary,
  task,
  search,
  feeling,
  smalltalk,
];

/**
 * Understands what is typed: the words on the buttons in view, then need, then whole words that mean the same
 * everywhere; else every reader proposes, and the judge chooses (docs/understanding.md).
 */
export function hear(conversation: Conversation, typed: string, inView: () => Speech): Decision {
  const scene = sceneOf(conversation, typed, inView);
  if (scene.text === '') return { meaning: { kind: 'unclear' }, kind: null, between: [] };
  const sure = tapped(scene) ?? need(scene) ?? exact(scene);
  if (sure) return { meaning: sure.meaning, kind: sure.kind, between: [] };
  const answers = answer(scene);
  // Who answers a question in so many words means nothing else.
  const isPlain =
    scene.asks && answers.some(({ kind, confidence }) => kind === 'answer' && confidence >= CLEAR);
  const readings = isPlain ? answers : [...answers, ...READERS.flatMap((reader) => reader(scene))];
  if (readings.length === 0 && !hasWords(scene.text)) {
    return { meaning: { kind: 'unread', what: 'emoji' }, kind: 'smalltalk', between: [] };
  }
  return judge(readings, scene.asks);
}
