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
  [{ LINE_CHANNEL_SECRET: 'only-one-of-two' }, 'LINE_CHANNEL_ACCESS_TOKEN'],
])('%j is refused by name', (environment, name) => {
  expect(() => readSettings(environment)).toThrow(name);
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
