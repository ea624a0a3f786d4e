import { hollandCode, rankInterests } from '../../domain/scoring.ts';
import type { InterestScores } from '../../domain/interests.ts';
import type { BarsReply, CardsReply, Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { Match } from '../../domain/matching.ts';
import type { Answer } from '../queries.ts';
import { reasonWords } from '../reasons.ts';
import { PAGE, type ResultsContext } from './machine.ts';

/** Answers run from 1 to 5; a bar is empty at 1 and full at 5. */
const fill = (score: number): number => (score - 1) / 4;

export function view({ value, context }: Position<ResultsContext>): Sketch {
  const { found } = context;
  switch (stateName(value)) {
    case 'unknown':
      return {
        replies: [{ kind: 'text', text: say('results:unknown.text') }],
        choices: [way('unknown.start', 'interests:open', 'main'), WAYS.menu],
      };
    case 'flat':
      return {
        replies: [profile(found!.scores!, false), { kind: 'text', text: say('results:flat.text') }],
        choices: [way('flat.browse', 'search:open', 'main'), way('flat.again', 'interests:open'), WAYS.menu],
      };
    case 'more':
      return { replies: [fits(found!)], choices: [...onward(context), WAYS.back, WAYS.menu] };
    default:
      return {
        replies: [
          profile(found!.scores!),
          {
            kind: 'text',
            text: say(found!.liked.length > 0 ? 'results:showing.liked' : 'results:showing.shape', {
              liked: { list: found!.liked.map((item) => ({ item, form: 'echo' as const })) },
              clarity: say(`results:clarity.${found!.clarity}`),
              caution: say('results:caution'),
            }),
          },
          fits(found!),
        ],
        choices: [...onward(context), WAYS.menu],
      };
  }
}

/** Six bars, strongest first. A flat profile has no code: its letters would only follow the alphabet. */
function profile(scores: InterestScores, coded = true): BarsReply<Phrase> {
  return {
    kind: 'bars',
    title: coded ? say('results:profile.title', { code: hollandCode(scores) }) : say('results:profile.flat'),
    bars: rankInterests(scores).map((interest) => ({
      label: say(`results:interest.${interest}.name`),
      fill: fill(scores[interest]),
      value: say('results:profile.value', { score: { number: scores[interest], digits: 1 } }),
      note: say(`results:interest.${interest}.meaning`),
    })),
    notes: [say(coded ? 'results:profile.scale' : 'results:profile.scaleFlat')],
  };
}

function fits({ items, offset }: Extract<Answer, { type: 'MATCHED' }>): CardsReply<Phrase> {
  return {
    kind: 'cards',
    alt: say(offset === 0 ? 'results:fits.alt' : 'results:fits.altMore', {
      names: { list: items.slice(0, 3).map(({ id }) => ({ occupation: id })) },
    }),
    cards: items.map((match) => ({
      title: say('results:fits.name', { name: { occupation: match.id } }),
      subtitle: closeness(match),
      lines: [say('results:fits.summary', { summary: { occupationSummary: match.id } }), reasonWords(match)],
      choices: [way('fits.open', `occupation:open:${match.id}`, 'main')],
    })),
  };
}

/** In words rather than per cent: a correlation of 0.9 is no "90% match". */
const closeness = ({ score }: Match): Phrase =>
  say(`results:closeness.${score >= 0.85 ? 'very' : score >= 0.6 ? 'fairly' : 'somewhat'}`);

const onward = ({ offset, found }: ResultsContext): Choice<Phrase>[] =>
  offset + PAGE < (found?.total ?? 0) ? [way('more', 'results:more')] : [];

const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`results:${node}`),
  payload,
  ...(weight && { weight }),
});
