import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from '../../scripts/import/options.ts';
import { readPresent, type Present } from '../../scripts/import/present.ts';
import { cleanUp, SEEDS, tempDir } from '../seeds/seeds.ts';
import {
  cp932,
  csvText,
  descriptionRows,
  figureRows,
  fileOf,
  importInto,
  PARTS,
  refusal,
  surveyRows,
  workbook,
} from './make.ts';

afterAll(cleanUp);

let present: Present;
let figures: Uint8Array;
let description: Uint8Array;
beforeAll(async () => {
  present = await readPresent(SEEDS);
  figures = cp932(csvText(figureRows(present.occupations)));
  description = workbook({ 解説系: descriptionRows(present.occupations) });
});

const occupationWages = (): string =>
  fileOf('x.xlsx', workbook({ 表: surveyRows(present, 'occupation', PARTS[0]!) }));

test('a file is known by what it holds, whatever it is called', async () => {
  for (const name of ['figures.xlsx', 'wages.json', 'データ (1)']) {
    expect(await importInto(SEEDS, { jobtag: [fileOf(name, figures)] })).toContain('Nothing changed');
  }
});

test('a file of another group is told where it belongs', async () => {
  expect(await refusal(SEEDS, { jobtag: [occupationWages()] })).toBe(
    'x.xlsx holds wages (第3表): give it to --wages',
  );
  expect(await refusal(SEEDS, { hellowork: [fileOf('a.csv', figures)] })).toBe(
    'a.csv holds the figures of job tag (簡易版数値系): give it to --jobtag',
  );
  expect(await refusal(SEEDS, { wages: [fileOf('b.xlsx', description)] })).toBe(
    'b.xlsx holds the descriptions of job tag (解説系): give it to --jobtag',
  );
  expect(
    await refusal(SEEDS, { jobtag: [fileOf('c.json', '[{"p":"JP-00","o":"01","fw":[],"pw":[]}]')] }),
  ).toBe('c.json holds offered pay (offered_wages_prefecture_occupation): give it to --hellowork');
});

test('two files of one kind are refused', async () => {
  expect(await refusal(SEEDS, { jobtag: [fileOf('a.csv', figures), fileOf('b.csv', figures)] })).toBe(
    'a.csv and b.csv both hold the figures of job tag (簡易版数値系): give only the newer one.',
  );
});

test('official texts need the descriptions', async () => {
  expect(await refusal(SEEDS, { jobtag: [fileOf('a.csv', figures)] }, { officialText: true })).toBe(
    '--official-text needs the descriptions of job tag (解説系): give that file to --jobtag',
  );
});

const encrypted = (): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(600),
  ]);
const cut = (bytes: Uint8Array, by: number): Uint8Array => bytes.subarray(0, bytes.length - by);

test.each<[string, () => string | Uint8Array, RegExp]>([
  ['empty', () => '', /^f\.dat is empty\. Download it again/u],
  ['blank', () => ' \r\n\0', /^f\.dat is empty/u],
  ['with a password', encrypted, /^f\.dat is protected with a password: open it in Excel, save it without/u],
  [
    'an old workbook',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    /^f\.dat is in the old Excel format \(\.xls\)/u,
  ],
  ['a PDF', () => '%PDF-1.7\n', /^f\.dat is a PDF/u],
  ['a web page', () => '\n<!DOCTYPE html><html>', /^f\.dat is a web page, not the file itself/u],
  [
    'a picture',
    () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x80, 0x81, 0xfd, 0xfe),
    /^f\.dat is neither an Excel file nor text/u,
  ],
  ['another zip', () => workbook({}).subarray(0), /^f\.dat is (a damaged or incomplete Excel file|none of)/u],
  [
    'a zip cut off',
    () => cut(description, 2000),
    /^f\.dat is a damaged or incomplete Excel file\. Download it again/u,
  ],
  [
    'a zip of which only the beginning is there',
    () => description.subarray(0, 40),
    /^f\.dat is a damaged or incomplete/u,
  ],
  [
    'another workbook',
    () => workbook({ Tabelle1: [['Umsatz', 5]] }),
    /^f\.dat is none of the files this command reads/u,
  ],
  ['another CSV', () => 'a,b\n1,2\n3\n', /^f\.dat is none of the files/u],
  ['JSON cut off', () => '[{"p":"JP-00","o":"01"', /^f\.dat is not complete JSON: it was cut off/u],
  ['other JSON', () => '{"years":[]}', /^f\.dat is none of the files/u],
  ['other JSON lists', () => '[1]', /^f\.dat is none of the files/u],
])('a file that is %s is refused', async (_, make, wanted) => {
  expect(await refusal(SEEDS, { jobtag: [fileOf('f.dat', make())] })).toMatch(wanted);
});

