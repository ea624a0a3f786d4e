/** What is sent often goes out compressed, to whoever takes it. */
import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

/** The answer as it travels, still compressed. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(service.url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['gzip;q=0.5', 'gzip'],
  ['identity', undefined],
  ['gzip;q=0', undefined],
])('/widget.js for a client that takes %s is sent as %s', async (takes, coding) => {
  const plain = await (await fetch(`${service.url}/widget.js`)).text();
  const { headers, body } = await raw('/widget.js', { 'Accept-Encoding': takes });
  expect(headers['content-encoding']).toBe(coding);
  expect(headers.vary).toBe('Accept-Encoding');
  expect(Number(headers['content-length'])).toBe(body.length);
  expect(coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body).toEqual(
    Buffer.from(plain),
  );
  // Another coding, another tag; whoever has any of them is not sent it again.
  expect(headers.etag).toMatch(
    coding === undefined ? /^"[\w-]{22}"$/u : new RegExp(`^"[\\w-]{22}-${coding}"$`, 'u'),
  );
  const again = await raw('/widget.js', { 'Accept-Encoding': takes, 'If-None-Match': headers.etag! });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
});

test('the demo page comes compressed too; one that opens on something is made for that request and does not', async () => {
  const gzip = { 'Accept-Encoding': 'gzip' };
  expect((await raw('/?lang=en', gzip)).headers['content-encoding']).toBe('gzip');
  const asked = await raw('/?lang=en&open=occupation:open:156', gzip);
  expect(asked.headers['content-encoding']).toBeUndefined();
  expect(asked.body.toString()).toContain('occupation:open:156');
});
