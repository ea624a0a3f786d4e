import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store } from '../../store/port.ts';
import { Connection } from '../../store/sqlite/connection.ts';
import { MIGRATIONS } from '../../store/sqlite/schema.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { answered, everything, refusal, said, turn } from './contract/people.ts';
import { freshPath } from './files.ts';

async function makeDatabase(file: string, sql: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const db = await Connection.open(file, 'write');
  await db.exec(sql);
  await db.close();
}

describe('a SQLite store on disk', () => {
  it('is the same after closing and opening again, in one file that only its owner reads', async () => {
    const file = freshPath();
    let store = await openSqliteStore(file);
    await answered(store, said('ann', 'e1'));
    await store.receive([said('ann', 'e2'), said('bob', 'e3')]);
    const before = await everything(store, 'line', ['ann', 'bob']);
    await store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);

    store = await openSqliteStore(file);
    expect(await everything(store, 'line', ['ann', 'bob'])).toEqual(before);
    expect(await store.receive([said('ann', 'e2')])).toEqual([]);
    await store.close();
  });

  it('can be opened by several at once when it is new', async () => {
    const file = freshPath();
    const stores = await Promise.all([1, 2, 3].map(() => openSqliteStore(file)));
    await Promise.all(stores.map((store, i) => store.receive([said('ann', `e${i}`)])));
    for (const store of stores) expect(await store.transcript('line', 'ann', 0, 10)).toHaveLength(3);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('overwrites what it prunes', async () => {
    const file = freshPath();
    const store = await openSqliteStore(file);
    await answered(store, said('ann', 'e1', 'MY-OWN-WORDS'), { push: false });
    await store.prune('9000-01-01T00:00:00Z');
    await store.close();
    expect(readFileSync(file).includes('MY-OWN-WORDS')).toBe(false);
  });
});

describe('a SQLite store refuses, in one line that says what to do,', () => {
  const refuse = async (file: string, advice: RegExp): Promise<void> => {
    const error = await refusal(openSqliteStore(file), 'STORE_FAILED');
    expect(error.message).toMatch(advice);
    expect(error.message).toContain(file);
    expect(error.message).not.toContain('\n');
  };

  it('a database of a newer version, and leaves it as it is', async () => {
    const file = freshPath();
    await (await openSqliteStore(file)).close();
    await makeDatabase(file, `PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const before = readFileSync(file);
    await refuse(file, /schema \d+, written by a newer Shirube .*: start the newer Shirube/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("another program's database, and leaves it as it is", async () => {
    const file = freshPath();
    await makeDatabase(file, 'CREATE TABLE lines (poem TEXT)');
    const before = readFileSync(file);
    await refuse(file, /another program's database: choose another path/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('a file that is no database', async () => {
    const file = freshPath();
    mkdirSync(dirname(file));
    writeFileSync(file, 'These are not the bytes you are looking for. '.repeat(200));
    await refuse(file, /not a SQLite database: choose another path, or restore/);
  });

  it('a database whose inside is damaged', async () => {
    const file = freshPath();
    const store = await openSqliteStore(file);
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 100));
    await refuse(file, /damaged: restore it from its last backup/);
  });

  it.each([
    ['a path through a file', (file: string) => `${file}/shirube.db`, /a file, not a directory/],
    ['a directory', (file: string) => dirname(file), /is a directory: name a file/],
  ])('%s', async (_, pathFrom, advice) => {
    const file = freshPath();
    mkdirSync(dirname(file));
    writeFileSync(file, '');
    await refuse(pathFrom(file), advice);
  });

  // Root may write anywhere.
  (process.getuid?.() === 0 ? it.skip : it)('a place where it may not write', async () => {
    const file = freshPath();
    await (await openSqliteStore(file)).close();
    chmodSync(file, 0o400);
    await refuse(file, /this user may not write there/);
    mkdirSync(join(dirname(file), 'closed'), { mode: 0o500 });
    await refuse(join(dirname(file), 'closed', 'shirube.db'), /this user may not write there/);
  });

  it('damage found later, without quoting what a person wrote', async () => {
    const file = freshPath();
    const store: Store = await openSqliteStore(file);
    const [event] = await store.receive([said('ann', 'e1', 'MY-OWN-WORDS')]);
    await makeDatabase(file, `UPDATE lines SET body = substr(body, 1, length(body) - 1)`);
    const errors = [
      await refusal(store.nextPending('line', 'ann'), 'STORE_FAILED'),
      await refusal(store.transcript('line', 'ann', 0, 1), 'STORE_FAILED'),
    ];
    for (const error of errors) expect(`${error.message} ${String(error.cause)}`).not.toContain('MY-OWN');
    await store.commit(turn(event!.id, 0));
    await refusal(store.due('line', '2999-01-01T00:00:00Z', 1), 'STORE_FAILED');
    await store.close();
  });
});
