import { Client, listen, texts } from './client.ts';
import { startService, type TestService } from './service.ts';

let service: TestService;
let client: Client;
const errors: object[] = [];
let now = Date.parse('2026-01-15T09:00:00Z');

beforeAll(async () => {
  service = await startService({ clock: () => now, errors });
  client = new Client(service.url);
});
afterAll(() => service.stop());
afterEach(() => expect(errors).toEqual([]));

const message = (text: string, more = {}) => ({
  type: 'message',
  from: { id: 'me' },
  text,
  locale: 'en',
  ...more,
});

describe('a conversation', () => {
  test('starts, takes a message, and answers with one activity for each reply', async () => {
    const { status, body } = await client.call('POST', 'conversations', undefined, {});
    expect(status).toBe(201);
    expect(body).toMatchObject({ expires_in: 1800, conversationId: expect.stringMatching(/^[\w-]{22}$/) });
    const posted = await client.post(body, message('hello'));
    expect(posted).toMatchObject({ status: 200, body: { id: expect.stringMatching(/\|\d{7}$/) } });
    await service.idle();
    const { activities, watermark } = await client.read(body);
    expect(activities[0]).toMatchObject({
      id: posted.body.id,
      text: 'hello',
      from: { id: 'me', role: 'user' },
    });
    const answers = activities.slice(1);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(answer).toMatchObject({
        type: 'message',
        locale: 'en',
        replyToId: posted.body.id,
        from: { role: 'bot' },
        channelData: { locale: 'en', shirube: { kind: expect.any(String) } },
      });
    }
    expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
    expect(answers.at(-1)!.suggestedActions!.actions.length).toBeGreaterThan(0);
    expect(await client.read(body, watermark)).toEqual({ activities: [], watermark });
  });

  test('accepts "Bearer undefined", which directlinejs sends without a token', async () => {
    expect((await client.call('POST', 'conversations', 'undefined')).status).toBe(201);
  });

  test('is greeted once in the language that its start names, and on hello otherwise', async () => {
    const english = await client.start({ locale: 'en-GB' });
    await service.idle();
    await client.post(english, { type: 'event', name: 'hello', locale: 'en' });
    await service.idle();
    const { activities } = await client.read(english);
    expect(activities.filter(({ type }) => type === 'event')).toHaveLength(1);
    expect(activities.at(-1)).toMatchObject({ locale: 'en' });

    const silent = await client.start();
    expect((await client.read(silent)).activities).toEqual([]);
    await client.post(silent, { type: 'conversationUpdate', locale: 'fr' });
    await service.idle();
    expect((await client.read(silent)).activities.at(-1)).toMatchObject({ locale: 'ja' });
  });

  test('keeps the language given with the token', async () => {
    const { body } = await client.call('POST', 'tokens/generate', undefined, { locale: 'ja-easy' });
    await client.post(body, { type: 'event', name: 'hello' });
    await service.idle();
    expect((await client.read(body)).activities.at(-1)).toMatchObject({
      locale: 'ja',
      channelData: { locale: 'ja-easy' },
    });
  });

  test('gives an activity sent again the same id and no second effect', async () => {
    const conversation = await client.start();
    const activity = message('hi', { channelData: { clientActivityID: 'same' } });
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await client.post(conversation, activity)).body.id),
    );
    await service.idle();
    ids.push((await client.post(conversation, activity)).body.id);
    await service.idle();
    expect(new Set(ids).size).toBe(1);
    expect(texts((await client.read(conversation)).activities).filter((text) => text === 'hi')).toEqual([
      'hi',
    ]);
  });

  test('takes taps as value.payload, as postBack text, and never plain text as a payload', async () => {
    const menu = async (activity: object) => {
      const conversation = await client.start({ locale: 'en' });
      await client.post(conversation, { type: 'message', ...activity });
      await service.idle();
      const { activities } = await client.read(conversation);
      return texts(activities).at(-1);
    };
    const expected = await menu({ value: { payload: 'go:menu' } });
    expect(await menu({ text: 'go:menu', channelData: { postBack: true } })).toBe(expected);
    expect(await menu({ value: 'go:menu', channelData: { messageBack: { displayText: 'Menu' } } })).toBe(
      expected,
    );
    expect(await menu({ text: 'go:menu' })).not.toBe(expected);
  });

  test('answers files, voices and uploads kindly', async () => {
    const conversation = await client.start({ locale: 'en' });
    const attachments = [{ contentType: 'image/png', contentUrl: 'data:,', name: 'me.png' }];
    await client.post(conversation, { type: 'message', attachments });
    const form = new FormData();
    const activity = JSON.stringify({
      type: 'message',
      channelData: { clientActivityID: 'up' },
      locale: 'en',
    });
    form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([new Uint8Array(300_000)], { type: 'application/pdf' }), 'cv.pdf');
    const upload = await fetch(
      `${service.url}/v3/directline/conversations/${conversation.conversationId}/upload`,
      {
        method: 'POST',
        headers: { Authorization: `Bearer ${conversation.token}` },
        body: form,
      },
    );
    expect(upload.status).toBe(200);
    await service.idle();
    const said = texts((await client.read(conversation)).activities);
    expect(said).toEqual(expect.arrayContaining(['me.png', 'cv.pdf', expect.stringContaining('pictures')]));
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('open files')]));
  });
});

