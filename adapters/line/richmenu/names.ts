import { createHash } from 'node:crypto';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import { aliasOf, TABS, type Tab } from './menus.ts';

/** Which menu: a language and a tab. */
export interface Place {
  readonly locale: Locale;
  readonly tab: Tab;
}

/** Every menu there is, the tabs of a language together. */
export const PLACES: readonly Place[] = LOCALES.flatMap((locale) => TABS.map((tab) => ({ locale, tab })));

/**
 * The name of a menu on LINE, which nobody but the operator sees. LINE's menus and their pictures cannot be changed:
 * the name says whose it is and what it holds, so that setting up again finds what is already right.
 */
export const nameOf = ({ locale, tab }: Place, hash: string): string => `shirube ${locale} ${tab} ${hash}`;

const NAME = /^shirube ([a-z]{2,3}(?:-[A-Za-z]+)*) ([a-z]+) ([0-9a-f]{16})$/u;

/** What a name of ours says; `null` for a menu of somebody else. Languages and tabs may be those of another version. */
export function readName(name: string): { locale: string; tab: string; hash: string } | null {
  const [, locale, tab, hash] = NAME.exec(name) ?? [];
  return locale && tab && hash ? { locale, tab, hash } : null;
}

/** Changes with anything that is seen or tapped. */
export const hashOf = (menu: object, picture: Uint8Array): string =>
  createHash('sha256').update(JSON.stringify(menu)).update(picture).digest('hex').slice(0, 16);

const BY_ALIAS = new Map(PLACES.map((place) => [aliasOf(place.locale, place.tab), place]));

/** Which menu an alias of ours stands for; `null` for other aliases. */
export const placeOf = (alias: string): Place | null => BY_ALIAS.get(alias) ?? null;
