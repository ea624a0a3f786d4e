import { incomingOf, type Reading } from '../../adapters/line/events.ts';
import {
  again,
  eventOf,
  followed,
  newPerson,
  said,
  sent,
  tapped,
  type WebhookEvent,
} from './standin/index.ts';

const NOW = new Date('2026-11-21T03:00:00.000Z');
const person = newPerson();
const reading: Reading = {
  receivedAt: NOW,
  prefectureAt: ({ latitude, address }) => (address === 'nowhere' ? null : latitude > 40 ? '01' : '13'),
};
const one = (event: unknown) => incomingOf([event], reading)[0];
const other = (type: string, source: object) => ({ ...eventOf(person, type), source });

const TOKYO = { latitude: 35.69, longitude: 139.7, title: '新宿', address: '東京都新宿区' };
const NOWHERE = { kind: 'place', prefecture: null };
const inGroup = (event: WebhookEvent) => ({
  ...event,
  source: { type: 'group', groupId: 'C1', userId: person },
});
const inRoom = (event: WebhookEvent) => ({
  ...event,
  source: { type: 'room', roomId: 'R1', userId: person },
});
const calling = (isSelf: boolean) => ({
  mention: { mentionees: [{ index: 0, length: 4, type: 'user', isSelf }] },
});
const emojis = (...spans: [number, number][]) => ({
  emojis: spans.map(([index, length]) => ({ index, length, productId: 'p', emojiId: '1' })),
});

describe('webhook events', () => {
  test('carry who, when, which and how to answer', () => {
    const event = eventOf(
      person,
      'message',
      { message: { type: 'text', id: '468789577898262530', text: '看護師' } },
      1_763_694_000_000,
    );
    expect(one(event)).toEqual({
      channel: 'line',
      person,
      eventId: event.webhookEventId,
      at: '2025-11-21T03:00:00.000Z',
      input: { kind: 'text', text: '看護師' },
      delivery: {
        replyToken: event.replyToken,
        message: '468789577898262530',
        receivedAt: NOW.toISOString(),
      },
    });
  });

  test.each<[string, WebhookEvent, object]>([
    ['text', said(person, 'はい'), { kind: 'text', text: 'はい' }],
    ['empty text', said(person, ''), { kind: 'text', text: '' }],
    ['sticker', sent(person, 'sticker', { packageId: '1', stickerId: '2' }), { kind: 'sticker' }],
    ['image', sent(person, 'image'), { kind: 'picture' }],
    ['video', sent(person, 'video'), { kind: 'picture' }],
    ['audio', sent(person, 'audio'), { kind: 'sound' }],
    ['file', sent(person, 'file', { fileName: 'x' }), { kind: 'file' }],
    ['location', sent(person, 'location', TOKYO), { kind: 'place', prefecture: '13' }],
    ['location by its address', sent(person, 'location', { ...TOKYO, address: 'nowhere' }), NOWHERE],
    ['location without numbers', sent(person, 'location', { latitude: '35' }), NOWHERE],
    ['postback', tapped(person, 'go:menu'), { kind: 'payload', payload: 'go:menu' }],
    ['follow', followed(person), { kind: 'hello' }],
    ['unblocked', eventOf(person, 'follow', { follow: { isUnblocked: true } }), { kind: 'hello' }],
    ['unfollow', eventOf(person, 'unfollow'), { kind: 'gone' }],
    ['unfollow in standby', eventOf(person, 'unfollow', { mode: 'standby' }), { kind: 'gone' }],
    ['unsend', eventOf(person, 'unsend', { unsend: { messageId: '1' } }), { kind: 'unsent', message: '1' }],
    ['emoji of LINE alone', said(person, '(cat)(dog)', emojis([0, 5], [5, 5])), { kind: 'sticker' }],
    ['emoji of LINE in words', said(person, 'hi(cat)!', emojis([2, 5])), { kind: 'text', text: 'hi!' }],
    ['emoji said to be elsewhere', said(person, 'hi', emojis([-1, 5], [9, 2])), { kind: 'text', text: 'hi' }],
    ['invited into a group', inGroup(eventOf(person, 'join')), { kind: 'group' }],
    ['invited into a room', inRoom(eventOf(person, 'join')), { kind: 'group' }],
    ['called by name in a group', inGroup(said(person, '@しるべ', calling(true))), { kind: 'group' }],
  ])('%s', (_, event, input) => {
    expect(one(event)?.input).toEqual(input);
  });

  test.each<[string, unknown]>([
    ['a group', inGroup(said(person, 'hi'))],
    ['a room', inRoom(said(person, 'hi'))],
    ['somebody else called in a group', inGroup(said(person, '@aya', calling(false)))],
    ['a tap in a group', inGroup(tapped(person, 'go:menu'))],
    ['a group without id', other('join', { type: 'group' })],
    ['somebody who joins a group', inGroup(eventOf(person, 'memberJoined'))],
    ['thrown out of a group', inGroup(eventOf(person, 'leave'))],
    ['standby', { ...said(person, 'hi'), mode: 'standby' }],
    ['standby in a group', { ...inGroup(eventOf(person, 'join')), mode: 'standby' }],
    ['an unsend of nothing', eventOf(person, 'unsend')],
    ['a linked account', eventOf(person, 'accountLink', { link: { result: 'ok', nonce: 'n' } })],
    ['a video seen to its end', eventOf(person, 'videoPlayComplete')],
    ['a beacon', eventOf(person, 'beacon', { beacon: { hwid: 'h', type: 'enter' } })],
    [
      'a tab of the rich menu',
      eventOf(person, 'postback', { postback: { data: 'tab', params: { newRichMenuAliasId: 'a' } } }),
    ],
    ['an unknown event', eventOf(person, 'levitation')],
    ['an unknown message', sent(person, 'hologram')],
    ['a message type that is a name in every object', sent(person, 'constructor')],
    ['no user', other('message', { type: 'user' })],
    ['no source', { ...said(person, 'hi'), source: undefined }],
    ['no id', { ...said(person, 'hi'), webhookEventId: undefined }],
    ['text that is none', sent(person, 'text', { text: 5 })],
    ['a postback without data', eventOf(person, 'postback', { postback: {} })],
    ['null', null],
    ['a word', 'follow'],
  ])('%s: left out', (_, event) => {
    expect(one(event)).toBeUndefined();
  });

  test('keep their order, and their id when they are delivered again', () => {
    const events = [said(person, '1'), eventOf(person, 'beacon'), said(person, '2')];
    expect(incomingOf(events, reading).map(({ input }) => input)).toEqual([
      { kind: 'text', text: '1' },
      { kind: 'text', text: '2' },
    ]);
    expect(one(again(events[0]!))?.eventId).toBe(events[0]!.webhookEventId);
  });

  test.each([undefined, 'soon', Number.NaN, 1e20])('a timestamp like %p counts as now', (timestamp) => {
    expect(one({ ...said(person, 'hi'), timestamp })?.at).toBe(NOW.toISOString());
  });

  test('without a reply token are answered by push', () => {
    expect(one({ ...tapped(person, 'go:menu'), replyToken: undefined })?.delivery).toEqual({
      receivedAt: NOW.toISOString(),
    });
  });
});
