import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

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
  expect(response.headers.get('vary')).toBe('Accept-Language');
});
