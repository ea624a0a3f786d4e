/** A conversation carried to another channel: once, whole, and told to both sides, whatever happens in between. */
import { hashOf } from '../../bot/codes.ts';
import type { House } from '../../bot/house.ts';
import type { Channel, Input } from '../../bot/port.ts';
import { say } from '../../replies/words.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { freshPath } from '../store/files.ts';
import { dying, until } from '../support/dying.ts';
import { realHouse } from '../support/house.ts';
import { TODAY } from '../support/talk.ts';
import { after, Side, tap, type } from './sides.ts';

const MINUTES = 60_000;
let house: House;
let store: Store;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(async () => {
  store = await openSqliteStore(freshPath());
});
afterEach(async () => store.close());

const side = (channel: Channel, person: string) => new Side(house, store, channel, person);
const words = (key: string) => house.words.phrase('en', say(key));

/** Somebody on LINE with a list, half-way through the questionnaire. */
async function begun(channel: Channel = 'line', person = 'ann'): Promise<Side> {
  const ann = side(channel, person);
  const items = house.catalogue.interestQuestionnaire.items.slice(0, 3);
  const script: Input[] = [
    { kind: 'hello' },
    type('my own secret words'),
    { kind: 'place', prefecture: '13' },
    tap('list:keep:156'),
    tap('interests:open'),
    tap('interests:start'),
    ...items.map(({ id }) => tap(`interests:answer:${id}:4`)),
  ];
  await ann.counsellor.receive(script.map((input) => ann.event(input)));
  await ann.counsellor.idle();
  expect(await ann.at()).toBe('interests/asking');
  return ann;
}
const answers = async (of: Side) =>
  Object.keys(((await of.state())!.stack.at(-1)!.context as { answers: object }).answers);

describe('a code sent on the other side', () => {
  test('goes on where it was, with everything but the words', async () => {
    const ann = await begun();
    const before = (await ann.state())!;
    const code = await ann.code();
    const web = side('web', 'w1');
    await web.send({ kind: 'hello' });
    expect(await web.send(type(code.toLowerCase().replace('-', ' ')))).toContain(words('carry:arrived'));
    expect(await web.at()).toBe('interests/asking');
    expect(await answers(web)).toEqual(await answers(ann));
    const { profile, stack, locale } = (await web.state())!;
    expect({ profile, stack, locale }).toEqual({
      profile: before.profile,
      stack: before.stack,
      locale: before.locale,
    });
    expect(JSON.stringify(await web.lines())).not.toContain('secret');
    expect(JSON.stringify(await store.load('web', 'w1'))).not.toMatch(/ann|secret/u);
  });

  test('is told on this side, where one can go on as well', async () => {
    const ann = await begun();
    const web = side('web', 'w1');
    await web.send(type(await ann.code()));
    await ann.counsellor.idle();
    expect(await ann.said()).toBe(words('carry:went.web'));
    // Nobody on either side learns who the other is.
    expect(JSON.stringify(await ann.lines())).not.toContain('w1');
    expect(await ann.at()).toBe('interests/asking');
    const next = (await web.offers()).find((payload) => payload.startsWith('interests:answer:'))!;
    await web.send(tap(next));
    expect(await answers(web)).toHaveLength(4);
    expect(await answers(ann)).toHaveLength(3);
  });

  test('goes from the web to LINE too, and by its payload', async () => {
    const web = await begun('web', 'w1');
    const code = (await web.code()).replace('-', '');
    const line = side('line', 'ann');
    // What a link brings is asked about first, and the other side is told only once it is taken.
    expect(await line.send(tap(`carry:take:${code}`))).toContain(words('carry:asking.link'));
    await web.counsellor.idle();
    expect(await web.said()).not.toBe(words('carry:went.line'));
    await line.send(tap('carry:replace'));
    expect(await line.at()).toBe('interests/asking');
    await web.counsellor.idle();
    expect(await web.said()).toBe(words('carry:went.line'));
  });

  test('is understood in the middle of a question, and is no answer to it', async () => {
    const code = await (await begun()).code();
    const web = side('web', 'w1');
    await web.send(tap('interests:open'));
    await web.send(tap('interests:start'));
    await web.send(type(code));
    expect(await answers(web)).toHaveLength(3);
  });
});

