import { checkSecret, checkTime } from '../../scripts/doctor/line.ts';
import { checkNode, roomFor } from '../../scripts/doctor/machine.ts';
import { judge } from '../../scripts/doctor/service.ts';

const NOW = Date.parse('2026-11-21T03:00:00.000Z');
const inDays = (days: number) => new Date(NOW + days * 86_400_000).toUTCString();

test.each<[string, string | null, number, string]>([
  ['good', null, 60, 'ok'],
  ['soon over', null, 10, 'look'],
  ['over', 'CERT_HAS_EXPIRED', -3, 'wrong'],
  ['signed by itself', 'DEPTH_ZERO_SELF_SIGNED_CERT', 60, 'wrong'],
])('a certificate: %s', (_, refused, days, state) => {
  const finding = judge({ refused, validTo: inDays(days) }, NOW);
  expect(finding.state).toBe(state);
  expect(finding.todo === undefined).toBe(state === 'ok');
});

test.each([
  [0, 'ok'],
  [4, 'ok'],
  [10, 'look'],
  [-10, 'look'],
  [90, 'wrong'],
  [-90, 'wrong'],
])('a clock that is %i seconds off', (seconds, state) => {
  const [finding] = checkTime(new Date(NOW + seconds * 1000).toUTCString(), NOW, NOW + 300);
  expect(finding?.state).toBe(state);
});

test('a slow answer does not make the clock wrong; one without a date says nothing', () => {
  expect(checkTime(new Date(NOW + 5000).toUTCString(), NOW, NOW + 12_000)[0]?.state).toBe('ok');
  expect(checkTime(null, NOW, NOW)).toEqual([]);
});

test.each([
  ['v24.21.0', 'ok'],
  ['v22.20.0', 'look'],
  ['v22.5.0', 'wrong'],
  ['v20.20.2', 'wrong'],
])('Node %s', (version, state) => {
  expect(checkNode(version).state).toBe(state);
});

test.each([
  [20, 'wrong'],
  [500, 'look'],
  [5000, 'ok'],
  [500_000, 'ok'],
])('%i MB free', (megabytes, state) => {
  expect(roomFor(megabytes).state).toBe(state);
});

test('a channel secret is not the token', () => {
  expect(checkSecret('0123456789abcdef0123456789abcdef').state).toBe('ok');
  expect(checkSecret('eyJhbGciOiJIUzI1NiJ9+long').state).toBe('look');
});
