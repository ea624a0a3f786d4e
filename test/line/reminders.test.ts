import { setTimeout as pause } from 'node:timers/promises';
import { openDesk } from '../../bot/desk/index.ts';
import { createCounsellor } from '../../bot/counsellor.ts';
import { createWaking } from '../../bot/waking.ts';
import { buildHouse, type House } from '../../bot/house.ts';
import { REMINDING, type Reminding } from '../../domain/reminders.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import type { Store } from '../../store/port.ts';
import { freshPath } from '../store/files.ts';
import { realHouse } from '../support/house.ts';
import { startChannel, type TestChannel } from './service.ts';
import {
  eventOf,
  followed,
  newPerson,
  startStandin,
  tapped,
  textsOf,
  type Standin,
} from './standin/index.ts';

/** A Saturday in Japan, three in the afternoon. */
const NOW = Date.parse('2026-11-21T15:00:00+09:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let line: Standin;
let channel: TestChannel;
let store: Store;
let now: number;
const logged: string[] = [];
const log = {
  info: () => undefined,
  warn: (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`),
  error: (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`),
};

beforeAll(async () => {
  line = await startStandin();
});
beforeEach(async () => {
  now = NOW;
  logged.length = 0;
  store = await openSqliteStore(freshPath(), { clock: () => now });
  channel = await startChannel(line, { store, line: { clock: () => new Date(now) } });
});
afterEach(async () => {
  await channel.stop();
  await store.close();
});
afterAll(() => line.stop());

const wakingOf = (reminding: Reminding = REMINDING) =>
  createWaking({ counsellor: channel.counsellor, store, reminding, log, clock: () => now });
/** What a person does at the moment the clock shows. */
async function does(person: string, ...payloads: string[]): Promise<void> {
  await line.deliver([...payloads.map((payload) => ({ ...tapped(person, payload), timestamp: now }))]);
  await channel.settled();
}
async function look(reminding?: Reminding): Promise<number> {
  const woken = await wakingOf(reminding).look();
  await channel.settled();
  return woken;
}
const last = (person: string): string => (line.sends(person).at(-1) ?? []).flatMap(textsOf).join('\n');

async function begun(): Promise<string> {
  const person = newPerson();
  await line.deliver([{ ...followed(person), timestamp: now }]);
  await channel.settled();
  return person;
}

test('tomorrow at eight: once, by push, with what is left, and not again', async () => {
  const person = await begun();
  const first = (await realHouse()).catalogue.interestQuestionnaire.items[0]!.id;
  await does(
    person,
    'interests:open',
    'interests:start',
    `interests:answer:${first}:4`,
    'go:pause',
    'reminders:tomorrow',
    'reminders:at:8',
  );
  const before = line.sends(person).length;
  expect(await look()).toBe(0);
  now = Date.parse('2026-11-22T07:59:00+09:00');
  expect(await look()).toBe(0);
  now += 60_000;
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  expect(line.sends(person)).toHaveLength(before + 1);
  expect(line.attempts.at(-1)).toMatchObject({ way: 'push', person, status: 200 });
  expect(line.attempts.at(-1)!.retryKey).not.toBeNull();
  expect(last(person)).toMatch(/あと59問/u);
  await does(person, 'interests:open');
  expect(last(person)).toContain('59');
  now += 30 * DAY;
  expect(await look()).toBe(0);
});

test('an occupation a week, another each time, and one tap ends it', async () => {
  const person = await begun();
  await does(person, 'reminders:weekly');
  const told = new Set<string>();
  for (let week = 1; week <= 5; week++) {
    now = Date.parse('2026-11-21T19:00:00+09:00') + week * 7 * DAY;
    expect(await look()).toBe(1);
    const { state } = (await store.load('line', person))!;
    told.add(JSON.stringify((state as { reminders: { shown: number[] }[] }).reminders[0]!.shown.at(-1)));
    expect(last(person)).toMatch(/今週の仕事[^]*万円|今週の仕事[^]*調べ/u);
  }
  expect(told.size).toBe(5);
  expect(JSON.stringify(line.sends(person).at(-1))).toContain('reminders:stop');
  await does(person, 'reminders:stop');
  now += 8 * DAY;
  expect(await look()).toBe(0);
});

test('nobody is woken in quiet hours; a night that was slept through is told in the morning', async () => {
  const person = await begun();
  await does(person, 'reminders:at:19');
  now = Date.parse('2026-11-22T21:30:00+09:00');
  expect(await look()).toBe(0);
  now = Date.parse('2026-11-23T08:00:00+09:00');
  expect(await look()).toBe(1);
});

test('two looks at once, another process and a restart between wake and answer ring once', async () => {
  const person = await begun();
  await does(person, 'reminders:at:8');
  const before = line.sends(person).length;
  now = Date.parse('2026-11-22T08:00:00+09:00');
  await Promise.all([wakingOf().look(), wakingOf().look()]);
  await channel.settled();
  // The event was stored, the process died, and another one looks again before it answers.
  const other = newPerson();
  await line.deliver([{ ...followed(other), timestamp: now }]);
  await does(other, 'reminders:at:8');
  now = Date.parse('2026-11-23T08:00:00+09:00');
  const stored: unknown[] = [];
  await createWaking({
    counsellor: { receive: async (events) => void stored.push(await store.receive(events)) },
    ...{ store, reminding: REMINDING, log, clock: () => now },
  }).look();
  expect(stored).toHaveLength(1);
  await look();
  expect(line.sends(person)).toHaveLength(before + 1);
  expect(line.sends(other)).toHaveLength(3);
});

test('the budget of a month is kept to the number; what is left out comes next month or not at all', async () => {
  const people = [await begun(), await begun(), await begun()];
  for (const person of people) await does(person, 'reminders:weekly');
  now = Date.parse('2026-11-28T19:00:00+09:00');
  const two = { ...REMINDING, perMonth: 2 };
  await look(two);
  await look(two);
  expect(await store.counted({ name: 'reminder', period: '2026-11' })).toBe(2);
  const reached = () => people.filter((person) => last(person).includes('今週の仕事')).length;
  expect(reached()).toBe(2);
  expect(logged.filter((each) => each.includes('used up'))).not.toHaveLength(0);
  expect(logged.join()).not.toContain(people[2]!);
  now = Date.parse('2026-12-05T19:00:00+09:00');
  // The one left out is passed over: a week late it would puzzle.
  await look(two);
  await look(two);
  expect(await store.counted({ name: 'reminder', period: '2026-12' })).toBe(2);
});

test('who blocks the account, or comes by before the time, is not reminded', async () => {
  const gone = await begun();
  const here = await begun();
  for (const person of [gone, here]) await does(person, 'reminders:at:8');
  await line.deliver([{ ...eventOf(gone, 'unfollow'), timestamp: now }]);
  await channel.settled();
  now = Date.parse('2026-11-22T08:30:00+09:00');
  await does(here, 'go:menu');
  expect(await look()).toBe(0);
});

test('a promise that the budget broke is not made up for days later', async () => {
  const person = await begun();
  await does(person, 'reminders:at:8');
  now = Date.parse('2026-11-29T12:00:00+09:00');
  const before = line.sends(person).length;
  expect(await look()).toBe(1);
  expect(line.sends(person)).toHaveLength(before);
  expect(await store.counted({ name: 'reminder', period: '2026-11' })).toBe(0);
  expect(await store.wakes(new Date(now).toISOString(), 9)).toEqual([]);
});

test('a reminder that cannot be said rings no more, and nobody is bothered with an apology', async () => {
  const house = await realHouse();
  const real = house.dialogs.get('reminders')!;
  const broken = {
    ...real,
    view: () => {
      throw new Error('a bug');
    },
  };
  const counsellor = createCounsellor(
    { ...house, dialogs: new Map([...house.dialogs, ['reminders', broken]]) },
    store,
    log,
  );
  const person = await begun();
  await does(person, 'reminders:at:8');
  const before = line.sends(person).length;
  now = Date.parse('2026-11-22T08:00:00+09:00');
  const waking = createWaking({ counsellor, store, reminding: REMINDING, log, clock: () => now });
  expect(await waking.look()).toBe(1);
  await counsellor.idle();
  await channel.settled();
  expect(await waking.look()).toBe(0);
  expect(line.sends(person)).toHaveLength(before);
  expect(await store.counted({ name: 'reminder', period: '2026-11' })).toBe(0);
});

test('who left and came back keeps what they asked for since, however late LINE tells of their leaving', async () => {
  const person = await begun();
  const left = { ...eventOf(person, 'unfollow'), timestamp: now };
  now += HOUR;
  await does(person, 'reminders:weekly');
  await line.deliver([left]);
  await channel.settled();
  expect((await store.load('line', person))!.state).toMatchObject({ reminders: [{ kind: 'weekly' }] });
});

test('one that LINE does not take in its hours is dropped, and nobody is woken by it at night', async () => {
  const person = await begun();
  await does(person, 'reminders:at:19');
  now = Date.parse('2026-11-22T19:00:00+09:00');
  line.access = 'revoked';
  expect(await wakingOf().look()).toBe(1);
  while (!channel.logged.join().includes('refuses the channel access token')) await pause(10);
  const before = line.sends(person).length;
  now = Date.parse('2026-11-22T21:30:00+09:00');
  line.access = 'granted';
  await channel.settled();
  expect(line.sends(person)).toHaveLength(before);
}, 20_000);

test('a house without reminders offers none and wakes nobody', async () => {
  const house: House = await realHouse();
  const silent = buildHouse(house.catalogue, house.words, {
    reminding: { ...REMINDING, perMonth: 0 },
    reach: { page: true, line: { id: '@shirube' } },
  });
  const counsellor = createCounsellor(silent, store, log);
  const tap = (eventId: string, payload: string) =>
    counsellor.receive([
      {
        channel: 'line',
        person: 'p',
        eventId,
        at: new Date(now).toISOString(),
        input: { kind: 'payload', payload },
      },
    ]);
  await tap('1', 'go:menu');
  await tap('2', 'reminders:weekly');
  await counsellor.idle();
  const said = JSON.stringify(await store.transcript('line', 'p', 0, 10));
  expect(said).not.toContain('reminders:open');
  expect(said).toContain('ここではお知らせを送れません');
  // Nobody on LINE is sent to LINE.
  expect(said).not.toContain('LINE');
  expect((await store.load('line', 'p'))!.state).not.toMatchObject({ reminders: [{}] });
  expect(openDesk(silent).isOccupation(156)).toBe(true);
});
