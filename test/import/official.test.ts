import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSeeds } from '../../scripts/seeds/check-seeds.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, copyOfSeeds, DATA, testWithData } from '../seeds/seeds.ts';
import { bytesOf, importInto, refusal } from './make.ts';

afterAll(cleanUp);

const at = (...parts: string[]): string => join(DATA, ...parts);
const FIGURES = at('jobtag', 'IPD_DL_numeric_7_00.csv');
const OLD = [at('jobtag', 'IPD_DL_numeric_6_01.xlsx'), at('jobtag', 'IPD_DL_description_6_00_06.xlsx')];
const survey = (): string[] => readdirSync(at('wages', 'estat')).map((name) => at('wages', 'estat', name));
const HELLOWORK = [
  'offered_wages_index',
  'offered_wages_prefecture_occupation',
  'openings_index',
  'openings_prefecture_occupation',
].map((name) => at('hellowork', `${name}.json`));

testWithData('the official files in use change nothing, to the byte', async () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  const wages = [...survey(), at('wages', 'minimum_wage_2025_2026.csv')];
  const said = await importInto(dir, { jobtag: [FIGURES], wages, hellowork: HELLOWORK });
  for (const [path, bytes] of Object.entries(bytesOf(dir))) {
    // Not `toEqual`: a difference of 800 KB is of no use to anybody.
    expect([path, bytes === before[path]]).toEqual([path, true]);
  }
  expect(said).toContain('New: none.\n  Changed: none.');
  expect(said.match(/0 new, 0 changed, 0 gone/gu)).toHaveLength(3);
  expect(said).toContain('第4表 is not used yet');
  expect(said).toContain('Nothing changed');
});

testWithData('an older edition is refused, and with --older all of it comes back', async () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  expect(await refusal(dir, { jobtag: OLD })).toMatch(
    /^IPD_DL_numeric_6_01\.xlsx is version 6\.01, older than 7\.00/u,
  );
  expect(bytesOf(dir)).toEqual(before);

  const said = await importInto(dir, { jobtag: OLD }, { older: true, officialText: true });
  expect(said).toContain('Gone: 15 occupations: 570 耐震診断,');
  expect(said).toMatch(/Changed: 19 occupations \(.*name of 4/u);
  const catalogue = await loadCatalogue(dir);
  expect(catalogue.occupations.size).toBe(541);
  expect(catalogue.occupations.get(478)!.name).toBe('トレーラートラック運転手');
  expect(catalogue.officialTexts!.size).toBe(541);
  expect(catalogue.officialTexts!.get(1)!.workingConditions).toContain('豆腐');
  const problems = await checkSeeds(dir);
  expect(problems).toContain('seeds/occupations/texts.jsonl:542: texts of occupation 570, which is gone');
  expect(problems).toContain('seeds/occupations/stories.jsonl:542: stories of occupation 570, which is gone');

  const after = bytesOf(dir);
  expect(await importInto(dir, { jobtag: OLD }, { officialText: true })).toContain('Nothing changed');
  expect(bytesOf(dir)).toEqual(after);
});
