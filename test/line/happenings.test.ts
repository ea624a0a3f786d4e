import { openSqliteStore } from '../../store/sqlite/store.ts';
import type { Store } from '../../store/port.ts';
import { freshPath } from '../store/files.ts';
import { startChannel, type TestChannel } from './service.ts';
import {
  again,
  eventOf,
  followed,
  newPerson,
  said,
  sent,
  startStandin,
  tapped,
  textsOf,
  type Standin,
} from './standin/index.ts';

let line: Standin;
let channel: TestChannel;
let store: Store;
beforeAll(async () => {
  line = await startStandin();
});
beforeEach(async () => {
  store = await openSqliteStore(freshPath());
  channel = await startChannel(line, { store });
});
afterEach(async () => {
  await channel.stop();
  await store.close();
});
afterAll(() => line.stop());

const read = (person: string): string => line.received(person).flatMap(textsOf).join('\n');
const group = (id: string) => ({ source: { type: 'group', groupId: id, userId: newPerson() } });
const groupId = () => newPerson().replace('U', 'C');

test('a place on the map becomes the prefecture; the place itself is nowhere kept', async () => {
  const person = newPerson();
  await line.deliver([followed(person), tapped(person, 'wages:open:156')]);
  const home = {
    title: '家',
    address: '埼玉県さいたま市大宮区錦町630',
    latitude: 35.9064,
    longitude: 139.6239,
  };
  await line.deliver([sent(person, 'location', home)]);
  await channel.settled();
  expect(read(person)).toContain('埼玉県ですね');
  expect((await store.load('line', person))!.state).toMatchObject({ profile: { prefecture: '11' } });
  const kept = JSON.stringify([
    await store.transcript('line', person, 0, 100),
    await store.load('line', person),
    channel.logged,
  ]);
  for (const trace of ['35.9', '139.6', '錦町']) expect(kept).not.toContain(trace);
});

test('a place answers the question for the prefecture, and where it was asked goes on', async () => {
  const person = newPerson();
  await line.deliver([followed(person), tapped(person, 'prefecture:open')]);
  await line.deliver([sent(person, 'location', { latitude: 26.21, longitude: 127.68 })]);
  await channel.settled();
  expect((await store.load('line', person))!.state).toMatchObject({ profile: { prefecture: '47' } });
});

test('a place outside Japan is answered kindly and changes nothing', async () => {
  const person = newPerson();
  await line.deliver([followed(person), sent(person, 'location', { latitude: 21.03, longitude: 105.85 })]);
  await channel.settled();
  expect(read(person)).toContain('わかりませんでした');
  expect((await store.load('line', person))!.state).toMatchObject({ profile: {} });
});

test('a message taken back is forgotten, its answer stays, and nothing is said', async () => {
  const person = newPerson();
  const secret = said(person, 'ないしょの 小説を 書いています');
  const { id } = secret.message as { id: string };
  await line.deliver([followed(person), secret]);
  await channel.settled();
  const before = line.sends(person).length;
  await line.deliver([eventOf(person, 'unsend', { unsend: { messageId: id }, replyToken: undefined })]);
  await channel.settled();
  expect(line.sends(person)).toHaveLength(before);
  const own = (await store.transcript('line', person, 0, 100)).filter((each) => 'incoming' in each);
  expect(JSON.stringify(own)).not.toContain('ないしょ');
  // The event is known: delivered again, it is not answered again.
  await line.deliver([again(secret)]);
  await channel.settled();
  expect(line.sends(person)).toHaveLength(before);
});

test('who blocks the account is sent nothing; who comes back goes on where they were', async () => {
  const person = newPerson();
  await line.deliver([followed(person), tapped(person, 'interests:open'), tapped(person, 'interests:start')]);
  await channel.settled();
  const before = line.attempts.length;
  await line.deliver([eventOf(person, 'unfollow', { replyToken: undefined })]);
  await channel.settled();
  expect(line.attempts).toHaveLength(before);
  await line.deliver([eventOf(person, 'follow', { follow: { isUnblocked: true } })]);
  await channel.settled();
  expect(line.sends(person).at(-1)!.flatMap(textsOf).join()).toContain('1 / 60');
});

test('a group is told once, politely, that we speak with one person at a time', async () => {
  const id = groupId();
  const joined = { ...eventOf(newPerson(), 'join'), source: { type: 'group', groupId: id } };
  await line.deliver([joined, again(joined)]);
  await line.deliver([{ ...said(newPerson(), 'こんにちは'), ...group(id) }]);
  await channel.settled();
  expect(line.sends(id)).toHaveLength(1);
  expect(read(id)).toContain('1対1');
  const mention = { mentionees: [{ index: 0, length: 4, type: 'user', isSelf: true }] };
  await line.deliver([{ ...said(newPerson(), '@しるべ 仕事', { mention }), ...group(id) }]);
  await channel.settled();
  expect(line.sends(id)).toHaveLength(2);
});

test('in standby nothing is sent, stored or said; what was stored can still be taken back', async () => {
  const person = newPerson();
  const standby = { mode: 'standby', replyToken: undefined };
  await line.deliver([
    { ...followed(person), ...standby },
    { ...said(person, 'hello'), ...standby },
    { ...tapped(person, 'go:menu'), ...standby },
  ]);
  await channel.settled();
  expect(line.sends(person)).toEqual([]);
  expect(await store.transcript('line', person, 0, 10)).toEqual([]);
});
