import { execFile } from 'node:child_process';
import { get, type IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
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

test('the committed bundle is the one its sources make', async () => {
  await promisify(execFile)(process.execPath, ['scripts/web/build.ts', '--check']);
});

test('/widget.js is small, may be used by any site, and is not sent twice', async () => {
  const response = await fetch(`${service.url}/widget.js`);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(gzipSync(await response.text()).length).toBeLessThan(12 * 1024);
  const etag = response.headers.get('etag')!;
  const again = await fetch(`${service.url}/widget.js`, { headers: { 'If-None-Match': `W/${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(`${service.url}/widget.js`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
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

test.each([
  ['', 'en-US,en;q=0.9', 'en', 'What work'],
  ['', 'fr,vi;q=0.9', 'ja', '相談をはじめる'],
  ['', 'fr, ja;q=0.5, en;q=0.8', 'en', 'What work'],
  ['?lang=ja-easy', 'en', 'ja', 'お金はいりません'],
  ['?lang=xx', '', 'ja', '相談をはじめる'],
])('GET /%s for %s', async (query, languages, lang, words) => {
  const response = await fetch(`${service.url}/${query}`, { headers: { 'Accept-Language': languages } });
  const html = await response.text();
  expect(html).toContain(`<html lang="${lang}">`);
  expect(html).toContain(words);
  expect(html).not.toMatch(/\{\{|undefined/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(response.headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
});
