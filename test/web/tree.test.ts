/** What a screen reader is told: the accessibility tree of Chromium, and what the live region adds. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openMemoryStore } from '../../store/memory/store.ts';
import { DESKTOP, launchBrowser } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { open, question, visitor } from './talking.ts';

let browser: Browser;
let service: TestService;
const faults: string[] = [];
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** One node of the tree as it is told. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly Told[];
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly value?: { value: unknown };
  readonly properties?: readonly { name: string; value: { value: unknown } }[];
  readonly childIds?: readonly string[];
}

const tellers = new WeakMap<Page, Promise<CDPSession>>();

async function tree(page: Page): Promise<Told> {
  if (!tellers.has(page)) tellers.set(page, page.context().newCDPSession(page));
  const devtools = await tellers.get(page)!;
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const tell = (id: string): Told[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(tell);
    if (node.ignored) return children;
    const properties = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value]),
    );
    return [
      {
        role: node.role?.value ?? '',
        name: node.name?.value ?? '',
        properties: { ...properties, ...(node.value && { value: node.value.value }) },
        children,
      },
    ];
  };
  return tell(nodes[0]!.nodeId)[0]!;
}

const all = (told: Told): Told[] => [told, ...told.children.flatMap(all)];
const find = (told: Told, role: string): Told[] => all(told).filter((one) => one.role === role);
/** Text as it is read out, in order. */
const spoken = (told: Told): string =>
  all(told)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('');

const lastQuestion = async (page: Page): Promise<Told> =>
  find(find(await tree(page), 'log')[0]!, 'group').at(-1)!;

const visit = visitor(() => browser, faults);
const settled = (page: Page) => page.waitForTimeout(230);

/**
 * Notes what a polite live region would read out: text that is added to the log while it is live. Told twice is wrong,
 * and so is not told at all.
 */
const LISTEN = `(() => {
  const log = document.querySelector('shirube-bubble').shadowRoot.querySelector('.log');
  globalThis.heard = [];
  new MutationObserver((records) => {
    if (log.getAttribute('aria-live') !== 'polite') return;
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        if (!element?.isConnected || element.closest('[hidden], [aria-hidden=true]')) continue;
        if (node.textContent.trim() !== '') heard.push(node.textContent.trim());
      }
  }).observe(log, { childList: true, subtree: true });
})()`;
const heard = (page: Page): Promise<string[]> => page.evaluate('globalThis.heard.splice(0)');

async function begin(page: Page): Promise<void> {
  await question(page).locator('button').first().click({ delay: 250 });
  await page.locator('[data-payload="interests:open"]').waitFor();
  await settled(page);
  await page.locator('[data-payload="interests:open"]').click();
  await page.locator('[data-payload="interests:start"]').click();
  await page.locator('[role=progressbar]').waitFor();
}

test('the whole questionnaire: every question a named group, its answers buttons, its progress a value', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP, reducedMotion: 'reduce' });
  await open(page);
  await question(page).waitFor();
  const dialog = find(await tree(page), 'dialog');
  expect(dialog.map(({ name }) => name)).toEqual(['Shirube']);
  const log = find(dialog[0]!, 'log');
  expect(log.map(({ name, properties }) => [name, properties['live']])).toEqual([['Conversation', 'polite']]);
  expect(find(dialog[0]!, 'textbox')[0]!.name).not.toBe('');
  for (const button of find(dialog[0]!, 'button')) expect(button.name).not.toBe('');
  await page.evaluate(LISTEN);
  await begin(page);
  await heard(page);
  for (let at = 0; at < 60; at += 1) {
    await settled(page);
    const asked = await lastQuestion(page);
    const [progress] = find(asked, 'progressbar');
    expect([progress!.properties['value'], progress!.properties['valuemax']]).toEqual([at, 60]);
    const text = await question(page).locator('p').innerText();
    expect(asked.name).toBe(text);
    const buttons = find(asked, 'button');
    expect(buttons).toHaveLength(5);
    expect(new Set(buttons.map(({ name }) => name)).size).toBe(5);
    // The number is a key, not a name.
    for (const { name } of buttons) expect(name).not.toMatch(/\d/u);
    await page.keyboard.press(String((at % 5) + 1));
    const next = at < 59 ? `[role=progressbar][aria-valuenow="${at + 1}"]` : '.bars';
    await page.locator(next).waitFor();
    const told = await heard(page);
    // The answer that was given, then what is new, and nothing twice.
    expect(new Set(told).size).toBe(told.length);
    expect(told).not.toContain('Shirube is thinking');
    if (at < 59) {
      const now = await question(page).locator('p').innerText();
      expect(told.filter((line) => line.includes(now))).toHaveLength(1);
      expect(told.filter((line) => line.includes(text))).toHaveLength(0);
    }
  }
  await page.locator('.cards').waitFor();
  await settled(page);
  const results = find(await tree(page), 'log')[0]!;
  const title = await page.locator('.bars h3').innerText();
  const bars = find(results, 'list').find(({ name }) => name === title)!;
  expect(find(bars, 'listitem').length).toBeGreaterThan(3);
  // Each bar is read as a word and a figure; the drawing is silent.
  for (const item of find(bars, 'listitem')) expect(spoken(item)).toMatch(/\p{L}.*\d/u);
  expect(find(bars, 'image')).toEqual([]);
  const cards = find(results, 'list').at(-1)!;
  expect(cards.name).not.toBe('');
  expect(find(cards, 'heading').length).toBe(
    find(cards, 'listitem').filter((item) => find(item, 'heading').length).length,
  );
  await page.context().close();
}, 120_000);

