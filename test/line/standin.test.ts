import { faultsOf } from './standin/messages.ts';
import { newPerson, startStandin, type Standin } from './standin/index.ts';

const text = { type: 'text', text: 'はい' };
const bubble = (contents: unknown[], more: object = {}) => ({
  type: 'flex',
  altText: 'x',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents }, ...more },
});
const imagemap = (more: object = {}, action: object = {}) => ({
  type: 'imagemap',
  baseUrl: 'https://s.example/map',
  altText: 'x',
  baseSize: { width: 1040, height: 700 },
  actions: [{ type: 'message', text: 'a', area: { x: 0, y: 0, width: 10, height: 10 }, ...action }],
  ...more,
});
const quick = (items: unknown[]) => ({ ...text, quickReply: { items } });
const item = (action: object) => ({
  type: 'action',
  action: { type: 'postback', label: 'a', data: 'a', ...action },
});

describe('the stand-in refuses', () => {
  test.each<[string, unknown[], string]>([
    ['no messages', [], 'messages'],
    ['six', Array.from({ length: 6 }, () => text), 'messages'],
    ['empty text', [{ type: 'text', text: '' }], 'messages[0].text'],
    ['5,001 letters', [{ type: 'text', text: 'a'.repeat(5001) }], 'messages[0].text'],
    ['half a character', [{ type: 'text', text: 'a\ud83d' }], 'messages[0].text'],
    ['a kind it does not know', [{ type: 'hologram' }], 'messages[0].type'],
    ['14 quick replies', [quick(Array.from({ length: 14 }, () => item({})))], 'messages[0].quickReply.items'],
    [
      'a quick reply of 21 letters',
      [quick([item({ label: 'a'.repeat(21) })])],
      'messages[0].quickReply.items[0].action.label',
    ],
    [
      '301 letters of data',
      [quick([item({ data: 'a'.repeat(301) })])],
      'messages[0].quickReply.items[0].action.data',
    ],
    ['a long alternative text', [{ ...bubble([]), altText: 'a'.repeat(401) }], 'messages[0].altText'],
    ['a bubble of 30 KB', [bubble([{ type: 'text', text: 'a'.repeat(30_000) }])], 'messages[0].contents'],
    [
      'an empty text in a bubble',
      [bubble([{ type: 'text', text: '' }])],
      'messages[0].contents.body.contents[0].text',
    ],
    [
      'a colour by name',
      [bubble([{ type: 'text', text: 'a', color: 'red' }])],
      'messages[0].contents.body.contents[0].color',
    ],
    [
      'an unknown property',
      [bubble([{ type: 'text', text: 'a', bold: true }])],
      'messages[0].contents.body.contents[0].bold',
    ],
    [
      'a script as an address',
      [quick([item({ type: 'uri', uri: 'javascript:x', data: undefined })])],
      'messages[0].quickReply.items[0].action.data',
    ],
    [
      'an empty bubble',
      [{ type: 'flex', altText: 'x', contents: { type: 'bubble' } }],
      'messages[0].contents',
    ],
    [
      '13 bubbles',
      [
        {
          type: 'flex',
          altText: 'x',
          contents: { type: 'carousel', contents: Array.from({ length: 13 }, () => bubble([]).contents) },
        },
      ],
      'messages[0].contents.contents',
    ],
    ['an imagemap without https', [imagemap({ baseUrl: 'http://s.example/map' })], 'messages[0].baseUrl'],
    [
      'an imagemap of another width',
      [imagemap({ baseSize: { width: 700, height: 700 } })],
      'messages[0].baseSize.width',
    ],
    ['an imagemap that does nothing', [imagemap({ actions: [] })], 'messages[0].actions'],
    [
      'an area outside the picture',
      [imagemap({}, { area: { x: 1000, y: 0, width: 41, height: 10 } })],
      'messages[0].actions[0].area',
    ],
    [
      'an area between pixels',
      [imagemap({}, { area: { x: 0, y: 0.5, width: 41, height: 10 } })],
      'messages[0].actions[0].area',
    ],
    [
      'a postback on a picture',
      [imagemap({}, { type: 'postback', data: 'a', text: undefined })],
      'messages[0].actions[0].type',
    ],
    [
      'bubbles of two widths',
      [
        {
          type: 'flex',
          altText: 'x',
          contents: {
            type: 'carousel',
            contents: [bubble([]).contents, bubble([], { size: 'kilo' }).contents],
          },
        },
      ],
      'messages[0].contents',
    ],
  ])('%s', (_, messages, property) => {
    expect(faultsOf(messages).map((fault) => fault.property)).toContain(property);
  });

  test('and takes the rest', () => {
    expect(
      faultsOf([text, bubble([{ type: 'text', text: 'a', color: '#0f766e' }]), quick([item({})])]),
    ).toEqual([]);
  });
});

describe('the stand-in answers as LINE does', () => {
  let standin: Standin;
  beforeAll(async () => {
    standin = await startStandin();
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
  const key = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000' };

  test('401 without the right token', async () => {
    expect((await push({ authorization: 'Bearer x' })).status).toBe(401);
  });
  test('400 for a reply token it never gave out', async () => {
    const { status, body } = await call('/v2/bot/message/reply', { replyToken: 'x', messages: [text] });
    expect([status, body.message]).toEqual([400, 'Invalid reply token']);
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
