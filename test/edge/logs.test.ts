/**
 * What a whole service writes while people talk with it, good requests and bad, LINE failing: no word they typed, no
 * id, no token, no address. It runs as `npm start` runs it, with everything logged that can be, and all it writes is
 * searched, whoever wrote it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { followed, newPerson, said, startStandin, tapped, type Standin } from '../line/standin/index.ts';
import { ROOT } from '../support/house.ts';
import { Client, listen } from '../web/client.ts';
import { ask, sayRaw } from './raw.ts';

/** In every text that a person sends here. */
const MARKER = 'himitsu-no-kotoba';
/** Addresses that a proxy names. */
const ADDRESS = '203.0.113.77';

let standin: Standin;
let service: ChildProcess;
let url = '';
let written = '';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function start(more: Record<string, string> = {}): Promise<void> {
  const port = await freePort();
  const flags = (
    JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
  ).scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'));
  service = spawn(path.join(ROOT, 'node_modules/.bin/node'), [...flags, 'server.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'trace',
      NODE_ENV: 'production',
      TRUST_PROXY: '1',
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'shirube-logs-')),
      LINE_CHANNEL_SECRET: standin.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: standin.channelAccessToken,
      LINE_API_BASE_URL: standin.url,
      ...more,
    },
  });
  service.stdout!.on('data', (chunk: Buffer) => (written += chunk.toString()));
  service.stderr!.on('data', (chunk: Buffer) => (written += chunk.toString()));
  url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    try {
      if ((await fetch(`${url}/readyz`)).ok) break;
    } catch (error) {
      if (tries > 400 || service.exitCode !== null)
        throw new Error(`It did not start: ${written}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  standin.webhook = `${url}/line/webhook`;
}

async function stop(): Promise<void> {
  if (service.exitCode !== null) return;
  const ended = new Promise((resolve) => service.once('exit', resolve));
  service.kill('SIGTERM');
  await ended;
}

beforeAll(async () => {
  standin = await startStandin();
  await start();
}, 60_000);
afterAll(async () => {
  await stop();
  await standin.stop();
});

const proxied = {
  'x-forwarded-for': `${MARKER}, ${ADDRESS}`,
  'user-agent': `${MARKER}/1.0`,
  cookie: `a=${MARKER}`,
};

test('nothing that people say, and nothing that names them, is written down', async () => {
  const secrets = new Set([MARKER, ADDRESS, standin.channelSecret, standin.channelAccessToken]);

  // A conversation on the web, its stream, an upload, and every mistake a client can make.
  const client = new Client(url);
  const begun = await client.call(
    'POST',
    'conversations',
    undefined,
    { locale: 'en', user: { id: MARKER } },
    proxied,
  );
  const mine = begun.body;
  for (const secret of [mine.conversationId, mine.token, mine.resumeToken]) secrets.add(secret);
  const message = (more: object) => ({
    type: 'message',
    locale: 'en',
    from: { id: MARKER, name: MARKER },
    ...more,
  });
  const stream = listen(mine.streamUrl, (seen) => seen.filter(({ from }) => from!.role === 'bot').length > 3);
  for (const activity of [
    message({ text: `${MARKER}` }),
    message({ text: `I am ${MARKER} and I want to die` }),
    message({ text: `${MARKER} ${'x'.repeat(9_000)}`, channelData: { clientActivityID: MARKER } }),
    message({ value: { payload: `go:${MARKER}` } }),
    message({ value: { payload: `occupation:open:${MARKER}` } }),
    message({ value: { payload: 'interests:open' } }),
    message({ attachments: [{ contentType: 'image/png', name: MARKER }] }),
    { type: MARKER },
    { [MARKER]: 1 },
    `{"type":"message","text":"${MARKER}`,
  ]) {
    expect((await client.post(mine, activity)).status).toBeLessThan(500);
  }
  await stream;
  await client.call('GET', `conversations/${mine.conversationId}/activities?watermark=${MARKER}`, mine.token);
  await client.call('GET', `conversations/${MARKER}/activities`, mine.token);
  await client.call(
    'GET',
    `conversations/${mine.conversationId}/activities`,
    `${MARKER}.${MARKER}.${MARKER}`,
  );
  await client.call('POST', 'tokens/refresh', `${mine.token}x`);
  await expect(listen(`${mine.streamUrl}${MARKER}`, () => true)).rejects.toThrow();

  // Programs and readers.
  for (const address of [
    `/api/v1/occupations?q=${MARKER}`,
    `/api/v1/occupations/${MARKER}`,
    `/${MARKER}`,
    `/go/${MARKER}`,
    `/?open=${MARKER}`,
    `/%ff${MARKER}`,
  ]) {
    await ask(url, 'GET', address, `X-Forwarded-For: ${ADDRESS}\r\nReferer: http://${MARKER}/\r\n`);
  }
  await sayRaw(url, `${MARKER}\r\n\r\n`);
  await sayRaw(
    url,
    `POST /api/v1/match HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\nConnection: close\r\n\r\n${MARKER}`,
  );
  for (const body of [`{"${MARKER}":1}`, `{"interests":"${MARKER}"}`, `"${MARKER}`]) {
    await fetch(`${url}/api/v1/match`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...proxied },
      body,
    });
  }

  // LINE: talking, refusing, failing, silent; forged and broken deliveries.
  const [person, blocked, unlucky] = [newPerson(), newPerson(), newPerson()];
  for (const one of [person, blocked, unlucky]) secrets.add(one);
  const deliver = async (events: Parameters<Standin['deliver']>[0]) => {
    for (const { replyToken, webhookEventId } of events)
      for (const id of [replyToken, webhookEventId]) if (id) secrets.add(id);
    return standin.deliver(events);
  };
  await deliver([followed(person)]);
  await deliver([said(person, MARKER), tapped(person, `go:${MARKER}`)]);
  await standin.waitFor(person, 3, 15_000);
  standin.block(blocked);
  await deliver([said(blocked, MARKER)]);
  for (const trouble of ['error', 'rateLimited', 'errorAfterwards', 'dropped'] as const)
    standin.trouble(trouble);
  await deliver([said(unlucky, MARKER)]);
  standin.trouble('droppedAfterwards');
  await deliver([said(person, `${MARKER} again`)]);
  await standin.post(`{"events":[{"type":"${MARKER}"}]}`);
  await standin.post(`{"events":"${MARKER}`);
  await standin.post(`{"events":[]}${MARKER}`, 'A'.repeat(44));
  await standin.waitFor(person, 4, 20_000);
  await standin.waitFor(unlucky, 1, 40_000);
  await stop();

  // It did write: of the start, of LINE's refusals, of the end.
  expect(written).toMatch(/Shirube listens/u);
  expect(written).toMatch(/"channel":"line"/u);
  expect(written).toMatch(/stopping/u);
  for (const secret of secrets)
    expect([secret.slice(0, 12), written.includes(secret)]).toEqual([secret.slice(0, 12), false]);
  expect(written).not.toMatch(/want to die|Bearer|replyToken|127\.0\.0\.1/u);
}, 90_000);
