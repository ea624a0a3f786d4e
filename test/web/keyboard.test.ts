/** With the keyboard alone: from a page of another site through the whole questionnaire to one occupation, and back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { visitor } from './talking.ts';

let browser: Browser;
let service: TestService;
let site: Server;
let address: string;
const faults: string[] = [];
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService()]);
  site = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>A page</title><body><h1>A page</h1><a id="mine" href="#">A link</a>` +
        `<script src="${service.url}/widget.js" data-lang="en" defer></script>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  site?.close();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** Where the keyboard is. */
interface Stop {
  readonly tag: string;
  readonly text: string;
  readonly payload: string | null;
  readonly classes: string;
  /** Something shows where it is. */
  readonly visible: boolean;
  readonly inBubble: boolean;
  /** Its place in the document. */
  readonly order: number;
  readonly top: number;
}

const HERE = `(() => {
  const host = document.querySelector('shirube-bubble');
  const inBubble = document.activeElement === host;
  const element = inBubble ? host.shadowRoot.activeElement : document.activeElement;
  const shown = element.closest('.here') ? element.closest('.log > *') : element;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
  const all = [...(inBubble ? host.shadowRoot : document).querySelectorAll('*')];
  return {
    tag: element.tagName.toLowerCase(),
    text: (element.getAttribute('aria-label') ?? element.innerText ?? '').trim(),
    payload: element.dataset.payload ?? null,
    classes: element.className,
    visible: outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    inBubble,
    order: all.indexOf(element),
    top: shown.getBoundingClientRect().top,
  };
})()`;
const here = (page: Page): Promise<Stop> => page.evaluate(HERE);

/** One step with Tab; wherever it leads, that can be seen. */
async function tab(page: Page, key = 'Tab'): Promise<Stop> {
  await page.keyboard.press(key);
  const stop = await here(page);
  expect([stop.tag, stop.text, stop.visible]).toEqual([stop.tag, stop.text, true]);
  return stop;
}

/** Tabs on until something is reached; the way there goes down the page, as one reads. */
async function tabTo(page: Page, wanted: (stop: Stop) => boolean, most = 12): Promise<Stop> {
  let before = await here(page);
  for (let steps = 0; steps < most; steps += 1) {
    const stop = await tab(page);
    if (before.inBubble && stop.inBubble) expect(stop.order).toBeGreaterThan(before.order);
    if (wanted(stop)) return stop;
    before = stop;
  }
  throw new Error(`Not reached in ${most} steps; the keyboard is at ${JSON.stringify(before)}`);
}

const progress = async (page: Page) =>
  Number(await page.locator('[role=progressbar]').getAttribute('aria-valuenow'));
const settled = (page: Page) => page.waitForTimeout(230);

async function launch(page: Page): Promise<void> {
  await tab(page);
  expect((await here(page)).inBubble).toBe(false);
  const launcher = await tab(page);
  expect(launcher).toMatchObject({ tag: 'button', inBubble: true });
  await page.keyboard.press('Enter');
  await page.locator('.question:not(.answered)').waitFor();
  await settled(page);
}

/** Chooses what carries a payload. */
async function choose(page: Page, payload: string, key = 'Enter'): Promise<void> {
  await tabTo(page, (stop) => stop.payload === payload, 20);
  await page.keyboard.press(key);
}

/** The first answer of the greeting. */
async function chooseFirst(page: Page): Promise<void> {
  await tabTo(page, ({ payload }) => payload !== null);
  await page.keyboard.press('Enter');
}

