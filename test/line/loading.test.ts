import { lineApi } from '../../adapters/line/api.ts';
import { createLoading } from '../../adapters/line/loading.ts';
import { startChannel, type ChannelOptions, type TestChannel } from './service.ts';
import { newPerson, said, startStandin, tapped, type Standin } from './standin/index.ts';

let standin: Standin;
let channel: TestChannel | null = null;

beforeEach(async () => {
  standin = await startStandin();
});
afterEach(async () => {
  await channel?.stop();
  channel = null;
  await standin.stop();
});

const start = async (loadingAfterMs: number, options: ChannelOptions = {}) => {
  channel = await startChannel(standin, {
    ...options,
    line: { patience: { loadingAfterMs, timeoutMs: 2000, firstPauseMs: 5 } },
  });
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const shownTo = () => standin.loading.shown.map(({ person }) => person);

test('whoever waits for a slow answer sees it once, and the answer ends the waiting', async () => {
  await start(50);
  standin.latencyMs = 400;
  const person = newPerson();
  await standin.deliver([tapped(person, 'menu:open')]);
  await standin.waitFor(person, 1);
  await pause(200); // the stand-in is slow about the animation too
  expect(standin.loading.shown).toEqual([{ person, seconds: 10 }]);
  await pause(200);
  expect(standin.loading.asked).toBe(1);
});

test('a slow turn shows it before there is any speech', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  await start(50, {
    wrap: (counsellor) => ({
      ...counsellor,
      due: async (...asked) => {
        await gate;
        return counsellor.due(...asked);
      },
    }),
  });
  const person = newPerson();
  await standin.deliver([said(person, '看護師')]);
  await pause(200);
  const shown = shownTo();
  open(); // first, so that a failure leaves nobody waiting
  expect(shown).toEqual([person]);
  await standin.waitFor(person, 1);
});

test('a reply that must be sent again shows it at once, and not twice', async () => {
  await start(60_000);
  standin.trouble('error', { times: 3 });
  const person = newPerson();
  await standin.deliver([tapped(person, 'menu:open')]);
  await standin.waitFor(person, 1);
  expect(shownTo()).toEqual([person]);
});

test('what becomes of it never matters to the answer', async () => {
  await start(20);
  standin.loading.status = 500;
  standin.latencyMs = 200;
  const person = newPerson();
  await standin.deliver([tapped(person, 'menu:open')]);
  await standin.waitFor(person, 1);
  await pause(200);
  expect(standin.loading.asked).toBe(1);
  expect(standin.attempts.map(({ status }) => status)).toEqual([200]);
});

test('when everybody waits, LINE is asked for a few only', async () => {
  await start(30);
  standin.latencyMs = 600;
  const people = Array.from({ length: 25 }, newPerson);
  await standin.deliver(people.map((person) => tapped(person, 'menu:open')));
  await Promise.all(people.map((person) => standin.waitFor(person, 1)));
  await pause(300);
  expect(standin.loading.asked).toBeGreaterThan(0);
  expect(standin.loading.asked).toBeLessThanOrEqual(10);
});

describe('without a service', () => {
  const asked: string[] = [];
  const accepted = Promise.resolve({ kind: 'accepted' } as const);
  const loading = createLoading({
    api: {
      reply: () => accepted,
      push: () => accepted,
      loading: (person) => (asked.push(person), accepted),
    },
    clock: () => new Date(),
    afterMs: 30,
  });
  const to = (person: string, delivery: Record<string, string>, attempts = 0) => ({
    ...{ id: 1, person, delivery, attempts, causedAt: '' },
    spoken: { locale: 'ja', speech: { replies: [], choices: [] } } as const,
  });

  test('who is answered at once sees nothing, nor does who asked nothing', async () => {
    loading.sending(to('Uwaiting', { replyToken: 'w' }), false);
    loading.sending(to('Ureplied', { replyToken: 'r' }), false);
    await loading.api.reply('r', []);
    loading.sending(to('Upushed', { replyToken: 'p' }), false);
    await loading.api.push('Upushed', [], 'key');
    loading.sending(to('Usilent', { replyToken: 's' }), true);
    loading.sending(to('Ureminded', {}, 1), false);
    loading.sending(to('Cgroup', { replyToken: 'g' }), false);
    await pause(200);
    expect(asked).toEqual(['Uwaiting']);
  });

  test('a token that was too old to reply with is let go of with the push', async () => {
    loading.sending(to('Uagain', { replyToken: 'old' }), false);
    await loading.api.push('Uagain', [], 'key');
    loading.sending(to('Uagain', { replyToken: 'new' }), false);
    await loading.api.reply('old', []); // nobody's any more, so it ends nobody's waiting
    await pause(200);
    expect(asked).toContain('Uagain');
  });
});

describe('LINE refuses it', () => {
  const ask = (person: string, seconds: number) =>
    lineApi({ channelAccessToken: standin.channelAccessToken, apiBaseUrl: standin.url }).loading(
      person,
      seconds,
    );

  test.each([
    ['for a group', `C${'0'.repeat(32)}`, 10],
    ['for seven seconds', `U${'0'.repeat(32)}`, 7],
    ['for over a minute', `U${'0'.repeat(32)}`, 65],
  ])('%s', async (_, person, seconds) => {
    expect(await ask(person, seconds)).toMatchObject({ kind: 'refused', status: 400 });
  });
  test('and takes it for a person', async () => {
    expect(await ask(`U${'0'.repeat(32)}`, 60)).toEqual({ kind: 'accepted' });
  });
});
