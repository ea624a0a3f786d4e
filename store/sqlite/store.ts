import { ShirubeError } from '../../errors.ts';
import type { Store } from '../port.ts';
import { DAY_MS, storeClosed, storeFailed, toInstant, type Clock } from '../wire.ts';
import type { Connection } from './connection.ts';
import { take } from './asides.ts';
import { openConnections } from './open.ts';
import { prune, PRUNES } from './prune.ts';
import * as reads from './reads.ts';
import { Writer } from './writer.ts';
import * as writes from './writes.ts';

export interface SqliteOptions {
  readonly clock?: Clock;
  /** How long a write waits for another process's transaction before it fails. Default 5,000 ms. */
  readonly waitMs?: number;
}

/**
 * Opens the default engine: one SQLite file, created with its directory when missing.
 * Several processes may open the same file; their turns are kept apart by versions and event ids.
 * Throws `STORE_FAILED` when the file cannot be used.
 *
 * @example
 * const store = await openSqliteStore('data/shirube.db');
 * const [line] = await store.receive([incoming]);
 */
export async function openSqliteStore(file: string, options: SqliteOptions = {}): Promise<Store> {
  const { clock = Date.now, waitMs = 5_000 } = options;
  const { writer: db, reader } = await openConnections(file, waitMs);
  try {
    // All of them now: a file whose schema is damaged is refused here, not in the middle of a conversation.
    for (const sql of [...writes.WRITES, ...PRUNES]) await db.prepare(sql);
    for (const sql of reads.READS) await reader.prepare(sql);
  } catch (cause) {
    await reader.close().catch(() => undefined);
    await db.close().catch(() => undefined);
    throw storeFailed(`Cannot read the store ${file}: restore it from its last backup.`, cause);
  }
  return build(db, reader, clock);
}

function build(db: Connection, reader: Connection, clock: Clock): Store {
  const writer = new Writer(db);
  const reading = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  async function ask<T>(question: (reader: Connection) => Promise<T>): Promise<T> {
    if (closing) throw storeClosed();
    const answer = question(reader);
    reading.add(answer);
    try {
      return await answer;
    } catch (cause) {
      if (cause instanceof ShirubeError) throw cause;
      throw storeFailed('The store could not be read: check the disk.', cause);
    } finally {
      reading.delete(answer);
    }
  }

  return {
    receive: async (incoming) => writer.run(writes.receive(incoming, clock)),
    commit: async (turn) => {
      const line = await writer.run(writes.commit(turn, clock));
      if (turn.erase) await writer.fold();
      return line;
    },
    countAttempt: async (eventId) => writer.run(writes.countAttempt(eventId)),
    settle: async (id, result) => writer.run(writes.settle(id, result)),
    secret: async (name) => writer.run(writes.secret(name)),
    take: async (code, eventId, now) => writer.run(take(code, eventId, now)),
    prune: async (before) => {
      const removed = await prune(writer, toInstant(before), clock() - DAY_MS);
      await writer.fold();
      return removed;
    },
    nextPending: (channel, person) => ask((from) => reads.nextPending(from, channel, person)),
    waiting: () => ask(reads.waiting),
    load: (channel, person) => ask((from) => reads.load(from, channel, person)),
    transcript: (channel, person, after, limit) =>
      ask((from) => reads.transcript(from, channel, person, after, limit)),
    due: (channel, now, limit, except) => ask((from) => reads.due(from, channel, now, limit, except)),
    wakes: (now, limit) => ask((from) => reads.wakes(from, now, limit)),
    counted: (count) => ask((from) => reads.counted(from, count)),
    backlog: (channel) => ask((from) => reads.backlog(from, channel)),
    ping: async () => {
      // An empty transaction waits its turn and takes the write lock, but does not touch the disk.
      await Promise.all([ask(reads.ping), writer.run(async () => undefined)]);
    },
    close: () =>
      (closing ??= (async () => {
        await writer.close();
        await Promise.allSettled(reading);
        // The writer last: the last connection to close folds the WAL into the file, and the reader may not write.
        await reader.close();
        await db.close();
      })()),
  };
}
