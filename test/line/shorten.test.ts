import { columnsOf, shorten } from '../../adapters/line/shorten.ts';

describe('shortening', () => {
  test.each([
    ['short enough', 'はい', 20, 'はい'],
    ['just fits', '12345', 5, '12345'],
    ['too long', '123456', 5, '1234…'],
    ['between words', 'Compare with Tokyo and Osaka', 20, 'Compare with Tokyo…'],
    ['inside a word that is most of it', 'Rindfleischetikettierung', 10, 'Rindfleis…'],
    ['no word lost where the cut is between words', 'one two three', 8, 'one two…'],
    ['nothing fits', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5, '…'],
  ])('%s', (_, text, most, expected) => {
    expect(shorten(text, most)).toBe(expected);
  });

  test('never cuts a character in half', () => {
    const text = 'a𠮷👨‍👩‍👧が🇯🇵é';
    for (let most = 1; most <= text.length + 1; most++) {
      const cut = shorten(text, most);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(['', 'a', 'a𠮷', 'a𠮷👨‍👩‍👧', 'a𠮷👨‍👩‍👧が', 'a𠮷👨‍👩‍👧が🇯🇵', text]).toContain(cut.replace('…', ''));
    }
  });

  test('counts characters where LINE does', () => {
    expect(shorten('👨‍👩‍👧'.repeat(20), 20, 'graphemes')).toBe('👨‍👩‍👧'.repeat(20));
    expect(shorten('👨‍👩‍👧'.repeat(21), 20, 'graphemes')).toBe(`${'👨‍👩‍👧'.repeat(19)}…`);
  });
});

test('full-width letters take two columns', () => {
  expect([columnsOf('abc'), columnsOf('九州・沖縄'), columnsOf('Đà Nẵng')]).toEqual([3, 10, 7]);
});
