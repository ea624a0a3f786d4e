import type { House } from '../../bot/house.ts';
import type { Locale } from '../../domain/locales.ts';
import { handy } from '../support/talk.ts';

/** One move of a person: a button they tap (it must be offered), or words they type. */
export type Move = { readonly tap: string } | { readonly say: string };

/** What the person types for their prefecture, in each language. */
const HOME: Record<Locale, string> = { ja: 'さいたま', 'ja-easy': 'さいたま', en: 'saitama' };

/** The occupation that fits the handy person best is opened; its number depends on the data only. */
export const bestFit = 'occupation:open:';

/**
 * The main job, from hello to a next step: the questionnaire, the results, an occupation, its pay at home and
 * elsewhere, real doors. A tap that ends with a colon takes the first button offered that begins so.
 */
export const mainScript = (house: House, locale: Locale): Move[] => [
  { tap: 'welcome:unsure' },
  { tap: 'interests:open' },
  { tap: 'interests:start' },
  ...house.catalogue.interestQuestionnaire.items.map(({ id }) => ({
    tap: `interests:answer:${id}:${handy(id)}`,
  })),
  { tap: bestFit },
  { tap: 'wages:open:' },
  { say: HOME[locale] },
  { tap: 'wages:compare:' },
  { tap: 'next:open:' },
];

/** The payload a move taps, given what is offered; throws when it is not offered. */
export function payloadOf(move: { readonly tap: string }, offered: readonly string[]): string {
  const found = move.tap.endsWith(':')
    ? offered.find((payload) => payload.startsWith(move.tap))
    : offered.find((payload) => payload === move.tap);
  if (found === undefined) throw new Error(`${move.tap} is not offered; offered: ${offered.join(', ')}`);
  return found;
}
