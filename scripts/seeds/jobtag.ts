import type { WageGroup } from '../../domain/catalogue.ts';
import { FIGURE_BLOCKS, type FigureBlock } from '../../seeds/figures.ts';
import { OCCUPATION_COLUMNS } from '../../seeds/occupations.ts';
import { field, fullWidth, readOfficialCsv, readOfficialJsonLines, type OfficialRow } from './official.ts';
import { csv, list } from './write.ts';

type Block = Readonly<Record<string, number>> | null;
type OfficialOccupation = Readonly<Record<FigureBlock, Block>> & {
  readonly id: number;
  readonly title_ja: string;
  readonly aliases_ja: readonly string[];
  readonly related_certs_ja: readonly string[];
  readonly classifications: Readonly<
    Record<'mhlw_main' | 'jsoc_main', string> & Record<'mhlw_all' | 'jsoc_all', readonly string[]>
  >;
};

/** What was decided by hand about an occupation's wage group; `null` when none corresponds. */
export type Decisions = ReadonlyMap<number, string | null>;

/** Names and codes of the occupations, and their figures. No sentence of the official descriptions is carried over. */
export async function tabulateOccupations(
  dataDir: string,
  groups: ReadonlyMap<string, WageGroup>,
  decisions: Decisions,
): Promise<Record<string, string>> {
  const occupations = await readOfficialJsonLines<OfficialOccupation>(dataDir, 'jobtag/occupations_v7.jsonl');
  occupations.sort((a, b) => a.id - b.id);
  const crosswalk = new Map(
    (await readOfficialCsv(dataDir, 'jobtag/crosswalk_occupation_wage.csv')).map((row) => [
      Number(field(row, 'jobtag_id')),
      row,
    ]),
  );
  const groupIds = new Map(
    [...groups.values()].filter(({ level }) => level === 'occupation').map(({ id, names }) => [names.ja, id]),
  );
  const rows = occupations.map((occupation) => {
    const { id, title_ja, aliases_ja, classifications } = occupation;
    const joined = crosswalk.get(id);
    if (!joined) throw new Error(`The crosswalk has no row for occupation ${id}`);
    if (field(joined, 'mhlw2022_code') !== classifications.mhlw_main) {
      throw new Error(`Crosswalk and job tag disagree about the code of occupation ${id}`);
    }
    const [group, basis] = wageGroup(id, joined, groupIds, decisions);
    return [
      id,
      title_ja,
      list([...new Set(aliases_ja)]),
      list(mainFirst(classifications.mhlw_main, classifications.mhlw_all)),
      list(mainFirst(classifications.jsoc_main, classifications.jsoc_all)),
      group,
      basis,
      field(joined, 'hw73_code') || null,
    ];
  });
  const columns = figureColumns(occupations);
  return {
    'occupations/occupations.csv': csv(OCCUPATION_COLUMNS, rows),
    'occupations/figures.jsonl': occupations
      .map((one) => `${JSON.stringify(figures(one, columns))}\n`)
      .join(''),
    'occupations/figure-columns.json': `{\n${FIGURE_BLOCKS.map(
      (block) => `  "${block}": ${JSON.stringify(columns[block])}`,
    ).join(',\n')}\n}\n`,
  };
}

const mainFirst = (main: string, all: readonly string[]): string[] => [...new Set([main, ...all])];

function wageGroup(
  id: number,
  row: OfficialRow,
  groupIds: ReadonlyMap<string, string>,
  decisions: Decisions,
): [string | null, string | null] {
  const decided = decisions.get(id);
  if (decided !== undefined) return [decided, decided && 'inferred'];
  if (field(row, 'wage_occ_basis') !== 'published_code') {
    throw new Error(`Occupation ${id} has no published wage group: decide it in crosswalk-decisions.csv`);
  }
  const name = fullWidth(field(row, 'wage_occ_joined'));
  const group = groupIds.get(name);
  if (group === undefined) throw new Error(`Occupation ${id}: no wage group is called ${name}`);
  return [group, 'published_code'];
}

type Columns = Readonly<Record<FigureBlock, readonly string[]>>;

/** The fullest list of figures found for each block; an occupation that lacks some has null in their places. */
function figureColumns(occupations: readonly OfficialOccupation[]): Columns {
  return Object.fromEntries(
    FIGURE_BLOCKS.map((block) => {
      const lists = occupations.map((occupation) => Object.keys(occupation[block] ?? {}));
      return [block, lists.reduce((longest, keys) => (keys.length > longest.length ? keys : longest), [])];
    }),
  ) as unknown as Columns;
}

function figures(occupation: OfficialOccupation, columns: Columns): Record<string, unknown> {
  const blocks = FIGURE_BLOCKS.map((block) => {
    const values = occupation[block];
    const unknown = Object.keys(values ?? {}).find((key) => !columns[block].includes(key));
    if (unknown !== undefined)
      throw new Error(`Occupation ${occupation.id}: ${block} has an unknown figure ${unknown}`);
    return [block, values && columns[block].map((key) => values[key] ?? null)] as const;
  });
  return { id: occupation.id, ...Object.fromEntries(blocks), licences: occupation.related_certs_ja };
}
