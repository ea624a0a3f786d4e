import type { Locale } from '../domain/locales.ts';

/** The language tag that numbers, dates and lists follow. */
const TAG: Record<Locale, string> = { ja: 'ja', 'ja-easy': 'ja', en: 'en' };

/** Makes each formatter once: making one takes longer than the rest of a turn. */
function once<T>(make: (tag: string, digits: number) => T): (locale: Locale, digits?: number) => T {
  const made = new Map<string, T>();
  return (locale, digits = 0) => {
    const key = `${TAG[locale]}/${digits}`;
    const known = made.get(key) ?? make(TAG[locale], digits);
    made.set(key, known);
    return known;
  };
}

/** Numbers with a fixed number of decimals. */
export const numbers = once(
  (tag, digits) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
export const dates = once((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }));
export const lists = once((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

const japaneseDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** The date in Japan at an instant, as `2026-11-21`: what is "in force today" follows it. */
export const japaneseDay = (at: string): string => japaneseDate.format(new Date(at));
