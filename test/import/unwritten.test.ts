import { buildHouse, type House } from '../../bot/house.ts';
import { loadWords } from '../../bot/words.ts';
import { searchNames } from '../../domain/search.ts';
import { LOCALES } from '../../domain/locales.ts';
import { readPresent } from '../../scripts/import/present.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, copyOfSeeds, SEEDS } from '../seeds/seeds.ts';
import { Talk } from '../support/talk.ts';
import { cp932, csvText, descriptionRows, figureRows, fileOf, importInto, workbook } from './make.ts';

afterAll(cleanUp);

/** With figures and groups of the nurse, and with nothing but a name; the first occupation is gone. */
const WITH_FIGURES = 901;
const BARE = 902;
const GONE = 1;

let house: House;
beforeAll(async () => {
  const { occupations } = await readPresent(SEEDS);
  const nurse = occupations.find(({ id }) => id === 156)!;
  const others = occupations.filter(({ id }) => id !== GONE);
  const figures = [...others, { ...nurse, id: WITH_FIGURES, name: '宇宙看護師' }];
  const described = [
    ...figures,
    { ...nurse, id: BARE, name: '月面清掃員', aliases: [], mhlwCodes: [], jsocCodes: [], licences: [] },
  ];
  const seeds = copyOfSeeds();
  await importInto(seeds, {
    jobtag: [
      fileOf('f.csv', cp932(csvText(figureRows(figures)))),
      fileOf('d.xlsx', workbook({ 解説系: descriptionRows(described) })),
    ],
  });
  const catalogue = await loadCatalogue(seeds);
  house = buildHouse(catalogue, await loadWords('locales', catalogue));
});

/** Every text of what was said, empty ones included. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
}

test.each([WITH_FIGURES, BARE])(
  'people are told of occupation %i though we have not written about it',
  (id) => {
    for (const locale of LOCALES) {
      for (const verb of [
        'occupation:open',
        'occupation:similar',
        'occupation:ladder',
        'wages:open',
        'next:open',
      ]) {
        const talk = new Talk(house, locale);
        const spoken = talk.tap(`${verb}:${id}`);
        expect(spoken.speech.replies.length).toBeGreaterThan(0);
        expect(texts(spoken).filter(([, text]) => text.trim() === '')).toEqual([]);
      }
    }
  },
);

test('it is found by its official name, in every language', () => {
  expect(searchNames(house.searchIndex, '宇宙看護師')[0]).toMatchObject({ id: WITH_FIGURES, score: 1 });
  for (const locale of LOCALES) {
    expect(JSON.stringify(new Talk(house, locale).say('月面清掃員'))).toContain('月面清掃員');
  }
});

test('it is told among those that are like another', () => {
  for (const locale of LOCALES) {
    const spoken = new Talk(house, locale).tap('occupation:similar:156');
    expect(JSON.stringify(spoken)).toContain('宇宙看護師');
    expect(texts(spoken).filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});

test('one that is gone is answered kindly', () => {
  const spoken = new Talk(house).tap(`occupation:open:${GONE}`);
  expect(spoken.speech.replies.length).toBeGreaterThan(0);
  expect(texts(spoken).filter(([, text]) => text.trim() === '')).toEqual([]);
});
