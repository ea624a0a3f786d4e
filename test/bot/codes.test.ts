import { codeIn, hashOf, makeCode } from '../../bot/codes.ts';

const source = (n: number) => ({ key: 'key', channel: 'line' as const, person: 'ann', eventId: `e${n}` });
const codes = Array.from({ length: 2_000 }, (_, n) => makeCode(source(n)));
/** As it is shown. */
const spelled = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
const text = (typed: string) => codeIn({ kind: 'text', text: typed });

describe('a code', () => {
  test('has eight signs that nobody mistakes for another, letters and digits', () => {
    for (const code of codes) expect(code).toMatch(/^(?=.*\d)(?=.*[A-Z])[2-9A-HJKMNP-TV-Z]{8}$/u);
  });

  test('is the same for the same event and key, and another for any other', () => {
    expect(makeCode(source(1))).toBe(codes[1]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(makeCode({ ...source(1), key: 'other' })).not.toBe(codes[1]);
    expect(makeCode({ ...source(1), person: 'bob' })).not.toBe(codes[1]);
    expect(makeCode({ ...source(1), channel: 'web' })).not.toBe(codes[1]);
  });

  test('uses every sign in every place about as often', () => {
    for (let place = 0; place < 8; place++) {
      const seen = new Map<string, number>();
      for (const code of codes) seen.set(code[place]!, (seen.get(code[place]!) ?? 0) + 1);
      expect(seen.size).toBe(30);
      // Expected 67 of 2,000; more than five standard deviations away is no chance.
      for (const count of seen.values()) expect(Math.abs(count - 2_000 / 30)).toBeLessThan(45);
    }
  });

  test('is kept as a hash that needs the key', () => {
    expect(hashOf('key', codes[0]!)).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashOf('other', codes[0]!)).not.toBe(hashOf('key', codes[0]!));
    expect(hashOf('key', codes[0]!)).not.toContain(codes[0]!.toLowerCase());
  });

  test('is understood as it is shown, whoever made it', () => {
    for (const code of codes) {
      expect(text(spelled(code))).toBe(code);
      expect(codeIn({ kind: 'payload', payload: `carry:take:${code}` })).toBe(code);
      expect(codeIn({ kind: 'payload', payload: `carry:take:${spelled(code).toLowerCase()}` })).toBe(code);
    }
  });
});

test.each([
  '7K3M-Q2XB',
  '7k3mq2xb',
  '7k3m q2xb',
  ' 7K3M - Q2XB ',
  '7 K 3 M Q 2 X B',
  '７Ｋ３Ｍ－Ｑ２ＸＢ',
  '７ｋ３ｍ　ｑ２ｘｂ',
  '7K3MーQ2XB',
  '7K3M–Q2XB',
  '「7K3M-Q2XB」',
  '7K3M-Q2XB.',
  'my code is 7k3m-q2xb, thanks',
  'コードは7K3M-Q2XBです',
  'コード:\n7K3M-Q2XB',
])('%j is the code', (typed) => {
  expect(text(typed)).toBe('7K3MQ2XB');
});

test.each([
  '',
  'teachers',
  'research',
  'パン屋さん',
  '2345-6789',
  '23456789',
  '090-2345-6789',
  '2026年3月4日',
  '7K3M-Q2X',
  '7K3M-Q2XBB',
  '7K3MQ2XB7K3MQ2XB',
  '1K3M-Q2XB',
  'OK3M-Q2XB',
  'A7K3M-Q2XB',
  'I worked at 7K3M Q2XB for years',
  'x'.repeat(10_000),
  '\ud800',
])('%j is none', (typed) => {
  expect(text(typed)).toBeNull();
});

test.each(['carry:take:', 'carry:take:7K3M', 'carry:take:7K3MQ2XB:more', 'carry:open', 'list:keep:7K3MQ2XB'])(
  'the payload %j has none',
  (payload) => expect(codeIn({ kind: 'payload', payload })).toBeNull(),
);

test('nothing but words and taps has one', () => {
  expect(codeIn({ kind: 'hello' })).toBeNull();
  expect(codeIn({ kind: 'sticker' })).toBeNull();
});
