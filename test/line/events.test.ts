import { incomingOf, leaversIn } from '../../adapters/line/events.ts';
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
const one = (event: unknown) => incomingOf([event], NOW)[0];
const other = (type: string, source: object) => ({ ...eventOf(person, type), source });

describe('webhook events', () => {
  test('carry who, when, which and how to answer', () => {
    const event = eventOf(
      person,
      'message',
      { message: { type: 'text', text: '看護師' } },
      1_763_694_000_000,
    );
    expect(one(event)).toEqual({
      channel: 'line',
      person,
      eventId: event.webhookEventId,
      at: '2025-11-21T03:00:00.000Z',
      input: { kind: 'text', text: '看護師' },
      delivery: { replyToken: event.replyToken, receivedAt: NOW.toISOString() },
    });
  });

  test('tell who left, and when', () => {
    const left = eventOf(person, 'unfollow', {}, 1_763_694_000_000);
    expect(leaversIn([said(person, 'a'), left, null, { type: 'unfollow' }], NOW)).toEqual([
      { person, at: '2025-11-21T03:00:00.000Z' },
    ]);
  });

  test.each<[string, WebhookEvent, object]>([
    ['text', said(person, 'はい'), { kind: 'text', text: 'はい' }],
    ['empty text', said(person, ''), { kind: 'text', text: '' }],
    ['sticker', sent(person, 'sticker', { packageId: '1', stickerId: '2' }), { kind: 'sticker' }],
    ['image', sent(person, 'image'), { kind: 'picture' }],
    ['video', sent(person, 'video'), { kind: 'picture' }],
    ['audio', sent(person, 'audio'), { kind: 'sound' }],
    ['file', sent(person, 'file', { fileName: 'x' }), { kind: 'file' }],
    ['location', sent(person, 'location', { latitude: 35 }), { kind: 'place' }],
    ['postback', tapped(person, 'go:menu'), { kind: 'payload', payload: 'go:menu' }],
    ['follow', followed(person), { kind: 'hello' }],
  ])('%s', (_, event, input) => {
    expect(one(event)?.input).toEqual(input);
  });

  test.each<[string, unknown]>([
    ['unfollow', eventOf(person, 'unfollow')],
    ['unsend', eventOf(person, 'unsend', { unsend: { messageId: '1' } })],
    ['join', other('join', { type: 'group', groupId: 'C1' })],
    ['a group', { ...said(person, 'hi'), source: { type: 'group', groupId: 'C1', userId: person } }],
    ['a room', { ...said(person, 'hi'), source: { type: 'room', roomId: 'R1', userId: person } }],
    ['standby', { ...said(person, 'hi'), mode: 'standby' }],
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
    const events = [said(person, '1'), eventOf(person, 'unfollow'), said(person, '2')];
    expect(incomingOf(events, NOW).map(({ input }) => input)).toEqual([
      { kind: 'text', text: '1' },
      { kind: 'text', text: '2' },
    ]);
    expect(one(again(events[0]!))?.eventId).toBe(events[0]!.webhookEventId);
  });

  test.each([undefined, 'soon', Number.NaN, 1e20])('a timestamp like %p counts as now', (timestamp) => {
    expect(one({ ...said(person, 'hi'), timestamp })?.at).toBe(NOW.toISOString());
  });

  test('without a reply token are answered by push', () => {
    expect(one({ ...said(person, 'hi'), replyToken: undefined })?.delivery).toEqual({
      receivedAt: NOW.toISOString(),
    });
  });
});
