import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ShirubeError } from '../errors.ts';

/**
 * An import writes all new seeds into a folder of its own, then a record that lists them, then moves them. The record
 * is the moment it counts from: with it, whoever comes next finishes the moves; without it, nothing has happened.
 */
export const STAGE = '.import';
/** Staged files stand below it as they will below the seeds. */
export const STAGED = join(STAGE, 'files');
export const RECORD = join(STAGE, 'commit.json');

const shape = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^[\w-]+(\/[\w-]+)*\.[a-z]+$/u, 'is not a path below the seeds'),
      sha256: z.string(),
    }),
  ),
});
export type ImportRecord = z.infer<typeof shape>;

/**
 * Finishes an import that was stopped between two moves; does nothing when there is none. Called before seeds are
 * read, so that they are either all old or all new. May be called any number of times, and stopped at any step.
 *
 * @param step Called before each step; for tests that stop there.
 * @throws ShirubeError `SEED_BROKEN` when a file of the record is neither staged nor in its place.
 */
export async function finishImport(dir: string, step: (name: string) => void = () => {}): Promise<void> {
  const record = await readRecord(dir);
  if (!record) return;
  for (const { path, sha256: wanted } of record.files) {
    step(`move ${path}`);
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await rename(join(dir, STAGED, path), join(dir, path)).catch(async (cause: unknown) => {
      // Moved before, or by another process that is finishing the same import.
      const found = await readFile(join(dir, path)).catch(() => null);
      if (!found || sha256(found) !== wanted)
        throw cannotFinish(`seeds/${path} cannot be put in place`, cause);
    });
    await sync(dirname(join(dir, path)));
  }
  step('remove the record');
  await rm(join(dir, RECORD), { force: true });
  step('remove the stage');
  await rm(join(dir, STAGE), { recursive: true, force: true });
}

async function readRecord(dir: string): Promise<ImportRecord | null> {
  let text: string;
  try {
    text = await readFile(join(dir, RECORD), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cannotFinish('its record cannot be read', cause);
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw cannotFinish('its record is damaged', cause);
  }
}

const cannotFinish = (why: string, cause: unknown): ShirubeError =>
  new ShirubeError(
    'SEED_BROKEN',
    `seeds/${RECORD}: an import was stopped half-way and ${why}; let this user write in the seeds and start again, or restore the seeds from a backup`,
    { cause },
  );

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Makes what was written or moved in a folder survive a power failure, where the system can do that. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
