import { originRule } from '../../adapters/http/origins.ts';

const rule = originRule(
  ['https://www.city.example', 'https://*.pref.example:8443'],
  'https://shirube.example/jobs',
);
const may = (origin?: string, host?: string, which = rule) =>
  which({ headers: { ...(origin !== undefined && { origin }), ...(host !== undefined && { host }) } });

test.each([
  [undefined, true], // a program, or a page of ours
  ['https://www.city.example', true],
  ['https://shirube.example', true],
  ['https://a.pref.example:8443', true],
  ['https://a.b.pref.example:8443', true],
  ['http://www.city.example', false],
  ['https://www.city.example:444', false],
  ['https://city.example', false],
  ['https://pref.example:8443', false],
  ['https://.pref.example:8443', false],
  ['https://evilpref.example:8443', false],
  ['https://a.pref.example', false],
  ['https://www.city.example.evil.example', false],
  ['https://evil.example/https://www.city.example', false],
  ['null', false],
  ['', false],
])('%s: %p', (origin, expected) => expect(may(origin)).toBe(expected));

test('without a public name, the host that a page reached us by is ours', () => {
  const unnamed = originRule(['https://www.city.example']);
  expect(may('http://localhost:3978', 'localhost:3978', unnamed)).toBe(true);
  expect(may('http://elsewhere.example', 'localhost:3978', unnamed)).toBe(false);
  // With one, another name that was pointed at our address is not.
  expect(may('http://rebound.example', 'rebound.example')).toBe(false);
});

test('without a list everybody may', () => expect(may('null', 'x', originRule(undefined))).toBe(true));
