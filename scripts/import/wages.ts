import type { Prefecture, WageGroup } from '../../domain/catalogue.ts';
import { WAGE_CELL_COLUMNS } from '../../seeds/wages.ts';
import type { InputFile } from './content.ts';
import { refuse } from './refuse.ts';
import { readSurveyPart, TABLE_NAMES, type SurveyPart } from './survey.ts';
import { byGroupThenArea, csv, type Cell } from './write.ts';

/** The workbooks of the wage survey that were given, by table. */
export type SurveyFiles = Readonly<Record<WageGroup['level'], readonly InputFile[]>>;

export interface Survey {
  readonly year: number;
  readonly levels: readonly WageGroup['level'][];
  /** `wages/cells.csv`. */
  readonly cells: string;
  /** Rows by `area,group`, before and after, for telling what changed. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The cells of both tables; a table that was not given keeps those of the seeds, if they are of the same year. */
export function tabulateSurvey(
  files: SurveyFiles,
  present: { readonly year: number; readonly rows: readonly (readonly Cell[])[] },
  groups: ReadonlyMap<string, WageGroup>,
  prefectures: ReadonlyMap<string, Prefecture>,
): Survey {
  const levels = (['major', 'occupation'] as const).filter((level) => files[level].length > 0);
  const parts = levels.flatMap((level) => {
    const ofLevel = [...groups.values()].filter((group) => group.level === level);
    const read = files[level].map((file) => readSurveyPart(file, level, ofLevel, prefectures));
    requireAllAreas(level, read, prefectures);
    return read;
  });
  const year = oneYear(parts);
  const kept = levels.length === 2 ? [] : keptRows(levels[0]!, year);
  const rows = parts.flatMap(({ cells }) =>
    cells.map(({ area, group, monthlyYen, bonusYen, workers, age }) => [
      area,
      group,
      monthlyYen,
      bonusYen,
      workers,
      age,
    ]),
  );
  const all = [...kept, ...rows].sort(byGroupThenArea);
  return { year, levels, cells: csv(WAGE_CELL_COLUMNS, all), rows: all };

  function keptRows(given: WageGroup['level'], of: number): (readonly Cell[])[] {
    const other = given === 'major' ? 'occupation' : 'major';
    if (of !== present.year) {
      refuse(
        `${TABLE_NAMES[given]} is of ${of}, but ${TABLE_NAMES[other]} in use is of ${present.year}: give both tables of ${of} together.`,
      );
    }
    return present.rows.filter((row) => groups.get(String(row[1]))?.level === other);
  }
}

function requireAllAreas(
  level: WageGroup['level'],
  parts: readonly SurveyPart[],
  prefectures: ReadonlyMap<string, Prefecture>,
): void {
  const table = TABLE_NAMES[level];
  const fileOf = new Map<string, string>();
  for (const { file, areas } of parts) {
    for (const area of areas) {
      const other = fileOf.get(area);
      if (other !== undefined) {
        refuse(`${other} and ${file} both hold ${table} for ${called(area)}: give each part once.`);
      }
      fileOf.set(area, file);
    }
  }
  const missing = ['00', ...prefectures.keys()].filter((area) => !fileOf.has(area));
  if (missing.length > 0) {
    refuse(
      `${table} is not complete: ${missing.map(called).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Give all four parts together.`,
    );
  }

  function called(area: string): string {
    return area === '00' ? '全国' : (prefectures.get(area)?.names.ja ?? area);
  }
}

function oneYear(parts: readonly SurveyPart[]): number {
  const [first] = parts;
  const other = parts.find(({ year }) => year !== first!.year);
  if (other) {
    refuse(
      `${first!.file} is of the survey of ${first!.year}, ${other.file} of that of ${other.year}: give files of one year.`,
    );
  }
  return first!.year;
}
