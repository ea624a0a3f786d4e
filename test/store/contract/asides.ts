import type { Bench } from '../contract.ts';
import { answered, everything, refusal, said, turn, words } from './people.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** What a turn changes besides its own conversation: alarms, codes, counts, and forgetting. */
export function asideRules(bench: Bench): void {
  describe('alarms', () => {
    it('wake whoever wanted to hear from us by now, longest waiting first, until the next turn', async () => {
      const { store, now } = bench;
      await answered(store, said('ann', 'e1'), { wakeAt: iso(now + 2 * MINUTE) });
      await answered(store, said('bob', 'e2', 'x', { channel: 'web' }), {
        wakeAt: iso(now + MINUTE),
        push: false,
      });
      await answered(store, said('eve', 'e3'));
      expect(await store.wakes(iso(now), 10)).toEqual([]);
      expect(await store.wakes(iso(now + MINUTE), 10)).toEqual([
        { channel: 'web', person: 'bob', at: iso(now + MINUTE) },
      ]);
      expect((await store.wakes(iso(now + DAY), 10)).map(({ person }) => person)).toEqual(['bob', 'ann']);
      expect(await store.wakes(iso(now + DAY), 1)).toHaveLength(1);
      await answered(store, said('bob', 'e4', 'x', { channel: 'web' }), { push: false });
      expect((await store.wakes(iso(now + DAY), 10)).map(({ person }) => person)).toEqual(['ann']);
    });

    it('that are no times are refused and leave no trace', async () => {
      const [event] = await bench.store.receive([said('ann', 'e1')]);
      await refusal(bench.store.commit(turn(event!.id, 0, { wakeAt: 'tomorrow' })), 'STORE_FAILED');
      await refusal(bench.store.wakes('now', 1), 'STORE_FAILED');
      expect(await bench.store.load('line', 'ann')).toBeNull();
    });
  });

  describe('events passed on', () => {
    it('wait for their own turn, once', async () => {
      const { store } = bench;
      const passOn = [said('bob', 'told', 'x', { channel: 'web' })];
      await answered(store, said('ann', 'e1'), { passOn });
      await answered(store, said('ann', 'e2'), { passOn });
      expect(await store.waiting()).toEqual([{ channel: 'web', person: 'bob' }]);
      expect(await store.transcript('web', 'bob', 0, 10)).toHaveLength(1);
    });

    it('are not recorded when the turn is refused', async () => {
      const { store } = bench;
      const { event } = await answered(store, said('ann', 'e1'));
      await refusal(store.commit(turn(event, 1, { passOn: [said('bob', 'told')] })), 'EVENT_DONE');
      const [next] = await store.receive([said('ann', 'e2')]);
      await refusal(store.commit(turn(next!.id, 0, { passOn: [said('bob', 'told')] })), 'VERSION_CONFLICT');
      expect(await store.nextPending('line', 'bob')).toBeNull();
    });
  });

  describe('a code', () => {
    const offered = async (code = 'c', person = 'ann') =>
      answered(bench.store, said(person, `offer-${code}`), {
        state: { of: person },
        offer: { code, until: iso(bench.now + 10 * MINUTE) },
      });

    it('opens the conversation it stands for, once; the same event may ask again', async () => {
      const { store } = bench;
      await offered();
      expect(await store.take('c', 900, iso(bench.now))).toEqual({
        channel: 'line',
        person: 'ann',
        state: { of: 'ann' },
      });
      expect(await store.take('c', 900, iso(bench.now + DAY))).toMatchObject({ person: 'ann' });
      expect(await store.take('c', 901, iso(bench.now))).toBe('used');
      expect(await store.take('other', 900, iso(bench.now))).toBe('unknown');
    });

    it('is taken by one only, however many ask at once', async () => {
      await offered();
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, i) => bench.store.take('c', 900 + i, iso(bench.now))),
      );
      expect(taken.filter((one) => typeof one === 'object')).toHaveLength(1);
      expect(taken.filter((one) => one === 'used')).toHaveLength(19);
    });

    it('is known for a day after its end', async () => {
      const { store } = bench;
      await offered();
      bench.now += 10 * MINUTE + DAY;
      await store.prune(iso(bench.now - 100 * DAY));
      expect(await store.take('c', 900, iso(bench.now))).toBe('expired');
      bench.now += 1;
      await store.prune(iso(bench.now - 100 * DAY));
      expect(await store.take('c', 900, iso(bench.now))).toBe('unknown');
    });

    it('ends in time, or with the next one of the same person', async () => {
      const { store } = bench;
      await offered();
      expect(await store.take('c', 900, iso(bench.now + 10 * MINUTE))).toBe('expired');
      await offered('bobs', 'bob');
      await offered('newer');
      expect(await store.take('c', 900, iso(bench.now))).toBe('unknown');
      expect(await store.take('newer', 900, iso(bench.now))).toMatchObject({ person: 'ann' });
      expect(await store.take('bobs', 900, iso(bench.now))).toMatchObject({ person: 'bob' });
    });
  });

  describe('counts', () => {
    it('grow with the turns that are saved, by name and period', async () => {
      const { store } = bench;
      const count = { name: 'reminder', period: '2026-11' };
      expect(await store.counted(count)).toBe(0);
      const { event } = await answered(store, said('ann', 'e1'), { count });
      await answered(store, said('bob', 'e2'), { count });
      await refusal(store.commit(turn(event, 1, { count })), 'EVENT_DONE');
      expect(await store.counted(count)).toBe(2);
      expect(await store.counted({ ...count, period: '2026-12' })).toBe(0);
    });
  });

  describe('forgetting', () => {
    it('takes a message back: its text goes, everything else stays', async () => {
      const { store } = bench;
      const carrying = (message: string) => ({ delivery: { message, replyToken: `r${message}` } });
      await answered(store, said('ann', 'e1', 'my secret', carrying('m1')), { spoken: null });
      await answered(store, said('ann', 'e2', 'my hobby', carrying('m2')), { spoken: null });
      await answered(store, said('bob', 'e3', 'bobs secret', carrying('m1')), { spoken: null });
      await answered(store, said('ann', 'e4', 'unsent'), {
        spoken: null,
        erase: { what: 'message', message: 'm1' },
      });
      const [first, second] = await store.transcript('line', 'ann', 0, 10);
      expect(first).toMatchObject({
        incoming: {
          eventId: 'e1',
          input: { kind: 'unsent', message: 'm1' },
          delivery: { replyToken: 'rm1' },
        },
      });
      expect(second).toMatchObject({ incoming: { input: { text: 'my hobby' } } });
      expect(JSON.stringify(await store.transcript('line', 'bob', 0, 10))).toContain('bobs secret');
    });

    it('takes everything of one person, but the last words and ids nobody stands behind', async () => {
      const { store } = bench;
      await answered(store, said('ann', 'e1', 'my secret'));
      await answered(store, said('ann', 'e2'), {
        offer: { code: 'c', until: iso(bench.now + DAY) },
        push: false,
      });
      await answered(store, said('bob', 'b1'));
      const bobs = await everything(store, 'line', ['bob']);
      const { event, line } = await answered(
        store,
        said('ann', 'e3', 'forget', { delivery: { replyToken: 'r' } }),
        {
          erase: { what: 'person' },
          spoken: words('gone'),
          wakeAt: iso(bench.now),
        },
      );
      expect(await store.load('line', 'ann')).toBeNull();
      expect(await store.take('c', 900, iso(bench.now))).toBe('unknown');
      expect(await store.wakes(iso(bench.now + DAY), 10)).toEqual([]);
      expect((await store.transcript('line', 'ann', 0, 10)).map(({ id }) => id)).toEqual([event, line!.id]);
      expect(JSON.stringify(await everything(store, 'line', ['ann', '']))).not.toContain('my secret');
      // What is said last is still sent, with what is needed for it.
      const due = await store.due('line', iso(bench.now), 10);
      expect(due.find(({ person }) => person === 'ann')).toMatchObject({
        id: line!.id,
        delivery: { replyToken: 'r' },
      });
      expect(await everything(store, 'line', ['bob'])).toEqual([(bobs as unknown[])[0], [], due]);
      // Delivered again, an old event begins nothing.
      expect(await store.receive([said('ann', 'e1', 'my secret'), said('ann', 'e3')])).toEqual([]);
      // A day later the last words go too, and whoever comes back is new.
      await store.settle(line!.id, { outcome: 'sent' });
      await store.prune(iso(bench.now - DAY));
      expect(await store.transcript('line', 'ann', 0, 10)).toHaveLength(2);
      bench.now += DAY + 1;
      expect(await store.prune(iso(bench.now - 100 * DAY))).toBe(2);
      expect(await store.transcript('line', 'ann', 0, 10)).toEqual([]);
      await answered(store, said('ann', 'e9'));
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
      expect(await store.prune(iso(bench.now + 1))).toBeGreaterThanOrEqual(2);
    });

    it('leaves nothing of somebody of whom nothing is kept, and says its words nevertheless', async () => {
      const { store } = bench;
      const { line } = await answered(store, said('ann', 'e1'), { state: null, spoken: words('hello') });
      expect(await store.load('line', 'ann')).toBeNull();
      expect(await store.due('line', iso(bench.now), 10)).toHaveLength(1);
      await store.settle(line!.id, { outcome: 'sent' });
      bench.now += DAY + 1;
      expect(await store.prune(iso(bench.now - 100 * DAY))).toBe(2);
      expect(await store.transcript('line', 'ann', 0, 10)).toEqual([]);
      // Of somebody who has begun in the meantime it would lose something.
      const [event] = await store.receive([said('ann', 'e2')]);
      await answered(store, said('bob', 'e3'));
      const late = await store.receive([said('bob', 'e4')]);
      await refusal(store.commit(turn(late[0]!.id, 0, { person: 'bob', state: null })), 'VERSION_CONFLICT');
      await store.commit(turn(event!.id, 0));
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
    });

    it('is refused like any turn that comes too late', async () => {
      const { store } = bench;
      await answered(store, said('ann', 'e1'));
      const [event] = await store.receive([said('ann', 'e2')]);
      for (const version of [0, 2]) {
        const late = turn(event!.id, version, { erase: { what: 'person' } });
        await refusal(store.commit(late), 'VERSION_CONFLICT');
      }
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
      expect(await store.transcript('line', 'ann', 0, 10)).toHaveLength(3);
    });

    it('keeps what came after it', async () => {
      const { store } = bench;
      const [first, second] = await store.receive([said('ann', 'e1'), said('ann', 'e2', 'hello again')]);
      await store.commit(turn(first!.id, 0, { erase: { what: 'person' } }));
      expect(await store.nextPending('line', 'ann')).toMatchObject({
        id: second!.id,
        incoming: { input: { text: 'hello again' } },
      });
      await store.commit(turn(second!.id, 0));
      expect(await store.load('line', 'ann')).toMatchObject({ version: 1 });
    });
  });
}
