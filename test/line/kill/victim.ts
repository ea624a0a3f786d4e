import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Standin } from '../standin/index.ts';
import type { STEPS } from './steps.ts';

/** One life of the service. */
export interface Life {
  /** How it ended: the signal, or `null` when it stopped by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Ends it from outside. */
  kill(): Promise<void>;
  /** Warnings and errors it wrote so far. */
  said(): string;
}

export interface LifeOptions {
  /** Where it dies; without it lives on. */
  readonly step?: (typeof STEPS)[number];
  /** It dies when it comes there for the so-manieth time. Default 1. */
  readonly times?: number;
  readonly clockAheadMs?: number;
}

/** Starts the service on a database file and points the stand-in at it once it listens (it may die before). */
export function startLife(file: string, standin: Standin, options: LifeOptions = {}): Life {
  const { step, times = 1, clockAheadMs = 0 } = options;
  const child = spawn(resolve('node_modules/.bin/node'), [resolve('test/line/kill/child.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(tmpdir(), 'shirube-kill-cache'),
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${file}`,
      LINE_CHANNEL_SECRET: standin.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: standin.channelAccessToken,
      LINE_API_BASE_URL: standin.url,
      KILL_AT: step?.join(' ') ?? '',
      KILL_TIMES: String(times),
      CLOCK_AHEAD: String(clockAheadMs),
    },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  child.stdout.once('data', (url: Buffer) => {
    standin.webhook = `${url.toString().trim().replace('localhost', '127.0.0.1')}/line/webhook`;
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_, signal) => done(signal)));
  return {
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    said: () => said,
  };
}
