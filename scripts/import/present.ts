import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FigureColumns, Figures, Group, Prefecture, WageGroup } from '../../domain/catalogue.ts';
import type { SeedFile } from '../../seeds/broken.ts';
import { readCsv } from '../../seeds/csv.ts';
import { readFigureColumns, readFigures } from '../../seeds/figures.ts';
import { OFFICIAL_TEXTS_PATH, readSeeds, SEED_PATHS, type SeedFiles } from '../../seeds/files.ts';
import { OCCUPATION_COLUMNS } from '../../seeds/occupations.ts';
import { OFFER_CELL_COLUMNS, readOfferGroups } from '../../seeds/offers.ts';
import { readMinimumWages, readPrefectures } from '../../seeds/places.ts';
import { readYears } from '../../seeds/sources.ts';
import { readWageGroups, WAGE_CELL_COLUMNS } from '../../seeds/wages.ts';
import type { MinimumRow } from './minimum.ts';
import type { Cell } from './write.ts';

/** An occupation as the seeds keep it: a line of occupations.csv and one of figures.jsonl. */
export interface SeedOccupation {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mhlwCodes: readonly string[];
  readonly jsocCodes: readonly string[];
  readonly wageGroup: string | null;
  readonly wageGroupBasis: string | null;
  readonly offerGroup: string | null;
  readonly figures: Figures;
  readonly licences: readonly string[];
}

/** Wage groups decided by hand, by occupation; `null` when none corresponds. */
export type Decisions = ReadonlyMap<number, string | null>;

/** What the importer needs of the seeds in use. */
export interface Present {
  /** Text of the seeds an import can change, by path below the seed folder. */
  readonly texts: ReadonlyMap<string, string>;
  readonly columns: FigureColumns;
  readonly occupations: readonly SeedOccupation[];
  /** Ids with our own words. */
  readonly written: { readonly texts: ReadonlySet<number>; readonly stories: ReadonlySet<number> };
  readonly decisions: Decisions;
  readonly wageGroups: ReadonlyMap<string, WageGroup>;
  readonly offerGroups: ReadonlyMap<string, Group>;
  readonly prefectures: ReadonlyMap<string, Prefecture>;
  readonly years: { readonly wages: number; readonly offers: number };
  readonly wageRows: readonly (readonly Cell[])[];
  readonly offerRows: readonly (readonly Cell[])[];
  readonly minimumWages: readonly MinimumRow[];
}

const IMPORTED = ['sources', 'occupations', 'figures', 'wageCells', 'minimumWages', 'offerCells'] as const;

export const DECISIONS = 'wages/crosswalk-decisions.csv';
export const DECISION_COLUMNS = ['id', 'group', 'why'];

/**
 * Reads the seeds in use.
 *
 * @throws ShirubeError `SEED_BROKEN` naming file and line.
 */
export async function readPresent(dir: string): Promise<Present> {
  const { files, officialTexts } = await readSeeds(dir);
  const columns = readFigureColumns(files.figureColumns);
  const wageGroups = readWageGroups(files.wageGroups);
  return {
    texts: new Map([
      ...IMPORTED.map((name) => [SEED_PATHS[name], files[name].text] as const),
      ...(officialTexts ? [[OFFICIAL_TEXTS_PATH, officialTexts.text] as const] : []),
    ]),
    columns,
    occupations: readSeedOccupations(files, columns),
    written: { texts: idsOf(files.texts), stories: idsOf(files.stories) },
    decisions: await readDecisions(dir, wageGroups),
    wageGroups,
    offerGroups: readOfferGroups(files.offerGroups),
    prefectures: readPrefectures(files.prefectures),
    years: readYears(files.sources),
    wageRows: readCells(files.wageCells, WAGE_CELL_COLUMNS),
    offerRows: readCells(files.offerCells, OFFER_CELL_COLUMNS),
    minimumWages: readMinimumWages(files.minimumWages).map(({ area, hourlyYen, from }) => ({
      area,
      yen: hourlyYen,
      from,
    })),
  };
}

/** Wage groups decided by hand; an empty group means that none corresponds. */
export async function readDecisions(dir: string, groups: ReadonlyMap<string, unknown>): Promise<Decisions> {
  const file = { path: `seeds/${DECISIONS}`, text: await readFile(join(dir, DECISIONS), 'utf8') };
  return new Map(
    readCsv(file, DECISION_COLUMNS).map((row) => {
      const group = row.textOrNull('group');
      if (group !== null && !groups.has(group)) row.broken(`there is no wage group ${group}`);
      row.text('why');
      return [row.count('id'), group];
    }),
  );
}

function readSeedOccupations(files: SeedFiles, columns: FigureColumns): SeedOccupation[] {
  const figures = readFigures(files.figures, columns);
  return readCsv(files.occupations, OCCUPATION_COLUMNS).map((row) => {
    const id = row.count('id');
    const line = figures.get(id) ?? row.broken(`occupation ${id} has no line in ${files.figures.path}`);
    return {
      id,
      name: row.text('name'),
      aliases: row.list('aliases'),
      mhlwCodes: row.list('mhlw_codes'),
      jsocCodes: row.list('jsoc_codes'),
      wageGroup: row.textOrNull('wage_group'),
      wageGroupBasis: row.textOrNull('wage_group_basis'),
      offerGroup: row.textOrNull('offer_group'),
      figures: line.figures,
      licences: line.licences,
    };
  });
}

const readCells = (file: SeedFile, columns: readonly string[]): string[][] =>
  readCsv(file, columns).map((row) => columns.map((column) => row.raw(column)));

/** Ids of a seed with one JSON object a line; whether it is right is for the loader to say. */
const idsOf = ({ text }: SeedFile): Set<number> =>
  new Set([...text.matchAll(/^\{"id": ?(\d+)/gmu)].map(([, id]) => Number(id)));
