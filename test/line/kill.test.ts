/**
 * The service is killed with SIGKILL at every step of the way of an event, again and again, while several people talk.
 * `KILL_ROUNDS=500 KILL_SEED=7 npm test -- test/line/kill` kills it that often, at steps drawn by chance.
 */
import { freshPath } from '../store/files.ts';
import { booksOf, undisturbed } from './kill/account.ts';
import { Lane, type Death } from './kill/lane.ts';
import type { Talker } from './kill/people.ts';
import { STEPS } from './kill/steps.ts';
import { mulberry32 } from './standin/faults.ts';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 0);
const SEED = Number(process.env.KILL_SEED ?? 1);
const LANES = 2;

/** By default every step at its first passing in one lane, and in the midst of the load what follows it in the other. */
function deathsOf(lane: number): Death[] {
  const random = mulberry32(SEED + lane);
  if (ROUNDS === 0 && lane === 0) return STEPS.map((step) => ({ step, times: 1 }));
  const steps =
    ROUNDS === 0
      ? STEPS.filter(([moment]) => moment !== 'before')
      : Array.from({ length: Math.ceil(ROUNDS / LANES) }, () => STEPS[Math.floor(random() * STEPS.length)]!);
  return steps.map((step) => ({
    step,
    times: step[1] === 'recover: read who waits' ? 1 : 2 + Math.floor(random() * 12),
  }));
}

/** Every event done and answered, in the order of delivery, as if nothing had happened. */
async function expectUndisturbed(lane: Lane, talker: Talker): Promise<void> {
  const books = await booksOf(lane.file, lane.standin, talker.person);
  const should = await undisturbed(talker.events);
  const ids = talker.events.map(({ webhookEventId }) => webhookEventId);
  expect(books.accounts.map(({ eventId }) => eventId)).toEqual(ids);
  expect(books.accounts.filter(({ status, speech }) => status !== 'done' || speech !== 'sent')).toEqual([]);
  expect(books.version).toBe(ids.length);
  expect(books.state).toEqual(should.state);
  expect(books.spoken).toEqual(should.spoken);
}

async function live(number: number): Promise<void> {
  const lane = await Lane.open(freshPath());
  try {
    const { talkers, ended } = lane.talk([true, true, true, true, false], SEED + number);
    for (const death of deathsOf(number)) await lane.die(death);
    lane.quiet();
    await lane.settle(ended);
    for (const talker of talkers) {
      await expectUndisturbed(lane, talker);
      const { accounts } = await booksOf(lane.file, lane.standin, talker.person);
      expect(accounts.filter(({ taken }) => taken !== 1)).toEqual([]);
      expect(lane.standin.sends(talker.person)).toEqual((await undisturbed(talker.events)).messages);
    }
  } finally {
    await lane.close();
  }
}

test(
  'killed at every step: no answer lost, no state change doubled, each event answered exactly once, in order',
  async () => {
    await Promise.all(Array.from({ length: LANES }, (_, number) => live(number)));
  },
  300_000 + ROUNDS * 10_000,
);
