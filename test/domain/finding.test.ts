import fc from 'fast-check';
import type { Catalogue } from '../../domain/catalogue.ts';
import { openSearch, rank, type Finder } from '../../domain/search.ts';
import { stem } from '../../domain/search/normal.ts';
import { findAgain, findWish } from '../../domain/search/wish.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { SEEDS } from '../seeds/seeds.ts';
import { anyText, leastCost } from './real.ts';

let catalogue: Catalogue;
let finder: Finder;
beforeAll(async () => {
  catalogue = await loadCatalogue(SEEDS);
  finder = openSearch(catalogue);
});

const NURSE = 156;
const ids = (query: string): number[] => rank(finder, query).hits.map(({ id }) => id);
const names = (query: string, count = 10): string[] =>
  ids(query)
    .slice(0, count)
    .map((id) => catalogue.occupations.get(id)!.name);
const concepts = () =>
  fc.constantFrom(...finder.concepts.filter(({ narrows }) => !narrows).map(({ id }) => id));
const label = (id: string): string => finder.concepts.find((one) => one.id === id)!.said[0]!.split('~')[0]!;

describe('names in any writing', () => {
  test.each([
    '看護師',
    'かんごし',
    'カンゴシ',
    'ｶﾝｺﾞｼ',
    'kangoshi',
    'KANGOSHI',
    'nurse',
    'Nurses',
    '看護婦',
    '看護士',
    'nurce',
  ])('%s is a nurse', (query) => {
    expect(ids(query)[0]).toBe(NURSE);
  });

  test('kana, katakana and full-width letters make no difference', () => {
    const all = [...catalogue.occupations.values()].filter(({ reading }) => /^[ぁ-ゖー]{4,}$/u.test(reading));
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ reading }) => {
        const katakana = reading.replace(/[ぁ-ゖ]/gu, (kana) =>
          String.fromCharCode(kana.charCodeAt(0) + 0x60),
        );
        expect(ids(katakana)).toEqual(ids(reading));
      }),
    );
  });

  test('readings are found in letters', () => {
    const lost = [...catalogue.occupations.values()]
      .filter(({ reading }) => /^[ぁ-ゖー]{4,}$/u.test(reading))
      .filter(
        ({ id, romaji }) =>
          !ids(romaji.normalize('NFD').replace(/[^a-z ]/gu, ''))
            .slice(0, 3)
            .includes(id),
      );
    // Some readings are English words as well.
    expect(lost.length).toBeLessThanOrEqual(6);
  });

  test.each(['cad', 'se', 'mos', 'nurse 2'])('half- and full-width %s are the same', (query) => {
    const wide = query.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    expect(ids(wide)).toEqual(ids(query));
  });

  test('every occupation is found by its own name, in Japanese and English', () => {
    const lost = [...catalogue.occupations.values()].flatMap(({ id, name, texts }) =>
      [name, texts.en.name].filter((one) => !ids(one).slice(0, 3).includes(id)),
    );
    expect(lost).toEqual([]);
  });
});

describe('wishes', () => {
  test.each([
    ['鉄道が好き', '電車運転士'],
    ['赤ちゃんのお世話', '保育士'],
    ['I love baking cakes', '洋菓子製造、パティシエ'],
    ['おさけを つくりたい', '清酒製造'],
    ['手話を使う仕事', '手話通訳者'],
    ['結婚式に関わりたい', 'ブライダルコーディネーター'],
  ])('%s finds %s', (query, name) => {
    expect(names(query)).toContain(name);
    expect(rank(finder, query).sure).toBe(true);
  });

  test('every concept finds something, and says so', () => {
    const empty = finder.concepts.filter(({ id }) => {
      const { hits } = findAgain(finder, { wanted: [[`c:${id}`]], unwanted: [] });
      return hits.length < 1 || !hits.some(({ why }) => why === `c:${id}`);
    });
    expect(empty).toEqual([]);
  });

  test.each(['asdf', 'ああああ', '???', '', '12345', '🙂'])('nothing is claimed for "%s"', (query) => {
    expect(rank(finder, query).sure).toBe(false);
  });
});

