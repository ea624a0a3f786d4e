import WebSocket from 'ws';
import type { Service } from '../../server.ts';
import { newPerson, said, startStandin } from '../line/standin/index.ts';
import { startWhole } from '../support/service.ts';
import { Client, listen, type Body } from '../web/client.ts';

const running: { stop(): Promise<void> }[] = [];
const start = async (settings: Record<string, string>): Promise<Service> => {
  const service = await startWhole(settings);
  running.push(service);
  return service;
};
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const message = (text: string) => ({ type: 'message', text, locale: 'en' });
/** Somebody behind a proxy of ours, who claims to be somebody else as well. */
const at = (address: string) => ({ 'x-forwarded-for': `6.6.6.6, ${address}` });

describe('requests of one address', () => {
  test('too many are refused with a problem and the time to wait; others are not', async () => {
    const { url } = await start({ REQUESTS_PER_MINUTE: '12', TRUST_PROXY: '1' });
    const get = (address: string, path = '/api/v1/wages?occupation=156') =>
      fetch(url + path, { headers: at(address) });
    for (let i = 0; i < 3; i++) expect((await get('192.0.2.1')).status).toBe(200);
    const refused = await get('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(5);
    for (const path of ['/', '/occupations/156', '/pictures/map.svg', '/nothing', '/widget.js']) {
      expect([path, (await get('192.0.2.1', path)).status]).toEqual([path, 429]);
    }
    expect((await get('192.0.2.2')).status).toBe(200);
    // Probes of the operator are always answered.
    expect([(await get('192.0.2.1', '/healthz')).status, (await get('192.0.2.1', '/readyz')).status]).toEqual(
      [200, 200],
    );
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + 50));
    expect((await get('192.0.2.1')).status).toBe(200);
  }, 15_000);

  test('lying about the address does not help without a proxy', async () => {
    const { url } = await start({ REQUESTS_PER_MINUTE: '8' });
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async (_, i) => (await fetch(url, { headers: at(`192.0.2.${i}`) })).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
  });

  test('Direct Line refuses in the shape and with the headers its clients can read', async () => {
    const { url } = await start({ REQUESTS_PER_MINUTE: '8', ALLOWED_ORIGINS: 'https://city.example' });
    const client = new Client(url);
    const from = { Origin: 'https://city.example' };
    for (let i = 0; i < 2; i++)
      expect((await client.call('POST', 'conversations', undefined, {}, from)).status).toBe(201);
    const { status, body, headers } = await client.call('POST', 'conversations', undefined, {}, from);
    expect([status, body]).toEqual([
      429,
      { error: { code: 'TooManyRequests', message: expect.any(String) } },
    ]);
    expect(headers.get('access-control-allow-origin')).toBe('https://city.example');
    expect(headers.get('access-control-expose-headers')).toBe('Retry-After');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a picture that must be drawn counts as twenty', async () => {
    const { url } = await start({ REQUESTS_PER_MINUTE: '160' });
    expect((await fetch(`${url}/occupations/156/preview.png`)).status).toBe(200);
    expect((await fetch(`${url}/occupations//26/preview.png`)).status).toBe(200);
    expect((await fetch(`${url}/occupations/27/preview.png`)).status).toBe(429);
  });

  test('another spelling of an address is the same address, for limits and for origins', async () => {
    const { url } = await start({ REQUESTS_PER_MINUTE: '400', ALLOWED_ORIGINS: 'https://good.example' });
    const drawn = ['/occupations/1/%70review.png', '/occupations/1/previe%77%2epng'];
    const statuses = [];
    for (let i = 0; i < 8; i++) statuses.push((await fetch(url + drawn[i % 2]!)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    const begun = await start({ ALLOWED_ORIGINS: 'https://good.example' });
    const begin = (path: string) =>
      fetch(begun.url + path, { method: 'POST', headers: { origin: 'https://evil.example' } });
    for (const path of [
      '/v3/directline/conversations',
      '/v3/%64irectline/conversations',
      '/%76%33/directline/conversations',
    ])
      expect([path, (await begin(path)).status]).toEqual([path, 403]);
  }, 20_000);

  test('a school is let through: 200 people behind one address, a tap a second', async () => {
    const { url } = await start({});
    const client = new Client(url);
    const conversations = await Promise.all(Array.from({ length: 200 }, () => client.start()));
    expect(conversations.filter(({ token }) => token === undefined)).toEqual([]);
    const taps = await Promise.all(
      [1, 2, 3].flatMap(() =>
        conversations.map(async (one) => (await client.post(one, message('menu'))).status),
      ),
    );
    expect(new Set(taps)).toEqual(new Set([200]));
  }, 60_000);
});

describe('conversations', () => {
  test('only so many new ones an hour from one address; those under way go on', async () => {
    const { url } = await start({ CONVERSATIONS_PER_HOUR: '3' });
    const client = new Client(url);
    const mine = await client.start();
    // A token is a conversation begun; entering it is no second one.
    const { body } = await client.call('POST', 'tokens/generate', undefined, {});
    expect((await client.call('POST', 'conversations', body.token, {})).status).toBe(201);
    expect((await client.call('POST', 'conversations', undefined, {})).status).toBe(201);
    for (const path of ['conversations', 'tokens/generate']) {
      const refused = await client.call('POST', path, undefined, {});
      expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 1200]);
    }
    expect((await client.post(mine, message('menu'))).status).toBe(200);
    expect((await client.call('POST', 'tokens/refresh', mine.token)).status).toBe(200);
  });

  test('messages of one are counted by how much there is to keep, and one sent again later arrives', async () => {
    const { url } = await start({ MESSAGES_PER_MINUTE: '30' });
    const client = new Client(url);
    const [mine, other] = [await client.start(), await client.start()];
    expect((await client.post(mine, message('x'.repeat(9_000)))).status).toBe(200); // counts as 19
    const posted = await Promise.all(Array.from({ length: 20 }, () => client.post(mine, message('menu'))));
    const refused = posted.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(9);
    expect(refused[0]).toMatchObject({ body: { error: { code: 'TooManyRequests' } } });
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeLessThanOrEqual(2);
    // Reading is not talking, and others are others.
    expect((await client.read(mine)).activities.length).toBeGreaterThan(0);
    expect((await client.post(other, message('menu'))).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await client.post(mine, message('menu'))).status).toBe(200);
  });

  test('the longest questionnaire, tapped as fast as anybody can, is not too fast', async () => {
    const { url } = await start({});
    const client = new Client(url);
    const mine = await client.start();
    const statuses = new Set<number>();
    for (let i = 0; i < 150; i++) statuses.add((await client.post(mine, message(`${(i % 5) + 1}`))).status);
    expect(statuses).toEqual(new Set([200]));
  }, 60_000);
});

