/** People on LINE who tap and write, at a given rate, and what became of each of their events. */
import { setTimeout as sleep } from 'node:timers/promises';
import { mulberry32 } from '../../test/line/standin/faults.ts';
import {
  followed,
  newPerson,
  said,
  tapped,
  type Standin,
  type WebhookEvent,
} from '../../test/line/standin/index.ts';

/** Milliseconds since the epoch, finer than `Date.now`. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();

/** One event on its way. */
export interface Sent {
  readonly event: WebhookEvent;
  readonly person: string;
  /** When it was first posted, and when we knew that it was taken (`null`: never). */
  readonly startedAt: number;
  acceptedAt: number | null;
  /** Deliveries until it was taken. */
  tries: number;
}

export interface CrowdOptions {
  readonly people: number;
  /** Events a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly seed: number;
}

/** After each second of rush three calmer ones, so that the mean is the rate. */
const RUSH = [1.9, 0.7, 0.7, 0.7];
/** Deliveries that carry more than one event. */
const BUNDLED = 0.1;
const TICK_MS = 20;
/** LINE publishes no pauses; ours are short, so that order and load are put to the test. */
const REDELIVERY = { firstMs: 500, longestMs: 5000, mostTimes: 200 };

export interface Crowd {
  readonly sent: Sent[];
  /** Resolves when the last event was taken. */
  run(): Promise<void>;
}

/** Everybody waits for nobody but for their own last delivery, which keeps the order LINE delivers in known. */
export function createCrowd(line: Standin, items: readonly string[], options: CrowdOptions): Crowd {
  const random = mulberry32(options.seed);
  const sent: Sent[] = [];
  const idle = Array.from({ length: options.people }, () => ({ person: newPerson(), moves: 0 }));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

  function eventOf(one: { person: string; moves: number }): WebhookEvent {
    const { person } = one;
    const move = one.moves++;
    if (move === 0) return followed(person);
    if (move === 1) return tapped(person, 'interests:open');
    if (move === 2) return tapped(person, 'interests:start');
    const chance = random();
    if (chance < 0.6)
      return tapped(person, `interests:answer:${pick(items)}:${1 + Math.floor(random() * 5)}`);
    if (chance < 0.75)
      return tapped(person, pick(['go:menu', 'interests:open', 'occupation:open:156', 'go:back']));
    return said(person, pick(['3', 'メニュー', '看護師', 'パン屋', '戻る', '動物の仕事', 'ありがとう']));
  }

  async function deliver(group: { person: string; moves: number }[], each: number): Promise<void> {
    const events = group.flatMap((one) => Array.from({ length: each }, () => eventOf(one)));
    const records = events.map((event): Sent => ({
      event,
      person: event.source.userId!,
      startedAt: preciseNow(),
      acceptedAt: null,
      tries: 0,
    }));
    sent.push(...records);
    const { taken, tries } = await line.deliverUntilTaken(events, REDELIVERY);
    for (const record of records) {
      record.tries = tries;
      if (taken) record.acceptedAt = preciseNow();
    }
    idle.push(...group);
  }

  const takeIdle = () => {
    const at = Math.floor(random() * idle.length);
    const last = idle.pop();
    if (last === undefined || at === idle.length) return last;
    const chosen = idle[at]!;
    idle[at] = last;
    return chosen;
  };

  return {
    sent,
    async run() {
      const underWay = new Set<Promise<void>>();
      const begun = performance.now();
      const end = begun + options.seconds * 1000;
      let owed = 0;
      for (let last = begun; performance.now() < end;) {
        await sleep(TICK_MS);
        const now = performance.now();
        const rush = RUSH[Math.floor((now - begun) / 1000) % RUSH.length]!;
        owed += ((now - last) / 1000) * options.rate * rush;
        last = now;
        while (owed >= 1) {
          const bundled = random() < BUNDLED;
          const each = bundled && random() < 0.5 ? 2 : 1;
          const group = [takeIdle(), ...(bundled && each === 1 ? [takeIdle(), takeIdle()] : [])].filter(
            (one) => one !== undefined,
          );
          if (group.length === 0) break; // everybody waits for a delivery
          owed -= group.length * each;
          const work = deliver(group, each).finally(() => underWay.delete(work));
          underWay.add(work);
        }
      }
      await Promise.all(underWay);
    },
  };
}
