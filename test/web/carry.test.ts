/** From LINE to the browser and back, through the whole service: links, codes, and what each side is told. */
import type { Browser, Page } from 'playwright-core';
import type { Service } from '../../server.ts';
import {
  followed,
  newPerson,
  said,
  startStandin,
  tapped,
  textsOf,
  type Standin,
} from '../line/standin/index.ts';
import { realHouse } from '../support/house.ts';
import { startWhole } from '../support/service.ts';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';

const PUBLIC = 'https://shirube.example';
let browser: Browser;
let standin: Standin;
let service: Service;
let words: (key: string) => string;

beforeAll(async () => {
  const house = await realHouse();
  words = (key) => house.words.phrase('en', { key });
  [browser, standin] = await Promise.all([launchBrowser(), startStandin()]);
  service = await startWhole({
    PUBLIC_BASE_URL: PUBLIC,
    LINE_CHANNEL_SECRET: standin.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: standin.channelAccessToken,
    LINE_API_BASE_URL: standin.url,
  });
  // As a person reaches it here; the public address is for links only.
  service = { ...service, url: service.url.replace('localhost', '127.0.0.1') };
  standin.webhook = `${service.url}/line/webhook`;
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await standin?.stop();
});

/** Somebody on LINE who speaks English and has kept an occupation. */
async function onLine(): Promise<string> {
  const ann = newPerson();
  await standin.deliver([followed(ann), tapped(ann, 'language:set:en'), tapped(ann, 'list:keep:156')]);
  await standin.waitFor(ann, 3);
  return ann;
}
async function answerOn(person: string, event: ReturnType<typeof said>): Promise<string> {
  const before = standin.sends(person).length;
  await standin.deliver([event]);
  await standin.waitFor(person, before + 1);
  return JSON.stringify(standin.sends(person)[before]);
}
const log = (page: Page) => page.locator('.log');
const sees = (page: Page, key: string) => log(page).getByText(words(key)).first().waitFor();

test('a link from LINE opens the page where the conversation was, once, and the code is nowhere else', async () => {
  const ann = await onLine();
  const offer = await answerOn(ann, tapped(ann, 'carry:open'));
  const link = new URL(/https:\/\/shirube\.example\/[^"]*/u.exec(offer)![0]);
  const code = link.hash.slice('#carry='.length);
  expect(code).toMatch(/^[2-9A-Z]{8}$/u);

  const page = await (await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2 })).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
  await page.goto(link.href.replace(PUBLIC, service.url));
  // Anybody could have sent such a link: it is asked first.
  await sees(page, 'carry:asking.link');
  await picture(page, 'carry-asking-phone');
  await page.locator('[data-payload="carry:replace"]').click({ delay: 250 });
  await sees(page, 'carry:arrived');
  await picture(page, 'carry-arrived-phone');
  expect(page.url()).toBe(`${service.url}/?openExternalBrowser=1&lang=en`);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.join('\n')).not.toContain(code);

  // The other side is told, by a push: no webhook asked for it.
  await standin.waitFor(ann, 5);
  expect(textsOf(standin.sends(ann)[4]![0]!).join('\n')).toBe(words('carry:went.web'));
  expect(standin.attempts.filter(({ person }) => person === ann).at(-1)).toMatchObject({
    way: 'push',
    status: 200,
  });

  // Opened again, or reloaded, it asks for nothing twice.
  await page.reload();
  await sees(page, 'carry:arrived');
  expect(await log(page).getByText(words('carry:refused.used')).count()).toBe(0);
  const other = await (await browser.newContext({ viewport: PHONE })).newPage();
  await other.goto(link.href.replace(PUBLIC, service.url));
  await sees(other, 'carry:refused.used');
});

/** A page, and the codes that it sends to the service, each time it does. */
async function watched(): Promise<readonly [Page, string[]]> {
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  const codes: string[] = [];
  page.on('request', (request) => {
    const code = /"payload":"carry:take:(\w+)"/u.exec(request.postData() ?? '')?.[1];
    if (code !== undefined) codes.push(code);
  });
  return [page, codes];
}
/** A code that nobody has: it is asked for, and the person hears that it is unknown. */
const WRONG = 'ABCD2345';
const kept = (page: Page) =>
  page.evaluate<string>(`JSON.stringify([{ ...localStorage }, { ...sessionStorage }])`);
const refused = (page: Page) => sees(page, 'carry:refused.unknown');

