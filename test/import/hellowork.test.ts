import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPresent, type Present } from '../../scripts/import/present.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, copyOfSeeds, SEEDS } from '../seeds/seeds.ts';
import { fileOf, importInto, refusal } from './make.ts';

afterAll(cleanUp);

let present: Present;
beforeAll(async () => {
  present = await readPresent(SEEDS);
});

const sources = (dir: string) =>
  JSON.parse(readFileSync(join(dir, 'sources.json'), 'utf8')) as Record<string, Record<string, unknown>>;

describe('Hello Work', () => {
  const areas = ['00', ...Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0'))];
  const files = (
    change: { years?: number[]; asOf?: string; names?: (name: string) => string; pay?: number } = {},
  ) => {
    const { years = [2024, 2025], asOf = '2026-08-02', names = (name) => name, pay } = change;
    const groups = [...present.offerGroups.values()];
    const occupations = groups.map(({ id, names: { ja } }) => ({ id, name: names(ja) }));
    const index = { asOf, edition: '2023〜2025年度（現行表）', years, occupations };
    const cell = new Map(
      present.offerRows.map((row) => [
        `${row[0]}/${row[1]}`,
        row.map((one) => (one === '' ? null : Number(one))),
      ]),
    );
    const records = areas.flatMap((area) =>
      groups.map(({ id }) => ({ area, id, cell: cell.get(`${area}/${id}`)! })),
    );
    const json = (name: string, value: unknown) => fileOf(name, JSON.stringify(value));
    return [
      json('payIndex.json', { ...index, seriesCount: 4 }),
      json('openingsIndex.json', { ...index, employmentCount: 3 }),
      json(
        'pay.json',
        records.map(({ area, id, cell: [, , monthly, hourly] }) => ({
          p: `JP-${area}`,
          o: id,
          fw: years.map(() => pay ?? (monthly && monthly / 1000)),
          pw: years.map(() => hourly),
        })),
      ),
      json(
        'openings.json',
        records.map(({ area, id, cell: [, , , , openings, seekers] }) => ({
          p: `JP-${area}`,
          o: id,
          a: years.map(() => [openings, seekers]),
        })),
      ),
    ];
  };

  test('takes the latest fiscal year, or the one asked for', async () => {
    const dir = copyOfSeeds();
    expect(await importInto(dir, { hellowork: files() })).toContain('Nothing changed');
    const next = files({ years: [2025, 2026], asOf: '2027-08-01', pay: 300.5 });
    expect(await importInto(dir, { hellowork: next })).toContain(
      'Hello Work: fiscal year 2026, tables of 2027-08-01',
    );
    const { offers } = await loadCatalogue(dir);
    expect(offers.year).toBe(2026);
    expect(offers.cells.get('13/13')!.monthlyYen).toBe(300_500);
    expect(sources(dir)['hellowork']).toMatchObject({
      title: '職業安定業務統計 雇用関係指標（年度） 第4・5・10表（2026年度）',
      version: '2023〜2025年度, tables as of 2027-08-01',
      published: '2027',
      year: 2026,
    });
    expect(await refusal(dir, { hellowork: next }, { year: 2025 })).toMatch(
      /of fiscal 2025 .* older than fiscal 2026/u,
    );
    await importInto(dir, { hellowork: next }, { year: 2025, older: true });
    expect((await loadCatalogue(dir)).offers.year).toBe(2025);
    expect(await refusal(dir, { hellowork: next }, { year: 2019 })).toBe(
      'payIndex.json has no fiscal year 2019; it has 2025, 2026.',
    );
  });

  test('is refused without one of its files, with other groups or impossible pay', async () => {
    const [index, ...others] = files();
    expect(await refusal(SEEDS, { hellowork: others })).toBe(
      "Hello Work's four files belong together; there is none with the years and groups of offered pay (offered_wages_index)",
    );
    expect(await refusal(SEEDS, { hellowork: [index!, others[1]!] })).toMatch(
      /none with the years .*, none with openings/u,
    );
    expect(await refusal(SEEDS, { hellowork: files({ names: (name) => `${name}等` }) })).toMatch(
      /^payIndex\.json has 「01 管理的公務員等」 where seeds\/hellowork\/groups\.csv has 「01 管理的公務員」/u,
    );
    expect(await refusal(SEEDS, { hellowork: files({ pay: 300_000 }) })).toMatch(
      /^pay\.json: JP-00\/01 has 300000, which is not between 50 and 5000/u,
    );
    const cut = fileOf('pay.json', `[{"p":"JP-00","o":"01","fw":[250,279],"pw":[1302,1449]}]`);
    expect(await refusal(SEEDS, { hellowork: [index!, others[0]!, cut, others[2]!] })).toMatch(
      /^pay\.json has no record of JP-00\/02/u,
    );
  });
});
