/** Who may read and say what: a token is good for one conversation, one use and a time. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import WebSocket from 'ws';
import { Tokens, type Claims } from '../../adapters/web/tokens.ts';
import { Client, listen, texts, type Body } from '../web/client.ts';
import { SECRET, startService, type TestService } from '../web/service.ts';

const START = Date.parse('2026-01-15T09:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let service: TestService;
let client: Client;
let now = START;
const errors: object[] = [];
beforeAll(async () => {
  service = await startService({ clock: () => now, errors, heartbeatMs: 50 });
  client = new Client(service.url);
});
beforeEach(() => (now = START));
afterAll(() => service.stop());
afterEach(() => expect(errors).toEqual([]));

const message = (text: string, more = {}) => ({ type: 'message', text, locale: 'en', ...more });
const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (head: object, claims: object, secret: string) => {
  const body = `${coded(head)}.${coded(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
};
const HS256 = { alg: 'HS256', typ: 'JWT' };

/** Every way into a conversation, with a token: the status of each. */
async function tryAll(conversation: string, token: string): Promise<Record<string, number>> {
  const path = `conversations/${conversation}`;
  const form = new FormData();
  form.append('activity', new Blob(['{"type":"message","text":"intruder"}'], { type: 'application/json' }));
  form.append('file', new Blob(['x'], { type: 'text/plain' }), 'x.txt');
  const stream = `${service.url.replace('http', 'ws')}/v3/directline/${path}/stream?t=${encodeURIComponent(token)}`;
  return {
    read: (await client.call('GET', `${path}/activities`, token)).status,
    readFromTheEnd: (await client.call('GET', `${path}/activities?watermark=999999`, token)).status,
    post: (await client.call('POST', `${path}/activities`, token, message('intruder'))).status,
    reconnect: (await client.call('GET', path, token)).status,
    upload: (
      await fetch(`${service.url}/v3/directline/${path}/upload`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        body: form,
      })
    ).status,
    stream: await listen(stream, () => true).then(
      () => 101,
      (error: Error) => Number(/\d+/u.exec(error.message)?.[0]),
    ),
  };
}
const ALL_REFUSED = { read: 403, readFromTheEnd: 403, post: 403, reconnect: 403, upload: 403, stream: 403 };

async function talked(text: string): Promise<Body> {
  const conversation = await client.start({ locale: 'en' });
  await client.post(conversation, message(text));
  await service.idle();
  return conversation;
}

test('the token of one conversation opens no door of another', async () => {
  const [mine, other] = [await talked('mine'), await talked('theirs')];
  expect(await tryAll(other.conversationId, mine.token)).toEqual(ALL_REFUSED);
  expect(texts((await client.read(other)).activities)).not.toContain('intruder');
  // Nor does it begin, refresh or continue the other one.
  const { body } = await client.call('POST', 'tokens/refresh', mine.token, {
    conversationId: other.conversationId,
  });
  expect(body.conversationId).toBe(mine.conversationId);
  const again = await client.call('POST', 'conversations', mine.token, {
    conversationId: other.conversationId,
  });
  expect(again.body.conversationId).toBe(mine.conversationId);
});

test('a watermark of another conversation shows nothing of it', async () => {
  const [mine, other] = [await talked('mine'), await talked('theirs')];
  const { watermark } = await client.read(other);
  for (const mark of [watermark, '0', '1', String(Number(watermark) - 1)]) {
    const { activities } = await client.read(mine, mark);
    expect(activities.every(({ conversation }) => conversation!.id === mine.conversationId)).toBe(true);
  }
});

test('an id that another conversation used is no other’s', async () => {
  const same = message('hello there', { id: 'one-id', channelData: { clientActivityID: 'one-id' } });
  const [mine, other] = [await client.start(), await client.start()];
  await client.post(mine, same);
  await client.post(other, same);
  await service.idle();
  for (const one of [mine, other])
    expect(texts((await client.read(one)).activities)).toContain('hello there');
  // Nor can a client reach into another's ids by writing them out.
  await client.post(mine, message('taken', { id: `${other.conversationId}:one-id` }));
  await service.idle();
  expect(texts((await client.read(other)).activities)).not.toContain('taken');
});

