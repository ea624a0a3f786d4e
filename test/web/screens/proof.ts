/** Every screen of every dialog in every language: nobody is kept out, on a phone, on a desk, and at 400%. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DIALOGS } from '../../../dialogs/index.ts';
import type { Locale } from '../../../domain/locales.ts';
import type { Service } from '../../../server.ts';
import { ROOT } from '../../support/house.ts';
import { startWhole } from '../../support/service.ts';
import { DESKTOP, launchBrowser, PHONE } from '../browser.ts';
import { screensOf, Stage, type Screen } from './screens.ts';

const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const INSPECT = readFileSync(path.join(__dirname, 'inspect.js'), 'utf8');
/** 1280 × 1024 at 400%. */
const ZOOMED = { width: 320, height: 256 };

/** Proves it in one language; a file each, so that they run side by side. */
export function keepsNobodyOut(locale: Locale): void {
  let browser: Browser;
  let service: Service;
  let screens: Screen[];
  const errors: string[] = [];
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
    screens = screensOf(locale);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  afterEach(() => expect(errors.splice(0)).toEqual([]));

  test('there are screens of every dialog', () => {
    const dialogs = new Set(screens.map(({ name }) => name.split('/')[0]));
    expect(DIALOGS.map(({ name }) => name).filter((name) => !dialogs.has(name))).toEqual([]);
    expect(screens.length).toBeGreaterThan(100);
  });

  test.each([
    ['phone', PHONE, true],
    ['desktop', DESKTOP, true],
    ['page at 400%', ZOOMED, false],
  ])(
    'nobody is kept out, on a %s',
    async (_, viewport, axe) => {
      const stage = await Stage.open(browser, service.url, locale, errors, { viewport });
      await stage.page.evaluate(`${AXE};${INSPECT}`);
      // By fault, for one fault is often on many screens.
      const found: Record<string, string[]> = {};
      for (const screen of screens) {
        await stage.show(screen);
        for (const fault of await stage.faults({ axe })) (found[fault] ??= []).push(screen.name);
      }
      expect(found).toEqual({});
      await stage.page.context().close();
    },
    120_000,
  );

  test('nor by what the bubble itself says: closed, its menu, its questions, a lost line', async () => {
    const stage = await Stage.open(browser, service.url, locale, errors, { viewport: PHONE });
    const { page } = stage;
    await page.evaluate(`${AXE};${INSPECT}`);
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      const faults = await stage.faults({ axe: true });
      if (faults.length > 0) found[name] = faults;
    };
    await stage.show(screens.find(({ name }) => name.startsWith('welcome/greeting'))!);
    await page.locator('.chips button').last().click();
    await page.locator('.consent').waitFor();
    await look('consent');
    await page.locator('.more').click();
    await page.locator('.sheet summary').click();
    await look('menu');
    await page
      .locator('.switch')
      .nth(locale === 'ja-easy' ? 1 : 0)
      .click();
    await look('menu, larger');
    await page.locator('.sheet .forget').click();
    await look('forget');
    await page.keyboard.press('Escape');
    await look('larger');
    await stage.cutOff();
    await page.locator('textarea').fill('menu');
    await page.keyboard.press('Enter');
    await page.locator('.unsent').waitFor();
    await look('unsent');
    await page.locator('.close').click();
    await look('closed');
    expect(found).toEqual({});
    await page.context().close();
  }, 60_000);
}
