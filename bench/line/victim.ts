/** The service as a supervisor runs it: killed at given moments, started again at once, on the same database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startProgram, type Running } from '../service.ts';
import { preciseNow } from './crowd.ts';

/** From a kill until the next life was ready, in milliseconds since the epoch. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

export interface Victim {
  readonly outages: Outage[];
  /** Most resident memory seen, in bytes. */
  readonly mostMemory: number;
  /** Processor time of the present life in seconds. */
  cpu(): Promise<number>;
  /** Kills it at these moments (milliseconds from now), one after the other. */
  killAt(moments: readonly number[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startVictim(port: number, environment: Record<string, string>): Promise<Victim> {
  let life: Running = await startProgram('server.ts', port, environment);
  let mostMemory = 0;
  const watch = setInterval(() => {
    life.memory().then(
      (bytes) => (mostMemory = Math.max(mostMemory, bytes)),
      () => undefined, // it was just killed
    );
  }, 2000);
  const outages: Outage[] = [];
  return {
    outages,
    get mostMemory() {
      return mostMemory;
    },
    cpu: () => life.cpu(),
    async killAt(moments) {
      const begun = performance.now();
      for (const moment of moments) {
        await sleep(Math.max(0, begun + moment - performance.now()));
        const from = preciseNow();
        await life.kill();
        life = await startProgram('server.ts', port, environment);
        outages.push({ from, until: preciseNow() });
      }
    },
    async stop() {
      clearInterval(watch);
      await life.stop();
    },
  };
}
