import type { Counsellor } from '../../bot/port.ts';
import { startChannel, type ChannelOptions, type TestChannel } from './service.ts';
import { followed, newPerson, startStandin, tapped, textsOf, type Standin } from './standin/index.ts';

let standin: Standin;
let channel: TestChannel;
let skew = 0;
const clock = () => new Date(Date.now() + skew);

beforeEach(async () => {
  skew = 0;
  standin = await startStandin();
});
afterEach(async () => {
  await channel.stop();
  await standin.stop();
});

const start = async (options: ChannelOptions = {}) => {
  channel = await startChannel(standin, { ...options, line: { clock, ...options.line } });
};
/** `reply 200`, `push 409` …, as LINE saw them. */
const attempts = () => standin.attempts.map(({ way, status }) => `${way} ${status ?? 'dropped'}`);

/** Somebody follows and everything is sent. */
async function hello(more: object = {}): Promise<string> {
  const person = newPerson();
  await standin.deliver([{ ...followed(person), ...more }]);
  await channel.settled();
  return person;
}

describe('replying', () => {
  test('a fresh event is answered with its reply token', async () => {
    await start();
    const person = await hello();
    expect(attempts()).toEqual(['reply 200']);
    expect(standin.sends(person)).toHaveLength(1);
  });

  test('an old one by push, with a retry key', async () => {
    await start();
    const slow = channel.counsellor.onLine('line', (_, line) => {
      if ('spoken' in line) skew = 51_000; // the turn took its time
    });
    const person = await hello();
    slow();
    expect(attempts()).toEqual(['push 200']);
    expect(standin.attempts[0]!.retryKey).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(standin.sends(person)).toHaveLength(1);
  });

  test('one whose token LINE let die early is pushed', async () => {
    await start();
    const person = newPerson();
    channel.counsellor.onLine('line', () => standin.expireTokens());
    await standin.deliver([followed(person)]);
    await channel.settled();
    expect(attempts()).toEqual(['reply 400', 'push 200']);
    expect(standin.sends(person)).toHaveLength(1);
  });
});

describe('a crash', () => {
  /** Sends, but is cut off before it could record that. */
  const deaf = (counsellor: Counsellor): Counsellor => ({
    ...counsellor,
    settle: () => new Promise(() => {}),
  });

  test.each([
    ['soon after', 0, ['reply 200', 'reply 400'], 1],
    // Nobody can tell any more: rather twice than never.
    ['a minute after', 60_000, ['reply 200', 'push 200'], 2],
  ] as const)('between reply and record, restarted %s', async (_, later, expected, times) => {
    await start({ wrap: deaf });
    const person = newPerson();
    await standin.deliver([followed(person)]);
    await standin.waitFor(person, 1);
    const { store } = channel;
    await channel.stop({ abruptly: true });
    skew = later;
    await start({ store });
    await channel.settled();
    expect(attempts()).toEqual(expected);
    expect(standin.sends(person)).toHaveLength(times);
  });

  test('between push and record: the retry key is the same, so it stays one', async () => {
    await start({ wrap: deaf });
    channel.counsellor.onLine('line', () => void (skew = 51_000));
    const person = newPerson();
    await standin.deliver([followed(person)]);
    await standin.waitFor(person, 1);
    const { store } = channel;
    await channel.stop({ abruptly: true });
    await start({ store });
    await channel.settled();
    expect(attempts()).toEqual(['push 200', 'push 409']);
    expect(standin.sends(person)).toHaveLength(1);
  });

  test('before sending: sent after the restart', async () => {
    await start({ wrap: (counsellor) => ({ ...counsellor, due: () => Promise.resolve([]) }) });
    const person = newPerson();
    await standin.deliver([followed(person)]);
    await channel.counsellor.idle();
    const { store } = channel;
    await channel.stop();
    await start({ store });
    await standin.waitFor(person, 1);
    await channel.settled();
    expect(attempts()).toEqual(['reply 200']);
  });
});

describe('many people', () => {
  test('each gets every answer, in order, though LINE stumbles', async () => {
    await start({ line: { patience: { parallel: 4, firstPauseMs: 2 } } });
    const people = Array.from({ length: 12 }, newPerson);
    standin.trouble('rateLimited', { times: 15 });
    standin.trouble('droppedAfterwards', { times: 5 });
    await Promise.all(
      people.map((person) =>
        standin.deliver([
          followed(person),
          tapped(person, 'interests:open'),
          tapped(person, 'interests:start'),
        ]),
      ),
    );
    await channel.settled();
    for (const person of people) {
      expect(standin.sends(person)).toHaveLength(3);
      expect(standin.sends(person).at(-1)!.flatMap(textsOf)).toContain('1 / 60');
    }
  });

  test('one who waits for another attempt does not hold up the others', async () => {
    await start({ line: { patience: { firstPauseMs: 400 } } });
    const [slow, quick] = [newPerson(), newPerson()];
    standin.trouble('rateLimited');
    await standin.deliver([followed(slow)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await standin.deliver([followed(quick)]);
    await standin.waitFor(quick, 1, 250);
    expect(standin.received(slow)).toEqual([]);
    await standin.waitFor(slow, 1);
  });
});
