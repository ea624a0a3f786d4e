import { randomUUID } from 'node:crypto';
import { ActivityTypes } from 'botbuilder';
import type { Incoming, Input } from '../../bot/port.ts';
import { nearestLocale } from '../../domain/locales.ts';
import { isJson, json, Refusal, words, type Json } from './http.ts';
import type { Claims } from './tokens.ts';

/** Longer texts are cut. */
const LONGEST_TEXT = 10_000;
const LONGEST_PAYLOAD = 1_000;
const LONGEST_NAME = 200;
/** Events that mean "I am here": ours, and what pages around botframework-webchat send by custom. */
const HELLOS: ReadonlySet<unknown> = new Set(['hello', 'webchat/join']);

/**
 * A client's activity as the counsellor takes it; `null` for what needs no answer (typing, events of others).
 * What the client needs to recognise its own activity in the transcript travels in `delivery`.
 */
export function toIncoming(activity: Json, claims: Claims, at: string): Incoming | null {
  if (typeof activity['type'] !== 'string') {
    throw new Refusal(400, 'MissingProperty', 'An activity needs a type.');
  }
  const input = readInput(activity);
  if (!input) return null;
  const from = json(activity['from']);
  const client = words(json(activity['channelData'])['clientActivityID'], LONGEST_NAME);
  const locale = nearestLocale(localeTag(activity)) ?? claims.locale;
  const own = words(activity['id'], LONGEST_NAME) ?? client ?? randomUUID();
  const delivery = {
    from: claims.user ?? words(from['id'], LONGEST_NAME) ?? 'user',
    name: words(from['name'], LONGEST_NAME),
    client,
    shown: input.kind === 'text' || input.kind === 'hello' ? undefined : shownText(activity, input),
  };
  return {
    channel: 'web',
    person: claims.conversation,
    eventId: `${claims.conversation}:${own}`,
    at,
    input,
    ...(locale && { locale }),
    delivery: Object.fromEntries(
      Object.entries(delivery).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}

/** The tag a client names its language with: the activity's own, or one inside a hello. */
const localeTag = (activity: Json): string | undefined =>
  words(activity['locale'], 40) ??
  words(json(activity['value'])['locale'], 40) ??
  words(json(activity['value'])['language'], 40);

function readInput(activity: Json): Input | null {
  switch (activity['type']) {
    case ActivityTypes.Message:
      return readMessage(activity);
    case ActivityTypes.Event:
      return HELLOS.has(activity['name']) ? { kind: 'hello' } : null;
    case ActivityTypes.ConversationUpdate:
      return { kind: 'hello' };
    default:
      return null;
  }
}

function readMessage(activity: Json): Input {
  const payload = readPayload(activity);
  if (payload !== undefined) return { kind: 'payload', payload };
  const text = words(activity['text'], LONGEST_TEXT);
  const [attachment] = listed(activity['attachments']);
  if (!attachment || text !== undefined) return { kind: 'text', text: text ?? '' };
  const type = words(attachment['contentType'], LONGEST_NAME) ?? '';
  if (type.startsWith('image/')) return { kind: 'picture' };
  return { kind: type.startsWith('audio/') ? 'sound' : 'file' };
}

/**
 * The payload of a tapped button. Our buttons send it as `value: {payload}`; a `postBack` may carry it as its
 * text or value. Plain text is never taken for a payload.
 */
function readPayload({ value, channelData, text }: Json): string | undefined {
  const told = json(channelData);
  const said = words(json(value)['payload'], LONGEST_PAYLOAD) ?? words(told['payload'], LONGEST_PAYLOAD);
  if (said !== undefined) return said;
  if (told['postBack'] !== true && !isJson(told['messageBack'])) return undefined;
  return (
    words(value, LONGEST_PAYLOAD) ?? (told['postBack'] === true ? words(text, LONGEST_PAYLOAD) : undefined)
  );
}

/** What the person saw themselves say when it was not typed: the label of a button, the name of a file. */
function shownText(activity: Json, input: Input): string | undefined {
  const told = json(activity['channelData']);
  const display = words(json(told['messageBack'])['displayText'], LONGEST_NAME);
  const text = words(activity['text'], LONGEST_NAME);
  if (input.kind === 'payload') return display ?? (text === input.payload ? undefined : text);
  return words(listed(activity['attachments'])[0]?.['name'], LONGEST_NAME);
}

const listed = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
