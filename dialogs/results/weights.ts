import type { WorkValue } from '../../domain/catalogue.ts';
import type { ValuesResult } from '../../domain/profile.ts';
import { mostAndLeast, rankValues, valuesClarity, type ValueScores } from '../../domain/values.ts';
import type { BarsReply, Param, Phrase, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';

/** Trade-offs may carry a weight a little beyond the scale of the answers. */
const onScale = (score: number): number => Math.min(5, Math.max(1, score));

/** Eleven bars, the weightiest first. */
export const weights = ({ scores, form }: ValuesResult): BarsReply<Phrase> => ({
  kind: 'bars',
  title: say('results:weights.title'),
  bars: rankValues(scores).map((value) => ({
    label: say(`results:value.${value}.name`),
    fill: (onScale(scores[value]) - 1) / 4,
    value: say('results:weights.value', { score: { number: onScale(scores[value]), digits: 1 } }),
  })),
  notes: [say(`results:weights.${form}`)],
});

/** What matters most and least, how clearly, and what that cannot tell. */
export const weightsInWords = ({ scores }: ValuesResult): TextReply<Phrase> => ({
  kind: 'text',
  text: say('results:valued.text', {
    priorities: priorities(scores),
    clarity: say(`results:valued.${valuesClarity(scores)}`),
    caution: say('results:valued.caution'),
  }),
});

function priorities(scores: ValueScores): Phrase {
  const { most, least } = mostAndLeast(scores);
  if (most.length === 0 && least.length === 0) return say('results:valued.even');
  if (most.length === 0) return say('results:valued.least', { least: listed(least) });
  if (least.length === 0) return say('results:valued.most', { most: listed(most) });
  return say('results:valued.both', { most: listed(most), least: listed(least) });
}

/** Values inside a sentence. */
export const listed = (values: readonly WorkValue[]): Param => ({
  list: values.map((value) => say(`results:value.${value}.called`)),
});
