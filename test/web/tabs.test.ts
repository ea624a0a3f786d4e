/** Several tabs of one browser: what one of them decides about its conversation leaves the others theirs. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESKTOP, launchBrowser } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { lines, open, visitor, watch } from './talking.ts';

let browser: Browser;
let service: TestService;
const faults: string[] = [];
const visit = visitor(() => browser, faults);

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

type Area = 'localStorage' | 'sessionStorage';
const kept = (page: Page, area: Area) => page.evaluate<Record<string, string>>(`({ ...${area} })`);
/** The number of the conversation that a storage knows. */
async function conversation(page: Page, area: Area): Promise<string | undefined> {
  const value = (await kept(page, area))[`shirube:${service.url}`];
  return value === undefined ? undefined : (JSON.parse(value) as { conversationId: string }).conversationId;
}
/** Waits until the tab keeps its conversation itself; the word from the other tab comes a moment later. */
async function inTab(page: Page): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 50) {
    if ((await conversation(page, 'sessionStorage')) !== undefined) return;
    await page.waitForTimeout(50);
  }
  throw new Error('The conversation did not come back into the tab.');
}
/** Waits until something stands in the log. */
const spoken = (page: Page) => page.locator('.log > :not([hidden]):not(.typing)').first().waitFor();
async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.own:not(.sending)', { hasText: text }).waitFor();
  await page.locator('.typing').waitFor({ state: 'detached' });
}
/** One more tab, in which the bubble is open. */
async function tab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  watch(page, faults);
  await page.goto(`${service.url}/?lang=en`);
  await open(page);
  await spoken(page);
  return page;
}
/** Two tabs that were opened before anything was kept on the device: each has its own conversation. */
async function strangers(): Promise<readonly [Page, Page]> {
  const one = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(one);
  await spoken(one);
  const other = await tab(one.context());
  await say(one, 'I like animals');
  await say(other, 'I like cooking');
  return [one, other];
}

test('a yes in one tab keeps that conversation, and none of another tab', async () => {
  const [one, other] = await strangers();
  const mine = await conversation(one, 'sessionStorage');
  const theirs = await conversation(other, 'sessionStorage');
  expect(theirs).not.toBe(mine);
  await one.locator('.consent .yes').click();
  await say(other, 'I like music');
  expect(await conversation(one, 'localStorage')).toBe(mine);
  expect(await conversation(other, 'sessionStorage')).toBe(theirs);
  // Nobody has answered for the other one.
  expect(await other.locator('.consent').isVisible()).toBe(true);
  for (const page of [one, other]) {
    await page.reload();
    await spoken(page);
  }
  expect((await lines(one)).join()).toContain('animals');
  expect((await lines(one)).join()).not.toContain('cooking');
  expect((await lines(other)).join()).toContain('cooking');
  await one.context().close();
});

test('a yes in the second tab takes the device, and the first keeps its own in the tab', async () => {
  const [one, other] = await strangers();
  const mine = await conversation(one, 'sessionStorage');
  await one.locator('.consent .yes').click();
  await other.locator('.consent .yes').click();
  await inTab(one);
  expect(await conversation(one, 'sessionStorage')).toBe(mine);
  await say(one, 'I like music');
  expect(await conversation(other, 'localStorage')).not.toBe(mine);
  // It is no longer kept, and so it is asked about again.
  expect(await one.locator('.consent').isVisible()).toBe(true);
  await one.reload();
  await spoken(one);
  expect((await lines(one)).join()).toContain('animals');

  // What one tab has forgotten is none of the other's.
  await one.locator('.more').click();
  await one.getByRole('button', { name: 'Delete my data' }).click();
  await one.getByRole('button', { name: 'Delete everything' }).click();
  await one.locator('.sheet').waitFor({ state: 'hidden' });
  await say(other, 'I like art');
  expect((await lines(other)).join()).toContain('cooking');
  expect(await conversation(other, 'localStorage')).toMatch(/^[\w-]{22}$/u);
  await one.context().close();
});

test('two tabs on one conversation: taken off the device in one, the other does not put it back', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await spoken(page);
  await say(page, 'I like animals');
  await page.locator('.consent .yes').click();
  const mine = await conversation(page, 'localStorage');
  const other = await tab(page.context());
  await other.locator('.more').click();
  await other.getByRole('switch', { name: 'Keep on this device' }).click();
  await inTab(page);
  await say(page, 'I like music');
  expect(await kept(page, 'localStorage')).toEqual({});
  expect(await page.locator('.consent').isVisible()).toBe(false);
  expect(await conversation(other, 'sessionStorage')).toBe(mine);
  await page.reload();
  await spoken(page);
  expect((await lines(page)).join()).toContain('animals');
  expect(await conversation(page, 'sessionStorage')).toBe(mine);
  await page.context().close();
});

test('what was not sent in one conversation is not sent in another', async () => {
  const [one, other] = await strangers();
  await one.route('**/activities', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await one.locator('textarea').fill('only here');
  await one.keyboard.press('Enter');
  await one.locator('.unsent').waitFor();
  await one.locator('.consent .yes').click();
  await other.locator('.consent .yes').click();
  await inTab(one);
  await other.reload();
  await spoken(other);
  await say(other, 'I like art');
  expect((await lines(other)).join()).not.toContain('only here');
  await one.unroute('**/activities');
  await one.reload();
  await one.locator('.own:not(.sending)', { hasText: 'only here' }).waitFor();
  await one.context().close();
});
