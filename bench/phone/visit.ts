import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { PHONE } from '../../test/web/browser.ts';
import type { SlowLine } from './slow-line.ts';

/** Where a client shows what can be tapped. */
export interface Place {
  /** The element whose shadow root it lives in; none for the page itself. */
  readonly host: string | null;
  /** The buttons of the question that is open. */
  readonly buttons: string;
}

/** What the browser told of a whole visit. */
export interface Seen {
  /** Sum of the layout shifts nobody asked for. */
  readonly shift: number;
  /** Tasks of more than 50 ms: how many, and all their time in milliseconds. */
  readonly longTasks: number;
  readonly longMs: number;
}

/** `probe.js`, inside the page. */
declare const window: {
  readonly probe: {
    readonly seen: Seen;
    /** When the first element that can be tapped there had been painted, in ms since the navigation began. */
    painted(place: Place): Promise<number>;
    /** From the next tap until others than now had been painted, in ms. */
    answer(place: Place): Promise<number>;
  };
  answered: Promise<number>;
};

/** How many times slower than this machine's the phone's processor is. */
export const CPU_SLOWDOWN = 4;
/** Nobody answers what they have not read; the bubble takes no second tap sooner. */
const READING_MS = 400;

/** One visit with a cheap phone: an empty cache, a slow processor, a slow line. */
export class Visit {
  readonly page: Page;
  readonly #line: SlowLine;
  readonly #session: CDPSession;
  readonly #before: number;

  private constructor(page: Page, session: CDPSession, line: SlowLine) {
    this.page = page;
    this.#session = session;
    this.#line = line;
    this.#before = line.received;
  }

  /** Sets out for a page; returns as soon as its address has answered. */
  static async begin(browser: Browser, line: SlowLine, url: string): Promise<Visit> {
    const context = await browser.newContext({
      viewport: PHONE,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'ja',
    });
    const page = await context.newPage();
    await page.addInitScript({ path: path.join(import.meta.dirname, 'probe.js') });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await session.send('Performance.enable');
    const visit = new Visit(page, session, line);
    await page.goto(url, { waitUntil: 'commit' });
    return visit;
  }

  /** Milliseconds from the start of the navigation until something can be tapped there. */
  painted(place: Place): Promise<number> {
    return this.page.evaluate((there) => window.probe.painted(there), place);
  }

  /** Milliseconds from a tap on a button until other buttons, in `place`, had been painted. */
  async tap(button: string, place: Place): Promise<number> {
    await this.page.waitForTimeout(READING_MS);
    await this.page.evaluate((there) => void (window.answered = window.probe.answer(there)), place);
    await this.page.locator(button).first().tap();
    return this.page.evaluate(() => window.answered);
  }

  seen(): Promise<Seen> {
    return this.page.evaluate(() => window.probe.seen);
  }

  /** Bytes that came over the line since the visit began, headers and all. */
  get bytes(): number {
    return this.#line.received - this.#before;
  }

  /** JavaScript's memory in use after a collection, in bytes. */
  async heap(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value;
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}
