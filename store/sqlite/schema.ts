import { storeFailed } from '../wire.ts';
import type { Connection } from './connection.ts';

/** "Shru" in ASCII: how the file says whose it is (`PRAGMA application_id`). */
const APPLICATION_ID = 0x53687275;

/**
 * The schema, step by step; `PRAGMA user_version` counts the steps a file has taken.
 * A step that has been released is never edited: add the next one.
 *
 * Instants are milliseconds. `person` and `event_id` are keys as `toKey` writes them; `body` is JSON.
 *
 * **Ids grow in commit order**, so whoever reads on after the last id they saw misses nothing. This holds here
 * because SQLite has one writer at a time: an id is given inside BEGIN IMMEDIATE … COMMIT, and the next writer
 * (of any process) takes its first id only after that COMMIT. AUTOINCREMENT keeps a pruned id from being given
 * twice. A PostgreSQL engine does not have this for free, since a sequence gives ids before COMMIT and a lower id
 * may become visible after a higher one: it has to take `pg_advisory_xact_lock` on the person before the first
 * insert (or number lines per person), so that one person's ids are given and committed in turn.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE lines (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     channel TEXT NOT NULL,
     person TEXT NOT NULL,
     direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
     event_id TEXT CHECK ((event_id IS NOT NULL) = (direction = 'in')),
     cause INTEGER REFERENCES lines (id) CHECK ((cause IS NOT NULL) = (direction = 'out')),
     at INTEGER NOT NULL,
     body TEXT NOT NULL,
     status TEXT NOT NULL CHECK (
       (direction = 'in' AND status IN ('pending', 'done', 'failed')) OR
       (direction = 'out' AND status IN ('kept', 'due', 'sent', 'refused'))
     ),
     attempts INTEGER NOT NULL DEFAULT 0,
     due_at INTEGER NOT NULL DEFAULT 0,
     reason TEXT,
     UNIQUE (channel, event_id)
   );
   CREATE INDEX lines_person ON lines (channel, person);
   CREATE INDEX lines_pending ON lines (channel, person) WHERE status = 'pending';
   CREATE INDEX lines_due ON lines (channel, person) WHERE status = 'due';
   CREATE INDEX lines_cause ON lines (cause) WHERE cause IS NOT NULL;
   CREATE INDEX lines_at ON lines (at);
   CREATE TABLE states (
     channel TEXT NOT NULL,
     person TEXT NOT NULL,
     version INTEGER NOT NULL,
     state TEXT NOT NULL,
     updated_at INTEGER NOT NULL,
     PRIMARY KEY (channel, person)
   );
   CREATE INDEX states_updated ON states (updated_at);
   CREATE TABLE secrets (name TEXT PRIMARY KEY, secret TEXT NOT NULL) WITHOUT ROWID;`,
  `ALTER TABLE states ADD COLUMN wake_at INTEGER;
   CREATE INDEX states_wake ON states (wake_at) WHERE wake_at IS NOT NULL;
   CREATE INDEX lines_forgotten ON lines (at) WHERE reason = 'forgotten';
   CREATE TABLE offers (
     code TEXT PRIMARY KEY,
     channel TEXT NOT NULL,
     person TEXT NOT NULL,
     until INTEGER NOT NULL,
     taken_by INTEGER
   ) WITHOUT ROWID;
   CREATE INDEX offers_person ON offers (channel, person);
   CREATE TABLE counts (
     name TEXT NOT NULL,
     period TEXT NOT NULL,
     count INTEGER NOT NULL,
     PRIMARY KEY (name, period)
   ) WITHOUT ROWID;`,
];

/** What a file says of itself, read in one statement: another process may be migrating it at this moment. */
const IDENTITY = `SELECT
  (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

/** The schema version of a file of ours, 0 for a new one; `STORE_FAILED` for a newer or a foreign one, left as it is. */
export async function schemaVersion(db: Connection): Promise<number> {
  const [found] = await db.all<{ version: number; application: number; objects: number }>(IDENTITY);
  const { version, application, objects } = found!;
  const isNew = version === 0 && application === 0 && objects === 0;
  if (application !== APPLICATION_ID && !isNew)
    throw storeFailed("The file is another program's database: choose another path.");
  if (version > MIGRATIONS.length)
    throw storeFailed(
      `The store has schema ${version}, written by a newer Shirube (this one knows ${MIGRATIONS.length}): start the newer Shirube, or choose another path.`,
    );
  return version;
}

/** Takes the steps the file has not taken yet, all or none, even when two processes start at once. */
export async function migrate(db: Connection): Promise<void> {
  if ((await schemaVersion(db)) === MIGRATIONS.length) return;
  await db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of MIGRATIONS.slice(await schemaVersion(db))) await db.exec(step);
    await db.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`,
    );
  } catch (error) {
    await db.exec('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
