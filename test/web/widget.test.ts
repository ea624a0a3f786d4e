import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

test('the committed bundles are the ones their sources make', async () => {
  await promisify(execFile)(process.execPath, ['scripts/web/build.ts', '--check']);
});

/** Bytes of an answer once they are compressed, as a proxy does it. */
const gzipped = async (path: string) => gzipSync(await (await fetch(service.url + path)).text()).length;
/** Where the embed finds the conversation. */
const conversationPath = async () =>
  `/${/widget\/conversation-[0-9a-f]{16}\.js/u.exec(await (await fetch(`${service.url}/widget.js`)).text())![0]}`;

test('small until it is opened, and small in all', async () => {
  const [embed, conversation] = [await gzipped('/widget.js'), await gzipped(await conversationPath())];
  expect(embed).toBeLessThan(6 * 1024);
  expect(embed + conversation).toBeLessThan(30 * 1024);
});

test('/widget.js may be used by any site, and is not sent twice', async () => {
  const response = await fetch(`${service.url}/widget.js`);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const etag = response.headers.get('etag')!;
  const again = await fetch(`${service.url}/widget.js`, { headers: { 'If-None-Match': `W/${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(`${service.url}/widget.js`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('/furigana.json may be used by any site, and is not sent twice', async () => {
  const response = await fetch(`${service.url}/furigana.json`);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const text = await response.text();
  expect((JSON.parse(text) as Record<string, string>)['今日']).toBe('きょう');
  expect(gzipSync(text).length).toBeLessThan(24 * 1024);
  const known = { 'If-None-Match': response.headers.get('etag')! };
  expect((await fetch(`${service.url}/furigana.json`, { headers: known })).status).toBe(304);
});

test('the conversation is kept for good under its own name, and an old embed gets today’s', async () => {
  const path = await conversationPath();
  const own = await fetch(service.url + path);
  expect(own.headers.get('cache-control')).toContain('immutable');
  expect(own.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(own.headers.get('access-control-allow-origin')).toBe('*');
  const old = await fetch(`${service.url}/widget/conversation-0123456789abcdef.js`);
  expect([old.status, old.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(await old.text()).toBe(await own.text());
  // Another try after a failure asks under another address.
  expect((await fetch(`${service.url}${path}?2`, { method: 'HEAD' })).headers.get('cache-control')).toContain(
    'immutable',
  );
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
