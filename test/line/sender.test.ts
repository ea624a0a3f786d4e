import type { Counsellor } from '../../bot/port.ts';
import { senderBench } from './sending.ts';
import { followed, newPerson, tapped, textsOf } from './standin/index.ts';

const bench = senderBench();
const { start, attempts, hello } = bench;

describe('replying', () => {
  test('a fresh event is answered with its reply token', async () => {
    await start();
    const person = await hello();
    expect(attempts()).toEqual(['reply 200']);
    expect(bench.standin.sends(person)).toHaveLength(1);
  });

  test('an old one by push, with a retry key', async () => {
    await start();
    const slow = bench.channel.counsellor.onLine('line', (_, line) => {
      if ('spoken' in line) bench.skew = 51_000; // the turn took its time
    });
    const person = await hello();
    slow();
    expect(attempts()).toEqual(['push 200']);
    expect(bench.standin.attempts[0]!.retryKey).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(bench.standin.sends(person)).toHaveLength(1);
  });

  test('one whose token LINE let die early is pushed', async () => {
    await start();
    const person = newPerson();
    bench.channel.counsellor.onLine('line', () => bench.standin.expireTokens());
    await bench.standin.deliver([followed(person)]);
    await bench.channel.settled();
    expect(attempts()).toEqual(['reply 400', 'push 200']);
    expect(bench.standin.sends(person)).toHaveLength(1);
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
    await bench.standin.deliver([followed(person)]);
    await bench.standin.waitFor(person, 1);
    const { store } = bench.channel;
    await bench.channel.stop({ abruptly: true });
    bench.skew = later;
    await start({ store });
    await bench.channel.settled();
    expect(attempts()).toEqual(expected);
    expect(bench.standin.sends(person)).toHaveLength(times);
  });

  test('between push and record: the retry key is the same, so it stays one', async () => {
    await start({ wrap: deaf });
    bench.channel.counsellor.onLine('line', () => void (bench.skew = 51_000));
    const person = newPerson();
    await bench.standin.deliver([followed(person)]);
    await bench.standin.waitFor(person, 1);
    const { store } = bench.channel;
    await bench.channel.stop({ abruptly: true });
    await start({ store });
    await bench.channel.settled();
    expect(attempts()).toEqual(['push 200', 'push 409']);
    expect(bench.standin.sends(person)).toHaveLength(1);
  });

  test('before sending: sent after the restart', async () => {
    await start({ wrap: (counsellor) => ({ ...counsellor, due: () => Promise.resolve([]) }) });
    const person = newPerson();
    await bench.standin.deliver([followed(person)]);
    await bench.channel.counsellor.idle();
    const { store } = bench.channel;
    await bench.channel.stop();
    await start({ store });
    await bench.standin.waitFor(person, 1);
    await bench.channel.settled();
    expect(attempts()).toEqual(['reply 200']);
  });
});

describe('many people', () => {
  test('each gets every answer, in order, though LINE stumbles', async () => {
    await start({ line: { patience: { parallel: 4, firstPauseMs: 2 } } });
    const people = Array.from({ length: 12 }, newPerson);
    bench.standin.trouble('rateLimited', { times: 15 });
    bench.standin.trouble('droppedAfterwards', { times: 5 });
    await Promise.all(
      people.map((person) =>
        bench.standin.deliver([
          followed(person),
          tapped(person, 'interests:open'),
          tapped(person, 'interests:start'),
        ]),
      ),
    );
    await bench.channel.settled();
    for (const person of people) {
      expect(bench.standin.sends(person)).toHaveLength(3);
      expect(bench.standin.sends(person).at(-1)!.flatMap(textsOf)).toContain('1 / 60');
    }
  });

  test('one who waits for another attempt does not hold up the others', async () => {
    await start({ line: { patience: { firstPauseMs: 400 } } });
    const [slow, quick] = [newPerson(), newPerson()];
    bench.standin.trouble('rateLimited');
    await bench.standin.deliver([followed(slow)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await bench.standin.deliver([followed(quick)]);
    await bench.standin.waitFor(quick, 1, 250);
    expect(bench.standin.received(slow)).toEqual([]);
    await bench.standin.waitFor(slow, 1);
  });
});