test('a code is not lost when the conversation only loads after a reload, and is sent once', async () => {
  const [page, codes] = await watched();
  await page.route('**/widget/conversation-*', (route) => route.abort());
  await page.goto(`${service.url}/?lang=en#carry=${WRONG}`);
  await page.locator('.wait:not(.none)').waitFor();
  expect(page.url()).not.toContain(WRONG);
  expect(codes).toEqual([]);
  await page.unroute('**/widget/conversation-*');
  await page.reload();
  await refused(page);
  expect(await kept(page)).not.toContain(WRONG);
  await page.reload();
  await refused(page);
  expect(codes).toEqual([WRONG]);
});

test('a code is not lost when the script only loads after a reload', async () => {
  const [page, codes] = await watched();
  await page.route('**/widget.js', (route) => route.abort());
  await page.goto(`${service.url}/?lang=en#carry=${WRONG}`);
  await page.unroute('**/widget.js');
  await page.reload();
  await refused(page);
  expect(page.url()).not.toContain(WRONG);
  expect(codes).toEqual([WRONG]);
});

test('a link followed on a page that is open already is heard, before the bubble was opened and after', async () => {
  const [page, codes] = await watched();
  await page.goto(`${service.url}/?lang=en`);
  await page.locator('.launch').waitFor();
  await page.goto(`${service.url}/?lang=en#carry=${WRONG}`);
  await refused(page);
  await page.keyboard.press('Escape');
  await page.goto(`${service.url}/?lang=en#carry=CDEF2345`);
  await log(page).getByText(words('carry:refused.unknown')).nth(1).waitFor();
  expect(page.url()).not.toContain('#');
  expect(codes).toEqual([WRONG, 'CDEF2345']);
});

test('on a shared terminal a code is kept nowhere', async () => {
  const [page, codes] = await watched();
  await page.route(`${service.url}/?*`, async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({
      body: body.replace('src="widget.js"', 'src="widget.js" data-remember="never"'),
      contentType: 'text/html',
    });
  });
  await page.route('**/widget/conversation-*', (route) => route.abort());
  await page.goto(`${service.url}/?lang=en#carry=${WRONG}`);
  await page.locator('.wait:not(.none)').waitFor();
  expect(await kept(page)).toBe('[{},{}]');
  await page.unroute('**/widget/conversation-*');
  await refused(page);
  expect(codes).toEqual([WRONG]);
});

test('a code from the bubble goes on in LINE; the link there has it written already', async () => {
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage();
  await page.goto(`${service.url}/?lang=en`);
  await page.locator('[data-shirube-open]').click();
  const tap = (payload: string) => page.locator(`[data-payload="${payload}"]`).last().click({ delay: 250 });
  await tap('go:menu');
  await tap('carry:open');
  const link = log(page).locator('a[href^="https://line.me/"]');
  const href = (await link.getAttribute('href'))!;
  const code = /^https:\/\/line\.me\/R\/oaMessage\/%40standin\/\?([2-9A-Z]{4}-[2-9A-Z]{4})$/u.exec(href)?.[1];
  expect(code).toBeDefined();
  expect(await log(page).innerText()).toContain(code);
  await picture(page, 'carry-offered-desktop');

  const ann = newPerson();
  await standin.deliver([followed(ann)]);
  await standin.waitFor(ann, 1);
  expect(await answerOn(ann, said(ann, code!))).toContain(words('carry:arrived'));
  await log(page).getByText('Your code has just been used on LINE').waitFor();
  await picture(page, 'carry-told-desktop');
});

test('what is kept can be deleted on LINE and in the bubble', async () => {
  const ann = await onLine();
  expect(await answerOn(ann, said(ann, 'please delete my data'))).toContain(words('forget:asking.line'));
  expect(await answerOn(ann, tapped(ann, 'forget:now'))).toContain(words('forget:gone.text'));
  // Somebody new, whose language only the button remembers.
  expect(await answerOn(ann, tapped(ann, 'language:set:en'))).toContain('welcome:unsure');

  const page = await (await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2 })).newPage();
  await page.goto(`${service.url}/?lang=en`);
  await page.locator('[data-shirube-open]').click();
  const tap = (payload: string) => page.locator(`[data-payload="${payload}"]`).last().click({ delay: 250 });
  await tap('go:menu');
  await tap('forget:open');
  await sees(page, 'forget:asking.text');
  await picture(page, 'forget-asking-phone');
  await tap('forget:now');
  await sees(page, 'forget:gone.text');
  await tap('language:set:en');
  await page.locator('[data-payload="welcome:unsure"]').last().waitFor();
});
