import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readSettings } from '../../settings.ts';
import { ROOT } from '../support/house.ts';

test('everything has a default', () => {
  expect(readSettings({})).toMatchObject({ PORT: 3978, DATA_DIR: './data', LOG_LEVEL: 'info' });
  expect(readSettings({ PORT: '', ADMIN_TOKEN: '' })).toMatchObject({ PORT: 3978 });
});

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ PUBLIC_BASE_URL: 'shirube.example.jp' }, 'PUBLIC_BASE_URL'],
  [{ ADMIN_TOKEN: 'short' }, 'ADMIN_TOKEN'],
  [{ DATABASE_URL: 'postgres://db' }, 'DATABASE_URL'],
  [{ KEEP_DAYS: '0' }, 'KEEP_DAYS'],
  [{ KEEP_DAYS: 'forever' }, 'KEEP_DAYS'],
  [{ KEEP_DAYS: '1e3' }, 'KEEP_DAYS'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  [{ TRUST_PROXY: '-1' }, 'TRUST_PROXY'],
  [{ REQUESTS_PER_MINUTE: '1.5' }, 'REQUESTS_PER_MINUTE'],
  [{ CONVERSATIONS_PER_HOUR: 'many' }, 'CONVERSATIONS_PER_HOUR'],
  [{ MESSAGES_PER_MINUTE: '' + 10 ** 9 }, 'MESSAGES_PER_MINUTE'],
  [{ STREAMS_PER_ADDRESS: 'Infinity' }, 'STREAMS_PER_ADDRESS'],
  [{ ALLOWED_ORIGINS: 'city.example' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://city.example/help' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://*' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://*.*.example' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://city*.example' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://me@city.example' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://city.example,*' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'https://city.example,' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'javascript:alert(1)' }, 'ALLOWED_ORIGINS'],
  [{ LINE_CHANNEL_SECRET: 'only-one-of-two' }, 'LINE_CHANNEL_ACCESS_TOKEN'],
])('%j is refused by name', (environment, name) => {
  expect(() => readSettings(environment)).toThrow(name);
});

test('sites are read as browsers write them', () => {
  const read = (ALLOWED_ORIGINS: string) => readSettings({ ALLOWED_ORIGINS }).ALLOWED_ORIGINS;
  expect(readSettings({}).ALLOWED_ORIGINS).toBe('*');
  expect(read(' * ')).toBe('*');
  expect(read('https://City.example:443/, https://*.PREF.example,http://日本.example:8080')).toEqual([
    'https://city.example',
    'https://*.pref.example',
    'http://xn--wgv71a.example:8080',
  ]);
});

test('numbers are read, and nothing may stand for no limit', () => {
  expect(readSettings({ KEEP_DAYS: '30', TRUST_PROXY: '1', REQUESTS_PER_MINUTE: '0' })).toMatchObject({
    KEEP_DAYS: 30,
    TRUST_PROXY: 1,
    REQUESTS_PER_MINUTE: 0,
  });
});

test('a wrong setting stops the start with one clear line', () => {
  const node = path.join(ROOT, 'node_modules/.bin/node');
  const { status, stderr, stdout } = spawnSync(node, ['server.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PORT: 'eighty' },
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/PORT.*docs\/settings\.md/u)]);
});
