import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Activity, DirectLine } from 'botframework-directlinejs';
import type { Browser, Page } from 'playwright-core';
import { openMemoryStore } from '../../store/memory/store.ts';
import { launchBrowser } from './browser.ts';
import { Client, type Body } from './client.ts';
import { startService } from './service.ts';

/** The public client, as a page on another site has it. */
let script: string;
let browser: Browser;

beforeAll(async () => {
  const flags = [
    '--bundle',
    '--format=iife',
    '--global-name=lib',
    '--define:process={"env":{}}',
    '--define:global=window',
  ];
  const bundle = promisify(execFile)(
    'node_modules/.bin/esbuild',
    ['./node_modules/botframework-directlinejs', ...flags],
    {
      maxBuffer: 50 * 1024 * 1024,
    },
  );
  [{ stdout: script }, browser] = await Promise.all([bundle, launchBrowser()]);
});
afterAll(() => browser?.close());

declare const lib: { DirectLine: typeof DirectLine };
declare const window: { line: DirectLine; seen: Activity[]; states: number[] };

interface Way {
  readonly domain: string;
  readonly webSocket: boolean;
  readonly token?: string;
  readonly conversationId?: string;
}

function connect(way: Way): void {
  window.line = new lib.DirectLine({
    ...{ ...way, pollingInterval: 200, conversationStartProperties: { locale: 'en' } },
    // Come back after three seconds, not up to fifteen.
    random: () => 0,
  });
  window.seen = [];
  window.states = [];
  window.line.connectionStatus$.subscribe((state) => window.states.push(state));
  window.line.activity$.subscribe((activity) => window.seen.push(activity));
}

const say = (page: Page, text: string, value?: object) =>
  page.evaluate((activity) => window.line.postActivity(activity as Activity).toPromise() as Promise<string>, {
    type: 'message',
    from: { id: 'me' },
    text,
    value,
  });

/** Waits for an answer to what was said, and gives the ids of everything so far. */
async function answered(page: Page, id?: string): Promise<string[]> {
  await page.waitForFunction(
    (cause) =>
      window.seen.some((activity) => 'replyToId' in activity && (!cause || activity.replyToId === cause)),
    id,
  );
  return page.evaluate(() => window.seen.map((activity) => activity.id!));
}

const WAYS: [name: string, webSocket: boolean][] = [
  ['polling', false],
  ['WebSocket', true],
];
/** What the client calls the state of its connection; the next one up, 4, is that it has given up. */
const EXPIRED = 3;

test.each(WAYS)(
  'botframework-directlinejs holds a conversation by %s and through a restart',
  async (_, webSocket) => {
    const store = openMemoryStore();
    let service = await startService({ store });
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    await page.evaluate(connect, { domain: `${service.url}/v3/directline`, webSocket });
    await answered(page);
    const id = await say(page, 'Start', { payload: 'interests:open' });
    const ids = await answered(page, id);
    expect(ids).toContain(id);

    if (webSocket) {
      const { port } = service;
      await service.stop();
      service = await startService({ store, port });
      const again = await say(page, 'menu');
      ids.push(...(await answered(page, again)));
    }
    const all = await page.evaluate(() => window.seen.map((activity) => activity.id!));
    expect(new Set(all).size).toBe(all.length);
    await page.evaluate(() => window.line.end());
    await page.close();
    await service.stop();
  },
);

/** A token for a conversation of its own, and a page that talks with it. */
async function enter(url: string, webSocket: boolean, more: Partial<Way> = {}): Promise<[Page, Body]> {
  const { body } = await new Client(url).call('POST', 'tokens/generate', undefined, { locale: 'en' });
  const page = await browser.newPage();
  await page.clock.install();
  await page.addScriptTag({ content: script });
  await page.evaluate(connect, { domain: `${url}/v3/directline`, token: body.token, webSocket, ...more });
  return [page, body];
}

const seen = (page: Page) => page.evaluate(() => window.seen.map((activity) => activity.id!));

test.each(WAYS)('the client renews its token and talks on for hours, by %s', async (_, webSocket) => {
  let now = Date.now();
  const service = await startService({ clock: () => now });
  const [page] = await enter(service.url, webSocket);
  await answered(page);
  // A token is good for half an hour; the client asks for a new one every quarter.
  for (let quarter = 0; quarter < 8; quarter += 1) {
    now += 15 * 60_000;
    const renewed = page.waitForResponse((response) => response.url().endsWith('/tokens/refresh'));
    await page.clock.fastForward('15:00');
    expect((await renewed).status()).toBe(200);
  }
  await answered(page, await say(page, 'menu'));
  expect(await page.evaluate(() => window.states)).not.toContain(EXPIRED);
  const ids = await seen(page);
  expect(new Set(ids).size).toBe(ids.length);
  await page.close();
  await service.stop();
});

test.each(WAYS)(
  'a client that slept through the end of its token is let in again, by %s',
  async (_, webSocket) => {
    let now = Date.now();
    const service = await startService({ clock: () => now });
    const [page, { conversationId, resumeToken }] = await enter(service.url, webSocket);
    await answered(page);
    const before = await seen(page);
    now += 45 * 60_000;
    expect(await say(page, 'too late')).toBe('retry');
    await page.waitForFunction((expired) => window.states.includes(expired), EXPIRED);

    const client = new Client(service.url);
    const { token } = (await client.call('POST', 'tokens/refresh', resumeToken)).body;
    // From where the client stands, or it would be told everything again.
    const watermark = await page.evaluate(() => window.line['watermark']);
    const again = `conversations/${conversationId}?watermark=${watermark}`;
    const { body } = await client.call('GET', again, token);
    await page.evaluate((conversation) => window.line.reconnect(conversation), body);
    await answered(page, await say(page, 'menu'));
    const ids = await seen(page);
    expect(ids.slice(0, before.length)).toEqual(before);
    // Let in anew, the client listens to a second stream beside the first. What comes twice has one id.
    const { activities } = await client.read(body);
    expect([...new Set(ids)]).toEqual(activities.map(({ id }) => id));
    await page.close();
    await service.stop();
  },
);

test.each(WAYS)('nobody reads or writes another person’s conversation, by %s', async (_, webSocket) => {
  const service = await startService();
  const [hers, { conversationId, token }] = await enter(service.url, webSocket);
  await answered(hers, await say(hers, 'nurse'));

  // The other one has a good token, and knows her conversation's id.
  const [theirs, other] = await enter(service.url, webSocket, { conversationId });
  const refused = (response: { url(): string; status(): number }) =>
    response.url().includes(conversationId) && response.status() === 403;
  await theirs.waitForResponse(refused);
  const words = 'spoken in her name';
  expect(await say(theirs, words).catch(() => 'given up')).toMatch(/^(?:retry|given up)$/u);
  const client = new Client(service.url);
  const post = await client.post({ ...other, conversationId }, { type: 'message', text: words });
  expect(post.status).toBe(403);
  expect(await seen(theirs)).toEqual([]);
  await theirs.waitForFunction((refusal) => window.states.at(-1)! >= refusal, EXPIRED);

  await service.idle();
  const { activities } = await client.read({ conversationId, token } as Body);
  const said = activities.filter(({ from }) => from?.role === 'user').map(({ text }) => text);
  expect(said.filter((text) => text !== undefined)).toEqual(['nurse']);
  await hers.close();
  await theirs.close();
  await service.stop();
});
