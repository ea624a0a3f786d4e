/**
 * `npm run load`: 200 events a second for five minutes through the LINE webhook, against a strict stand-in of which
 * every tenth call goes wrong, while the service is killed with SIGKILL and started again ten times. Then every event
 * is accounted for. Ends with 1 when a claim fails. On another machine or in less time:
 *
 *   npm run load -- --seconds 30 --rate 100 --kills 3 --people 500 --faults 0.1 --latency 50 --seed 7
 *
 * LINE's side (stand-in and crowd) is this process, the service is one of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openHouse } from '../bot/open.ts';
import { mulberry32 } from '../test/line/standin/faults.ts';
import { startStandin, type Attempt } from '../test/line/standin/index.ts';
import { readBooks, statesThatDiffer, waitingIn, type Books } from './line/books.ts';
import { createCrowd, preciseNow, type Sent } from './line/crowd.ts';
import { startVictim, type Outage } from './line/victim.ts';
import { megabytes, timings } from './measure.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    rate: { type: 'string', default: '200' },
    kills: { type: 'string', default: '10' },
    people: { type: 'string', default: '2000' },
    faults: { type: 'string', default: '0.1' },
    latency: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '23790' },
  },
});
const [seconds, rate, kills, people, share, latencyMs, seed, port] = [
  values.seconds,
  values.rate,
  values.kills,
  values.people,
  values.faults,
  values.latency,
  values.seed,
  values.port,
].map(Number) as [number, number, number, number, number, number, number, number];

const SECRET = 'load-channel-secret';
/** After the last event: longer than the longest pause but one of a speech that LINE failed at several times. */
const SETTLE_MS = 180_000;
const STATES_COMPARED = 100;

const print = (what: string, value: string) => console.log(`${what.padEnd(58)} ${value}`);
const number = (value: number) => value.toLocaleString('en');

const folder = mkdtempSync(path.join(tmpdir(), 'shirube-load-'));
const file = path.join(folder, 'load.sqlite');
const house = await openHouse(path.join(import.meta.dirname, '..'));
const line = await startStandin({ channelSecret: SECRET, now: preciseNow, latencyMs, keepsChats: false });
line.slowMs = 3000;
line.stumble({
  share,
  seed,
  kinds: { rateLimited: 2, error: 2, errorAfterwards: 1, dropped: 2, droppedAfterwards: 2, slow: 1 },
});
const victim = await startVictim(port, {
  DATABASE_URL: `sqlite:${file}`,
  LINE_CHANNEL_SECRET: SECRET,
  LINE_CHANNEL_ACCESS_TOKEN: line.channelAccessToken,
  LINE_API_BASE_URL: line.url,
});
line.webhook = `http://127.0.0.1:${port}/line/webhook`;

const random = mulberry32(seed + 1);
const part = (seconds * 1000) / Math.max(1, kills);
const moments = Array.from({ length: kills }, (_, at) => part * (at + 0.1 + 0.8 * random()));
const items = house.catalogue.interestQuestionnaire.items.map(({ id }) => id);
const crowd = createCrowd(line, items, { people, rate, seconds, seed });

