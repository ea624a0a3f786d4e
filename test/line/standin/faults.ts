/**
 * What may go wrong with one request to send. `…Afterwards`: LINE takes the messages, but the answer is lost.
 * `slow`: taken and answered, late.
 */
export type Trouble =
  'rateLimited' | 'monthlyLimit' | 'error' | 'errorAfterwards' | 'dropped' | 'droppedAfterwards' | 'slow';

/** Faults by chance: `share` of all calls (0 to 1), each of a kind drawn by its weight. */
export interface Faults {
  readonly share: number;
  readonly kinds: Readonly<Partial<Record<Trouble, number>>>;
  /** Two stand-ins with the same seed stumble at the same calls. Default 1. */
  readonly seed?: number;
}

/** Draws the trouble of the next call, or none. */
export function drawFaults({ share, kinds, seed = 1 }: Faults): () => Trouble | undefined {
  const random = mulberry32(seed);
  const weights = Object.entries(kinds) as [Trouble, number][];
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return () => {
    if (random() >= share) return undefined;
    let left = random() * total;
    return weights.find(([, weight]) => (left -= weight) < 0)?.[0];
  };
}

/** A small generator of numbers from 0 to 1 that a seed repeats (Tommy Ettinger's mulberry32, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
