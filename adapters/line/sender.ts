import type { Counsellor, Outgoing, SendResult } from '../../bot/port.ts';
import type { messagingApi } from '@line/bot-sdk';
import { describe } from '../../errors.ts';
import type { LineApi } from './api.ts';
import { deliver, notSent, receivedAtOf, tooLate, TOO_OLD_MS, type Ending } from './deliver.ts';
import { counted, type LineMeters } from './meters.ts';
import { createPatience, type Patience } from './patience.ts';
import type { Log } from './webhook.ts';

export interface SenderOptions extends Patience {
  readonly counsellor: Counsellor;
  readonly api: LineApi;
  readonly render: (outgoing: Outgoing) => messagingApi.Message[];
  readonly log: Log;
  readonly clock: () => Date;
  readonly meters?: LineMeters | undefined;
  /** Speeches of different people under way at once. LINE takes a tenth of a second or two for each. */
  readonly parallel?: number;
  /** How often to look for speeches that nobody told us of (after a crash, from another process). */
  readonly lookMs?: number;
}

export interface Sender {
  start(): void;
  /** A person blocked the account at that time: what was said to them before is not sent any more. */
  left(person: string, at: string): void;
  /** Takes no more speeches and waits for those under way. */
  stop(): Promise<void>;
}

/** While the channel has no access the operator reads of it so often. */
const REMIND_MS = 10 * 60_000;

/** Sends what is due: different people side by side, one person's speeches in order (`due` gives one of each at a time). */
export function createSender(options: SenderOptions): Sender {
  const { counsellor, render, log, clock, meters, parallel = 128, lookMs = 1000 } = options;
  const api = meters ? counted(options.api, meters) : options.api;
  const patience = createPatience(options);
  const underWay = new Map<number, Promise<void>>();
  /** What happened to speeches while the store could not be told: told again before anything is sent again. */
  const untold = new Map<number, SendResult>();
  /** Who blocked the account, and when. Lost in a restart, which does no harm: LINE delivers nothing to them. */
  const gone = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  let since = 0;
  let running = false;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let forget: (() => void) | null = null;
  let remindedAt = Number.NEGATIVE_INFINITY;
  let monthOver = false;

  const now = (): number => clock().getTime();

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
    const isFull = () => underWay.size >= (patience.isProbing() ? 1 : parallel);
    if (isFull() || patience.heldFor(now()) > 0) return; // each that ends wakes us, and so does the end of a hold
    const free = parallel - underWay.size;
    for (const outgoing of await counsellor.due('line', clock().toISOString(), free, [...underWay.keys()])) {
      if (!running || isFull() || patience.heldFor(now()) > 0) return;
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
      if (result.outcome === 'retry') wakeAt(Date.parse(result.at) - now());
    } catch (error) {
      untold.set(id, result);
      log.error(
        { channel: 'line', speech: id, ...describe(error) },
        'what was sent could not be recorded yet',
      );
      const pause = running ? patience.firstPauseMs : 0;
      await new Promise<void>((resolve) => setTimeout(resolve, pause).unref());
    }
  }

  async function attempt(outgoing: Outgoing): Promise<Ending> {
    const { id, person, causedAt } = outgoing;
    const leftAt = gone.get(person);
    if (leftAt !== undefined && Date.parse(causedAt) <= leftAt) return notSent('unfollowed');
    const late = tooLate(outgoing, now());
    if (late !== null) return notSent(late);
    try {
      const messages = render(outgoing);
      if (messages.length === 0) return { ended: 'sent' };
      return await deliver(api, outgoing, messages, { unanswered: patience.isUnanswered(id), since }, now());
    } catch (error) {
      log.error({ channel: 'line', speech: id, ...describe(error) }, 'a speech could not be rendered');
      return notSent('not rendered');
    }
  }

  function resultOf(outgoing: Outgoing, ending: Ending): SendResult {
    const { id, attempts } = outgoing;
    if (ending.ended === 'sent') {
      patience.tookOne(id);
      monthOver = false;
      noteAccess();
      meters?.ended('sent', (now() - receivedAtOf(outgoing)) / 1000);
      return { outcome: 'sent' };
    }
    const { reason } = ending;
    const facts = { channel: 'line', speech: id, attempts: attempts + 1, reason };
    if (ending.ended === 'never') {
      if (ending.why === 'notSent') log.warn(facts, 'a speech is not sent any more');
      else noteAccess();
      if (ending.why === 'refused') log.error({ ...facts, fields: ending.fields }, 'LINE refused a speech');
      if (ending.why === 'monthOver') noteMonth();
      return refuse(id, reason);
    }
    const pause = pauseFor(id, ending);
    if (pause === null) {
      log.error(facts, 'a speech was given up');
      return refuse(id, `${reason}, ${attempts + 1} attempts`);
    }
    meters?.ended('retry');
    log.warn({ ...facts, pause }, 'a speech will be sent again');
    return { outcome: 'retry', at: new Date(now() + pause).toISOString(), reason };
  }

  function refuse(id: number, reason: string): SendResult {
    patience.forget(id);
    meters?.ended('refused');
    return { outcome: 'refused', reason };
  }

  /** Milliseconds until a speech is tried again, after holding all of them if LINE would take none. */
  function pauseFor(id: number, { doubt, holds }: Extract<Ending, { ended: 'later' }>): number | null {
    const own = patience.failed(id, doubt);
    if (own === null || holds === null) return own;
    if (holds.because === 'asked') {
      patience.hold(now(), holds.ms);
      wakeAt(holds.ms);
      return Math.max(own, holds.ms);
    }
    const ms = patience.holdForAccess(now());
    meters?.held(true);
    if (now() - remindedAt >= REMIND_MS) {
      remindedAt = now();
      log.error(
        { channel: 'line' },
        'LINE refuses the channel access token: nothing is sent, answers wait for up to 23 hours. Check LINE_CHANNEL_ACCESS_TOKEN',
      );
    }
    wakeAt(ms);
    return ms;
  }

  function noteAccess(): void {
    if (!patience.regainAccess()) return;
    remindedAt = Number.NEGATIVE_INFINITY;
    meters?.held(false);
    log.info({ channel: 'line' }, 'LINE accepts the channel access token: sending goes on');
  }

  /** One line, until a push is taken again. */
  function noteMonth(): void {
    if (!monthOver) {
      log.error(
        { channel: 'line' },
        'the pushed messages of this month are used up: late answers are not sent until the month ends or the plan changes. Replies go on',
      );
    }
    monthOver = true;
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
      since = now();
      forget = counsellor.onLine('line', (_, line) => {
        if ('spoken' in line) wake();
      });
      timers.add(setInterval(wake, lookMs).unref());
      wake();
    },
    left(person, at) {
      for (const [other, leftAt] of gone) if (now() - leftAt > TOO_OLD_MS) gone.delete(other);
      gone.set(person, Math.max(Date.parse(at), gone.get(person) ?? 0));
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
