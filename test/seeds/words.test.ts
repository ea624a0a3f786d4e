import { findPrefectures } from '../../domain/places.ts';
import { checkSeeds } from '../../scripts/seeds/check-seeds.ts';
import { checkStories } from '../../scripts/seeds/check-stories.ts';
import { checkEasy, checkEnglish, checkJapanese } from '../../scripts/seeds/voice.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { copiedFrom, ourSentences } from '../../scripts/seeds/copied.ts';
import { easyWords, unexplained } from '../../scripts/seeds/hard-words.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { spellOut } from '../../seeds/reading.ts';
import { cleanUp, damaged, officialJsonLines, SEEDS, testWithData } from './seeds.ts';

afterAll(cleanUp);

test('our words keep to docs/voice.md', async () => {
  expect(await checkSeeds(SEEDS)).toEqual([]);
});

/** Changes the nth line, counting from 1; `null` leaves it out. */
const line = (n: number, change: (line: string) => string | null) => (text: string) =>
  text
    .split('\n')
    .flatMap((one, i) => (i === n - 1 ? (change(one) ?? []) : one))
    .join('\n');

test.each([
  [
    'a statement without a reading, too long, and said twice',
    'questionnaires/values.json',
    (text: string) =>
      text
        .replace('"en": "Getting no messages from work on your days off"', `"en": "${'off '.repeat(20)}"`)
        .replace('休みの日に、仕事の電話やメールが来ない', '休日の連絡')
        .replace('"ja": "一日の終わりに、できた分が目に見える"', '"ja": "休みの日に、仕事の連絡が来ない"'),
    [
      /values\.json:\d+: needs a reading behind 連絡/u,
      /values\.json:\d+: en has 79 characters \(at most 60\)/u,
      /values\.json:\d+: ja says the same as another: 休みの日に/u,
    ],
  ],
  [
    'an occupation without texts',
    'occupations/texts.jsonl',
    line(2, () => null),
    ['seeds/occupations/texts.jsonl: occupation 2 has no texts (パン製造、パン職人)'],
  ],
  [
    'an occupation without a story',
    'occupations/stories.jsonl',
    line(1, () => null),
    ['seeds/occupations/stories.jsonl: occupation 1 has no stories (豆腐製造、豆腐職人)'],
  ],
  [
    'texts of an occupation that is gone',
    'occupations/texts.jsonl',
    (text: string) => `${text}${text.split('\n')[0]!.replace('"id":1,', '"id":9999,')}\n`,
    ['seeds/occupations/texts.jsonl:557: texts of occupation 9999, which is gone'],
  ],
  [
    'a reading of another name',
    'occupations/texts.jsonl',
    line(2, (l) => l.replace('ぱんせいぞう', 'ぱせいぞう')),
    [/^seeds\/occupations\/texts\.jsonl:2: reading does not fit the name パン製造、パン職人: ぱせいぞう /u],
  ],
  [
    'a decision that occupations.csv does not follow',
    'wages/crosswalk-decisions.csv',
    line(2, (l) => l.replace('129,032', '129,033')),
    [
      'seeds/wages/crosswalk-decisions.csv:2: occupation 129 was decided to be in 033, but occupations.csv has 032',
    ],
  ],
  [
    'a decision about an occupation that is gone',
    'wages/crosswalk-decisions.csv',
    (text: string) => `${text}9999,032,right\n`,
    ['seeds/wages/crosswalk-decisions.csv:65: decision about occupation 9999, which is gone'],
  ],
  [
    'no wage group and no decision',
    'occupations/occupations.csv',
    line(2, (l) => l.replace(',099,published_code,', ',,,')),
    [
      'seeds/wages/crosswalk-decisions.csv: occupation 1 has no wage group and no decision (豆腐製造、豆腐職人)',
    ],
  ],
])('the check names %s', async (_, path, change, wanted) => {
  const problems = await checkSeeds(damaged(path, change));
  expect(problems).toEqual(
    wanted.map((one): unknown => (typeof one === 'string' ? one : expect.stringMatching(one))),
  );
});

test('each limit of the voice is noticed', () => {
  expect(checkJapanese('短いです。', '看護師')).toHaveLength(2);
  expect(
    checkJapanese('看護師として、病院で病気やけがの人の世話をして、医師の治療を手伝います。', '看護師'),
  ).toEqual(['repeats the name']);
  expect(checkEasy('病院で患者の世話をする仕事です。')).toEqual(['needs a reading behind 患者']);
  expect(checkEasy(`${'あ'.repeat(40)}です。`)[0]).toContain('has a sentence of 43 characters');
  expect(checkEnglish('look after people in hospital and help the doctors treat them')).toEqual([
    'does not start with a capital and end with one full stop',
  ]);
});

