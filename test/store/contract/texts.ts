import type { Bench } from '../contract.ts';
import { answered, everything, refusal, said, turn, words } from './people.ts';

const TEXTS = {
  japanese: '介護の仕事を、東京で。𠮷野家 ﾊﾝｶｸ が',
  emoji: '👩🏽‍🚒🇯🇵❤️',
  nul: 'before\0after\0',
  'lone surrogates': 'x\ud800y\udfffz\ud83d',
  controls: '\u0001\u001f\u007f\u2028\u2029\ufeff\uffff',
  quotes: `"'\\";-- ${'%_'} \n\r\t`,
  'right to left': 'مرحبا \u202eabc',
  nothing: '',
  long: '長'.repeat(100_000),
};

const UNKEEPABLE: [string, unknown][] = [
  ['undefined', undefined],
  ['a function', () => 'secret'],
  ['a symbol', Symbol('secret')],
  ['a BigInt', { secret: 1n }],
  [
    'a cycle',
    (() => {
      const ring: Record<string, unknown> = { word: 'secret' };
      ring['ring'] = ring;
      return ring;
    })(),
  ],
];

/** What people write survives; what is kept is kept as JSON and shared with nobody. */
export function textRules(bench: Bench): void {
  describe('texts', () => {
    it.each(Object.entries(TEXTS))('survive: %s', async (_, text) => {
      const { store } = bench;
      const incoming = said(`ann ${text.slice(0, 50)}`, `e ${text.slice(0, 50)}`, text, {
        delivery: { token: text },
      });
      const { channel, person } = incoming;
      const [received] = await store.receive([incoming]);
      expect(received).toMatchObject({ incoming });
      expect(await store.receive([incoming])).toEqual([]);
      expect(await store.nextPending(channel, person)).toMatchObject({ incoming });
      expect(await store.waiting()).toEqual([{ channel, person }]);
      const state = { [text]: [text] };
      const line = await store.commit(turn(received!.id, 0, { person, state, spoken: words(text) }));
      expect(await store.load(channel, person)).toEqual({ version: 1, state });
      expect(await store.transcript(channel, person, 0, 10)).toEqual([received, line]);
      const [outgoing] = await store.due(channel, '2026-02-01T00:00:00Z', 10);
      expect(outgoing).toMatchObject({ person, spoken: words(text), delivery: { token: text } });
      await store.settle(outgoing!.id, { outcome: 'refused', reason: text });
    });

    it('of names that differ only in what databases dislike do not make two people one', async () => {
      const names = ['a', 'a\0', 'a\0b', 'a\ud800', 'a\udc00', 'a\ufffd', 'a\\u0000', 'A', 'a ', 'a"', "a'"];
      const lines = await bench.store.receive(names.map((name) => said(name, name)));
      expect(lines).toHaveLength(names.length);
      expect((await bench.store.waiting()).map(({ person }) => person)).toEqual(names);
    });

    it('become what JSON makes of them, in every engine the same', async () => {
      const state = { at: new Date(0), gone: undefined, nan: NaN, minus: -0, list: [undefined, 1] };
      await answered(bench.store, said('ann', 'e1'), { state });
      expect((await bench.store.load('line', 'ann'))!.state).toStrictEqual({
        at: '1970-01-01T00:00:00.000Z',
        nan: null,
        minus: 0,
        list: [null, 1],
      });
    });

    it.each(UNKEEPABLE)('cannot be %s: refused without a trace and without telling', async (_, value) => {
      const { store } = bench;
      const [event] = await store.receive([said('ann', 'e1')]);
      const before = await everything(store, 'line', ['ann']);
      const asState = await refusal(store.commit(turn(event!.id, 0, { state: value })), 'STORE_FAILED');
      const asSpeech = await refusal(
        store.commit(turn(event!.id, 0, { spoken: value as never })),
        'STORE_FAILED',
      );
      for (const error of [asState, asSpeech])
        expect(`${error.message} ${String(error.cause)}`).not.toContain('secret');
      expect(await everything(store, 'line', ['ann'])).toEqual(before);
    });

    it('are not shared with whoever handed them in or got them out', async () => {
      const { store } = bench;
      const incoming = { ...said('ann', 'e1'), delivery: { token: 'kept' } };
      const state = { list: [1] };
      const [event] = await store.receive([incoming]);
      incoming.delivery.token = 'changed';
      const pending = (await store.nextPending('line', 'ann'))!;
      (pending.incoming.delivery as { token: string }).token = 'changed';
      const spoken = words('kept');
      const saving = store.commit(turn(event!.id, 0, { state, spoken }));
      state.list.push(2);
      (spoken.speech.replies as unknown[]).length = 0;
      const line = (await saving) as { spoken: typeof spoken };
      (line.spoken.speech.replies as unknown[]).length = 0;
      ((await store.load('line', 'ann'))!.state as typeof state).list.push(3);
      expect((await store.load('line', 'ann'))!.state).toEqual({ list: [1] });
      const [outgoing] = await store.due('line', '2026-02-01T00:00:00Z', 1);
      expect(outgoing).toMatchObject({ spoken: words('kept'), delivery: { token: 'kept' } });
    });
  });
}
