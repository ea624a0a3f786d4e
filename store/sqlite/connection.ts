import sqlite3 from 'sqlite3';

export type Value = string | number | null;

/**
 * One SQLite connection with promises, and with every statement prepared once and kept until `close`.
 *
 * Only `all` is offered: it steps a statement to its end, which gives its lock back. `Statement.get` stops at the
 * first row and would hold a read transaction open, so that the WAL could never be reset. What a change did is
 * learned from `RETURNING`.
 */
export class Connection {
  readonly #db: sqlite3.Database;
  readonly #statements = new Map<string, Promise<sqlite3.Statement>>();

  private constructor(db: sqlite3.Database) {
    this.#db = db;
  }

  static open(file: string, mode: 'write' | 'read'): Promise<Connection> {
    const flag = mode === 'write' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READONLY;
    return new Promise((resolve, reject) => {
      const db = new sqlite3.Database(file, flag | sqlite3.OPEN_FULLMUTEX, (error) =>
        error ? reject(error) : resolve(new Connection(db)),
      );
    });
  }

  async all<Row = unknown>(sql: string, ...params: readonly Value[]): Promise<Row[]> {
    const statement = await this.prepare(sql);
    return new Promise((resolve, reject) => {
      statement.all<Row>(params, (error: Error | null, rows: Row[]) =>
        error ? reject(error) : resolve(rows),
      );
    });
  }

  prepare(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = this.#db.prepare(sql, (error) => (error ? reject(error) : resolve(statement)));
    });
    this.#statements.set(sql, prepared);
    // One that failed is tried again next time: the cause (a lock, a full disk) may be gone by then.
    prepared.catch(() => this.#statements.delete(sql));
    return prepared;
  }

  /** Runs several statements once each; for schemas and settings. */
  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#db.exec(sql, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Finalises every statement (SQLite refuses to close before that) and closes. */
  async close(): Promise<void> {
    const settled = await Promise.allSettled(this.#statements.values());
    this.#statements.clear();
    for (const one of settled) {
      // The callback must be there: without it sqlite3 raises an event nobody hears and the process dies.
      if (one.status === 'fulfilled')
        await new Promise<void>((resolve) => one.value.finalize(() => resolve()));
    }
    await new Promise<void>((resolve, reject) => {
      this.#db.close((error) => (error ? reject(error) : resolve()));
    });
  }
}
