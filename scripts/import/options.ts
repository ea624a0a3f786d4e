import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { GROUPS, type Group } from './recognise.ts';
import { refuse } from './refuse.ts';

export interface Options {
  readonly files: Readonly<Record<Group, readonly string[]>>;
  /** Carry the official descriptions over as well. */
  readonly officialText: boolean;
  /** Allow data older than those in use. */
  readonly older: boolean;
  /** Tell what would change, and change nothing. */
  readonly dryRun: boolean;
  /** Fiscal year of Hello Work's figures; the latest when `null`. */
  readonly year: number | null;
  readonly seeds: string;
}

export const USAGE = [
  'Usage: npm run import -- [--jobtag FILE…] [--wages FILE…] [--hellowork FILE…] [options]',
  '',
  '  --jobtag FILE…     job tag: figures (簡易版数値系) and descriptions (解説系), .csv or .xlsx',
  '  --wages FILE…      wage survey: the four parts of 第2表 and of 第3表, .xlsx; list of minimum wages, .csv',
  '  --hellowork FILE…  Hello Work: offered_wages_*.json and openings_*.json, four files',
  '  --dry-run          tell what would change, and change nothing',
  '  --official-text    carry the official descriptions over too (needs the 解説系 file)',
  '  --older            allow data older than those in use',
  '  --year YEAR        fiscal year of Hello Work’s figures (default: the latest in the files)',
  '  --seeds DIR        folder of the seeds (default: seeds)',
  '  --help             this text',
  '',
  'Files are known by what they hold, not by their names. Groups that are not given stay as they are.',
].join('\n');

const HELP = 'See npm run import -- --help';

/**
 * What stands on the command line; `null` when help is asked for.
 *
 * @param from Folder that paths start from: where the operator stands, not where npm runs its scripts.
 */
export function readOptions(args: readonly string[], defaultSeeds: string, from = '.'): Options | null {
  if (args.includes('--help') || args.includes('-h')) return null;
  const files: Record<Group, string[]> = { jobtag: [], wages: [], hellowork: [] };
  const given = new Map<string, string>();
  let group: Group | null = null;
  const rest = args.flatMap(splitEquals);
  while (rest.length > 0) {
    const arg = rest.shift()!;
    if (!arg.startsWith('-')) {
      if (group === null) {
        refuse(`${arg} stands alone: put --jobtag, --wages or --hellowork before it. ${HELP}`);
      }
      files[group!].push(...expand(path.join(path.isAbsolute(arg) ? '' : from, arg)));
      continue;
    }
    group = GROUPS.find((name) => arg === `--${name}`) ?? null;
    if (group !== null) given.set(arg, arg);
    else if (['--official-text', '--older', '--dry-run'].includes(arg)) given.set(arg, arg);
    else if (['--year', '--seeds'].includes(arg)) given.set(arg, valueOf(arg, rest.shift()));
    else refuse(`There is no option ${arg}. ${HELP}`);
  }
  const empty = GROUPS.find((name) => given.has(`--${name}`) && files[name].length === 0);
  if (empty !== undefined) refuse(`--${empty} needs at least one file. ${HELP}`);
  if (GROUPS.every((name) => files[name].length === 0)) {
    refuse(`Give at least one file with --jobtag, --wages or --hellowork. ${HELP}`);
  }
  return {
    files,
    officialText: given.has('--official-text'),
    older: given.has('--older'),
    dryRun: given.has('--dry-run'),
    year: yearOf(given.get('--year'), files),
    seeds: given.has('--seeds') ? path.resolve(from, given.get('--seeds')!) : defaultSeeds,
  };
}

/** Files a name with `*` stands for: the command line of Windows leaves that to the program. */
function expand(given: string): string[] {
  const [folder, name] = [path.dirname(given), path.basename(given)];
  if (!name.includes('*') || existsSync(given) || !existsSync(folder)) return [given];
  const pattern = new RegExp(`^${name.replace(/[\\^$.+?()[\]{}|]/gu, '\\$&').replaceAll('*', '.*')}$`, 'u');
  const found = readdirSync(folder).filter((file) => pattern.test(file));
  return found.length === 0 ? [given] : found.sort().map((file) => path.join(folder, file));
}

/** `--year=2024` as `--year 2024`. */
function splitEquals(arg: string): string[] {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}

const valueOf = (option: string, value: string | undefined): string =>
  value === undefined || value === '' || value.startsWith('-')
    ? refuse(`${option} needs a value. ${HELP}`)
    : value;

function yearOf(value: string | undefined, { hellowork }: Options['files']): number | null {
  if (value === undefined) return null;
  if (hellowork.length === 0) refuse(`--year is for Hello Work's files: give them with --hellowork. ${HELP}`);
  return /^20\d\d$/u.test(value)
    ? Number(value)
    : refuse(`--year must be a year like 2025, not ${value}. ${HELP}`);
}
