import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchBrowser } from './browser.ts';
import { startService, type TestService } from './service.ts';
import { answer, lines, open, progress, question, startQuestions, visitor } from './talking.ts';

let browser: Browser;
let service: TestService;
const faults: string[] = [];
const visit = visitor(() => browser, faults);

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startService()]);
});
afterAll(async () => {
  await browser?.close();
  for (const close of opened) close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

const say = async (page: Page, text: string): Promise<void> => {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
};
/** How often the person's own words stand in the log. */
const times = async (page: Page, text: string) => (await lines(page)).filter((line) => line === text).length;
/** Waits until so many calls for the menu have arrived, and the last is answered. */
async function menus(page: Page, count: number): Promise<void> {
  await page
    .locator('.own:not(.sending)', { hasText: 'menu' })
    .nth(count - 1)
    .waitFor();
  await page.locator('.typing').waitFor({ state: 'detached' });
}

/** A line between browser and service whose streams can fall silent without closing, as a phone's do in a tunnel. */
class Tunnel {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #streams = new Set<readonly [Socket, Socket]>();
  readonly #server: Server;
  constructor(port: number) {
    this.#server = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      const pair = [near, far] as const;
      this.#pairs.add(pair);
      near.on('data', (bytes) => {
        if (/upgrade: websocket/iu.test(bytes.toString('latin1'))) this.#streams.add(pair);
      });
      for (const socket of pair) socket.on('error', () => {});
      near.pipe(far).pipe(near);
    });
    opened.push(() => this.#close());
  }
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  /** What the streams carry from now on arrives nowhere; new ones work. */
  silence(): void {
    expect(this.#streams.size).toBeGreaterThan(0);
    for (const [near, far] of this.#streams) {
      near.unpipe(far);
      far.unpipe(near);
      near.resume();
      far.resume();
    }
    this.#streams.clear();
  }
  #close(): void {
    this.#server.close();
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }
}
/** What must be closed in the end, whatever happened. */
const opened: (() => void)[] = [];

test('the line is lost while a message is on its way', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await question(page).waitFor();
  // The server takes it, but the word of that never comes back; then there is no network at all.
  let held = 0;
  await page.route('**/activities', async (route) => {
    if (route.request().method() !== 'POST' || held++ > 0) return route.continue();
    await route.fetch();
    await page.context().setOffline(true);
    return route.abort();
  });
  await say(page, 'menu');
  await page.locator('.status').waitFor();
  await say(page, 'menu');
  await page.locator('.unsent').first().waitFor();
  await page.context().setOffline(false);
  await page.locator('.status').waitFor({ state: 'hidden' });
  await menus(page, 2);
  expect(await page.locator('.unsent').count()).toBe(0);
  expect(held).toBeGreaterThan(1);
  // Twice said, twice answered; nothing a third time, also for those who read it all again.
  const said = await lines(page);
  expect(await times(page, 'menu')).toBe(2);
  await page.reload();
  await question(page).waitFor();
  expect(await lines(page)).toEqual(said);
  await page.context().close();
});

