import {
  afterQuiet,
  changed,
  HOURS,
  inAWeek,
  isQuiet,
  lastMoment,
  monthOf,
  nextRing,
  ring,
  tomorrowAt,
  type Reminder,
} from '../../domain/reminders.ts';

const QUIET = { from: 21, until: 8 };
const japan = (time: string): number => Date.parse(`${time}+09:00`);
const shown = (instant: number): string => new Date(instant + 9 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['2026-11-21T15:00', 19, '2026-11-22T19:00'],
  ['2026-11-21T23:59', 8, '2026-11-22T08:00'],
  // Whoever cannot sleep means the day that comes when they have slept.
  ['2026-11-22T00:10', 8, '2026-11-22T08:00'],
  ['2026-11-22T03:59', 19, '2026-11-22T19:00'],
  ['2026-11-22T04:00', 8, '2026-11-23T08:00'],
  ['2026-12-31T20:00', 12, '2027-01-01T12:00'],
])('tomorrow, said at %s, for %i o’clock, is %s', (now, hour, at) => {
  expect(shown(tomorrowAt(japan(now), hour, QUIET))).toBe(at);
});

test.each([
  ['2026-11-21T20:59', false],
  ['2026-11-21T21:00', true],
  ['2026-11-22T00:00', true],
  ['2026-11-22T07:59', true],
  ['2026-11-22T08:00', false],
])('%s is quiet: %p', (now, quiet) => {
  expect(isQuiet(japan(now), QUIET)).toBe(quiet);
});

test('what falls into quiet hours waits for their end', () => {
  expect(shown(afterQuiet(japan('2026-11-21T22:00'), QUIET))).toBe('2026-11-22T08:00');
  expect(shown(afterQuiet(japan('2026-11-22T02:00'), QUIET))).toBe('2026-11-22T08:00');
  expect(shown(tomorrowAt(japan('2026-11-21T12:00'), 8, { from: 20, until: 10 }))).toBe('2026-11-22T10:00');
  expect(shown(inAWeek(japan('2026-11-21T12:00'), { from: 18, until: 6 }))).toBe('2026-11-29T06:00');
  // Hours within one day, and none at all.
  expect(shown(afterQuiet(japan('2026-11-21T13:30'), { from: 13, until: 15 }))).toBe('2026-11-21T15:00');
  expect(isQuiet(japan('2026-11-21T03:00'), { from: 0, until: 0 })).toBe(false);
});

test('none of the hours offered lies in the quiet ones', () => {
  for (const hour of HOURS)
    expect(isQuiet(japan(`2026-11-21T${String(hour).padStart(2, '0')}:00`), QUIET)).toBe(false);
});

test('a month is counted as people in Japan count it', () => {
  expect(monthOf(japan('2026-11-30T23:59'))).toBe('2026-11');
  expect(monthOf(japan('2026-12-01T00:00'))).toBe('2026-12');
});

test('at most one of each kind; what was told is remembered when it is set again; stop ends all', () => {
  const now = japan('2026-11-21T12:00');
  const both = changed(changed([], { set: 'once', hour: 8 }, now, QUIET), { set: 'weekly' }, now, QUIET);
  const told = changed(both, { shown: 156 }, now, QUIET);
  const again = changed(changed(told, { set: 'weekly' }, now, QUIET), { set: 'once', hour: 19 }, now, QUIET);
  expect(again).toHaveLength(2);
  expect(again).toContainEqual({
    kind: 'weekly',
    at: new Date(japan('2026-11-28T19:00')).toISOString(),
    shown: [156],
  });
  expect(nextRing(again)).toBe(new Date(japan('2026-11-22T19:00')).toISOString());
  expect(changed(again, { stop: true }, now, QUIET)).toEqual([]);
  expect(nextRing([])).toBeNull();
});

describe('when it rings', () => {
  const weekly: Reminder = {
    kind: 'weekly',
    at: new Date(japan('2026-11-27T19:00')).toISOString(),
    shown: [],
  };
  const once: Reminder = { kind: 'once', at: new Date(japan('2026-11-27T19:00')).toISOString() };

  test('before its time, nothing', () => {
    expect(ring([weekly, once], japan('2026-11-27T18:59'))).toEqual({ due: null, left: [weekly, once] });
  });

  test('of two at once the promise comes first, and the other a minute later; then it goes on by whole weeks', () => {
    const first = ring([weekly, once], japan('2026-11-27T19:00'));
    expect(first.due).toBe(once);
    expect(first.left).toEqual([{ ...weekly, at: new Date(japan('2026-11-27T19:01')).toISOString() }]);
    const { due, left } = ring(first.left, japan('2026-11-27T19:01'));
    expect(due).toMatchObject({ kind: 'weekly' });
    expect(left).toEqual([{ ...weekly, at: new Date(japan('2026-12-04T19:00')).toISOString() }]);
  });

  test('it may wait for LINE for three hours, and never into the quiet ones', () => {
    expect(shown(lastMoment(japan('2026-11-27T08:00'), QUIET))).toBe('2026-11-27T11:00');
    expect(shown(lastMoment(japan('2026-11-27T19:00'), QUIET))).toBe('2026-11-27T21:00');
  });

  test('after a long sleep the weekly one is silent, and keeps its weekday and hour', () => {
    const { due, left } = ring([weekly], japan('2026-12-20T10:00'));
    expect(due).toBeNull();
    expect(left.map(({ at }) => shown(Date.parse(at)))).toEqual(['2026-12-25T19:00']);
  });

  test('a promise is kept for three days', () => {
    expect(ring([once], japan('2026-11-30T19:00')).due).toBe(once);
    expect(ring([once], japan('2026-11-30T19:01'))).toEqual({ due: null, left: [] });
  });
});
