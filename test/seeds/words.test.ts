import { findPrefectures } from '../../domain/places.ts';
import { checkSeeds } from '../../scripts/seeds/check-seeds.ts';
import { checkStories } from '../../scripts/seeds/check-stories.ts';
import { readOfficialJsonLines } from '../../scripts/seeds/official.ts';
import { checkEasy, checkEnglish, checkJapanese } from '../../scripts/seeds/voice.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { spellOut } from '../../seeds/reading.ts';
import { DATA, SEEDS, testWithData } from './seeds.ts';

test('our words keep to docs/voice.md', async () => {
  expect(await checkSeeds(SEEDS)).toEqual([]);
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
    return checkStories({ ...catalogue, occupations: new Map([[first!.id, changed]]) }).join();
  };
  expect(spoilt({})).toBe('');
  expect(spoilt({ hard: `${'あ'.repeat(40)}。` })).toContain('has a sentence of 41 characters');
  expect(spoilt({ suits: '患者と話したい人。' })).toContain('needs a reading behind 患者');
  expect(spoilt({ hard: '一日10時間立ちます。' })).toContain('holds a figure');
});

/** Longest run two texts may share before it counts as copied. */
const COPIED = 20;

testWithData('no sentence of ours shares 20 characters with the official prose', async () => {
  interface Prose {
    readonly description: Record<string, string | null>;
    readonly tasks_lead_ja: string | null;
    readonly tasks: readonly { readonly description_ja: string }[];
  }
  const runs = new Set<string>();
  for (const { description, tasks_lead_ja, tasks } of await readOfficialJsonLines<Prose>(
    DATA,
    'jobtag/occupations_v7.jsonl',
  )) {
    for (const prose of [
      ...Object.values(description),
      tasks_lead_ja,
      ...tasks.map((task) => task.description_ja),
    ]) {
      for (let i = 0; prose && i + COPIED <= prose.length; i += 1) runs.add(prose.slice(i, i + COPIED));
    }
  }
  expect(runs.size).toBeGreaterThan(900_000);
  const { occupations, interestQuestionnaire, wages, offers } = await loadCatalogue(SEEDS);
  const ours = [
    ...[...occupations.values()].flatMap(({ texts }) =>
      [texts.ja, texts['ja-easy']].flatMap(({ summary, story }) => [
        summary!,
        ...story!.day,
        story!.entry,
        story!.suits,
        story!.hard,
      ]),
    ),
    ...interestQuestionnaire.items.flatMap(({ text, echo }) => [
      ...Object.values(text),
      ...Object.values(echo),
    ]),
    ...[...wages.groups.values(), ...offers.groups.values()].map(({ names }) => names['ja-easy']),
  ];
  const copied = ours.filter((text) =>
    [...text].some((_, i) => i + COPIED <= text.length && runs.has(text.slice(i, i + COPIED))),
  );
  expect(copied).toEqual([]);
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
