import { request } from 'node:http';
import { Client } from './client.ts';
import { startService, type TestService } from './service.ts';

let service: TestService;
let client: Client;
const errors: object[] = [];

beforeAll(async () => {
  service = await startService({ errors });
  client = new Client(service.url);
});
afterAll(() => service.stop());
afterEach(() => expect(errors).toEqual([]));

const message = (text: string, more = {}) => ({
  type: 'message',
  from: { id: 'me' },
  text,
  locale: 'en',
  ...more,
});

test('an offer to upgrade to something else is answered in plain HTTP', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { Connection: 'Upgrade', Upgrade: 'h2c' };
    request(`${service.url}/`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});

describe('odd bodies', () => {
  test.each([
    ['not JSON', '{"type":', {}, 400],
    ['not an object', '[1]', {}, 400],
    ['nothing', '', {}, 400],
    ['no type', '{}', {}, 400],
    ['type is a number', '{"type":1}', {}, 400],
    ['another content type', '{"type":"message"}', { 'Content-Type': 'text/plain' }, 415],
    ['compressed', '{"type":"message"}', { 'Content-Encoding': 'gzip' }, 415],
    ['65 KB', JSON.stringify({ type: 'message', text: 'x'.repeat(65 * 1024) }), {}, 413],
  ])('%s', async (_, body, headers, status) => {
    const { conversationId, token } = await client.start();
    const answer = await client.call(
      'POST',
      `conversations/${conversationId}/activities`,
      token,
      body,
      headers,
    );
    expect(answer).toMatchObject({
      status,
      body: { error: { code: expect.any(String), message: expect.any(String) } },
    });
  });

  test('a body of unknown length is cut off at the limit', async () => {
    const { conversationId, token } = await client.start();
    const response = await fetch(`${service.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: new Blob(Array.from({ length: 40 }, () => 'x'.repeat(4096))).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  test('a long text is cut, broken Unicode mended, wrong types read as missing', async () => {
    const conversation = await client.start();
    const long = `${'a'.repeat(9_999)}😀b`;
    expect((await client.post(conversation, message(long))).status).toBe(200);
    const raw =
      '{"type":"message","text":"\\ud800 \\u0000 x","from":7,"locale":[],"channelData":"?","value":null,"attachments":{}}';
    expect((await client.post(conversation, raw)).status).toBe(200);
    expect((await client.post(conversation, { type: 'message' })).status).toBe(200);
    expect((await client.post(conversation, { type: 'typing' })).status).toBe(200);
    await service.idle();
    const sent = (await client.read(conversation)).activities.filter(({ from }) => from!.role === 'user');
    expect(sent.map(({ text }) => text)).toEqual(['a'.repeat(9_999), '\ufffd \u0000 x', '']);
  });

  test.each(['abc', '-1', '1e3', '99999999999999999999'])('watermark %s', async (watermark) => {
    const conversation = await client.start();
    expect(await client.read(conversation, watermark)).toMatchObject({ error: { code: 'BadArgument' } });
  });
});

describe('other sites', () => {
  const preflight = { Origin: 'https://city.example', 'Access-Control-Request-Method': 'POST' };

  test('may talk to us unless a list says who', async () => {
    const asked = await client.call('OPTIONS', 'conversations/x/activities', undefined, undefined, preflight);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization.*x-ms-bot-agent/i);

    const strict = await startService({ allowedOrigins: ['https://city.example'] });
    const at = new Client(strict.url);
    const origin = async (Origin: string) =>
      (await at.call('POST', 'conversations', undefined, {}, { Origin })).headers.get(
        'access-control-allow-origin',
      );
    expect(await origin('https://city.example')).toBe('https://city.example');
    expect(await origin('https://elsewhere.example')).toBeNull();
    await strict.stop();
  });

  test('never get JSONP', async () => {
    const { headers } = await client.call(
      'POST',
      'conversations?callback=x',
      undefined,
      {},
      { Accept: 'application/javascript' },
    );
    expect(headers.get('content-type')).toMatch('application/json');
  });
});
