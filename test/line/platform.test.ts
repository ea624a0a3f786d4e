import { drawFaults } from './standin/faults.ts';
import {
  again,
  followed,
  newPerson,
  said,
  startStandin,
  type Standin,
  type WebhookEvent,
} from './standin/index.ts';
import { deliverAsLine } from './standin/redelivery.ts';

const text = { type: 'text', text: 'はい' };

describe('the stand-in answers as LINE does', () => {
  let standin: Standin;
  beforeAll(async () => {
    standin = await startStandin({ now: () => (frozenAt ?? Date.now()) + skew });
  });
  let skew = 0;
  let frozenAt: number | null = null;
  afterEach(() => {
    skew = 0;
    frozenAt = null;
    Object.assign(standin, {
      access: 'granted',
      pushesLeft: null,
      requestsPerSecond: 2000,
      retryAfter: null,
    });
  });
  afterAll(() => standin.stop());

  const call = async (path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${standin.url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${standin.channelAccessToken}`,
        'content-type': 'application/json',
        ...headers,
      },
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as { message?: string },
    };
  };
  const push = (headers: Record<string, string> = {}) =>
    call('/v2/bot/message/push', { to: newPerson(), messages: [text] }, headers);
  const reply = (replyToken: string) => call('/v2/bot/message/reply', { replyToken, messages: [text] });
  const key = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000' };

  test('401 without the right token', async () => {
    expect((await push({ authorization: 'Bearer x' })).status).toBe(401);
  });
  test('400 for a reply token it never gave out', async () => {
    const { status, body } = await reply('x');
    expect([status, body.message]).toEqual([400, 'Invalid reply token']);
  });
  test('a reply token is good once, and for a minute', async () => {
    standin.issue('once', newPerson());
    standin.issue('late', newPerson());
    expect((await reply('once')).status).toBe(200);
    expect((await reply('once')).body.message).toBe('Invalid reply token');
    skew = 60_001;
    expect((await reply('late')).body.message).toBe('Invalid reply token');
    standin.issue('late', newPerson()); // a redelivery does not make it younger
    expect((await reply('late')).status).toBe(400);
  });
  test('400 for another content type, or no JSON; 413 above two megabytes', async () => {
    const odd = await push({ 'content-type': 'text/plain' });
    expect([odd.status, odd.body.message]).toEqual([400, 'The content type, text/plain, is not supported']);
    const post = (body: string) =>
      fetch(`${standin.url}/v2/bot/message/push`, {
        method: 'POST',
        body,
        headers: {
          authorization: `Bearer ${standin.channelAccessToken}`,
          'content-type': 'application/json',
        },
      });
    expect((await post('{')).status).toBe(400);
    expect((await post(' '.repeat(2 * 1024 * 1024 + 1))).status).toBe(413);
  });
  test('400 for a retry key with a reply, or one that is no UUID', async () => {
    expect((await call('/v2/bot/message/reply', { replyToken: 'x', messages: [text] }, key)).status).toBe(
      400,
    );
    expect((await push({ 'x-line-retry-key': '17' })).status).toBe(400);
  });
  test('409 for a retry key that was accepted, with the request that was', async () => {
    expect((await push(key)).status).toBe(200);
    const { status, headers } = await push(key);
    expect(status).toBe(409);
    expect(headers.get('x-line-accepted-request-id')).toBeTruthy();
  });
  test('a retry key is forgotten after 24 hours', async () => {
    const other = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174001' };
    expect((await push(other)).status).toBe(200);
    skew = 24 * 3_600_000 - 1000;
    expect((await push(other)).status).toBe(409);
    skew = 24 * 3_600_000 + 1000;
    expect((await push(other)).status).toBe(200);
  });
  test('401 for a revoked token and 403 for an account without the right', async () => {
    standin.access = 'revoked';
    expect((await push()).status).toBe(401);
    standin.access = 'forbidden';
    expect((await push()).status).toBe(403);
  });
  test('429 above the rate of one way of sending, not of the other; the next second is a new one', async () => {
    frozenAt = Date.now(); // however slow the machine is, all three requests meet one second
    standin.requestsPerSecond = 0;
    standin.retryAfter = 7;
    const { status, body, headers } = await push();
    expect([status, body.message, headers.get('retry-after')]).toEqual([
      429,
      'The API rate limit has been exceeded. Try again later.',
      '7',
    ]);
    skew = 1000;
    standin.requestsPerSecond = 1;
    standin.issue('rate', newPerson());
    const statuses = [(await push()).status, (await push()).status, (await reply('rate')).status];
    expect(statuses).toEqual([200, 429, 200]);
    skew = 5000;
    expect((await push()).status).toBe(200);
  });
  test('429 when the pushes of the month are used up; replies go on, retry keys are known still', async () => {
    const third = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174002' };
    standin.pushesLeft = 1;
    standin.issue('free', newPerson());
    expect((await push(third)).status).toBe(200);
    const { status, body } = await push();
    expect([status, body.message]).toEqual([429, 'You have reached your monthly limit.']);
    expect((await push(third)).status).toBe(409);
    expect((await reply('free')).status).toBe(200);
  });
  test('200 for who blocked the account, though nothing arrives, and it does not count', async () => {
    const person = newPerson();
    standin.block(person);
    standin.pushesLeft = 1;
    expect((await call('/v2/bot/message/push', { to: person, messages: [text] })).status).toBe(200);
    expect(standin.received(person)).toEqual([]);
    expect(standin.pushesLeft).toBe(1);
  });
  test('400 with details for messages it does not take', async () => {
    const { status, body } = await call('/v2/bot/message/push', {
      to: newPerson(),
      messages: [{ type: 'text', text: '' }],
    });
    expect([status, body]).toEqual([
      400,
      {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'May not be empty', property: 'messages[0].text' }],
      },
    ]);
  });
  test('profiles and itself', async () => {
    const person = newPerson();
    expect((await call(`/v2/bot/profile/${person}`)).body).toMatchObject({ userId: person });
    expect((await call('/v2/bot/info')).status).toBe(200);
    expect((await call('/v2/bot/other')).status).toBe(404);
  });
});

describe('faults by chance', () => {
  test('hit their share, the same calls for the same seed, each kind by its weight', () => {
    const faults = { share: 0.1, kinds: { error: 3, dropped: 1 }, seed: 7 };
    const [draw, same] = [drawFaults(faults), drawFaults(faults)];
    const drawn = Array.from({ length: 10_000 }, draw);
    expect(Array.from({ length: 10_000 }, same)).toEqual(drawn);
    const count = (kind?: string) => drawn.filter((one) => one === kind).length / 10_000;
    expect(count('error')).toBeCloseTo(0.075, 1.5);
    expect(count('dropped')).toBeCloseTo(0.025, 1.5);
    expect(count()).toBeCloseTo(0.9, 1.5);
  });
});

describe('delivering as LINE does', () => {
  const events = [followed(newPerson()), said(newPerson(), 'a')];

  test('again and again with the same ids, marked, until it is taken', async () => {
    const seen: (readonly WebhookEvent[])[] = [];
    const statuses = [500, null, 200];
    const delivery = await deliverAsLine(
      async (sent) => {
        const status = statuses[seen.push(sent) - 1];
        if (typeof status !== 'number') throw new TypeError('fetch failed');
        return { status };
      },
      events,
      { firstMs: 1 },
    );
    expect(delivery).toMatchObject({ tries: 3, taken: true });
    expect(seen[0]).toEqual(events);
    expect(seen.slice(1)).toEqual([events.map(again), events.map(again)]);
  });

  test('not for ever', async () => {
    const never = async () => ({ status: 401 });
    expect(await deliverAsLine(never, events, { firstMs: 1, mostTimes: 3 })).toMatchObject({
      tries: 3,
      taken: false,
    });
  });
});
