import fc from 'fast-check';
import { createLimiter } from '../../adapters/http/limiter.ts';

test('a burst, then as many as the period allows, and the wait that is told is the wait there is', () => {
  let now = 0;
  const limiter = createLimiter({ amount: 60, periodMs: 60_000, burst: 3, clock: () => now });
  const take = (cost?: number) => limiter.take('one', cost);
  expect([take(), take(), take()]).toEqual([null, null, null]);
  expect(take()).toBe(1);
  now += 990;
  expect(take()).toBe(1);
  now += 10;
  expect([take(), take()]).toEqual([null, 1]);
  now += 60_000;
  expect([take(2), take(2), take()]).toEqual([null, 1, null]);
});

test('each key has its own; what costs more than there can be waits for a full bucket', () => {
  let now = 0;
  const limiter = createLimiter({ amount: 10, periodMs: 10_000, clock: () => now });
  expect([limiter.take('a', 99), limiter.take('a'), limiter.take('b')]).toEqual([null, 1, null]);
  now += 5_000;
  expect(limiter.take('a', 99)).toBe(5);
});

test('zero is no limit', () => {
  const limiter = createLimiter({ amount: 0, periodMs: 1 });
  for (let i = 0; i < 1000; i++) expect(limiter.take('x', 1000)).toBeNull();
});

test('it forgets whom it has not seen for longest, and never holds more than it may', () => {
  const limiter = createLimiter({ amount: 1, periodMs: 60_000, mostKeys: 3, clock: () => 0 });
  for (const key of ['a', 'b', 'c']) limiter.take(key);
  expect(limiter.take('a')).not.toBeNull(); // seen again
  limiter.take('d'); // b goes
  expect(limiter.take('a')).not.toBeNull();
  expect(limiter.take('c')).not.toBeNull();
  expect(limiter.take('b')).toBeNull();
});

test('nobody ever gets more than the burst and the rate, or waits in vain', () =>
  fc.assert(
    fc.property(
      fc.record({ amount: fc.integer({ min: 1, max: 500 }), burst: fc.integer({ min: 1, max: 50 }) }),
      fc.array(
        fc.record({ pause: fc.integer({ min: 0, max: 3_000 }), cost: fc.integer({ min: 1, max: 5 }) }),
        {
          maxLength: 100,
        },
      ),
      ({ amount, burst }, asked) => {
        let now = 0;
        const limiter = createLimiter({ amount, periodMs: 60_000, burst, clock: () => now });
        let taken = 0;
        for (const { pause, cost } of asked) {
          now += pause;
          const paid = Math.min(cost, burst);
          const wait = limiter.take('x', cost);
          if (wait === null) taken += paid;
          expect(taken).toBeLessThanOrEqual(burst + (amount * now) / 60_000 + 0.2);
          if (wait === null) continue;
          now += wait * 1000;
          expect(limiter.take('x', cost)).toBeNull();
          taken += paid;
        }
      },
    ),
  ));
