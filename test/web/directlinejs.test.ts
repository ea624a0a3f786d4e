import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Activity, DirectLine } from 'botframework-directlinejs';
import type { Browser, Page } from 'playwright-core';
import { openMemoryStore } from '../../store/memory/store.ts';
import { launchBrowser } from './browser.ts';
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
declare const window: { line: DirectLine; seen: Activity[] };

function connect({ domain, webSocket }: { domain: string; webSocket: boolean }): void {
  window.line = new lib.DirectLine({
    ...{ domain, webSocket, pollingInterval: 200, conversationStartProperties: { locale: 'en' } },
    // Come back after three seconds, not up to fifteen.
    random: () => 0,
  });
  window.seen = [];
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

test.each([
  ['polling', false],
  ['WebSocket', true],
])('botframework-directlinejs holds a conversation by %s and through a restart', async (_, webSocket) => {
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
});
