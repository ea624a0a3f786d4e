import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from '../../scripts/doctor/report.ts';
import { run } from '../../scripts/doctor/run.ts';
import { run as setUpMenus } from '../../scripts/line/setup/run.ts';
import type { Service } from '../../server.ts';
import { startStandin, type Standin } from '../line/standin/index.ts';
import { startWhole } from '../support/service.ts';
import { startProxy, type ProxyOptions } from './proxy.ts';

const SECRET = 'f'.repeat(31) + '0';
const TOKEN = 'a token nobody may see';
const folder = () => mkdtempSync(path.join(tmpdir(), 'doctor-'));
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

let standin: Standin;
let service: Service;
let environment: Record<string, string>;
beforeAll(async () => {
  standin = await startStandin({ channelSecret: SECRET, channelAccessToken: TOKEN });
  const port = await freePort();
  environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder(),
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_BASE_URL: standin.url,
    ADMIN_TOKEN: 'an admin token nobody may see',
    ALLOWED_ORIGINS: 'https://www.city.example.jp',
  };
  service = await startWhole(environment);
});
afterAll(async () => {
  await service.stop();
  await standin.stop();
});
beforeEach(() => {
  const { account } = standin;
  Object.assign(account, { active: true, quota: 200, used: 0, skewMs: 0, chatMode: 'bot' });
  account.endpoint = `${environment.PUBLIC_BASE_URL}/line/webhook`;
  account.test = async (endpoint) => {
    standin.webhook = endpoint;
    return (await standin.post('{"events":[]}')).status;
  };
  standin.richMenus.mishap = () => null;
});

async function doctor(
  more: Record<string, string | undefined> = {},
  only?: 'machine' | 'service' | 'line',
  dotenv = '/nonexistent/.env',
) {
  const said: string[] = [];
  const options = {
    environment: { ...environment, ...more },
    dotenv,
    say: (line: string) => said.push(line),
  };
  const code = await run(['--json', ...(only ? ['--only', only] : [])], options);
  const { findings, healthy } = JSON.parse(said[0]!) as { findings: Finding[]; healthy: boolean };
  expect(healthy).toBe(code === 0);
  for (const hidden of [SECRET, TOKEN, environment.ADMIN_TOKEN!]) expect(said[0]).not.toContain(hidden);
  const of = (about: string) => findings.filter((one) => one.about === about);
  return { code, findings, of, one: (about: string) => of(about)[0] };
}
const throughProxy = async (options: ProxyOptions) => {
  const proxy = await startProxy(environment.PUBLIC_BASE_URL!, options);
  standin.account.endpoint = `${proxy.url}/line/webhook`;
  try {
    return await doctor({ PUBLIC_BASE_URL: proxy.url }, 'service');
  } finally {
    await proxy.stop();
  }
};

test('a service in order: only the missing https is wrong', async () => {
  await setUpMenus([], environment, () => {});
  const { code, findings } = await doctor();
  const notOk = findings
    .filter(({ state }) => state !== 'ok')
    .map(({ about, found }) => `${about}: ${found}`);
  expect(notOk).toEqual([
    'public address: it is not https',
    'LINE: LINE_API_BASE_URL leads to another place than LINE',
  ]);
  expect(code).toBe(1);
  expect(findings.map(({ about }) => about)).toEqual(
    expect.arrayContaining([
      'WebSocket',
      'webhook',
      'LINE token',
      'clock',
      'messages',
      'rich menu',
      'database',
    ]),
  );
});

test('in words: one line each, and a last one that counts', async () => {
  const said: string[] = [];
  await run([], { environment, dotenv: '/nonexistent/.env', say: (line) => said.push(line) });
  expect(said).toContain('ok  LINE token: valid, of @standin');
  expect(said.find((line) => line.startsWith('✗'))).toMatch(/public address: it is not https → /u);
  expect(said.at(-1)).toMatch(/^1 wrong/u);
  for (const line of said) expect(line).not.toContain('\n');
});

describe('behind a proxy', () => {
  test('a good one', async () => {
    const { one } = await throughProxy({});
    expect([one('WebSocket')?.state, one('webhook')?.state]).toEqual(['ok', 'ok']);
  });
  test('one that writes bodies anew', async () => {
    const { one } = await throughProxy({ rewrite: (body) => (body ? JSON.stringify(JSON.parse(body)) : '') });
    expect(one('webhook')).toMatchObject({ state: 'wrong', todo: expect.stringMatching(/unchanged/u) });
  });
  test('one that does not pass WebSockets on', async () => {
    const { one } = await throughProxy({ upgrades: false });
    expect(one('WebSocket')).toMatchObject({ state: 'look', todo: expect.stringMatching(/Upgrade/u) });
  });
  test('nobody, and somebody else', async () => {
    const nobody = await doctor({ PUBLIC_BASE_URL: 'http://127.0.0.1:9' }, 'service');
    expect(nobody.of('public address').at(-1)?.state).toBe('wrong');
    const other = await doctor({ PUBLIC_BASE_URL: standin.url }, 'service');
    expect(other.of('public address').at(-1)?.found).toBe('something else answers');
  });
});

