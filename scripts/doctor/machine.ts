import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { openHouse } from '../../bot/open.ts';
import { databaseUrl, type Settings } from '../../settings.ts';
import { Connection } from '../../store/sqlite/connection.ts';
import { MIGRATIONS, schemaVersion } from '../../store/sqlite/schema.ts';
import { ROOT } from '../line/words.ts';
import { about, type Finding } from './report.ts';

const MEGABYTE = 1024 * 1024;
const DAY_MS = 86_400_000;

/** `v24.21.0`. Types are stripped by Node itself, which it does without a flag since 22.18. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number);
  const on = about('Node.js');
  if (major >= 24) return on.ok(version);
  return major === 22 && minor >= 18
    ? on.look(`${version} works, but is not what is tested`, 'start with npm: it brings its own Node 24')
    : on.wrong(`${version} is too old`, 'start with npm: it brings its own Node 24');
}

/** The folder for data: there or makeable, writable, with room. */
export async function checkFolder(folder: string): Promise<Finding[]> {
  const on = about('data folder');
  const where = await nearest(path.resolve(folder));
  try {
    await access(where, constants.W_OK | constants.X_OK);
  } catch {
    return [
      on.wrong(`${folder} cannot be written`, 'let the user of the service write there, or set DATA_DIR'),
    ];
  }
  const { bavail, bsize } = await statfs(where);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  return [
    on.ok(
      where === path.resolve(folder) ? `${folder} can be written` : `${folder} will be made at the start`,
    ),
    roomFor(free),
  ];
}

/** By free megabytes. */
export function roomFor(free: number): Finding {
  const on = about('disk');
  const found = `${free < 10_240 ? `${free} MB` : `${Math.floor(free / 1024)} GB`} free`;
  if (free < 100) return on.wrong(found, 'make room: without it nothing that people say can be stored');
  return free < 1024 ? on.look(found, 'make room soon') : on.ok(found);
}

/** The folder itself, or the first one above it that is there. */
async function nearest(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch {
    const above = path.dirname(folder);
    return above === folder ? folder : nearest(above);
  }
}

/** The database, opened to read only: whose it is, its schema, whether it is whole, and its copies. */
export async function checkDatabase(settings: Settings, now: number): Promise<Finding[]> {
  const on = about('database');
  const url = databaseUrl(settings);
  if (url === 'memory:')
    return [on.look('kept in memory: everything is forgotten at the end', 'remove DATABASE_URL to keep it')];
  const file = path.resolve(url.slice('sqlite:'.length));
  const there = await stat(file).catch(() => null);
  if (!there) return [on.ok('none yet, it will be made at the start')];
  let db: Connection | null = null;
  try {
    db = await Connection.open(file, 'read');
    const version = await schemaVersion(db);
    const [whole] = await db.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (whole?.quick_check !== 'ok') return [on.wrong('the file is damaged', 'restore the last backup')];
    const [count] =
      version === 0 ? [] : await db.all<{ people: number }>('SELECT count(*) AS people FROM states');
    const size = `${Math.max(1, Math.round(there.size / MEGABYTE))} MB, ${count?.people ?? 0} conversations`;
    const state =
      version === MIGRATIONS.length
        ? on.ok(`whole, schema ${version}, ${size}`)
        : on.ok(`whole, schema ${version} will become ${MIGRATIONS.length} at the start, ${size}`);
    return [state, await copies(file, there.birthtimeMs, now)];
  } catch (error) {
    const { message, name } = error as Error;
    return [
      on.wrong(
        name === 'ShirubeError' ? message : 'it cannot be opened',
        'check the path, or restore the last backup',
      ),
    ];
  } finally {
    await db?.close().catch(() => undefined);
  }
}

/** Whether a copy lies beside the database; copies elsewhere, where they belong, cannot be seen from here. */
async function copies(file: string, born: number, now: number): Promise<Finding> {
  const on = about('backup');
  const folder = path.dirname(file);
  const names = (await readdir(folder)).filter(
    (name) =>
      /backup|\.bak|\.sqlite/iu.test(name) &&
      !name.startsWith(path.basename(file) + '-') &&
      name !== path.basename(file),
  );
  const times = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).mtimeMs));
  const how = `sqlite3 ${path.basename(file)} ".backup copy.sqlite", daily, and keep it on another machine`;
  if (times.length > 0) {
    const days = Math.floor((now - Math.max(...times)) / DAY_MS);
    return days <= 2
      ? on.ok(`the newest copy in the folder is ${days} days old`)
      : on.look(`the newest copy in the folder is ${days} days old`, how);
  }
  return now - born < DAY_MS
    ? on.ok('the database is younger than a day')
    : on.unchecked('no copy is in the folder; there may be some elsewhere', how);
}

/** Seeds and words, loaded as at the start. */
export async function checkSeeds(root = ROOT): Promise<Finding> {
  const on = about('catalogue');
  try {
    const { catalogue } = await openHouse(root);
    return on.ok(`${catalogue.occupations.size} occupations`);
  } catch (error) {
    return on.wrong((error as Error).message, 'take the files as they were released, or run npm run check');
  }
}
