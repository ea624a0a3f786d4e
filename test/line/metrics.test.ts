import { setTimeout as sleep } from 'node:timers/promises';
import { createGauges } from '../../adapters/operations/mount.ts';
import { watchBacklog } from '../../adapters/operations/line.ts';
import { startChannel, type TestChannel } from './service.ts';
import { eventOf, followed, newPerson, startStandin, type Standin } from './standin/index.ts';

let standin: Standin;
let channel: TestChannel;
const gauges = createGauges();
beforeAll(async () => {
  standin = await startStandin();
  channel = await startChannel(standin, { line: { meters: gauges.line } });
  watchBacklog(gauges.registry, () => channel.store.backlog('line'));
});
afterAll(async () => {
  await channel.stop();
  await standin.stop();
});

/** Lines of `/metrics` about the channel, without the buckets. */
async function metrics(): Promise<Record<string, number>> {
  const text = await gauges.registry.metrics();
  return Object.fromEntries(
    [...text.matchAll(/^shirube_line_(\S+) (\S+)$/gmu)]
      .filter(([, name]) => !name!.includes('_bucket'))
      .map(([, name, value]) => [name!, Number(value)]),
  );
}

test('operators see events, requests by way and answer, retries, what waits, and how long an answer takes', async () => {
  standin.trouble('error');
  const person = newPerson();
  await standin.deliver([followed(person), eventOf(person, 'unsend')]);
  await channel.settled();
  expect(await metrics()).toMatchObject({
    'webhook_events_total{outcome="taken"}': 1,
    'webhook_events_total{outcome="passed_over"}': 1,
    'requests_total{way="reply",answer="unknown"}': 1,
    'requests_total{way="reply",answer="accepted"}': 1,
    'speeches_total{outcome="retry"}': 1,
    'speeches_total{outcome="sent"}': 1,
    waiting_speeches: 0,
    oldest_waiting_seconds: 0,
    held: 0,
    webhook_seconds_count: 1,
    reply_seconds_count: 1,
  });

  standin.access = 'revoked';
  await standin.deliver([followed(newPerson())]);
  while ((await metrics()).held === 0) await sleep(5);
  const held = await metrics();
  expect(held['requests_total{way="reply",answer="noAccess"}']).toBeGreaterThan(0);
  expect(held).toMatchObject({ held: 1, waiting_speeches: 1 });
  expect(held.oldest_waiting_seconds).toBeGreaterThan(0);
  standin.access = 'granted';
  await channel.settled();
  expect(await metrics()).toMatchObject({ held: 0, waiting_speeches: 0 });
});
