import { describe as described, ShirubeError } from '../errors.ts';

test('what is logged of a foreign error is its class and place, not a word of its message', () => {
  const error = new TypeError('I am Hanako\n    at Shibuya\n    at home (12)');
  const { at, ...rest } = described(error);
  expect(rest).toEqual({ error: 'TypeError' });
  expect(at![0]).toContain('errors.test.ts');
  expect(JSON.stringify(at)).not.toMatch(/Hanako|Shibuya|home/u);
});

test('of our own the message too; of what is no error only its type', () => {
  expect(described(new ShirubeError('STORE_FAILED', 'check the disk'))).toMatchObject({
    error: 'STORE_FAILED',
    message: 'check the disk',
  });
  expect(described('Hanako')).toEqual({ error: 'string' });
});