test('every occupation has its story in every language, and each limit of a story is noticed', async () => {
  const catalogue = await loadCatalogue(SEEDS);
  const [first, ...others] = [...catalogue.occupations.values()];
  expect([first!, ...others].filter(({ texts }) => Object.values(texts).some(({ story }) => !story))).toEqual(
    [],
  );
  const spoilt = (part: object) => {
    const { texts } = first!;
    const changed = {
      ...first!,
      texts: { ...texts, 'ja-easy': { ...texts['ja-easy'], story: { ...texts['ja-easy'].story!, ...part } } },
    };
    return checkStories({ ...catalogue, occupations: new Map([[first!.id, changed]]) }, new Map()).join();
  };
  expect(spoilt({})).toBe('');
  expect(spoilt({ hard: `${'あ'.repeat(40)}。` })).toContain('has a sentence of 41 characters');
  expect(spoilt({ suits: '患者と話したい人。' })).toContain('needs a reading behind 患者');
  expect(spoilt({ hard: '一日10時間立ちます。' })).toContain('holds a figure');
});

testWithData('no sentence of ours shares 20 characters with the official prose', async () => {
  interface Prose {
    readonly description: Record<string, string | null>;
    readonly tasks_lead_ja: string | null;
    readonly tasks: readonly { readonly description_ja: string }[];
  }
  const prose = officialJsonLines<Prose>('jobtag/occupations_v7.jsonl').flatMap(
    ({ description, tasks_lead_ja, tasks }) =>
      [...Object.values(description), tasks_lead_ja, ...tasks.map((task) => task.description_ja)].flatMap(
        (text) => text ?? [],
      ),
  );
  expect(prose.join('').length).toBeGreaterThan(900_000);
  const ours = ourSentences(await loadCatalogue(SEEDS));
  expect(ours.length).toBeGreaterThan(7_500);
  expect(copiedFrom(prose, ours)).toEqual([]);
});

test('a copied run is noticed, one shorter is not', () => {
  const prose = ['豆腐店やメーカーの工場で、豆腐、油揚げ、生揚げを作る。'];
  expect(copiedFrom(prose, ['豆腐店やメーカーの工場で、豆腐、油揚げ、厚揚げも作ります。'])).toHaveLength(1);
  expect(copiedFrom(prose, ['豆腐店やメーカーの工場で、豆腐、油揚げも作ります。'])).toEqual([]);
});

describe('hard words in やさしい日本語', () => {
  let catalogue: Catalogue;
  let plain: ReadonlySet<string>;
  beforeAll(async () => {
    catalogue = await loadCatalogue(SEEDS);
    plain = await easyWords();
  });
  const problems = (summary: string) => {
    const one = catalogue.occupations.get(1)!;
    const texts = { ...one.texts, 'ja-easy': { ...one.texts['ja-easy'], summary, story: null } };
    return unexplained({ ...catalogue, occupations: new Map([[1, { ...one, texts }]]) }, plain);
  };

  test('must be plain, in the glossary, explained, or a name', () => {
    expect(problems('暗渠(あんきょ)を作ります。')).toEqual([
      'occupation 1 ja-easy: explain 暗渠, or say it in a plainer word',
    ]);
    expect(problems('暗渠(あんきょ)(地下の水の道)を作ります。')).toEqual([]);
    expect(problems('機械(きかい)を使います。')).toEqual([]);
    expect(problems('面接(めんせつ)があります。')).toEqual([]);
    expect(problems('溶接(ようせつ)という仕事です。')).toEqual([]);
  });

  test('listed as plain are all used, each once', async () => {
    const used = unexplained(catalogue, new Set()).join();
    expect([...plain].filter((word) => !used.includes(`explain ${word},`))).toEqual([]);
  });
});

test('a reading fits its name, or is none of it', () => {
  expect(spellOut('洋菓子製造、パティシエ', 'ようがしせいぞう ぱてぃしえ')).toBe(
    'ようがしせいぞう、パティシエ',
  );
  expect(spellOut('医薬情報担当者（MR）', 'いやくじょうほうたんとうしゃ えむあーる')).toBe(
    'いやくじょうほうたんとうしゃ、MR',
  );
  expect(spellOut('せり人', 'せりにん')).toBe('せりにん');
  expect(spellOut('せり人', 'かんごし')).toBeNull();
  expect(spellOut('洋菓子製造、パティシエ', 'ようがしせいぞうぱてぃしえ')).toBeNull();
});

test('people find their prefecture as they write it', async () => {
  const { prefectures } = await loadCatalogue(SEEDS);
  const found = (text: string) => findPrefectures(prefectures.values(), text);
  for (const [code, texts] of Object.entries({
    '01': ['札幌', 'Sapporo', 'ほっかいどう'],
    '08': ['つくば', 'tsukuba', '水戸に住んでいます'],
    '10': ['Gumma', 'gunma', '群馬'],
    '11': ['さいたま', '埼玉県', 'ｻｲﾀﾏ'],
    '13': ['東京', 'tokyo', 'Tōkyō', '東京都八王子市'],
    '14': ['横浜', 'ヨコハマ', 'Yokohama'],
    '26': ['京都', 'Kyoto'],
    '27': ['大阪', 'Ohsaka', 'オオサカ'],
    '28': ['神戸', 'hyougo'],
    '39': ['こうち', 'kohchi'],
    '46': ['I live in Kagoshima'],
    '47': ['那覇', 'Okinawa'],
  })) {
    for (const text of texts) expect([text, found(text)]).toEqual([text, [code]]);
  }
});
