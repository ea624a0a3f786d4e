import fc from 'fast-check';
import { renderSpeech } from '../../adapters/line/render.ts';
import type { Reply } from '../../replies/reply.ts';
import { faultsOf } from './standin/messages.ts';

test('whatever is said, LINE takes it', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('👩‍👩‍👧‍👦', '𠮷', 'が', 'a', ' ', '\n', '\ud83d', 'é'), maxLength: 200 }),
    fc.constantFrom('', '看護師', 'Nurse', '長い'.repeat(2000)),
  );
  const choice = fc.record({
    label: word,
    payload: fc.oneof(
      fc.constantFrom('go:menu', 'go:language', 'search:open'),
      fc
        .string({ minLength: 1, maxLength: 320, unit: 'grapheme-ascii' })
        .filter((text) => text.trim() !== ''),
    ),
    weight: fc.constantFrom('main' as const, 'quiet' as const),
  });
  const fact = fc.record({ label: word, value: word, note: word, fill: fc.double() });
  const link = fc.record({
    label: word,
    url: fc.oneof(
      fc.webUrl(),
      word,
      word.map((path) => `/${path}`),
    ),
  });
  const some = <T>(one: fc.Arbitrary<T>, maxLength = 4) => fc.array(one, { maxLength });
  const reply: fc.Arbitrary<Reply> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text: word }),
    fc.record({
      kind: fc.constant('question' as const),
      text: word,
      layout: fc.constantFrom('scale' as const, 'buttons' as const),
      options: some(choice, 30),
    }),
    fc.record({
      kind: fc.constant('cards' as const),
      alt: word,
      compared: fc.boolean(),
      cards: some(
        fc.record({
          title: word,
          subtitle: word,
          level: fc.constant({ reached: 2, of: 3 }),
          lines: some(word),
          facts: some(fact),
          sources: some(word),
          choices: some(choice),
          links: some(link),
        }),
        14,
      ),
    }),
    fc.record({
      kind: fc.constant('bars' as const),
      title: word,
      bars: some(fc.record({ label: word, fill: fc.double(), value: word, note: word }), 8),
      notes: some(word),
    }),
  );
  const place = fc
    .record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }), choice })
    .map(({ x, y, choice: one }) => ({ x: x / 10, y: y / 10, width: 0.1, height: 0.1, choice: one }));
  const picture: fc.Arbitrary<Reply> = fc.record({
    kind: fc.constant('picture' as const),
    url: fc.constantFrom('/pictures/map.svg', '/elsewhere', 'https://o.example/a.svg'),
    width: fc.constant(1040),
    height: fc.integer({ min: 500, max: 2000 }),
    alt: word,
    areas: some(place, 60),
  });
  fc.assert(
    fc.property(some(fc.oneof(reply, picture), 7), some(choice, 16), (replies, choices) => {
      const messages = renderSpeech(
        { locale: 'en', speech: { replies, choices } },
        { publicBaseUrl: 'https://s.example' },
      );
      if (messages.length > 0) expect(faultsOf(messages)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
