import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESKTOP, launchBrowser, picture } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { answer, lines, open, progress, question, startQuestions, visitor, watch } from './talking.ts';

let browser: Browser;
let service: TestService;
const faults: string[] = [];
const visit = visitor(() => browser, faults);

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService({ keepDays: 60 })]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** Everything that the browser keeps for the page. */
const kept = (page: Page, area: 'localStorage' | 'sessionStorage') =>
  page.evaluate<Record<string, string>>(`({ ...${area} })`);
/** The number of the conversation that a storage knows. */
const conversation = async (
  page: Page,
  area: 'localStorage' | 'sessionStorage',
): Promise<string | undefined> => {
  const value = (await kept(page, area))[`shirube:${service.url}`];
  return value === undefined ? undefined : (JSON.parse(value) as { conversationId: string }).conversationId;
};
/** The demo page with attributes of the script that an operator may set. */
async function embedded(attributes: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.newContext({ viewport: DESKTOP }))).newPage();
  watch(page, faults);
  await page.route(`${service.url}/?*`, async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({
      body: body.replace('src="widget.js"', `src="widget.js" ${attributes}`),
      contentType: 'text/html',
    });
  });
  await page.goto(`${service.url}/?lang=en`);
  return page;
}
/** What a screen reader gets of the page, node by node: role, name and description. */
async function heard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(
      ({ role, name, description }) =>
        `${role?.value}: ${[name?.value, description?.value].filter(Boolean).join(' | ')}`,
    );
}
const talk = async (page: Page): Promise<void> => {
  await open(page);
  await startQuestions(page);
  await answer(page, () => page.keyboard.press('3'));
};

test('asked once something was said; kept on the device from the yes on, and taken off it again', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await question(page).waitFor();
  expect(await page.locator('.consent').isVisible()).toBe(false);
  await startQuestions(page);
  await answer(page, () => page.keyboard.press('3'));
  // Talking works without an answer, and nothing has left the tab.
  expect(await page.locator('.consent').isVisible()).toBe(true);
  expect(await kept(page, 'localStorage')).toEqual({});
  const mine = await conversation(page, 'sessionStorage');
  expect(mine).toMatch(/^[\w-]{22}$/);
  const stranger = await page.context().newPage();
  await stranger.goto(`${service.url}/?lang=en`);
  await open(stranger);
  await question(stranger).waitFor();
  expect(await stranger.locator('.answered').count()).toBe(0);
  await stranger.close();

  await page.locator('.consent .yes').click();
  expect(await page.locator('.consent').isVisible()).toBe(false);
  expect(await conversation(page, 'localStorage')).toBe(mine);
  expect(await conversation(page, 'sessionStorage')).toBeUndefined();
  await answer(page, () => page.keyboard.press('2'));
  const later = await page.context().newPage();
  await later.goto(`${service.url}/?lang=en`);
  await open(later);
  await question(later).waitFor();
  expect(await progress(later)).toBe('2');
  await answer(later, () => later.keyboard.press('2'));
  expect(await later.locator('.consent').isVisible()).toBe(false);

  await later.locator('.more').click();
  // What the operator set is what people are told.
  await later.locator('summary').click();
  expect(await later.locator('details').innerText()).toContain('deleted 60 days after');
  expect(await later.locator('details').innerText()).toContain('Unless you choose “Keep on this device”');
  const keep = later.getByRole('switch', { name: 'Keep on this device' });
  expect(await keep.getAttribute('aria-checked')).toBe('true');
  await keep.click();
  expect(await kept(later, 'localStorage')).toEqual({});
  expect(await conversation(later, 'sessionStorage')).toBe(mine);
  await page.context().close();
});

test('a no is not asked about again, and lasts as long as the tab', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await talk(page);
  await page.locator('.consent .no').click();
  await answer(page, () => page.keyboard.press('3'));
  await page.reload();
  await question(page).waitFor();
  expect(await progress(page)).toBe('2');
  await answer(page, () => page.keyboard.press('3'));
  expect(await page.locator('.consent').isVisible()).toBe(false);
  expect(await kept(page, 'localStorage')).toEqual({});
  await page.context().close();
});

