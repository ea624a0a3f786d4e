/** "Forget me": what was kept is gone, from every row and from every byte of the files. */
import { existsSync, readFileSync } from 'node:fs';
import type { House } from '../../bot/house.ts';
import type { Channel, Input } from '../../bot/port.ts';
import { say } from '../../replies/words.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { Connection } from '../../store/sqlite/connection.ts';
import { freshPath } from '../store/files.ts';
import { realHouse } from '../support/house.ts';
import { Side, tap, type } from './sides.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});
const words = (key: string) => house.words.phrase('en', say(key));

/** Everything there is on the disk, as one text. */
const bytes = (file: string): string =>
  [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name, 'latin1'))
    .join('\n');

const DAY_MS = 86_400_000;
const SECRET = 'MY-OWN-WORDS';
const script = (): Input[] => [
  { kind: 'hello' },
  ...Array.from({ length: 40 }, (_, i) => type(`${SECRET} ${i} ${'long '.repeat((i % 7) * 200)}`)),
  tap('list:keep:156'),
  tap('carry:open'),
];

test.each<Channel>(['line', 'web', 'console'])('nothing is left of somebody on %s', async (channel) => {
  const file = freshPath();
  let time = Date.now();
  const store = await openSqliteStore(file, { clock: () => time });
  const ann = new Side(house, store, channel, 'ann-the-person');
  const bob = new Side(house, store, channel, 'bob');
  const delivery = script().map((input) => ann.event(input));
  await ann.counsellor.receive(delivery);
  await bob.send(type('BOBS-WORDS'));
  await ann.counsellor.idle();
  const bobs = await bob.state();
  expect(bytes(file)).toContain(SECRET);

  expect(await ann.send(type('please delete my data'))).toContain(words('forget:asking.text'));
  expect(await ann.state()).not.toBeNull();
  expect(await ann.offers()).toContain('forget:now');
  const now = ann.event(tap('forget:now'));
  await ann.counsellor.receive([now]);
  await ann.counsellor.idle();
  expect(await ann.said()).toBe(words('forget:gone.text'));
  expect(await ann.offers()).toEqual(['language:set:en']);
  // While the service runs: not in the file, and not in its log.
  expect(bytes(file)).not.toContain(SECRET);
  expect(bytes(file)).toContain('BOBS-WORDS');

  expect(await store.load(channel, 'ann-the-person')).toBeNull();
  expect(await ann.lines()).toHaveLength(2);
  expect(await bob.state()).toEqual(bobs);
  const reader = await Connection.open(file, 'read');
  expect(await reader.all('SELECT * FROM offers')).toEqual([]);
  expect(await reader.all(`SELECT DISTINCT person FROM lines ORDER BY 1`)).toHaveLength(3);
  await reader.close();

  // Delivered once more, old events begin nothing.
  await ann.counsellor.receive([...delivery, now]);
  await ann.counsellor.idle();
  expect(await ann.lines()).toHaveLength(2);
  expect(await store.load(channel, 'ann-the-person')).toBeNull();
  expect(bytes(file)).not.toContain(SECRET);

  // A day later nobody can tell that she was here.
  await store.settle((await ann.lines()).at(-1)!.id, { outcome: 'sent' });
  time += DAY_MS + 1;
  await store.prune(new Date(time - 180 * DAY_MS).toISOString());
  expect(await ann.lines()).toEqual([]);
  expect(bytes(file)).not.toContain('ann-the-person');

  // Somebody new.
  expect(await ann.send(tap('go:restart'))).toContain(words('welcome:greeting.hello'));
  expect((await ann.state())!.profile).toEqual({});
  await store.close();
  expect(bytes(file)).not.toContain(SECRET);
});

test('on LINE the button of a question that was left long ago asks again', async () => {
  const store = await openSqliteStore(freshPath());
  const ann = new Side(house, store, 'line', 'ann');
  await ann.send({ kind: 'hello' });
  await ann.send(tap('forget:open'));
  await ann.send(tap('go:back'));
  await ann.send(tap('list:keep:156'));
  expect(await ann.send(tap('forget:now'))).toContain(words('forget:asking.text'));
  expect((await ann.state())!.profile.kept).toEqual([156]);
  expect(await ann.send(tap('forget:now'))).toBe(words('forget:gone.text'));
  await store.close();
});

test('the language goes too, and the way back in remembers it', async () => {
  const store = await openSqliteStore(freshPath());
  const ann = new Side(house, store, 'line', 'ann');
  await ann.send(tap('language:set:ja-easy'));
  await ann.send(tap('forget:open'));
  await ann.send(tap('forget:now'));
  expect(await store.load('line', 'ann')).toBeNull();
  const [anew] = await ann.offers();
  await ann.send(tap(anew!));
  expect((await ann.state())!.locale).toBe('ja-easy');
  await store.close();
});

test('in the bubble, which asks by itself, it deletes at once, also for somebody new, and says so', async () => {
  const store = await openSqliteStore(freshPath());
  const ann = new Side(house, store, 'web', 'ann');
  expect(await ann.send(tap('forget:now'))).toBe(words('forget:gone.text'));
  expect(await store.load('web', 'ann')).toBeNull();
  await ann.send({ kind: 'hello' });
  // Away for a week: nobody is welcomed back to what they delete.
  expect(await ann.send(tap('forget:now'), '2026-11-28T03:00:00.000Z')).toBe(words('forget:gone.text'));
  expect(await store.load('web', 'ann')).toBeNull();
  await store.close();
});

test('who thinks again keeps everything', async () => {
  const store = await openSqliteStore(freshPath());
  const ann = new Side(house, store, 'web', 'ann');
  await ann.send({ kind: 'hello' });
  await ann.send(tap('list:keep:156'));
  const before = await ann.at();
  await ann.send(tap('forget:open'));
  await ann.send(tap('go:back'));
  expect(await ann.at()).toBe(before);
  expect((await ann.state())!.profile.kept).toEqual([156]);
  await store.close();
});
