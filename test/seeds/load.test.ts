import type { Catalogue } from '../../domain/catalogue.ts';
import { payPicture, wageOf } from '../../domain/wages.ts';
import { checkSeeds } from '../../scripts/seeds/check-seeds.ts';
import { romanise } from '../../seeds/romaji.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { LINKS } from '../../seeds/outside.ts';
import { REGIONS } from '../../seeds/places.ts';
import { cleanUp, damaged, SEEDS } from './seeds.ts';

afterAll(cleanUp);

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(SEEDS);
});

const annualThousands = (group: string, area: string): number => {
  const { monthlyYen, bonusYen } = catalogue.wages.cells.get(`${group}/${area}`)!;
  return Math.round((12 * monthlyYen + bonusYen) / 1000);
};

describe('occupations', () => {
  test('are all there, with as many figures as job tag has', () => {
    const all = [...catalogue.occupations.values()];
    expect(all).toHaveLength(556);
    expect(all.filter(({ interests }) => interests !== null)).toHaveLength(482);
    expect(all.filter(({ values }) => values !== null)).toHaveLength(445);
    expect(all.filter(({ wageGroupBasis }) => wageGroupBasis === 'published_code')).toHaveLength(493);
    expect(all.filter(({ wageGroupBasis }) => wageGroupBasis === 'inferred')).toHaveLength(51);
    expect(all.every(({ offerGroup }) => offerGroup !== null)).toBe(true);
  });

  test('carry names, codes and figures of one occupation', () => {
    const nurse = catalogue.occupations.get(156)!;
    expect(nurse).toMatchObject({
      name: '看護師',
      reading: 'かんごし',
      mhlwCodes: ['04_023-00', '04_023-01', '04_023-02', '04_023-03', '04_023-99'],
      jsocCodes: ['B133'],
      wageGroup: '021',
      wageGroupBasis: 'inferred',
      offerGroup: '13',
    });
    expect(nurse.texts['ja-easy'].name).toBe('看護師（かんごし）');
    expect(nurse.texts.en.name).toBe('Nurse');
    expect(nurse.interests).toEqual({
      realistic: 3.325,
      investigative: 2.792,
      artistic: 2.416,
      social: 4.078,
      enterprising: 2.805,
      conventional: 3.182,
    });
    expect(nurse.values).toMatchObject({ achievement: 3.475, compensation: 3.034 });
  });

  test('have a name and a sentence in every language, and English names of their own', () => {
    const english = new Set<string>();
    for (const { texts } of catalogue.occupations.values()) {
      for (const { name, summary } of Object.values(texts)) {
        expect(name).not.toBe('');
        expect(summary).toMatch(/[。.]$/u);
      }
      english.add(texts.en.name.toLowerCase());
    }
    expect(english.size).toBe(556);
  });

  test('put a reading behind names with kanji only', () => {
    const easy = (id: number) => catalogue.occupations.get(id)!.texts['ja-easy'].name;
    expect(easy(2)).toBe('パン製造、パン職人（パンせいぞう、パンしょくにん）');
    expect(
      [...catalogue.occupations.values()].find(({ name }) => name === 'アクチュアリー')?.texts['ja-easy']
        .name,
    ).toBe('アクチュアリー');
  });
});

describe('wages', () => {
  test('hold the figures the official tables are known for', () => {
    expect(['00', '13', '27', '47'].map((area) => annualThousands('021', area))).toEqual([
      5247, 5785, 5402, 4862,
    ]);
    expect(annualThousands('071', '00')).toBe(3880);
    expect([annualThousands('012', '00'), annualThousands('012', '13')]).toEqual([5785, 5924]);
    expect(['021', '071', '012'].map((id) => catalogue.wages.groups.get(id)!.names.ja)).toEqual([
      '看護師',
      '介護職員（医療・福祉施設等）',
      'ソフトウェア作成者',
    ]);
  });

  test('leave out what the survey left empty', () => {
    const groups = [...catalogue.wages.groups.values()].filter(({ level }) => level === 'occupation');
    const prefectures = [...catalogue.prefectures.keys()];
    const cells = groups.flatMap(({ id }) =>
      prefectures.map((area) => catalogue.wages.cells.get(`${id}/${area}`)),
    );
    expect(cells).toHaveLength(6815);
    expect(cells.filter((cell) => cell === undefined)).toHaveLength(287);
    expect(cells.filter((cell) => cell && cell.workers < 100)).toHaveLength(566);
  });

  test('put each occupation group into the major group its workers add up to', () => {
    const groups = [...catalogue.wages.groups.values()];
    for (const major of groups.filter(({ level }) => level === 'major')) {
      const workers = (id: string) => catalogue.wages.cells.get(`${id}/00`)!.workers;
      const parts = groups.filter((group) => group.major === major.id);
      const sum = parts.reduce((total, { id }) => total + workers(id), 0);
      // Each part is rounded to ten persons.
      expect(Math.abs(sum - workers(major.id))).toBeLessThanOrEqual(20);
    }
  });

  test('let every occupation with a group find a figure in every prefecture', () => {
    for (const occupation of catalogue.occupations.values()) {
      if (occupation.wageGroup === null) continue;
      for (const area of catalogue.prefectures.keys()) {
        expect(wageOf(catalogue.wages, occupation, area)).not.toBeNull();
      }
    }
  });
});

