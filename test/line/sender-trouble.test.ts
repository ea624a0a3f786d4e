import { pauseAfter } from '../../adapters/line/patience.ts';
import { retryAfterOf, retryKeyOf } from '../../adapters/line/api.ts';
import type { Counsellor } from '../../bot/port.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { senderBench } from './sending.ts';
import { followed, newPerson, said, tapped, tokenless, unfollowed } from './standin/index.ts';

/** Fails by itself, so that no test waits on into the next one. */
async function until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
  for (const late = Date.now() + withinMs; !isSo(); await sleep(1)) {
    if (Date.now() > late) throw new Error('It did not come to pass');
  }
}

const bench = senderBench();
const { start, attempts, hello } = bench;

describe('when something goes wrong', () => {
  test.each(['rateLimited', 'error', 'dropped'] as const)(
    '%s: sent again a little later, once',
    async (trouble) => {
      await start();
      bench.standin.trouble(trouble, { times: 3 });
      const person = await hello();
      expect(attempts()).toHaveLength(4);
      expect(attempts()[3]).toBe('reply 200');
      expect(bench.standin.sends(person)).toHaveLength(1);
    },
  );

  test.each(['errorAfterwards', 'droppedAfterwards'] as const)(
    'reply taken but %s: the spent token tells, nothing is doubled',
    async (trouble) => {
      await start();
      bench.standin.trouble(trouble);
      const person = await hello();
      expect(attempts()[1]).toBe('reply 400');
      expect(attempts()).toHaveLength(2);
      expect(bench.standin.sends(person)).toHaveLength(1);
    },
  );

  test.each(['errorAfterwards', 'droppedAfterwards'] as const)(
    'push taken but %s: 409 tells, nothing is doubled',
    async (trouble) => {
      await start();
      bench.standin.trouble(trouble, { times: 2 });
      const person = await hello({ replyToken: undefined });
      expect(attempts().at(-1)).toBe('push 409');
      expect(new Set(bench.standin.attempts.map(({ retryKey }) => retryKey)).size).toBe(1);
      expect(bench.standin.sends(person)).toHaveLength(1);
    },
  );

  test('no answer in time counts as unknown: it is asked again while the first request is still open', async () => {
    await start({ line: { patience: { timeoutMs: 40, firstPauseMs: 5 } } });
    bench.standin.slowMs = 60_000;
    bench.standin.trouble('slow');
    const person = newPerson();
    await bench.standin.deliver([followed(person)]);
    await until(() => attempts().length > 1);
    await bench.channel.settled();
    expect(attempts()).toEqual(['reply 200', 'reply 400']);
    expect(bench.standin.sends(person)).toHaveLength(1);
  });

  test('a refused speech is recorded and not sent again; the next one is', async () => {
    await start({ line: { publicBaseUrl: 'https://shirube.example.jp' } });
    const person = newPerson();
    // No user id of LINE's: without a reply token it is refused for good.
    const event = tokenless(followed(person));
    await bench.standin.deliver([{ ...event, source: { type: 'user', userId: `x${person}` } }]);
    await bench.channel.settled();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const refusals = bench.channel.logged.filter((line) => line.startsWith('LINE refused a speech'));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain('push 400');
    expect(attempts()).toEqual(['push 400']);
    await bench.standin.deliver([said(person, 'メニュー')]);
    await bench.standin.waitFor(person, 1);
  });

  test('a speech that LINE keeps failing at, while it takes others, is given up; the next one is sent', async () => {
    await start({ line: { patience: { mostFailures: 3, firstPauseMs: 20 } } });
    const person = newPerson();
    bench.standin.trouble('error', { times: 1000, person });
    await bench.standin.deliver([followed(person)]);
    while (!bench.channel.logged.some((line) => line.startsWith('a speech was given up'))) {
      await bench.standin.deliver([followed(newPerson())]);
      await sleep(5);
    }
    bench.standin.forgive();
    await bench.channel.settled();
    expect(bench.standin.sends(person)).toEqual([]);
    expect(bench.channel.logged.filter((line) => line.startsWith('a speech was given up'))).toHaveLength(1);
    await bench.standin.deliver([said(person, 'メニュー')]);
    await bench.channel.settled();
    expect(bench.standin.sends(person)).toHaveLength(1);
  });

  test('while LINE takes nothing from anybody, answers wait', async () => {
    await start({ line: { patience: { mostFailures: 3, firstPauseMs: 2 } } });
    bench.standin.stumble({ share: 1, kinds: { error: 1 } });
    const people = [newPerson(), newPerson()];
    for (const person of people) await bench.standin.deliver([followed(person)]);
    while (attempts().length < 14) await sleep(1);
    bench.standin.stumble(null);
    await bench.channel.settled();
    expect(people.map((person) => bench.standin.sends(person).length)).toEqual([1, 1]);
  });

  test('but not longer than LINE remembers a retry key', async () => {
    const wrap = (counsellor: Counsellor): Counsellor => ({
      ...counsellor,
      async due(...asked) {
        const found = await counsellor.due(...asked);
        // While this attempt is under way: when to try again is said by a clock that the store must share.
        if (found.length > 0 && attempts().length === 1)
          setTimeout(() => (bench.skew = 23 * 3_600_000 + 60_000), 10);
        return found;
      },
    });
    await start({ wrap, line: { patience: { firstPauseMs: 2 } } });
    bench.standin.latencyMs = 50;
    bench.standin.stumble({ share: 1, kinds: { error: 1 } });
    const person = newPerson();
    await bench.standin.deliver([followed(person)]);
    await until(() => bench.channel.logged.some((line) => line.includes('"reason":"older than a day"')));
    bench.standin.stumble(null);
    await bench.channel.settled();
    expect(attempts()).not.toContain('push 200');
    expect(bench.standin.sends(person)).toEqual([]);
  });

  test.each([
    ['not after its hour', 600_000, []],
    ['but within it', 6_000_000, ['push 200']],
  ] as const)(
    'what has its hour is sent %s, though the token is mended late',
    async (_, msLeft, expected) => {
      const wrap = (counsellor: Counsellor): Counsellor => ({
        ...counsellor,
        due(...asked) {
          // An hour went by and the token was mended between two attempts, not during one.
          if (bench.channel?.logged.join().includes('push 401')) {
            bench.skew = 3_600_000;
            bench.standin.access = 'granted';
          }
          return counsellor.due(...asked);
        },
      });
      await start({ wrap, line: { patience: { firstPauseMs: 5 } } });
      const person = newPerson();
      bench.standin.access = 'revoked';
      const at = bench.clock();
      await bench.channel.counsellor.receive([
        {
          ...{ channel: 'line', person, eventId: 'wake:1', at: at.toISOString(), input: { kind: 'hello' } },
          delivery: { notAfter: new Date(at.getTime() + msLeft).toISOString() },
        },
      ]);
      await bench.channel.settled();
      expect(attempts()).toEqual(expected);
      expect(bench.channel.logged.join().includes('"reason":"its hour is past"')).toBe(expected.length === 0);
    },
  );

  test.each([
    ['revoked', 'reply 401'],
    ['forbidden', 'reply 403'],
  ] as const)(
    'a token that is %s: everything waits, one line tells, nothing is lost',
    async (access, first) => {
      await start({ line: { patience: { firstPauseMs: 10, mostFailures: 3 } } });
      bench.standin.access = access;
      const asked = Date.now();
      const people = Array.from({ length: 6 }, newPerson);
      for (const person of people) await bench.standin.deliver([followed(person), tapped(person, 'go:menu')]);
      const refusals = () => bench.channel.logged.filter((line) => /sent again/u.test(line)).length;
      while (refusals() < 4) await sleep(5);
      // One after the other, after pauses of 75, 150 and 300 ms at least.
      expect(Date.now() - asked).toBeGreaterThan(500);
      const alarms = bench.channel.logged.filter((line) =>
        line.startsWith('LINE refuses the channel access token'),
      );
      expect(alarms).toHaveLength(1);
      expect(bench.channel.logged.join()).toContain(first);
      bench.standin.access = 'granted';
      await bench.channel.settled();
      expect(people.map((person) => bench.standin.sends(person).length)).toEqual([2, 2, 2, 2, 2, 2]);
      expect(bench.channel.logged.filter((line) => line.startsWith('LINE accepts'))).toHaveLength(1);
    },
  );

  test('a wrong token, mended by a restart: nothing is lost, and no token is in the log', async () => {
    await start({ line: { channelAccessToken: 'wrong-secret-token' } });
    const person = newPerson();
    await bench.standin.deliver([followed(person)]);
    while (!bench.channel.logged.some((line) => line.startsWith('LINE refuses'))) await sleep(5);
    const { store, logged } = bench.channel;
    await bench.channel.stop({ abruptly: true });
    bench.skew = 3_600_000;
    await start({ store });
    await bench.channel.settled();
    expect(attempts()).toEqual(['push 200']);
    expect(bench.standin.sends(person)).toHaveLength(1);
    expect(logged.join()).not.toMatch(/secret-token|Authentication/u);
  });

  test('the month is over: late answers are recorded, not tried again, one line tells; replies go on', async () => {
    await start();
    bench.standin.pushesLeft = 0;
    for (let i = 0; i < 3; i++) await hello({ replyToken: undefined });
    await sleep(50);
    expect(attempts()).toEqual(['push 429', 'push 429', 'push 429']);
    expect(bench.channel.logged.filter((line) => /used up/u.test(line))).toHaveLength(1);
    expect(bench.standin.sends(await hello())).toHaveLength(1);
  });

  test('a pause LINE asks for is kept, for everybody', async () => {
    await start();
    bench.standin.retryAfter = 1;
    bench.standin.trouble('rateLimited');
    await bench.standin.deliver([followed(newPerson())]);
    while (attempts().length < 1) await sleep(5);
    const before = Date.now();
    await hello();
    await bench.channel.settled();
    expect(Date.now() - before).toBeGreaterThan(900);
    expect(attempts()).toEqual(['reply 429', 'reply 200', 'reply 200']);
  });

  test('who blocked the account is not sent what was said before; who comes back is greeted', async () => {
    await start({ line: { patience: { firstPauseMs: 100 } } });
    const person = newPerson();
    bench.standin.trouble('error');
    await bench.standin.deliver([followed(person)]);
    while (attempts().length < 1) await sleep(1);
    await bench.standin.deliver([unfollowed(person)]);
    await bench.channel.settled();
    expect(attempts()).toEqual(['reply 500']);
    expect(bench.channel.logged.join()).toContain('"reason":"unfollowed"');
    await bench.standin.deliver([{ ...followed(person), timestamp: Date.now() + 5 }]);
    await bench.channel.settled();
    expect(bench.standin.sends(person)).toHaveLength(1);
  });

  test('who blocked the account gets nothing, and that is all right', async () => {
    await start();
    const person = newPerson();
    bench.standin.block(person);
    await bench.standin.deliver([followed(person)]);
    await bench.channel.settled();
    expect(attempts()).toEqual(['reply 200']);
    expect(bench.standin.received(person)).toEqual([]);
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
    expect(bench.standin.sends(person)).toHaveLength(1);
  });
});

