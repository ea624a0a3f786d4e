import { randomBytes, randomUUID } from 'node:crypto';

/** A webhook event (ref#webhook-event-objects), loosely: tests also send what LINE has yet to invent. */
export interface WebhookEvent {
  readonly type: string;
  readonly mode: string;
  readonly timestamp: number;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly source: Readonly<Record<string, string>>;
  readonly replyToken?: string | undefined;
  readonly [more: string]: unknown;
}

/** A user id as LINE gives them out. */
export const newPerson = (): string => `U${randomBytes(16).toString('hex')}`;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ulid = (): string => `01${Array.from(randomBytes(24), (byte) => CROCKFORD[byte % 32]).join('')}`;

/** Any event of one person, with an id and a reply token of its own. */
export function eventOf(
  person: string,
  type: string,
  more: object = {},
  timestamp = Date.now(),
): WebhookEvent {
  return {
    type,
    mode: 'active',
    timestamp,
    webhookEventId: ulid(),
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: person },
    replyToken: randomUUID().replaceAll('-', ''),
    ...more,
  };
}

export const followed = (person: string): WebhookEvent =>
  eventOf(person, 'follow', { follow: { isUnblocked: false } });

/** Without a reply token, so that an answer has to be pushed. */
export const tokenless = (event: WebhookEvent): WebhookEvent =>
  Object.fromEntries(
    Object.entries(event).filter(([name]) => name !== 'replyToken'),
  ) as unknown as WebhookEvent;

/** Blocked, or removed as a friend: without a reply token. */
export const unfollowed = (person: string): WebhookEvent =>
  eventOf(person, 'unfollow', { replyToken: undefined });

let messages = 0;
const messageId = (): string => `4${String(Date.now())}${String(++messages).padStart(5, '0')}`;

export const said = (person: string, text: string, more: object = {}): WebhookEvent =>
  eventOf(person, 'message', { message: { type: 'text', id: messageId(), quoteToken: 'q', text, ...more } });

export const sent = (person: string, type: string, more: object = {}): WebhookEvent =>
  eventOf(person, 'message', { message: { type, id: messageId(), ...more } });

export const tapped = (person: string, data: string): WebhookEvent =>
  eventOf(person, 'postback', { postback: { data } });

/** The same event as LINE delivers it again. */
export const again = (event: WebhookEvent): WebhookEvent => ({
  ...event,
  deliveryContext: { isRedelivery: true },
});
