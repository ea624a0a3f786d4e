import { INTERESTS } from '../../domain/interests.ts';
import type { CardsReply, Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { WORK_VALUES } from '../../domain/catalogue.ts';
import { closenessOf, type Match } from '../../domain/matching.ts';
import type { ValuesResult } from '../../domain/profile.ts';
import { shapeOf } from '../../domain/shape.ts';
import type { Answer } from '../queries.ts';
import { comparedBy, matchedBy, reasonWords } from '../reasons.ts';
import { clearer, interestBars, interestsInWords } from './profile.ts';
import { PAGE, showsValues, type ResultsContext } from './machine.ts';
import { weights, weightsInWords } from './weights.ts';

export function view({ value, context }: Position<ResultsContext>): Sketch {
  const { found } = context;
  switch (stateName(value)) {
    case 'unknown':
      return {
        replies: [{ kind: 'text', text: say('results:unknown.text') }],
        choices: [
          way('unknown.start', 'interests:open', 'main'),
          way('unknown.pairs', 'pairs:open'),
          way('unknown.values', 'values:open'),
          WAYS.menu,
        ],
      };
    case 'unweighed':
      return {
        replies: [{ kind: 'text', text: say('results:unweighed.text') }],
        choices: [
          way('unweighed.start', 'values:open', 'main'),
          ...(found?.scores ? [way('ways.interests', 'results:open')] : []),
          WAYS.menu,
        ],
      };
    case 'level':
      return {
        replies: [weights(found!.values!), { kind: 'text', text: say('results:level.text') }],
        choices: [
          way('flat.browse', 'browse:open', 'main'),
          ...finer(found!.values!),
          way('flat.again', 'values:open'),
          ...otherWay(context),
          WAYS.menu,
        ],
      };
    case 'valued':
      return {
        replies: [weights(found!.values!), weightsInWords(found!.values!), fits(found!)],
        choices: [...onward(context), ...finer(found!.values!), ...otherWay(context), WAYS.menu],
      };
    case 'flat':
      return {
        replies: [interestBars(found!, false), { kind: 'text', text: say('results:flat.text') }],
        choices: [
          way('flat.browse', 'browse:open', 'main'),
          way('flat.again', 'interests:open'),
          ...otherWay(context),
          WAYS.menu,
        ],
      };
    case 'more':
      return { replies: [fits(found!)], choices: [...onward(context), byTasks, WAYS.back, WAYS.menu] };
    default:
      return {
        replies: [
          interestBars(found!, shapeOf(INTERESTS, found!.scores!) !== null),
          interestsInWords(found!),
          fits(found!),
        ],
        choices: [...onward(context), ...clearer(found!), ...otherWay(context), WAYS.menu],
      };
  }
}

type Found = Extract<Answer, { type: 'MATCHED' }>;

function fits({ items, offset, scores, values, sketch }: Found): CardsReply<Phrase> {
  const person = {
    interests: scores !== null && shapeOf(INTERESTS, scores) !== null,
    values: values !== null && shapeOf(WORK_VALUES, values.scores) !== null,
  };
  return {
    kind: 'cards',
    alt: say(offset === 0 ? `results:fits.alt.${comparedBy(person)}` : 'results:fits.altMore', {
      names: { list: items.slice(0, 3).map(({ id }) => ({ occupation: id })) },
    }),
    cards: items.map((match) => ({
      title: say('results:fits.name', { name: { occupation: match.id } }),
      subtitle: closeness(match, sketch !== null),
      lines: [
        say('results:fits.summary', { summary: { occupationSummary: match.id } }),
        reasonWords(match),
        ...(person.interests && match.byInterests === null ? [say('results:fits.noInterests')] : []),
        ...(person.values && match.byValues === null ? [say('results:fits.noValues')] : []),
      ],
      choices: [way('fits.open', `occupation:open:${match.id}`, 'main')],
    })),
  };
}

/** In words rather than per cent: a correlation of 0.9 is no "90% match". A first sketch is never very like anything. */
function closeness(match: Match, isSketch: boolean): Phrase {
  const close = closenessOf(match);
  const words = close >= 0.85 && !isSketch ? 'very' : close >= 0.6 ? 'fairly' : 'somewhat';
  return say(`results:closeness.${matchedBy(match)}.${words}`);
}

/** From the short result to the full one. */
const finer = ({ form }: ValuesResult): Choice<Phrase>[] =>
  form === 'short' ? [way('ways.finer', 'values:more')] : [];

/** Other ways to look: by what matters, or by interests; and by what one can do. */
function otherWay(context: ResultsContext): Choice<Phrase>[] {
  const { scores, values } = context.found!;
  return [
    showsValues(context)
      ? scores
        ? way('ways.interests', 'results:open')
        : way('ways.askInterests', 'interests:open')
      : way('ways.values', values ? 'results:values' : 'values:open'),
    byTasks,
  ];
}

const onward = ({ offset, found }: ResultsContext): Choice<Phrase>[] =>
  offset + PAGE < (found?.total ?? 0) ? [way('more', 'results:more')] : [];

/** Another way of looking for work: by what one can do. */
const byTasks: Choice<Phrase> = { label: say('results:byTasks'), payload: 'tasks:open' };

const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`results:${node}`),
  payload,
  ...(weight && { weight }),
});
