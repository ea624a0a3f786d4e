/** Questions to the store: one statement each, so each sees one moment. They run on the reader connection. */
import type { Channel, Incoming, Line, Outgoing, Spoken } from '../../bot/port.ts';
import type { Count, PendingEvent, SavedState } from '../port.ts';
import { atMost, decode, fromInstant, fromKey, toInstant, toKey } from '../wire.ts';
import type { Connection } from './connection.ts';
import { toLine, type LineRow } from '../lines.ts';

const NEXT_PENDING = `SELECT id, body, attempts FROM lines
  WHERE channel = ? AND person = ? AND status = 'pending' ORDER BY id LIMIT 1`;

const WAITING = `SELECT channel, person FROM lines
  WHERE status = 'pending' GROUP BY channel, person ORDER BY min(id)`;

const LOAD = `SELECT version, state FROM states WHERE channel = ? AND person = ?`;

const TRANSCRIPT = `SELECT id, at, cause, body FROM lines
  WHERE channel = ? AND person = ? AND id > ? ORDER BY id LIMIT ?`;

/** The oldest unsent speech is chosen before asking whether it is due: one that waits for a retry holds back the rest. */
const DUE = `SELECT speech.id, speech.person, speech.body, speech.attempts, event.body AS event
  FROM lines AS speech JOIN lines AS event ON event.id = speech.cause
  WHERE speech.id IN (SELECT min(id) FROM lines WHERE channel = ? AND status = 'due' GROUP BY person)
    AND speech.due_at <= ? AND speech.id NOT IN (SELECT value FROM json_each(?))
  ORDER BY speech.id LIMIT ?`;

const WAKES = `SELECT channel, person, wake_at AS at FROM states
  WHERE wake_at <= ? ORDER BY wake_at LIMIT ?`;

const COUNTED = `SELECT count FROM counts WHERE name = ? AND period = ?`;

const BACKLOG = `SELECT count(*) AS waiting, min(at) AS oldest FROM lines WHERE channel = ? AND status = 'due'`;

const PING = `SELECT id FROM lines LIMIT 1`;

export const READS: readonly string[] = [
  NEXT_PENDING,
  WAITING,
  LOAD,
  TRANSCRIPT,
  DUE,
  WAKES,
  COUNTED,
  BACKLOG,
  PING,
];

export async function nextPending(
  db: Connection,
  channel: Channel,
  person: string,
): Promise<PendingEvent | null> {
  type Row = { id: number; body: string; attempts: number };
  const [row] = await db.all<Row>(NEXT_PENDING, channel, toKey(person));
  return row ? { id: row.id, incoming: decode<Incoming>('event', row.body), attempts: row.attempts } : null;
}

export async function waiting(db: Connection): Promise<{ channel: Channel; person: string }[]> {
  const rows = await db.all<{ channel: Channel; person: string }>(WAITING);
  return rows.map(({ channel, person }) => ({ channel, person: fromKey(person) }));
}

export async function load(db: Connection, channel: Channel, person: string): Promise<SavedState | null> {
  const [row] = await db.all<{ version: number; state: string }>(LOAD, channel, toKey(person));
  return row ? { version: row.version, state: decode('state', row.state) } : null;
}

export async function transcript(
  db: Connection,
  channel: Channel,
  person: string,
  after: number,
  limit: number,
): Promise<Line[]> {
  const rows = await db.all<LineRow>(TRANSCRIPT, channel, toKey(person), after, atMost(limit));
  return rows.map(toLine);
}

export async function due(
  db: Connection,
  channel: Channel,
  now: string,
  limit: number,
  except: readonly number[] = [],
): Promise<Outgoing[]> {
  type Row = { id: number; person: string; body: string; attempts: number; event: string };
  const rows = await db.all<Row>(DUE, channel, toInstant(now), JSON.stringify(except), atMost(limit));
  return rows.map(({ id, person, body, attempts, event }) => {
    const { delivery = {}, at } = decode<Incoming>('event', event);
    const spoken = decode<Spoken>('speech', body);
    return { id, person: fromKey(person), spoken, delivery, causedAt: at, attempts };
  });
}

export async function wakes(
  db: Connection,
  now: string,
  limit: number,
): Promise<{ channel: Channel; person: string; at: string }[]> {
  type Row = { channel: Channel; person: string; at: number };
  const rows = await db.all<Row>(WAKES, toInstant(now), atMost(limit));
  return rows.map(({ channel, person, at }) => ({ channel, person: fromKey(person), at: fromInstant(at) }));
}

export async function counted(db: Connection, { name, period }: Count): Promise<number> {
  const [row] = await db.all<{ count: number }>(COUNTED, name, period);
  return row?.count ?? 0;
}

export async function backlog(
  db: Connection,
  channel: Channel,
): Promise<{ waiting: number; oldestAt: string | null }> {
  const [row] = await db.all<{ waiting: number; oldest: number | null }>(BACKLOG, channel);
  const { waiting, oldest } = row!;
  return { waiting, oldestAt: oldest === null ? null : fromInstant(oldest) };
}

export async function ping(db: Connection): Promise<void> {
  await db.all(PING);
}