describe('where there is something already', () => {
  async function both() {
    const code = await (await begun()).code();
    const web = side('web', 'w1');
    await web.send({ kind: 'hello' });
    await web.send(tap('list:keep:134'));
    expect(await web.send(type(code))).toContain(words('carry:asking.line'));
    return web;
  }
  test('it is asked, and replaced', async () => {
    const web = await both();
    expect(await web.offers()).toEqual(expect.arrayContaining(['carry:replace', 'carry:keep']));
    expect((await web.state())!.profile.kept).toEqual([134]);
    expect(await web.send(tap('carry:replace'))).toContain(words('carry:arrived'));
    expect((await web.state())!.profile.kept).toEqual([156]);
    expect(await web.at()).toBe('interests/asking');
  });
  test('it is asked, and kept; nothing of the other is left', async () => {
    const web = await both();
    expect(await web.send(tap('carry:keep'))).toBe(words('carry:kept.text'));
    expect((await web.state())!.profile.kept).toEqual([134]);
    expect(JSON.stringify(await web.state())).not.toContain('156');
    await web.send(tap('carry:replace'));
    expect((await web.state())!.profile.kept).toEqual([134]);
  });
  test('whoever goes on without an answer keeps it', async () => {
    const web = await both();
    await web.send(tap('go:menu'));
    expect((await web.state())!.profile.kept).toEqual([134]);
    expect(JSON.stringify(await web.state())).not.toContain('156');
  });
  test('a prefecture alone is not worth a question', async () => {
    const code = await (await begun()).code();
    const web = side('web', 'w1');
    await web.send({ kind: 'place', prefecture: '27' });
    await web.send(type(code));
    expect((await web.state())!.profile.prefecture).toBe('13');
  });
});

