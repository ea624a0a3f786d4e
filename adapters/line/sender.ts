import type { Counsellor, Outgoing, SendResult } from '../../bot/port.ts';
import type { messagingApi } from '@line/bot-sdk';
import { describe } from '../../errors.ts';
import type { LineApi } from './api.ts';
import { deliver, type Ending } from './deliver.ts';
import type { Log } from './webhook.ts';

export interface SenderOptions {
  readonly counsellor: Counsellor;
  readonly api: LineApi;
  readonly render: (outgoing: Outgoing) => messagingApi.Message[];
  readonly log: Log;
  readonly clock: () => Date;
  /** Speeches of different people under way at once. */
  readonly parallel?: number;
  /** First pause before another attempt; it doubles each time, up to five minutes. */
  readonly firstPauseMs?: number;
  /** Attempts before a speech is given up: with the pauses, about a quarter of an hour. */
  readonly mostAttempts?: number;
  /** How often to look for speeches that nobody told us of (after a crash, from another process). */
  readonly lookMs?: number;
}

export interface Sender {
  start(): void;
  /** Takes no more speeches and waits for those under way. */
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 5 * 60_000;

/** Sends what is due: different people side by side, one person's speeches in order (`due` gives one of each at a time). */
export function createSender(options: SenderOptions): Sender {
  const { counsellor, api, render, log, clock } = options;
  const { parallel = 32, firstPauseMs = 1000, mostAttempts = 10, lookMs = 5000 } = options;
  const underWay = new Map<number, Promise<void>>();
  /** Speeches whose reply went unanswered in this process. */
  const unanswered = new Set<number>();
  /** What happened to speeches while the store could not be told: told again before anything is sent again. */
  const untold = new Map<number, SendResult>();
  const timers = new Set<NodeJS.Timeout>();
  let since = 0;
  let running = false;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let forget: (() => void) | null = null;

  /** One look at a time; a wake in the meantime makes it look once more. */
  function wake(): void {
    if (!running) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    lookAgain = false;
    looking = look()
      .catch((error: unknown) =>
        log.error({ channel: 'line', ...describe(error) }, 'the store did not say what is due'),
      )
      .finally(() => {
        looking = null;
        if (lookAgain) wake();
      });
  }

  async function look(): Promise<void> {
    if (underWay.size >= parallel) return; // each that ends wakes us
    // People under way are given again; asking for `parallel` leaves room for at least the free places.
    for (const outgoing of await counsellor.due('line', parallel)) {
      if (!running || underWay.size >= parallel) return;
      if (underWay.has(outgoing.id)) continue;
      const work = send(outgoing).finally(() => {
        underWay.delete(outgoing.id);
        wake();
      });
      underWay.set(outgoing.id, work);
    }
  }

  /** Never rejects. */
  async function send(outgoing: Outgoing): Promise<void> {
    const { id } = outgoing;
    const result = untold.get(id) ?? resultOf(outgoing, await attempt(outgoing));
    try {
      await counsellor.settle(id, result);
      untold.delete(id);
      if (result.outcome !== 'retry') unanswered.delete(id);
      else wakeAt(Date.parse(result.at) - clock().getTime());
    } catch (error) {
      untold.set(id, result);
      log.error(
        { channel: 'line', speech: id, ...describe(error) },
        'what was sent could not be recorded yet',
      );
      await new Promise<void>((resolve) => setTimeout(resolve, running ? firstPauseMs : 0).unref());
    }
  }

  async function attempt(outgoing: Outgoing): Promise<Ending> {
    const { id } = outgoing;
    try {
      const messages = render(outgoing);
      if (messages.length === 0) return { ended: 'sent' };
      const doubt = { unanswered: unanswered.has(id), since };
      return await deliver(api, outgoing, messages, doubt, clock().getTime());
    } catch (error) {
      log.error({ channel: 'line', speech: id, ...describe(error) }, 'a speech could not be rendered');
      return { ended: 'never', reason: 'not rendered', fields: [] };
    }
  }

  function resultOf({ id, attempts }: Outgoing, ending: Ending): SendResult {
    if (ending.ended === 'sent') return { outcome: 'sent' };
    const facts = { channel: 'line', speech: id, attempts: attempts + 1, reason: ending.reason };
    if (ending.ended === 'never') {
      log.error({ ...facts, fields: ending.fields }, 'LINE refused a speech');
      return { outcome: 'refused', reason: ending.reason };
    }
    if (ending.doubt) unanswered.add(id);
    if (attempts + 1 >= mostAttempts) {
      log.error(facts, 'a speech was given up');
      return { outcome: 'refused', reason: `${ending.reason}, ${attempts + 1} attempts` };
    }
    const pause = pauseAfter(attempts, firstPauseMs);
    log.warn({ ...facts, pause }, 'a speech will be sent again');
    return { outcome: 'retry', at: new Date(clock().getTime() + pause).toISOString(), reason: ending.reason };
  }

  function wakeAt(inMs: number): void {
    // A little later than due: `at` was rounded to whole milliseconds.
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        wake();
      },
      Math.max(0, inMs) + 5,
    );
    timers.add(timer.unref());
  }

  return {
    start() {
      if (running) return;
      running = true;
      since = clock().getTime();
      forget = counsellor.onLine('line', (_, line) => {
        if ('spoken' in line) wake();
      });
      const regular = setInterval(wake, lookMs).unref();
      timers.add(regular);
      wake();
    },
    async stop() {
      running = false;
      forget?.();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await looking;
      await Promise.all(underWay.values());
    },
  };
}

/** Doubles with every attempt, and differs by up to a quarter, so that many waiting speeches do not come at once. */
export function pauseAfter(attempts: number, firstMs: number, random = Math.random): number {
  return Math.round(Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** attempts) * (0.75 + random() / 2));
}