describe('forged', () => {
  const good = { exp: START / 1000 + 600, use: 'talk' };
  test.each([
    ['another secret', (conv: string) => signed(HS256, { ...good, conv }, 'quite another secret')],
    ['no secret', (conv: string) => signed(HS256, { ...good, conv }, '')],
    ['alg none, no signature', (conv: string) => `${coded({ alg: 'none' })}.${coded({ ...good, conv })}.`],
    ['alg none, two parts', (conv: string) => `${coded({ alg: 'none' })}.${coded({ ...good, conv })}`],
    [
      'another hash',
      (conv: string) => {
        const body = `${coded({ alg: 'HS512' })}.${coded({ ...good, conv })}`;
        return `${body}.${createHmac('sha512', SECRET).update(body).digest('base64url')}`;
      },
    ],
    [
      'the signature in hex',
      (conv: string) => {
        const body = `${coded(HS256)}.${coded({ ...good, conv })}`;
        return `${body}.${createHmac('sha256', SECRET).update(body).digest('hex')}`;
      },
    ],
    ['only a signature', () => `.${createHmac('sha256', SECRET).update('x').digest('base64url')}`],
    ['nothing', () => '...'],
  ])('with %s: refused at every door', async (_, forge) => {
    const { conversationId } = await client.start();
    expect(await tryAll(conversationId, forge(conversationId))).toEqual(ALL_REFUSED);
  });

  test('no change of any one sign goes unnoticed', async () => {
    const tokens = new Tokens(SECRET, () => now);
    const token = tokens.issue({ use: 'talk', conversation: 'a'.repeat(22) }, 600);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_.=+/ '), (at, sign) => {
        const changed = token.slice(0, at) + sign + token.slice(at + 1);
        if (changed !== token) expect(tokens.read(changed)).toBe('invalid');
      }),
    );
    fc.assert(fc.property(fc.string(), (any) => expect(tokens.read(any)).toBe('invalid')));
  });

  test('what was signed is what is read, for any user and conversation', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('talk', 'resume'), (conversation, user, use) => {
        const tokens = new Tokens(SECRET, () => now);
        const claims = { use, conversation, user } as Claims;
        expect(tokens.read(tokens.issue(claims, 60))).toEqual({ ...claims, until: START + MINUTE });
      }),
    ));
});

