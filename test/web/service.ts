import restify from 'restify';
import { mountEdge, type Patience } from '../../adapters/http/edge.ts';
import { mountDirectLine, type DirectLineOptions } from '../../adapters/web/index.ts';
import { mountWidget } from '../../adapters/web/widget.ts';
import { createCounsellor } from '../../bot/counsellor.ts';
import { openHouse } from '../../bot/open.ts';
import { openMemoryStore } from '../../store/memory/store.ts';
import type { Store } from '../../store/port.ts';

const silent = { info() {}, warn() {}, error() {} };
export const SECRET = 'a secret for tests only';

/** The web channel with the real counsellor, on a free port. */
export interface TestService {
  readonly url: string;
  readonly port: number;
  readonly idle: () => Promise<void>;
  stop(): Promise<void>;
}

let house: ReturnType<typeof openHouse> | undefined;

/** Starts the service; give it the store and port of one that was stopped to restart that one. */
export async function startService(
  options: Partial<DirectLineOptions> & {
    store?: Store;
    port?: number;
    errors?: object[];
    patience?: Partial<Patience>;
  } = {},
): Promise<TestService> {
  const { store = openMemoryStore(), port = 0, errors = [], patience = {}, ...web } = options;
  const log = { ...silent, error: (facts: object) => void errors.push(facts) };
  const counsellor = createCounsellor(await (house ??= openHouse(process.cwd())), store, log);
  const server = restify.createServer({ handleUncaughtExceptions: false });
  mountEdge(server, { patience });
  const directLine = mountDirectLine(server, counsellor, { tokenSecret: SECRET, log, ...web });
  mountWidget(server);
  await counsellor.recover();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const actual = server.address().port;
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    idle: () => counsellor.idle(),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      directLine.close();
      server.server.closeAllConnections();
      await closed;
      await counsellor.idle();
    },
  };
}
