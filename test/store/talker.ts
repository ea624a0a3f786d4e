/**
 * A process of its own that keeps people talking in a store until it is killed:
 * `node test/store/talker.ts <file> <prefix of event ids>`. What the store has acknowledged is written to
 * standard output, which must be a file: a line there has left this process before it dies.
 */
import { writeSync } from 'node:fs';
import { hasCode } from '../../errors.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import { said, TALKERS, turn } from './contract/people.ts';

async function talk(file: string, prefix: string): Promise<void> {
  const store = await openSqliteStore(file, { waitMs: 30_000 });

  async function answer(person: string, event: number, name: string): Promise<void> {
    const saved = await store.load('line', person);
    const state = { last: name };
    try {
      await store.commit(turn(event, saved?.version ?? 0, { person, state, push: false }));
    } catch (error) {
      if (!hasCode(error, 'VERSION_CONFLICT')) throw error;
      await answer(person, event, name);
    }
  }

  async function chat(person: string): Promise<never> {
    for (let n = 0; ; n++) {
      const name = `${prefix}-${person}-${n}`;
      const [line] = await store.receive([said(person, name)]);
      writeSync(1, `received ${name}\n`);
      await answer(person, line!.id, name);
      writeSync(1, `answered ${name}\n`);
    }
  }

  await Promise.all(TALKERS.map(chat));
}

const [, , file, prefix] = process.argv;
await talk(file!, prefix!);
