import type { Channel, Incoming, Line } from '../../bot/port.ts';
import type { Store } from '../port.ts';
import {
  atMost,
  DAY_MS,
  decode,
  encode,
  eventDone,
  fromInstant,
  newSecret,
  storeClosed,
  toInstant,
  versionConflict,
  type Clock,
} from '../wire.ts';
import { toLine, type LineRow } from '../lines.ts';
import { createAsides } from './asides.ts';

interface Row extends LineRow {
  readonly channel: Channel;
  person: string;
  body: string;
  readonly eventId: string | null;
  status: 'pending' | 'done' | 'failed' | 'kept' | 'due' | 'sent' | 'refused';
  attempts: number;
  dueAt: number;
  forgotten?: boolean;
}

interface SavedRow {
  readonly version: number;
  readonly state: string;
  readonly updatedAt: number;
  readonly channel: Channel;
  readonly person: string;
  readonly wakeAt: number | null;
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/**
 * An engine for tests and demonstrations: same behaviour as the others (`test/store/contract.ts`), gone with the
 * process. Keeps JSON text, so nothing handed in or out is shared. Each change happens in one step without `await`,
 * after everything that can fail has been done: that is what makes it all or nothing.
 */
export function openMemoryStore(clock: Clock = Date.now): Store {
  const rows = new Map<number, Row>();
  const eventIds = new Map<string, number>();
  const states = new Map<string, SavedRow>();
  const asides = createAsides(clock);
  const secrets = new Map<string, string>();
  let lastId = 0;
  let closed = false;

  const all = (): Row[] => {
    if (closed) throw storeClosed();
    return [...rows.values()];
  };
  const add = (row: Omit<Row, 'id' | 'attempts' | 'dueAt'>): Row => {
    const added: Row = { ...row, id: ++lastId, attempts: 0, dueAt: 0 };
    rows.set(added.id, added);
    return added;
  };
  const pending = (id: number): Row => {
    const row = all() && rows.get(id);
    if (row?.status !== 'pending') throw eventDone(id);
    return row;
  };

  const encodeAll = (incoming: readonly Incoming[]) =>
    incoming.map((event) => ({ event, body: encode('event', event) }));
  const record = (encoded: ReturnType<typeof encodeAll>): Line[] => {
    const at = clock();
    const lines: Line[] = [];
    for (const { event, body } of encoded) {
      const { channel, person, eventId } = event;
      if (eventIds.has(keyOf(channel, eventId))) continue;
      const row = add({ channel, person, eventId, cause: null, at, body, status: 'pending' });
      eventIds.set(keyOf(channel, eventId), row.id);
      lines.push(toLine(row));
    }
    return lines;
  };
  const own = ({ channel, person }: Row): Row[] =>
    all().filter((row) => row.channel === channel && row.person === person);
  const forget = (event: Row): void => {
    for (const row of own(event)) {
      if (row.cause !== null) rows.delete(row.id);
      else if (row !== event && row.status !== 'pending') Object.assign(row, { person: '', body: '{}' });
    }
    states.delete(keyOf(event.channel, event.person));
    asides.withdraw(keyOf(event.channel, event.person));
    event.forgotten = true;
  };
  const unsay = (event: Row, message: string): void => {
    for (const row of own(event)) {
      if (row.cause !== null) continue;
      const kept = decode<Incoming>('event', row.body);
      if (kept.delivery?.message !== message) continue;
      row.body = encode('event', { ...kept, input: { kind: 'unsent', message } });
    }
  };

  return {
    async receive(incoming) {
      all();
      return record(encodeAll(incoming));
    },
    async nextPending(channel, person) {
      const row = all().find((r) => r.status === 'pending' && r.channel === channel && r.person === person);
      return row ? { id: row.id, incoming: decode('event', row.body), attempts: row.attempts } : null;
    },
    async waiting() {
      const people = all().filter((row) => row.status === 'pending');
      const unique = new Map(
        people.map(({ channel, person }) => [keyOf(channel, person), { channel, person }]),
      );
      return [...unique.values()];
    },
    async load(channel, person) {
      all();
      const saved = states.get(keyOf(channel, person));
      return saved ? { version: saved.version, state: decode('state', saved.state) } : null;
    },
    async commit({ channel, person, eventId, expectedVersion, push, failure, ...turn }) {
      const state = encode('state', turn.state);
      const body = turn.spoken === null ? null : encode('speech', turn.spoken);
      const passed = encodeAll(turn.passOn ?? []);
      const wakeAt = turn.wakeAt === undefined ? null : toInstant(turn.wakeAt);
      const besides = asides.prepare(keyOf(channel, person), { channel, person, ...turn });
      const event = pending(eventId);
      if (event.channel !== channel || event.person !== person) throw eventDone(eventId);
      const key = keyOf(channel, person);
      const version = states.get(key)?.version ?? 0;
      if (version !== expectedVersion) throw versionConflict(expectedVersion);
      const at = clock();
      event.status = failure === undefined ? 'done' : 'failed';
      if (turn.erase?.what === 'person') forget(event);
      else if (version === 0 && turn.state === null) event.forgotten = failure === undefined;
      else states.set(key, { version: version + 1, state, updatedAt: at, channel, person, wakeAt });
      if (turn.erase?.what === 'message') unsay(event, turn.erase.message);
      record(passed);
      besides();
      if (body === null) return null;
      const status = push ? 'due' : 'kept';
      return toLine(add({ channel, person, eventId: null, cause: eventId, at, body, status }));
    },
    async countAttempt(eventId) {
      return ++pending(eventId).attempts;
    },
    async transcript(channel, person, after, limit) {
      const own = all().filter((row) => row.channel === channel && row.person === person && row.id > after);
      return own.slice(0, atMost(limit)).map(toLine);
    },
    async due(channel, now, limit, except = []) {
      const until = toInstant(now);
      const unsent = all().filter((row) => row.channel === channel && row.status === 'due');
      const seen = new Set<string>();
      const oldest = unsent.filter(({ person }) => !seen.has(person) && seen.add(person));
      const free = oldest.filter((row) => row.dueAt <= until && !except.includes(row.id));
      const ready = free.slice(0, atMost(limit));
      return ready.map(({ id, person, body, attempts, cause }) => {
        const { delivery = {}, at } = decode<Incoming>('event', rows.get(cause!)!.body);
        return { id, person, spoken: decode('speech', body), delivery, causedAt: at, attempts };
      });
    },
    async settle(id, result) {
      const dueAt = result.outcome === 'retry' ? toInstant(result.at) : 0;
      const row = all() && rows.get(id);
      if (row?.status !== 'due') return;
      Object.assign(row, { dueAt, status: result.outcome === 'retry' ? 'due' : result.outcome });
      row.attempts++;
    },
    async wakes(now, limit) {
      const until = toInstant(now);
      all();
      return [...states.values()]
        .filter((saved): saved is SavedRow & { wakeAt: number } => (saved.wakeAt ?? Infinity) <= until)
        .sort((one, other) => one.wakeAt - other.wakeAt)
        .slice(0, atMost(limit))
        .map(({ channel, person, wakeAt }) => ({ channel, person, at: fromInstant(wakeAt) }));
    },
    async take(code, eventId, now) {
      const until = toInstant(now);
      all();
      const taken = asides.take(code, eventId, until);
      if (typeof taken === 'string') return taken;
      const saved = states.get(keyOf(taken.channel, taken.person));
      return { ...taken, state: saved ? decode('state', saved.state) : null };
    },
    async counted(count) {
      all();
      return asides.counted(count);
    },
    async backlog(channel) {
      const unsent = all().filter((row) => row.channel === channel && row.status === 'due');
      const oldest = unsent.map(({ at }) => at).reduce((one, other) => Math.min(one, other), Infinity);
      return { waiting: unsent.length, oldestAt: unsent.length === 0 ? null : fromInstant(oldest) };
    },
    async prune(before) {
      const until = toInstant(before);
      asides.prune();
      const isLast = (row: Row): boolean =>
        row.at < clock() - DAY_MS && (rows.get(row.cause ?? row.id)?.forgotten ?? false);
      const old = all().filter((row) => row.at < until || isLast(row));
      const isOver = ({ status }: Row): boolean => status !== 'pending' && status !== 'due';
      for (const row of old) if (row.cause !== null && isOver(row)) rows.delete(row.id);
      const causes = new Set(all().map((row) => row.cause));
      for (const row of old)
        if (row.cause === null && isOver(row) && !causes.has(row.id)) {
          rows.delete(row.id);
          eventIds.delete(keyOf(row.channel, row.eventId!));
        }
      const busy = new Set(
        all()
          .filter((row) => !isOver(row))
          .map((row) => keyOf(row.channel, row.person)),
      );
      for (const [key, { updatedAt }] of states) if (updatedAt < until && !busy.has(key)) states.delete(key);
      return old.filter((row) => !rows.has(row.id)).length;
    },
    async secret(name) {
      all();
      const secret = secrets.get(name) ?? newSecret();
      secrets.set(name, secret);
      return secret;
    },
    async ping() {
      all();
    },
    async close() {
      closed = true;
    },
  };
}
