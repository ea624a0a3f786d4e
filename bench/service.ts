import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The real service in a process of its own, with its store on disk. */
export interface Running {
  readonly url: string;
  /** From the start of the process until `/readyz` said so, in milliseconds. */
  readonly startedIn: number;
  /** Resident memory in bytes. */
  memory(): Promise<number>;
  /** Processor time in seconds since its start. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

const ROOT = path.join(import.meta.dirname, '..');
/** What `npm start` gives to Node. */
const FLAGS = (
  JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));

/** Starts a program of this project and waits until an address answers 200. */
export async function startProgram(
  file: string,
  port: number,
  environment: Record<string, string>,
  ready = '/readyz',
): Promise<Running> {
  const before = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...FLAGS, file], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      // All load comes from one address, and faster than people tap.
      REQUESTS_PER_MINUTE: '0',
      CONVERSATIONS_PER_HOUR: '0',
      MESSAGES_PER_MINUTE: '0',
      STREAMS_PER_ADDRESS: '0',
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'shirube-bench-')),
      ...environment,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    try {
      if ((await fetch(url + ready)).ok) break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)`, 'mu').exec(text)?.[1] ?? 0);
  };
  return {
    url,
    startedIn: performance.now() - before,
    memory: () => metric('process_resident_memory_bytes'),
    cpu: () => metric('process_cpu_seconds_total'),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
