import { setTimeout as sleep } from 'node:timers/promises';
import { startStandin, type Standin } from '../standin/index.ts';
import { mulberry32 } from '../standin/faults.ts';
import { unsettled } from './account.ts';
import { Talker } from './people.ts';
import type { STEPS } from './steps.ts';
import { startLife, type Life, type LifeOptions } from './victim.ts';

export interface Death {
  readonly step: (typeof STEPS)[number];
  readonly times: number;
}

/** A life takes a second on a machine that has nothing else to do. */
const PATIENCE_MS = 60_000;

/** One LINE, one database file, people who talk, and a service that lives and dies and lives again. */
export class Lane {
  readonly file: string;
  readonly standin: Standin;
  /** Milliseconds by which everybody's clock is ahead, LINE's too. */
  readonly #clock: { aheadMs: number };
  #life: Life | null = null;
  #over = false;
  readonly #talkers: Talker[] = [];

  private constructor(file: string, standin: Standin, clock: { aheadMs: number }) {
    this.file = file;
    this.standin = standin;
    this.#clock = clock;
  }

  static async open(file: string): Promise<Lane> {
    const clock = { aheadMs: 0 };
    return new Lane(file, await startStandin({ now: () => Date.now() + clock.aheadMs }), clock);
  }

  /** Everybody's clock jumps. */
  wait(ms: number): void {
    this.#clock.aheadMs += ms;
  }

  /** One person for each entry: with reply tokens or without. They talk until `quiet`. */
  talk(tokens: readonly boolean[], seed: number): { talkers: Talker[]; ended: Promise<unknown> } {
    const random = mulberry32(seed);
    const talkers = tokens.map((has) => new Talker(this.standin, { tokens: has }));
    this.#talkers.push(...talkers);
    const ended = Promise.all(
      talkers.map((one) =>
        one.talk(
          () => this.#over,
          () => 10 + random() * 60,
        ),
      ),
    );
    ended.catch(() => undefined); // awaited later
    return { talkers, ended };
  }

  /** From now on nobody starts anything new. */
  quiet(): void {
    this.#over = true;
  }

  #start(options: LifeOptions): Life {
    return (this.#life = startLife(this.file, this.standin, {
      clockAheadMs: this.#clock.aheadMs,
      ...options,
    }));
  }

  /** Lives until it dies where it should. */
  async die(death: Death): Promise<void> {
    const life = this.#start(death);
    const ended = await Promise.race([life.ended, sleep(PATIENCE_MS, 'too late', { ref: false })]);
    if (ended === 'SIGKILL') return;
    const where = `${death.step.join(' ')}, time ${death.times}`;
    throw new Error(`Not killed at ${where} but ${ended}\n${life.said().slice(-2000)}`);
  }

  /** Lives on until everything delivered is answered. */
  async settle(ended: Promise<unknown>): Promise<void> {
    const life = this.#start({});
    await ended;
    for (const end = Date.now() + PATIENCE_MS; ; await sleep(20)) {
      const open = await unsettled(this.file);
      if (open === 0) return;
      if (Date.now() > end) throw new Error(`${open} still wait\n${life.said().slice(-2000)}`);
    }
  }

  async close(): Promise<void> {
    this.quiet();
    for (const talker of this.#talkers) talker.gone = true;
    await this.#life?.kill();
    await this.standin.stop();
  }
}