test.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
])(
  'sixty questions, the results, one occupation, on a %s',
  async (kind, viewport) => {
    const page = await visitor(() => browser, faults)(address, { viewport, reducedMotion: 'reduce' });
    await launch(page);
    await chooseFirst(page);
    await page.locator('[data-payload="interests:open"]').waitFor();
    await settled(page);
    await choose(page, 'interests:open', 'Space');
    await page.locator('[data-payload="interests:start"]').waitFor();
    await choose(page, 'interests:start');
    await page.locator('[role=progressbar]').waitFor();
    for (let at = 0; at < 60; at += 1) {
      expect(await progress(page)).toBe(at);
      await settled(page);
      const answer = (at % 5) + 1;
      if (at % 3 === 0) await page.keyboard.press(String(answer));
      else {
        // The next Tab leads to the first answer; those after it follow.
        for (let i = 0; i < answer; i += 1) {
          const stop = await tab(page);
          expect(stop.payload).toMatch(new RegExp(`^interests:answer:.*:${i + 1}$`, 'u'));
        }
        if (at === 7) await picture(page, `keyboard-${kind}`);
        await page.keyboard.press(at % 3 === 1 ? 'Enter' : 'Space');
      }
      if (at < 59) await page.locator(`[role=progressbar][aria-valuenow="${at + 1}"]`).waitFor();
      // Answered or waiting, the keyboard is never lost to the page.
      expect((await here(page)).inBubble).toBe(true);
    }
    await page.locator('.bars').waitFor();
    await page.locator('.cards').waitFor();
    await settled(page);
    expect(await here(page)).toMatchObject({ inBubble: true, visible: true });
    await picture(page, `keyboard-results-${kind}`);
    const open = await tabTo(page, (stop) => /^occupation:open:/u.test(stop.payload ?? ''), 20);
    await page.keyboard.press('Enter');
    await page.locator(`.log > .cards:last-child h3`).waitFor();
    await settled(page);
    expect(open.text.length).toBeGreaterThan(0);
    expect(await here(page)).toMatchObject({ inBubble: true, visible: true });

    await page.keyboard.press('Escape');
    await page.locator('.launch').waitFor();
    expect(await here(page)).toMatchObject({ inBubble: true, visible: true, tag: 'button' });
    expect((await tab(page, 'Shift+Tab')).tag).toBe('a');
    await page.context().close();
  },
  120_000,
);

test('the order of the stops is that of reading, forwards and backwards', async () => {
  const page = await visitor(() => browser, faults)(address, { viewport: PHONE, reducedMotion: 'reduce' });
  await launch(page);
  const stops: Stop[] = [];
  for (let stop = await tab(page); stops[0]?.order !== stop.order; stop = await tab(page)) {
    stops.push(stop);
    expect(stops.length).toBeLessThan(40);
  }
  expect(stops.length).toBeGreaterThan(7);
  // A panel that fills the screen keeps the keyboard.
  expect(stops.every(({ inBubble }) => inBubble)).toBe(true);
  expect(stops.map(({ order }) => order)).toEqual(stops.map(({ order }) => order).sort((a, b) => a - b));
  const tops = stops.filter(({ classes }) => classes !== 'log').map(({ top }) => Math.round(top / 24));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  // From the first, back to the last, and so on.
  const back: Stop[] = [];
  while (back.length < stops.length) back.push(await tab(page, 'Shift+Tab'));
  expect(back.map(({ order }) => order)).toEqual(stops.map(({ order }) => order).reverse());
  await page.context().close();
});

test('a question back with Backspace; the menu opens, keeps the keyboard, and gives it back', async () => {
  const page = await visitor(() => browser, faults)(address, { viewport: DESKTOP, reducedMotion: 'reduce' });
  await launch(page);
  await chooseFirst(page);
  await page.locator('[data-payload="interests:open"]').waitFor();
  await settled(page);
  await choose(page, 'interests:open');
  await page.locator('[data-payload="interests:start"]').waitFor();
  await choose(page, 'interests:start');
  await page.locator('[role=progressbar]').waitFor();
  await settled(page);
  await page.keyboard.press('4');
  await page.locator('[role=progressbar][aria-valuenow="1"]').waitFor();
  await settled(page);
  await page.keyboard.press('Backspace');
  await page.locator('[role=progressbar][aria-valuenow="0"]').waitFor();
  expect(await page.locator('.question:not(.answered) [aria-pressed=true]').count()).toBe(1);

  for (let stop = await here(page); !stop.classes.includes('more'); stop = await here(page))
    await tab(page, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('.sheet').waitFor();
  for (let stop = await tab(page); !stop.classes.includes('back'); stop = await tab(page))
    expect(stop.inBubble).toBe(true);
  await page.keyboard.press('Escape');
  await page.locator('.sheet').waitFor({ state: 'hidden' });
  expect((await here(page)).classes).toContain('more');
  expect(await page.locator('.panel').isVisible()).toBe(true);
  await page.context().close();
});

test('Enter that ends a Japanese conversion sends nothing', async () => {
  const page = await visitor(() => browser, faults)(address, { viewport: DESKTOP });
  await launch(page);
  await page.locator('textarea').focus();
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'かんご', selectionStart: 3, selectionEnd: 3 });
  // As an input method does it: the key reaches the page while the composition goes on.
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await page.waitForTimeout(300);
  expect(await page.locator('.own').count()).toBe(0);
  await devtools.send('Input.insertText', { text: '看護' });
  expect(await page.locator('textarea').inputValue()).toBe('看護');
  await page.keyboard.press('Enter');
  await page.locator('.own', { hasText: '看護' }).waitFor();
  expect(await page.locator('.own').count()).toBe(1);
  await page.context().close();
});
