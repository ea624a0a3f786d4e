import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Limits } from '../http/limits.ts';
import { Refusal, tooMany } from './http.ts';
import { readWatermark, type History } from './history.ts';

const PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(?:\?|$)/;
/** How often a silent connection is asked whether anybody is there. Who has not answered by the next time is gone. */
const HEARTBEAT_MS = 30_000;
/** Clients send nothing but empty messages, to keep the line open. */
const MOST_BYTES = 1024;
/** Of one conversation at the same time: more windows than anybody has open. */
const STREAMS_A_CONVERSATION = 10;
/** Lines sent at a time, under 500 KB: what a client that does not read costs us. */
const LINES_AT_A_TIME = 25;
/** When to come back after being refused for too many open streams. */
const RETRY_SECONDS = 30;

export interface StreamOptions {
  readonly history: History;
  /** Until when the token is good for the conversation, in milliseconds; throws a `Refusal` when it is not. */
  readonly admit: (token: string, conversation: string) => number;
  /** Throws a `Refusal` when the page that asks may not. */
  readonly checkOrigin: (request: IncomingMessage) => void;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly failed: (error: unknown) => void;
  /** For tests. */
  readonly heartbeatMs?: number;
}

/** One client that listens. */
interface Listener {
  readonly conversation: string;
  readonly after: number;
  /** When its token runs out. */
  readonly until: number;
}

/** Serves `GET …/stream` as a WebSocket: what was said since the watermark, then whatever is said. */
export function mountStreams(http: Server, options: StreamOptions): () => void {
  const { limits, clock, heartbeatMs = HEARTBEAT_MS } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>();
  const expiries = new WeakMap<WebSocket, number>();
  const open = counted();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    try {
      const [, id = ''] = PATH.exec(request.url ?? '') ?? [];
      const address = limits.addressOf(request);
      const wait = limits.requests.take(address);
      if (wait !== null) throw tooMany(wait);
      if (!id) throw new Refusal(404, 'NotFound', 'Nothing streams here.');
      options.checkOrigin(request);
      const conversation = decode(id);
      const query = new URL(request.url!, 'http://localhost').searchParams;
      const until = options.admit(query.get('t') ?? '', conversation);
      const after = readWatermark(query.get('watermark'));
      const counts = [
        [`address ${address}`, limits.streamsPerAddress],
        [`conversation ${conversation}`, STREAMS_A_CONVERSATION],
      ] as const;
      if (counts.some(([key, most]) => open.of(key) >= most)) throw tooMany(RETRY_SECONDS);
      sockets.handleUpgrade(request, socket, head, (client) => {
        for (const [key] of counts) open.add(key, 1);
        client.once('close', () => {
          for (const [key] of counts) open.add(key, -1);
        });
        alive.add(client);
        expiries.set(client, until);
        client.on('pong', () => alive.add(client));
        client.on('error', () => client.terminate());
        pump(client, { conversation, after, until }, options);
      });
    } catch (error) {
      refuse(socket, error instanceof Refusal ? error : new Refusal(400, 'BadArgument', 'Not understood.'));
    }
  };
  http.on('upgrade', upgrade);
  // Whoever offers another protocol (`curl --http2` offers h2c) goes on in plain HTTP.
  Object.assign(http, {
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  });

  const heartbeat = setInterval(() => {
    for (const client of sockets.clients) {
      // Also one that reads so slowly that it has not come to our question yet.
      if (!alive.delete(client)) client.terminate();
      else if (expiries.get(client)! <= clock()) expire(client);
      else client.ping();
    }
  }, heartbeatMs);
  heartbeat.unref();

  return () => {
    clearInterval(heartbeat);
    http.off('upgrade', upgrade);
    for (const client of sockets.clients) client.close(1001);
    setTimeout(() => sockets.clients.forEach((client) => client.terminate()), 1_000).unref();
    sockets.close();
  };
}

/** A stream hears no more than its token allows; the client comes back with a fresh one and its watermark. */
const expire = (client: WebSocket): void => client.close(4403, 'TokenExpired');

/**
 * Sends everything after a watermark and keeps sending. It always reads from where it stands, so nothing is lost,
 * repeated or out of order, however lines and reads overlap. The next part is read only when the client's system has
 * taken the last, so a client that does not read costs us one part of the history and no more; the heartbeat ends it.
 */
function pump(client: WebSocket, listener: Listener, { history, failed, clock }: StreamOptions): void {
  const { conversation, until } = listener;
  let { after } = listener;
  let running = false;
  let again = false;

  const run = async (): Promise<void> => {
    if (running) return void (again = true);
    running = true;
    try {
      do {
        again = false;
        while (client.readyState === client.OPEN) {
          const set = await history.since(conversation, after, LINES_AT_A_TIME);
          if (set.activities.length === 0 || client.readyState !== client.OPEN) break;
          if (until <= clock()) return expire(client);
          after = Number(set.watermark);
          await sent(client, JSON.stringify(set));
        }
      } while (again);
    } catch (error) {
      failed(error);
      client.close(1011); // the client comes back with its watermark
    } finally {
      running = false;
    }
  };
  const stop = history.watch(conversation, () => void run());
  client.once('close', stop);
  void run();
}

/** Resolves when the text has left us, or the client has. */
const sent = (client: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => client.send(text, () => resolve()));

/** How many there are of each key. */
function counted() {
  const counts = new Map<string, number>();
  return {
    of: (key: string): number => counts.get(key) ?? 0,
    add(key: string, by: 1 | -1): void {
      const now = (counts.get(key) ?? 0) + by;
      if (now > 0) counts.set(key, now);
      else counts.delete(key);
    },
  };
}

function refuse(socket: Duplex, { status, body, retryAfter }: Refusal): void {
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${status} Refused`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      ...(retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`]),
      `Content-Length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
  );
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    throw new Refusal(404, 'NotFound', 'There is no such conversation.');
  }
}
