import type { Bench } from '../contract.ts';
import { answered, everything, refusal, said, turn } from './people.ts';

/** Receiving, and who is to be answered next. */
export function eventRules(bench: Bench): void {
  describe('events', () => {
    it('come back as lines, in order, with ids that grow', async () => {
      const events = [said('ann', 'e1'), said('bob', 'e2'), said('ann', 'e3')];
      const lines = await bench.store.receive(events);
      expect(lines.map((line) => 'incoming' in line && line.incoming)).toEqual(events);
      const ids = lines.map((line) => line.id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(new Set(ids).size).toBe(3);
      expect(lines[0]!.at).toBe(new Date(bench.now).toISOString());
    });

    it('are known by channel and id: a repeated one is ignored, in one delivery or a later one', async () => {
      const { store } = bench;
      expect(
        await store.receive([said('ann', 'e1'), said('ann', 'e1', 'again'), said('ann', 'e2')]),
      ).toHaveLength(2);
      const later = await store.receive([said('ann', 'e2'), said('ann', 'e3'), said('zoe', 'e1')]);
      expect(later.map((line) => 'incoming' in line && line.incoming.eventId)).toEqual(['e3']);
      expect(await store.receive([said('ann', 'e1', 'e1', { channel: 'web' })])).toHaveLength(1);
      expect(await store.transcript('line', 'ann', 0, 10)).toHaveLength(3);
      expect(await store.receive([])).toEqual([]);
    });

    it('stay known after they were answered', async () => {
      await answered(bench.store, said('ann', 'e1'));
      expect(await bench.store.receive([said('ann', 'e1')])).toEqual([]);
      expect(await bench.store.nextPending('line', 'ann')).toBeNull();
    });

    it('are received all or none', async () => {
      const { store } = bench;
      await store.receive([said('ann', 'e0')]);
      const before = await everything(store, 'line', ['ann', 'bob']);
      const broken = said('bob', 'e2', 'x', { delivery: { token: 1n as unknown as string } });
      await refusal(store.receive([said('ann', 'e1'), broken, said('ann', 'e3')]), 'STORE_FAILED');
      expect(await everything(store, 'line', ['ann', 'bob'])).toEqual(before);
      expect(await store.receive([said('ann', 'e1')])).toHaveLength(1);
    });

    it('wait for their answer, oldest first, each person apart', async () => {
      const { store } = bench;
      expect(await store.nextPending('line', 'ann')).toBeNull();
      expect(await store.waiting()).toEqual([]);
      const [b1, a1, a2] = await store.receive([said('bob', 'b1'), said('ann', 'a1'), said('ann', 'a2')]);
      await store.receive([said('ann', 'w1', 'w1', { channel: 'web' })]);
      expect(await store.nextPending('line', 'ann')).toEqual({
        id: a1!.id,
        incoming: said('ann', 'a1'),
        attempts: 0,
      });
      expect(await store.waiting()).toEqual([
        { channel: 'line', person: 'bob' },
        { channel: 'line', person: 'ann' },
        { channel: 'web', person: 'ann' },
      ]);

      await store.commit(turn(a1!.id, 0));
      expect((await store.nextPending('line', 'ann'))?.id).toBe(a2!.id);
      await store.commit(turn(b1!.id, 0, { person: 'bob' }));
      expect(await store.waiting()).toEqual([
        { channel: 'line', person: 'ann' },
        { channel: 'web', person: 'ann' },
      ]);
    });

    it('count their failed attempts', async () => {
      const { store } = bench;
      const [one, two] = await store.receive([said('ann', 'e1'), said('ann', 'e2')]);
      expect(await store.countAttempt(one!.id)).toBe(1);
      expect(await store.countAttempt(one!.id)).toBe(2);
      expect((await store.nextPending('line', 'ann'))?.attempts).toBe(2);
      await store.commit(turn(one!.id, 0, { failure: 'TURN_ENDLESS', spoken: null }));
      expect(await store.nextPending('line', 'ann')).toMatchObject({ id: two!.id, attempts: 0 });
      await refusal(store.countAttempt(one!.id), 'EVENT_DONE');
      await refusal(store.countAttempt(999_999), 'EVENT_DONE');
    });

    it('are kept in the order of the calls, also when many come at once', async () => {
      const { store } = bench;
      const names = Array.from({ length: 300 }, (_, i) => `e${i}`);
      await Promise.all(names.map((name) => store.receive([said('ann', name)])));
      const lines = await store.transcript('line', 'ann', 0, 1_000);
      expect(lines.map((line) => 'incoming' in line && line.incoming.eventId)).toEqual(names);
    });
  });
}
