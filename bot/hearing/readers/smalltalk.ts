import { hasWords } from '../../../domain/text.ts';
import { say } from '../../../replies/words.ts';
import type { Meaning } from '../../meaning.ts';
import { ENOUGH, LIKELY, POSSIBLE, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/** Small talk; the lists are `said.<kind>` in heard.json. The order matters where two are said. */
export const TALK = [
  'thanking',
  'rival',
  'robot',
  'maker',
  'who',
  'joke',
  'game',
  'weather',
  'love',
  'insult',
  'praise',
  'greeting',
  'laugh',
  'hm',
  'testing',
] as const;

/** One light, honest sentence, and back to where we were. */
export function smalltalk(scene: Scene): Reading[] {
  const kind = TALK.find((one) => scene.says(`said.${one}`)) ?? (isNoise(scene.text) ? 'noise' : null);
  if (!kind) return isOffTopic(scene) ? [aside('off', ENOUGH)] : [];
  const meaning: Meaning =
    kind === 'thanking'
      ? { kind: 'thanks' }
      : { kind: 'remark', notes: [say(`hearing:talk.${kind}`)], then: null };
  const isAside = kind === 'hm' || kind === 'laugh' || kind === 'noise';
  return [{ kind: 'smalltalk', confidence: isAside ? POSSIBLE + 0.05 : LIKELY + 0.05, meaning }];
}

const aside = (talk: string, confidence: number): Reading => ({
  kind: 'smalltalk',
  confidence,
  meaning: { kind: 'remark', notes: [say(`hearing:talk.${talk}`)], then: null },
});

/** A question that nothing here has an answer to. */
const isOffTopic = ({ asks, isQuestion, says, dialog, top, text, ear }: Scene): boolean =>
  !asks && (isQuestion || says('said.elsewhere')) && hasWords(text) && !dialog?.hear?.(text, top!, ear);

/** Keys pressed at random: Latin letters that no word has. */
const isNoise = (text: string): boolean =>
  /^[a-z]{4,}$/u.test(text) && (!/[aeiouy]/u.test(text) || /[bcdfghjklmnpqrstvwxz]{5}/u.test(text));
