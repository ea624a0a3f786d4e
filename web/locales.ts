/** The languages of the bubble, in the order in which they are offered. */
export const LOCALES = ['ja', 'ja-easy', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The locale nearest to a language tag; Japanese for languages we do not speak yet. */
export function nearestLocale(tag: string | null | undefined): Locale {
  const clean = (tag ?? '').replaceAll('_', '-').toLowerCase();
  const find = (wanted: string | undefined) => LOCALES.find((locale) => locale.toLowerCase() === wanted);
  return find(clean) ?? find(clean.split('-')[0]) ?? 'ja';
}

/** HTML `lang` of a locale. */
export const langOf = (locale: Locale): string => (locale === 'ja-easy' ? 'ja' : locale);
