import type { Channel, Incoming, Line, Outgoing, SendResult, Spoken } from '../bot/port.ts';

/** State as it is kept: any JSON, with a version that grows by one with every save. */
export interface SavedState {
  readonly version: number;
  readonly state: unknown;
}

/** One event still to be answered. */
export interface PendingEvent {
  readonly id: number;
  readonly incoming: Incoming;
  /** How often a turn for it has failed. */
  readonly attempts: number;
}

/** Everything one turn changes, saved in one transaction or not at all. */
export interface Turn {
  readonly channel: Channel;
  readonly person: string;
  /** The event that is done with this turn. */
  readonly eventId: number;
  /** Version the turn started from; 0 for a new person. */
  readonly expectedVersion: number;
  /**
   * `null` of somebody new keeps none, as of somebody who was forgotten: the event and what is said to it then go
   * after a day, as they do with `erase`.
   */
  readonly state: unknown;
  /** What is said; `null` says nothing. */
  readonly spoken: Spoken | null;
  /** Whether the channel pushes speeches (they wait in `due`) or people fetch them (`transcript`). */
  readonly push: boolean;
  /** Set when the turn failed for good: the code of the error, kept with the event. */
  readonly failure?: string;
  /** ISO time at which the person wants to hear from us unasked; without it, never. */
  readonly wakeAt?: string;
  /** Events for other conversations, recorded with this turn; known ids are ignored. */
  readonly passOn?: readonly Incoming[];
  /** A code under which another channel may take this conversation over; older ones of the person end. */
  readonly offer?: Offer;
  /** Counts this turn under a name in a period, as `reminder` in `2026-11`. */
  readonly count?: Count;
  /**
   * `person`: everything kept of the person goes, and no state is saved; this event and what is said to it stay for
   * a day, so that it can be delivered. `message`: the text of the event that carried this `delivery.message` goes.
   */
  readonly erase?: { readonly what: 'person' } | { readonly what: 'message'; readonly message: string };
}

/** What a one-time code stands for. Only its hash is ever kept. */
export interface Offer {
  readonly code: string;
  /** ISO time from which it is of no use. */
  readonly until: string;
}

export interface Count {
  readonly name: string;
  readonly period: string;
}

/** Whose conversation a code opened, or why it opened none. */
export type Taken =
  | { readonly channel: Channel; readonly person: string; readonly state: unknown }
  | 'unknown'
  | 'used'
  | 'expired';

/**
 * Where conversations are kept. Every engine passes `test/store/contract.ts`.
 * Engines serialise what they are given: nothing handed in or out is shared memory.
 */
export interface Store {
  /** Records events in order, all or nothing; one whose `channel` and `eventId` are known is ignored. Returns the new lines. */
  receive(incoming: readonly Incoming[]): Promise<Line[]>;
  /** Oldest event of a person not yet done. */
  nextPending(channel: Channel, person: string): Promise<PendingEvent | null>;
  /** Who has events not yet done, in the order of the oldest. */
  waiting(): Promise<{ channel: Channel; person: string }[]>;
  load(channel: Channel, person: string): Promise<SavedState | null>;
  /**
   * Saves a turn: event done, state, speech. Returns the line spoken, if any.
   * Throws `VERSION_CONFLICT` when the state has moved on, `EVENT_DONE` when the event was already answered;
   * either way nothing is changed.
   */
  commit(turn: Turn): Promise<Line | null>;
  /** Counts a failed attempt at an event and returns the new number. */
  countAttempt(eventId: number): Promise<number>;
  transcript(channel: Channel, person: string, after: number, limit: number): Promise<Line[]>;
  /**
   * Pushed speeches due at `now`, oldest first, only the oldest unsent one of each person; without those in `except`
   * (they are under way: what the same person hears next waits for them still).
   */
  due(channel: Channel, now: string, limit: number, except?: readonly number[]): Promise<Outgoing[]>;
  settle(id: number, result: SendResult): Promise<void>;
  /** Who wanted to hear from us by `now`, longest waiting first. */
  wakes(now: string, limit: number): Promise<{ channel: Channel; person: string; at: string }[]>;
  /** Takes a code's conversation, once; the same event gets it again, so that a turn can be repeated. */
  take(code: string, eventId: number, now: string): Promise<Taken>;
  /** How many turns were counted under a name in a period. */
  counted(count: Count): Promise<number>;
  /** How many pushed speeches of a channel wait to be sent, due or not, and since when the oldest does (ISO). */
  backlog(channel: Channel): Promise<{ readonly waiting: number; readonly oldestAt: string | null }>;
  /** Removes done events, sent speeches and states untouched since `before` (ISO). Returns how many lines went. */
  prune(before: string): Promise<number>;
  /** A random secret of that name (64 hex digits), made on first use; the same for every process on this store. */
  secret(name: string): Promise<string>;
  /** Throws when the engine cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