test('Hello Work has 73 groups in 48 areas, and their openings add up to the published total', () => {
  expect(catalogue.offers.groups.size).toBe(73);
  expect(catalogue.offers.cells.size).toBe(73 * 48);
  const national = [...catalogue.offers.cells].filter(([key]) => key.endsWith('/00')).map(([, cell]) => cell);
  expect(national.reduce((sum, { openings }) => sum + openings!, 0)).toBe(24_988_674);
  expect(catalogue.offers.cells.get('13/00')).toMatchObject({ monthlyYen: 266_000, hourlyYen: 1602 });
});

test('prefectures lie in eight regions of at most ten', () => {
  expect(catalogue.prefectures.size).toBe(47);
  for (const region of REGIONS) {
    const inside = [...catalogue.prefectures.values()].filter((prefecture) => prefecture.region === region);
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.length).toBeLessThanOrEqual(10);
  }
});

test('pay pictures show the minimum wage in force', () => {
  const nurse = catalogue.occupations.get(156)!;
  expect(payPicture(catalogue, nurse, '13', '2026-09-30').minimum?.hourlyYen).toBe(1226);
  expect(payPicture(catalogue, nurse, '13', '2026-10-01').minimum?.hourlyYen).toBe(1280);
  expect(catalogue.minimumWages).toHaveLength(94);
});

test('the questionnaire asks ten items of each interest, never two of a kind in a row', () => {
  const { items } = catalogue.interestQuestionnaire;
  expect(items).toHaveLength(60);
  items.slice(1).forEach(({ scale }, i) => expect(scale).not.toBe(items[i]!.scale));
});

test('sources and links are complete', () => {
  expect(catalogue.sources.jobtag.attribution).toContain('ver.7.00');
  expect(catalogue.sources.wage_survey.attribution).toBe(
    '厚生労働省「令和7年賃金構造基本統計調査」を加工して作成',
  );
  expect(catalogue.sources.minimum_wage.attribution).toBe('厚生労働省「地域別最低賃金」');
  expect(Object.keys(catalogue.links)).toEqual(expect.arrayContaining([...LINKS]));
  expect(catalogue.helplines.map(({ number }) => number)).toContain('0120-279-338');
});

test('the catalogue is frozen, and its version is that of the bytes', async () => {
  expect(() => {
    (catalogue.occupations.get(156) as { name: string }).name = 'x';
  }).toThrow(TypeError);
  expect(Object.isFrozen(catalogue.wages.cells.get('021/13'))).toBe(true);
  expect((await loadCatalogue(SEEDS)).version).toBe(catalogue.version);
});

test('words of occupations that are gone are left alone, and take no English name', async () => {
  const dir = damaged(
    'occupations/texts.jsonl',
    (text) => `${text}${text.split('\n')[0]!.replace('"id":1,', '"id":9999,')}\n`,
  );
  const { occupations } = await loadCatalogue(dir);
  expect(occupations.size).toBe(556);
  expect(occupations.get(1)!.texts.en.name).toBe('Tofu maker');
});

test('an occupation without words of ours has its official name in every language', async () => {
  const dir = damaged('occupations/texts.jsonl', (text) => text.replace(/^\{"id":2,.*\n/mu, ''));
  const { reading, romaji, aliasesEn, texts } = (await loadCatalogue(dir)).occupations.get(2)!;
  expect([reading, romaji, aliasesEn]).toEqual(['', '', []]);
  for (const { name, summary } of Object.values(texts)) {
    expect([name, summary]).toEqual(['パン製造、パン職人', null]);
  }
});

test('ladders go on without occupations that are gone, and the check says so', async () => {
  const dir = damaged('occupations/ladders.jsonl', (text) =>
    text
      .split('\n')
      .map((line, i) =>
        i === 0
          ? line.replace(/"id":\d+/u, '"id":9999')
          : i === 1
            ? line.replace(/"occupation":\d+/gu, '"occupation":9998')
            : line,
      )
      .join('\n'),
  );
  const { ladders } = await loadCatalogue(dir);
  expect(ladders.size).toBe(catalogue.ladders.size - 1);
  const second = [...ladders.values()].find(({ steps }) =>
    steps.every(({ occupation }) => occupation === null),
  )!;
  expect(second.elsewhere).toEqual([]);
  const problems = (await checkSeeds(dir)).join('\n');
  expect(problems).toContain('ladders.jsonl:1: speaks of occupation 9999, which is gone');
  expect(problems).toContain('ladders.jsonl:2: speaks of occupation 9998, which is gone');
});

test.each([
  ['かんごし', 'kangoshi'],
  ['とうふせいぞう とうふしょくにん', 'tōfuseizō tōfushokunin'],
  ['ぷろぐらまー', 'puroguramā'],
  ['せんいん', "sen'in"],
  ['しゅっぱん', 'shuppan'],
  ['', ''],
])('%s is %s in Latin letters', (reading, latin) => expect(romanise(reading)).toBe(latin));

test('no romanised name keeps a kana', () => {
  for (const { romaji } of catalogue.occupations.values()) expect(romaji).toMatch(/^[a-zāīūēō' ]+$/u);
});
