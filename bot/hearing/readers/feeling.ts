import { say } from '../../../replies/words.ts';
import type { Meaning } from '../../meaning.ts';
import { CLEAR, LIKELY, POSSIBLE, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/** Feelings that are no emergency; the lists are `said.<kind>` in heard.json. */
export const FEELINGS = [
  'rejected',
  'angry',
  'tired',
  'sad',
  'afraid',
  'bored',
  'unlike',
  'keen',
  'happy',
  'unsure',
] as const;
/** Each is said in so many ways. */
export const WAYS = 3;

/** One warm sentence that fits; what was asked stays in view. Who is tired of a questionnaire is let go with it kept. */
export function feeling(scene: Scene): Reading[] {
  const kind = FEELINGS.find((one) => scene.says(`said.${one}`));
  // 「つまらなそう」 is said of what is asked about.
  if (!kind || (scene.asks && scene.says('said.seems'))) return [];
  const { dialog, top, asks, turn } = scene;
  const rests = kind === 'tired' && asks && dialog?.keeps?.(top!) === true;
  const then: Meaning | null = rests ? { kind: 'command', command: 'pause' } : null;
  return [
    {
      kind: 'feeling',
      confidence:
        kind === 'unsure' ? POSSIBLE + 0.1 : kind === 'tired' || kind === 'bored' ? CLEAR : LIKELY + 0.05,
      meaning: { kind: 'remark', notes: [say(`hearing:feeling.${kind}.${turn % WAYS}`)], then },
    },
  ];
}
