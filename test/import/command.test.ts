import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPresent, type Present } from '../../scripts/import/present.ts';
import { cleanUp, copyOfSeeds, SEEDS } from '../seeds/seeds.ts';
import { bytesOf, cp932, csvText, figureRows, fileOf } from './make.ts';

afterAll(cleanUp);

const NODE = join(process.cwd(), 'node_modules/.bin/node');
const run = (...args: string[]) =>
  spawnSync(NODE, ['scripts/import/main.ts', ...args], { encoding: 'utf8', cwd: process.cwd() });

let present: Present;
beforeAll(async () => {
  present = await readPresent(SEEDS);
});
const figures = (change = 0): string =>
  fileOf(
    'figures.csv',
    cp932(
      csvText(
        figureRows(
          present.occupations.map((one) => ({
            ...one,
            figures: {
              ...one.figures,
              skills: one.figures.skills?.map((figure) => figure! + change) ?? null,
            },
          })),
        ),
      ),
    ),
  );

test('the command imports, tells what it did, and ends well', () => {
  const dir = copyOfSeeds();
  const { status, stdout, stderr } = run('--jobtag', figures(0.001), '--seeds', dir);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Changed: 498 occupations (skills of 498)');
  expect(stdout).toContain(`Written in ${dir}: occupations/figures.jsonl.`);
  expect(stdout).not.toContain('\u001b');
  const again = run('--jobtag', figures(0.001), '--seeds', dir);
  expect(again.stdout).toContain('Nothing changed');
});

test('a dry run ends well and writes nothing', () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  const { status, stdout } = run('--jobtag', figures(0.001), '--seeds', dir, '--dry-run');
  expect([status, stdout.includes('This was a dry run')]).toEqual([0, true]);
  expect(bytesOf(dir)).toEqual(before);
});

test('what is wrong is one line on standard error, with exit code 1, and changes nothing', () => {
  const dir = copyOfSeeds();
  const before = bytesOf(dir);
  const bytes = readFileSync(figures());
  for (const [args, wanted] of [
    [['--jobtag', fileOf('cut.csv', bytes.subarray(0, bytes.length - 3000))], /^cut\.csv was cut off/u],
    [['--jobtag', fileOf('empty.csv', '')], /^empty\.csv is empty/u],
    [
      ['--wages', figures()],
      /^figures\.csv holds the figures of job tag \(簡易版数値系\): give it to --jobtag$/u,
    ],
    [['--jobtag', '/nowhere/a.csv'], /^There is no file \/nowhere\/a\.csv/u],
    [['--frobnicate'], /^There is no option --frobnicate/u],
    [[], /^Give at least one file/u],
  ] as const) {
    const { status, stderr } = run(...args, '--seeds', dir);
    expect(status).toBe(1);
    expect(stderr.trimEnd()).toMatch(wanted);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(bytesOf(dir)).toEqual(before);
  }
});

test('help is no failure', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run import/u);
});

const testAsUser = process.getuid?.() === 0 ? test.skip : test;
testAsUser('a folder that may not be written in is named (not as root, who may write anywhere)', () => {
  const dir = copyOfSeeds();
  chmodSync(dir, 0o500);
  const { status, stderr } = run('--jobtag', figures(0.001), '--seeds', dir);
  chmodSync(dir, 0o700);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Cannot write in .*, so nothing was changed \(EACCES\)/u);
});
