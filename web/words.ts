import { bubble as en } from '../locales/en/widget.json';
import { bubble as ja } from '../locales/ja/widget.json';
import { bubble as jaEasy } from '../locales/ja-easy/widget.json';

/** The bubble's own words, put into the script when it is built. */
const WORDS = { ja, 'ja-easy': jaEasy, en };

export type Locale = keyof typeof WORDS;
export type Words = typeof ja;

export const LOCALES = Object.keys(WORDS) as Locale[];

export const wordsOf = (locale: Locale): Words => WORDS[locale];

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The locale nearest to a language tag; Japanese for languages we do not speak yet. */
export function nearestLocale(tag: string | null | undefined): Locale {
  const clean = (tag ?? '').replaceAll('_', '-').toLowerCase();
  const find = (wanted: string | undefined) => LOCALES.find((locale) => locale.toLowerCase() === wanted);
  return find(clean) ?? find(clean.split('-')[0]) ?? 'ja';
}

/** HTML `lang` of a locale. */
export const langOf = (locale: Locale): string => (locale === 'ja-easy' ? 'ja' : locale);
