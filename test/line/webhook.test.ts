import restify from 'restify';
import { mountLineUnconfigured } from '../../adapters/line/index.ts';
import { startChannel, type TestChannel } from './service.ts';
import {
  again,
  eventOf,
  followed,
  newPerson,
  said,
  startStandin,
  tapped,
  type Standin,
} from './standin/index.ts';

let standin: Standin;
let channel: TestChannel;
let failing = false;
beforeAll(async () => {
  standin = await startStandin();
  channel = await startChannel(standin, {
    wrap: (counsellor) => ({
      ...counsellor,
      receive: (incoming) =>
        failing ? Promise.reject(new Error('disk full of まるひ')) : counsellor.receive(incoming),
    }),
  });
});
afterAll(async () => {
  await channel.stop();
  await standin.stop();
});

const lines = (person: string) => channel.counsellor.transcript('line', person, 0);
const problem = ({ status, body }: { status: number; body: string }) => ({
  status,
  ...(JSON.parse(body) as object),
});

describe('the webhook', () => {
  test('answers 200 and {} once the events are stored', async () => {
    const person = newPerson();
    expect(await standin.deliver([followed(person)])).toEqual({ status: 200, body: '{}' });
    expect((await lines(person))[0]).toMatchObject({ incoming: { person, input: { kind: 'hello' } } });
  });

  test('answers LINE’s verify call, which has no events', async () => {
    expect((await standin.deliver([])).status).toBe(200);
  });

  test('takes all events of a delivery, in order, and each of them once', async () => {
    const person = newPerson();
    const events = [followed(person), tapped(person, 'menu:open'), said(person, 'やめる 👩‍🚒 𠮷野家')];
    await standin.deliver(events);
    await standin.deliver(events.map(again));
    await channel.settled();
    const inputs = (await lines(person)).flatMap((line) => ('incoming' in line ? [line.incoming.input] : []));
    expect(inputs).toEqual([
      { kind: 'hello' },
      { kind: 'payload', payload: 'menu:open' },
      { kind: 'text', text: 'やめる 👩‍🚒 𠮷野家' },
    ]);
    expect(standin.sends(person)).toHaveLength(3);
  });

  test('accepts what it does not answer', async () => {
    const person = newPerson();
    const { status } = await standin.deliver([
      eventOf(person, 'accountLink'),
      { ...said(person, 'hi'), mode: 'standby' },
    ]);
    expect(status).toBe(200);
    expect(await lines(person)).toEqual([]);
  });

  const body = JSON.stringify({ events: [followed(newPerson())] });
  test.each([
    ['no signature', null],
    ['a wrong one', Buffer.alloc(32).toString('base64')],
    ['a short one', 'AAAA'],
  ])('%s: 401', async (_, signature) => {
    const answer = await standin.post(body, signature);
    expect(problem(answer)).toMatchObject({ status: 401, code: 'line_signature' });
  });

  test('checks the bytes as they came, not what they mean', async () => {
    const spaced = `{ "events": [] , "destination":"\\u3042" }`;
    expect((await standin.post(spaced)).status).toBe(200);
    expect((await standin.post(Buffer.from('\ufeff{"events":[]}'))).status).toBe(400);
  });

  test.each(['', 'hello', '{"events":', '[]', 'null', '{}', '{"events":{}}'])(
    'a signed body of %p: 400',
    async (text) => {
      expect(problem(await standin.post(text))).toMatchObject({ status: 400 });
    },
  );

  test('odd events in a good delivery do no harm', async () => {
    expect((await standin.post('{"events":[null,1,"x",[],{}]}')).status).toBe(200);
  });

  test('a megabyte is enough: 413', async () => {
    const answer = await standin.post(`{"events":[],"x":"${'あ'.repeat(400_000)}"}`);
    expect(problem(answer)).toMatchObject({ status: 413, code: 'too_large' });
    const chunked = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 40; i++) controller.enqueue(new Uint8Array(65_536));
        controller.close();
      },
    });
    const headers = { 'x-line-signature': `${'A'.repeat(43)}=` };
    const init = { method: 'POST', headers, body: chunked, duplex: 'half' } as RequestInit;
    expect((await fetch(standin.webhook, init)).status).toBe(413);
  });

  test('what cannot be stored is answered 500, so that LINE delivers it again; the log stays free of words', async () => {
    const person = newPerson();
    const event = said(person, 'ひみつ');
    failing = true;
    expect(problem(await standin.deliver([event]))).toMatchObject({ status: 500, code: 'not_stored' });
    failing = false;
    expect((await standin.deliver([again(event)])).status).toBe(200);
    expect(await standin.waitFor(person, 1)).not.toHaveLength(0);
    expect(channel.logged.join()).not.toMatch(/ひみつ|まるひ/u);
  });
});

test('while LINE is not configured the webhook answers 404', async () => {
  const server = restify.createServer();
  expect(mountLineUnconfigured(server)).toBeNull();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const response = await fetch(`http://127.0.0.1:${server.address().port}/line/webhook`, {
    method: 'POST',
    body: '{}',
  });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'line_not_configured' });
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
