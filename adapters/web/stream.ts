import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { MOST_BYTES, Refusal } from './http.ts';
import { readWatermark, type History } from './history.ts';

const PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(?:\?|$)/;
/** How often a silent connection is asked whether anybody is there. */
const HEARTBEAT_MS = 30_000;

export interface StreamOptions {
  readonly history: History;
  /** Throws a `Refusal` when the token is not good for the conversation. */
  readonly admit: (token: string, conversation: string) => void;
  readonly allowsOrigin: (origin: string | undefined) => boolean;
  readonly failed: (error: unknown) => void;
}

/** Serves `GET …/stream` as a WebSocket: what was said since the watermark, then whatever is said. */
export function mountStreams(http: Server, options: StreamOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  const alive = new WeakSet<WebSocket>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    try {
      const [, id = ''] = PATH.exec(request.url ?? '') ?? [];
      if (!id) throw new Refusal(404, 'NotFound', 'Nothing streams here.');
      if (!options.allowsOrigin(request.headers.origin)) {
        throw new Refusal(403, 'Forbidden', 'This site may not use the conversation.');
      }
      const conversation = decode(id);
      const query = new URL(request.url!, 'http://localhost').searchParams;
      options.admit(query.get('t') ?? '', conversation);
      const after = readWatermark(query.get('watermark'));
      sockets.handleUpgrade(request, socket, head, (client) => {
        alive.add(client);
        client.on('pong', () => alive.add(client));
        // Clients send empty messages to keep the line open; there is nothing to read in them.
        client.on('error', () => client.terminate());
        pump(client, conversation, after, options);
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
      if (!alive.delete(client)) client.terminate();
      else client.ping();
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return () => {
    clearInterval(heartbeat);
    http.off('upgrade', upgrade);
    for (const client of sockets.clients) client.close(1001);
    setTimeout(() => sockets.clients.forEach((client) => client.terminate()), 1_000).unref();
    sockets.close();
  };
}

/**
 * Sends everything after a watermark and keeps sending. It always reads from where it stands, so nothing is lost,
 * repeated or out of order, however lines and reads overlap.
 */
function pump(
  client: WebSocket,
  conversation: string,
  from: number,
  { history, failed }: StreamOptions,
): void {
  let after = from;
  let running = false;
  let again = false;

  const run = async (): Promise<void> => {
    if (running) return void (again = true);
    running = true;
    try {
      do {
        again = false;
        for (;;) {
          const set = await history.since(conversation, after);
          if (set.activities.length === 0 || client.readyState !== client.OPEN) break;
          after = Number(set.watermark);
          client.send(JSON.stringify(set));
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

function refuse(socket: Duplex, { status, body }: Refusal): void {
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${status} Refused`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
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
