/**
 * A cheap phone on a slow line, in the real browser: how long until the bubble can be used and until it answers, beside
 * the standard web chat on the same kind of page. Everything comes from this machine, compressed, to an empty cache.
 */
import type { Browser } from 'playwright-core';
import { launchBrowser, PHONE } from '../test/web/browser.ts';
import { serveWebChat } from '../test/web/webchat-site.ts';
import { serveHost } from './phone/site.ts';
import { SLOW_4G, SlowLine } from './phone/slow-line.ts';
import { CPU_SLOWDOWN, Visit, type Place, type Seen } from './phone/visit.ts';
import { startProgram } from './service.ts';

const ROUNDS = 5;
/** Answers tapped in one visit. */
const TAPS = 5;

const LAUNCHER: Place = { host: 'shirube-bubble', buttons: '.launch' };
const BUBBLE: Place = { host: 'shirube-bubble', buttons: '.question:not(.answered) button' };
const WEBCHAT: Place = { host: null, buttons: '.webchat__suggested-actions button' };

/** What one visit showed; times in milliseconds. */
export interface Measured extends Seen {
  /** From the start of the navigation until the first question can be answered. */
  readonly usable: number;
  /** From each tap on an answer until the next question has been painted, the line included. */
  readonly taps: readonly number[];
  /** Bytes that came until then. */
  readonly bytes: number;
  /** Bytes of JavaScript's memory. */
  readonly heap: number;
}

/** What opening the bubble showed; times in milliseconds. */
export interface Opened {
  /** From the start of the navigation until the launcher can be tapped. */
  readonly shown: number;
  /** Bytes that came until then. */
  readonly bytes: number;
  /** From the tap on it until the first question can be answered. */
  readonly opened: number;
  readonly shift: number;
}

/** The addresses at this end of a slow line. */
export interface Sites {
  readonly line: SlowLine;
  /** A page with the bubble. */
  readonly host: string;
  /** A page with the standard web chat. */
  readonly webChat: string;
  close(): void;
}

/** Puts a service, a page with the bubble and one with the standard web chat behind a slow line. */
export async function openSites(service: string): Promise<Sites> {
  const line = new SlowLine(SLOW_4G);
  const near = await line.to(service);
  const [host, webChat] = await Promise.all([serveHost(near), serveWebChat(near)]);
  return {
    line,
    host: await line.to(host.url),
    webChat: await line.to(webChat.url),
    close() {
      line.close();
      host.close();
      webChat.close();
    },
  };
}

/** A visit to a page with a closed bubble, which is opened. */
export async function openBubble(browser: Browser, { line, host }: Sites): Promise<Opened> {
  const visit = await Visit.begin(browser, line, `${host}/`);
  const shown = await visit.painted(LAUNCHER);
  const { bytes } = visit;
  const opened = await visit.tap('.launch', BUBBLE);
  const { shift } = await visit.seen();
  await visit.end();
  return { shown, bytes, opened, shift };
}

/** A visit to a page whose bubble is open from the start, and a conversation in it. */
export async function visitBubble(browser: Browser, { line, host }: Sites): Promise<Measured> {
  const visit = await Visit.begin(browser, line, `${host}/?open`);
  const usable = await visit.painted(BUBBLE);
  const { bytes } = visit;
  await visit.tap('[data-payload="welcome:unsure"]', { ...BUBBLE, buttons: '[data-payload="pairs:open"]' });
  await visit.tap('[data-payload="pairs:open"]', { ...BUBBLE, buttons: '[data-payload="pairs:start"]' });
  await visit.tap('[data-payload="pairs:start"]', BUBBLE);
  const answers = '.question:not(.answered) [data-payload^="pairs:choose"]';
  const taps = await several(() => visit.tap(answers, BUBBLE));
  return finish(visit, { usable, taps, bytes });
}

/** The same conversation in the standard web chat; its first button is the same one at every step. */
export async function visitWebChat(browser: Browser, { line, webChat }: Sites): Promise<Measured> {
  const visit = await Visit.begin(browser, line, `${webChat}/?lang=ja`);
  const usable = await visit.painted(WEBCHAT);
  const { bytes } = visit;
  for (let step = 0; step < 3; step += 1) await visit.tap(WEBCHAT.buttons, WEBCHAT);
  const taps = await several(() => visit.tap(WEBCHAT.buttons, WEBCHAT));
  return finish(visit, { usable, taps, bytes });
}