describe('not, or, and', () => {
  test('the order of words does not matter', () => {
    fc.assert(
      fc.property(concepts(), concepts(), (a, b) => {
        fc.pre(a !== b);
        const [one, other] = [`${label(a)} ${label(b)}`, `${label(b)} ${label(a)}`].map((query) =>
          findWish(finder, query),
        );
        // Together they may be one name: 「パン 工場」.
        fc.pre(one!.wish.wanted.length === 2 && other!.wish.wanted.length === 2);
        const sorted = ({ hits }: typeof one & {}) => hits.map(({ id }) => id).sort((x, y) => x - y);
        expect(sorted(other!)).toEqual(sorted(one!));
      }),
      { numRuns: 60 },
    );
  });

  test('what is not wanted never comes first', () => {
    fc.assert(
      fc.property(concepts(), concepts(), (a, b) => {
        fc.pre(a !== b);
        const { hits } = findAgain(finder, { wanted: [[`c:${a}`]], unwanted: [`c:${b}`] });
        const scores = finder.conceptScores[finder.concepts.findIndex(({ id }) => id === b)]!;
        const first = hits[0] && finder.index.ids.indexOf(hits[0].id);
        if (first !== undefined) expect(scores[first]!).toBeLessThan(0.65);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['看護師以外の病院の仕事', '看護師'],
    ['hospital but not nurse', '看護師'],
    ['動物 獣医師なし', '獣医師'],
    ['乗り物 タクシー運転手じゃない', 'タクシー運転手'],
  ])('%s leaves out %s', (query, name) => {
    expect(names(query, 50)).not.toContain(name);
  });

  test('a condition that holds "no" is a condition', () => {
    const { parsed } = rank(finder, '資格なし');
    expect([parsed.unwanted.length, parsed.wanted.length]).toEqual([0, 1]);
  });

  test('or takes both', () => {
    const found = ids('パイロットか大工');
    expect(found.slice(0, 4)).toEqual(expect.arrayContaining([26, 189]));
  });

  test('a condition narrows the wish before it, another wish begins anew', () => {
    const first = findWish(finder, '動物').wish;
    expect(findWish(finder, '資格なしで', first).wish.wanted).toEqual([['c:animals'], ['c:noqual']]);
    expect(findWish(finder, '車', first).wish.wanted).toEqual([['c:cars']]);
  });
});

describe('any text', () => {
  test('is ranked without an error, the same way every time, best first', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { hits } = rank(finder, text);
        expect(rank(finder, text).hits).toEqual(hits);
        hits.slice(1).forEach(({ score, id }, i) => {
          const before = hits[i]!;
          expect(score < before.score || (score === before.score && (id > before.id || score === 1))).toBe(
            true,
          );
        });
      }),
    );
  });

  test('a word without meaning beside it is no error', () => {
    fc.assert(
      fc.property(concepts(), anyText, (concept, noise) => {
        expect(() => rank(finder, `${label(concept)} ${noise}`)).not.toThrow();
      }),
    );
  });

  test.each([
    ['one letter', 'あ'.repeat(5000)],
    ['words', '看護師と介護 '.repeat(700)],
    ['English', 'nurce and animals '.repeat(300)],
    ['katakana', 'プログラマ'.repeat(1000)],
  ])('5,000 characters of %s cost little', (_, text) => {
    for (let i = 0; i < 20; i += 1) rank(finder, text);
    expect(leastCost(() => rank(finder, text))).toBeLessThan(5);
  });
});

test.each([
  ['animals', 'animal'],
  ['running', 'run'],
  ['nurses', 'nurs'],
  ['nursing', 'nurs'],
  ['studies', 'study'],
  ['licence', 'licens'],
  ['glass', 'glass'],
])('%s is kept as %s', (word, kept) => {
  expect(stem(word)).toBe(kept);
});
