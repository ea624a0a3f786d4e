/** Languages the counsellor speaks today. `ja-easy` is やさしい日本語; its HTML `lang` is `ja`. */
export const LOCALES = ['ja', 'ja-easy', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/**
 * The spoken locale nearest to a language tag from a browser, LINE or `--lang`
 * (`en-US` → `en`, `ja_JP` → `ja`), or `null` when we do not speak it.
 */
export function nearestLocale(tag: string | undefined): Locale | null {
  if (!tag) return null;
  const clean = tag.replaceAll('_', '-').toLowerCase();
  const base = clean.split('-')[0];
  return (
    LOCALES.find((locale) => locale.toLowerCase() === clean) ??
    LOCALES.find((locale) => locale === base) ??
    null
  );
}
