/** The standard web chat of the Bot Framework, as published, holds the main conversation against our endpoint. */
import type { Browser } from 'playwright-core';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';
import { launchBrowser, picture } from './browser.ts';
import { WebChatPage } from './webchat-page.ts';
import { serveWebChat, type WebChatSite } from './webchat-site.ts';

/** A whole conversation, of some thirty taps. */
jest.setTimeout(120_000);

let browser: Browser;
let service: Service;
let site: WebChatSite;
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
  site = await serveWebChat(service.url);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await service?.stop();
});

test.each([
  ['ja', 'WebSocket'],
  ['en', 'polling'],
])('in %s by %s: hello, sixty seconds, a job, its pay in two places, the next step', async (lang, way) => {
  const chat = await WebChatPage.open(browser, `${site.url}?lang=${lang}${way === 'polling' ? '&poll' : ''}`);
  const { page, transcript, cards } = chat;
  const shot = async (name: string) => {
    await chat.resting();
    await picture(page, `webchat-${lang}-${name}`);
  };
  await chat.settled();
  await shot('hello');

  await chat.tap('welcome:unsure');
  await chat.tap('pairs:open');
  await chat.tap('pairs:start');
  await shot('pair');
  for (let turn = 0; chat.payloads().some((payload) => payload.startsWith('pairs:choose')); turn += 1) {
    const options = chat.payloads().filter((payload) => /^pairs:choose:.*\d$/u.test(payload));
    await chat.tap(options[turn % 2]!);
  }
  // The result is there: interests with their figures, and jobs as cards, each with its button.
  const jobs = chat.payloads().filter((payload) => payload.startsWith('occupation:open'));
  expect(jobs.length).toBeGreaterThanOrEqual(3);
  expect(await cards.count()).toBe(jobs.length);
  expect(await chat.cardInView()).toBeGreaterThan(100);
  expect(await transcript.innerText()).toMatch(/\(R\): \d\.\d/u);
  await shot('results');

  await chat.tap('occupation:open');
  await shot('occupation');
  await chat.tap('wages:open');
  await chat.tap('prefecture:region:kanto');
  await chat.tap('prefecture:choose:13');
  await chat.tap('wages:other');
  await chat.tap('prefecture:region:kinki');
  await chat.tap('prefecture:choose:27');
  const pay = chat.seen.findLast(({ channelData }) => channelData?.shirube?.kind === 'bars')!.text!;
  expect(pay).toMatch(lang === 'ja' ? /東京都.*\n.*大阪府/u : /Tokyo.*\n.*Osaka/u);
  await transcript.getByText(pay.split('\n')[1]!, { exact: true }).last().waitFor();
  await shot('compare');

  await chat.tap('next:open');
  expect(await chat.cardInView()).toBeGreaterThan(100);
  // Ways out to official pages open from the cards.
  const opens = chat.seen.slice(-3).flatMap(({ attachments }) => attachments ?? []);
  const links = opens.flatMap(({ content }) => (content as { buttons: { value: string }[] }).buttons);
  expect(links.map(({ value }) => value)).toContainEqual(expect.stringMatching(/^https:\/\//u));
  await shot('next');
  expect(chat.faults).toEqual([]);
  expect(chat.streams).toBe(way === 'polling' ? 0 : 1);
  await page.context().close();
});

test('a reload shows the same conversation and goes on with it; a language chosen inside stays', async () => {
  const chat = await WebChatPage.open(browser, `${site.url}?lang=en`);
  const { page, transcript } = chat;
  await chat.settled();
  await chat.tap('welcome:unsure');
  await chat.tap('pairs:open');
  const said = chat.seen.map(({ id }) => id);
  const shown = await transcript.locator('.webchat__bubble__content').allInnerTexts();

  chat.seen.length = 0;
  await page.reload();
  await chat.settled();
  expect(chat.seen.map(({ id }) => id)).toEqual(said);
  expect(await transcript.locator('.webchat__bubble__content').allInnerTexts()).toEqual(shown);
  await chat.tap('pairs:start');
  expect(chat.payloads()).toContainEqual(expect.stringMatching(/^pairs:choose:/u));

  // The page says "en" with everything it sends; the person said やさしい日本語 since.
  await chat.write('やさしい日本語');
  await chat.settled();
  await chat.tap('go:pause');
  expect(chat.seen.at(-1)).toMatchObject({ locale: 'ja', channelData: { locale: 'ja-easy' } });
  expect(new Set(chat.seen.map(({ id }) => id)).size).toBe(chat.seen.length);
  expect(chat.faults).toEqual([]);
  await page.context().close();
});

test('what somebody types is shown as they typed it: no markup, no links, no script', async () => {
  const chat = await WebChatPage.open(browser, `${site.url}?lang=en`);
  await chat.settled();
  const typed = '**bold** <img src=x onerror=alert(1)> [a](javascript:alert(1))';
  await chat.write(typed);
  await chat.settled();
  await chat.transcript.locator('.webchat__text-content', { hasText: typed }).waitFor();
  expect(await chat.transcript.locator('img, a, strong').count()).toBe(0);
  await chat.page.context().close();
});
