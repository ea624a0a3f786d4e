import type { Work, Writer } from './writer.ts';

/** Rows removed in one go: a month of lines in one transaction would keep every conversation waiting. */
const SLICE = 1_000;

/** Speeches go before the events that caused them; an unsent one keeps its event, whose `delivery` it needs. */
const SPEECHES = `DELETE FROM lines WHERE id IN (
  SELECT id FROM lines WHERE at < ? AND status IN ('kept', 'sent', 'refused') LIMIT ${SLICE}) RETURNING id`;

const EVENTS = `DELETE FROM lines WHERE id IN (
  SELECT id FROM lines AS event WHERE at < ? AND status IN ('done', 'failed')
    AND NOT EXISTS (SELECT 1 FROM lines AS speech WHERE speech.cause = event.id) LIMIT ${SLICE}) RETURNING id`;

/** Whoever still waits for an answer, or an answer still waits for, keeps their place in the conversation. */
const STATES = `DELETE FROM states WHERE rowid IN (
  SELECT rowid FROM states AS own WHERE updated_at < ?
    AND NOT EXISTS (SELECT 1 FROM lines
      WHERE channel = own.channel AND person = own.person AND status = 'pending')
    AND NOT EXISTS (SELECT 1 FROM lines
      WHERE channel = own.channel AND person = own.person AND status = 'due') LIMIT ${SLICE}) RETURNING rowid`;

/** The last words to somebody who wanted to be forgotten, then the event that asked for it. */
const LAST_WORDS = `DELETE FROM lines WHERE id IN (
  SELECT speech.id FROM lines AS event JOIN lines AS speech ON speech.cause = event.id
  WHERE event.reason = 'forgotten' AND event.at < ? AND speech.status <> 'due' LIMIT ${SLICE}) RETURNING id`;

const LAST_WISHES = `DELETE FROM lines WHERE id IN (
  SELECT id FROM lines AS event WHERE reason = 'forgotten' AND at < ?
    AND NOT EXISTS (SELECT 1 FROM lines AS speech WHERE speech.cause = event.id) LIMIT ${SLICE}) RETURNING id`;

/** Codes that ended a day ago name somebody for no reason. */
const OFFERS = `DELETE FROM offers WHERE code IN (SELECT code FROM offers WHERE until < ? LIMIT ${SLICE}) RETURNING code`;

export const PRUNES: readonly string[] = [SPEECHES, EVENTS, STATES, LAST_WORDS, LAST_WISHES, OFFERS];

/**
 * Removes what is older than `before`, and what was to be forgotten before `forgotten`, in slices, letting other work
 * in between. Returns how many lines went.
 */
export async function prune(writer: Writer, before: number, forgotten: number): Promise<number> {
  const removeAll = async (sql: string, until = before): Promise<number> => {
    const slice: Work<number> = async (db) => (await db.all(sql, until)).length;
    let removed = 0;
    for (let last = SLICE; last === SLICE; removed += last) last = await writer.run(slice);
    return removed;
  };
  const speeches = await removeAll(SPEECHES);
  const events = await removeAll(EVENTS);
  await removeAll(STATES);
  await removeAll(OFFERS, forgotten);
  const last = (await removeAll(LAST_WORDS, forgotten)) + (await removeAll(LAST_WISHES, forgotten));
  return speeches + events + last;
}
