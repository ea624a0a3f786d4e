import type { Counsellor } from '../../../bot/port.ts';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import { describe } from '../../../errors.ts';
import { isPerson } from '../events.ts';
import type { Log } from '../webhook.ts';
import { statusOf, type RichMenuApi } from './api.ts';
import { aliasOf, type Tab } from './menus.ts';
import { placeOf, type Place } from './names.ts';

export interface MenuSwitchOptions {
  readonly counsellor: Counsellor;
  readonly api: RichMenuApi;
  readonly log: Log;
  readonly clock?: () => Date;
  /** People looked after at once: few, for answers matter more. */
  readonly parallel?: number;
  /** How long it is remembered that nothing was set up, or that LINE did not say. Default 5 minutes. */
  readonly lookAgainMs?: number;
  /** Of how many people the language of their menu is remembered. */
  readonly mostKnown?: number;
}

export interface MenuSwitch {
  start(): void;
  /** Takes no more people and waits for those under way. */
  stop(): Promise<void>;
  /** Resolves when everybody has been seen to. */
  idle(): Promise<void>;
}

/** Our menus as LINE has them. */
interface Menus {
  readonly byId: ReadonlyMap<string, Place>;
  readonly byAlias: ReadonlyMap<string, string>;
  /** The language everybody sees who has no menu of their own; `null` when that menu is not ours. */
  readonly shownFirst: Locale | null;
}

/** More than so many waiting people are not remembered: each is seen to when they write the next time. */
const MOST_WAITING = 5000;

/**
 * Shows each person the rich menu in the language they are spoken to. It listens to speeches once they are saved, beside
 * the sender, so that no answer waits for it. What a person sees is asked of LINE, not kept here: once when they first
 * appear in this process (a restart loses nothing), and when their language changes. Somebody who looks at a tab gets
 * the same tab in the new language. A menu of others is left alone. A failure is logged, and tried again with the
 * person's next message. While `npm run line:setup` has put nothing on LINE, nothing is asked about anybody.
 */
export function createMenuSwitch(options: MenuSwitchOptions): MenuSwitch {
  const { counsellor, api, log, parallel = 4, lookAgainMs = 300_000, mostKnown = 50_000 } = options;
  const clock = options.clock ?? (() => new Date());
  /** The language of each person's menu, as far as seen; the one seen longest ago goes first. */
  const known = new Map<string, Locale>();
  const waiting = new Map<string, Locale>();
  const underWay = new Map<string, Promise<void>>();
  let menus: Menus | null = null;
  let looking: Promise<boolean> | null = null;
  let lookAgainAt = 0;
  let running = false;
  let forget: (() => void) | null = null;

  function heard(person: string, locale: Locale): void {
    if (known.get(person) === locale && waiting.get(person) === undefined && !underWay.has(person)) return;
    if (waiting.size >= MOST_WAITING && !waiting.has(person)) return;
    waiting.set(person, locale);
    pump();
  }

  function pump(): void {
    if (!running) return;
    for (const [person, locale] of waiting) {
      if (underWay.size >= parallel) return;
      if (underWay.has(person)) continue;
      waiting.delete(person);
      const work = see(person, locale)
        .catch((error: unknown) => {
          known.delete(person);
          log.warn(
            { channel: 'line', status: statusOf(error), ...describe(error) },
            'a rich menu was not switched',
          );
        })
        .finally(() => {
          underWay.delete(person);
          pump();
        });
      underWay.set(person, work);
    }
  }

  /** One person: looks what they see, and links the menu of their language if it is another. */
  async function see(person: string, locale: Locale): Promise<void> {
    if (known.get(person) === locale) return;
    await lookOnce();
    if (!menus) return;
    const { shownFirst } = menus; // `menus` may change while LINE is asked
    const now = await api.menuOf(person);
    const place = now === null ? null : await placeOfMenu(now);
    if (place === undefined) return;
    // Somebody gave this person a menu for a reason of their own.
    if (place === 'others') return remember(person, locale);
    if ((place?.locale ?? shownFirst) === locale) return remember(person, locale);
    await link(person, locale, place?.tab ?? 'find');
    remember(person, locale);
  }

  /** `undefined` while it cannot be said: a menu we do not know may be one that replaced ours a moment ago. */
  async function placeOfMenu(id: string): Promise<Place | 'others' | undefined> {
    const place = menus?.byId.get(id);
    if (place) return place;
    if (clock().getTime() < lookAgainAt) return undefined;
    if (!(await lookNow())) return undefined;
    return menus?.byId.get(id) ?? 'others';
  }

  async function link(person: string, locale: Locale, tab: Tab): Promise<void> {
    const id = menus?.byAlias.get(aliasOf(locale, tab));
    if (id === undefined) return;
    try {
      await api.link(person, id);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      // The menus were replaced while this process ran.
      await lookNow();
      const newer = menus?.byAlias.get(aliasOf(locale, tab));
      if (newer === undefined || newer === id) throw error;
      await api.link(person, newer);
    }
  }

  function remember(person: string, locale: Locale): void {
    known.delete(person);
    known.set(person, locale);
    if (known.size > mostKnown) known.delete(known.keys().next().value!);
  }

  /** Finds our menus by their aliases; when there are none, not again for a while. */
  async function lookOnce(): Promise<void> {
    if (!menus && clock().getTime() >= lookAgainAt) await lookNow();
  }

  /** Until the new ones are there, and when LINE does not say, the old ones stand. Returns whether LINE said. */
  function lookNow(): Promise<boolean> {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function look(): Promise<boolean> {
    lookAgainAt = clock().getTime() + lookAgainMs;
    try {
      const [aliases, shown] = await Promise.all([api.aliases(), api.defaultMenu()]);
      const ours = [...aliases].flatMap(([alias, id]) => {
        const place = placeOf(alias);
        return place ? [{ alias, id, place }] : [];
      });
      if (ours.length === 0) {
        menus = null;
        return true;
      }
      const byId = new Map(ours.map(({ id, place }) => [id, place]));
      menus = {
        byId,
        byAlias: new Map(ours.map(({ alias, id }) => [alias, id])),
        shownFirst: (shown === null ? undefined : byId.get(shown))?.locale ?? null,
      };
      log.info({ channel: 'line', menus: ours.length, languages: LOCALES.length }, 'rich menus found');
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false; // an API without rich menus
      log.warn(
        { channel: 'line', status: statusOf(error), ...describe(error) },
        'rich menus could not be looked up',
      );
      return false;
    }
  }

  return {
    start() {
      if (running) return;
      running = true;
      forget = counsellor.onLine('line', (person, line) => {
        if ('spoken' in line && isPerson(person)) heard(person, line.spoken.locale);
      });
      void lookOnce();
    },
    async stop() {
      running = false;
      forget?.();
      waiting.clear();
      await Promise.all(underWay.values());
      await looking;
    },
    async idle() {
      while (looking || underWay.size > 0) await Promise.all([looking, ...underWay.values()]);
    },
  };
}
