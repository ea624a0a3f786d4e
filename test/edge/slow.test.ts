/** Clients that send or read too slowly, on purpose or not, must cost us nearly nothing. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import restify from 'restify';
import { mountDirectLine } from '../../adapters/web/index.ts';
import type { Counsellor, Line } from '../../bot/port.ts';
import { Client } from '../web/client.ts';
import { SECRET, startService, type TestService } from '../web/service.ts';
import { dial, parsed, readAll } from './raw.ts';

const PATIENCE = { headersTimeout: 300, requestTimeout: 600, timeout: 500, connectionsCheckingInterval: 50 };

/** The number that has not changed for 300 ms, once it is above 0. */
async function standing(count: () => number): Promise<number> {
  const late = Date.now() + 10_000;
  for (let seen = 0, since = Date.now(); Date.now() < late; await sleep(20)) {
    if (count() !== seen) [seen, since] = [count(), Date.now()];
    else if (seen > 0 && Date.now() - since > 300) return seen;
  }
  throw new Error('The count does not stand still');
}

let service: TestService;
const errors: object[] = [];
beforeAll(async () => void (service = await startService({ patience: PATIENCE, errors })));
afterAll(() => service.stop());
afterEach(() => expect(errors).toEqual([]));

/** Answer and milliseconds until the connection was closed. */
async function until(start: string, drip = ''): Promise<{ status: number; body: string; ms: number }> {
  const socket = await dial(service.url);
  const began = performance.now();
  const answer = readAll(socket, 4_000);
  socket.write(start);
  const dripping = drip && setInterval(() => socket.writable && socket.write(drip), 50);
  const { status, body } = parsed(await answer);
  if (dripping) clearInterval(dripping);
  return { status, body, ms: performance.now() - began };
}

test('a head that does not end is ended', async () => {
  const { status, body, ms } = await until('GET / HTTP/1.1\r\n', 'X-Slow: 1\r\n');
  expect([status, JSON.parse(body)]).toEqual([408, expect.objectContaining({ code: 'too_slow' })]);
  expect(ms).toBeLessThan(3_000);
});

test('a connection that says nothing is closed', async () => {
  const { ms } = await until('');
  expect(ms).toBeLessThan(3_000);
});

test.each(['/v3/directline/conversations', '/v3/directline/tokens/generate'])(
  'a body that drips in is ended: %s',
  async (path) => {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`;
    const { status, ms } = await until(head, ' ');
    expect(status).toBe(408);
    expect(ms).toBeLessThan(3_000);
  },
);

test('an upload that never ends is ended', async () => {
  const { conversationId, token } = await new Client(service.url).start();
  const head = `POST /v3/directline/conversations/${conversationId}/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const { status, ms } = await until(head, `400\r\n${'x'.repeat(0x400)}\r\n`);
  expect(status).toBe(408);
  expect(ms).toBeLessThan(3_000);
  // Nothing of it was said.
  expect((await new Client(service.url).read({ conversationId, token } as never)).activities).toEqual([]);
});

test('the next request of a connection may come later than the one before was allowed to take', async () => {
  const socket = await dial(service.url);
  const answer = readAll(socket, 3_000);
  const say = (more: string) => socket.write(`HEAD / HTTP/1.1\r\nHost: x\r\n${more}\r\n`);
  say('');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  say('Connection: close\r\n');
  expect((await answer).match(/200 OK/gu)).toHaveLength(2);
});

test('who asks much and reads nothing is let go', async () => {
  const socket = await dial(service.url);
  socket.pause();
  const began = performance.now();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  // A hundred answers at once fill what the system holds for both sides.
  socket.write('GET /widget.js HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(2_000));
  const looking = setInterval(
    () => socket.writable && socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    100,
  );
  await closed;
  clearInterval(looking);
  expect(performance.now() - began).toBeLessThan(5_000);
}, 10_000);

describe('a stream whose client does not read', () => {
  /** A counsellor who hardly ever stops talking: 200 MB. */
  const endless = (asked: { lines: number }) => {
    const line = (id: number): Line => ({
      id,
      at: '2026-01-15T09:00:00.000Z',
      incoming: {
        channel: 'web',
        person: 'x',
        eventId: String(id),
        at: '2026-01-15T09:00:00.000Z',
        input: { kind: 'text', text: 'x'.repeat(10_000) },
      },
    });
    return {
      receive: async () => {},
      transcript: async (_channel, _person, after, limit = 200) => {
        asked.lines += limit;
        await new Promise((resolve) => setImmediate(resolve));
        if (asked.lines > 20_000) return [];
        return Array.from({ length: limit }, (_, i) => line(after + 1 + i));
      },
      onLine: () => () => {},
      due: async () => [],
      settle: async () => {},
      idle: async () => {},
    } as Counsellor;
  };

  const cleanups: (() => void)[] = [];
  afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

  test('holds one part of the history and no more, and is ended when it does not answer', async () => {
    const asked = { lines: 0 };
    const server = restify.createServer({ name: '' });
    const web = mountDirectLine(server, endless(asked), {
      tokenSecret: SECRET,
      log: { warn() {}, error() {} },
      heartbeatMs: 700,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const url = `http://127.0.0.1:${server.address().port}`;
    cleanups.push(() => {
      web.close();
      server.close();
      server.server.closeAllConnections();
    });
    const { body } = await new Client(url).call('POST', 'tokens/generate', undefined, {});
    const before = process.memoryUsage().rss;

    const socket = await dial(url);
    cleanups.push(() => socket.destroy());
    socket.pause();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    const key = createHash('sha1').update('x').digest().subarray(0, 16).toString('base64');
    socket.write(
      `GET /v3/directline/conversations/${body.conversationId}/stream?t=${body.token} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    const lines = await standing(() => asked.lines);
    expect(lines).toBeGreaterThan(0);
    // What the system buffers between two programs of one machine, some megabytes, and then no more.
    expect(lines * 10_000).toBeLessThan(64 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);

    // Two heartbeats later it is gone, and nobody reads for it any more.
    const connections = () =>
      new Promise<number>((resolve) =>
        server.server.getConnections((_: Error | null, count: number) => resolve(count)),
      );
    const late = Date.now() + 10_000;
    // The keep-alive one of the first request may stay.
    while ((await connections()) > 1 && Date.now() < late) await sleep(50);
    expect(await connections()).toBeLessThanOrEqual(1);
    expect(asked.lines).toBe(lines);
    socket.resume();
    await closed;
  });
});
