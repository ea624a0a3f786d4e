/**
 * Takes the pictures of the bubble in `docs/images/` (and, with a folder as argument, all screens in all languages there):
 * starts the service on a free port with an empty store, and photographs it with the browser that the tests use.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startService } from '../../server.ts';
import { readSettings } from '../../settings.ts';
import { DESKTOP, launchBrowser, PHONE } from '../../test/web/browser.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs/images');
const silent = { info() {}, warn() {}, error() {} };

const question = (page: Page) => page.locator('.question:not(.answered)');

async function visit(browser: Browser, address: string, viewport = DESKTOP, deviceScaleFactor = 1) {
  const page = await (await browser.newContext({ viewport, deviceScaleFactor })).newPage();
  await page.goto(address);
  await page.locator('.launch').waitFor();
  return page;
}

/** As far as the questionnaire, with two answers given. */
async function talk(page: Page): Promise<void> {
  await page.locator('[data-shirube-open]').click();
  await question(page).locator('button').first().click({ delay: 250 });
  await page.locator('[data-payload="interests:open"]').click();
  await page.locator('[data-payload="interests:start"]').click();
  // Tapped, not typed: after a key what is new gets a frame, as for everybody who uses the keyboard.
  for (const [done, answer] of [4, 2].entries()) {
    await page.locator(`[role=progressbar][aria-valuenow="${done}"]`).waitFor();
    await question(page)
      .locator('button')
      .nth(answer - 1)
      .click({ delay: 250 });
  }
  await page.locator('[role=progressbar][aria-valuenow="2"]').waitFor();
  // Out of the way of what is shown.
  await page.mouse.move(2, 2);
}

/** The page, the conversation and what lies behind ⋯. */
async function screens(browser: Browser, url: string, folder: string, lang: string): Promise<void> {
  for (const [kind, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    const page = await visit(browser, `${url}/?lang=${lang}`, viewport, kind === 'phone' ? 1.5 : 1);
    const take = (name: string) =>
      page.screenshot({
        animations: 'disabled',
        path: path.join(folder, `bubble-${name}-${kind}-${lang}.png`),
      });
    await take('page');
    await talk(page);
    await take('open');
    await page.locator('.more').click();
    await take('menu');
    await page.context().close();
  }
}

const data = await mkdtemp(path.join(tmpdir(), 'shirube-pictures-'));
const settings = { ...readSettings({ DATA_DIR: data }), PORT: 0, HOST: '127.0.0.1' };
const service = await startService(settings, silent);
const browser = await launchBrowser();
try {
  const folder = process.argv[2];
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true });
    for (const lang of ['ja', 'ja-easy', 'en']) await screens(browser, service.url, folder, lang);
  } else {
    const page = await visit(browser, `${service.url}/?lang=ja`);
    await page.screenshot({ path: path.join(DOCS, 'bubble-launcher.png') });
    await talk(page);
    await page.screenshot({ animations: 'disabled', path: path.join(DOCS, 'bubble-desktop.png') });
    const phone = await visit(browser, `${service.url}/?lang=ja-easy`, PHONE, 1.5);
    await talk(phone);
    await phone.screenshot({ animations: 'disabled', path: path.join(DOCS, 'bubble-phone.png') });
  }
} finally {
  await browser.close();
  await service.stop();
  await rm(data, { recursive: true });
}
