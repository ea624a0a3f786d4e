import { nextRing, type Reminder } from '../domain/reminders.ts';
import { describe, hasCode } from '../errors.ts';
import { say } from '../replies/words.ts';
import type { SavedState, Store } from '../store/port.ts';
import type { House } from './house.ts';
import type { Channel, Counsellor, Incoming, Line } from './port.ts';
import { heldIn, mayTry, type Arrival } from './carry.ts';
import { codeIn, hashOf } from './codes.ts';
import { readState, type ConversationState } from './state.ts';
import { withoutRung } from './ringing.ts';
import { heed, isSignal, type Heeded } from './signals.ts';
import { takeTurn } from './turn.ts';

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Numbers an operator may want to see; see `/metrics`. */
export interface Meters {
  turn(channel: Channel, milliseconds: number, outcome: 'done' | 'failed'): void;
}

/** Channels that send speeches themselves; the others are read by their clients. */
const PUSHING: ReadonlySet<Channel> = new Set(['line']);
/** A turn that failed so often is given up: the person is told, and the next event is taken. */
const MOST_ATTEMPTS = 3;
const DEFAULT_PAGE = 200;
/** While the store does not answer, events are tried again after pauses that double. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * The counsellor behind every channel: stores events, runs turns one at a time per person, saves each turn whole.
 * `recover` takes up what a crash left behind; call it once at start.
 */
