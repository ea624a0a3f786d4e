import type { Choice } from '../../../replies/reply.ts';
import { hasWords, normaliseText, withoutGaps } from '../../../domain/text.ts';
import { say } from '../../../replies/words.ts';
import { readPayload } from '../../payloads.ts';
import { isHeard } from '../heard.ts';
import { CLEAR, ENOUGH, LIKELY, POSSIBLE, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { tap } from './exact.ts';
import { liking } from './liking.ts';

/** What was asked is answered: a number, the dialog's own words, or words that mean one of its buttons. */
export function answer(scene: Scene): Reading[] {
  return [
    numbered(scene),
    own(scene),
    ...(scene.dialog?.name === 'welcome' ? [unsure(scene), uneasy(scene)] : []),
    counted(scene),
    scaled(scene),
    elsewhere(scene),
    partly(scene),
    unknown(scene),
  ].filter((reading) => reading !== null);
}

/** 「2」, "2.", 「２番」: the second button. */
function numbered(scene: Scene): Reading | null {
  const ordinal = scene.cores
    .map((core) => /^(\d{1,2})(?:[.。番]|番目)?$/u.exec(core)?.[1])
    .find((digits) => digits !== undefined);
  const choice = ordinal === undefined ? undefined : scene.choices[Number(ordinal) - 1];
  return choice ? { ...tap(scene, choice.payload), kind: 'answer' } : null;
}

/** Dialogs that take nearly everything that is typed; what they do not know is only a guess. */
const GREEDY: ReadonlySet<string> = new Set(['NONE', 'LICENCES']);

/** The dialog's own words; also those at the heart of a longer sentence: 「はい、すきです」. */
function own({ dialog, top, ear, cores, text, named, says }: Scene): Reading | null {
  if (!dialog?.hear) return null;
  for (const core of cores) {
    const event = dialog.hear(core, top!, ear);
    if (!event) continue;
    const isGuess = GREEDY.has(event.type) && !(event as { ids?: readonly unknown[] }).ids?.length;
    if (isGuess) {
      return {
        kind: 'search',
        confidence: POSSIBLE + 0.07,
        meaning: { kind: 'event', dialog: dialog.name, event },
      };
    }
    // 「秋田犬のブリーダー」: a place that is only part of something else.
    const isPart = event.type === 'HEARD' && (named.length > 0 || says('said.pay'));
    return {
      kind: dialog.name === 'search' || dialog.name === 'browse' ? 'search' : 'answer',
      confidence: isPart ? POSSIBLE : core === text ? CLEAR + 0.08 : CLEAR,
      meaning: { kind: 'event', dialog: dialog.name, event },
    };
  }
  return null;
}

/** In the welcome: does not know what to do yet. */
const unsure = ({ house, says }: Scene): Reading | null =>
  says('said.unsure') || says('said.looking')
    ? { kind: 'answer', confidence: CLEAR, meaning: readPayload(house, 'welcome:unsure') }
    : null;

/** In the welcome: a feeling that is one of its answers. */
const uneasy = ({ house, says }: Scene): Reading | null =>
  says('said.afraid')
    ? { kind: 'answer', confidence: CLEAR, meaning: readPayload(house, 'welcome:uneasy') }
    : null;

const ORDINALS = ['said.first', 'said.second', 'said.third'] as const;

/** "the second one", 「上のやつで」, 「最後の」. */
function counted(scene: Scene): Reading | null {
  const choices = scene.choices.filter(({ weight }) => weight !== 'quiet');
  const at = ORDINALS.findIndex((list) => scene.says(list));
  const choice = at >= 0 ? choices[at] : scene.says('said.last') ? choices.at(-1) : undefined;
  if (!choice || scene.text.length > LONGEST_ORDINAL) return null;
  return { ...tap(scene, choice.payload), kind: 'answer', confidence: LIKELY + 0.05 };
}
const LONGEST_ORDINAL = 24;

const BESIDES = ['pause', 'back', 'restart', 'weather', 'love', 'game', 'joke', 'robot', 'who', 'insult'].map(
  (list) => `said.${list}`,
);

/** How much somebody likes an activity, or passes it, in their own words. */
function scaled(scene: Scene): Reading | null {
  const passed = scene.choices.find(({ payload }) => /^\w+:skip:/u.test(payload));
  const answers = scene.choices.filter(({ payload }) => /^\w+:answer:\w+:\d$/u.test(payload));
  if (answers.length === 0) return null;
  const pass = (confidence: number, kind: Reading['kind']): Reading | null =>
    passed ? { ...tap(scene, passed.payload), confidence, kind } : null;
  const numbers = scene.text.length <= LONGEST_NUMBER ? (scene.text.match(/\d+/gu) ?? []) : [];
  // "2 or 3?" is no answer yet.
  const told = numbers.length === 1 ? numbers[0] : undefined;
  const numbered = answers.find(({ payload }) => payload.endsWith(`:${told}`));
  if (numbered) return tap(scene, numbered.payload, LIKELY + 0.05);
  // 「天気いいね」 and "I don't want to stop" say nothing of the activity.
  const isBesides = BESIDES.some((list) => scene.says(list));
  const grade = !isBesides && answers[0]!.payload.startsWith('interests') ? liking(scene) : null;
  if (grade === null && scene.says('said.skip'))
    return pass(LIKELY + 0.05, scene.isOne('skip') ? 'command' : 'answer');
  const choice = answers.find(({ payload }) => payload.endsWith(`:${grade}`));
  // 「それより声優がいい」 is about something else.
  const confidence = scene.named.length > 0 ? POSSIBLE : LIKELY + 0.05;
  return choice ? { ...tap(scene, choice.payload), confidence } : null;
}

/** 「うーん、2かな」: a number in few words. */
const LONGEST_NUMBER = 8;

/** Where a place is asked for: all of Japan, or rather not. */
function elsewhere(scene: Scene): Reading | null {
  const everywhere = scene.choices.find(({ payload }) => payload === 'prefecture:choose:00');
  if (!everywhere) return null;
  const declines = scene.says('said.decline') || scene.says('said.skip');
  if (!declines && !scene.says('said.anywhere')) return null;
  return { ...tap(scene, everywhere.payload), confidence: LIKELY + 0.05 };
}

/**
 * Words that stand on one button and no other (「九州」 on 「九州・沖縄」), or are much like those of one
 * ("I'm curious about a job").
 */
function partly(scene: Scene): Reading | null {
  const alike = scene.choices
    .filter(({ weight }) => weight !== 'quiet')
    .map((choice) => ({ choice, likeness: likeness(scene.text, normaliseText(choice.label)) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best, next] = alike;
  if (best && best.likeness >= ALIKE && best.likeness - (next?.likeness ?? 0) > APART) {
    return { ...tap(scene, best.choice.payload), kind: 'answer', confidence: LIKELY + 0.05 };
  }
  const words = scene.cores.at(-1)!;
  if (words.length < 2 || isHeard(scene.house, 'yes', words)) return null;
  const holds = ({ label }: Choice<string>) => withoutGaps(normaliseText(label)).includes(words);
  const found = scene.choices.filter((choice) => choice.weight !== 'quiet' && holds(choice));
  return found.length === 1 && !/^[a-z]{1,3}$/u.test(words)
    ? { ...tap(scene, found[0]!.payload, scene.asks ? POSSIBLE : LIKELY), kind: 'answer' }
    : null;
}

/** Short, where something is asked, and nobody knows what it means: what is needed is said again in other words. */
function unknown({ choices, text, cores }: Scene): Reading | null {
  if (!hasWords(text) || text.length > LONGEST_UNKNOWN || cores.at(-1)!.length < 2) return null;
  const asks = (prefix: RegExp) => choices.some(({ payload }) => prefix.test(payload));
  const key = asks(/^prefecture:(?:region|choose):/u)
    ? 'noPlace'
    : asks(/^interests:answer:/u)
      ? 'noLiking'
      : null;
  return key === null
    ? null
    : {
        kind: 'answer',
        lost: true,
        confidence: ENOUGH,
        meaning: { kind: 'remark', notes: [say(`hearing:${key}`)], then: null },
      };
}
const LONGEST_UNKNOWN = 16;

const ALIKE = 0.62;
const APART = 0.2;

/** Dice's coefficient of pairs of letters, 0–1. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size < 3 || b.size < 3) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
const pairsOf = (text: string): Set<string> => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
};
