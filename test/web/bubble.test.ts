import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openMemoryStore } from '../../store/memory/store.ts';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { answer, lines, open, progress, question, startQuestions, visitor } from './talking.ts';

let browser: Browser;
let service: TestService;
const faults: string[] = [];
let now = Date.now();

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService({ clock: () => now })]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

const visit = visitor(() => browser, faults);

async function panelSize(page: Page): Promise<{ width: number; height: number }> {
  const { width, height } = (await page.locator('.panel').boundingBox())!;
  return { width: Math.round(width), height: Math.round(height) };
}

test('on a phone: open, tap through, reload, go on', async () => {
  const page = await visit(`${service.url}/?lang=ja`);
  await picture(page, 'phone-page');
  await open(page);
  await question(page).waitFor();
  expect(await panelSize(page)).toEqual(PHONE);
  await picture(page, 'phone-hello');
  for (const target of await page.locator('.panel button:visible, .panel select').all()) {
    const box = await target.boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
  }
  await startQuestions(page);
  await answer(page, () => question(page).locator('button').nth(4).click({ delay: 250 }));
  await answer(page, () => question(page).locator('button').nth(0).click({ delay: 250 }));
  await picture(page, 'phone-questions');
  // Nothing inside may scroll the panel itself.
  expect(await page.locator('.panel header').evaluate((header) => header.getBoundingClientRect().y)).toBe(0);
  expect(await page.locator('.answered .chosen').count()).toBe(4);
  expect(await page.locator('.answered button').count()).toBe(0);
  expect(await question(page).count()).toBe(1);

  const before = await lines(page);
  await page.reload();
  await question(page).waitFor();
  expect(await lines(page)).toEqual(before);
  expect(await page.locator('.answered .chosen').count()).toBe(4);
  await answer(page, () => question(page).locator('button').nth(2).click({ delay: 250 }));
  await page.context().close();
});

test('on a desktop: answer by keyboard, type, change the language, close and open', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await picture(page, 'desktop-page');
  await page.locator('[data-shirube-open]').focus();
  await page.keyboard.press('Enter');
  await question(page).waitFor();
  expect(await panelSize(page)).toEqual({ width: 400, height: 720 });
  await page.keyboard.press('1');
  await page.locator('[data-payload="interests:open"]').click({ delay: 250 });
  await page.locator('[data-payload="interests:start"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[role=progressbar]').waitFor();
  for (const key of ['5', '3', '1']) await answer(page, () => page.keyboard.press(key));
  expect(await progress(page)).toBe('3');
  // One question back, with what was answered to it, and on again.
  await answer(page, () => page.keyboard.press('Backspace'));
  expect(await progress(page)).toBe('2');
  expect(await question(page).locator('[aria-pressed=true]').getAttribute('data-payload')).toMatch(/:1$/u);
  await answer(page, () => page.keyboard.press('2'));
  expect(await progress(page)).toBe('3');
  // On a low window the scale lies down, and is seen as a whole.
  await page.setViewportSize({ width: 1024, height: 420 });
  const boxes = await question(page)
    .locator('.options button')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().toJSON() as { y: number; height: number }),
    );
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
  expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
  await page.setViewportSize(DESKTOP);

  const input = page.locator('textarea');
  await input.fill('2 or 3?');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await page.locator('.own', { hasText: '2 or 3?4' }).waitFor();
  await page.locator('.said').last().waitFor();
  expect(await progress(page)).toBe('3');
  await picture(page, 'desktop-questions');

  await page.locator('header select').selectOption('ja-easy');
  await page.locator('.chips', { hasText: 'もどる' }).waitFor();
  expect(await page.locator('h2').innerText()).toBe('しるべ');
  expect(await input.getAttribute('placeholder')).toMatch('書');
  await page.keyboard.press('Escape');
  await page.locator('.launch').waitFor();
  expect(await page.locator('.launch').evaluate((launch) => launch.matches(':focus'))).toBe(true);
  await page.keyboard.press('Enter');
  await question(page).waitFor();
  await page.context().close();
});

