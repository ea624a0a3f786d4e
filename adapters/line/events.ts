import type { webhook } from '@line/bot-sdk';
import type { Incoming, Input } from '../../bot/port.ts';

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** Kinds of messages that are answered though they cannot be read. */
const UNREAD: Readonly<
  Partial<Record<webhook.MessageContent['type'], Exclude<Input['kind'], 'text' | 'payload'>>>
> = {
  sticker: 'sticker',
  image: 'picture',
  video: 'picture',
  audio: 'sound',
  file: 'file',
  location: 'place',
};

/**
 * Webhook events (ref#webhook-event-objects) as the counsellor's, in order. What needs no answer here is left out:
 * groups and rooms, `unfollow`, `unsend` and their like, events another module answers (`mode: "standby"`),
 * and kinds that LINE has yet to invent. A redelivered event keeps its id, so nothing is done twice.
 */
export const incomingOf = (events: readonly unknown[], receivedAt: Date): Incoming[] =>
  events.flatMap((event) => one(event, receivedAt) ?? []);

function one(event: unknown, receivedAt: Date): Incoming | null {
  if (!isObject(event) || event.mode === 'standby') return null;
  const { source, webhookEventId, replyToken } = event;
  if (!isObject(source) || source.type !== 'user') return null;
  if (typeof source.userId !== 'string' || source.userId === '') return null;
  if (typeof webhookEventId !== 'string' || webhookEventId === '') return null;
  const input = inputOf(event);
  if (!input) return null;
  return {
    channel: 'line',
    person: source.userId,
    eventId: webhookEventId,
    at: timeOf(event.timestamp, receivedAt),
    input,
    delivery: {
      ...(typeof replyToken === 'string' && { replyToken }),
      receivedAt: receivedAt.toISOString(),
    },
  };
}

function inputOf({ type, message, postback }: Loose): Input | null {
  if (type === 'follow') return { kind: 'hello' };
  if (type === 'postback' && isObject(postback) && typeof postback.data === 'string') {
    // A tab of the rich menu was tapped: the phone has shown it already (ref#postback-params-object-for-richmenu-switch-action).
    if (isObject(postback.params) && 'status' in postback.params) return null;
    return { kind: 'payload', payload: postback.data };
  }
  if (type !== 'message' || !isObject(message)) return null;
  if (message.type === 'text') {
    return typeof message.text === 'string' ? { kind: 'text', text: message.text } : null;
  }
  const kind = Object.entries(UNREAD).find(([name]) => name === message.type)?.[1];
  return kind ? { kind } : null;
}

function timeOf(timestamp: unknown, otherwise: Date): string {
  const date = new Date(typeof timestamp === 'number' ? timestamp : Number.NaN);
  return (Number.isNaN(date.getTime()) ? otherwise : date).toISOString();
}
