import { Connection } from '../../store/sqlite/connection.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { hasCode } from '../../errors.ts';
import type { Store } from '../../store/port.ts';
import { answered, everything, refusal, said, turn } from './contract/people.ts';
import { freshPath } from './files.ts';

describe('turns of two instances on one file', () => {
  let first: Store;
  let second: Store;
  beforeEach(async () => {
    const file = freshPath();
    first = await openSqliteStore(file);
    second = await openSqliteStore(file);
  });
  afterEach(() => Promise.all([first.close(), second.close()]));

  it('see what the other has saved', async () => {
    const { line } = await answered(first, said('ann', 'e1'));
    expect(await second.receive([said('ann', 'e1')])).toEqual([]);
    expect(await second.due('line', '2999-01-01T00:00:00Z', 10)).toMatchObject([{ id: line!.id }]);
    await second.settle(line!.id, { outcome: 'sent' });
    expect(await first.due('line', '2999-01-01T00:00:00Z', 10)).toEqual([]);
  });

  it('cannot answer one event twice', async () => {
    const events = await first.receive(Array.from({ length: 30 }, (_, i) => said(`p${i}`, `e${i}`)));
    const answers = events.flatMap(({ id }, i) =>
      [first, second].map((store) => store.commit(turn(id, 0, { person: `p${i}` }))),
    );
    const results = await Promise.allSettled(answers);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(30);
    expect(lost.every(({ reason }) => hasCode(reason, 'EVENT_DONE'))).toBe(true);
    for (let i = 0; i < 30; i++) expect(await second.transcript('line', `p${i}`, 0, 10)).toHaveLength(2);
  });

  it('cannot overwrite each other', async () => {
    const count = async (store: Store, event: number): Promise<void> => {
      const saved = await store.load('line', 'ann');
      const state = ((saved?.state as number | undefined) ?? 0) + 1;
      try {
        await store.commit(turn(event, saved?.version ?? 0, { state }));
      } catch (error) {
        if (!hasCode(error, 'VERSION_CONFLICT')) throw error;
        await count(store, event);
      }
    };
    const events = await first.receive(Array.from({ length: 40 }, (_, i) => said('ann', `e${i}`)));
    await Promise.all(events.map(({ id }, i) => count(i % 2 ? first : second, id)));
    expect(await first.load('line', 'ann')).toEqual({ version: 40, state: 40 });
  });

  it('give a reader who follows the ids every line', async () => {
    const seen: number[] = [];
    let talking = true;
    const follow = (async () => {
      while (true) {
        const last = !talking;
        const lines = await second.transcript('line', 'ann', seen.at(-1) ?? 0, 7);
        seen.push(...lines.map(({ id }) => id));
        if (last && lines.length === 0) return;
      }
    })();
    const talk = Array.from({ length: 200 }, (_, i) =>
      (i % 2 ? first : second).receive([said('ann', `e${i}`)]),
    );
    const written = (await Promise.all(talk)).flatMap((lines) => lines.map(({ id }) => id));
    talking = false;
    await follow;
    expect(seen).toEqual(written.sort((a, b) => a - b));
  });
});

describe('writes that share a transaction', () => {
  let file: string;
  let store: Store;
  beforeEach(async () => {
    file = freshPath();
    store = await openSqliteStore(file);
    await answered(store, said('ann', 'e0'));
  });
  afterEach(() => store.close());

  /** Makes the database itself fail on lines of a person called poison. */
  async function poison(how: string): Promise<void> {
    const db = await Connection.open(file, 'write');
    await db.exec(`CREATE TABLE orphans (parent REFERENCES lines (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER poison AFTER INSERT ON lines WHEN NEW.person = 'poison' BEGIN ${how}; END`);
    await db.close();
  }
  const people = ['ann', 'bob', 'poison', 'eve'];
  const receiveAll = () =>
    Promise.allSettled(
      people.map((person) => store.receive([said(person, `a-${person}`), said(person, `b-${person}`)])),
    );

  it('undo only the one that fails', async () => {
    await poison(`SELECT RAISE(ABORT, 'no')`);
    const results = await receiveAll();
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(results[2]).toMatchObject({
      reason: { code: 'STORE_FAILED', cause: { code: 'SQLITE_CONSTRAINT' } },
    });
    expect(await store.waiting()).toHaveLength(3);
    await refusal(store.receive([said('bob', 'fine'), said('poison', 'bad')]), 'STORE_FAILED');
    expect(await store.transcript('line', 'bob', 0, 10)).toHaveLength(2);
  });

  it.each([
    ['COMMIT fails', 'INSERT INTO orphans VALUES (-1)'],
    ['SQLite rolls back by itself', `SELECT RAISE(ROLLBACK, 'no')`],
  ])('all fail when %s; nothing is half done and the next ones go through', async (_, how) => {
    await poison(how);
    const before = await everything(store, 'line', people);
    const conflict = store.commit(turn(1, 0)).catch((error: unknown) => error);
    const results = await receiveAll();
    for (const result of results)
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { code: 'STORE_FAILED', cause: { code: 'SQLITE_CONSTRAINT' } },
      });
    expect(await conflict).toMatchObject({ code: 'STORE_FAILED' });
    expect(await everything(store, 'line', people)).toEqual(before);
    await answered(store, said('ann', 'e9'));
    await store.ping();
  });

  it('fail when another process keeps the file locked, and a ping tells', async () => {
    await store.close();
    store = await openSqliteStore(file, { waitMs: 300 });
    const other = await Connection.open(file, 'write');
    await other.exec('BEGIN IMMEDIATE');
    const [received, ping] = [store.receive([said('ann', 'e1')]), store.ping()];
    const error = await refusal(received, 'STORE_FAILED');
    expect(error.cause).toMatchObject({ code: 'SQLITE_BUSY' });
    await refusal(ping, 'STORE_FAILED');
    expect(await store.load('line', 'ann')).not.toBeNull();
    await other.exec('ROLLBACK');
    await other.close();
    expect(await store.receive([said('ann', 'e1')])).toHaveLength(1);
  });
});