describe('streams', () => {
  const opened = (streamUrl: string): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(streamUrl);
      socket.once('open', () => resolve(socket));
      socket.once('error', reject);
    });
  const refusal = (streamUrl: string, headers: Record<string, string> = {}) =>
    new Promise<[status: number, retryAfter: string | undefined]>((resolve) => {
      const socket = new WebSocket(streamUrl, { headers });
      socket.on('error', () => {});
      socket.once('unexpected-response', (_, { statusCode, headers }) => {
        resolve([statusCode!, headers['retry-after']]);
        socket.terminate();
      });
      socket.once('open', () => resolve([101, undefined]));
    });
  const ended = (socket: WebSocket) => new Promise((resolve) => socket.once('close', resolve));

  test('only so many of one address at the same time; one that ends makes room', async () => {
    const { url } = await start({ STREAMS_PER_ADDRESS: '2' });
    const client = new Client(url);
    const [a, b, c] = (await Promise.all([client.start(), client.start(), client.start()])) as [
      Body,
      Body,
      Body,
    ];
    const [first] = await Promise.all([opened(a.streamUrl), opened(b.streamUrl)]);
    expect(await refusal(c.streamUrl)).toEqual([429, '30']);
    first.close();
    await ended(first);
    (await opened(c.streamUrl)).terminate();
  });

  test('ten windows of one conversation are enough', async () => {
    const { url } = await start({});
    const { streamUrl } = await new Client(url).start();
    const sockets = await Promise.all(Array.from({ length: 10 }, () => opened(streamUrl)));
    expect(await refusal(streamUrl)).toEqual([429, '30']);
    for (const socket of sockets) socket.terminate();
  });

  test('count as requests, and ask which page they come from', async () => {
    const { url } = await start({ ALLOWED_ORIGINS: 'https://*.city.example', REQUESTS_PER_MINUTE: '40' });
    const { streamUrl } = await new Client(url).start({ locale: 'en' });
    expect(await refusal(streamUrl, { Origin: 'https://city.example.evil.example' })).toEqual([
      403,
      undefined,
    ]);
    expect(await refusal(streamUrl, { Origin: 'https://help.city.example' })).toEqual([101, undefined]);
    expect((await listen(streamUrl, (seen) => seen.length > 0)).length).toBeGreaterThan(0);
    const statuses = await Promise.all(Array.from({ length: 12 }, () => refusal(streamUrl)));
    expect(statuses.filter(([status]) => status === 429).length).toBeGreaterThan(0);
  });
});

describe('other sites', () => {
  test('only those of the list may ask, and our own pages; the script is for all', async () => {
    const { url } = await start({ ALLOWED_ORIGINS: 'https://city.example,https://*.pref.example' });
    const client = new Client(url);
    const begin = (Origin: string) => client.call('POST', 'conversations', undefined, {}, { Origin });
    for (const origin of ['https://city.example', 'https://jobs.pref.example', url]) {
      const { status, headers } = await begin(origin);
      expect([origin, status, headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([
        origin,
        201,
        origin,
        'Origin',
      ]);
    }
    for (const origin of ['https://evil.example', 'https://pref.example', 'http://city.example', 'null']) {
      const { status, headers, body } = await begin(origin);
      expect([origin, status, headers.get('access-control-allow-origin')]).toEqual([origin, 403, null]);
      expect(body).toMatchObject({ error: { code: 'Forbidden' } });
      const asked = await client.call('OPTIONS', 'conversations', undefined, undefined, { Origin: origin });
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    }
    const script = await fetch(`${url}/widget.js`, { headers: { Origin: 'https://evil.example' } });
    expect(script.headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('a flood that LINE did not sign is refused, and does not keep LINE out', async () => {
  const standin = await startStandin();
  running.push(standin);
  const service = await start({
    LINE_CHANNEL_SECRET: standin.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: standin.channelAccessToken,
    LINE_API_BASE_URL: standin.url,
    REQUESTS_PER_MINUTE: '160',
  });
  standin.webhook = `${service.url}/line/webhook`;
  const body = JSON.stringify({ events: [] });
  const statuses = [];
  for (let i = 0; i < 8; i++) statuses.push((await standin.post(body, 'A'.repeat(44))).status);
  expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401]);
  expect(statuses.slice(4)).toEqual([429, 429, 429, 429]);
  // The same address as the flood, as behind a proxy that nobody told us of.
  for (let i = 0; i < 60; i++) expect((await standin.deliver([])).status).toBe(200);
  const person = newPerson();
  await standin.deliver([said(person, 'menu')]);
  await standin.waitFor(person, 1);
});
