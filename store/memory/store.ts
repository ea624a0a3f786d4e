import type { Channel, Incoming, Line } from '../../bot/port.ts';
import type { Store } from '../port.ts';
import {
  atMost,
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

interface Row extends LineRow {
  readonly channel: Channel;
  readonly person: string;
  status: 'pending' | 'done' | 'failed' | 'kept' | 'due' | 'sent' | 'refused';
  attempts: number;
  dueAt: number;
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
  const states = new Map<string, { version: number; state: string; updatedAt: number }>();
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

  return {
    async receive(incoming) {
      all();
      const at = clock();
      const encoded = incoming.map((event) => ({ event, body: encode('event', event) }));
      const lines: Line[] = [];
      for (const { event, body } of encoded) {
        const { channel, person, eventId } = event;
        if (eventIds.has(keyOf(channel, eventId))) continue;
        const row = add({ channel, person, cause: null, at, body, status: 'pending' });
        eventIds.set(keyOf(channel, eventId), row.id);
        lines.push(toLine(row));
      }
      return lines;
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
      const event = pending(eventId);
      if (event.channel !== channel || event.person !== person) throw eventDone(eventId);
      const version = states.get(keyOf(channel, person))?.version ?? 0;
      if (version !== expectedVersion) throw versionConflict(expectedVersion);
      const at = clock();
      event.status = failure === undefined ? 'done' : 'failed';
      states.set(keyOf(channel, person), { version: version + 1, state, updatedAt: at });
      if (body === null) return null;
      return toLine(add({ channel, person, cause: eventId, at, body, status: push ? 'due' : 'kept' }));
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
    async backlog(channel) {
      const unsent = all().filter((row) => row.channel === channel && row.status === 'due');
      const oldest = unsent.map(({ at }) => at).reduce((one, other) => Math.min(one, other), Infinity);
      return { waiting: unsent.length, oldestAt: unsent.length === 0 ? null : fromInstant(oldest) };
    },
    async prune(before) {
      const until = toInstant(before);
      const old = all().filter((row) => row.at < until);
      const isOver = ({ status }: Row): boolean => status !== 'pending' && status !== 'due';
      for (const row of old) if (row.cause !== null && isOver(row)) rows.delete(row.id);
      const causes = new Set(all().map((row) => row.cause));
      for (const row of old)
        if (row.cause === null && isOver(row) && !causes.has(row.id)) {
          rows.delete(row.id);
          eventIds.delete(keyOf(row.channel, decode<Incoming>('event', row.body).eventId));
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
