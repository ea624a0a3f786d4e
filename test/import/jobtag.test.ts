import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPresent, type Present, type SeedOccupation } from '../../scripts/import/present.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, copyOfSeeds, SEEDS } from '../seeds/seeds.ts';
import {
  bytesOf,
  cp932,
  csvText,
  descriptionRows,
  figureRows,
  fileOf,
  importInto,
  refusal,
  workbook,
  type JobtagLayout,
} from './make.ts';

afterAll(cleanUp);

let present: Present;
let withFigures: SeedOccupation[];
beforeAll(async () => {
  present = await readPresent(SEEDS);
  withFigures = present.occupations.filter(({ figures }) =>
    Object.values(figures).some((block) => block !== null),
  );
});

const figureFile = (occupations = withFigures, layout: JobtagLayout = {}): string =>
  fileOf('figures.csv', cp932(csvText(figureRows(occupations, layout))));
const descriptionFile = (occupations = present.occupations, layout: JobtagLayout = {}): string =>
  fileOf('descriptions.xlsx', workbook({ 解説系: descriptionRows(occupations, layout) }));
const sources = (dir: string) =>
  JSON.parse(readFileSync(join(dir, 'sources.json'), 'utf8')) as Record<string, Record<string, unknown>>;

test('the figures in use change nothing, to the byte', async () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  const said = await importInto(dir, { jobtag: [figureFile()] });
  expect(said).toContain('New: none.');
  expect(said).toContain('Changed: none.');
  expect(said).toContain('38 occupations have no figures in this file: kept as they were.');
  expect(said).toContain('Nothing changed');
  expect(bytesOf(dir)).toEqual(before);
});

test.each([
  ['a workbook', (rows: ReturnType<typeof figureRows>) => workbook({ IPD形式: rows })],
  ['UTF-8 with a mark', (rows: ReturnType<typeof figureRows>) => `\uFEFF${csvText(rows)}`],
  ['lines of Windows', (rows: ReturnType<typeof figureRows>) => cp932(csvText(rows, '\r\n'))],
])('a table moved by rows and columns is read, from %s', async (_, make) => {
  const dir = copyOfSeeds();
  const rows = figureRows(withFigures, { down: 7, right: 3 });
  expect(await importInto(dir, { jobtag: [fileOf('a.dat', make(rows))] })).toContain('Nothing changed');
});

test('what is new, changed, gone and kept is told and written', async () => {
  const dir = copyOfSeeds();
  const nurse = present.occupations.find(({ id }) => id === 156)!;
  const added: SeedOccupation = {
    ...nurse,
    id: 901,
    name: '新職業',
    aliases: ['新しい仕事'],
    licences: ['看護師'],
  };
  const lone: SeedOccupation = {
    ...nurse,
    id: 902,
    name: '別職業',
    mhlwCodes: ['99_999-99'],
    jsocCodes: ['Z999'],
  };
  const figures = withFigures
    .filter(({ id }) => id !== 1)
    .map((one) =>
      one.id === 2
        ? { ...one, figures: { ...one.figures, skills: one.figures.skills!.map(() => 1.5) } }
        : one,
    );
  const descriptions = present.occupations
    .filter(({ id }) => id !== 1)
    .map((one) => (one.id === 3 ? { ...one, aliases: [...one.aliases, '甘い物屋'] } : one));
  const layout = { version: '8.00', day: '2027年2月9日' };
  const files = {
    jobtag: [
      figureFile([...figures, added], layout),
      descriptionFile([...descriptions, added, lone], layout),
    ],
  };
  const said = await importInto(dir, files);
  expect(said).toContain('New: 2 occupations: 901 新職業, 902 別職業.');
  expect(said).toContain(
    'Changed: 2 occupations (skills of 1, aliases of 1): 2 パン製造、パン職人, 3 洋菓子製造、パティシエ.',
  );
  expect(said).toContain('Gone: 1 occupation: 1 豆腐製造、豆腐職人.');
  expect(said).toContain('38 occupations have no figures in this file: kept as they were.');
  expect(said).toContain(
    'New, need our own texts (seeds/occupations/texts.jsonl, stories.jsonl): 901 新職業, 902 別職業.',
  );
  expect(said).toContain('Need a wage group (seeds/wages/crosswalk-decisions.csv): 902 別職業.');
  expect(said).toContain('Next: npm run search:index, npm run check, then restart the service.');

  const catalogue = await loadCatalogue(dir);
  expect(catalogue.occupations.has(1)).toBe(false);
  expect(catalogue.occupations.get(901)).toMatchObject({
    name: '新職業',
    reading: '',
    aliases: ['新しい仕事'],
    licences: ['看護師'],
    // Decided by hand for the nurse, who has the same main code.
    wageGroup: '021',
    wageGroupBasis: 'inferred',
    offerGroup: '13',
    texts: { en: { name: '新職業', summary: null, story: null }, 'ja-easy': { name: '新職業' } },
  });
  expect(catalogue.occupations.get(902)).toMatchObject({
    wageGroup: null,
    wageGroupBasis: null,
    offerGroup: null,
  });
  expect(catalogue.occupations.get(902)!.interests).toBeNull();
  expect(sources(dir)['jobtag']).toMatchObject({
    version: '8.00',
    description_version: '8.00',
    published: '2027-02-09',
    attribution:
      '『職業情報データベース 簡易版数値系ダウンロードデータ ver.8.00』『職業情報データベース 解説系ダウンロードデータ ver.8.00』職業情報提供サイト（job tag）（https://shigoto.mhlw.go.jp/User/download）を加工して作成',
  });
  // What was not affected stays, to the byte.
  const [old, now] = [SEEDS, dir].map((seeds) =>
    readFileSync(join(seeds, 'sources.json'), 'utf8').split('\n'),
  );
  expect(now!.filter((line) => !old!.includes(line))).toHaveLength(5);

  const after = bytesOf(dir);
  expect(await importInto(dir, files)).toContain('Nothing changed');
  expect(bytesOf(dir)).toEqual(after);
});

