import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ShirubeError } from '../../errors.ts';
import { storeFailed } from '../wire.ts';
import { Connection } from './connection.ts';
import { migrate, schemaVersion } from './schema.ts';

/**
 * FULL: in WAL mode only this makes every COMMIT wait for the disk, so that what was acknowledged survives a power
 * cut (NORMAL may lose the last transactions). `fullfsync` is the same promise on macOS.
 * `secure_delete`: what is pruned is overwritten, not only unlinked.
 */
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
  PRAGMA journal_size_limit = 67108864;`;

const ADVICE: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'the file is not a SQLite database: choose another path, or restore it from its last backup',
  SQLITE_CORRUPT: 'the file is damaged: restore it from its last backup',
  SQLITE_CANTOPEN: 'the file cannot be opened: check the path and who may write there',
  SQLITE_READONLY: 'the file cannot be written: check who may write there',
  SQLITE_BUSY: 'another process holds the file: stop it, or wait and start again',
  SQLITE_FULL: 'the disk is full: make room and start again',
  EACCES: 'this user may not write there: check who may',
  EPERM: 'this user may not write there: check who may',
  EROFS: 'the disk is read-only: choose another path',
  ENOTDIR: 'part of the path is a file, not a directory: choose another path',
  EEXIST: 'part of the path is a file, not a directory: choose another path',
  EISDIR: 'the path is a directory: name a file in it',
  ENOSPC: 'the disk is full: make room and start again',
};

export interface Connections {
  readonly writer: Connection;
  readonly reader: Connection;
}

/**
 * Opens a store's file, creating or migrating it, with one connection to write and one to read.
 * `waitMs`: how long they wait for another process's transaction.
 */
export async function openConnections(name: string, waitMs: number): Promise<Connections> {
  const file = resolve(name);
  const opened: Connection[] = [];
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    // Creates the file readable by its owner only (SQLite gives its WAL the same mode) and finds out
    // whether we may write, with a clearer error than SQLite's.
    await (await open(file, 'a', 0o600)).close();

    const writer = await Connection.open(file, 'write');
    opened.push(writer);
    await writer.exec(`PRAGMA busy_timeout = ${waitMs}`);
    // Before anything is changed: a newer or foreign database is refused as it is.
    await schemaVersion(writer);
    await useWal(writer, waitMs);
    await writer.exec(SETTINGS);
    await migrate(writer);

    const reader = await Connection.open(file, 'read');
    opened.push(reader);
    await reader.exec(`PRAGMA busy_timeout = ${waitMs}`);
    return { writer, reader };
  } catch (cause) {
    for (const connection of opened.reverse()) await connection.close().catch(() => undefined);
    const why =
      cause instanceof ShirubeError
        ? cause.message
        : (ADVICE[(cause as NodeJS.ErrnoException).code ?? ''] ?? ADVICE['SQLITE_CANTOPEN']);
    throw storeFailed(`Cannot open the store ${file}: ${why}`, cause);
  }
}

/** SQLite does not wait for a lock when it changes the journal mode, so two processes starting at once wait here. */
async function useWal(db: Connection, waitMs: number): Promise<void> {
  for (const giveUp = Date.now() + waitMs; ;) {
    try {
      const [mode] = await db.all<{ journal_mode: string }>('PRAGMA journal_mode = WAL');
      if (mode?.journal_mode === 'wal') return;
      throw storeFailed('SQLite cannot keep a WAL there (a network disk?): choose a path on a local disk.');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'SQLITE_BUSY' || Date.now() > giveUp) throw error;
      await pause(20);
    }
  }
}
