import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PHONE } from './browser.ts';

/**
 * Visits a page in a browser context of its own. What goes wrong on the page is added to `faults`: errors, and what a
 * content security policy forbids.
 */
export const visitor =
  (browser: () => Browser, faults: string[]) =>
  async (url: string, options: BrowserContextOptions = { viewport: PHONE, deviceScaleFactor: 2 }) => {
    const context = await browser().newContext(options);
    // Says where it waited in vain, before the test's own time is up.
    context.setDefaultTimeout(12_000);
    const page = await context.newPage();
    watch(page, faults);
    await page.goto(url);
    return page;
  };

/** Adds what goes wrong on a page to `faults`. */
export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/ERR_|WebSocket|Failed to (?:load resource|fetch dyn)/u.test(line.text()))
      faults.push(line.text());
  });
}

export const open = (page: Page) => page.locator('[data-shirube-open]').click();
export const question = (page: Page) => page.locator('.question:not(.answered)');
/** The number of the question that is open, `0` before the first. */
export const progress = (page: Page) => page.locator('[role=progressbar]').getAttribute('aria-valuenow');
/** What stands in the log, line by line. */
export const lines = (page: Page) => page.locator('.log > :not([hidden]):not(.typing)').allInnerTexts();

/** As long as a thumb takes: a tap sooner after a question was shown is taken for the second half of a double tap. */
const SLOW = { delay: 250 };

/** From the greeting to the first question about interests. */
export async function startQuestions(page: Page): Promise<void> {
  await question(page).locator('button').first().click(SLOW);
  await page.locator('[data-payload="interests:open"]').click(SLOW);
  await page.locator('[data-payload="interests:start"]').click(SLOW);
  await page.locator('[role=progressbar]').waitFor();
}

/** Answers, and waits for the next question. */
export async function answer(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await progress(page);
  await act();
  await page.locator(`[role=progressbar]:not([aria-valuenow="${before}"])`).waitFor();
}