test('an answer given before is told as pressed', async () => {
  const page = await visit(`${service.url}/?lang=ja`, { viewport: DESKTOP, reducedMotion: 'reduce' });
  await open(page);
  await question(page).waitFor();
  await begin(page);
  await settled(page);
  await page.keyboard.press('4');
  await page.locator('[role=progressbar][aria-valuenow="1"]').waitFor();
  await settled(page);
  await page.locator('.chips [data-payload$=":back"]').click();
  await page.locator('[role=progressbar][aria-valuenow="0"]').waitFor();
  const buttons = find(await lastQuestion(page), 'button');
  expect(buttons.map(({ properties }) => properties['pressed'] ?? 'false')).toEqual([
    ...['false', 'false', 'false', 'true', 'false'],
  ]);
  await page.context().close();
});

test('every line keeps the language in which it was said; furigana is not read a second time', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP, reducedMotion: 'reduce' });
  await open(page);
  await question(page).waitFor();
  await page.locator('header select').selectOption('ja-easy');
  await page.locator('.log [lang=ja].easy').first().waitFor();
  await page.locator('.log ruby').first().waitFor();
  await page.locator('header select').selectOption('en');
  await page.locator('.log > .question:last-child[lang=en], .log > .said:last-child[lang=en]').waitFor();
  const langs = await page
    .locator('.log > [lang]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('lang')!));
  expect(langs[0]).toBe('en');
  expect(langs).toContain('ja');
  expect(langs.at(-1)).toBe('en');
  expect(await page.locator('.panel').getAttribute('lang')).toBe('en');
  const log = find(await tree(page), 'log')[0]!;
  const readings = await page.locator('.log rt').allInnerTexts();
  expect(readings.length).toBeGreaterThan(3);
  expect(find(log, 'RubyAnnotation').map(spoken).join('')).toBe('');
  const shown: string = await page.evaluate(`(() => {
    const line = document.querySelector('shirube-bubble').shadowRoot.querySelector('.log .easy').cloneNode(true);
    line.querySelectorAll('rt, rp').forEach((reading) => reading.remove());
    return line.textContent;
  })()`);
  expect(spoken(log)).toContain(shown.slice(0, 12));
  await page.context().close();
});

test('who waits is told so, once, and not before it is waiting', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await question(page).waitFor();
  await page.evaluate(LISTEN);
  await page.route('**/activities*', async (route) => {
    await new Promise((later) => setTimeout(later, 2_500));
    await route.continue();
  });
  await question(page).locator('button').first().click({ delay: 250 });
  await page.locator('[data-payload="interests:open"]').waitFor();
  const told = await heard(page);
  expect(told.filter((line) => line === 'Shirube is thinking')).toHaveLength(1);
  await page.context().close();
});

test('after a restart of the server nothing is read again', async () => {
  const store = openMemoryStore();
  let mine = await startService({ store });
  const page = await visit(`${mine.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await question(page).waitFor();
  await page.locator('.log[aria-busy=false]').waitFor();
  await page.evaluate(LISTEN);
  const { port } = mine;
  await mine.stop();
  await page.locator('.status').waitFor();
  mine = await startService({ store, port });
  await page.locator('.status').waitFor({ state: 'hidden' });
  expect(await heard(page)).toEqual([]);
  await page.locator('textarea').fill('menu');
  await page.keyboard.press('Enter');
  await page.locator('[data-payload="search:open"]').first().waitFor();
  const told = await heard(page);
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told).size).toBe(told.length);
  await page.context().close();
  await mine.stop();
});

test('every kanji has its reading where that is wanted; the lexicon is loaded for nobody else', async () => {
  const page = await visit('about:blank', { viewport: DESKTOP, reducedMotion: 'reduce' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/furigana.json')) asked.push(request.url());
  });
  await page.goto(`${service.url}/?lang=ja`);
  await open(page);
  await question(page).waitFor();
  expect(asked).toEqual([]);
  await page.locator('header select').selectOption('ja-easy');
  await page.locator('.log .easy ruby.added').first().waitFor();
  await page.locator('.log > .question:last-child button').first().click({ delay: 250 });
  await page.locator('.log > .question:last-child:not(.answered) ruby').first().waitFor();
  const bare = await page.locator('.log .easy, .chips').evaluateAll((lines) =>
    lines.map((line) => {
      const copy = line.cloneNode(true) as unknown as {
        querySelectorAll(what: string): Iterable<{ remove(): void }>;
      };
      for (const ruby of copy.querySelectorAll('ruby, .quiet')) ruby.remove();
      return (copy as unknown as { textContent: string }).textContent;
    }),
  );
  expect(bare.length).toBeGreaterThan(2);
  expect(bare.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  expect(asked).toHaveLength(1);
  // Switched off: no reading but those in brackets.
  const readings = page.locator('.log .easy .added rt');
  expect(await readings.first().isVisible()).toBe(true);
  await page.locator('.more').click();
  await page.getByRole('switch', { name: 'ふりがな' }).click();
  await page.keyboard.press('Escape');
  expect(await readings.first().isVisible()).toBe(false);
  await page.context().close();
});

test('without the lexicon the readings in brackets remain, and the talk goes on', async () => {
  const page = await visit('about:blank', { viewport: DESKTOP, reducedMotion: 'reduce' });
  await page.route('**/furigana.json', (route) => route.abort());
  await page.goto(`${service.url}/?lang=ja-easy`);
  await open(page);
  await page.locator('.log ruby').first().waitFor();
  expect(await page.locator('.log ruby.added').count()).toBe(0);
  await question(page).locator('button').first().click({ delay: 250 });
  await page.locator('.answered').waitFor();
  await page.context().close();
});
