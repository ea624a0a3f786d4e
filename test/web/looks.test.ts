/** How the main screens look, kept as pictures for people to look at; and that every way to look at them works. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import type { Service } from '../../server.ts';
import { realHouse } from '../support/house.ts';
import { startWhole } from '../support/service.ts';
import { handy, Talk } from '../support/talk.ts';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';
import { Stage, type Screen } from './screens/screens.ts';

const INSPECT = readFileSync(path.join(__dirname, 'screens/inspect.js'), 'utf8');

let browser: Browser;
let service: Service;
const errors: string[] = [];
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

/** The screens that most people see. */
async function mainScreens(locale: Locale): Promise<Screen[]> {
  const talk = new Talk(await realHouse(), locale);
  const screens: Screen[] = [];
  const take = (name: string, act: () => unknown) => {
    act();
    screens.push({ name, spoken: talk.last });
  };
  take('hello', () => talk.hello());
  take('menu', () => talk.tap('go:menu'));
  take('question', () => talk.begin());
  take('results', () => talk.answer(handy));
  take('occupation', () => talk.tap('occupation:open:156'));
  take('story', () => talk.tap('occupation:story:156'));
  take('pay', () => talk.tap('wages:open:156'));
  take('map', () => talk.tap('browse:map:all'));
  take('word', () => talk.tap('glossary:open:regular_employee'));
  take('help', () => talk.say('死にたい'));
  take('next', () => talk.tap('next:open'));
  take('compared', () => talk.tap('list:compare:156,134'));
  return screens;
}

const open = (locale: Locale, options: BrowserContextOptions) =>
  Stage.open(browser, service.url, locale, errors, options);

describe.each(LOCALES)('in %s', (locale) => {
  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])(
    'the main screens, on a %s',
    async (kind, viewport) => {
      const stage = await open(locale, { viewport, ...(kind === 'phone' && { deviceScaleFactor: 2 }) });
      for (const screen of await mainScreens(locale)) {
        await stage.show(screen);
        await stage.page.waitForLoadState('networkidle');
        await picture(stage.page, `screens/${kind}/${locale}/${screen.name}`);
      }
      await stage.page.context().close();
    },
    60_000,
  );

  test('with letters twice as large nothing is cut off', async () => {
    const stage = await open(locale, { viewport: PHONE });
    await stage.page.evaluate(INSPECT);
    const found: Record<string, string[]> = {};
    for (const screen of await mainScreens(locale)) {
      await stage.show(screen);
      await stage.page.evaluate('enlarge(2)');
      const faults = await stage.faults({ axe: false });
      if (faults.length > 0) found[screen.name] = faults;
      if (['hello', 'question', 'occupation'].includes(screen.name))
        await picture(stage.page, `screens/text-200/${locale}/${screen.name}`);
    }
    expect(found).toEqual({});
    await stage.page.context().close();
  }, 60_000);
});

test('letters, words and lines far apart cut nothing off', async () => {
  for (const locale of LOCALES) {
    const stage = await open(locale, { viewport: PHONE });
    await stage.page.evaluate(`${INSPECT};spaceOut()`);
    for (const screen of await mainScreens(locale)) {
      await stage.show(screen);
      expect([locale, screen.name, ...(await stage.faults({ axe: false }))]).toEqual([locale, screen.name]);
    }
    await stage.page.context().close();
  }
}, 60_000);

test('bars, edges of inputs and switches stand out from their ground', async () => {
  const stage = await open('en', { viewport: PHONE });
  await stage.page.evaluate(INSPECT);
  const screens = await mainScreens('en');
  await stage.show(screens.find(({ name }) => name === 'results')!);
  await stage.page.locator('.more').click();
  const pairs = [
    [
      ['.length .fill', 'fill'],
      ['.length .ground', 'fill'],
    ],
    [
      ['textarea', 'borderTopColor'],
      ['footer', 'backgroundColor'],
    ],
    [
      ['.switch i', 'backgroundColor'],
      ['.switch', 'backgroundColor'],
    ],
    [
      ['.chips button', 'borderTopColor'],
      ['footer', 'backgroundColor'],
    ],
    [
      ['form button', 'color'],
      ['form button', 'backgroundColor'],
    ],
  ];
  for (const pair of pairs) {
    const contrast: number = await stage.page.evaluate(`contrast(...${JSON.stringify(pair)})`);
    expect([pair, contrast >= 3]).toEqual([pair, true]);
  }
  await stage.page.context().close();
});

test('who wants less motion gets none that could be seen', async () => {
  const stage = await open('en', { viewport: PHONE, reducedMotion: 'reduce' });
  await stage.page.evaluate(INSPECT);
  for (const screen of await mainScreens('en')) {
    await stage.show(screen);
    expect(await stage.page.evaluate('motions()')).toEqual([]);
  }
  await stage.page.context().close();
  const moving = await open('en', { viewport: PHONE, reducedMotion: 'no-preference' });
  await moving.page.evaluate(INSPECT);
  await moving.show((await mainScreens('en'))[0]!);
  expect(await moving.page.evaluate('motions()')).not.toEqual([]);
  await moving.page.context().close();
});

test.each<[string, BrowserContextOptions]>([
  ['forced-colors', { forcedColors: 'active' }],
  ['more-contrast', { contrast: 'more' }],
  ['page-at-400', { viewport: { width: 320, height: 256 } }],
])('%s', async (name, options) => {
  const stage = await open('en', { viewport: PHONE, ...options });
  for (const screen of await mainScreens('en')) {
    await stage.show(screen);
    if (!['hello', 'question', 'results', 'occupation', 'map', 'pay'].includes(screen.name)) continue;
    await stage.page.waitForLoadState('networkidle');
    await picture(stage.page, `screens/${name}/en/${screen.name}`);
    if (name !== 'forced-colors') continue;
    // Without colours of ours, what can be pressed has an edge.
    const edges: string[] = await stage.page.evaluate(
      `[...document.querySelector('shirube-bubble').shadowRoot.querySelectorAll('.options button, .chips button, .card button, textarea')]
        .map((element) => getComputedStyle(element).borderTopStyle)`,
    );
    expect(edges.filter((edge) => edge !== 'solid')).toEqual([]);
  }
  await stage.page.context().close();
});
