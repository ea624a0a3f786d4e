/** Makes small files of the same layout as the official ones, from the seeds. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { FIGURE_BLOCKS } from '../../domain/catalogue.ts';
import { DESCRIPTION, FIGURES, OCCUPATION_ID, OCCUPATION_NAME } from '../../scripts/import/ipd.ts';
import type { Options } from '../../scripts/import/options.ts';
import type { Present, SeedOccupation } from '../../scripts/import/present.ts';
import { runImport } from '../../scripts/import/run.ts';
import { STAGE } from '../../seeds/pending.ts';
import { tempDir } from '../seeds/seeds.ts';

export type Rows = readonly (readonly (string | number)[])[];

/** Writes a file into a folder of its own; returns its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(tempDir(), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

let codes: Map<string, readonly number[]> | undefined;

/** Text in Shift_JIS as Windows writes it; Node can only read it. */
export function cp932(text: string): Uint8Array {
  if (!codes) {
    codes = new Map();
    const decoder = new TextDecoder('shift_jis');
    for (let lead = 0x81; lead <= 0xfc; lead += 1) {
      if (lead > 0x9f && lead < 0xe0) continue;
      for (let trail = 0x40; trail <= 0xfc; trail += 1) {
        const letter = decoder.decode(Uint8Array.of(lead, trail));
        if (letter.length === 1 && !codes.has(letter)) codes.set(letter, [lead, trail]);
      }
    }
  }
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const ascii = letter.codePointAt(0)!;
      const code = ascii < 0x80 ? [ascii] : codes!.get(letter);
      if (!code) throw new Error(`Shift_JIS has no ${letter}`);
      return code;
    }),
  );
}

export const csvText = (rows: Rows, end = '\n'): string =>
  rows
    .map(
      (row) =>
        `${row.map((cell) => (/[",\n]/u.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}${end}`,
    )
    .join('');

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A workbook; numbers are number cells. */
export function workbook(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const names = Object.keys(sheets);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (items: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations([
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      names.map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      ),
    ),
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${sheets[name]!.map(sheetRow).join('')}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 1,
  });
}

