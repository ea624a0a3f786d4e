import type { Group, WageGroup } from '../../domain/catalogue.ts';
import { OFFER_CELL_COLUMNS } from '../../seeds/offers.ts';
import { MINIMUM_COLUMNS } from '../../seeds/places.ts';
import { WAGE_CELL_COLUMNS } from '../../seeds/wages.ts';
import { field, fullWidth, readOfficialCsv, readOfficialJson, thousandsToYen } from './official.ts';
import { csv, type Cell } from './write.ts';

const TABLES = {
  major: 'wages/wage_by_prefecture_major_group_2025.csv',
  occupation: 'wages/wage_by_prefecture_occupation_2025.csv',
} as const;

/** The wage survey's cells for both sexes, in yen and persons; cells the survey left empty are left out. */
export async function tabulateWages(
  dataDir: string,
  groups: ReadonlyMap<string, WageGroup>,
): Promise<Record<string, string>> {
  const rows: Cell[][] = [];
  for (const level of ['major', 'occupation'] as const) {
    const ids = [...groups.values()].filter((group) => group.level === level);
    const table = (await readOfficialCsv(dataDir, TABLES[level])).filter(
      (row) => field(row, 'sex') === '男女計',
    );
    const order = table
      .filter((row) => field(row, 'pref_code') === '00')
      .map((row) => fullWidth(field(row, 'occupation')));
    if (order.join('\n') !== ids.map(({ names }) => names.ja).join('\n')) {
      throw new Error(`wages/groups.csv does not list the groups of ${TABLES[level]} in their order`);
    }
    const idOf = new Map(ids.map(({ id, names }) => [names.ja, id]));
    for (const row of table) {
      if (field(row, 'monthly_cash_kyen') === '') continue;
      rows.push([
        field(row, 'pref_code'),
        idOf.get(fullWidth(field(row, 'occupation')))!,
        thousandsToYen(field(row, 'monthly_cash_kyen')),
        thousandsToYen(field(row, 'annual_bonus_kyen')),
        Number(field(row, 'workers_tens')) * 10,
        field(row, 'age') || null,
      ]);
    }
  }
  return { 'wages/cells.csv': csv(WAGE_CELL_COLUMNS, rows.sort(byGroupThenArea)) };
}

interface OfferRecord {
  readonly p: string;
  readonly o: string;
}
interface OfferIndex {
  readonly years: readonly number[];
  readonly occupations: readonly { readonly id: string; readonly name: string }[];
}
type Pair = readonly [openings: number | null, seekers: number | null];

/** Hello Work's offered pay (by place of work) and openings (all regular, by place of receipt), one fiscal year. */
export async function tabulateOffers(
  dataDir: string,
  groups: ReadonlyMap<string, Group>,
  year: number,
): Promise<Record<string, string>> {
  const at = async (index: string) => {
    const { years, occupations } = await readOfficialJson<OfferIndex>(dataDir, index);
    if (
      occupations.some(({ id, name }) => groups.get(id)?.names.ja !== name) ||
      occupations.length !== groups.size
    ) {
      throw new Error(`hellowork/groups.csv does not list the groups of ${index}`);
    }
    if (!years.includes(year)) throw new Error(`${index} has no fiscal year ${year}`);
    return years.indexOf(year);
  };
  const payAt = await at('hellowork/offered_wages_index.json');
  const openAt = await at('hellowork/openings_index.json');
  const pay = await readOfficialJson<(OfferRecord & Record<'fw' | 'pw', (number | null)[]>)[]>(
    dataDir,
    'hellowork/offered_wages_prefecture_occupation.json',
  );
  const openings = new Map(
    (
      await readOfficialJson<(OfferRecord & { a: Pair[] })[]>(
        dataDir,
        'hellowork/openings_prefecture_occupation.json',
      )
    ).map((record) => [`${record.p}/${record.o}`, record.a]),
  );
  const rows = pay.map(({ p, o, fw, pw }) => {
    const pair = openings.get(`${p}/${o}`)?.[openAt];
    if (!pair) throw new Error(`Openings have no record for ${p}/${o}`);
    const monthly = fw[payAt] ?? null;
    return [p.replace('JP-', ''), o, monthly && thousandsToYen(String(monthly)), pw[payAt] ?? null, ...pair];
  });
  return { 'hellowork/cells.csv': csv(OFFER_CELL_COLUMNS, rows.sort(byGroupThenArea)) };
}

export async function tabulateMinimumWages(dataDir: string): Promise<Record<string, string>> {
  const table = await readOfficialCsv(dataDir, 'wages/minimum_wage_2025_2026.csv');
  const rows = table.flatMap((row) =>
    ['fy2025', 'fy2026'].map((fiscal) => [
      field(row, 'pref_code'),
      Number(field(row, `${fiscal}_yen`)),
      field(row, `${fiscal}_effective`),
    ]),
  );
  return { 'wages/minimum.csv': csv(MINIMUM_COLUMNS, rows) };
}

/** Code-unit order, the same on every machine: cells of one group stand together. */
function byGroupThenArea(a: readonly Cell[], b: readonly Cell[]): number {
  const [x, y] = [`${a[1]}/${a[0]}`, `${b[1]}/${b[0]}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
