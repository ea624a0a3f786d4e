import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { answer, progress, question, startQuestions, visitor } from './talking.ts';

/** A page of another site: its head, its body, and headers of its own. `WIDGET` is where the script comes from. */
interface Site {
  readonly type?: string;
  readonly policy?: string;
  readonly html: string;
}

const TAG = '<script src="WIDGET" data-lang="en" defer="defer"></script>';
const SITES: Readonly<Record<string, Site>> = {
  plain: { html: `<!doctype html><title>t</title><body><h1>Plain</h1>${TAG}` },
  'styles that fight everything': {
    html: `<!doctype html><title>t</title><style>
      * { all: unset !important; }
      html { font-size: 60px !important; direction: rtl !important; line-height: 4 !important; letter-spacing: 1em !important; }
      button, section, dialog, ul { display: none !important; }
      shirube-bubble, html > * { display: none !important; opacity: 0 !important; transform: scale(3) !important; visibility: hidden !important; width: 1px !important; position: static !important; }
      </style><body dir="rtl"><h1>Hostile</h1>${TAG}`,
  },
  'a body that is turned, and things above everything': {
    html: `<!doctype html><title>t</title><style>
      html { overflow: hidden; transform: translateY(40px) scale(.7); filter: sepia(1); }
      body { transform: rotate(20deg) scale(.4); filter: blur(3px); opacity: .5; overflow: hidden; height: 90px; contain: strict; }
      .cover, dialog { position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 2147483647; background: #fcc; }
      </style><body><dialog open>Not modal</dialog>${TAG}</body><div class="cover">Cookies!</div>`,
  },
  'a page of old, as XML': {
    type: 'application/xhtml+xml',
    html: `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>t</title></head><body><table><tr><td>Old</td></tr></table>${TAG}</body></html>`,
  },
  'no doctype': { html: `<center><font size="7">Older</font></center>${TAG}` },
  'a policy by host, with Trusted Types': {
    policy: `default-src 'none'; script-src ORIGIN; connect-src ORIGIN ws:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'`,
    html: `<!doctype html><title>t</title><body>${TAG}`,
  },
  'a policy by nonce, with Trusted Types': {
    policy: `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ORIGIN ws:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'`,
    html: `<!doctype html><title>t</title><body>${TAG.replace('<script', '<script nonce="abc"')}`,
  },
  'the same script three times': { html: `<!doctype html><title>t</title>${TAG}<body>${TAG}${TAG}` },
};
const at = (name: string) => `/${Object.keys(SITES).indexOf(name)}`;