function sheetRow(row: readonly (string | number)[], y: number): string {
  const cells = row.map((cell, x) => {
    const place = `r="${columnName(x)}${y + 1}"`;
    if (cell === '') return '';
    return typeof cell === 'number'
      ? `<c ${place}><v>${cell}</v></c>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
  });
  return `<row r="${y + 1}">${cells.join('')}</row>`;
}

const columnName = (x: number): string =>
  x < 26
    ? String.fromCharCode(65 + x)
    : `${columnName(Math.floor(x / 26) - 1)}${String.fromCharCode(65 + (x % 26))}`;

/** How a file of job tag differs from the usual one. */
export interface JobtagLayout {
  readonly version?: string;
  readonly day?: string;
  /** Empty rows above and empty columns before everything. */
  readonly down?: number;
  readonly right?: number;
  /** Other names of columns, by IPD id. */
  readonly labels?: Readonly<Record<string, string>>;
}

function jobtagRows(
  ids: readonly (readonly [ipd: string, label: string])[],
  records: Rows,
  { version = '7.00', day = '2026/2/10', down = 0, right = 0, labels = {} }: JobtagLayout,
): Rows {
  const header: Rows = [
    ['', '', '日本版O-NET「インプットデータ」'],
    ['', '', `version ${version}`],
    ['', '', '【最終更新日】'],
    ['', '', day],
    [],
    ['', '', ...ids.map(([ipd, label]) => labels[ipd] ?? label)],
    ['', '本ファイル上の職業通し番号', ...ids.map(([ipd]) => ipd)],
  ];
  const rows = [...header, ...records.map((record, i) => ['', i + 1, ...record]), ['', '']];
  const width = ids.length + 2;
  const shifted = [...Array.from({ length: down }, () => []), ...rows];
  return shifted.map((row, i) => [
    ...Array.from({ length: right }, () => ''),
    ...Array.from({ length: width }, (_, x) => (x === 0 ? i + 1 : (row[x] ?? ''))),
  ]);
}

/** The numeric file (簡易版数値系) of some occupations. */
export function figureRows(occupations: readonly SeedOccupation[], layout: JobtagLayout = {}): Rows {
  const columns = FIGURE_BLOCKS.flatMap((block) => FIGURES[block]);
  return jobtagRows(
    [
      [OCCUPATION_ID, '収録番号'],
      [OCCUPATION_NAME, '職業名'],
      ...columns.map(({ ipd, label }) => [ipd, label] as const),
      ['IPD_05_00_01', 'タスク_リード文'],
    ],
    occupations.map(({ id, name, figures }) => [
      id,
      name,
      ...FIGURE_BLOCKS.flatMap((block) =>
        FIGURES[block].map((_, i) => figures[block]?.[i]?.toFixed(3) ?? ''),
      ),
      '豆腐を、\n作る。',
    ]),
    layout,
  );
}

/** The description file (解説系) of some occupations. */
export function descriptionRows(occupations: readonly SeedOccupation[], layout: JobtagLayout = {}): Rows {
  const several = (prefix: string, label: string, n: number) =>
    Array.from(
      { length: n },
      (_, i) => [`${prefix}${String(i + 1).padStart(3, '0')}`, `${label}${i + 1}`] as const,
    );
  const fill = (values: readonly string[], n: number) => Array.from({ length: n }, (_, i) => values[i] ?? '');
  return jobtagRows(
    [
      [OCCUPATION_ID, '収録番号'],
      [OCCUPATION_NAME, '職業名'],
      [DESCRIPTION.mhlwMain, '主な厚労省編職業分類'],
      ...several('IPD_02_02_', '厚労省編職業分類', 12),
      [DESCRIPTION.jsocMain, '主な日本標準職業分類'],
      ...several('IPD_02_03_', '日本標準職業分類', 8),
      ...several('IPD_02_04_', '別名', 30),
      [DESCRIPTION.summary, '簡易説明文'],
      [DESCRIPTION.whatItIs, 'どんな職業か'],
      [DESCRIPTION.howToBecome, '就くには'],
      [DESCRIPTION.workingConditions, '労働条件の特徴'],
      ...several('IPD_03_04_', '関連資格', 40),
    ],
    occupations.map(({ id, name, aliases, mhlwCodes, jsocCodes, licences }) => [
      id,
      name,
      mhlwCodes[0] ?? '',
      ...fill(mhlwCodes, 12),
      jsocCodes[0] ?? '',
      ...fill(jsocCodes, 8),
      ...fill(aliases, 30),
      `${name}の要約。`,
      `${name}の説明。\r\n　続き。`,
      '',
      '条件。',
      ...fill(licences, 40),
    ]),
    layout,
  );
}

/** A workbook of the wage survey for some areas, with the cells in use unless changed. */
export function surveyRows(
  present: Present,
  level: 'major' | 'occupation',
  areas: readonly string[],
  { year = '７', down = 0, right = 0, change = (cell: string[]): string[] => cell } = {},
): Rows {
  const groups = [...present.wageGroups.values()].filter((group) => group.level === level);
  const cells = new Map(present.wageRows.map((row) => [`${row[0]}/${row[1]}`, row.map(String)]));
  const wide = (code: string) =>
    code.replace(/\d/gu, (digit) => String.fromCharCode(0xfee0 + digit.charCodeAt(0)));
  const areaName = (code: string) =>
    code === '00' ? '全国' : wide(code) + present.prefectures.get(code)!.names.ja.replace(/[都府県]$/u, '');
  const blocks = (width: readonly (string | number)[]) => areas.flatMap(() => width);
  const title = level === 'major' ? '職種（大分類）' : '職種（特掲）';
  const figures = (area: string, group: string): (string | number)[] => {
    const cell = cells.get(`${area}/${group}`);
    if (!cell) return Array.from({ length: 5 }, () => '-');
    const [, , monthly, bonus, workers, age] = change(cell);
    // As Excel keeps 599.7: not exactly.
    const inexact = (yen: string | undefined) => Number((Number(yen) / 1000).toFixed(1)) + 1e-13;
    return [age ? Number(age) : '-', inexact(monthly), 0, inexact(bonus), Number(workers) / 10];
  };
  const rows: Rows = [
    ['', '', ...blocks([`令和${year}年賃金構造基本統計調査`, '', '', '', ''])],
    [
      '（一般労働者）\r\n都道府県別第０表',
      '',
      ...blocks([`都道府県、${title}、性別きまって支給する現金給与額`, '', '', '', '']),
    ],
    ['区　分', '', ...areas.flatMap((area) => [areaName(area), '', '', '', ''])],
    [
      '',
      '',
      ...blocks([
        '年齢',
        'きまって\r\n支給す\r\nる現金\r\n給与額',
        '',
        '年間賞与その他特別給与額',
        '労働者数',
      ]),
    ],
    ['', '', ...blocks(['', '', '所定内\r\n給与額', '', ''])],
    ['', '', ...blocks(['歳', '千円', '千円', '千円', '十人'])],
    ...groups.map(({ id, names }, i) => [
      i === 0 ? `男女計\r\n\r\n${names.ja}` : names.ja,
      '',
      ...areas.flatMap((area) => figures(area, id)),
    ]),
    ...groups.map(({ names }, i) => [
      i === 0 ? `男\r\n\r\n${names.ja}` : names.ja,
      '',
      ...blocks(['-', '-', '-', '-', '-']),
    ]),
  ];
  return [...Array.from({ length: down }, () => []), ...rows].map((row) => [
    ...Array.from({ length: right }, () => ''),
    ...row,
  ]);
}

/** The areas of the four parts of a survey's table. */
export const PARTS = [
  [0, 11],
  [12, 23],
  [24, 35],
  [36, 47],
].map(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, i) => String(from! + i).padStart(2, '0')));

/** All four workbooks of a table, as paths. */
export const surveyFiles = (
  present: Present,
  level: 'major' | 'occupation',
  change?: Parameters<typeof surveyRows>[3],
): string[] =>
  PARTS.map((areas, i) =>
    fileOf(`${level}${i}.xlsx`, workbook({ 表: surveyRows(present, level, areas, change) })),
  );

const NO_OPTIONS: Omit<Options, 'seeds' | 'files'> = {
  officialText: false,
  older: false,
  dryRun: false,
  year: null,
};

/** Runs the import without a screen; returns what it said. */
export async function importInto(
  seeds: string,
  files: Partial<Options['files']>,
  options: Partial<Options> = {},
): Promise<string> {
  const said: string[] = [];
  await runImport(
    { ...NO_OPTIONS, ...options, seeds, files: { jobtag: [], wages: [], hellowork: [], ...files } },
    { say: (text) => said.push(text), isTerminal: false },
  );
  return said.join('\n');
}

/** The one line an import is refused with. */
export async function refusal(
  seeds: string,
  files: Partial<Options['files']>,
  options: Partial<Options> = {},
): Promise<string> {
  const error: unknown = await importInto(seeds, files, options).then(
    (said) => new Error(`was not refused: ${said}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: 'IMPORT_REFUSED' });
  const { message } = error as Error;
  expect(message).not.toContain('\n');
  return message;
}

/** Every byte below a folder, by path. */
export const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(STAGE))
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(dir.length + 1),
        readFileSync(join(parentPath, name), 'latin1'),
      ]),
  );
