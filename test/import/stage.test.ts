import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commit, prove, stage, unstage, type NewSeeds } from '../../scripts/import/stage.ts';
import { readPresent, type Present } from '../../scripts/import/present.ts';
import { finishImport, RECORD, STAGE } from '../../seeds/pending.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, copyOfSeeds, SEEDS } from '../seeds/seeds.ts';
import { bytesOf, descriptionRows, fileOf, importInto, refusal, surveyFiles, workbook } from './make.ts';

afterAll(cleanUp);

let present: Present;
beforeAll(async () => {
  present = await readPresent(SEEDS);
});

/** A month's pay of nurses, the year of the survey, and a file that was not there. */
const newSeeds = (): NewSeeds => {
  const seed = (path: string) => readFileSync(join(SEEDS, path), 'utf8');
  return {
    'wages/cells.csv': seed('wages/cells.csv').replace(/^13,021,407800,/mu, '13,021,400000,'),
    'sources.json': seed('sources.json').replace('"year": 2025', '"year": 2026'),
    'official/descriptions.jsonl':
      '{"id":156,"version":"7.00","summary":"","what_it_is":"","how_to_become":"","working_conditions":""}\n',
  };
};

/** Everything an import does, step by step; `stop` throws where a machine would stop. */
async function write(dir: string, step: (name: string) => void): Promise<void> {
  const files = newSeeds();
  await stage(dir, files, step);
  await prove(dir, dir, step);
  await commit(dir, files, step);
}

const STOPPED = new Error('stopped');

async function stopAt(n: number, run: (step: () => void) => Promise<void>): Promise<boolean> {
  let done = 0;
  try {
    await run(() => {
      done += 1;
      if (done === n) throw STOPPED;
    });
    return false;
  } catch (error) {
    if (error !== STOPPED) throw error;
    return true;
  }
}

test('stopped at any step, the next load sees all old or all new', async () => {
  const old = (await loadCatalogue(SEEDS)).version;
  const before = bytesOf(copyOfSeeds());
  const whole = copyOfSeeds();
  const names: string[] = [];
  await write(whole, (name) => names.push(name));
  const now = (await loadCatalogue(whole)).version;
  const after = bytesOf(whole);
  expect(existsSync(join(whole, STAGE))).toBe(false);

  const seen: string[] = [];
  for (let n = 1; n <= names.length; n += 1) {
    const dir = copyOfSeeds();
    expect(await stopAt(n, (step) => write(dir, step))).toBe(true);
    const { version } = await loadCatalogue(dir);
    seen.push(version === old ? 'old' : version === now ? 'new' : `mixed after ${names[n - 1]}`);
    expect(bytesOf(dir)).toEqual(version === old ? before : after);
    // The import that was stopped can be made again.
    await write(dir, () => {});
    expect(bytesOf(dir)).toEqual(after);
    expect(existsSync(join(dir, STAGE))).toBe(false);
  }
  const counts = names.indexOf('count from here');
  expect(seen).toEqual(names.map((_, i) => (i <= counts ? 'old' : 'new')));
  expect(seen).toContain('new');
});

test('finishing may itself be stopped at any step', async () => {
  const whole = copyOfSeeds();
  await write(whole, () => {});
  const after = bytesOf(whole);
  for (let n = 1; n <= 5; n += 1) {
    const dir = copyOfSeeds();
    await stopAt(1, (step) =>
      write(dir, (name) => {
        if (name === 'move wages/cells.csv') step();
      }),
    );
    expect(existsSync(join(dir, RECORD))).toBe(true);
    await stopAt(n, (step) => finishImport(dir, step));
    await finishImport(dir);
    await finishImport(dir);
    expect(bytesOf(dir)).toEqual(after);
  }
});

test('two processes may finish the same import', async () => {
  const dir = copyOfSeeds();
  await stopAt(1, (step) =>
    write(dir, (name) => {
      if (name === 'move sources.json') step();
    }),
  );
  const versions = await Promise.all([1, 2, 3].map(async () => (await loadCatalogue(dir)).version));
  expect(new Set(versions).size).toBe(1);
});

