/** Counts what somebody may still do. */
export interface Limiter {
  /** Takes from the allowance of a key: `null` when there was enough, else the seconds until there will be. */
  take(key: string, cost?: number): number | null;
}

export interface LimiterOptions {
  /** So many in each period; 0 means as many as anybody likes. */
  readonly amount: number;
  readonly periodMs: number;
  /** So many may come at once; default the amount of a whole period. */
  readonly burst?: number;
  /** Keys remembered; the one not seen for longest is forgotten first. Default 20,000, about 3 MB. */
  readonly mostKeys?: number;
  /** Milliseconds. Default a clock that never goes back. */
  readonly clock?: () => number;
}

const MOST_KEYS = 20_000;

/**
 * A token bucket for each key, as one number: when the bucket will be full again (GCRA). Whoever is refused pays
 * nothing, so that the wait we tell is the truth.
 *
 * @example
 * const limiter = createLimiter({ amount: 60, periodMs: 60_000 });
 * limiter.take('192.0.2.1'); // null: go on
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { amount, periodMs, burst = amount, mostKeys = MOST_KEYS } = options;
  const clock = options.clock ?? (() => performance.now());
  if (amount === 0) return UNLIMITED;
  const each = periodMs / amount;
  const capacity = Math.max(1, burst) * each;
  const fullAt = new Map<string, number>();

  return {
    take(key, cost = 1) {
      const now = clock();
      const before = Math.max(now, fullAt.get(key) ?? now);
      // What costs more than the bucket holds is let through when the bucket is full.
      const after = before + Math.min(cost * each, capacity);
      const wait = after - now - capacity;
      // Taken out and put back: who was seen last goes last.
      fullAt.delete(key);
      // A thousandth of a request more or less is rounding.
      const isTaken = wait <= each / 1000;
      fullAt.set(key, isTaken ? after : before);
      if (fullAt.size > mostKeys) fullAt.delete(fullAt.keys().next().value!);
      return isTaken ? null : Math.ceil(wait / 1000);
    },
  };
}

/** Lets everything through. */
export const UNLIMITED: Limiter = { take: () => null };
