import fc from 'fast-check';
import { isLocale, LOCALES, nearestLocale } from '../../domain/locales.ts';
import { anyText } from './real.ts';

test.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['ja_JP', 'ja'],
  ['JA', 'ja'],
  ['ja-easy', 'ja-easy'],
  ['JA_EASY', 'ja-easy'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['en-Latn-GB', 'en'],
])('%s is spoken as %s', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});

test.each(['', 'zh-CN', 'vi', 'easy', 'jam', 'eng', '-ja', 'やさしい', undefined])(
  '%p is not spoken',
  (tag) => {
    expect(nearestLocale(tag)).toBeNull();
  },
);

test('whatever a client sends is a locale of ours or none, and ours stay themselves', () => {
  for (const locale of LOCALES) expect(nearestLocale(locale)).toBe(locale);
  fc.assert(
    fc.property(anyText, (tag) => {
      const locale = nearestLocale(tag);
      expect(locale === null || isLocale(locale)).toBe(true);
    }),
  );
  for (const other of [null, undefined, 1, 'JA', 'fr', {}]) expect(isLocale(other)).toBe(false);
});
