import type { Bench } from '../contract.ts';
import { answered, said, words } from './people.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Reading a conversation on, and sending what is to be pushed. */
export function speechRules(bench: Bench): void {
  const due = (limit = 10, at = bench.now) => bench.store.due('line', iso(at), limit);
  const dueIds = async (limit?: number, at?: number) => (await due(limit, at)).map(({ id }) => id);

  describe('transcripts', () => {
    it('read on from the last line seen, oldest first, as many as asked for', async () => {
      const { store } = bench;
      for (const name of ['e1', 'e2', 'e3']) {
        await answered(store, said('ann', name), { push: false });
        await answered(store, said('bob', `b-${name}`));
        await answered(store, said('ann', `w-${name}`, 'x', { channel: 'web' }));
      }
      const whole = await store.transcript('line', 'ann', 0, 100);
      expect(whole.map((line) => ('incoming' in line ? line.incoming.eventId : 'answer'))).toEqual([
        'e1',
        'answer',
        'e2',
        'answer',
        'e3',
        'answer',
      ]);
      expect(await store.transcript('line', 'ann', 0, 2)).toEqual(whole.slice(0, 2));
      expect(await store.transcript('line', 'ann', whole[1]!.id, 2)).toEqual(whole.slice(2, 4));
      expect(await store.transcript('line', 'ann', whole[5]!.id, 2)).toEqual([]);
      expect(await store.transcript('line', 'nobody', 0, 2)).toEqual([]);
    });

    it('take odd limits alike', async () => {
      const { store } = bench;
      await answered(store, said('ann', 'e1'));
      const lengths = [0, -1, NaN, 1.9, Infinity].map(
        async (n) => (await store.transcript('line', 'ann', 0, n)).length,
      );
      expect(await Promise.all(lengths)).toEqual([0, 0, 0, 1, 2]);
      expect(await store.transcript('line', 'ann', NaN, 10)).toEqual([]);
      expect(await store.transcript('line', 'ann', -5, 10)).toHaveLength(2);
    });
  });

  describe('pushed speeches', () => {
    it('are due at once, with what the channel needs to answer', async () => {
      const incoming = said('ann', 'e1', 'hi', {
        delivery: { replyToken: 'r1' },
        at: '2026-01-31T23:59:59+09:00',
      });
      const { line } = await answered(bench.store, incoming, { spoken: words('yes?') });
      const { line: bare } = await answered(bench.store, said('bob', 'e2'));
      await answered(bench.store, said('ann', 'e3', 'x', { channel: 'web' }));
      await answered(bench.store, said('eve', 'e4'), { push: false });
      await answered(bench.store, said('eve', 'e5'), { spoken: null });
      expect(await due()).toEqual([
        {
          id: line!.id,
          person: 'ann',
          spoken: words('yes?'),
          delivery: { replyToken: 'r1' },
          causedAt: incoming.at,
          attempts: 0,
        },
        {
          id: bare!.id,
          person: 'bob',
          spoken: (bare as { spoken?: unknown }).spoken,
          delivery: {},
          causedAt: said('', '').at,
          attempts: 0,
        },
      ]);
      expect(await dueIds(1)).toEqual([line!.id]);
      expect(await dueIds(0)).toEqual([]);
    });

    it('are due even to a reader whose clock is behind', async () => {
      await answered(bench.store, said('ann', 'e1'));
      expect(await due(10, bench.now - 3_600_000)).toHaveLength(1);
    });

    it('go out in order, one person at a time, and not again once settled', async () => {
      const { store } = bench;
      const ids: number[] = [];
      for (const [person, name] of [
        ['ann', 'e1'],
        ['ann', 'e2'],
        ['bob', 'e3'],
        ['ann', 'e4'],
      ] as const)
        ids.push((await answered(store, said(person, name))).line!.id);
      const [a1, a2, b1, a3] = ids;
      expect(await dueIds()).toEqual([a1, b1]);
      await store.settle(a1!, { outcome: 'sent' });
      expect(await dueIds()).toEqual([a2, b1]);
      await store.settle(a2!, { outcome: 'refused', reason: 'BLOCKED' });
      await store.settle(b1!, { outcome: 'sent' });
      expect(await dueIds()).toEqual([a3]);
      await store.settle(a3!, { outcome: 'sent' });
      expect(await dueIds()).toEqual([]);
      expect(await store.transcript('line', 'ann', 0, 100)).toHaveLength(6);
    });

    it('are tried again at their time, holding back what the same person hears next, nobody else', async () => {
      const { store } = bench;
      const a1 = (await answered(store, said('ann', 'e1'))).line!.id;
      const a2 = (await answered(store, said('ann', 'e2'))).line!.id;
      const b1 = (await answered(store, said('bob', 'e3'))).line!.id;
      await store.settle(a1, { outcome: 'retry', at: iso(bench.now + 60_000), reason: 'SEND_FAILED' });
      expect(await dueIds()).toEqual([b1]);
      expect(await dueIds(1)).toEqual([b1]);
      expect(await dueIds(10, bench.now + 59_999)).toEqual([b1]);
      expect(await due(1, bench.now + 60_000)).toMatchObject([{ id: a1, attempts: 1 }]);
      // The same moment, written in another zone and without milliseconds.
      await store.settle(a1, { outcome: 'retry', at: '2026-02-01T11:00:00+09:00', reason: 'SEND_FAILED' });
      expect(await store.due('line', '2026-02-01T01:59:59.999Z', 10)).toMatchObject([{ id: b1 }]);
      expect(await store.due('line', '2026-02-01T02:00:00Z', 10)).toMatchObject([
        { id: a1, attempts: 2 },
        { id: b1 },
      ]);
      await store.settle(a1, { outcome: 'sent' });
      expect(await dueIds()).toEqual([a2, b1]);
    });

    it('are counted while they wait, due or not, with the age of the oldest', async () => {
      const { store } = bench;
      expect(await store.backlog('line')).toEqual({ waiting: 0, oldestAt: null });
      const first = (await answered(store, said('ann', 'e1'))).line!;
      const second = (await answered(store, said('ann', 'e2'))).line!;
      await answered(store, said('eve', 'e3'), { push: false });
      expect(await store.backlog('line')).toEqual({ waiting: 2, oldestAt: first.at });
      await store.settle(first.id, { outcome: 'retry', at: iso(bench.now + 60_000), reason: 'SEND_FAILED' });
      expect(await store.backlog('line')).toEqual({ waiting: 2, oldestAt: first.at });
      await store.settle(first.id, { outcome: 'sent' });
      expect(await store.backlog('line')).toEqual({ waiting: 1, oldestAt: second.at });
      expect(await store.backlog('web')).toEqual({ waiting: 0, oldestAt: null });
    });

    it('are left out while they are under way, and hold back what the same person hears next', async () => {
      const { store } = bench;
      const a1 = (await answered(store, said('ann', 'e1'))).line!.id;
      await answered(store, said('ann', 'e2'));
      const b1 = (await answered(store, said('bob', 'e3'))).line!.id;
      const dueWithout = async (except: readonly number[], limit = 10) =>
        (await store.due('line', iso(bench.now), limit, except)).map(({ id }) => id);
      expect(await dueWithout([a1])).toEqual([b1]);
      expect(await dueWithout([a1], 1)).toEqual([b1]);
      expect(await dueWithout([b1, 999_999])).toEqual([a1]);
      expect(await dueWithout([a1, b1])).toEqual([]);
    });

    it('stay settled when a second result comes late; unknown ones are no matter', async () => {
      const { store } = bench;
      const { line, event } = await answered(store, said('ann', 'e1'));
      await store.settle(line!.id, { outcome: 'sent' });
      await store.settle(line!.id, { outcome: 'retry', at: iso(bench.now), reason: 'LATE' });
      await store.settle(event, { outcome: 'retry', at: iso(bench.now), reason: 'NOT A SPEECH' });
      await store.settle(999_999, { outcome: 'sent' });
      expect(await dueIds()).toEqual([]);
    });
  });
}
