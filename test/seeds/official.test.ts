import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fullWidth, thousandsToYen } from '../../scripts/import/numbers.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { DATA, SEEDS, testWithData } from './seeds.ts';

const table = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(DATA, path), 'utf8'), { bom: true, columns: true });

testWithData('every cell gives the year estimate of the official table, to the yen', async () => {
  const { wages } = await loadCatalogue(SEEDS);
  const idOf = new Map(
    [...wages.groups.values()].map(({ id, level, names }) => [`${level} ${names.ja}`, id]),
  );
  let compared = 0;
  for (const [level, file] of [
    ['major', 'wages/wage_by_prefecture_major_group_2025.csv'],
    ['occupation', 'wages/wage_by_prefecture_occupation_2025.csv'],
  ] as const) {
    for (const { sex, occupation, pref_code, annual_est_kyen } of table(file)) {
      if (sex !== '男女計') continue;
      const group = idOf.get(`${level} ${fullWidth(occupation!)}`)!;
      const cell = wages.cells.get(`${group}/${pref_code}`);
      const ours = cell ? 12 * cell.monthlyYen + cell.bonusYen : null;
      if (ours !== (annual_est_kyen === '' ? null : thousandsToYen(annual_est_kyen!))) {
        throw new Error(`${group}/${pref_code}: ${ours} instead of ${annual_est_kyen} thousand`);
      }
      compared += 1;
    }
  }
  expect(compared).toBe((12 + 145) * 48);
});