test('the stream falls silent without closing: the answer comes all the same, and the next at once', async () => {
  const tunnel = new Tunnel(service.port);
  const page = await visit(`${await tunnel.open()}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await question(page).waitFor();
  const streams: string[] = [];
  page.on('websocket', (socket) => streams.push(socket.url()));
  tunnel.silence();
  await say(page, 'menu');
  await menus(page, 1);
  expect(await times(page, 'menu')).toBe(1);
  // It has noticed, and listens on a new line.
  for (let waited = 0; streams.length === 0 && waited < 8_000; waited += 100) await page.waitForTimeout(100);
  expect(streams.length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  await say(page, 'menu');
  await menus(page, 2);
  expect(await times(page, 'menu')).toBe(2);
  await page.context().close();
});

test('asleep for hours, the line dead meanwhile: awake, it looks what it has missed', async () => {
  const tunnel = new Tunnel(service.port);
  const address = await tunnel.open();
  const page = await visit(`${address}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await startQuestions(page);
  await page.locator('.consent .yes').click();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  tunnel.silence();
  // Meanwhile the person goes on in another tab of the same browser.
  const other = await page.context().newPage();
  await other.goto(`${address}/?lang=en`);
  await open(other);
  await question(other).waitFor();
  for (const key of ['3', '4']) await answer(other, () => other.keyboard.press(key));
  await other.close();
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await page.locator('[role=progressbar][aria-valuenow="2"]').waitFor();
  await answer(page, () => page.keyboard.press('5'));
  expect(new Set(await page.locator('.question p').allInnerTexts()).size).toBe(
    await page.locator('.question p').count(),
  );
  await page.context().close();
});

test('two tabs on one conversation say and show the same', async () => {
  const page = await visit(`${service.url}/?lang=en`, { viewport: DESKTOP });
  await open(page);
  await startQuestions(page);
  await page.locator('.consent .yes').click();
  const other = await page.context().newPage();
  await other.goto(`${service.url}/?lang=en`);
  await open(other);
  await question(other).waitFor();
  // In turn, and what one has not sent is not lost when the other saves.
  await answer(other, () => other.keyboard.press('1'));
  await page.locator('[role=progressbar][aria-valuenow="1"]').waitFor();
  await page.route('**/activities', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await say(page, 'menu');
  await page.locator('.unsent').waitFor();
  await answer(other, () => other.keyboard.press('5'));
  await page.close();
  await other.reload();
  await other.locator('.own', { hasText: 'menu' }).waitFor();
  await menus(other, 1);
  expect(await times(other, 'menu')).toBe(1);
  await other.context().close();
});

test.each([
  ['a day fast', 86_400_000],
  ['years slow', -4 * 365 * 86_400_000],
])('with a clock that is %s', async (_, wrong) => {
  const context = await browser.newContext({ viewport: DESKTOP });
  const page = await context.newPage();
  await page.clock.install({ time: Date.now() + wrong });
  await page.goto(`${service.url}/?lang=en`);
  await open(page);
  await startQuestions(page);
  await answer(page, () => page.keyboard.press('2'));
  const said = await lines(page);
  await page.reload();
  await question(page).waitFor();
  await page.waitForTimeout(1_000);
  // Not greeted as after a long absence.
  expect(await lines(page)).toEqual(said);
  await context.close();
});

/** The service as `npm start` runs it, in a process of its own. */
class Process {
  #child: ChildProcess | undefined;
  readonly #folder: string;
  readonly #port: number;
  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }
  async start(): Promise<string> {
    const url = `http://127.0.0.1:${this.#port}`;
    this.#child = spawn(process.execPath, ['server.ts'], {
      cwd: path.resolve(__dirname, '../..'),
      env: { ...process.env, PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.#folder },
      stdio: 'ignore',
    });
    const child = this.#child;
    opened.push(() => child.kill('SIGKILL'));
    for (;;) {
      const ready = await fetch(`${url}/readyz`).catch(() => null);
      if (ready?.ok) return url;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#child!.once('exit', resolve));
    this.#child!.kill('SIGKILL');
    await gone;
  }
}

test('the server is killed in the middle of a questionnaire, again and again', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'shirube-killed-'));
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const server = new Process(folder, port);
  const page = await visit(`${await server.start()}/?lang=en`, { viewport: DESKTOP });
  page.setDefaultTimeout(30_000);
  await open(page);
  await startQuestions(page);
  for (let round = 0; round < 3; round += 1) {
    const before = Number(await progress(page));
    // Killed at once after the key: before, while or after the server takes it.
    await page.keyboard.press(String(round + 2));
    await page.waitForTimeout(round * 8);
    await server.kill();
    await page.locator('.status').waitFor();
    await server.start();
    await page.locator(`[role=progressbar][aria-valuenow="${before + 1}"]`).waitFor();
    await page.locator('.status').waitFor({ state: 'hidden' });
  }
  expect(await progress(page)).toBe('3');
  const asked = await page.locator('.question p').allInnerTexts();
  expect(new Set(asked).size).toBe(asked.length);
  const said = await lines(page);
  await page.reload();
  await question(page).waitFor();
  expect(await lines(page)).toEqual(said);
  await page.context().close();
  await server.kill();
  await rm(folder, { recursive: true });
}, 120_000);
