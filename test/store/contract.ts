import type { Store } from '../../store/port.ts';
import type { Clock } from '../../store/wire.ts';
import { asideRules } from './contract/asides.ts';
import { eventRules } from './contract/events.ts';
import { pruneRules } from './contract/prune.ts';
import { speechRules } from './contract/speeches.ts';
import { textRules } from './contract/texts.ts';
import { turnRules } from './contract/turns.ts';

/** Opens an empty store that tells the time by this clock. */
export type Open = (clock: Clock) => Promise<Store>;

/** What a rule is tried on: a fresh store, and a clock that only the test moves. */
export interface Bench {
  readonly store: Store;
  /** Milliseconds; set it to let time pass. */
  now: number;
}

export const START = Date.parse('2026-02-01T00:00:00Z');

/**
 * What every engine must do, whatever it is made of. One call per engine, in its own test file:
 * `storeContract('sqlite', (clock) => openSqliteStore(freshPath(), { clock }))`.
 */
export function storeContract(name: string, open: Open): void {
  describe(`${name} keeps the contract of a store:`, () => {
    const bench = { now: START } as { store: Store; now: number };
    beforeEach(async () => {
      bench.now = START;
      bench.store = await open(() => bench.now);
    });
    afterEach(() => bench.store.close());

    eventRules(bench);
    turnRules(bench);
    speechRules(bench);
    textRules(bench);
    asideRules(bench);
    pruneRules(bench);
  });
}