export function createCounsellor(
  house: House,
  store: Store,
  log: Log,
  meters?: Meters,
): Counsellor & { recover(): Promise<void> } {
  /** The last step of each person's queue; its end is the person's turn. */
  const queues = new Map<string, Promise<void>>();
  let key: string | undefined;
  const listeners = new Map<Channel, Set<(person: string, line: Line) => void>>();

  const tell = (channel: Channel, person: string, line: Line): void => {
    for (const listener of listeners.get(channel) ?? []) {
      try {
        listener(person, line);
      } catch (error) {
        log.error({ channel, ...describe(error) }, 'a listener failed');
      }
    }
  };

  /** Answers everything that waits for one person, in order. */
  async function serve(channel: Channel, person: string): Promise<void> {
    for (;;) {
      const event = await store.nextPending(channel, person);
      if (!event) return;
      const started = performance.now();
      try {
        const line = await answer(event.id, event.incoming);
        meters?.turn(channel, performance.now() - started, 'done');
        if (line) tell(channel, person, line);
      } catch (error) {
        if (hasCode(error, 'EVENT_DONE')) continue; // another process was faster
        if (hasCode(error, 'VERSION_CONFLICT')) continue; // read the newer state and take the turn again
        if (hasCode(error, 'STORE_FAILED')) throw error; // nothing can be saved now: the event stays pending
        const attempts = await store.countAttempt(event.id);
        log.error({ channel, event: event.id, attempts, ...describe(error) }, 'a turn failed');
        if (attempts < MOST_ATTEMPTS) continue;
        meters?.turn(channel, performance.now() - started, 'failed');
        const line = await apologise(event.id, event.incoming, describe(error).error);
        if (line) tell(channel, person, line);
      }
    }
  }

  async function answer(eventId: number, incoming: Incoming): Promise<Line | null> {
    const saved = await store.load(incoming.channel, incoming.person);
    return save(eventId, incoming, saved, await resultOf(eventId, saved?.state ?? null, incoming));
  }

  async function resultOf(eventId: number, saved: unknown, incoming: Incoming): Promise<Heeded> {
    const { input } = incoming;
    if (isSignal(input)) return heed(house, saved, incoming, input);
    const codeKey = (key ??= await store.secret('codes'));
    const arrival = await arrivalOf(eventId, saved, incoming, codeKey);
    const held = arrival ? null : await heldBy(saved, incoming.at);
    const given = { codeKey, ...(arrival && { arrival }), ...(held && { held }) };
    return takeTurn(house, saved, { ...incoming, input }, given);
  }

  /** What became of the code that was sent, if one was: taken by this event, whatever becomes of its turn. */
  async function arrivalOf(
    eventId: number,
    saved: unknown,
    { input, at }: Incoming,
    codeKey: string,
  ): Promise<Arrival | null> {
    const code = codeIn(input);
    if (code === null) return null;
    const hash = hashOf(codeKey, code);
    const taken = mayTry(saved, at) ? await store.take(hash, eventId, at) : 'limited';
    return { hash, event: eventId, taken };
  }

  /** What the code stands for that the person was asked about. */
  async function heldBy(saved: unknown, at: string): Promise<Arrival | null> {
    const held = heldIn(saved);
    if (!held || Date.parse(at) > Date.parse(held.until)) return null;
    return { ...held, taken: await store.take(held.hash, held.event, at) };
  }

  async function save(
    eventId: number,
    { channel, person }: Incoming,
    saved: SavedState | null,
    { state, spoken, asides }: Heeded,
    failure?: string,
  ): Promise<Line | null> {
    const line = await store.commit({
      channel,
      person,
      eventId,
      expectedVersion: saved?.version ?? 0,
      state,
      spoken,
      push: PUSHING.has(channel),
      ...wakeOf(state),
      ...(failure !== undefined && { failure }),
      ...asides,
    });
    for (const passed of asides.passOn ?? []) wake(passed.channel, passed.person);
    return line;
  }

  /** When somebody wants to be reminded; with every turn, because every turn saves it anew. */
  function wakeOf(state: unknown): { wakeAt?: string } {
    const reminders = (state as Partial<ConversationState> | null)?.reminders;
    const at = Array.isArray(reminders) ? nextRing(reminders as readonly Reminder[]) : null;
    return at === null ? {} : { wakeAt: at };
  }

  /** A bug must not strand anybody: the event is closed, the state stays, and a way on is offered. */
  async function apologise(eventId: number, incoming: Incoming, failure: string): Promise<Line | null> {
    const saved = await store.load(incoming.channel, incoming.person);
    // Nobody said anything, so nobody is told; a reminder that cannot be said must not ring for ever.
    if (isSignal(incoming.input)) {
      const state = withoutRung(saved?.state ?? null, incoming.at);
      return save(eventId, incoming, saved, { state, spoken: null, asides: {} }, failure);
    }
    const locale = readState(saved?.state)?.locale ?? incoming.locale ?? 'ja';
    const speech = house.words.speak(locale, {
      replies: [{ kind: 'text', text: say('common:failed') }],
      choices: [{ label: say('common:menu'), payload: 'go:menu', weight: 'main' }],
    });
    return save(
      eventId,
      incoming,
      saved,
      { state: saved?.state ?? null, spoken: { locale, speech }, asides: {} },
      failure,
    );
  }

  /** Queues a person; turns of different people run side by side. */
  function wake(channel: Channel, person: string, pauseMs = FIRST_PAUSE_MS): void {
    const whose = `${channel}/${person}`;
    const before = queues.get(whose) ?? Promise.resolve();
    const now = before
      .then(() => serve(channel, person))
      .catch((error: unknown) => {
        log.error({ channel, ...describe(error) }, 'events stay waiting: the store does not answer');
        setTimeout(() => wake(channel, person, Math.min(2 * pauseMs, LONGEST_PAUSE_MS)), pauseMs).unref();
      })
      .finally(() => {
        if (queues.get(whose) === now) queues.delete(whose);
      });
    queues.set(whose, now);
  }

  return {
    async receive(incoming) {
      const lines = await store.receive(incoming);
      for (const line of lines) {
        if ('incoming' in line) tell(line.incoming.channel, line.incoming.person, line);
      }
      // Also for repeated deliveries: the first one may have been left waiting.
      for (const { channel, person } of incoming) wake(channel, person);
    },
    transcript: (channel, person, after, limit = DEFAULT_PAGE) =>
      store.transcript(channel, person, after, limit),
    onLine(channel, listener) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(listener));
      return () => set.delete(listener);
    },
    due: (channel, now, limit, except) => store.due(channel, now, limit, except),
    settle: (id, result) => store.settle(id, result),
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values());
    },
    async recover() {
      for (const { channel, person } of await store.waiting()) wake(channel, person);
    },
  };
}
