import { setTimeout as sleep } from 'node:timers/promises';
import { again, type WebhookEvent } from './events.ts';

/** Posts one delivery and gives the status; rejects when nobody answers. */
export type Post = (
  events: readonly WebhookEvent[],
  signal: AbortSignal,
) => Promise<{ readonly status: number }>;

export interface Redelivery {
  /** Pause before the first redelivery; it doubles each time, up to `longestMs`. LINE publishes neither. */
  readonly firstMs?: number;
  readonly longestMs?: number;
  readonly mostTimes?: number;
  /** Asked after each failure: gives up when it says so. */
  readonly isOver?: () => boolean;
}

/** How a delivery went. */
export interface Delivery {
  readonly tries: number;
  readonly taken: boolean;
  /** `performance.now()` of the first post, and milliseconds from the start of the last one to its answer. */
  readonly startedAt: number;
  readonly tookMs: number;
}

/** docs/messaging-api/check-webhook-error-statistics/: no answer within 2 seconds counts as a failure. */
const PATIENCE_MS = 2000;

/**
 * Delivers as LINE does with "webhook redelivery" on: whatever is not answered with 2xx within two seconds comes
 * again, with the same `webhookEventId` and reply token and with `isRedelivery`, after pauses that grow.
 */
export async function deliverAsLine(
  post: Post,
  events: readonly WebhookEvent[],
  { firstMs = 1000, longestMs = 60_000, mostTimes = 10, isOver = () => false }: Redelivery = {},
): Promise<Delivery> {
  const startedAt = performance.now();
  for (let tries = 1; ; tries++) {
    const before = performance.now();
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const status = await post(tries === 1 ? events : events.map(again), signal).then(
      (answer) => answer.status,
      () => null,
    );
    const taken = status !== null && status >= 200 && status < 300;
    if (taken || tries >= mostTimes || isOver())
      return { tries, taken, startedAt, tookMs: performance.now() - before };
    await sleep(Math.min(longestMs, firstMs * 2 ** (tries - 1)));
  }
}
