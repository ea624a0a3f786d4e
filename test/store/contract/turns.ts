import type { Bench } from '../contract.ts';
import type { Turn } from '../../../store/port.ts';
import { answered, everything, refusal, said, turn, words } from './people.ts';

/** Saving a turn: all of it or nothing. */
export function turnRules(bench: Bench): void {
  describe('turns', () => {
    it('save event, state and speech together', async () => {
      const { store } = bench;
      const [event] = await store.receive([said('ann', 'e1')]);
      expect(await store.load('line', 'ann')).toBeNull();
      bench.now += 1_000;
      const line = await store.commit(
        turn(event!.id, 0, { state: { a: [1, null, 'x'] }, spoken: words('hello') }),
      );
      const at = new Date(bench.now).toISOString();
      expect(line).toEqual({ id: line!.id, at, cause: event!.id, spoken: words('hello') });
      expect(line!.id).toBeGreaterThan(event!.id);
      expect(await store.load('line', 'ann')).toEqual({ version: 1, state: { a: [1, null, 'x'] } });
      expect(await store.load('web', 'ann')).toBeNull();
      expect(await store.nextPending('line', 'ann')).toBeNull();
      expect(await store.transcript('line', 'ann', 0, 10)).toEqual([event, line]);
    });

    it('grow the version by one each, and may say nothing', async () => {
      const { store } = bench;
      for (let version = 0; version < 5; version++) {
        expect(await store.load('line', 'ann')).toEqual(
          version ? { version, state: { turns: version } } : null,
        );
        const { line } = await answered(store, said('ann', `e${version}`), { spoken: null });
        expect(line).toBeNull();
      }
      expect(await store.transcript('line', 'ann', 0, 10)).toHaveLength(5);
    });

    it('keep any state JSON knows, false and null too', async () => {
      const { store } = bench;
      for (const state of [false, null, 0, '', [], { deep: { er: [{}] } }]) {
        await answered(store, said('ann', `e${JSON.stringify(state)}`), { state });
        expect((await store.load('line', 'ann'))!.state).toEqual(state);
      }
    });

    const refusals: [
      string,
      'VERSION_CONFLICT' | 'EVENT_DONE',
      (ids: { done: number; open: number; other: number }) => Turn,
    ][] = [
      ['of an old version', 'VERSION_CONFLICT', ({ open }) => turn(open, 0)],
      ['of a version to come', 'VERSION_CONFLICT', ({ open }) => turn(open, 2)],
      [
        'of someone new who claims a version',
        'VERSION_CONFLICT',
        ({ other }) => turn(other, 1, { person: 'bob' }),
      ],
      ['for an answered event', 'EVENT_DONE', ({ done }) => turn(done, 1)],
      ['for an answered event, of an old version', 'EVENT_DONE', ({ done }) => turn(done, 0)],
      ['for an event nobody sent', 'EVENT_DONE', () => turn(999_999, 1)],
      ["for another person's event", 'EVENT_DONE', ({ other }) => turn(other, 1)],
      ["for another channel's event", 'EVENT_DONE', ({ open }) => turn(open, 0, { channel: 'web' })],
    ];
    it.each(refusals)('%s are refused (%s) and leave no trace', async (_, code, attempt) => {
      const { store } = bench;
      const { event: done } = await answered(store, said('ann', 'e1'));
      const [open, other] = await store.receive([said('ann', 'e2'), said('bob', 'e3')]);
      const before = await everything(store, 'line', ['ann', 'bob']);
      const error = await refusal(store.commit(attempt({ done, open: open!.id, other: other!.id })), code);
      expect(error.message).not.toContain('answer to');
      expect(await everything(store, 'line', ['ann', 'bob'])).toEqual(before);
      expect(await store.commit(turn(open!.id, 1))).toMatchObject({ cause: open!.id });
    });

    it('refused in the midst of others do not disturb them', async () => {
      const { store } = bench;
      const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
      const lines = await store.receive(people.map((person) => said(person, `e-${person}`)));
      const turns = lines.flatMap(({ id }, i) => [
        turn(id, 7, { person: people[i]! }),
        turn(id, 0, { person: people[i]! }),
      ]);
      const results = await Promise.allSettled([...turns, ...turns].map((one) => store.commit(one)));
      expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
        [...turns, ...turns].map((one, i) => one.expectedVersion === 0 && i < turns.length),
      );
      for (const person of people) {
        expect((await store.load('line', person))!.version).toBe(1);
        expect(await store.transcript('line', person, 0, 10)).toHaveLength(2);
      }
    });

    it('race for one version: one wins, and the other can go again', async () => {
      const { store } = bench;
      const events = await store.receive([said('ann', 'e1'), said('ann', 'e2')]);
      const [first, second] = await Promise.allSettled(events.map(({ id }) => store.commit(turn(id, 0))));
      expect(first!.status).toBe('fulfilled');
      expect(second).toMatchObject({ status: 'rejected', reason: { code: 'VERSION_CONFLICT' } });
      await store.commit(turn(events[1]!.id, 1));
      expect(await store.load('line', 'ann')).toEqual({ version: 2, state: { turns: 2 } });
    });
  });
}
