import type { Prefecture } from '../../domain/catalogue.ts';
import { MINIMUM_COLUMNS } from '../../seeds/places.ts';
import { requireWholeRows, type InputFile } from './content.ts';
import { MINIMUM_YEN } from './recognise.ts';
import { AGAIN, refuse, shown } from './refuse.ts';
import { csv } from './write.ts';

/** One regional minimum wage. */
export interface MinimumRow {
  readonly area: string;
  readonly yen: number;
  /** ISO date it comes into force. */
  readonly from: string;
}
export interface MinimumWages {
  /** Fiscal years in the result, rising. */
  readonly years: readonly number[];
  readonly rows: readonly MinimumRow[];
  /** `wages/minimum.csv`. */
  readonly text: string;
}

/**
 * The minimum wages of the file, and those in use of the fiscal year before its first: they count until the next
 * ones begin.
 */
export function tabulateMinimumWages(
  file: InputFile,
  present: readonly MinimumRow[],
  prefectures: ReadonlyMap<string, Prefecture>,
): MinimumWages {
  const given = readMinimumWages(file, prefectures);
  const first = Math.min(...given.map(({ from }) => fiscalYear(from)));
  const rows = [...present.filter(({ from }) => fiscalYear(from) === first - 1), ...given].sort(
    byAreaThenDay,
  );
  return {
    years: [...new Set(rows.map(({ from }) => fiscalYear(from)))].sort((a, b) => a - b),
    rows,
    text: csv(
      MINIMUM_COLUMNS,
      rows.map(({ area, yen, from }) => [area, yen, from]),
    ),
  };
}

function readMinimumWages(
  { name, content }: InputFile,
  prefectures: ReadonlyMap<string, Prefecture>,
): MinimumRow[] {
  const sheet = content.kind === 'sheets' ? content.sheets[0]! : refuse(`${name} is no table.`);
  requireWholeRows(name, sheet);
  const [header, ...records] = sheet.rows;
  const years = header!.flatMap((column) => MINIMUM_YEN.exec(column)?.[1] ?? []);
  const area = header!.indexOf('pref_code');
  const seen = new Set<string>();
  const rows = records.flatMap((record, i) => {
    const place = `${name}, line ${sheet.lines[i + 1]}`;
    const code = record[area]!.trim().padStart(2, '0');
    if (!prefectures.has(code))
      refuse(`${place}: pref_code is ${shown(record[area]!)}, not one from 01 to 47. ${AGAIN}.`);
    if (seen.has(code)) refuse(`${place}: prefecture ${code} is there twice. ${AGAIN}.`);
    seen.add(code);
    return years.map((year) => readYear(place, code, year, header!, record));
  });
  const missing = [...prefectures.keys()].filter((code) => !seen.has(code));
  if (missing.length > 0) {
    refuse(`${name} was cut off or edited: it has no minimum wage for ${missing.join(', ')}. ${AGAIN}.`);
  }
  return rows;
}

function readYear(
  place: string,
  area: string,
  year: string,
  header: readonly string[],
  record: readonly string[],
): MinimumRow {
  const field = (column: string) => record[header.indexOf(column)]?.trim() ?? '';
  const [yen, from] = [field(`fy${year}_yen`), field(`fy${year}_effective`)];
  if (!/^\d{3,4}$/u.test(yen) || Number(yen) < 500 || Number(yen) > 5000) {
    refuse(`${place}: fy${year}_yen is ${shown(yen)}, not an hourly minimum wage in yen. ${AGAIN}.`);
  }
  if (
    !/^\d{4}-\d\d-\d\d$/u.test(from) ||
    Number.isNaN(Date.parse(from)) ||
    fiscalYear(from) !== Number(year)
  ) {
    refuse(
      `${place}: fy${year}_effective is ${shown(from)}, not a day of fiscal ${year} like ${year}-10-01. ${AGAIN}.`,
    );
  }
  return { area, yen: Number(yen), from };
}

/** Fiscal years run from April to March. */
export const fiscalYear = (day: string): number =>
  Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);

function byAreaThenDay(a: MinimumRow, b: MinimumRow): number {
  const [x, y] = [`${a.area}${a.from}`, `${b.area}${b.from}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