test('a CSV that was cut off anywhere is refused', async () => {
  // In the middle of a row, of a quoted field, of a character, and of a number.
  const endings = new Set<string>();
  for (let by = 1500; by < 3200; by += 17) {
    // Between two rows nobody can tell; occupations that are missing are kept as they were.
    if (cut(figures, by).at(-1) === 0x0a) continue;
    const message = await refusal(SEEDS, { jobtag: [fileOf('f.csv', cut(figures, by))] });
    expect(message).toMatch(/^f\.csv was cut off/u);
    endings.add(/cut off(?: or edited)?: (a quoted|its last \w+|line)/u.exec(message)![1]!);
  }
  expect([...endings].sort()).toEqual(['a quoted', 'its last character', 'line']);
  expect(await refusal(SEEDS, { jobtag: [fileOf('f.csv', cut(figures, 1))] })).toMatch(
    /its last line has no end/u,
  );
});

test('a workbook damaged anywhere is refused or read as it was', async () => {
  const before = readFileSync(join(SEEDS, 'occupations/occupations.csv'), 'utf8');
  for (let at = 100; at < description.length; at += Math.floor(description.length / 12)) {
    const spoilt = Uint8Array.from(description);
    spoilt.fill(0x55, at, at + 64);
    const path = fileOf('f.xlsx', spoilt);
    const said = await importInto(SEEDS, { jobtag: [path] }, { dryRun: true }).catch((error: Error) => error);
    if (said instanceof Error) {
      expect(said).toMatchObject({ code: 'IMPORT_REFUSED' });
      expect(said.message).not.toContain('\n');
    }
  }
  expect(readFileSync(join(SEEDS, 'occupations/occupations.csv'), 'utf8')).toBe(before);
});

test('what cannot be opened is named', async () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'folder'));
  expect(await refusal(SEEDS, { wages: [join(dir, 'none.csv')] })).toBe(
    `There is no file ${join(dir, 'none.csv')}: check its name and folder.`,
  );
  expect(await refusal(SEEDS, { wages: [join(dir, 'folder')] })).toBe(
    `${join(dir, 'folder')} is a folder: give the files in it.`,
  );
});

test('seeds that do not load are named, before anything else', async () => {
  expect(await refusal(tempDir(), { jobtag: [fileOf('a.csv', figures)] })).toMatch(
    /^The data in use cannot be read: seeds\/\S+: cannot be read in /u,
  );
});

describe('the command line', () => {
  const options = (line: string) => readOptions(line.split(' ').filter(Boolean), 'seeds');

  test('takes many files a group, and options anywhere', () => {
    expect(options('--dry-run --wages a.xlsx b.xlsx --older --jobtag c.csv --wages d.csv')).toEqual({
      files: { jobtag: ['c.csv'], wages: ['a.xlsx', 'b.xlsx', 'd.csv'], hellowork: [] },
      officialText: false,
      older: true,
      dryRun: true,
      year: null,
      seeds: 'seeds',
    });
    expect(options('--hellowork=a.json b.json --year=2024 --seeds x')).toMatchObject({
      files: { hellowork: ['a.json', 'b.json'] },
      year: 2024,
      seeds: join(process.cwd(), 'x'),
    });
    expect(options('--jobtag a --help')).toBeNull();
  });

  test('finds files from where npm was called, and by * where the system does not', () => {
    const dir = tempDir();
    for (const name of ['b (1).xlsx', 'a (1).xlsx', 'a (1)xlsx']) writeFileSync(join(dir, name), '');
    const { files, seeds } = readOptions(['--wages', '* (1).xlsx', 'c*.csv', '--seeds', 's'], 'seeds', dir)!;
    expect(files.wages).toEqual(['a (1).xlsx', 'b (1).xlsx', 'c*.csv'].map((name) => join(dir, name)));
    expect(seeds).toBe(join(dir, 's'));
  });

  test.each([
    ['', /^Give at least one file with --jobtag, --wages or --hellowork\. See npm run import -- --help$/u],
    ['a.csv', /^a\.csv stands alone: put --jobtag/u],
    ['--older a.csv', /^a\.csv stands alone/u],
    ['--jobtag', /^--jobtag needs at least one file/u],
    ['--jobtags a.csv', /^There is no option --jobtags/u],
    ['-x', /^There is no option -x/u],
    ['--jobtag a --seeds', /^--seeds needs a value/u],
    ['--jobtag a --year 2024', /^--year is for Hello Work's files/u],
    ['--hellowork a --year next', /^--year must be a year like 2025, not next/u],
  ])('refuses %p', (line, wanted) => {
    expect(() => options(line)).toThrow(wanted);
  });
});