describe('tokens', () => {
  test('are good for one conversation only', async () => {
    const [mine, other] = [await client.start(), await client.start()];
    const path = `conversations/${other.conversationId}/activities`;
    expect(await client.call('GET', path, mine.token)).toMatchObject({
      status: 403,
      body: { error: { code: 'Forbidden' } },
    });
    expect((await client.call('POST', path, mine.token, message('x'))).status).toBe(403);
    expect((await client.call('GET', path)).status).toBe(401);
    expect((await client.call('GET', 'conversations/nobody/activities', mine.token)).status).toBe(404);
    const stream = mine.streamUrl.replace(mine.conversationId, other.conversationId);
    await expect(listen(stream, () => true)).rejects.toThrow('403');
  });

  test('cannot be made up or changed', async () => {
    const { conversationId, token } = await client.start();
    const [head, , sign] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ conv: conversationId, exp: 9e9, use: 'talk' })).toString(
      'base64url',
    );
    for (const bad of [`${head}.${forged}.${sign}`, `${head}.${forged}.`, 'x', `${token}x`, '..']) {
      const path = `conversations/${conversationId}/activities`;
      expect(await client.call('GET', path, bad)).toMatchObject({
        status: 403,
        body: { error: { code: 'BadArgument' } },
      });
    }
  });

  test('run out, are refreshed in time, and are taken up again with the resume token', async () => {
    const conversation = await client.start();
    await client.post(conversation, message('hi'));
    now += 20 * 60_000;
    const refreshed = await client.call('POST', 'tokens/refresh', conversation.token);
    expect(refreshed).toMatchObject({ status: 200, body: { conversationId: conversation.conversationId } });
    now += 15 * 60_000;
    const path = `conversations/${conversation.conversationId}`;
    expect(await client.call('GET', path, conversation.token)).toMatchObject({
      status: 403,
      body: { error: { code: 'TokenExpired', message: expect.any(String) } },
    });
    expect((await client.call('POST', 'tokens/refresh', conversation.token)).status).toBe(403);
    expect((await client.call('GET', path, refreshed.body.token)).status).toBe(200);
    now += 5 * 86_400_000;
    expect((await client.call('GET', path, conversation.resumeToken)).status).toBe(403);
    const resumed = await client.call('POST', 'tokens/refresh', conversation.resumeToken);
    expect(texts((await client.read(resumed.body)).activities)).toContain('hi');
    now += 60 * 86_400_000;
    expect((await client.call('POST', 'tokens/refresh', conversation.resumeToken)).status).toBe(403);
  });

  test('carry the user id, which then nobody can change', async () => {
    const { body } = await client.call('POST', 'tokens/generate', undefined, { user: { id: 'dl_7' } });
    await client.post(body, message('hi'));
    await service.idle();
    expect((await client.read(body)).activities[0]!.from).toMatchObject({ id: 'dl_7' });
  });
});

describe('streams', () => {
  test('send what was said and what is said, and go on from the watermark without repeating', async () => {
    const conversation = await client.start({ locale: 'en' });
    await service.idle();
    const stream = listen(
      conversation.streamUrl,
      (seen) => seen.some(({ text }) => text === 'menu') && seen.at(-1)!.from!.role === 'bot',
    );
    await client.post(conversation, message('menu'));
    const seen = await stream;
    const all = (await client.read(conversation)).activities;
    expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));

    const { watermark } = await client.read(conversation);
    const again = await client.call(
      'GET',
      `conversations/${conversation.conversationId}?watermark=${watermark}`,
      conversation.token,
    );
    expect(again.body.streamUrl).toContain(`watermark=${watermark}`);
    const next = listen(again.body.streamUrl, (some) => some.at(-1)!.from!.role === 'bot');
    await client.post(conversation, message('help'));
    expect((await next)[0]).toMatchObject({ text: 'help' });
  });

  test('refuse a bad watermark, a missing token and other paths', async () => {
    const { streamUrl } = await client.start();
    await expect(listen(`${streamUrl}&watermark=abc`, () => true)).rejects.toThrow('400');
    await expect(listen(streamUrl.split('?')[0]!, () => true)).rejects.toThrow('403');
    await expect(listen(streamUrl.replace('/stream', '/other'), () => true)).rejects.toThrow('404');
  });
});
