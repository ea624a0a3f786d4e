import type { House } from '../../bot/house.ts';
import type { Locale } from '../../domain/locales.ts';
import { handy } from '../support/talk.ts';

/**
 * One move of a person: a button they tap (it must be offered), words they type, the answers to every question of a
 * kind, one after the other, or days that pass.
 */
export type Move =
  | Turn
  | { readonly each: string; readonly choose: (offered: readonly string[]) => string }
  | { readonly wait: number }
  /** A code is sent of a conversation on LINE in which so much was tapped. */
  | { readonly bring: readonly string[] };

type Turn = Tap | { readonly say: string };

/** A tap that ends with a colon takes the first button offered that begins so, or the one after `nth` of them. */
interface Tap {
  readonly tap: string;
  readonly nth?: number;
}

/** What the person types for their prefecture, in each language. */
export const HOME: Record<Locale, string> = { ja: 'さいたま', 'ja-easy': 'さいたま', en: 'saitama' };

/** The occupation that fits the handy person best is opened; its number depends on the data only. */
export const bestFit = 'occupation:open:';

/**
 * The main job, from hello to a next step: the questionnaire, the results, an occupation, its pay at home and
 * elsewhere, real doors.
 */
export const mainScript = (house: House, locale: Locale): Turn[] => [
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
export function payloadOf({ tap, nth = 0 }: Tap, offered: readonly string[]): string {
  const found = offered.filter((payload) => (tap.endsWith(':') ? payload.startsWith(tap) : payload === tap))[
    nth
  ];
  if (found === undefined) throw new Error(`${tap} is not offered; offered: ${offered.join(', ')}`);
  return found;
}