test('an occupation is gone only when both files of one version lack it', async () => {
  const without = (occupations: readonly SeedOccupation[]) => occupations.filter(({ id }) => id !== 1);
  const layout = { version: '8.00' };
  for (const jobtag of [
    [figureFile(without(withFigures), layout)],
    [descriptionFile(without(present.occupations), layout)],
    [figureFile(without(withFigures), layout), descriptionFile(present.occupations, layout)],
    [
      figureFile(without(withFigures), layout),
      descriptionFile(without(present.occupations), { version: '9.00' }),
    ],
  ]) {
    const dir = copyOfSeeds();
    await importInto(dir, { jobtag });
    expect((await loadCatalogue(dir)).occupations.has(1)).toBe(true);
  }
});

test('figures alone keep names, aliases and licences, and say where they differ', async () => {
  const dir = copyOfSeeds();
  const renamed = withFigures.map((one) => (one.id === 2 ? { ...one, name: 'パン屋' } : one));
  const said = await importInto(dir, { jobtag: [figureFile(renamed)] });
  expect(said).toContain(
    '1 occupation has another name in the figures file: 2 パン屋 (kept: パン製造、パン職人).',
  );
  expect(said).toContain('Nothing changed');
});

test('a new name brings no reading of the old one', async () => {
  const dir = copyOfSeeds();
  const renamed = present.occupations.map((one) => (one.id === 2 ? { ...one, name: 'パティシエ見習' } : one));
  expect(await importInto(dir, { jobtag: [descriptionFile(renamed)] })).toContain('Have a new name');
  const { name, reading, texts } = (await loadCatalogue(dir)).occupations.get(2)!;
  expect([name, reading, texts['ja-easy'].name]).toEqual(['パティシエ見習', '', 'パティシエ見習']);
});

test('decisions by hand are obeyed for every occupation they list', async () => {
  const dir = copyOfSeeds();
  const path = join(dir, 'wages/crosswalk-decisions.csv');
  writeFileSync(path, `${readFileSync(path, 'utf8')}1,,nobody fits\n2,001,a test\n`);
  expect(await importInto(dir, { jobtag: [figureFile()] })).toContain('groups of 2');
  const { occupations } = await loadCatalogue(dir);
  expect(occupations.get(1)).toMatchObject({ wageGroup: null, wageGroupBasis: null });
  expect(occupations.get(2)).toMatchObject({ wageGroup: '001', wageGroupBasis: 'inferred' });
});

test('official texts are carried over only when asked for, with the line that must stand beside them', async () => {
  const dir = copyOfSeeds();
  const { version } = await loadCatalogue(dir);
  const jobtag = [descriptionFile()];
  await importInto(dir, { jobtag });
  expect((await loadCatalogue(dir)).officialTexts).toBeNull();
  expect(await importInto(dir, { jobtag }, { officialText: true })).toContain(
    `Written in ${dir}: official/descriptions.jsonl`,
  );
  const catalogue = await loadCatalogue(dir);
  expect(catalogue.version).not.toBe(version);
  expect(catalogue.officialTexts!.get(156)).toEqual({
    summary: '看護師の要約。',
    whatItIs: '看護師の説明。\n　続き。',
    howToBecome: '',
    workingConditions: '条件。',
    attribution:
      '『職業情報データベース 解説系ダウンロードデータ ver.7.00』職業情報提供サイト（job tag）（https://shigoto.mhlw.go.jp/User/download）より',
  });
  expect(await importInto(dir, { jobtag }, { officialText: true })).toContain('Nothing changed');
});

