/**
 * The service is killed with SIGKILL at every step of the way of an event, again and again, while several people talk.
 * `KILL_ROUNDS=500 KILL_SEED=7 npm test -- test/line/kill` kills it that often, at steps drawn by chance.
 */
import { freshPath } from '../store/files.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { booksOf, isAsDecided, undisturbed } from './kill/account.ts';
import { Lane, type Death } from './kill/lane.ts';
import type { Talker } from './kill/people.ts';
import { STEPS } from './kill/steps.ts';
import { mulberry32 } from './standin/faults.ts';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 0);
const SEED = Number(process.env.KILL_SEED ?? 1);
const LANES = 2;

/** What must not be taken apart, once more in the midst of the load. */
const UNDER_LOAD = STEPS.filter(([moment, door]) => moment !== 'before' && /commit|200|LINE/u.test(door));

/** By default every step at its first passing, and some under load; otherwise so many drawn by chance. */
function deaths(): Death[] {
  const random = mulberry32(SEED);
  const later = (step: Death['step']): Death => ({
    step,
    times: step[1] === 'recover: read who waits' ? 1 : 2 + Math.floor(random() * 12),
  });
  if (ROUNDS === 0) return [...STEPS.map((step) => ({ step, times: 1 })), ...UNDER_LOAD.map(later)];
  return Array.from({ length: ROUNDS }, () => later(STEPS[Math.floor(random() * STEPS.length)]!));
}

/**
 * Every event done and answered, in the order of delivery, as if nothing had happened, and each answer taken once;
 * twice only as deliver.ts decides, when a token's minute is over before a reply in doubt can be asked about.
 */
async function expectUndisturbed(lane: Lane, talker: Talker): Promise<void> {
  const books = await booksOf(lane.file, lane.standin, talker.person);
  const should = await undisturbed(talker.events);
  const ids = talker.events.map(({ webhookEventId }) => webhookEventId);
  expect(books.accounts.map(({ eventId }) => eventId)).toEqual(ids);
  expect(books.accounts.filter(({ status, speech }) => status !== 'done' || speech !== 'sent')).toEqual([]);
  expect(books.version).toBe(ids.length);
  expect(books.state).toEqual(should.state);
  expect(books.spoken).toEqual(should.spoken);
  expect(books.accounts.filter((account) => !isAsDecided(account))).toEqual([]);
  const heard = should.messages.flatMap((messages, at) => books.accounts[at]!.taken.map(() => messages));
  expect(lane.standin.sends(talker.person)).toEqual(heard);
}

async function live(number: number): Promise<void> {
  const lane = await Lane.open(freshPath());
  try {
    const { talkers, ended } = lane.talk([true, true, true, true, false], SEED + number);
    for (const [at, death] of deaths().entries()) if (at % LANES === number) await lane.die(death);
    lane.quiet();
    await lane.settle(ended);
    for (const talker of talkers) await expectUndisturbed(lane, talker);
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

test.each([
  ['replies', true],
  ['pushes', false],
])(
  '%s taken but not recorded, found a minute later: replies are seen twice, pushes never',
  async (_, tokens) => {
    const lane = await Lane.open(freshPath());
    try {
      const { talkers, ended } = lane.talk([tokens, tokens, tokens], SEED);
      await lane.die({ step: ['after', 'send: call LINE'], times: 9 });
      await sleep(100); // what was on the way still reaches LINE
      const accountsOf = async ({ person }: Talker) =>
        (await booksOf(lane.file, lane.standin, person)).accounts;
      const inDoubt = (await Promise.all(talkers.map(accountsOf)))
        .flat()
        .filter(({ speech, taken }) => speech === 'due' && taken.length > 0)
        .map(({ eventId }) => eventId);
      expect(inDoubt).not.toEqual([]);
      lane.quiet();
      lane.wait(60_000);
      await lane.settle(ended);
      for (const talker of talkers) await expectUndisturbed(lane, talker);
      const twice = (await Promise.all(talkers.map(accountsOf)))
        .flat()
        .filter(({ taken }) => taken.length > 1)
        .map(({ eventId }) => eventId);
      expect(twice).toEqual(tokens ? inDoubt : []);
    } finally {
      await lane.close();
    }
  },
  180_000,
);
