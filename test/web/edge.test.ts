/** What browsers do with our headers and limits: nothing is asked of anybody else, and nothing breaks. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';

let browser: Browser;
let service: Service;
let site: Server;
/** A page of somebody else with the bubble on it. */
let elsewhere = '';
const faults: string[] = [];
const asked = new Set<string>();
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
  site = createServer(({ url = '' }, response) => {
    const of = new URL(url, 'http://x').searchParams.get('of') ?? service.url;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      url.startsWith('/frame')
        ? `<!doctype html><title>x</title><iframe src="${of}"></iframe>`
        : `<!doctype html><html lang="en"><title>x</title><script src="${of}/widget.js" data-open defer></script>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await service?.stop();
});
beforeEach(() => asked.clear());
afterEach(() => expect(faults.splice(0)).toEqual([]));

async function visit(address: string, ignored = /ERR_|WebSocket|Failed to load/u): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const note = (url: string) => void (/^(?:data|blob|about):/u.test(url) || asked.add(new URL(url).host));
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && !ignored.test(line.text())) faults.push(line.text());
  });
  await page.goto(address, { waitUntil: 'load' });
  return page;
}
const host = (url: string) => new URL(url).host;
const question = (page: Page) => page.locator('.question:not(.answered)');

test.each([
  '/?lang=en',
  '/occupations/156?lang=en&prefecture=13',
  '/occupations/999999?lang=ja',
  '/glossary?lang=ja-easy',
  '/go/hellowork?occupation=156&prefecture=13&lang=en',
  '/pictures/map.svg',
  '/api/v1/occupations?q=nurse',
])('%s asks nothing of anybody else', async (address) => {
  const page = await visit(service.url + address);
  await page.waitForLoadState('networkidle');
  expect([...asked]).toEqual([host(service.url)]);
  await page.context().close();
});

test('nor does the open bubble, with words, cards and the picture of the town', async () => {
  const page = await visit(`${service.url}/?lang=en&open=browse:map:all`);
  await question(page).locator('[data-payload="browse:list:sea"]').waitFor();
  await page.locator('textarea, input').last().fill('nurse');
  await page.keyboard.press('Enter');
  await page.locator('.card').first().waitFor();
  expect([...asked]).toEqual([host(service.url)]);
  await page.context().close();
});

describe('on a page of another site', () => {
  test('the bubble asks only us', async () => {
    const page = await visit(`${elsewhere}/`);
    await question(page).waitFor();
    expect([...asked].sort()).toEqual([host(elsewhere), host(service.url)].sort());
    await page.context().close();
  });

  test('it stays silent where the setting does not name the site, and talks where it does', async () => {
    const strict = await startWhole({ ALLOWED_ORIGINS: 'https://city.example' });
    const refused = await visit(`${elsewhere}/?of=${strict.url}`, /ERR_|CORS|Failed to load/u);
    await refused.locator('.status:not([hidden])').waitFor();
    expect(await question(refused).count()).toBe(0);
    await refused.context().close();
    await strict.stop();
    const kind = await startWhole({ ALLOWED_ORIGINS: elsewhere });
    const welcome = await visit(`${elsewhere}/?of=${kind.url}`);
    await question(welcome).waitFor();
    await welcome.context().close();
    await kind.stop();
  });

  test('none of our pages lets itself be framed', async () => {
    for (const path of [
      '/',
      '/occupations/156',
      '/glossary',
      '/go/hellowork?occupation=156',
      '/api/v1/sources',
    ]) {
      const page = await visit(
        `${elsewhere}/frame?of=${encodeURIComponent(service.url + path)}`,
        /frame|ERR_/iu,
      );
      const [, frame] = page.frames();
      await page.waitForTimeout(200);
      expect([path, frame!.url().startsWith(service.url)]).toEqual([path, false]);
      await page.context().close();
    }
  });
});

test('who is too quick is told so kindly, loses nothing and is heard a moment later', async () => {
  const slow = await startWhole({ MESSAGES_PER_MINUTE: '20' });
  const context = await browser.newContext({ viewport: DESKTOP });
  const page = await context.newPage();
  await page.goto(`${slow.url}/?lang=en`);
  await page.locator('[data-shirube-open]').click();
  await question(page).waitFor();
  const input = page.locator('textarea, input').last();
  for (let i = 0; i < 22; i++) {
    await input.fill(`word ${i}`);
    await page.keyboard.press('Enter');
  }
  await page.locator('.unsent').first().waitFor();
  await page.locator('.unsent').first().scrollIntoViewIfNeeded();
  await picture(page, 'too-quick');
  expect(await page.locator('.unsent').first().innerText()).toMatch(/Not sent yet/u);
  // Every three seconds there is room for one more: all arrive by themselves.
  await page.locator('.unsent').first().waitFor({ state: 'detached', timeout: 45_000 });
  await context.close();
  await slow.stop();
}, 90_000);
