import type { WageGroup } from '../../domain/catalogue.ts';
import type { InputFile, Sheet } from './content.ts';
import { compact, decimal, fullWidth, narrow, thousandsToYen } from './numbers.ts';
import { titleOf } from './recognise.ts';
import { AGAIN, refuse, shown } from './refuse.ts';

/** One of the four workbooks that hold one table of the wage survey. */
export interface SurveyPart {
  readonly file: string;
  readonly level: WageGroup['level'];
  readonly year: number;
  readonly areas: readonly string[];
  readonly cells: readonly SurveyCell[];
}
/** A published cell: yen, persons, years. */
export interface SurveyCell {
  readonly area: string;
  readonly group: string;
  readonly monthlyYen: number;
  readonly bonusYen: number;
  readonly workers: number;
  readonly age: string | null;
}

export const TABLE_NAMES = { major: '第2表', occupation: '第3表' } as const;

/** What the importer takes from a block of an area: its heading, unit, and name in messages. */
const COLUMNS = {
  age: { heading: '年齢', unit: '歳' },
  monthly: { heading: 'きまって支給する現金給与額', unit: '千円' },
  bonus: { heading: '年間賞与その他特別給与額', unit: '千円' },
  workers: { heading: '労働者数', unit: '十人' },
} as const;
type Column = keyof typeof COLUMNS;

/** Blocks of areas stand side by side; below them the groups, first of both sexes (男女計), then of men and women. */
export function readSurveyPart(
  { name, content }: InputFile,
  level: WageGroup['level'],
  groups: readonly WageGroup[],
  prefectures: ReadonlyMap<string, { readonly names: { readonly ja: string } }>,
): SurveyPart {
  const sheets = content.kind === 'sheets' ? content.sheets : [];
  const year = surveyYear(name, sheets.map(titleOf).join(''));
  const tables = sheets.flatMap((sheet) => {
    const at = sheet.rows.findIndex((row) => row.some((cell) => compact(cell) === '区分'));
    return at < 0 ? [] : [{ sheet, at, blocks: areaBlocks(name, sheet, at, prefectures) }];
  });
  if (tables.length === 0) return refuse(`${name} has no row 「区分」 with the names of areas. ${AGAIN}.`);
  const cells = tables.flatMap(({ sheet, at, blocks }) => {
    const rows = bothSexes(name, sheet, at);
    requireGroups(name, level, rows, groups);
    return blocks.flatMap(({ area, columns }) =>
      rows.flatMap(
        ({ row, line }, i) => readCell(`${name}, line ${line}`, area, groups[i]!.id, row, columns) ?? [],
      ),
    );
  });
  return {
    file: name,
    level,
    year,
    areas: tables.flatMap(({ blocks }) => blocks.map(({ area }) => area)),
    cells,
  };
}

/** 「令和７年賃金構造基本統計調査」. */
function surveyYear(name: string, title: string): number {
  const year = /令和(\d+|元)年賃金構造基本統計調査/u.exec(title)?.[1];
  return year === undefined
    ? refuse(`${name} does not say its year (「令和７年賃金構造基本統計調査」). ${AGAIN}.`)
    : 2018 + (year === '元' ? 1 : Number(year));
}

interface AreaBlock {
  readonly area: string;
  readonly columns: Readonly<Record<Column, number>>;
}

function areaBlocks(
  name: string,
  sheet: Sheet,
  at: number,
  prefectures: ReadonlyMap<string, { readonly names: { readonly ja: string } }>,
): AreaBlock[] {
  const starts = sheet.rows[at]!.flatMap((cell, column) => {
    const written = compact(narrow(cell));
    if (written === '' || written === '区分') return [];
    if (written === '全国') return [{ area: '00', column }];
    const found = /^(\d\d)(\D+)$/u.exec(written);
    if (!found || !prefectures.get(found[1]!)?.names.ja.startsWith(found[2]!)) {
      refuse(
        `${name}, line ${sheet.lines[at]}: ${shown(written)} is no prefecture with its number. ${AGAIN}.`,
      );
    }
    return [{ area: found[1]!, column }];
  });
  const width = Math.max(...sheet.rows.slice(0, at + 6).map((row) => row.length));
  const unitsAt = sheet.rows.findIndex((row, i) => i > at && row.includes(COLUMNS.workers.unit));
  if (unitsAt < 0) return refuse(`${name} has no row of units (歳, 千円, 十人). ${AGAIN}.`);
  return starts.map(({ area, column }, i) => ({
    area,
    columns: findColumns(name, sheet, { from: column, to: starts[i + 1]?.column ?? width, at, unitsAt }),
  }));
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly unitsAt: number;
}