console.log(
  `${rate} events/s for ${seconds} s, ${people} people, ${kills} kills, ${share * 100}% of LINE's calls failing, LINE answering in ${latencyMs} ms\n` +
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${megabytes(totalmem())}, Node ${process.version}\n`,
);
const cpuBefore = await victim.cpu();
await Promise.all([crowd.run(), victim.killAt(moments)]);
const settling = performance.now();
while ((await waitingIn(file)) > 0 && performance.now() - settling < SETTLE_MS) await sleep(100);
const settled = (performance.now() - settling) / 1000;
const { mostMemory, outages } = victim;
// With kills the last life's time, starting included, says nothing about one event.
const cpuPerEvent = kills === 0 ? ((await victim.cpu()) - cpuBefore) / crowd.sent.length : null;
await victim.stop();
await line.stop();

const books = await readBooks(file, crowd.sent, line.attempts);
const differ = await statesThatDiffer(house, file, crowd.sent, STATES_COMPARED);
report(books, crowd.sent, line.attempts, outages);
rmSync(folder, { recursive: true, force: true });

function report(
  { answeredAt, ...totals }: Books,
  sent: readonly Sent[],
  attempts: readonly Attempt[],
  downs: readonly Outage[],
): void {
  const failed = attempts.filter(({ status }) => status !== 200 && status !== 409).length;
  print('events sent', `${number(totals.events)} (${Math.round(totals.events / seconds)}/s)`);
  print('deliveries LINE had to repeat', number(sent.filter(({ tries }) => tries > 1).length));
  print('requests to LINE', `${number(attempts.length)}, of which not answered 200: ${number(failed)}`);
  print('answers delivered', number(totals.delivered));
  print('  by push', number(attempts.filter(({ way, taken }) => way === 'push' && taken).length));
  print('  twice, as documented (a reply in doubt, too old to ask)', number(totals.documentedDoubles));
  for (const [reason, count] of Object.entries(totals.refused)) print(`  refused: ${reason}`, number(count));

  // In flight at a kill: on the way while the service was down, or while it caught up with what had waited.
  const calm = ({ startedAt, acceptedAt }: Sent, until: number) =>
    acceptedAt !== null && downs.every((down) => until < down.from || startedAt > down.until + 2000);
  const row = (what: string, durations: readonly number[]) => {
    const { p50, p99, count } = timings(durations, seconds);
    print(what, `p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms (${number(count)})`);
  };
  const accepted = sent.filter(({ acceptedAt }) => acceptedAt !== null);
  row(
    'webhook to 200, all',
    accepted.map((one) => one.acceptedAt! - one.startedAt),
  );
  row(
    'webhook to 200, without those in flight at a kill',
    accepted.filter((one) => calm(one, one.acceptedAt!)).map((one) => one.acceptedAt! - one.startedAt),
  );
  const answered = sent.filter(({ event }) => answeredAt.has(event.webhookEventId));
  const until = ({ event }: Sent) => answeredAt.get(event.webhookEventId)!;
  row(
    'webhook to reply, all',
    answered.map((one) => until(one) - one.startedAt),
  );
  const undisturbed = answered.filter((one) => calm(one, until(one)));
  row(
    'webhook to reply, without those in flight at a kill',
    undisturbed.map((one) => until(one) - one.startedAt),
  );
  print(
    'restarts, kill to ready',
    downs.map(({ from, until: up }) => `${Math.round(up - from)}`).join(', ') + ' ms',
  );
  print('settled after the last event', `${settled.toFixed(1)} s`);
  if (cpuPerEvent !== null)
    print('processor time of the service for an event', `${(cpuPerEvent * 1000).toFixed(2)} ms`);
  print('most memory of the service', megabytes(mostMemory));

  console.log();
  const claims: readonly (readonly [string, boolean])[] = [
    [`the rate was reached (${rate}/s)`, totals.events >= 0.97 * rate * seconds],
    ['every event was taken', totals.accepted === totals.events],
    [`every event is one row, done, with one speech (${totals.notOnce} are not)`, totals.notOnce === 0],
    [`order per person was kept (${totals.outOfOrder} people not)`, totals.outOfOrder === 0],
    [`every state changed once for each event (${totals.wrongVersions} not)`, totals.wrongVersions === 0],
    [`states are those of an undisturbed run (${differ} of ${STATES_COMPARED} differ)`, differ === 0],
    [`nothing still waits (${totals.stillWaiting})`, totals.stillWaiting === 0],
    [`no answer recorded as sent that LINE never took (${totals.lost})`, totals.lost === 0],
    [
      `nothing was sent twice but in the documented doubt (${totals.otherDoubles})`,
      totals.otherDoubles === 0,
    ],
    [
      'every answer is accounted for (delivered or refused with a reason)',
      totals.delivered + Object.values(totals.refused).reduce((sum, count) => sum + count, 0) ===
        totals.events,
    ],
    [`killed and started again ${kills} times`, downs.length === kills],
  ];
  for (const [claim, holds] of claims) console.log(`${holds ? '✓' : '✗'} ${claim}`);
  if (claims.some(([, holds]) => !holds)) process.exitCode = 1;
}
