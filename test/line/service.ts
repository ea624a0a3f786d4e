import restify from 'restify';
import { mountLine, type LineOptions } from '../../adapters/line/index.ts';
import { openDesk } from '../../bot/desk/index.ts';
import { createCounsellor } from '../../bot/counsellor.ts';
import type { Counsellor } from '../../bot/port.ts';
import { openMemoryStore } from '../../store/memory/store.ts';
import type { Store } from '../../store/port.ts';
import { realHouse } from '../support/house.ts';
import type { Standin } from './standin/index.ts';

/** The LINE channel with the real counsellor, answering a stand-in. */
export interface TestChannel {
  readonly counsellor: Counsellor;
  readonly store: Store;
  /** Everything logged, as text: for finding what must not be there. */
  readonly logged: string[];
  /** Resolves when nobody waits for an answer that is due. */
  settled(): Promise<void>;
  /** Stops at once; with `abruptly` nothing is waited for, as in a crash. */
  stop(options?: { abruptly?: boolean }): Promise<void>;
}

export interface ChannelOptions {
  /** Of a channel that was stopped, to go on with. */
  readonly store?: Store;
  readonly line?: Partial<LineOptions>;
  /** Wraps the counsellor, to make parts of it fail. */
  readonly wrap?: (counsellor: Counsellor) => Counsellor;
}

/** Starts the channel on a free port and points the stand-in's webhook at it. */
export async function startChannel(standin: Standin, options: ChannelOptions = {}): Promise<TestChannel> {
  const { store = openMemoryStore(), line: more = {}, wrap = (same) => same } = options;
  const logged: string[] = [];
  const keep = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: keep, warn: keep, error: keep };
  const house = await realHouse();
  const real = createCounsellor(house, store, log);
  const server = restify.createServer({ handleUncaughtExceptions: false });
  const line = mountLine(server, wrap(real), {
    channelSecret: standin.channelSecret,
    channelAccessToken: standin.channelAccessToken,
    apiBaseUrl: standin.url,
    publicBaseUrl: 'https://shirube.example.jp',
    prefectureAt: openDesk(house).prefectureAt,
    log,
    ...more,
    patience: { firstPauseMs: 5, lookMs: 50, timeoutMs: 300, ...more.patience },
  });
  await real.recover();
  line.start();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  standin.webhook = `http://127.0.0.1:${server.address().port}/line/webhook`;
  return {
    counsellor: real,
    store,
    logged,
    async settled() {
      await real.idle();
      // However far ahead the channel's clock is.
      while ((await store.due('line', '2999-01-01T00:00:00Z', 1)).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async stop({ abruptly = false } = {}) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeAllConnections();
      await closed;
      const stopped = line.stop();
      if (!abruptly) await stopped;
      await real.idle();
    },
  };
}