async function several(tap: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < TAPS) taken.push(await tap());
  return taken;
}

async function finish(
  visit: Visit,
  measured: Pick<Measured, 'usable' | 'taps' | 'bytes'>,
): Promise<Measured> {
  const whole = { ...measured, ...(await visit.seen()), heap: await visit.heap() };
  await visit.end();
  return whole;
}

/** Measures and adds rows to the table: medians, and in brackets the least and the most. */
export async function benchPhone(
  service: string,
  add: (measure: string, value: string) => void,
  rounds = ROUNDS,
): Promise<void> {
  const [browser, sites] = await Promise.all([launchBrowser(), openSites(service)]);
  const launchers: Opened[] = [];
  const bubbles: Measured[] = [];
  const webChats: Measured[] = [];
  try {
    // In turn, so that whatever else this machine does meets all of them.
    for (let round = 0; round < rounds; round += 1) {
      launchers.push(await openBubble(browser, sites));
      bubbles.push(await visitBubble(browser, sites));
      webChats.push(await visitWebChat(browser, sites));
    }
  } finally {
    await browser.close();
    sites.close();
  }
  const { roundTripMs, down, up } = SLOW_4G;
  add(
    `cheap phone: ${PHONE.width} × ${PHONE.height}, processor ${CPU_SLOWDOWN}× slower, empty cache`,
    `${mega(down)}/${mega(up)} Mbit/s, ${roundTripMs} ms there and back; ${rounds} visits each`,
  );
  const say = (who: string, what: string, values: readonly number[], unit: string, digits = 0) =>
    add(`cheap phone, ${who}: ${what}`, `${spread(values, digits)} ${unit}`);
  say('bubble', 'launcher can be tapped', pick(launchers, 'shown'), 'ms');
  say('bubble', 'bytes until then', kilo(pick(launchers, 'bytes')), 'KB', 1);
  say('bubble', 'from the tap on it to the first question', pick(launchers, 'opened'), 'ms');
  for (const [who, visits] of [
    ['bubble with data-open', bubbles],
    ['botframework-webchat', webChats],
  ] as const) {
    say(who, 'usable after', pick(visits, 'usable'), 'ms');
    const taps = visits.flatMap((visit) => visit.taps);
    say(who, 'answer to next question', taps, 'ms');
    say(who, 'the same without the line', taps.map((ms) => ms - roundTripMs), 'ms'); // prettier-ignore
    say(who, 'bytes until usable', kilo(pick(visits, 'bytes')), 'KB', 1);
    say(who, 'long tasks', pick(visits, 'longTasks'), '');
    say(who, 'time in long tasks', pick(visits, 'longMs'), 'ms');
    say(who, 'layout shift (CLS)', pick(visits, 'shift'), '', 3);
    say(who, 'JavaScript memory', kilo(pick(visits, 'heap')).map((kb) => kb / 1024), 'MB', 1); // prettier-ignore
  }
}

const pick = <K extends string>(from: readonly Readonly<Record<K, number>>[], key: K): number[] =>
  from.map((one) => one[key]);
const kilo = (bytes: readonly number[]): number[] => bytes.map((each) => each / 1024);
const mega = (bytesPerSecond: number): string => ((bytesPerSecond * 8) / 1e6).toString();

/** `412 (398–455)`: the median, the least and the most. */
function spread(values: readonly number[], digits: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [median, least, most] = [sorted[Math.floor(sorted.length / 2)]!, sorted[0]!, sorted.at(-1)!].map(
    (value) => value.toFixed(digits),
  );
  return `${median} (${least}–${most})`;
}

/** Alone, as a quick look: `node bench/phone.ts 3`. */
async function main(rounds: number): Promise<void> {
  const service = await startProgram('server.ts', 23_782, {});
  const print = (measure: string, value: string) => console.log(`${measure.padEnd(66)} ${value}`);
  await benchPhone(service.url, print, rounds).finally(() => service.stop());
}

if (process.argv[1] === import.meta.filename) void main(Number(process.argv[2] ?? ROUNDS));
