import {
  asksOpenings,
  asksPay,
  cleared,
  conditionsOf,
  isAnything,
  SORTS,
  writeCriteria,
  type Criteria,
} from '../domain/criteria.ts';
import { isFamily } from '../domain/licences.ts';
import type { PayPicture } from '../domain/wages.ts';
import type { Card, Choice, Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';
import { offerFacts, sourcesOf, wageFact } from './pay.ts';

/** What browsing and the person's own list have in common: conditions in words, as buttons, and what they ask for. */

/** All conditions in words. */
export function inWords(criteria: Criteria): Phrase {
  const parts = conditionsOf(criteria).map(conditionWords);
  if (parts.length > 0) return say('browse:conditions', { list: { list: parts } });
  return say(criteria.mine ? 'browse:mine' : 'browse:everything');
}

/** One condition in words. */
export function conditionWords({ place, field, licence, wants, avoids }: Criteria): Phrase {
  if (place) return say(`page:place.${place}`);
  if (field !== undefined) return say('browse:field', { name: { field } });
  if (licence !== undefined) return licenceName(licence);
  return wants[0] ? say(`browse:wish.${wants[0]}`) : say(`browse:avoid.${avoids[0]!}`);
}

export const licenceName = (licence: string): Phrase =>
  isFamily(licence) ? say(`browse:licence.${licence}`) : say('browse:licence.named', { name: { licence } });

/** Phrases one below the other. */
export const inLines = (phrases: readonly Phrase[]): Phrase =>
  phrases.length <= 1
    ? phrases[0]!
    : say('browse:lines', { first: phrases[0]!, rest: inLines(phrases.slice(1)) });

/** A list as a view needs it to speak of its criteria. */
export interface Narrowed {
  readonly criteria: Criteria;
  readonly unknown: number;
  readonly area: string;
}

/** How the list is ordered, where it is asked for, and how many occupations nobody can tell of. */
export const criteriaNotes = ({ criteria, unknown, area }: Narrowed): Phrase[] => [
  ...(criteria.sort ? [say(`browse:order.${criteria.sort}`, { area: { prefecture: area } })] : []),
  ...(unknown > 0 && !isAnything(criteria)
    ? [say(`browse:untold.${criteria.open ? 'in' : 'out'}`, { count: unknown })]
    : []),
];

/** Ways to change the list: those without figures too, the other orders, another prefecture, all conditions gone. */
export function criteriaWays(
  { criteria, unknown, area }: Narrowed,
  go: (code: string) => string,
  usual: 'usual' | 'closest' = 'usual',
): Choice<Phrase>[] {
  const way = (key: string, to: Criteria): Choice<Phrase> => ({
    label: say(`browse:${key}`),
    payload: go(writeCriteria(to)),
  });
  const { sort, open, ...rest } = criteria;
  const sorted = sort ? { sort } : {};
  return [
    ...(isAnything(criteria) ? [] : [way('clear', cleared(criteria))]),
    ...(unknown > 0 && !isAnything(criteria) && !open
      ? [way('untold.show', { ...criteria, open: true })]
      : []),
    ...(open ? [way('untold.hide', { ...rest, ...sorted })] : []),
    ...(sort ? [way(`sort.${usual}`, { ...rest, ...(open && { open }) })] : []),
    ...SORTS.filter((one) => one !== sort).map((one) => way(`sort.${one}`, { ...criteria, sort: one })),
    ...(asksPay(criteria) || asksOpenings(criteria)
      ? [
          {
            label: say('browse:area', { area: { prefecture: area, bare: true } }),
            payload: 'prefecture:open',
          },
        ]
      : []),
  ];
}

/** Pay and openings on a card, where the criteria are about them, each with its source. */
export function askedFigures(
  criteria: Criteria,
  pay: PayPicture | null,
): Pick<Card<Phrase>, 'facts' | 'sources'> {
  const [paid, offered] = [asksPay(criteria), asksOpenings(criteria)];
  if (!pay || (!paid && !offered)) return {};
  const shown: PayPicture = {
    ...pay,
    wage: paid ? pay.wage : null,
    offer: offered && pay.offer ? { ...pay.offer, monthlyYen: null, hourlyYen: null } : null,
    minimum: null,
  };
  return {
    facts: [...(paid ? [wageFact(pay)] : []), ...offerFacts(shown)],
    sources: sourcesOf(shown, false),
  };
}
