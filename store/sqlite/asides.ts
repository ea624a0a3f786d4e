/** What a turn may change besides its own conversation: codes, counts, and what is to be forgotten. */
import type { Channel } from '../../bot/port.ts';
import type { Taken, Turn } from '../port.ts';
import { DAY_MS, decode, fromKey, toInstant, toKey } from '../wire.ts';
import type { Connection } from './connection.ts';
import type { Work } from './writer.ts';

/** One open code a person; those that ended a day ago name somebody for no reason. */
const WITHDRAW = `DELETE FROM offers WHERE channel = ? AND person = ? OR until < ?`;
const OFFER = `INSERT INTO offers (code, channel, person, until) VALUES (?, ?, ?, ?)`;
const TAKE = `UPDATE offers SET taken_by = ?1
  WHERE code = ?2 AND (taken_by = ?1 OR taken_by IS NULL AND until > ?3) RETURNING channel, person`;
const KNOWN = `SELECT taken_by FROM offers WHERE code = ?`;
const STATE = `SELECT state FROM states WHERE channel = ? AND person = ?`;

const COUNT = `INSERT INTO counts (name, period, count) VALUES (?, ?, 1)
  ON CONFLICT (name, period) DO UPDATE SET count = count + 1`;

const FORGET_STATE = `DELETE FROM states WHERE channel = ? AND person = ? AND version = ? RETURNING version`;
const FORGET_SPEECHES = `DELETE FROM lines WHERE channel = ? AND person = ? AND direction = 'out'`;
/** Ids of events stay, with nobody's name: a late redelivery must not begin the conversation anew. */
const FORGET_EVENTS = `UPDATE lines SET person = '', body = '{}', reason = NULL
  WHERE channel = ? AND person = ? AND direction = 'in' AND status IN ('done', 'failed') AND id <> ?`;
/** The code of a failure stays: it is all an operator has to go by. */
const MARK = `UPDATE lines SET reason = 'forgotten' WHERE id = ? AND reason IS NULL`;
const FORGET_OFFERS = `DELETE FROM offers WHERE channel = ? AND person = ?`;

const UNSAY = `UPDATE lines SET body = json_set(body, '$.input', json_object('kind', 'unsent', 'message', ?1))
  WHERE channel = ?2 AND person = ?3 AND direction = 'in' AND json_extract(body, '$.delivery.message') = ?1`;

export const ASIDES: readonly string[] = [
  WITHDRAW,
  OFFER,
  TAKE,
  KNOWN,
  STATE,
  COUNT,
  FORGET_STATE,
  FORGET_SPEECHES,
  FORGET_EVENTS,
  MARK,
  FORGET_OFFERS,
  UNSAY,
];

/** A turn's offer, count and unsaid message, as part of its transaction. */
export function aside({
  channel,
  offer,
  count,
  erase,
  ...turn
}: Turn): (db: Connection, at: number) => Promise<void> {
  const person = toKey(turn.person);
  const until = offer && toInstant(offer.until);
  return async (db, at) => {
    if (offer) {
      await db.all(WITHDRAW, channel, person, at - DAY_MS);
      await db.all(OFFER, offer.code, channel, person, until!);
    }
    if (count) await db.all(COUNT, count.name, count.period);
    if (erase?.what === 'message') await db.all(UNSAY, erase.message, channel, person);
  };
}

/** Leaves nothing of somebody of whom nothing is kept; no rows when something is by now. */
export async function leaveNothing(
  db: Connection,
  whose: { channel: Channel; person: string; eventId: number },
): Promise<unknown[]> {
  if ((await db.all(STATE, whose.channel, whose.person)).length > 0) return [];
  await db.all(MARK, whose.eventId);
  return [whose.eventId];
}

/** Removes what is kept of a person but the event that asked for it; no rows when the state has moved on. */
export async function forget(
  db: Connection,
  whose: { channel: Channel; person: string; eventId: number; expectedVersion: number },
): Promise<unknown[]> {
  const { channel, person, eventId, expectedVersion } = whose;
  if (expectedVersion > 0) {
    if ((await db.all(FORGET_STATE, channel, person, expectedVersion)).length === 0) return [];
  } else if ((await db.all(STATE, channel, person)).length > 0) return [];
  await db.all(FORGET_SPEECHES, channel, person);
  await db.all(FORGET_EVENTS, channel, person, eventId);
  await db.all(FORGET_OFFERS, channel, person);
  await db.all(MARK, eventId);
  return [eventId];
}

export function take(code: string, eventId: number, now: string): Work<Taken> {
  const at = toInstant(now);
  return async (db) => {
    const [taken] = await db.all<{ channel: Channel; person: string }>(TAKE, eventId, code, at);
    if (!taken) {
      const [known] = await db.all<{ taken_by: number | null }>(KNOWN, code);
      return !known ? 'unknown' : known.taken_by === null ? 'expired' : 'used';
    }
    const { channel, person } = taken;
    const [saved] = await db.all<{ state: string }>(STATE, channel, person);
    return { channel, person: fromKey(person), state: saved ? decode('state', saved.state) : null };
  };
}