function findColumns(name: string, { rows }: Sheet, { from, to, at, unitsAt }: Span): Record<Column, number> {
  const heading = (column: number) =>
    compact(
      rows
        .slice(at + 1, unitsAt)
        .map((row) => row[column] ?? '')
        .join(''),
    );
  const places = Array.from({ length: to - from }, (_, i) => from + i);
  const entries = (Object.keys(COLUMNS) as Column[]).map((column) => {
    const { heading: wanted, unit } = COLUMNS[column];
    const found = places.filter((place) => heading(place) === wanted);
    if (found.length !== 1 || compact(rows[unitsAt]![found[0]!] ?? '') !== unit) {
      refuse(`${name} does not have one column 「${wanted}」 in ${unit} for each area. ${AGAIN}.`);
    }
    return [column, found[0]!] as const;
  });
  return Object.fromEntries(entries) as Record<Column, number>;
}

interface GroupRow {
  readonly label: string;
  readonly line: number;
  readonly row: readonly string[];
}

/** The rows of both sexes: the first is marked 「男女計」 above its group, the first of men ends them. */
function bothSexes(name: string, { rows, lines }: Sheet, at: number): GroupRow[] {
  const labels = rows[at]!.findIndex((cell) => compact(cell) === '区分');
  let isInside = false;
  const found: GroupRow[] = [];
  rows.slice(at + 1).forEach((row, i) => {
    const [, sex, rest] = /^\s*(?:(男女計|男|女)\s*\n)?([^]*)$/u.exec(row[labels] ?? '')!;
    if (sex !== undefined) isInside = sex === '男女計';
    const label = fullWidth(rest ?? '');
    if (isInside && label !== '') found.push({ label, line: lines[at + 1 + i]!, row });
  });
  if (found.length === 0) refuse(`${name} has no rows of both sexes (男女計). ${AGAIN}.`);
  return found;
}

function requireGroups(
  name: string,
  level: WageGroup['level'],
  rows: readonly GroupRow[],
  groups: readonly WageGroup[],
): void {
  const length = Math.max(rows.length, groups.length);
  for (let i = 0; i < length; i += 1) {
    const [row, group] = [rows[i], groups[i]];
    if (row?.label === group?.names.ja) continue;
    if (row === undefined) {
      refuse(
        `${name} lists ${rows.length} groups of ${TABLE_NAMES[level]} instead of ${groups.length}; 「${group!.names.ja}」 is missing. ${AGAIN}; if it is whole, the survey's groups have changed (docs/add-a-data-year.md).`,
      );
    }
    refuse(
      `${name}, line ${row.line}, has 「${row.label}」 where seeds/wages/groups.csv has 「${group?.names.ja ?? 'nothing'}」: if the file is right, the survey's groups have changed and groups.csv must be changed first (docs/add-a-data-year.md).`,
    );
  }
}

/** What the survey writes where it has no figure. */
const UNPUBLISHED = /^([-－―…x*＊]+|)$/u;

function readCell(
  place: string,
  area: string,
  group: string,
  row: readonly string[],
  columns: Readonly<Record<Column, number>>,
): SurveyCell | null {
  const written = (column: Column) => (row[columns[column]] ?? '').trim();
  if (UNPUBLISHED.test(written('monthly')) || UNPUBLISHED.test(written('bonus'))) return null;
  const age = UNPUBLISHED.test(written('age')) ? null : figure('age', 1, 15, 100);
  return {
    area,
    group,
    monthlyYen: thousandsToYen(figure('monthly', 1, 50, 5_000)),
    bonusYen: thousandsToYen(figure('bonus', 1, 0, 50_000)),
    workers: Number(figure('workers', 0, 0, 10_000_000)) * 10,
    age,
  };

  function figure(column: Column, decimals: number, least: number, most: number): string {
    const found = decimal(written(column), decimals);
    if (found === null || Number(found) < least || Number(found) > most) {
      const { heading, unit } = COLUMNS[column];
      refuse(
        `${place}, ${area}: ${heading} is ${shown(written(column))}, which cannot be right in ${unit}. ${AGAIN}.`,
      );
    }
    return found!;
  }
}
