import { cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ShirubeError } from '../../errors.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { finishImport, RECORD, sha256, STAGE, STAGED, sync, type ImportRecord } from '../../seeds/pending.ts';
import { refuse } from './refuse.ts';

/** New seeds by path below the seed folder, with `/` between folders. */
export type NewSeeds = Readonly<Record<string, string>>;
/** Called before each step; for tests that stop there. */
export type Step = (name: string) => void;

/** Writes the new seeds beside the old ones; a stage that an earlier import left is rubbish. */
export async function stage(dir: string, files: NewSeeds, step: Step = () => {}): Promise<void> {
  step('clear the stage');
  await rm(join(dir, STAGE), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    step(`write ${path}`);
    await write(join(dir, STAGED, path), text);
  }
}

/**
 * Loads the catalogue as it will be: a copy of the seeds with the new ones laid over it.
 *
 * @param dir Folder of the seeds. @param staged Folder whose stage holds the new ones (the same, but for a dry run).
 */
export async function prove(dir: string, staged: string, step: Step = () => {}): Promise<void> {
  const whole = join(staged, STAGE, 'whole');
  step('copy the seeds');
  // One by one: a folder cannot be copied into itself.
  for (const entry of await readdir(dir)) {
    if (entry !== STAGE && !entry.endsWith('.ts')) {
      await cp(join(dir, entry), join(whole, entry), { recursive: true });
    }
  }
  await cp(join(staged, STAGED), whole, { recursive: true });
  step('load the copy');
  try {
    await loadCatalogue(whole);
  } catch (error) {
    if (!(error instanceof ShirubeError)) throw error;
    refuse(`The new data do not fit together, so nothing was changed: ${error.message}`, error);
  }
  step('remove the copy');
  await rm(whole, { recursive: true, force: true });
}

/** From here on the new seeds count: the record is written, then every file is moved. */
export async function commit(dir: string, files: NewSeeds, step: Step = () => {}): Promise<void> {
  const record: ImportRecord = {
    files: Object.entries(files).map(([path, text]) => ({ path, sha256: sha256(text) })),
  };
  step('write the record');
  await write(join(dir, `${RECORD}.new`), `${JSON.stringify(record)}\n`);
  step('count from here');
  await rename(join(dir, `${RECORD}.new`), join(dir, RECORD));
  await sync(join(dir, STAGE));
  await finishImport(dir, step);
}

/** Removes what `stage` wrote, when the import does not go on. */
export const unstage = (dir: string): Promise<void> => rm(join(dir, STAGE), { recursive: true, force: true });

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
