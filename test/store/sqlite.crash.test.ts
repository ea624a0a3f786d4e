import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { Connection } from '../../store/sqlite/connection.ts';
import { TALKERS } from './contract/people.ts';
import { freshPath } from './files.ts';

/** A talker, and the file where it notes what the store has acknowledged. */
interface Talker {
  readonly child: ChildProcess;
  readonly log: string;
}

function startTalker(file: string, prefix: string): Talker {
  const log = join(dirname(dirname(file)), `${prefix}.log`);
  const out = openSync(log, 'a');
  const script = resolve('test/store/talker.ts');
  const child = spawn(resolve('node_modules/.bin/node'), [script, file, prefix], {
    stdio: ['ignore', out, 'inherit'],
  });
  closeSync(out);
  return { child, log };
}

const acknowledged = ({ log }: Talker): string[] => readFileSync(log, 'utf8').split('\n').filter(Boolean);

async function kill({ child }: Talker): Promise<void> {
  const signal = new Promise((exited) => child.once('exit', (_, by) => exited(by)));
  // False when it has ended by itself already, which a talker never should.
  expect(child.kill('SIGKILL')).toBe(true);
  expect(await signal).toBe('SIGKILL');
}

/** What the file itself says, past the store: acknowledgements it can honour, and turns that are only half there. */
async function inspect(file: string): Promise<{ safe: Set<string>; half: unknown[] }> {
  const db = await Connection.open(file, 'read');
  const events = await db.all<{ name: string; status: string }>(
    `SELECT event_id AS name, status FROM lines WHERE direction = 'in'`,
  );
  const half = await db.all(
    `SELECT id, status, (SELECT count(*) FROM lines WHERE cause = event.id) AS speeches FROM lines AS event
       WHERE direction = 'in' AND speeches <> (status = 'done')
     UNION ALL
     SELECT person, version, (SELECT count(*) FROM lines WHERE person = states.person AND status = 'done') AS done
       FROM states WHERE version <> done
     UNION ALL
     SELECT person, state, (SELECT event_id FROM lines WHERE id =
         (SELECT cause FROM lines WHERE person = states.person AND direction = 'out' ORDER BY id DESC LIMIT 1)) AS last
       FROM states WHERE state ->> 'last' <> last
     UNION ALL
     SELECT 'integrity', integrity_check, '' FROM pragma_integrity_check WHERE integrity_check <> 'ok'`,
  );
  await db.close();
  const done = events.filter(({ status }) => status === 'done');
  const safe = new Set([
    ...events.map(({ name }) => `received ${name}`),
    ...done.map(({ name }) => `answered ${name}`),
  ]);
  return { safe, half };
}

describe('processes killed while people talk', () => {
  it.each([1, 2])('lose nothing acknowledged and leave no half turn (%i at once)', async (processes) => {
    const file = freshPath();
    const killed: Talker[] = [];
    for (let round = 0; round < 3; round++) {
      const talkers = Array.from({ length: processes }, (_, n) => startTalker(file, `r${round}n${n}`));
      const warm = () =>
        talkers.every((talker) => acknowledged(talker).length > (100 + round * 17) / processes ** 2);
      for (const end = Date.now() + 15_000; !warm() && Date.now() < end;) await pause(1);
      await Promise.all(talkers.map(kill));
      expect(warm()).toBe(true);
      killed.push(...talkers);

      const store = await openSqliteStore(file);
      for (const person of TALKERS) expect((await store.load('line', person))!.version).toBeGreaterThan(0);
      const { safe, half } = await inspect(file);
      expect(half).toEqual([]);
      expect(killed.flatMap(acknowledged).filter((note) => !safe.has(note))).toEqual([]);
      await store.close();
    }
  });
});
