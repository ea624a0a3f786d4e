import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { LineMeters } from '../line/meters.ts';

/** The LINE channel's part of `/metrics`; docs/delivery.md says what to look at. */
export function createLineGauges(registry: Registry): LineMeters {
  const registers = [registry];
  const events = new Counter({
    name: 'shirube_line_webhook_events_total',
    help: 'Events LINE delivered: taken to be answered, passed over (nothing to answer), or not stored',
    labelNames: ['outcome'],
    registers,
  });
  const acknowledged = new Histogram({
    name: 'shirube_line_webhook_seconds',
    help: 'From a delivery to our answer; LINE waits two seconds',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2],
    registers,
  });
  const requests = new Counter({
    name: 'shirube_line_requests_total',
    help: 'Requests to LINE by way of sending and what LINE answered',
    labelNames: ['way', 'answer'],
    registers,
  });
  const attempts = new Counter({
    name: 'shirube_line_speeches_total',
    help: 'Attempts to send a speech: sent, to be tried again (retry), or refused for good',
    labelNames: ['outcome'],
    registers,
  });
  const replied = new Histogram({
    name: 'shirube_line_reply_seconds',
    help: 'From a delivery to the moment LINE took the answer',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600],
    registers,
  });
  const held = new Gauge({
    name: 'shirube_line_held',
    help: '1 while nothing is sent because LINE refuses the channel access token',
    registers,
  });
  return {
    delivered({ taken, passedOver }, stored, seconds) {
      events.inc({ outcome: stored ? 'taken' : 'not_stored' }, taken);
      events.inc({ outcome: 'passed_over' }, passedOver);
      acknowledged.observe(seconds);
    },
    asked: (way, answer) => requests.inc({ way, answer }),
    ended(outcome, seconds) {
      attempts.inc({ outcome });
      if (seconds !== undefined) replied.observe(seconds);
    },
    held: (is) => held.set(is ? 1 : 0),
  };
}

interface Backlog {
  readonly waiting: number;
  readonly oldestAt: string | null;
}

/** What still waits to be sent, asked when somebody looks; `NaN` while the store does not say. */
export function watchBacklog(registry: Registry, ask: () => Promise<Backlog>): void {
  const watch = (name: string, help: string, read: (backlog: Backlog) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await ask().then(read, () => Number.NaN));
      },
    });
  watch('shirube_line_waiting_speeches', 'Speeches that wait to be sent', ({ waiting }) => waiting);
  watch(
    'shirube_line_oldest_waiting_seconds',
    'Age of the oldest speech that waits to be sent; 0 when none does',
    ({ oldestAt }) => (oldestAt === null ? 0 : Math.max(0, Date.now() - Date.parse(oldestAt)) / 1000),
  );
}
