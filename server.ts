import { config as readDotenv } from 'dotenv';
import restify from 'restify';
import { pino } from 'pino';
import { mountEdge } from './adapters/http/edge.ts';
import { mountErrors } from './adapters/http/errors.ts';
import { countUnsigned, createLimits, mountLimits, type Limits } from './adapters/http/limits.ts';
import { mountApi } from './adapters/api/mount.ts';
import { createAccount, mountLine, mountLineUnconfigured, WEBHOOK_PATH } from './adapters/line/index.ts';
import { watchBacklog } from './adapters/operations/line.ts';
import { createGauges, mountOperations } from './adapters/operations/mount.ts';
import { mountPages } from './adapters/pages/mount.ts';
import { DIRECT_LINE, mountDirectLine, refuseTooMany } from './adapters/web/index.ts';
import { mountWidget } from './adapters/web/widget.ts';
import { openHouse } from './bot/open.ts';
import { createCounsellor, type Log } from './bot/counsellor.ts';
import { createWaking } from './bot/waking.ts';
import { openDesk } from './bot/desk/index.ts';
import { describe, hasCode } from './errors.ts';
import { databaseUrl, readSettings, remindingOf, type Settings } from './settings.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/port.ts';

/** A service that is listening. */
export interface Service {
  readonly url: string;
  /** Stops taking requests, finishes the turns under way, closes the store. */
  stop(): Promise<void>;
}

/** Where this program's own files are. */
const ROOT = import.meta.dirname;

/**
 * The composition root: settings, store, catalogue and every channel, put together and listening.
 * @throws ShirubeError with one clear line when a setting is wrong, a seed is broken or the store cannot be opened.
 */
export async function startService(settings: Settings, log: Log): Promise<Service> {
  const reminding = remindingOf(settings);
  const account =
    settings.LINE_CHANNEL_ACCESS_TOKEN === undefined
      ? null
      : createAccount({
          channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
          apiBaseUrl: settings.LINE_API_BASE_URL,
          log,
        });
  // LINE opens pages on https only.
  const reach = { page: settings.PUBLIC_BASE_URL?.startsWith('https://') ?? false, line: account };
  const [house, store] = await Promise.all([
    openHouse(ROOT, { reminding, reach, keepDays: settings.KEEP_DAYS }),
    openStore(databaseUrl(settings)),
  ]);
  const gauges = createGauges();
  const counsellor = createCounsellor(house, store, log, gauges);
  const desk = openDesk(house);
  const { PUBLIC_BASE_URL: publicBaseUrl } = settings;

  // No name: it would tell everybody what answers. No log of restify's own: it would hold requests.
  const server = restify.createServer({ name: '', log: pino({ level: 'silent' }) as never });
  server.pre(restify.plugins.pre.dedupeSlashes());
  mountEdge(server, publicBaseUrl === undefined ? {} : { publicBaseUrl });
  mountErrors(server, log);
  const limits = limitsOf(settings, log);
  mountOperations(server, { gauges, check: () => store.ping(), adminToken: settings.ADMIN_TOKEN });
  mountApi(server, desk);
  mountPages(server, desk, publicBaseUrl === undefined ? {} : { publicBaseUrl });
  const web = mountDirectLine(server, counsellor, {
    tokenSecret: await store.secret('directline'),
    keepDays: settings.KEEP_DAYS,
    log,
    limits,
    ...(settings.ALLOWED_ORIGINS !== '*' && { allowedOrigins: settings.ALLOWED_ORIGINS }),
    ...(publicBaseUrl !== undefined && { publicBaseUrl }),
  });
  mountWidget(server);
  const line =
    settings.LINE_CHANNEL_SECRET !== undefined && settings.LINE_CHANNEL_ACCESS_TOKEN !== undefined
      ? mountLine(server, counsellor, {
          channelSecret: settings.LINE_CHANNEL_SECRET,
          channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
          apiBaseUrl: settings.LINE_API_BASE_URL,
          prefectureAt: desk.prefectureAt,
          log,
          meters: gauges.line,
          countUnsigned: countUnsigned(limits),
          ...(publicBaseUrl !== undefined && { publicBaseUrl }),
        })
      : mountLineUnconfigured(server);
  if (line) watchBacklog(gauges.registry, () => store.backlog('line'));
  mountLimits(server, limits, {
    free: ['GET /healthz', 'GET /readyz', `POST ${WEBHOOK_PATH}`],
    refuse: { [`${DIRECT_LINE}/`]: refuseTooMany },
  });

  const waking = line && createWaking({ counsellor, store, reminding, log });

  // Before anything is sent or removed: where another process has the port, this one must not begin to work.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  await counsellor.recover();
  const forgetting = keepForgetting(store, settings.KEEP_DAYS, log);
  line?.start();
  waking?.start();
  account?.start();
  const { port } = server.address();
  const url = `http://localhost:${port}`;
  return {
    url,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      clearInterval(forgetting);
      await waking?.stop();
      account?.stop();
      web.close();
      server.server.closeAllConnections();
      await closed;
      await line?.stop();
      await counsellor.idle();
      await store.close();
    },
  };
}

/** How much anybody may do, as the settings say. */
const limitsOf = (settings: Settings, log: Log): Limits =>
  createLimits(
    {
      proxies: settings.TRUST_PROXY,
      requestsPerMinute: settings.REQUESTS_PER_MINUTE,
      conversationsPerHour: settings.CONVERSATIONS_PER_HOUR,
      messagesPerMinute: settings.MESSAGES_PER_MINUTE,
      streamsPerAddress: settings.STREAMS_PER_ADDRESS,
    },
    () =>
      log.warn(
        { setting: 'TRUST_PROXY' },
        'a proxy seems to stand before the service: until TRUST_PROXY says so, all visitors count as one for the limits',
      ),
  );

const DAY_MS = 86_400_000;

/** Removes what is older than it is kept, now and once a day. */
function keepForgetting(store: Store, keepDays: number, log: Log): NodeJS.Timeout {
  const forget = () => {
    store.prune(new Date(Date.now() - keepDays * DAY_MS).toISOString()).then(
      (lines) => log.info({ lines }, 'forgot what is older than it is kept'),
      (error: unknown) => log.error(describe(error), 'could not forget'),
    );
  };
  forget();
  return setInterval(forget, DAY_MS).unref();
}

/** Starts from the environment and `.env`; a wrong start ends with one line. */
async function main(): Promise<void> {
  readDotenv({ quiet: true });
  let log = pino({ level: 'info' });
  try {
    const settings = readSettings(process.env);
    log = pino({ level: settings.LOG_LEVEL });
    const service = await startService(settings, log);
    log.info({ url: service.url }, `Shirube listens. Open ${service.url}/`);
    const stop = (signal: string) => {
      log.info({ signal }, 'stopping');
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error(describe(error), 'could not stop cleanly');
          process.exit(1);
        },
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    const known = (['SETTING_WRONG', 'SEED_BROKEN', 'STORE_FAILED', 'WORDS_MISSING'] as const).some((code) =>
      hasCode(error, code),
    );
    if (known || (error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      process.stderr.write(`Shirube cannot start. ${(error as Error).message}\n`);
    } else {
      log.fatal(describe(error), 'cannot start');
    }
    process.exitCode = 1;
  }
}

// Not `import.meta.main`: Node 24.0, which macOS gets, does not have it yet.
if (process.argv[1] === import.meta.filename) void main();
