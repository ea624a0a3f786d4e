import type { Bench } from '../contract.ts';
import { answered, everything, refusal, said, turn } from './people.ts';

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Forgetting in time, and the store's own coming and going. */
export function pruneRules(bench: Bench): void {
  describe('pruning', () => {
    it('removes what is over and untouched since, and says how many lines went', async () => {
      const { store } = bench;
      await answered(store, said('ann', 'e1'), { push: false });
      const { line } = await answered(store, said('bob', 'e2'));
      await store.settle(line!.id, { outcome: 'sent' });
      const refused = await answered(store, said('eve', 'e3'), { failure: 'TURN_ENDLESS' });
      await store.settle(refused.line!.id, { outcome: 'refused', reason: 'BLOCKED' });
      bench.now += DAY;
      await answered(store, said('new', 'e4'), { push: false });
      const recent = await everything(store, 'line', ['new']);

      expect(await store.prune(iso(bench.now - DAY))).toBe(0);
      expect(await store.prune(iso(bench.now - DAY + 1))).toBe(6);
      for (const person of ['ann', 'bob', 'eve']) {
        expect(await store.load('line', person)).toBeNull();
        expect(await store.transcript('line', person, 0, 10)).toEqual([]);
      }
      expect(await everything(store, 'line', ['new'])).toEqual(recent);
      expect(await store.prune(iso(bench.now))).toBe(0);
    });

    it('keeps one secret for each name', async () => {
      const [first, again, other] = await Promise.all(
        ['tokens', 'tokens', 'cookies'].map((name) => bench.store.secret(name)),
      );
      expect(first).toMatch(/^[0-9a-f]{64}$/u);
      expect(again).toBe(first);
      expect(other).not.toBe(first);
      await bench.store.prune('9000-01-01T00:00:00Z');
      expect(await bench.store.secret('tokens')).toBe(first);
    });

    it('keeps what is pending, with the state it needs', async () => {
      const { store } = bench;
      await answered(store, said('ann', 'e1'), { push: false });
      await store.receive([said('ann', 'e2')]);
      expect(await store.prune('9000-01-01T00:00:00Z')).toBe(2);
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
      const { id } = (await store.nextPending('line', 'ann'))!;
      expect(await store.commit(turn(id, 1))).toMatchObject({ cause: id });
    });

    it('keeps what is yet to be sent, with the event it answers', async () => {
      const { store } = bench;
      const { line } = await answered(store, said('ann', 'e1', 'x', { delivery: { replyToken: 'r' } }));
      await store.settle(line!.id, { outcome: 'retry', at: iso(bench.now), reason: 'SEND_FAILED' });
      expect(await store.prune('9000-01-01T00:00:00Z')).toBe(0);
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
      expect(await store.due('line', iso(bench.now), 10)).toMatchObject([
        { id: line!.id, delivery: { replyToken: 'r' } },
      ]);
      await store.settle(line!.id, { outcome: 'sent' });
      expect(await store.prune('9000-01-01T00:00:00Z')).toBe(2);
      expect(await store.load('line', 'ann')).toBeNull();
    });

    it('keeps an event as long as a younger answer to it', async () => {
      const { store } = bench;
      const [event] = await store.receive([said('ann', 'e1')]);
      bench.now += DAY;
      await store.commit(turn(event!.id, 0, { push: false }));
      expect(await store.prune(iso(bench.now))).toBe(0);
      expect(await store.prune(iso(bench.now + 1))).toBe(2);
    });

    it('lets a person begin anew, under ids never used before', async () => {
      const { store } = bench;
      const { line } = await answered(store, said('ann', 'e1'), { push: false });
      await store.prune('9000-01-01T00:00:00Z');
      const again = await answered(store, said('ann', 'e1'), { push: false });
      expect(again.event).toBeGreaterThan(line!.id);
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
    });

    it('goes through many lines', async () => {
      const { store } = bench;
      const events = await store.receive(Array.from({ length: 2_500 }, (_, i) => said(`p${i}`, `e${i}`)));
      await Promise.all(
        events.map(({ id }, i) => store.commit(turn(id, 0, { person: `p${i}`, push: false }))),
      );
      expect(await store.prune('9000-01-01T00:00:00Z')).toBe(5_000);
      expect(await store.load('line', 'p2499')).toBeNull();
    });
  });

  describe('the store', () => {
    it('refuses times that are none', async () => {
      const { line } = await answered(bench.store, said('ann', 'e1'));
      await refusal(bench.store.prune('yesterday'), 'STORE_FAILED');
      await refusal(bench.store.due('line', '', 10), 'STORE_FAILED');
      await refusal(
        bench.store.settle(line!.id, { outcome: 'retry', at: 'soon', reason: 'x' }),
        'STORE_FAILED',
      );
      expect(await bench.store.due('line', iso(bench.now), 10)).toMatchObject([{ attempts: 0 }]);
    });

    it('answers a ping while open, finishes its work when closed, and says so afterwards', async () => {
      const { store } = bench;
      await store.ping();
      const last = store.receive(Array.from({ length: 50 }, (_, i) => said('ann', `e${i}`)));
      const read = store.transcript('line', 'ann', 0, 1);
      await Promise.all([store.close(), store.close()]);
      expect(await last).toHaveLength(50);
      await read;
      await store.close();
      const late = [
        store.ping(),
        store.waiting(),
        store.load('line', 'ann'),
        store.nextPending('line', 'ann'),
        store.receive([said('ann', 'late')]),
        store.commit(turn(1, 0)),
        store.countAttempt(1),
        store.transcript('line', 'ann', 0, 1),
        store.due('line', iso(0), 1),
        store.settle(1, { outcome: 'sent' }),
        store.prune(iso(0)),
      ];
      for (const one of await Promise.allSettled(late))
        expect(one).toMatchObject({ status: 'rejected', reason: { code: 'STORE_FAILED' } });
    });
  });
}
