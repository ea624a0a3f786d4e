/** Small helpers for measuring: percentiles, timed loops, memory of a child process. */
export interface Timings {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Percentiles of durations in milliseconds, taken over `seconds` of wall time. */
export function timings(durations: readonly number[], seconds: number): Timings {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Runs `work` `times` times, one after the other, and times each. */
export async function timed(times: number, work: (index: number) => unknown): Promise<Timings> {
  const durations: number[] = [];
  const started = performance.now();
  for (let index = 0; index < times; index++) {
    const before = performance.now();
    await work(index);
    durations.push(performance.now() - before);
  }
  return timings(durations, (performance.now() - started) / 1000);
}

/** A row of the table that is printed and kept in `bench/results.json`. */
export interface Row {
  readonly measure: string;
  readonly value: string;
}

export const rate = ({ perSecond, p50, p99 }: Timings, unit = '/s'): string =>
  `${Math.round(perSecond).toLocaleString('en')} ${unit}, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
