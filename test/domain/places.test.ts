import fc from 'fast-check';
import type { Catalogue, Prefecture } from '../../domain/catalogue.ts';
import { findPrefectures } from '../../domain/places.ts';
import { anyText, leastCost, realCatalogue } from './real.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});
const found = (text: string): string[] => findPrefectures(catalogue.prefectures.values(), text);

const toKatakana = (kana: string): string =>
  kana.replace(/[ぁ-ゖ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60));

describe('every prefecture', () => {
  const spellings = ({ names }: Prefecture): string[] => {
    const reading = /（(.+)）/u.exec(names['ja-easy'])![1]!;
    const bare = names.ja.replace(/[県府都]$/u, '');
    const kana = bare === names.ja ? reading : reading.replace(/(けん|ふ|と)$/u, '');
    return [
      ...[names.ja, bare, reading, kana, toKatakana(reading), toKatakana(kana)],
      ...[names.en, names.en.toLowerCase(), names.en.toUpperCase()],
    ];
  };
  const sentences = (spelling: string): string[] =>
    /[a-z]/iu.test(spelling)
      ? [`I live in ${spelling}.`, `${spelling}!`, `${spelling}に住んでいます`]
      : [`${spelling}に住んでいます`, `いまは${spelling}です。`, `仕事は、${spelling}で探したい`];

  test('is found by kanji with and without 県, by kana and by romaji, alone and in a sentence', () => {
    const missed: string[] = [];
    let tried = 0;
    for (const prefecture of catalogue.prefectures.values()) {
      for (const spelling of spellings(prefecture)) {
        for (const text of [spelling, ...sentences(spelling)]) {
          tried += 1;
          if (found(text).join() !== prefecture.code) missed.push(`${text} → ${found(text).join()}`);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBe(47 * 9 * 4);
  });

  test('is found by everything that is listed for it', () => {
    for (const { code, spellings: listed } of catalogue.prefectures.values()) {
      for (const spelling of listed) {
        for (const text of [spelling, sentences(spelling)[0]!])
          expect([text, found(text)]).toEqual([text, [code]]);
      }
    }
  });
});

test.each([
  ['さいたま', ['11']],
  ['saitama', ['11']],
  ['ｻｲﾀﾏ', ['11']],
  ['　Saitama　', ['11']],
  ['埼玉に住んでいます', ['11']],
  ['わたしはさいたましにすんでいます', ['11']],
  ['横浜', ['14']],
  ['Yokohama, Japan', ['14']],
  ['東京', ['13']],
  ['東京都', ['13']],
  ['東京都に住んでいます', ['13']],
  ['東京都府中市', ['13']],
  ['とうきょうとです', ['13']],
  ['京都', ['26']],
  ['京都に住んでいます', ['26']],
  ['京都府', ['26']],
  ['Kyoto', ['26']],
  ['いまさいたまです', ['11']],
  ['なら', ['29']],
  ['ならです', ['29']],
  ['わたしはならけんです', ['29']],
  ['わたしのナラ', ['29']],
])('%s means %j', (text, codes) => {
  expect(found(text)).toEqual(codes);
});

describe('several prefectures', () => {
  test.each([
    ['東京か神奈川', ['13', '14']],
    ['東京から神奈川に引っ越しました', ['13', '14']],
    ['北海道か東京', ['01', '13']],
    ['東京都と京都', ['13', '26']],
    ['ちばとさいたま', ['11', '12']],
    ['Nagano or Yamanashi', ['19', '20']],
    ['横浜、川崎', ['14']],
  ])('named in %s', (text, codes) => {
    expect(found(text)).toEqual(codes);
  });

  const names = { ja: '', 'ja-easy': '', en: '' };
  const prefecture = (code: string, ...spellings: string[]): Prefecture => ({
    code,
    names,
    region: '',
    spellings,
  });
  const ambiguous = [prefecture('13', '東京都', '府中'), prefecture('34', '広島', '府中')];

  test('share a spelling', () => {
    expect(findPrefectures(ambiguous, '府中')).toEqual(['13', '34']);
    expect(findPrefectures(ambiguous, '府中に住んでいます')).toEqual(['13', '34']);
    expect(findPrefectures(ambiguous, '広島')).toEqual(['34']);
  });
});

test.each([
  '仕事をさがしています',
  'しごとさがし',
  'しごとにあきた',
  'それならいいです',
  'さようなら',
  'みえない',
  'こうちゃがすき',
  'なにかがわからない',
  'たちばがない',
  'きょうとてもつかれた',
  '組込みエンジニア',
  'smiley',
  'sagacious',
])('%s names no place', (text) => {
  expect(found(text)).toEqual([]);
});

describe('bad input', () => {
  test.each([
    ['nothing', ''],
    ['spaces', ' 　\n'],
    ['nonsense', 'asdfghjkl'],
    ['one letter', '東'],
    ['emoji', '🗾👍🏽🇯🇵'],
    ['a lone surrogate', '\ud83d'],
    ['lone surrogates', '\udc00\ud800'.repeat(5000)],
    ['10,000 kana', 'あ'.repeat(10_000)],
    ['10,000 letters', 'mie'.repeat(3334)],
    ['a pattern', '(?:.*)+[a-z]{9}$'],
    ['10,000 spaces', ' '.repeat(10_000)],
  ])('%s gives none in less than 5 ms', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(leastCost(() => found(text))).toBeLessThan(5);
  });

  test('many names in 10,000 characters take less than 5 ms', () => {
    const text = '東京都か京都、さいたま or Nara '.repeat(500);
    expect(found(text)).toEqual(['11', '13', '26', '29']);
    expect(leastCost(() => found(text))).toBeLessThan(5);
  });

  test('any text gives prefectures there are, each once, in their order', () => {
    const codes = [...catalogue.prefectures.keys()];
    fc.assert(
      fc.property(anyText, (text) => {
        const areas = found(text);
        expect(areas).toEqual(codes.filter((code) => areas.includes(code)));
      }),
      { numRuns: 300 },
    );
  });
});
