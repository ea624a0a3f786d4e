/** Turns as they are kept: in order, once each, whole, whatever happens in between. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCounsellor, type Log } from '../../bot/counsellor.ts';
import type { House } from '../../bot/house.ts';
import type { Incoming, Input } from '../../bot/port.ts';
import type { Dialog } from '../../dialogs/dialog.ts';
import { openMemoryStore } from '../../store/memory/store.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { dying, until } from '../support/dying.ts';
import { realHouse } from '../support/house.ts';
import { TODAY } from '../support/talk.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

const logged: { facts: object; message: string }[] = [];
const note = (facts: object, message: string) => void logged.push({ facts, message });
const log: Log = { info: note, warn: note, error: note };

const freshFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'shirube-')), 'test.sqlite');

let events = 0;
const from = (person: string, input: Input, eventId = String(events++)): Incoming => ({
  channel: 'web',
  person,
  eventId,
  at: TODAY,
  input,
  locale: 'en',
});
const tap = (payload: string): Input => ({ kind: 'payload', payload });

/** The first questions of the questionnaire, answered by payload. */
const script = (): Input[] => [
  { kind: 'hello' },
  tap('interests:open'),
  tap('interests:start'),
  ...house.catalogue.interestQuestionnaire.items.slice(0, 5).map(({ id }) => tap(`interests:answer:${id}:4`)),
];

const answersOf = async (store: Store, person: string): Promise<Record<string, number>> => {
  const saved = await store.load('web', person);
  const { stack } = saved!.state as { stack: { context: { answers: Record<string, number> } }[] };
  return stack.at(-1)!.context.answers;
};

test('events sent all at once are answered one at a time, in order', async () => {
  const store = await openSqliteStore(freshFile());
  const counsellor = createCounsellor(house, store, log);
  const people = ['ann', 'ben', 'chi'];
  await Promise.all(people.map((person) => counsellor.receive(script().map((input) => from(person, input)))));
  await counsellor.idle();
  for (const person of people) {
    expect(Object.keys(await answersOf(store, person))).toHaveLength(5);
    const lines = await counsellor.transcript('web', person, 0);
    expect(lines.filter((line) => 'spoken' in line)).toHaveLength(script().length);
  }
  await store.close();
});

test('a delivery that comes twice has one effect', async () => {
  const store = await openSqliteStore(freshFile());
  const counsellor = createCounsellor(house, store, log);
  const delivery = script().map((input) => from('ann', input));
  await Promise.all([counsellor.receive(delivery), counsellor.receive(delivery)]);
  await counsellor.idle();
  await counsellor.receive(delivery);
  await counsellor.idle();
  expect(await counsellor.transcript('web', 'ann', 0)).toHaveLength(2 * delivery.length);
  await store.close();
});

test('two taps at once, from two processes on one file, are both answered and nothing is lost', async () => {
  const file = freshFile();
  const [first, second] = [await openSqliteStore(file), await openSqliteStore(file)];
  const [one, two] = [createCounsellor(house, first, log), createCounsellor(house, second, log)];
  const [hello, open, start, ...taps] = script();
  await one.receive([hello!, open!, start!].map((input) => from('ann', input)));
  await one.idle();
  for (const input of taps) {
    await Promise.all([one.receive([from('ann', input)]), two.receive([from('ann', input)])]);
    await Promise.all([one.idle(), two.idle()]);
  }
  expect(Object.keys(await answersOf(first, 'ann'))).toHaveLength(5);
  const lines = await one.transcript('web', 'ann', 0);
  expect(lines.filter((line) => 'spoken' in line)).toHaveLength(3 + 2 * taps.length);
  await first.close();
  await second.close();
});

describe('a crash at any instant', () => {
  const moments = Array.from({ length: 14 }, (_, at) => [at + 1] as const);
  test.each(moments)('around call %i of the store loses no turn and doubles none', async (at) => {
    for (const after of [false, true]) {
      const file = freshFile();
      const inner = await openSqliteStore(file);
      const { store, died } = dying(inner, { at, after });
      const counsellor = createCounsellor(house, store, log);
      const delivery = script()
        .slice(0, 5)
        .map((input, index) => from('ann', input, `e${index}`));
      void counsellor.receive(delivery).catch(() => undefined);
      await until(died);
      await inner.close();

      // The process starts again; whoever got no acknowledgement delivers again.
      const reopened = await openSqliteStore(file);
      const revived = createCounsellor(house, reopened, log);
      await revived.recover();
      await revived.receive(delivery);
      await revived.idle();
      const lines = await revived.transcript('web', 'ann', 0);
      const causes = lines.flatMap((line) => ('spoken' in line ? [line.cause] : []));
      expect(causes).toHaveLength(delivery.length);
      expect(new Set(causes).size).toBe(delivery.length);
      expect(Object.keys(await answersOf(reopened, 'ann'))).toHaveLength(2);
      await reopened.close();
    }
  });
});

test('a bug in a dialog is told kindly, keeps the state, and does not block what comes after', async () => {
  const broken: Dialog = {
    ...house.dialogs.get('next')!,
    view: () => {
      throw new TypeError('somebody wrote: my name is Ann');
    },
  };
  const faulty: House = { ...house, dialogs: new Map([...house.dialogs, ['next', broken]]) };
  const store = openMemoryStore();
  const counsellor = createCounsellor(faulty, store, log);
  logged.length = 0;
  await counsellor.receive([from('ann', { kind: 'hello' })]);
  await counsellor.idle();
  const before = (await store.load('web', 'ann'))!.state;
  await counsellor.receive([from('ann', tap('next:open'))]);
  await counsellor.idle();
  expect((await store.load('web', 'ann'))!.state).toEqual(before);
  const lines = await counsellor.transcript('web', 'ann', 0);
  expect(JSON.stringify(lines.at(-1))).toContain(house.words.phrase('en', { key: 'common:failed' }));

  await counsellor.receive([from('ann', tap('go:menu'))]);
  await counsellor.idle();
  expect(JSON.stringify((await counsellor.transcript('web', 'ann', 0)).at(-1))).toContain('browse:open');
  // The log has the place of the fault, but nothing a person wrote.
  expect(JSON.stringify(logged)).toContain('TypeError');
  expect(JSON.stringify(logged)).not.toContain('Ann');
});

test('while the store does not answer, events wait and are answered afterwards', async () => {
  const inner = openMemoryStore();
  let failing = true;
  const store = new Proxy(inner, {
    get: (target, name) =>
      name === 'commit' && failing
        ? async () => {
            const { ShirubeError } = await import('../../errors.ts');
            throw new ShirubeError('STORE_FAILED', 'the disk is full');
          }
        : target[name as keyof Store],
  });
  const counsellor = createCounsellor(house, store, log);
  await counsellor.receive([from('ann', { kind: 'hello' })]);
  await counsellor.idle();
  expect(await counsellor.transcript('web', 'ann', 0)).toHaveLength(1);
  failing = false;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await counsellor.idle();
  expect(await counsellor.transcript('web', 'ann', 0)).toHaveLength(2);
});