describe('in time', () => {
  test('a token that has run out opens nothing; its conversation is taken up with the resume token alone', async () => {
    const mine = await talked('before');
    now += 30 * MINUTE - 1000;
    expect(
      (await client.call('GET', `conversations/${mine.conversationId}/activities`, mine.token)).status,
    ).toBe(200);
    now += 1000;
    expect(await tryAll(mine.conversationId, mine.token)).toEqual(ALL_REFUSED);
    expect((await client.call('POST', 'tokens/refresh', mine.token)).body.error.code).toBe('TokenExpired');
    now = START + 30 * DAY - 1000;
    const resumed = await client.call('POST', 'tokens/refresh', mine.resumeToken);
    expect(texts((await client.read(resumed.body)).activities)).toContain('before');
    now += 1000;
    expect((await client.call('POST', 'tokens/refresh', mine.resumeToken)).status).toBe(403);
  });

  test('a resume token is for resuming: it neither reads nor talks', async () => {
    const { conversationId, resumeToken } = await talked('mine');
    expect(await tryAll(conversationId, resumeToken)).toEqual(ALL_REFUSED);
    expect((await client.call('POST', 'conversations', resumeToken, {})).status).toBe(403);
  });

  test('refreshing widens nothing: same conversation, same user, same uses', async () => {
    const { body } = await client.call('POST', 'tokens/generate', undefined, { user: { id: 'dl_me' } });
    const tokens = new Tokens(SECRET, () => now);
    let [token, resume] = [body.token, body.resumeToken];
    for (const asked of [{}, { user: { id: 'dl_boss' }, use: 'admin', exp: 9e9 }, { locale: 'en' }]) {
      now += 10 * MINUTE;
      const { body: fresh } = await client.call('POST', 'tokens/refresh', token, asked);
      ({ token, resumeToken: resume } = fresh);
      const about = { conversation: body.conversationId, user: 'dl_me' };
      expect(tokens.read(token)).toEqual({ ...about, use: 'talk', until: now + 30 * MINUTE });
      expect(tokens.read(resume)).toEqual({ ...about, use: 'resume', until: now + 30 * DAY });
    }
  });

  test('a stream ends with its token, and the client goes on with a fresh one from its watermark', async () => {
    const mine = await talked('first');
    const { watermark } = await client.read(mine);
    const heard: string[] = [];
    const socket = new WebSocket(`${mine.streamUrl}&watermark=${watermark}`);
    socket.on('message', (data: Buffer) =>
      heard.push(...texts((JSON.parse(data.toString()) as Body).activities)),
    );
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    now += 20 * MINUTE;
    const { body: fresh } = await client.call('POST', 'tokens/refresh', mine.token);
    now += 10 * MINUTE;
    await client.post(fresh, message('secret'));
    expect(await closed).toBe(4403);
    await service.idle();
    expect(heard).toEqual([]);
    const { body: back } = await client.call(
      'GET',
      `conversations/${mine.conversationId}?watermark=${watermark}`,
      fresh.token,
    );
    const after = await listen(back.streamUrl, (seen) => seen.length > 1);
    expect(texts(after)).toContain('secret');
  });

  test('a silent stream ends with its token, too', async () => {
    const { streamUrl } = await client.start();
    const socket = new WebSocket(streamUrl);
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    now += 30 * MINUTE;
    expect(await closed).toBe(4403);
  });
});

describe('again and at once', () => {
  test('the same message sent twenty times at once, and again later, has one effect', async () => {
    const mine = await client.start();
    const hi = message('hi', { channelData: { clientActivityID: 'the-same' } });
    const posted = await Promise.all(Array.from({ length: 20 }, () => client.post(mine, hi)));
    now += MINUTE;
    posted.push(await client.post(mine, hi));
    await service.idle();
    expect(new Set(posted.map(({ body }) => body.id)).size).toBe(1);
    const { activities } = await client.read(mine);
    expect(texts(activities).filter((text) => text === 'hi')).toHaveLength(1);
    const [said] = activities.filter(({ text }) => text === 'hi');
    expect(
      new Set(activities.filter(({ from }) => from!.role === 'bot').map(({ replyToId }) => replyToId)),
    ).toEqual(new Set([said!.id]));
  });

  test('fifty different messages at once are all taken, each answered once', async () => {
    const mine = await client.start();
    const ids = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => (await client.post(mine, message(`word ${i}`))).body.id),
    );
    await service.idle();
    const { activities } = await client.read(mine);
    const mineOnly = activities.filter(({ from }) => from!.role === 'user');
    expect(new Set(mineOnly.map(({ id }) => id))).toEqual(new Set(ids));
    const answered = activities.filter(({ from }) => from!.role === 'bot').map(({ replyToId }) => replyToId);
    expect(new Set(answered)).toEqual(new Set(ids));
  });
});

test(
  'any activity at all is taken or refused, and never a fault',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 4 }),
        fc.object({ maxDepth: 3 }),
        async (value, channelData) => {
          const mine = await client.start();
          for (const activity of [
            value,
            {
              type: 'message',
              text: value,
              value,
              channelData,
              from: value,
              attachments: value,
              locale: value,
              id: value,
            },
            { type: 'event', name: 'hello', value: channelData },
          ]) {
            const { status } = await client.post(mine, activity);
            expect([200, 400]).toContain(status);
          }
          await service.idle();
          expect(
            (await client.call('GET', `conversations/${mine.conversationId}/activities`, mine.token)).status,
          ).toBe(200);
        },
      ),
      { numRuns: 40 },
    ),
  60_000,
);
