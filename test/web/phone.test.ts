/**
 * A cheap phone on a slow line, as `npm run bench` measures it. Times are limits that a busy machine keeps too; the
 * figures to quote are the benchmark's. Bytes and layout shifts do not depend on the machine.
 */
import type { Browser } from 'playwright-core';
import { openBubble, openSites, visitBubble, type Sites } from '../../bench/phone.ts';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';
import { launchBrowser } from './browser.ts';

/** A processor slowed four times takes its time, on a busy machine above all. */
jest.setTimeout(120_000);

let browser: Browser;
let service: Service;
let sites: Sites;
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
  sites = await openSites(service.url.replace('localhost', '127.0.0.1'));
});
afterAll(async () => {
  await browser?.close();
  sites?.close();
  await service?.stop();
});

test('the launcher is light, and the first question comes soon after the tap on it', async () => {
  const { shown, bytes, opened, shift } = await openBubble(browser, sites);
  expect(bytes).toBeLessThan(14 * 1024);
  expect(shown).toBeLessThan(10_000);
  expect(opened).toBeLessThan(15_000);
  expect(shift).toBe(0);
});

test('open from the start it is usable soon, and answers a tap', async () => {
  const { usable, taps, bytes, shift, heap } = await visitBubble(browser, sites);
  // It cannot be faster than the line: page, script and conversation wait for each other.
  expect(usable).toBeGreaterThan(900);
  expect(usable).toBeLessThan(15_000);
  const [, , median] = [...taps].sort((a, b) => a - b);
  expect(median).toBeGreaterThan(150);
  expect(median).toBeLessThan(3_000);
  expect(bytes).toBeLessThan(60 * 1024);
  expect(heap).toBeLessThan(16 * 1024 * 1024);
  expect(shift).toBe(0);
});
