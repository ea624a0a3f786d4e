import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SEEDS = join(process.cwd(), 'seeds');
/** Official data kept beside the project; not everybody has them. */
export const DATA = join(process.cwd(), '..', 'shared', 'data');
export const HAS_DATA = existsSync(join(DATA, 'jobtag', 'occupations_v7.jsonl'));
/** `test` where the official data are there; otherwise a test that is skipped and says why. */
export const testWithData = HAS_DATA
  ? test
  : (name: string, run: jest.ProvidesCallback): void =>
      test.skip(`${name} (no official data at ${DATA})`, run);

const made: string[] = [];

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'shirube-seeds-'));
  made.push(dir);
  return dir;
}

/** A file of the official data with one JSON object a line. */
export const officialJsonLines = <T>(path: string): T[] =>
  readFileSync(join(DATA, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** A copy of the seeds, to be changed. */
export function copyOfSeeds(): string {
  const dir = tempDir();
  cpSync(SEEDS, dir, { recursive: true, filter: (file) => !file.endsWith('.ts') });
  return dir;
}

/** A copy of the seeds in which one file has been changed. */
export function damaged(path: string, change: (text: string) => string): string {
  const dir = copyOfSeeds();
  const before = readFileSync(join(dir, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The change to ${path} changes nothing`);
  writeFileSync(join(dir, path), after);
  return dir;
}

export const cleanUp = (): void => made.splice(0).forEach((dir) => rmSync(dir, { recursive: true }));
