import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCode, ShirubeError } from '../../errors.ts';
import { finishImport } from '../../seeds/pending.ts';
import { gather } from './gather.ts';
import type { Options } from './options.ts';
import { plan, type Plan } from './plan.ts';
import { readPresent, type Present } from './present.ts';
import { showProgress, type Progress } from './progress.ts';
import { refuse, systemCode } from './refuse.ts';
import { inWords } from './report.ts';
import { commit, prove, stage, unstage, type NewSeeds } from './stage.ts';

/** Where the import prints, and whether a bar can be drawn there. */
export interface Screen {
  readonly say: (text: string) => void;
  readonly isTerminal: boolean;
}

/** Reading the seeds, merging, proving, writing. */
const STEPS_BESIDES_FILES = 4;

/**
 * Brings official files into the seeds, all of them or none.
 *
 * @throws ShirubeError `IMPORT_REFUSED` with one line for the operator; the seeds are as they were.
 */
export async function runImport(options: Options, screen: Screen): Promise<Plan> {
  const fileCount = Object.values(options.files).flat().length;
  const progress = showProgress(fileCount + STEPS_BESIDES_FILES, screen.isTerminal, screen.say);
  let planned: Plan;
  try {
    progress.next('Reading the data in use');
    const present = await readInUse(options.seeds);
    const given = await gather(options, progress);
    progress.next('Comparing');
    planned = plan(given, present, options);
    if (Object.keys(planned.files).length > 0) await write(options, planned.files, progress);
  } finally {
    progress.end();
  }
  screen.say(`\n${inWords(planned.reports)}\n`);
  screen.say(ending(planned, options));
  return planned;
}

async function readInUse(dir: string): Promise<Present> {
  try {
    await finishImport(dir);
    return await readPresent(dir);
  } catch (error) {
    if (!hasCode(error, 'SEED_BROKEN')) throw error;
    return refuse(`The data in use cannot be read: ${(error as ShirubeError).message}`, error);
  }
}

/** Stages, proves and moves the new seeds; a dry run does the first two elsewhere. */
async function write(options: Options, files: NewSeeds, progress: Progress): Promise<void> {
  const staged = options.dryRun ? await mkdtemp(join(tmpdir(), 'shirube-import-')) : options.seeds;
  progress.next('Trying the new data');
  try {
    await stage(staged, files);
    await prove(options.seeds, staged);
  } catch (error) {
    await unstage(staged).catch(() => {});
    throw unwritten(error, `Cannot write in ${staged}, so nothing was changed`);
  } finally {
    if (options.dryRun) await rm(staged, { recursive: true, force: true });
  }
  if (options.dryRun) return;
  progress.next('Putting the new data in place');
  try {
    await commit(options.seeds, files);
  } catch (error) {
    throw unwritten(
      error,
      `Cannot write in ${options.seeds}; what was begun is finished at the next start or import`,
    );
  }
}

/** A disk that is full or not ours to write on is for the operator to mend. */
function unwritten(error: unknown, what: string): unknown {
  const code = systemCode(error);
  if (code === null || error instanceof ShirubeError) return error;
  return new ShirubeError('IMPORT_REFUSED', `${what} (${code}): free space or change its permissions`, {
    cause: error,
  });
}

function ending({ files, reports }: Plan, { dryRun, seeds }: Options): string {
  const paths = Object.keys(files);
  const todo = reports.flatMap((report) => report.todo);
  const left = todo.length === 0 ? [] : ['', 'Left to do:', ...todo.map((line) => `  ${line}`)];
  if (paths.length === 0) return ['Nothing changed: the data in use are the same.', ...left].join('\n');
  const written = `in ${seeds}: ${paths.join(', ')}`;
  return [
    dryRun ? `This was a dry run: nothing was written. It would change, ${written}.` : `Written ${written}.`,
    ...left,
    '',
    dryRun
      ? 'Next: the same command without --dry-run.'
      : 'Next: npm run search:index, npm run check, then restart the service.',
  ].join('\n');
}