describe('a code opens nothing', () => {
  test('twice: one of many people who try at once gets it, the others are told kindly', async () => {
    const ann = await begun();
    const code = await ann.code();
    const people = Array.from({ length: 8 }, (_, i) => side('web', `w${i}`));
    await Promise.all(people.map((person) => person.send(type(code))));
    const said = await Promise.all(people.map((person) => person.said()));
    expect(said.filter((text) => text.includes(words('carry:arrived')))).toHaveLength(1);
    expect(said.filter((text) => text.includes(words('carry:refused.used')))).toHaveLength(7);
    await ann.counsellor.idle();
    expect((await ann.speeches()).filter((text) => text === words('carry:went.web'))).toHaveLength(1);
  });

  test('after ten minutes', async () => {
    const ann = await begun();
    const late = side('web', 'w1');
    expect(await late.send(type(await ann.code()), after(10 * MINUTES))).toContain(
      words('carry:refused.expired'),
    );
    expect((await ann.speeches()).at(-1)).not.toBe(words('carry:went.web'));
    const inTime = side('web', 'w2');
    expect(await inTime.send(type(await ann.code()), after(10 * MINUTES - 1))).toContain(
      words('carry:arrived'),
    );
  });

  test('once there is a newer one', async () => {
    const ann = await begun();
    const older = await ann.code();
    const newer = await ann.code(after(1));
    expect(newer).not.toBe(older);
    const web = side('web', 'w1');
    expect(await web.send(type(older))).toContain(words('carry:refused.unknown'));
    expect(await web.send(type(newer))).toContain(words('carry:arrived'));
  });

  test('in the chat it is from, which gets a fresh one', async () => {
    const ann = await begun();
    const code = await ann.code();
    const said = await ann.send(type(code));
    expect(said).toContain(words('carry:own'));
    expect(said).not.toContain(code);
    const web = side('web', 'w1');
    await web.send(type(/[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(said)![0]));
    expect(await web.at()).toBe('interests/asking');
  });

  test('that was deleted in the meantime, nor brings it back', async () => {
    const ann = await begun();
    const code = await ann.code();
    await ann.send(tap('forget:open'));
    await ann.send(tap('forget:now'));
    const web = side('web', 'w1');
    expect(await web.send(type(code))).toContain(words('carry:refused.unknown'));
    expect(await web.at()).toBe('carry/refused');
    // Taken, and deleted before it was told so.
    const told = ann.event({ kind: 'carried', to: 'web' });
    await ann.counsellor.receive([told]);
    await ann.counsellor.idle();
    expect(await store.load('line', 'ann')).toBeNull();
    expect(await ann.said()).toContain(words('forget:gone.text'));
  });

  test('of another shape of state, and says so', async () => {
    const ann = side('line', 'ann');
    const [event] = await store.receive([ann.event({ kind: 'hello' })]);
    const key = await store.secret('codes');
    await store.commit({
      ...{ channel: 'line', person: 'ann', eventId: event!.id, expectedVersion: 0, spoken: null, push: true },
      state: { version: 0, answers: 'in another way' },
      offer: { code: hashOf(key, '7K3MQ2XB'), until: after(MINUTES) },
    });
    const web = side('web', 'w1');
    expect(await web.send(type('7K3M-Q2XB'))).toContain(words('carry:refused.expired'));
  });
});

describe('wrong codes', () => {
  const wrong = (n: number) => type(`7K3M-Q2X${'BCDFGHJK'[n]}`);
  test('are tried five times in ten minutes by one conversation', async () => {
    const code = await (await begun()).code(after(9 * MINUTES));
    const guesser = side('web', 'w1');
    for (let n = 0; n < 5; n++)
      expect(await guesser.send(wrong(n), after(n * MINUTES))).toContain(words('carry:refused.unknown'));
    expect(await guesser.send(type(code), after(9.5 * MINUTES))).toContain(words('carry:refused.limited'));
    // Everything else goes on, others are not held up, and the code was not touched.
    expect(await guesser.send(tap('go:menu'), after(9.5 * MINUTES))).toContain(words('menu:home.text'));
    expect(await guesser.send(type(code), after(10 * MINUTES))).toContain(words('carry:arrived'));
  });
  test('of one hold nobody else up', async () => {
    const code = await (await begun()).code();
    const guesser = side('web', 'w1');
    for (let n = 0; n < 6; n++) await guesser.send(wrong(n));
    expect(await guesser.said()).toContain(words('carry:refused.limited'));
    expect(await side('web', 'w2').send(type(code))).toContain(words('carry:arrived'));
  });
});

test('only hashes of codes are kept beside the conversation they were said in', async () => {
  const code = (await (await begun()).code()).replace('-', '');
  const key = await store.secret('codes');
  expect(await store.take(code, 9_999, TODAY)).toBe('unknown');
  expect(await store.take(hashOf(key, code), 9_999, TODAY)).toMatchObject({ person: 'ann' });
});

describe('a crash at any instant', () => {
  const moments = Array.from({ length: 6 }, (_, at) => [at + 1] as const);
  test.each(moments)('around call %i of the store carries it once and tells it once', async (at) => {
    for (const wanted of [false, true]) {
      const file = freshPath();
      let disk = await openSqliteStore(file);
      const ann = new Side(house, disk, 'line', 'ann');
      for (const input of [{ kind: 'hello' }, tap('list:keep:156'), tap('menu:open')] as Input[])
        await ann.send(input);
      const code = await ann.code();
      const broken = dying(disk, { at, after: wanted });
      const dead = new Side(house, broken.store, 'web', 'w1');
      const event = dead.event(type(code));
      void dead.counsellor.receive([event]).catch(() => undefined);
      await until(broken.died);
      await disk.close();

      disk = await openSqliteStore(file);
      const web = new Side(house, disk, 'web', 'w1');
      await web.counsellor.recover();
      await web.counsellor.receive([event]);
      await web.counsellor.idle();
      expect(await web.speeches()).toHaveLength(1);
      expect(await web.said()).toContain(words('carry:arrived'));
      expect((await web.state())!.profile.kept).toEqual([156]);
      const told = new Side(house, disk, 'line', 'ann');
      expect((await told.speeches()).filter((text) => text === words('carry:went.web'))).toHaveLength(1);
      expect(await new Side(house, disk, 'web', 'w2').send(type(code))).toContain(
        words('carry:refused.used'),
      );
      await disk.close();
    }
  });
});
