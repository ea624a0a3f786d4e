import { createHash } from 'node:crypto';
import { isQuiet, lastMoment, type Reminding } from '../domain/reminders.ts';
import { describe } from '../errors.ts';
import type { Store } from '../store/port.ts';
import type { Log } from './counsellor.ts';
import type { Counsellor, Incoming } from './port.ts';
import { reminderCount } from './ringing.ts';

/** How often it is looked who wants to hear from us. */
const LOOK_MS = 30_000;
/** People woken in one look: the sender takes its time, and the next look is near. */
const AT_ONCE = 100;

export interface Waking {
  start(): void;
  stop(): Promise<void>;
  /** One look, for tests and for whoever keeps the time: how many were woken. */
  look(): Promise<number>;
}

/**
 * Keeps the time for reminders: lets everybody's conversation know when theirs has come, in the hours and within the
 * number that the operator allows. The event's id is made of person and time, so that however often it is looked, after
 * whatever crash, one reminder rings once. What a reminder then says is a turn like any other (`ringing.ts`).
 */
export function createWaking(options: {
  readonly counsellor: Pick<Counsellor, 'receive'>;
  readonly store: Pick<Store, 'wakes' | 'counted'>;
  readonly reminding: Reminding;
  readonly log: Log;
  readonly clock?: () => number;
}): Waking {
  const { counsellor, store, reminding, log, clock = Date.now } = options;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> = Promise.resolve();
  /** The month whose budget was found used up, so that it is said once. */
  let spent = '';

  async function look(): Promise<number> {
    const now = clock();
    if (reminding.perMonth === 0 || isQuiet(now, reminding.quiet)) return 0;
    const at = new Date(now).toISOString();
    const count = reminderCount(now);
    const waiting = await store.wakes(at, AT_ONCE);
    if (waiting.length === 0) return 0;
    const left = reminding.perMonth - (await store.counted(count));
    if (left < waiting.length && spent !== count.period) {
      spent = count.period;
      log.warn({ month: count.period, perMonth: reminding.perMonth }, 'reminders of this month are used up');
    }
    const woken = waiting.slice(0, Math.max(0, left)).map(({ channel, person, at: wakeAt }): Incoming => ({
      channel,
      person,
      eventId: idOf(channel, person, wakeAt),
      at,
      input: { kind: 'wake' },
      delivery: { notAfter: new Date(lastMoment(now, reminding.quiet)).toISOString() },
    }));
    if (woken.length > 0) await counsellor.receive(woken);
    return woken.length;
  }

  const tick = (): void => {
    looking = looking
      .then(look)
      .catch((error: unknown) => log.error(describe(error), 'nobody could be woken'));
  };
  return {
    start() {
      tick();
      timer = setInterval(tick, LOOK_MS).unref();
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
    look,
  };
}

/** Ids of events outlive whoever is forgotten, so this one names nobody. */
const idOf = (...of: readonly string[]): string =>
  `wake:${createHash('sha256').update(JSON.stringify(of)).digest('hex')}`;