test('what Retry-After asks for, in seconds or as a date, at most an hour', () => {
  const now = Date.parse('2026-11-21T03:00:00.000Z');
  expect(retryAfterOf('7', now)).toBe(7000);
  expect(retryAfterOf('Sat, 21 Nov 2026 03:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterOf('Sat, 21 Nov 2026 02:00:00 GMT', now)).toBe(0);
  expect(retryAfterOf('999999', now)).toBe(3_600_000);
  expect([null, '', 'soon'].map((header) => retryAfterOf(header, now))).toEqual([null, null, null]);
});

test('pauses double up to five minutes, spread by a quarter', () => {
  const middle = () => 0.5;
  expect([0, 1, 2, 3].map((attempts) => pauseAfter(attempts, 1000, undefined, middle))).toEqual([
    1000, 2000, 4000, 8000,
  ]);
  expect(pauseAfter(40, 1000, undefined, middle)).toBe(300_000);
  expect(pauseAfter(0, 1000, undefined, () => 0)).toBe(750);
  expect(pauseAfter(0, 1000, undefined, () => 1)).toBe(1250);
});

test('retry keys are the same for the same speech only', () => {
  const key = retryKeyOf(1, 'U1', '2026-11-21T03:00:00.000Z');
  expect(retryKeyOf(1, 'U1', '2026-11-21T03:00:00.000Z')).toBe(key);
  expect(retryKeyOf(2, 'U1', '2026-11-21T03:00:00.000Z')).not.toBe(key);
  expect(retryKeyOf(1, 'U1', '2026-11-22T03:00:00.000Z')).not.toBe(key);
});
