/** "Delete my data" says that everything is gone when that is so, and only then. */
import type { Browser, Page } from 'playwright-core';
import { openMemoryStore } from '../../store/memory/store.ts';
import { DESKTOP, launchBrowser } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { open, question, startQuestions, visitor } from './talking.ts';

const DAY_MS = 86_400_000;
const KEEP_DAYS = 90;
let browser: Browser;
let service: TestService;
let now = Date.now();
const store = openMemoryStore();
const faults: string[] = [];
const visit = visitor(() => browser, faults);

beforeAll(async () => {
  const options = { store, keepDays: KEEP_DAYS, clock: () => now };
  [browser, service] = await Promise.all([launchBrowser(), startService(options)]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** The number of the conversation on the device. */
const conversation = (page: Page) =>
  page.evaluate<string>(`JSON.parse(localStorage['shirube:${service.url}'] ?? '{}').conversationId`);
async function talk(): Promise<Page> {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await startQuestions(page);
  await page.locator('.consent .yes').click();
  return page;
}
const ask = async (page: Page) => {
  await page.locator('.more').click();
  await page.getByRole('button', { name: 'Delete my data' }).click();
};
const confirm = (page: Page) => page.getByRole('button', { name: 'Delete everything' }).click();
const said = (person: string) => store.transcript('web', person, 0, 100);

test('a message under way is waited for: nothing arrives after the word that everything is gone', async () => {
  const page = await talk();
  const mine = await conversation(page);
  const sent: string[] = [];
  let arrived: () => void;
  const late = new Promise<void>((resolve) => (arrived = resolve));
  await page.route('**/activities', async (route) => {
    const text = route.request().postData() ?? '';
    if (text.includes('secret')) await new Promise((resolve) => setTimeout(resolve, 2_000));
    if (text) sent.push(/secret|other|forget:now/u.exec(text)?.[0] ?? text);
    await route.continue();
    if (text.includes('secret')) arrived();
  });
  for (const text of ['my secret story', 'and another']) {
    await page.locator('textarea').fill(text);
    await page.keyboard.press('Enter');
  }
  await ask(page);
  await confirm(page);
  await page.locator('.sheet').waitFor({ state: 'hidden' });
  await late;
  await question(page).waitFor();
  await service.idle();
  expect(sent.slice(0, 2)).toEqual(['secret', 'forget:now']);
  expect(sent).not.toContain('other');
  expect(JSON.stringify(await said(mine))).not.toContain('secret');
  expect(await store.load('web', mine)).toBeNull();
  await page.context().close();
});

test('as long as the server keeps a conversation, its browser finds and deletes it', async () => {
  const page = await talk();
  const mine = await conversation(page);
  now += (KEEP_DAYS - 1) * DAY_MS;
  await page.reload();
  await page.locator('[role=progressbar]').waitFor();
  expect(await conversation(page)).toBe(mine);
  await ask(page);
  await confirm(page);
  await page.locator('.sheet').waitFor({ state: 'hidden' });
  await question(page).waitFor();
  expect(await store.load('web', mine)).toBeNull();
  await page.context().close();
});

test('what cannot be reached any more is not said to be deleted, and no other is deleted for it', async () => {
  const page = await talk();
  const mine = await conversation(page);
  const begun: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/conversations')) begun.push(request.url());
  });
  now += (KEEP_DAYS + 1) * DAY_MS;
  await ask(page);
  await confirm(page);
  await page.locator('.outcome', { hasText: 'Nothing has been deleted' }).waitFor();
  expect(begun).toEqual([]);
  expect(await conversation(page)).toBe(mine);
  expect(await said(mine)).not.toEqual([]);
  // It is tried again with the same conversation.
  now -= (KEEP_DAYS + 1) * DAY_MS;
  await confirm(page);
  await page.locator('.sheet').waitFor({ state: 'hidden' });
  expect(await store.load('web', mine)).toBeNull();
  await page.context().close();
});
