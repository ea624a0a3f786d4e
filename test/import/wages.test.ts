import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPresent, type Present } from '../../scripts/import/present.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, copyOfSeeds, SEEDS } from '../seeds/seeds.ts';
import {
  bytesOf,
  csvText,
  fileOf,
  importInto,
  PARTS,
  refusal,
  surveyFiles,
  surveyRows,
  workbook,
} from './make.ts';

afterAll(cleanUp);

let present: Present;
beforeAll(async () => {
  present = await readPresent(SEEDS);
});

const sources = (dir: string) =>
  JSON.parse(readFileSync(join(dir, 'sources.json'), 'utf8')) as Record<string, Record<string, unknown>>;

describe('the wage survey', () => {
  test('in use changes nothing, wherever its blocks stand', async () => {
    const dir = copyOfSeeds();
    const before = bytesOf(dir);
    const moved = { down: 2, right: 3 };
    const wages = [...surveyFiles(present, 'major', moved), ...surveyFiles(present, 'occupation', moved)];
    expect(await importInto(dir, { wages: wages.reverse() })).toContain(
      '7,203 figures: 0 new, 0 changed, 0 gone.',
    );
    expect(bytesOf(dir)).toEqual(before);
  });

  test('of another year changes cells and what is said of the source', async () => {
    const dir = copyOfSeeds();
    const change = {
      year: '８',
      change: ([area, group, monthly, ...rest]: string[]) => [
        area!,
        group!,
        group === '021' ? '400100' : monthly!,
        ...rest,
      ],
    };
    const wages = [...surveyFiles(present, 'major', change), ...surveyFiles(present, 'occupation', change)];
    const said = await importInto(dir, { wages });
    expect(said).toContain(
      'Wage survey: 令和8年 (第2表, 第3表)\n  7,203 figures: 0 new, 48 changed, 0 gone.',
    );
    const catalogue = await loadCatalogue(dir);
    expect(catalogue.wages.year).toBe(2026);
    expect(catalogue.wages.cells.get('021/13')!.monthlyYen).toBe(400_100);
    expect(sources(dir)['wage_survey']).toMatchObject({
      title: '令和8年賃金構造基本統計調査 都道府県別 第2表・第3表（一般労働者、男女計）',
      attribution: '厚生労働省「令和8年賃金構造基本統計調査」を加工して作成',
      published: '2027',
      version: '令和8年',
      year: 2026,
    });
    expect(
      await refusal(dir, {
        wages: [...surveyFiles(present, 'major'), ...surveyFiles(present, 'occupation')],
      }),
    ).toBe(
      'The wage survey given is of 2025, older than that of 2026, which is in use: give newer files, or add --older to go back',
    );
  });

  test('keeps the table that was not given, but only of the same year', async () => {
    const dir = copyOfSeeds();
    expect(await importInto(dir, { wages: surveyFiles(present, 'occupation') })).toContain('Nothing changed');
    expect(await refusal(dir, { wages: surveyFiles(present, 'major', { year: '８' }) })).toBe(
      '第2表 is of 2026, but 第3表 in use is of 2025: give both tables of 2026 together.',
    );
  });

  test('is refused without one of its parts, with one twice, or of two years', async () => {
    const [first, second, third, fourth] = surveyFiles(present, 'occupation');
    expect(await refusal(SEEDS, { wages: [first!, second!, fourth!] })).toBe(
      '第3表 is not complete: 三重県, 滋賀県, 京都府, 大阪府, 兵庫県, 奈良県, 和歌山県, 鳥取県, 島根県, 岡山県, 広島県, 山口県 are missing. Give all four parts together.',
    );
    expect(await refusal(SEEDS, { wages: [first!, second!, third!, fourth!, second!] })).toMatch(
      /both hold 第3表 for 千葉県: give each part once/u,
    );
    const next = fileOf(
      'next.xlsx',
      workbook({ 表: surveyRows(present, 'occupation', PARTS[3]!, { year: '８' }) }),
    );
    expect(await refusal(SEEDS, { wages: [first!, second!, third!, next] })).toMatch(
      /is of the survey of 2025, next\.xlsx of that of 2026/u,
    );
  });

  test.each<[string, (rows: (string | number)[][]) => void, RegExp]>([
    [
      'another group',
      (rows) => rows[8]!.splice(0, 1, '宇宙飛行士'),
      /^bad\.xlsx, line 9, has 「宇宙飛行士」 where seeds\/wages\/groups\.csv has 「[^」]+」: if the file is right/u,
    ],
    [
      'a group less',
      (rows) => void rows.splice(8, 1),
      /^bad\.xlsx, line 9, has 「[^」]+」 where seeds\/wages\/groups\.csv has/u,
    ],
    [
      'pay that cannot be',
      (rows) => rows[7]!.splice(3, 1, 9_999_999),
      /^bad\.xlsx, line 8, 00: きまって支給する現金給与額 is "9999999", which cannot be right in 千円/u,
    ],
    ['words for pay', (rows) => rows[7]!.splice(3, 1, '約300'), /is "約300", which cannot be right/u],
    [
      'another unit',
      (rows) => rows[5]!.splice(3, 1, '円'),
      /one column 「きまって支給する現金給与額」 in 千円/u,
    ],
    [
      'a prefecture that is none',
      (rows) => rows[2]!.splice(7, 1, '０１青森'),
      /"01青森" is no prefecture with its number/u,
    ],
    ['no year', (rows) => rows[0]!.fill('賃金構造基本統計調査'), /does not say its year/u],
    ['men only', (rows) => rows[6]!.splice(0, 1, '男\n\n管理的職業従事者'), /has no rows of both sexes/u],
  ])('is refused with %s', async (_, spoil, wanted) => {
    const [, ...others] = surveyFiles(present, 'occupation');
    const rows = surveyRows(present, 'occupation', PARTS[0]!).map((row) => [...row]);
    spoil(rows);
    expect(await refusal(SEEDS, { wages: [fileOf('bad.xlsx', workbook({ 表: rows })), ...others] })).toMatch(
      wanted,
    );
  });

  test('of other tables is told apart', async () => {
    const rows = surveyRows(present, 'major', ['00']).map((row) => [...row]);
    const titled = (title: string) =>
      fileOf(
        't.xlsx',
        workbook({ 表: rows.map((row, i) => (i === 1 ? [title, ...row.slice(1).fill('')] : row)) }),
      );
    expect(
      await importInto(SEEDS, { wages: [titled('都道府県別第４表　都道府県別新規学卒者の所定内給与額')] }),
    ).toContain('第4表 is not used yet: nothing is taken from it.');
    expect(await refusal(SEEDS, { wages: [titled('（短時間労働者）都道府県、職種（特掲）')] })).toMatch(
      /^t\.xlsx is another table of the wage survey/u,
    );
  });
});

