import { ShirubeError } from '../../errors.ts';
import { storeClosed, storeFailed } from '../wire.ts';
import type { Connection } from './connection.ts';

/** Work inside a transaction. It may throw: then what it changed is undone, and nothing else. */
export type Work<T> = (db: Connection) => Promise<T>;

interface Job {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds how long the first job of a group waits for the last one. */
const GROUP = 256;

/** Outside any transaction, as SQLite wants it. */
const FOLD = 'PRAGMA wal_checkpoint(TRUNCATE)';

/**
 * The one place that writes. Waiting for the disk is what costs, so jobs that queue up while a transaction is under
 * way share the next one: BEGIN IMMEDIATE, each job in its own SAVEPOINT, COMMIT.
 *
 * A promise settles only after COMMIT. When COMMIT (or BEGIN) fails, all jobs of the group fail, also those that had
 * found a conflict: the conflict may have been with a change of this group that never came to be. A failed COMMIT
 * that the disk kept nevertheless (a crash can reveal that) does no harm: events are recorded once by their id and
 * turns compare versions, so doing it again is safe.
 */
export class Writer {
  readonly #db: Connection;
  #queue: Job[] = [];
  #folds: (() => void)[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Runs work in the next transaction; jobs run in the order of these calls. */
  run<T>(work: Work<T>): Promise<T> {
    if (this.#closed) return Promise.reject(storeClosed());
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#running ??= this.#drain();
    });
  }

  /**
   * Writes the WAL into the file and empties it: what was overwritten there must not live on here. While somebody else
   * is reading it is left for another time; `prune` does it again.
   */
  fold(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#folds.push(resolve);
      this.#running ??= this.#drain();
    });
  }

  /** Takes no new work, finishes what is queued. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    // Let calls made in the same tick join the first group.
    await null;
    while (this.#queue.length + this.#folds.length > 0) {
      if (this.#queue.length > 0) await this.#transaction(this.#queue.splice(0, GROUP));
      const folds = this.#folds.splice(0);
      if (folds.length === 0) continue;
      await this.#db.all(FOLD).catch(() => undefined);
      for (const tell of folds) tell();
    }
    this.#running = null;
  }

  async #transaction(jobs: readonly Job[]): Promise<void> {
    const settle: (() => void)[] = [];
    try {
      await this.#db.all('BEGIN IMMEDIATE');
      for (const job of jobs) settle.push(await this.#attempt(job));
      await this.#db.all('COMMIT');
    } catch (cause) {
      // Fails when SQLite has rolled back by itself; then nothing is left to undo.
      await this.#db.all('ROLLBACK').catch(() => undefined);
      const error = storeFailed('The store could not save, nothing was changed: check the disk.', cause);
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const tell of settle) tell();
  }

  /** One job of the group. Throws only when the whole transaction is lost: then not even its savepoint is left. */
  async #attempt({ work, resolve, reject }: Job): Promise<() => void> {
    await this.#db.all('SAVEPOINT job');
    try {
      const value = await work(this.#db);
      await this.#db.all('RELEASE job');
      return () => resolve(value);
    } catch (cause) {
      try {
        await this.#db.all('ROLLBACK TO job');
        await this.#db.all('RELEASE job');
      } catch {
        throw cause;
      }
      const error =
        cause instanceof ShirubeError
          ? cause
          : storeFailed('The store could not save: check the disk.', cause);
      return () => reject(error);
    }
  }
}
