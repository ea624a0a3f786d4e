/**
 * Changes to the store, as work for the `Writer`: each runs inside a savepoint, so throwing undoes it.
 * What they save is encoded before they are queued (a value JSON cannot carry never reaches a transaction).
 */
import type { Incoming, Line, SendResult } from '../../bot/port.ts';
import type { Turn } from '../port.ts';
import { encode, eventDone, newSecret, toInstant, toKey, versionConflict, type Clock } from '../wire.ts';
import { toLine, type LineRow } from '../lines.ts';
import { aside, ASIDES, forget, leaveNothing } from './asides.ts';
import type { Work } from './writer.ts';

const RECEIVE = `INSERT INTO lines (channel, person, direction, event_id, at, body, status)
  VALUES (?, ?, 'in', ?, ?, ?, 'pending') ON CONFLICT (channel, event_id) DO NOTHING
  RETURNING id, at, cause, body`;

const FINISH = `UPDATE lines SET status = ?, reason = ?
  WHERE id = ? AND channel = ? AND person = ? AND status = 'pending' RETURNING id`;

const FIRST_STATE = `INSERT INTO states (channel, person, version, state, updated_at, wake_at)
  VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT (channel, person) DO NOTHING RETURNING version`;

const NEXT_STATE = `UPDATE states SET version = version + 1, state = ?, updated_at = ?, wake_at = ?
  WHERE channel = ? AND person = ? AND version = ? RETURNING version`;

const SPEAK = `INSERT INTO lines (channel, person, direction, cause, at, body, status)
  VALUES (?, ?, 'out', ?, ?, ?, ?) RETURNING id, at, cause, body`;

const COUNT = `UPDATE lines SET attempts = attempts + 1 WHERE id = ? AND status = 'pending' RETURNING attempts`;

/** A speech is settled once: a late result of a second sender does not bring it back. */
const SETTLE = `UPDATE lines SET status = ?, due_at = ?, reason = ?, attempts = attempts + 1
  WHERE id = ? AND status = 'due' RETURNING id`;

/** The update changes nothing; it makes RETURNING give the secret that is there. */
const SECRET = `INSERT INTO secrets (name, secret) VALUES (?, ?)
  ON CONFLICT (name) DO UPDATE SET secret = secrets.secret RETURNING secret`;

export const WRITES: readonly string[] = [
  RECEIVE,
  FINISH,
  FIRST_STATE,
  NEXT_STATE,
  SPEAK,
  COUNT,
  SETTLE,
  SECRET,
  ...ASIDES,
];

export function receive(incoming: readonly Incoming[], clock: Clock): Work<Line[]> {
  const rows = incoming.map((event) => {
    const body = encode('event', event);
    return { channel: event.channel, person: toKey(event.person), eventId: toKey(event.eventId), body };
  });
  return async (db) => {
    const lines: Line[] = [];
    const at = clock();
    for (const { channel, person, eventId, body } of rows) {
      const [row] = await db.all<LineRow>(RECEIVE, channel, person, eventId, at, body);
      if (row) lines.push(toLine(row));
    }
    return lines;
  };
}

export function commit(turn: Turn, clock: Clock): Work<Line | null> {
  const { channel, eventId, expectedVersion, push, failure = null } = turn;
  const person = toKey(turn.person);
  const state = encode('state', turn.state);
  const speech = turn.spoken === null ? null : encode('speech', turn.spoken);
  const wakeAt = turn.wakeAt === undefined ? null : toInstant(turn.wakeAt);
  const passOn = receive(turn.passOn ?? [], clock);
  const besides = aside(turn);
  return async (db) => {
    const at = clock();
    // The event first: when another process has answered it, trying again with a newer state is useless.
    const status = failure === null ? 'done' : 'failed';
    if ((await db.all(FINISH, status, failure, eventId, channel, person)).length === 0)
      throw eventDone(eventId);

    const saved =
      turn.erase?.what === 'person'
        ? await forget(db, { channel, person, eventId, expectedVersion })
        : expectedVersion === 0 && turn.state === null
          ? await leaveNothing(db, { channel, person, eventId })
          : expectedVersion === 0
            ? await db.all(FIRST_STATE, channel, person, state, at, wakeAt)
            : await db.all(NEXT_STATE, state, at, wakeAt, channel, person, expectedVersion);
    if (saved.length === 0) throw versionConflict(expectedVersion);

    await passOn(db);
    await besides(db, at);
    if (speech === null) return null;
    const [row] = await db.all<LineRow>(SPEAK, channel, person, eventId, at, speech, push ? 'due' : 'kept');
    return toLine(row!);
  };
}

export function countAttempt(eventId: number): Work<number> {
  return async (db) => {
    const [row] = await db.all<{ attempts: number }>(COUNT, eventId);
    if (!row) throw eventDone(eventId);
    return row.attempts;
  };
}

export function settle(id: number, result: SendResult): Work<void> {
  const status = result.outcome === 'retry' ? 'due' : result.outcome;
  const dueAt = result.outcome === 'retry' ? toInstant(result.at) : 0;
  const reason = result.outcome === 'sent' ? null : result.reason;
  return async (db) => {
    await db.all(SETTLE, status, dueAt, reason, id);
  };
}

export function secret(name: string): Work<string> {
  return async (db) => {
    const [row] = await db.all<{ secret: string }>(SECRET, name, newSecret());
    return row!.secret;
  };
}
