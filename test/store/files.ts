import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A path for a store that is not there yet, nor is its directory; gone after the tests of the file. */
export function freshPath(): string {
  const directory = mkdtempSync(join(tmpdir(), 'shirube-store-'));
  made.push(directory);
  return join(directory, 'data', 'shirube.db');
}

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});