describe('LINE', () => {
  test('a token of somebody else: said once, nothing else is asked', async () => {
    const { one, findings, code } = await doctor({ LINE_CHANNEL_ACCESS_TOKEN: 'another' }, 'line');
    expect(one('LINE token')).toMatchObject({ state: 'wrong', todo: expect.stringMatching(/Issue/u) });
    expect(findings.some(({ about }) => about === 'rich menu')).toBe(false);
    expect(code).toBe(1);
  });
  test('no network: it could not be checked, and nothing is called wrong for it', async () => {
    const { one } = await doctor({ LINE_API_BASE_URL: 'http://127.0.0.1:9' }, 'line');
    expect(one('LINE token')).toMatchObject({ state: 'unchecked', found: 'LINE was not reached' });
  });
  test.each<[string, () => void, RegExp]>([
    ['none is set', () => (standin.account.endpoint = null), /none is set/u],
    [
      'another address',
      () => (standin.account.endpoint = 'https://other.example/hook'),
      /leads to https:\/\/other/u,
    ],
    ['switched off', () => (standin.account.active = false), /switched off/u],
    [
      'the wrong secret there',
      () => (standin.account.test = () => Promise.resolve(401)),
      /get through \(401\)/u,
    ],
    ['no way there', () => (standin.account.test = () => Promise.resolve(0)), /COULD_NOT_CONNECT/u],
  ])('webhook: %s', async (_, spoil, found) => {
    spoil();
    const { of } = await doctor({}, 'line');
    const wrong = of('LINE webhook').filter(({ state }) => state === 'wrong');
    expect(wrong.map((one) => one.found).join()).toMatch(found);
    for (const { todo } of wrong) expect(todo).toBeTruthy();
  });
  test('few messages left, chat on, the clock wrong', async () => {
    Object.assign(standin.account, { used: 190, chatMode: 'chat', skewMs: 120_000 });
    const { one } = await doctor({}, 'line');
    expect(one('messages')).toMatchObject({ state: 'look', found: expect.stringMatching(/^10 of 200/u) });
    expect(one('LINE account')?.state).toBe('look');
    expect(one('clock')?.state).toBe('wrong');
  });
  test('a plan without a limit', async () => {
    standin.account.quota = null;
    expect((await doctor({}, 'line')).one('messages')?.found).toMatch(/no limit/u);
  });
  test('the rich menu: missing, of another version, in place', async () => {
    await setUpMenus(['--remove'], environment, () => {});
    expect((await doctor({}, 'line')).one('rich menu')?.found).toBe('not set up');
    await setUpMenus([], environment, () => {});
    expect((await doctor({}, 'line')).one('rich menu')?.state).toBe('ok');
    standin.richMenus.aliases.delete('shirube-en-next');
    expect((await doctor({}, 'line')).one('rich menu')?.found).toMatch(/^1 of 9/u);
  });
  test('not configured', async () => {
    const none = { LINE_CHANNEL_SECRET: undefined, LINE_CHANNEL_ACCESS_TOKEN: undefined };
    expect((await doctor(none, 'line')).one('LINE')?.state).toBe('unchecked');
  });
});

describe('this machine', () => {
  const alone = {
    PUBLIC_BASE_URL: undefined,
    LINE_CHANNEL_SECRET: undefined,
    LINE_CHANNEL_ACCESS_TOKEN: undefined,
  };

  test('settings that stop the start, and names that are none', async () => {
    const file = path.join(folder(), '.env');
    writeFileSync(file, `PORT=3978\nLINE_CHANEL_SECRET=${SECRET}\n`);
    const { one, of, code } = await doctor({ PORT: 'many', ...alone }, 'line', file);
    expect(one('settings')).toMatchObject({ state: 'wrong', found: expect.stringMatching(/PORT/u) });
    expect(of('settings')[1]?.found).toContain('LINE_CHANEL_SECRET');
    expect(code).toBe(1);
  });

  test('the port of another program, and a free one', async () => {
    const other: Server = createServer((socket) => socket.resume().end('hello\n')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const taken = await doctor({ ...alone, PORT: String(port) }, 'service');
    expect(taken.one(`port ${port}`)?.state).toBe('wrong');
    await new Promise((resolve) => other.close(resolve));
    expect((await doctor({ ...alone, PORT: String(port) }, 'service')).one(`port ${port}`)?.state).toBe(
      'look',
    );
  });

  test('the database of the running service, a new one, one of another program', async () => {
    expect((await doctor(alone, 'machine')).one('database')?.found).toMatch(/^whole, schema \d+/u);
    expect((await doctor({ ...alone, DATA_DIR: folder() }, 'machine')).one('database')?.found).toMatch(
      /none yet/u,
    );
    const file = path.join(folder(), 'other.sqlite');
    writeFileSync(file, 'not a database at all, but long enough to be read as one: '.repeat(100));
    const foreign = await doctor({ ...alone, DATABASE_URL: `sqlite:${file}` }, 'machine');
    expect(foreign.one('database')).toMatchObject({ state: 'wrong', todo: expect.any(String) });
    expect((await doctor({ ...alone, DATABASE_URL: 'memory:' }, 'machine')).one('database')?.state).toBe(
      'look',
    );
  });

  test('a folder that cannot be made', async () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    expect(
      (await doctor({ ...alone, DATA_DIR: path.join(file, 'data') }, 'machine')).one('data folder')?.state,
    ).toBe('wrong');
  });

  test('wrong options', async () => {
    const said: string[] = [];
    expect(await run(['--heal'], { environment, say: (line) => said.push(line) })).toBe(2);
    expect(await run(['--only', 'everything'], { environment, say: (line) => said.push(line) })).toBe(2);
    for (const line of said) expect(line).toContain('npm run doctor');
  });
});
