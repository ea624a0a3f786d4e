import { pauseAfter } from '../../adapters/line/sender.ts';
import { retryKeyOf } from '../../adapters/line/api.ts';
import type { Counsellor } from '../../bot/port.ts';
import { startChannel, type ChannelOptions, type TestChannel } from './service.ts';
import { followed, newPerson, said, startStandin, tapped, textsOf, type Standin } from './standin/index.ts';

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

describe('when something goes wrong', () => {
  test.each(['rateLimited', 'error', 'dropped'] as const)(
    '%s: sent again a little later, once',
    async (trouble) => {
      await start();
      standin.trouble(trouble, { times: 3 });
      const person = await hello();
      expect(attempts()).toHaveLength(4);
      expect(attempts()[3]).toBe('reply 200');
      expect(standin.sends(person)).toHaveLength(1);
    },
  );

  test.each(['errorAfterwards', 'droppedAfterwards'] as const)(
    'reply taken but %s: the spent token tells, nothing is doubled',
    async (trouble) => {
      await start();
      standin.trouble(trouble);
      const person = await hello();
      expect(attempts()[1]).toBe('reply 400');
      expect(attempts()).toHaveLength(2);
      expect(standin.sends(person)).toHaveLength(1);
    },
  );

  test.each(['errorAfterwards', 'droppedAfterwards'] as const)(
    'push taken but %s: 409 tells, nothing is doubled',
    async (trouble) => {
      await start();
      standin.trouble(trouble, { times: 2 });
      const person = await hello({ replyToken: undefined });
      expect(attempts().at(-1)).toBe('push 409');
      expect(new Set(standin.attempts.map(({ retryKey }) => retryKey)).size).toBe(1);
      expect(standin.sends(person)).toHaveLength(1);
    },
  );

  test('no answer in time counts as unknown', async () => {
    await start({ line: { patience: { timeoutMs: 40, firstPauseMs: 5 } } });
    standin.latencyMs = 80;
    const person = newPerson();
    await standin.deliver([followed(person)]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    standin.latencyMs = 0;
    await channel.settled();
    expect(standin.sends(person)).toHaveLength(1);
  });

  test('a refused speech is recorded and not sent again; the next one is', async () => {
    await start({ line: { channelAccessToken: 'wrong ひみつ-token'.replace('ひみつ', 'secret') } });
    const person = await hello();
    expect(standin.sends(person)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const refusals = channel.logged.filter((line) => line.startsWith('LINE refused a speech'));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain('reply 401');
    expect(channel.logged.join()).not.toMatch(/secret-token|Authentication/u);
  });

  test('patience ends after so many attempts', async () => {
    await start({ line: { patience: { mostAttempts: 3, firstPauseMs: 2 } } });
    standin.trouble('monthlyLimit', { times: 3 });
    const person = await hello();
    expect(attempts()).toEqual(['reply 429', 'reply 429', 'reply 429']);
    await standin.deliver([said(person, 'メニュー')]);
    await channel.settled();
    expect(standin.sends(person)).toHaveLength(1);
  });

  test('who blocked the account gets nothing, and that is all right', async () => {
    await start();
    const person = newPerson();
    standin.block(person);
    await standin.deliver([followed(person)]);
    await channel.settled();
    expect(attempts()).toEqual(['reply 200']);
    expect(standin.received(person)).toEqual([]);
  });

  test('sent but not recorded: recorded later, not sent again', async () => {
    let broken = 2;
    const wrap = (counsellor: Counsellor): Counsellor => ({
      ...counsellor,
      settle: (id, result) =>
        broken-- > 0 ? Promise.reject(new Error('disk')) : counsellor.settle(id, result),
    });
    await start({ wrap });
    const person = await hello();
    expect(attempts()).toEqual(['reply 200']);
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

test('pauses double up to five minutes, spread by a quarter', () => {
  const middle = () => 0.5;
  expect([0, 1, 2, 3].map((attempts) => pauseAfter(attempts, 1000, middle))).toEqual([
    1000, 2000, 4000, 8000,
  ]);
  expect(pauseAfter(40, 1000, middle)).toBe(300_000);
  expect(pauseAfter(0, 1000, () => 0)).toBe(750);
  expect(pauseAfter(0, 1000, () => 1)).toBe(1250);
});

test('retry keys are the same for the same speech only', () => {
  const key = retryKeyOf(1, 'U1', '2026-11-21T03:00:00.000Z');
  expect(retryKeyOf(1, 'U1', '2026-11-21T03:00:00.000Z')).toBe(key);
  expect(retryKeyOf(2, 'U1', '2026-11-21T03:00:00.000Z')).not.toBe(key);
  expect(retryKeyOf(1, 'U1', '2026-11-22T03:00:00.000Z')).not.toBe(key);
});
