import { WORK_VALUES } from '../../domain/catalogue.ts';
import { conditionsOf, isAnything, ofAll, writeCriteria } from '../../domain/criteria.ts';
import { INTERESTS } from '../../domain/interests.ts';
import { closenessOf, type Match } from '../../domain/matching.ts';
import { shapeOf } from '../../domain/shape.ts';
import { isUnshifted } from '../../domain/weighing.ts';
import type { Card, CardsReply, Choice, Phrase, Sketch, TextReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { askedFigures, conditionWords, criteriaNotes, inLines, inWords } from '../criteria.ts';
import { WAYS } from '../dialog.ts';
import type { Answer, Fitting } from '../queries.ts';
import { comparedBy, matchedBy, reasonWords } from '../reasons.ts';
import type { ResultsContext } from './machine.ts';
import { shiftsInWords } from './shifts.ts';

type Found = Extract<Answer, { type: 'MATCHED' }>;

export const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`results:${node}`),
  payload,
  ...(weight && { weight }),
});

/** What the person has that can be compared; what is flat is as good as missing. */
const personOf = ({ scores, values }: Found) => ({
  interests: scores !== null && shapeOf(INTERESTS, scores) !== null,
  values: values !== null && shapeOf(WORK_VALUES, values.scores) !== null,
});

/** How many jobs there are, what the list is built on, what it is narrowed by, and in which order it is. */
export function heading({ found, undo, moved }: ResultsContext): TextReply<Phrase> {
  const { criteria, total: count, sketch, shifts } = found!;
  const built = comparedBy(personOf(found!));
  const basis =
    built === 'values' || sketch === null ? built : built === 'both' ? 'sketchAndValues' : 'sketch';
  return {
    kind: 'text',
    text: inLines([
      ...(moved ? [say('results:list.moved', { area: { prefecture: found!.area } })] : []),
      ...(undo === null ? [] : [say(`results:list.${isUnshifted(shifts) ? 'unshifted' : 'changed'}`)]),
      isAnything(criteria)
        ? say('results:list.all', { count })
        : say('results:list.narrowed', { chosen: inWords(criteria), count }),
      criteria.sort
        ? say(`results:list.built.${basis}`)
        : say('browse:two', {
            first: say(`results:list.built.${basis}`),
            second: say('results:list.closest'),
          }),
      ...shiftsInWords(found!),
      ...criteriaNotes(found!),
    ]),
  };
}

/** Which of the list is on view. */
export const page = ({ criteria, offset, items, total }: Found): TextReply<Phrase> => ({
  kind: 'text',
  text: say('results:list.more', {
    chosen: inWords({ ...criteria, mine: true }),
    from: offset + 1,
    to: offset + items.length,
    total,
  }),
});

/** The way to the conditions, those chosen put in. */
export const narrow = ({ criteria }: Found): Choice<Phrase> =>
  way('list.narrow', `browse:ways:${writeCriteria({ ...criteria, mine: true })}`);

/** Nothing meets the conditions: what would, the one chosen last first. */
export const none = ({ found, undo }: ResultsContext): Sketch => {
  const { criteria, loosenings } = found!;
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: inLines([say('results:none.text', { chosen: inWords(criteria) }), ...shiftsInWords(found!)]),
        options: loosenings.map(({ condition, left, count }) => ({
          label: say('browse:none.without', { condition: inWords(condition), number: count }),
          payload: `results:list:${writeCriteria(ofAll(left))}`,
        })),
      },
    ],
    choices: [
      ...undoing(undo),
      { label: say('browse:clear'), payload: 'results:list:all' },
      narrow(found!),
      WAYS.back,
      WAYS.menu,
    ],
  };
};

/** What was just weighed, as it was before. */
export const undoing = (undo: string | null): Choice<Phrase>[] =>
  undo === null ? [] : [way('list.undo', `results:weigh:${undo}`)];

export function fits(found: Found): CardsReply<Phrase> {
  const { items, offset, sketch, criteria } = found;
  const person = personOf(found);
  return {
    kind: 'cards',
    alt: say(offset === 0 ? `results:fits.alt.${comparedBy(person)}` : 'results:fits.altMore', {
      names: { list: items.slice(0, 3).map(({ id }) => ({ occupation: id })) },
    }),
    cards: items.map((match) => ({
      title: say('results:fits.name', { name: { occupation: match.id } }),
      // What is unlike is said below; it is not "somewhat like" as well.
      ...(closenessOf(match) > 0 && closeness(match, sketch !== null)),
      lines: [
        say('results:fits.summary', { summary: { occupationSummary: match.id } }),
        reasonWords(match),
        ...(person.interests && match.byInterests === null ? [say('results:fits.noInterests')] : []),
        ...(person.values && match.byValues === null ? [say('results:fits.noValues')] : []),
        ...conditionsMet(criteria, match),
      ],
      ...askedFigures(criteria, match.pay),
      choices: [way('fits.open', `occupation:open:${match.id}`, 'main')],
    })),
  };
}

/** Which conditions the occupation meets, and of which nobody can tell. */
function conditionsMet(criteria: Found['criteria'], { untold }: Fitting): Phrase[] {
  const codes = new Set(untold.map(writeCriteria));
  const met = conditionsOf(criteria).filter((condition) => !codes.has(writeCriteria(condition)));
  return [
    ...(met.length > 0 ? [say('results:fits.meets', { list: { list: met.map(conditionWords) } })] : []),
    ...(untold.length > 0
      ? [say('results:fits.untold', { list: { list: untold.map(conditionWords) } })]
      : []),
  ];
}

/** In words rather than per cent: a correlation of 0.9 is no "90% match". A first sketch is never very like anything. */
function closeness(match: Match, isSketch: boolean): Pick<Card<Phrase>, 'subtitle' | 'level'> {
  const close = closenessOf(match);
  const reached = close >= 0.85 && !isSketch ? 3 : close >= 0.6 ? 2 : 1;
  const words = (['somewhat', 'fairly', 'very'] as const)[reached - 1]!;
  return { subtitle: say(`results:closeness.${matchedBy(match)}.${words}`), level: { reached, of: 3 } };
}