describe('minimum wages', () => {
  const header = (...years: number[]) => [
    'pref_code',
    'prefecture',
    ...years.flatMap((y) => [`fy${y}_yen`, `fy${y}_effective`]),
  ];
  const list = (...years: number[]) => [
    header(...years),
    ...Array.from({ length: 47 }, (_, i) => [
      String(i + 1).padStart(2, '0'),
      '県',
      ...years.flatMap((year) => [1200 + year - 2025, `${year}-10-01`]),
    ]),
  ];
  const file = (rows: (string | number)[][]) => fileOf('m.csv', csvText(rows));

  test('take any number of fiscal years, and keep the one before', async () => {
    const dir = copyOfSeeds();
    expect(await importInto(dir, { wages: [file(list(2027))] })).toContain(
      'Minimum wages: fiscal 2026, 2027\n  94 figures: 47 new, 0 changed, 47 gone.',
    );
    const { minimumWages } = await loadCatalogue(dir);
    expect(minimumWages.filter(({ area }) => area === '13')).toEqual([
      { area: '13', hourlyYen: 1280, from: '2026-10-01' },
      { area: '13', hourlyYen: 1202, from: '2027-10-01' },
    ]);
    expect(sources(dir)['minimum_wage']).toMatchObject({
      title: '地域別最低賃金（令和8年度・令和9年度）',
      version: 'FY2026 and FY2027',
      published: '2027',
    });
    expect(await importInto(dir, { wages: [file(list(2027))] })).toContain('Nothing changed');
    expect(await importInto(dir, { wages: [file(list(2027, 2028, 2029))] })).toContain(
      'fiscal 2026, 2027, 2028, 2029',
    );
    expect(sources(dir)['minimum_wage']).toMatchObject({ version: 'FY2026, FY2027, FY2028 and FY2029' });
    expect(await refusal(dir, { wages: [file(list(2027))] })).toMatch(
      /^m\.csv ends with fiscal 2027, before fiscal 2029/u,
    );
  });

  test.each<[string, (rows: (string | number)[][]) => unknown, RegExp]>([
    ['a prefecture less', (rows) => rows.pop(), /has no minimum wage for 47/u],
    ['a prefecture twice', (rows) => rows.push(rows[1]!), /prefecture 01 is there twice/u],
    ['a prefecture of its own', (rows) => rows[1]!.splice(0, 1, '48'), /^m\.csv, line 2: pref_code is "48"/u],
    [
      'pay by the day',
      (rows) => rows[1]!.splice(2, 1, 9000),
      /fy2027_yen is "9000", not an hourly minimum wage/u,
    ],
    [
      'a day of another year',
      (rows) => rows[1]!.splice(3, 1, '2026-10-01'),
      /fy2027_effective is "2026-10-01"/u,
    ],
    [
      'a day that is none',
      (rows) => rows[1]!.splice(3, 1, '2027-13-01'),
      /fy2027_effective is "2027-13-01"/u,
    ],
    [
      'a field less',
      (rows) => rows[47]!.pop(),
      /^m\.csv was cut off or edited: line 48 has 3 fields instead of 4/u,
    ],
  ])('are refused with %s', async (_, spoil, wanted) => {
    const rows = list(2027);
    spoil(rows);
    expect(await refusal(SEEDS, { wages: [file(rows)] })).toMatch(wanted);
  });
});
