/** What adapters may know of the counsellor: events in, speech out. (`information.ts` is the other door.) */
import type { Locale } from '../domain/locales.ts';
import type { Speech } from '../replies/reply.ts';

export type Channel = 'line' | 'web' | 'console';

/** What a person did, free of channel detail. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'payload'; readonly payload: string }
  /** First contact: the bubble was opened, the account followed. */
  | { readonly kind: 'hello' }
  /** Something we cannot read but should answer. */
  | { readonly kind: 'sticker' | 'picture' | 'sound' | 'file' }
  /** A place on the map; only the prefecture it lies in is ever kept, `null` where it lies in none. */
  | { readonly kind: 'place'; readonly prefecture?: string | null }
  /** The account was invited into a group, or spoken to in one: it speaks with one person at a time. */
  | { readonly kind: 'group' }
  /** The person blocked the account: nothing is said, nothing more is sent. */
  | { readonly kind: 'gone' }
  /** The person took a message back; `message` is the `delivery.message` it came with. */
  | { readonly kind: 'unsent'; readonly message: string }
  /** The time has come at which the person wanted to hear from us. */
  | { readonly kind: 'wake' }
  /** The conversation was taken over in another channel. */
  | { readonly kind: 'carried'; readonly to: Channel };

/** One thing a person sent, as an adapter hands it over. Stored before it is acknowledged. */
export interface Incoming {
  readonly channel: Channel;
  /** Who, unique within the channel (a LINE user id, a Direct Line conversation id). */
  readonly person: string;
  /** Unique within the channel: a repeated delivery carries the same id and has no second effect. */
  readonly eventId: string;
  /** ISO time at which the channel says it happened. */
  readonly at: string;
  readonly input: Input;
  /** The language of the page, phone or command line; used until the person chooses. */
  readonly locale?: Locale;
  /** What the channel needs to answer (LINE: the reply token). Opaque to the counsellor. */
  readonly delivery?: Readonly<Record<string, string>>;
}

/** One line of a conversation as it is kept. `id` grows with every line of every person. */
export type Line =
  | { readonly id: number; readonly at: string; readonly incoming: Incoming }
  | { readonly id: number; readonly at: string; readonly cause: number; readonly spoken: Spoken };

/** A speech with the language it is in. */
export interface Spoken {
  readonly locale: Locale;
  readonly speech: Speech;
}

/** A speech waiting to be sent by a channel that pushes (LINE). */
export interface Outgoing {
  readonly id: number;
  readonly person: string;
  readonly spoken: Spoken;
  /** `delivery` and time of the event it answers. */
  readonly delivery: Readonly<Record<string, string>>;
  readonly causedAt: string;
  /** How often sending was tried before. */
  readonly attempts: number;
}

/** How one attempt to send ended. */
export type SendResult =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'retry'; readonly at: string; readonly reason: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/** The door for adapters. */
export interface Counsellor {
  /**
   * Records what people sent, all or nothing; once it resolves the events are safe and may be acknowledged.
   * Turns run afterwards, one at a time per person, in the order received.
   */
  receive(incoming: readonly Incoming[]): Promise<void>;
  /** Lines of one conversation with an id above `after`, oldest first. */
  transcript(channel: Channel, person: string, after: number, limit?: number): Promise<Line[]>;
  /** Calls back after every new line of the channel is saved. Returns how to stop. */
  onLine(channel: Channel, listener: (person: string, line: Line) => void): () => void;
  /**
   * Speeches of the channel that are due to be sent at `now` (ISO), oldest first, at most one per person; without those
   * in `except`, which are under way. `now` is the caller's clock, by which it also says when to try again.
   */
  due(channel: Channel, now: string, limit: number, except?: readonly number[]): Promise<Outgoing[]>;
  settle(id: number, result: SendResult): Promise<void>;
  /** Resolves when no turn is running or waiting. */
  idle(): Promise<void>;
}
