import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../seeds/load.ts';
import { field, fullWidth, readOfficialCsv, thousandsToYen } from '../../scripts/seeds/official.ts';
import { tabulate } from '../../scripts/seeds/tabulate.ts';
import { csv, writeAll } from '../../scripts/seeds/write.ts';
import { cleanUp, DATA, SEEDS, tempDir, testWithData } from './seeds.ts';

afterAll(cleanUp);

testWithData('the official data give the committed seeds, byte for byte, every time', async () => {
  const first = await tabulate(DATA, SEEDS);
  await writeAll(tempDir(), first);
  expect(await tabulate(DATA, SEEDS)).toEqual(first);
  for (const [path, text] of Object.entries(first)) {
    // Not `toEqual`: a difference of 800 KB is of no use to anybody.
    expect([path, readFileSync(join(SEEDS, path), 'utf8') === text]).toEqual([path, true]);
  }
});

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
    for (const row of await readOfficialCsv(DATA, file)) {
      if (field(row, 'sex') !== '男女計') continue;
      const group = idOf.get(`${level} ${fullWidth(field(row, 'occupation'))}`)!;
      const cell = wages.cells.get(`${group}/${field(row, 'pref_code')}`);
      const official = field(row, 'annual_est_kyen');
      const ours = cell ? 12 * cell.monthlyYen + cell.bonusYen : null;
      if (ours !== (official === '' ? null : thousandsToYen(official))) {
        throw new Error(`${group}/${field(row, 'pref_code')}: ${ours} instead of ${official} thousand`);
      }
      compared += 1;
    }
  }
  expect(compared).toBe((12 + 145) * 48);
});

test('thousands of yen become yen without rounding', () => {
  expect(['0.1', '599.7', '2471.2', '300', '1.5'].map(thousandsToYen)).toEqual([
    100, 599_700, 2_471_200, 300_000, 1500,
  ]);
  expect(() => thousandsToYen('1.25')).toThrow('at most one decimal');
  expect(() => thousandsToYen('')).toThrow('at most one decimal');
});

test('fields are quoted only where they must be, and never hold a line break', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x, "y"', null],
        [1, '，'],
      ],
    ),
  ).toBe('a,b\n"x, ""y""",\n1,，\n');
  expect(() => csv(['a'], [['x\ny']])).toThrow('line break');
});
