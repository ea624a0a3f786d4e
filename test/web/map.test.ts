/** The town in the bubble: seen, tapped, reached by keyboard, and gone where it cannot be loaded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LOCALES } from '../../domain/locales.ts';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';
import { launchBrowser, PHONE, picture } from './browser.ts';
import { visitor } from './talking.ts';

const AXE = readFileSync(path.join(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let service: Service;
const faults: string[] = [];
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

async function visit(locale: string, blocked = false): Promise<Page> {
  const page = await visitor(() => browser, faults)('about:blank', {
    viewport: PHONE,
    reducedMotion: 'reduce',
  });
  if (blocked) await page.route('**/pictures/**', (route) => route.abort());
  await page.goto(`${service.url}/?lang=${locale}&open=browse:map:all`);
  await page.locator('.question:not(.answered) [data-payload="browse:list:sea"]').waitFor();
  return page;
}
const town = (page: Page) => page.locator('.picture');
const places = (page: Page) => town(page).locator('button');

test.each(LOCALES)('in %s it is there, every place a target with a name', async (locale) => {
  const page = await visit(locale);
  await town(page)
    .locator('img')
    .evaluate((image: { decode(): Promise<void> }) => image.decode());
  await town(page).scrollIntoViewIfNeeded();
  await picture(page, `map-${locale}`);
  expect(await places(page).count()).toBe(11);
  const frame = (await town(page).boundingBox())!;
  expect(frame.width).toBeGreaterThan(300);
  expect(Math.abs(frame.width - frame.height)).toBeLessThan(2);
  for (const place of await places(page).all()) {
    const box = (await place.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(await place.getAttribute('aria-label')).toBeTruthy();
  }
  expect((await town(page).locator('img').getAttribute('alt'))!.length).toBeGreaterThan(15);
  await page.evaluate(AXE);
  const result = (await page.evaluate(
    `axe.run({ fromShadowDom: ['shirube-bubble', '.log'] }, { resultTypes: ['violations'] })`,
  )) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  const inside = result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(inside).toEqual([]);
  await page.context().close();
});

test('a tap on the sea answers the question below, once', async () => {
  const page = await visit('en');
  await page.waitForTimeout(250);
  await town(page).locator('[data-payload="browse:list:sea"]').click();
  await page.locator('.card').first().waitFor();
  expect(await page.locator('.answered .chosen').last().innerText()).toContain('Sea and harbour');
  expect(await page.locator('.own:not([hidden])').count()).toBe(0);
  await page.context().close();
});

test('a place is reached and chosen by keyboard', async () => {
  const page = await visit('en');
  await page.waitForTimeout(250);
  await town(page).locator('[data-payload="browse:list:farm"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.card').first().waitFor();
  expect(await page.locator('.answered .chosen').last().innerText()).toContain('Farms');
  await page.context().close();
});

test('where the picture cannot be loaded, the words remain', async () => {
  const page = await visit('ja', true);
  await town(page).waitFor({ state: 'detached' });
  expect(await page.locator('.question:not(.answered) button').count()).toBe(11);
  await page.context().close();
});
