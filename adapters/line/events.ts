import type { webhook } from '@line/bot-sdk';
import type { MapPlace } from '../../bot/information.ts';
import type { Incoming, Input } from '../../bot/port.ts';

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** What the adapter asks to read an event. */
export interface Reading {
  /** When the delivery came in. */
  readonly receivedAt: Date;
  /** The prefecture of a place on the map. The place itself goes no further. */
  prefectureAt(place: MapPlace): string | null;
}

/** Kinds of messages that are answered though they cannot be read. */
const UNREAD: Readonly<
  Partial<Record<webhook.MessageContent['type'], 'sticker' | 'picture' | 'sound' | 'file'>>
> = {
  sticker: 'sticker',
  image: 'picture',
  video: 'picture',
  audio: 'sound',
  file: 'file',
};

/**
 * Webhook events (ref#webhook-event-objects) as the counsellor's, in order. docs/line.md lists what each kind leads to.
 * Left out in silence: what another module answers (`mode: "standby"`), who comes and goes in a group, switching tabs
 * of the rich menu, linked accounts (we link none), and kinds that LINE has yet to invent.
 * A redelivered event keeps its id, so nothing is done twice.
 */
export const incomingOf = (events: readonly unknown[], reading: Reading): Incoming[] =>
  events.flatMap((event) => one(event, reading) ?? []);

function one(event: unknown, reading: Reading): Incoming | null {
  if (!isObject(event)) return null;
  const { source, webhookEventId, replyToken, message } = event;
  if (!isObject(source) || typeof webhookEventId !== 'string' || webhookEventId === '') return null;
  const person = whose(source);
  const input = source.type === 'user' ? inputOf(event, reading) : inGroup(event);
  if (!person || !input) return null;
  // Another module speaks with them now. What only concerns what we keep is heeded all the same.
  if (event.mode === 'standby' && input.kind !== 'gone' && input.kind !== 'unsent') return null;
  const { receivedAt } = reading;
  return {
    channel: 'line',
    person,
    eventId: webhookEventId,
    at: timeOf(event.timestamp, receivedAt),
    input,
    delivery: {
      ...(typeof replyToken === 'string' && { replyToken }),
      // By this number LINE names it when it is taken back.
      ...(input.kind === 'text' &&
        isObject(message) &&
        typeof message.id === 'string' && { message: message.id }),
      receivedAt: receivedAt.toISOString(),
    },
  };
}

/** Whether an id is a person's: groups (`C…`) and rooms (`R…`) have no menu and see no animation. */
export const isPerson = (id: string): boolean => id.startsWith('U');

/** Whom we would answer: the person, or the group, where nobody is spoken with alone. */
function whose({ type, userId, groupId, roomId }: Loose): string | null {
  const id = type === 'user' ? userId : type === 'group' ? groupId : type === 'room' ? roomId : null;
  return typeof id === 'string' && id !== '' ? id : null;
}

/** In a group only who turns to us is answered: once when we are invited, and where we are called by name. */
function inGroup({ type, message }: Loose): Input | null {
  if (type === 'join') return { kind: 'group' };
  const mention = isObject(message) && isObject(message.mention) ? message.mention.mentionees : null;
  const isCalled =
    type === 'message' &&
    Array.isArray(mention) &&
    mention.some((one) => isObject(one) && one.isSelf === true);
  return isCalled ? { kind: 'group' } : null;
}

function inputOf({ type, message, postback, unsend }: Loose, reading: Reading): Input | null {
  switch (type) {
    case 'follow':
      return { kind: 'hello' };
    case 'unfollow':
      return { kind: 'gone' };
    case 'unsend':
      return isObject(unsend) && typeof unsend.messageId === 'string'
        ? { kind: 'unsent', message: unsend.messageId }
        : null;
    case 'postback':
      return isObject(postback) ? tapped(postback) : null;
    case 'message':
      return isObject(message) ? said(message, reading) : null;
    default:
      return null;
  }
}

function tapped({ data, params }: Loose): Input | null {
  // A tab of the rich menu was switched on the phone; that is all there is to it.
  if (isObject(params) && 'newRichMenuAliasId' in params) return null;
  return typeof data === 'string' ? { kind: 'payload', payload: data } : null;
}

function said({ type, ...message }: Loose, { prefectureAt }: Reading): Input | null {
  if (type === 'text')
    return typeof message.text === 'string' ? readText(message.text, message.emojis) : null;
  if (type === 'location') {
    const { latitude, longitude, address } = message;
    const isPlace = typeof latitude === 'number' && typeof longitude === 'number';
    const place = isPlace && { latitude, longitude, ...(typeof address === 'string' && { address }) };
    return { kind: 'place', prefecture: place ? prefectureAt(place) : null };
  }
  const kind = Object.entries(UNREAD).find(([name]) => name === type)?.[1];
  return kind ? { kind } : null;
}

/** LINE writes its own emoji into the text as names in brackets; those are pictures, not words. */
function readText(text: string, emojis: unknown): Input {
  const words = (Array.isArray(emojis) ? (emojis as unknown[]) : [])
    .filter(isObject)
    .toSorted((one, next) => Number(next.index) - Number(one.index))
    .reduce((rest: string, { index, length }) => {
      const isSpan = Number.isInteger(index) && Number.isInteger(length) && Number(index) >= 0;
      return isSpan ? rest.slice(0, Number(index)) + rest.slice(Number(index) + Number(length)) : rest;
    }, text);
  return words.trim() === '' && text.trim() !== '' ? { kind: 'sticker' } : { kind: 'text', text: words };
}

function timeOf(timestamp: unknown, otherwise: Date): string {
  const date = new Date(typeof timestamp === 'number' ? timestamp : Number.NaN);
  return (Number.isNaN(date.getTime()) ? otherwise : date).toISOString();
}
