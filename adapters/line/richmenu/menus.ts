import type { messagingApi } from '@line/bot-sdk';
import type { Locale } from '../../../domain/locales.ts';
import { LANGUAGE_BOUNDS, SIZE, tabBounds, tileBounds } from './layout.ts';

/** Tabs of the rich menu, left to right. */
export const TABS = ['find', 'mine', 'next'] as const;
export type Tab = (typeof TABS)[number];

/** One area to tap. `key` names its words in `locales/<lng>/richmenu.json` and its drawing. */
export interface Tile {
  readonly key: string;
  readonly payload: string;
  /** Typing comes next: the keyboard opens, and the menu makes room for it. */
  readonly types?: true;
}

/**
 * What each tab offers, in reading order, three in a row; the first of a tab is drawn as the main one.
 * Somebody who opens the account for the first time sees `find`: the shortest way to a first result comes first.
 */
export const TILES: Readonly<Record<Tab, readonly Tile[]>> = {
  find: [
    { key: 'pairs', payload: 'pairs:open' },
    { key: 'search', payload: 'search:open', types: true },
    { key: 'map', payload: 'browse:map:all' },
    { key: 'interests', payload: 'interests:open' },
    { key: 'tasks', payload: 'tasks:open', types: true },
    { key: 'pay', payload: 'browse:wishes:all:pay' },
  ],
  mine: [
    { key: 'results', payload: 'results:open' },
    { key: 'list', payload: 'list:open' },
    { key: 'menu', payload: 'go:menu' },
    { key: 'liking', payload: 'results:interests' },
    { key: 'values', payload: 'results:values' },
    { key: 'prefecture', payload: 'prefecture:open' },
  ],
  next: [
    { key: 'steps', payload: 'next:open' },
    { key: 'support', payload: 'support:open' },
    { key: 'rights', payload: 'support:rights' },
    { key: 'heart', payload: 'support:heart' },
    { key: 'minimum', payload: 'glossary:open:minimum_wage' },
    { key: 'help', payload: 'go:help' },
  ],
};

/** Words of the menus in one language: `locales/<lng>/richmenu.json`. A line break says where a picture breaks. */
export interface RichMenuWords {
  /** On the bar that opens and closes the menu. */
  readonly bar: string;
  /** Read aloud for the area that offers the languages; drawn as a globe, for those who cannot read the rest. */
  readonly language: string;
  readonly tab: Readonly<Record<Tab, string>>;
  readonly tile: Readonly<Record<string, string>>;
}

/** An alias is what tabs switch to and what the service finds menus by; LINE allows `[a-z0-9_-]`, 32 letters. */
export const aliasOf = (locale: Locale, tab: Tab): string => `shirube-${locale}-${tab}`;

/** Words of a tile as one line: what is read aloud, and what the person says by tapping. */
export const spoken = (words: string, locale: Locale): string =>
  words.replaceAll('\n', locale === 'en' ? ' ' : '');

/** One menu as LINE wants it, without its name (which says what it holds: `nameOf`). */
export function richMenuOf(
  locale: Locale,
  tab: Tab,
  words: RichMenuWords,
): Omit<messagingApi.RichMenuRequest, 'name'> {
  return {
    size: SIZE,
    selected: true,
    chatBarText: words.bar,
    areas: [
      ...TABS.map((other, index) => ({
        bounds: tabBounds(index),
        action: {
          type: 'richmenuswitch',
          label: words.tab[other],
          richMenuAliasId: aliasOf(locale, other),
          data: `richmenu:${other}`,
        } satisfies messagingApi.Action,
      })),
      { bounds: LANGUAGE_BOUNDS, action: said(words.language, 'go:language', 'closeRichMenu') },
      ...TILES[tab].map(({ key, payload, types }, index) => ({
        bounds: tileBounds(index),
        // The menu covers half of the screen: it goes, so that the answer is seen.
        action: said(
          spoken(words.tile[key] ?? key, locale),
          payload,
          types ? 'openKeyboard' : 'closeRichMenu',
        ),
      })),
    ],
  };
}

const said = (
  label: string,
  data: string,
  inputOption: messagingApi.PostbackAction.InputOptionEnum,
): messagingApi.Action => ({ type: 'postback', label, data, displayText: label, inputOption });