test('a dry run tells the same and writes nothing', async () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  const changed = withFigures.map((one) => ({ ...one, figures: { ...one.figures, knowledge: null } }));
  const said = await importInto(dir, { jobtag: [figureFile(changed)] }, { dryRun: true });
  expect(said).toMatch(/Changed: 508 occupations \(knowledge of 508\): .* and 488 more\./u);
  expect(said).toContain('This was a dry run: nothing was written.');
  expect(bytesOf(dir)).toEqual(before);
});

test('an older version needs --older', async () => {
  const dir = copyOfSeeds();
  const old = figureFile(withFigures, { version: '6.01' });
  expect(await refusal(dir, { jobtag: [old] })).toBe(
    'figures.csv is version 6.01, older than 7.00, which is in use: give newer files, or add --older to go back',
  );
  expect(await refusal(dir, { jobtag: [descriptionFile(undefined, { version: '6.00' })] })).toContain(
    'version 6.00, older',
  );
  await importInto(dir, { jobtag: [old] }, { older: true });
  expect(sources(dir)['jobtag']).toMatchObject({ version: '6.01' });
});

describe('refused with one line', () => {
  const with2 = (change: (one: SeedOccupation) => SeedOccupation) =>
    withFigures.map((one) => (one.id === 2 ? change(one) : one));
  const rowOf = (id: number, change: (row: (string | number)[]) => (string | number)[]) =>
    figureRows(withFigures).map((row) => (row[2] === id ? change([...row]) : row));
  const csvFile = (rows: ReturnType<typeof figureRows>) => fileOf('figures.csv', cp932(csvText(rows)));

  test.each<[string, () => string, string | RegExp]>([
    [
      'an occupation twice',
      () => figureFile([...withFigures, withFigures[0]!]),
      /^figures\.csv: occupation 1 is there twice, in lines 8 and \d+\. Download it again/u,
    ],
    [
      'a number that is none',
      () => csvFile(rowOf(2, (row) => row.with(2, 'zwei'))),
      /^figures\.csv, line 10: 収録番号 is "zwei", not a number/u,
    ],
    ['no name', () => figureFile(with2((one) => ({ ...one, name: '' }))), /occupation 2 has no name/u],
    [
      'a figure out of its scale',
      () => csvFile(rowOf(2, (row) => row.with(4, '34.73'))),
      /^figures\.csv, line 10: 現実的 \(IPD_04_01_001\) is "34\.73", not a figure from 1 to 5/u,
    ],
    [
      'words for a figure',
      () => csvFile(rowOf(2, (row) => row.with(4, 'n/a'))),
      /現実的 \(IPD_04_01_001\) is "n\/a", not a figure/u,
    ],
    [
      'far too few occupations',
      () => figureFile(withFigures.slice(0, 100)),
      /^figures\.csv holds only 100 occupations where 518 are in use: it looks cut off/u,
    ],
    [
      'a column that is missing',
      () => csvFile(figureRows(withFigures).map((row) => [...row.slice(0, 4), ...row.slice(5)])),
      /^figures\.csv has no column IPD_04_01_001 \(現実的\)/u,
    ],
    [
      'columns that changed places',
      () =>
        figureFile(withFigures, { labels: { IPD_04_02_003: '社会的認知・地位', IPD_04_02_005: '専門性' } }),
      /IPD_04_02_003 was 「専門性」 and is now 「社会的認知・地位」/u,
    ],
    ['no version', () => figureFile(withFigures, { version: 'neu' }), /does not say its version/u],
    ['no date', () => figureFile(withFigures, { day: '' }), /does not say the day of its last change/u],
    [
      'a code of another form',
      () =>
        descriptionFile(
          present.occupations.map((one) => (one.id === 2 ? { ...one, jsocCodes: ['5'] } : one)),
        ),
      /^descriptions\.xlsx, line 9: "5" is no code like H533/u,
    ],
  ])('%s', async (_, make, wanted) => {
    const dir = copyOfSeeds();
    const before = bytesOf(dir);
    expect(await refusal(dir, { jobtag: [make()] })).toMatch(wanted);
    expect(bytesOf(dir)).toEqual(before);
  });
});

test('another wording of a column is told, and taken as the same', async () => {
  const dir = copyOfSeeds();
  const file = figureFile(withFigures, { labels: { IPD_04_09_001: '必要でない（すぐに即戦力）' } });
  expect(await importInto(dir, { jobtag: [file] })).toContain(
    'IPD_04_09_001 「必要でない（未経験でも即戦力となる）」 is now called 「必要でない（すぐに即戦力）」',
  );
});

test('codes written with - for _ are mended, as version 6.00 has them', async () => {
  const dir = copyOfSeeds();
  const odd = present.occupations.map((one) => ({
    ...one,
    mhlwCodes: one.mhlwCodes.map((code, i) => (i === 0 ? code : code.replace('_', '-'))),
  }));
  expect(await importInto(dir, { jobtag: [descriptionFile(odd)] })).toContain('Changed: none.');
});
