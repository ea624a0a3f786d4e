import fc from 'fast-check';
import { MAX_TEXT, normaliseText, toFullWidth, toHiragana } from '../../domain/text.ts';
import { anyText, leastCost } from './real.ts';

describe('normaliseText', () => {
  test.each([
    ['  Hello　 World \n', 'hello world'],
    ['ｻｲﾀﾏ', 'サイタマ'],
    ['ﾊﾞｲﾄ', 'バイト'],
    ['ＡＢＣ１２３', 'abc123'],
    ['か\u3099', 'が'],
    ['①', '1'],
    ['', ''],
    ['\ud83d', '\ufffd'],
    ['\udc4d👍', '\ufffd👍'],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  test('is well-formed, short, trimmed and in single spaces, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = normaliseText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.length).toBeLessThanOrEqual(MAX_TEXT);
        expect(clean).toBe(clean.trim());
        expect(clean).not.toMatch(/\s\s|[^\S ]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays short when letters grow, and cuts no emoji in half', () => {
    expect(normaliseText('İ'.repeat(1000))).toHaveLength(MAX_TEXT);
    expect(normaliseText('㍿'.repeat(1000))).toHaveLength(MAX_TEXT);
    expect(normaliseText(`${'a'.repeat(MAX_TEXT - 1)}👍`).isWellFormed()).toBe(true);
  });

  test('reads the same whichever width or case it was typed in', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'abcXYZ0189!?-'), maxLength: 60 });
    fc.assert(
      fc.property(typed, (text) => {
        expect(normaliseText(toFullWidth(text))).toBe(normaliseText(text));
        expect(normaliseText(text.toUpperCase())).toBe(normaliseText(text));
      }),
    );
  });

  test('a million characters cost less than 5 ms', () => {
    const text = 'ﷺ'.repeat(1_000_000);
    normaliseText(text); // the engine lays a repeated text out when it is first read
    expect(leastCost(() => normaliseText(text))).toBeLessThan(5);
  });
});

test('toHiragana turns katakana only, and keeps the length', () => {
  expect(toHiragana('ァアヴヶーン・東京Tokyo')).toBe('ぁあゔゖーん・東京Tokyo');
  fc.assert(
    fc.property(anyText, (text) => {
      const kana = toHiragana(text);
      expect(kana).toHaveLength(text.length);
      expect(toHiragana(kana)).toBe(kana);
      expect(kana).not.toMatch(/[ァ-ヶ]/u);
    }),
  );
});

test('toFullWidth widens what a keyboard types, and nothing else', () => {
  expect(toFullWidth('CAD / 3D~!看護')).toBe('ＣＡＤ　／　３Ｄ～！看護');
  const typed = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
  fc.assert(
    fc.property(typed, (text) => {
      expect(toFullWidth(text)).not.toMatch(/[ -~]/u);
      expect(toFullWidth(text).normalize('NFKC')).toBe(text);
    }),
  );
});