test.each([
  ['ja', '日本語', 'しるべ'],
  ['ja-easy', 'やさしい日本語', 'しるべ'],
  ['en', 'English', 'Shirube'],
])('speaks the language of the page: %s', async (lang, language, name) => {
  for (const [kind, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    const page = await visit(`${service.url}/?lang=${lang}`, { viewport, deviceScaleFactor: 2 });
    await page.locator('.launch').waitFor();
    await picture(page, `page-${kind}-${lang}`);
    // The launcher lies on nothing that is to be tapped, and nothing must be scrolled sideways.
    const launch = (await page.locator('.launch').boundingBox())!;
    const start = (await page.locator('[data-shirube-open]').boundingBox())!;
    expect(start.y + start.height <= launch.y || start.x + start.width <= launch.x).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    await open(page);
    await question(page).waitFor();
    expect(await page.locator('header option:checked').innerText()).toBe(language);
    expect(await page.locator('header select').inputValue()).toBe(lang);
    expect(await page.locator('h2').innerText()).toBe(name);
    await picture(page, `hello-${kind}-${lang}`);
    await page.context().close();
  }
});

test('through a restart of the server, with something written meanwhile', async () => {
  const store = openMemoryStore();
  let mine = await startService({ store });
  const page = await visit(`${mine.url}/?lang=en`);
  await open(page);
  await question(page).waitFor();
  const { port } = mine;
  await mine.stop();
  await page.locator('textarea').fill('menu');
  await page.keyboard.press('Enter');
  await page.locator('.unsent').waitFor();
  await page.locator('.status').waitFor();
  await page.waitForTimeout(1_700);
  await picture(page, 'phone-offline');
  mine = await startService({ store, port });
  await page.locator('.unsent button').click();
  await page.locator('[data-payload="welcome:ways"]').first().waitFor();
  await page.locator('.status').waitFor({ state: 'hidden' });
  const said = await lines(page);
  expect(said.filter((line) => line === 'menu')).toHaveLength(1);
  expect(new Set(said).size).toBe(said.length);
  await page.context().close();
  await mine.stop();
});

test('what was written without a connection survives a reload', async () => {
  const page = await visit(`${service.url}/?lang=en`);
  await open(page);
  await question(page).waitFor();
  await page.route('**/activities*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.locator('textarea').fill('menu');
  await page.keyboard.press('Enter');
  await page.locator('.unsent').waitFor();
  await page.unroute('**/activities*');
  await page.reload();
  await page.locator('.own', { hasText: 'menu' }).waitFor();
  await page.locator('[data-payload="search:open"]').waitFor();
  expect((await lines(page)).filter((line) => line === 'menu')).toHaveLength(1);
  await page.context().close();
});

test('without WebSocket it polls; without storage it talks all the same', async () => {
  const context = await browser.newContext({ viewport: PHONE });
  await context.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebSocket');
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new Error('forbidden');
      },
    });
    Object.defineProperty(globalThis, 'sessionStorage', {
      get: () => {
        throw new Error('forbidden');
      },
    });
  });
  const page = await context.newPage();
  await page.goto(`${service.url}/?lang=en`);
  await open(page);
  await startQuestions(page);
  await answer(page, () => page.keyboard.press('3'));
  await context.close();
});

test('back after days, the token long expired: the same conversation, greeted again', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await startQuestions(page);
  await answer(page, () => page.keyboard.press('3'));
  const count = (await lines(page)).length;
  now += 3 * 86_400_000;
  await page.clock.setFixedTime(now);
  await page.reload();
  await page.locator('.said', { hasText: 'Welcome back' }).waitFor();
  expect((await lines(page)).length).toBeGreaterThan(count);
  expect(await progress(page)).toBe('1');
  await page.context().close();
});

test('when the server cannot know the conversation any more, a new one begins', async () => {
  let mine = await startService();
  const page = await visit(`${mine.url}/?lang=en`);
  await open(page);
  await question(page).waitFor();
  const { port } = mine;
  await mine.stop();
  mine = await startService({ port, tokenSecret: 'quite another secret' });
  await page.reload();
  await question(page).waitFor();
  expect(await page.locator('.said').count()).toBe(1);
  await page.context().close();
  await mine.stop();
});

describe('on a page of another site', () => {
  let site: Server;
  let address: string;
  beforeAll(async () => {
    // A strict policy of its own, and styles that must not get in.
    site = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${service.url}; connect-src ${service.url} ws:; style-src 'self'`,
      );
      response.end(
        `<!doctype html><html lang="vi"><body><p>Xin chào</p><script src="${service.url}/widget.js" data-lang="vi" data-open defer></script><script src="${service.url}/widget.js" defer></script>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => void site.close());

  test('one line adds it, in Japanese while we do not speak the language', async () => {
    const page = await visit(address, { viewport: DESKTOP });
    await question(page).waitFor();
    expect(await page.locator('shirube-bubble').count()).toBe(1);
    expect(await page.locator('h2').innerText()).toBe('しるべ');
    await picture(page, 'elsewhere');
    await page.context().close();
  });
});