test('data-remember: never keeps nothing anywhere, always asks nobody', async () => {
  const always = await embedded('data-remember="always"');
  await talk(always);
  expect(await always.locator('.consent').isVisible()).toBe(false);
  expect(await conversation(always, 'localStorage')).toMatch(/^[\w-]{22}$/);
  await always.locator('.more').click();
  expect(await always.getByRole('switch').count()).toBe(1);
  // Nor is a choice spoken of that is not there.
  await always.locator('summary').click();
  expect(await always.locator('details').innerText()).not.toContain('this device');

  // On the same device, which knows a conversation from before.
  const never = await embedded('data-remember="never"', always.context());
  await always.close();
  await talk(never);
  expect(await never.locator('.consent').isVisible()).toBe(false);
  expect([await kept(never, 'localStorage'), await kept(never, 'sessionStorage')]).toEqual([{}, {}]);
  await never.reload();
  await never.locator('.launch').waitFor();
  await open(never);
  await question(never).waitFor();
  expect(await never.locator('.answered').count()).toBe(0);
  await never.context().close();
});

test('forgotten here, on the server, and in the other tab', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await talk(page);
  await page.locator('.consent .yes').click();
  const mine = await conversation(page, 'localStorage');
  const other = await page.context().newPage();
  watch(other, faults);
  await other.goto(`${service.url}/?lang=en`);
  await open(other);
  await other.locator('.answered').first().waitFor();

  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''));
  await page.locator('.more').click();
  await page.getByRole('button', { name: 'Delete my data' }).click();
  await picture(page, 'bubble-forget');
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Delete my data' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.locator('.sheet').waitFor({ state: 'hidden' });
  expect(sent.some((body) => body.includes('"forget:now"'))).toBe(true);
  await question(page).waitFor();
  // Only the last word of the old conversation, and the first of a new one.
  expect(await page.locator('.answered').count()).toBe(0);
  expect((await lines(page)).join()).toContain('Shirube');
  const next = await conversation(page, 'sessionStorage');
  expect(next).toMatch(/^[\w-]{22}$/);
  expect(next).not.toBe(mine);
  expect(await kept(page, 'localStorage')).toEqual({});
  await other.locator('.answered').first().waitFor({ state: 'detached' });
  await question(other).waitFor();
  expect(await conversation(other, 'sessionStorage')).not.toBe(mine);
  // It works on, and asks anew.
  await startQuestions(page);
  expect(await page.locator('.consent').isVisible()).toBe(true);
  await page.context().close();
});

test('what could not be deleted on the server is said, and kept to try again', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await talk(page);
  const mine = await conversation(page, 'sessionStorage');
  await page.route('**/activities*', (route) => route.abort());
  await page.locator('.more').click();
  await page.getByRole('button', { name: 'Delete my data' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.locator('.outcome', { hasText: 'can’t be reached' }).waitFor();
  expect(await conversation(page, 'sessionStorage')).toBe(mine);
  await page.unroute('**/activities*');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.locator('.sheet').waitFor({ state: 'hidden' });
  await question(page).waitFor();
  expect(await conversation(page, 'sessionStorage')).not.toBe(mine);
  await page.context().close();
});

test('furigana above the kanji or in brackets, larger letters: as the person set it, also after a reload', async () => {
  const page = await visit(`${service.url}/?lang=ja-easy`);
  await open(page);
  const worried = page.locator('.question button', { hasText: '心配' });
  await worried.waitFor();
  // What is written is the same; what is seen is not.
  expect(await worried.locator('ruby').first().textContent()).toBe('働(はたら)');
  expect(await worried.locator('rp').first().isVisible()).toBe(false);
  // A screen reader gets the word once.
  const tree = await heard(page);
  expect(tree).toContain('button: 働くのが、少し心配');
  expect(tree.filter((node) => node.includes('はたら'))).toEqual([]);
  const size = () =>
    page.evaluate<number>(
      `parseFloat(getComputedStyle(document.querySelector('shirube-bubble').shadowRoot.querySelector('.question button')).fontSize)`,
    );
  const before = await size();
  await page.locator('.more').click();
  await page.getByRole('switch', { name: 'ふりがな' }).click();
  await page.locator('.switch').nth(1).click();
  await page.keyboard.press('Escape');
  expect(await page.locator('.more').evaluate((more) => more.matches(':focus'))).toBe(true);
  expect(await worried.innerText()).toBe('働(はたら)くのが、少し心配');
  expect(await size()).toBeCloseTo(before * 1.25);
  // Large letters leave room for the thumb.
  for (const target of await page.locator('header button, header select, .chips button').all()) {
    const { width, height } = (await target.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  await picture(page, 'bubble-brackets-larger');
  await page.reload();
  await worried.waitFor();
  expect(await worried.innerText()).toBe('働(はたら)くのが、少し心配');
  await page.context().close();
});