let browser: Browser;
let service: TestService;
let host: Server;
let address: string;
const faults: string[] = [];
const visit = visitor(() => browser, faults);

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService()]);
  host = createServer((request, response) => {
    const { type = 'text/html', policy, html } = Object.values(SITES)[Number(request.url!.slice(1))] ?? {};
    const fill = (text: string) =>
      text.replaceAll('WIDGET', `${service.url}/widget.js`).replaceAll('ORIGIN', service.url);
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    if (policy !== undefined) response.setHeader('Content-Security-Policy', fill(policy));
    response.end(html === undefined ? '' : fill(html));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  host.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** Where everything in the bubble is and how it looks: what a page could change. */
const looks = (page: Page) =>
  page.evaluate<string[]>(`
    [...document.querySelector('shirube-bubble').shadowRoot.querySelectorAll('.launch, .panel, .panel *')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return [
          ...[element.localName, ...element.classList, ...[x, y, width, height].map(Math.round)],
          ...['color', 'backgroundColor', 'fontSize', 'fontWeight', 'direction', 'textAlign', 'letterSpacing', 'opacity'].map((name) => style[name]),
        ].join(' ');
      })`);

/** Whether the bubble is what is seen, and hit, at the middle of one of its elements. */
const isOnTop = (page: Page, selector: string) =>
  page.evaluate<boolean>(`{
    const element = document.querySelector('shirube-bubble').shadowRoot.querySelector('${selector}');
    const { x, y, width, height } = element.getBoundingClientRect();
    document.elementFromPoint(x + width / 2, y + height / 2)?.localName === 'shirube-bubble';
  }`);

/** Has the page keep every layout shift that a person did not cause, as Cumulative Layout Shift counts them. */
const KEEP_SHIFTS = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts.push(entry.toJSON());
  }).observe({ type: 'layout-shift', buffered: true });`;

describe('on the pages of others', () => {
  const plain: string[][] = [];
  test.each(Object.keys(SITES))('%s', async (name) => {
    const page = await visit(address + at(name), { viewport: DESKTOP });
    await page.locator('.launch').waitFor();
    expect(await page.locator('shirube-bubble').count()).toBe(1);
    expect(await isOnTop(page, '.launch')).toBe(true);
    const closed = await looks(page);
    await page.mouse.click(DESKTOP.width - 60, DESKTOP.height - 50);
    await question(page).waitFor();
    await page.waitForTimeout(300);
    expect(await isOnTop(page, '.log')).toBe(true);
    const opened = await looks(page);
    await picture(page, `embed-${Object.keys(SITES).indexOf(name)}`);
    if (name === 'plain') plain.push(closed, opened);
    expect([closed, opened]).toEqual(plain);
    expect(opened.length).toBeGreaterThan(30);
    // A keyboard and a pointer both work.
    await page.keyboard.press('2');
    await page.locator('.chosen').waitFor();
    await page.context().close();
  });
});

test.each([
  ['takes it away', `document.querySelector('shirube-bubble').remove()`],
  ['empties everything', `document.documentElement.replaceChildren(document.createElement('body'))`],
  ['swaps its body and runs its scripts again', `swap()`],
])('a page that %s: the conversation stays', async (_, act) => {
  const page = await visit(address + at('plain'), { viewport: DESKTOP });
  await page.locator('.launch').click();
  await startQuestions(page);
  await answer(page, () => page.keyboard.press('4'));
  await page.evaluate(`{
    const src = document.querySelector('script').src;
    globalThis.swap = () => {
      history.pushState({}, '', '/0?next');
      const body = document.createElement('body');
      body.append(Object.assign(document.createElement('script'), { src }), 'The next page');
      document.documentElement.replaceChild(body, document.body);
    };
    ${act};
  }`);
  await page.waitForTimeout(200);
  expect(await page.locator('shirube-bubble').count()).toBe(1);
  expect(await isOnTop(page, '.log')).toBe(true);
  expect(await progress(page)).toBe('1');
  await page.locator('.question:not(.answered) button').nth(2).click({ delay: 250 });
  await page.locator('[role=progressbar][aria-valuenow="2"]').waitFor();
  await page.context().close();
});

test('a page that takes it away again and again means it', async () => {
  const page = await visit(address + at('plain'), { viewport: DESKTOP });
  await page.locator('.launch').waitFor();
  await page.evaluate(`new MutationObserver(() => document.querySelector('shirube-bubble')?.remove()).observe(document.documentElement, { childList: true });
    document.querySelector('shirube-bubble').remove()`);
  await page.waitForTimeout(300);
  expect(await page.locator('shirube-bubble').count()).toBe(0);
  await page.context().close();
});

test('a page’s own shortcuts are not run by what is typed in the bubble', async () => {
  const page = await visit(address + at('plain'), { viewport: DESKTOP });
  await page.evaluate(`addEventListener('keydown', () => { globalThis.ran = (globalThis.ran ?? 0) + 1 })`);
  await page.locator('.launch').click();
  await question(page).waitFor();
  await page.locator('textarea').fill('');
  await page.keyboard.type('search');
  expect(await page.evaluate('globalThis.ran')).toBeUndefined();
  await page.context().close();
});

test.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
])(
  'nothing moves on a %s, nothing is fetched before it is opened, and never from elsewhere',
  async (_, viewport) => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.addInitScript(KEEP_SHIFTS);
    await page.goto(`${service.url}/?lang=en`);
    await page.locator('.launch').waitFor();
    await page.waitForTimeout(500);
    const paths = () => asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).pathname);
    expect(paths()).toEqual(['/', '/widget.js']);
    // Only pointing at it loads the rest.
    await page.locator('[data-shirube-open]').hover();
    await page.waitForTimeout(500);
    expect(paths().slice(2)).toEqual([expect.stringMatching(/^\/widget\/conversation-[0-9a-f]{16}\.js$/)]);
    await page.locator('[data-shirube-open]').click();
    await startQuestions(page);
    for (const key of ['1', '5']) await answer(page, () => page.keyboard.press(key));
    await page.waitForTimeout(600);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(600);
    expect(await page.evaluate('globalThis.shifts')).toEqual([]);
    // Nor when it comes back by itself, with all that was said.
    await page.locator('.launch').click();
    await page.reload();
    await question(page).waitFor();
    await page.waitForTimeout(600);
    expect(await page.evaluate('globalThis.shifts')).toEqual([]);
    expect(new Set(asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).host))).toEqual(
      new Set([new URL(service.url).host]),
    );
    await context.close();
  },
);

test('without a connection the launcher says so, and opens as soon as it can', async () => {
  const page = await visit(address + at('plain'), { viewport: DESKTOP });
  await page.route('**/widget/**', (route) => route.abort());
  await page.locator('.launch').click();
  await page.locator('.wait', { hasText: 'can’t connect' }).waitFor();
  await picture(page, 'embed-offline');
  // It keeps trying, until it is told not to.
  await page.waitForRequest('**/widget/**');
  await page.locator('.wait button').click();
  await page.locator('.wait', { hasText: 'connect' }).waitFor({ state: 'detached' });
  expect(await page.locator('.launch').getAttribute('aria-busy')).toBeNull();
  await page.locator('.launch').click();
  await page.locator('.wait', { hasText: 'can’t connect' }).waitFor();
  await page.unroute('**/widget/**');
  await question(page).waitFor();
  await page.context().close();
});
