/** `npm run import`: brings the official files of another year into the seeds (docs/add-a-data-year.md). */
import path from 'node:path';
import { hasCode } from '../../errors.ts';
import { readOptions, USAGE } from './options.ts';
import { runImport } from './run.ts';

const SEEDS = path.relative(process.cwd(), path.join(import.meta.dirname, '..', '..', 'seeds')) || '.';

try {
  const options = readOptions(process.argv.slice(2), SEEDS, process.env['INIT_CWD']);
  if (options === null) console.log(USAGE);
  else
    await runImport(options, { say: (text) => console.log(text), isTerminal: process.stdout.isTTY === true });
} catch (error) {
  console.error(hasCode(error, 'IMPORT_REFUSED') ? (error as Error).message : unexpected(error));
  process.exitCode = 1;
}

/** A mistake of ours: the operator can only pass it on. */
function unexpected(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const at = /\(?(?:file:\/\/)?([^\s()]+:\d+):\d+\)?$/mu.exec(stack ?? '')?.[1] ?? 'unknown place';
  const what = `${name}: ${message}`.replace(/\s+/gu, ' ');
  return `The import stopped at a mistake in this program (${what}, at ${path.relative(process.cwd(), at)}): please report it`;
}
