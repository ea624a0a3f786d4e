import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../line/words.ts';
import { checkLine } from './line.ts';
import { checkDatabase, checkFolder, checkNode, checkSeeds } from './machine.ts';
import { lineOf, summaryOf, type Finding } from './report.ts';
import { checkPort, checkPublic } from './service.ts';
import { checkSettings } from './settings.ts';

export const USAGE = `npm run doctor -- [--json] [--only machine|service|line]

Looks at settings, machine, data, the public address and the LINE account, and says in one line each what is right (ok),
worth a look (!), wrong (✗) or could not be checked from here (?), and what to do. Changes nothing.

  --only   looks at a part: machine (Node.js, catalogue, data), service (port and public address), line
  --json   the same for programs`;

const PARTS = ['machine', 'service', 'line'] as const;
type Part = (typeof PARTS)[number];

export interface DoctorOptions {
  /** Variables as the service would read them: `.env` is already among them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The `.env` that was read. */
  readonly dotenv?: string;
  readonly say: (line: string) => void;
  readonly clock?: () => number;
}

/** The command. Returns its exit code: 1 when something is wrong, 2 when the options are. */
export async function run(args: readonly string[], options: DoctorOptions): Promise<number> {
  const { say } = options;
  let json: boolean;
  let parts: readonly Part[] = PARTS;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        only: { type: 'string' },
      },
    });
    if (values.help) {
      say(USAGE);
      return 0;
    }
    json = values.json;
    if (values.only !== undefined) parts = PARTS.filter((part) => part === values.only);
    if (parts.length === 0) throw new Error(`There is no part called "${values.only}".`);
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const findings: Finding[] = [];
  for await (const finding of examine(options, new Set(parts))) {
    findings.push(finding);
    if (!json) say(lineOf(finding));
  }
  const healthy = findings.every(({ state }) => state !== 'wrong');
  say(json ? JSON.stringify({ healthy, findings }, null, 2) : summaryOf(findings));
  return healthy ? 0 : 1;
}

/** Every finding as it comes, the quick and near ones first. */
async function* examine(options: DoctorOptions, parts: ReadonlySet<Part>): AsyncGenerator<Finding> {
  const { environment, dotenv = path.resolve('.env'), clock = Date.now } = options;
  const { settings, findings } = checkSettings(environment, dotenv);
  yield* findings;
  if (parts.has('machine')) {
    yield checkNode(process.version);
    yield await checkSeeds(ROOT);
    if (settings && !environment.DATABASE_URL) yield* await checkFolder(settings.DATA_DIR);
    if (settings) yield* await checkDatabase(settings, clock());
  }
  if (!settings) return;
  if (parts.has('service')) {
    yield await checkPort(settings);
    yield* await checkPublic(settings, clock());
  }
  if (parts.has('line')) yield* await checkLine(settings, clock);
}