test('a stage without a record is rubbish: it is not read, and the next import removes it', async () => {
  const dir = copyOfSeeds();
  const { version } = await loadCatalogue(dir);
  mkdirSync(join(dir, STAGE, 'files', 'wages'), { recursive: true });
  writeFileSync(join(dir, STAGE, 'files', 'wages', 'cells.csv'), 'half a line');
  expect((await loadCatalogue(dir)).version).toBe(version);
  await importInto(dir, { wages: [minimumWages()] });
  expect(existsSync(join(dir, STAGE))).toBe(false);
});

const minimumWages = (): string =>
  fileOf(
    'm.csv',
    `pref_code,fy2027_yen,fy2027_effective\n${Array.from({ length: 47 }, (_, i) => `${i + 1},1300,2027-10-01\n`).join('')}`,
  );

test('a record that cannot be kept stops the load with one line', async () => {
  const dir = copyOfSeeds();
  mkdirSync(join(dir, STAGE));
  writeFileSync(join(dir, RECORD), '{"files":[{"path":"wages/cells.csv","sha256":"0"}]}');
  await expect(loadCatalogue(dir)).rejects.toMatchObject({
    code: 'SEED_BROKEN',
    message: expect.stringMatching(
      /^seeds\/\.import\/commit\.json: an import was stopped half-way and seeds\/wages\/cells\.csv cannot/u,
    ) as string,
  });
  for (const text of ['{', '{"files":[{"path":"../x.csv","sha256":"0"}]}']) {
    writeFileSync(join(dir, RECORD), text);
    await expect(loadCatalogue(dir)).rejects.toMatchObject({
      message: expect.stringContaining('its record is damaged') as string,
    });
  }
  expect(await refusal(dir, { wages: [minimumWages()] })).toMatch(
    /^The data in use cannot be read: .*its record is damaged/u,
  );
});

test('new data that do not fit together are refused, and leave nothing behind', async () => {
  const dir = copyOfSeeds();
  writeFileSync(
    join(dir, 'links.json'),
    readFileSync(join(dir, 'links.json'), 'utf8').replace('"saposute"', '"sapo"'),
  );
  const before = bytesOf(dir);
  expect(await refusal(dir, { wages: [minimumWages()] })).toBe(
    'The new data do not fit together, so nothing was changed: seeds/links.json: the link saposute is missing',
  );
  expect(bytesOf(dir)).toEqual(before);
  expect(readdirSync(dir)).not.toContain(STAGE);
});

test('a place that cannot be written is named, and nothing is changed', async () => {
  const dir = copyOfSeeds();
  const jobtag = [fileOf('d.xlsx', workbook({ 解説系: descriptionRows(present.occupations) }))];
  writeFileSync(join(dir, 'official'), 'in the way');
  const before = bytesOf(dir);
  expect(await refusal(dir, { jobtag }, { officialText: true })).toMatch(
    /^Cannot write in \S+, so nothing was changed \(\w+\): free space or change its permissions$/u,
  );
  expect(bytesOf(dir)).toEqual(before);
});

test('all groups are changed together or not at all', async () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  const change = {
    change: ([area, group, monthly, ...rest]: string[]) => [
      area!,
      group!,
      `${Number(monthly) + 100}`,
      ...rest,
    ],
  };
  const [first, ...others] = surveyFiles(present, 'occupation', change);
  expect(await refusal(dir, { wages: [minimumWages(), ...others] })).toContain('第3表 is not complete');
  expect(bytesOf(dir)).toEqual(before);
  expect(await importInto(dir, { wages: [minimumWages(), first!, ...others] })).toContain(
    `Written in ${dir}: wages/cells.csv, wages/minimum.csv, sources.json.`,
  );
});

test('a stage can be taken back', async () => {
  const dir = copyOfSeeds();
  await stage(dir, newSeeds());
  await unstage(dir);
  expect(existsSync(join(dir, STAGE))).toBe(false);
});
