import { hollandCode, rankInterests } from '../../domain/scoring.ts';
import type { BarsReply, Choice, Phrase, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import type { Answer } from '../queries.ts';

type Found = Extract<Answer, { type: 'MATCHED' }>;

/** Answers run from 1 to 5; a bar is empty at 1 and full at 5. */
const fill = (score: number): number => (score - 1) / 4;

/** Six bars, strongest first. A flat profile has no code: its letters would only follow the alphabet. */
export function interestBars({ scores, sketch }: Found, coded = true): BarsReply<Phrase> {
  const title = sketch === null ? 'profile.title' : 'sketch.title';
  const notes = sketch === null ? 'profile' : 'sketch';
  return {
    kind: 'bars',
    title: coded ? say(`results:${title}`, { code: hollandCode(scores!) }) : say('results:profile.flat'),
    bars: rankInterests(scores!).map((interest) => ({
      label: say(`results:interest.${interest}.name`),
      fill: fill(scores![interest]),
      value: say('results:profile.value', { score: { number: scores![interest], digits: 1 } }),
      note: say(`results:interest.${interest}.meaning`),
    })),
    notes: [say(`results:${notes}.${coded ? 'scale' : 'scaleFlat'}`)],
  };
}

/** How far the interests stand out, and what that means; from pairs alone, that it is a first sketch. */
export function interestsInWords({ liked, clarity, sketch }: Found): TextReply<Phrase> {
  const named = liked.length > 0 ? 'liked' : 'shape';
  const params = {
    liked: { list: liked.map((item) => ({ item, form: 'echo' as const })) },
    caution: say('results:caution'),
  };
  return {
    kind: 'text',
    text:
      sketch === null
        ? say(`results:showing.${named}`, { ...params, clarity: say(`results:clarity.${clarity}`) })
        : say(`results:sketch.${named}`, { ...params, done: sketch }),
  };
}

/** From a first sketch to the questionnaire, or to another sketch. */
export const clearer = ({ sketch }: Found): Choice<Phrase>[] =>
  sketch === null
    ? []
    : [
        { label: say('results:sketch.thorough'), payload: 'interests:open' },
        { label: say('results:sketch.again'), payload: 'pairs:open', weight: 'quiet' },
      ];
