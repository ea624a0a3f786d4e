import { richMenuApi, dataUrlOf } from '../../../adapters/line/richmenu/api.ts';
import { aliasOf } from '../../../adapters/line/richmenu/menus.ts';
import { nameOf, PLACES, readName } from '../../../adapters/line/richmenu/names.ts';
import { setUp } from '../../../scripts/line/setup/apply.ts';
import { takeDown } from '../../../scripts/line/setup/remove.ts';
import { run } from '../../../scripts/line/setup/run.ts';
import { wantedMenus, type Wanted } from '../../../scripts/line/setup/wanted.ts';
import { newPerson, startStandin, type Standin } from '../standin/index.ts';

let standin: Standin;
beforeEach(async () => {
  standin = await startStandin();
});
afterEach(() => standin.stop());

const apiOf = (line: Standin) =>
  richMenuApi({ channelAccessToken: line.channelAccessToken, apiBaseUrl: line.url });
const environment = () => ({
  LINE_CHANNEL_SECRET: standin.channelSecret,
  LINE_CHANNEL_ACCESS_TOKEN: standin.channelAccessToken,
  LINE_API_BASE_URL: standin.url,
});
const command = async (...args: string[]) => {
  const said: string[] = [];
  const code = await run(args, environment(), (line) => said.push(line));
  return { code, said, text: said.join('\n') };
};
const quiet = { defaultAlias: 'shirube-ja-find', dryRun: false, say: () => {}, pausesMs: [0, 0] };
/** The same menus as an older version made them. */
const older = (wanted: readonly Wanted[]): Wanted[] =>
  wanted.map((one) => ({
    ...one,
    menu: { ...one.menu, chatBarText: 'old', name: nameOf(one.place, '0'.repeat(16)) },
  }));

/** Whether LINE holds exactly the menus wanted, each with its picture and its alias. */
function expectInPlace(line: Standin, wanted: readonly Wanted[]): void {
  const { menus, aliases, defaultMenu } = line.richMenus;
  const ours = [...menus.values()].filter(({ menu }) => readName(menu.name ?? '') !== null);
  expect(ours.map(({ menu }) => menu.name).sort()).toEqual(wanted.map(({ menu }) => menu.name).sort());
  for (const one of wanted) {
    const there = menus.get(aliases.get(one.alias) ?? '');
    expect(there?.menu).toEqual(one.menu);
    expect(there?.picture?.equals(one.picture)).toBe(true);
  }
  expect(defaultMenu).toBe(aliases.get('shirube-ja-find'));
}

/** A menu that somebody else made on the same account, shown to one person. */
async function somebodyElses(line: Standin): Promise<{ id: string; person: string }> {
  const { menu, picture } = (await wantedMenus())[0]!;
  const api = apiOf(line);
  const id = await api.create({ ...menu, name: 'Campaign' });
  await api.upload(id, picture);
  await api.createAlias('campaign', id);
  const person = newPerson();
  await api.link(person, id);
  return { id, person };
}

describe('npm run line:setup', () => {
  test('puts every menu on LINE, and says so', async () => {
    const { code, said } = await command();
    expect(code).toBe(0);
    expectInPlace(standin, await wantedMenus());
    expect(standin.richMenus.menus.size).toBe(9);
    expect(said).toContain('made shirube-ja-easy-next');
    expect(said.at(-1)).toMatch(/in place/u);
  });

  test('a second time changes nothing', async () => {
    await command();
    const before = standin.richMenus.calls.length;
    const { code, said } = await command();
    expect([code, said.length]).toEqual([0, 1]);
    expect(standin.richMenus.calls.slice(before).every((call) => call.startsWith('GET'))).toBe(true);
  });

  test('--dry-run says what it would do and does nothing', async () => {
    const { code, text } = await command('--dry-run');
    expect(code).toBe(0);
    expect(text).toContain('would make shirube-en-mine');
    expect(standin.richMenus.menus.size).toBe(0);
    await command();
    const calls = standin.richMenus.calls.length;
    expect((await command('--remove', '--dry-run')).text).toContain('would remove 9 menus and 9 aliases');
    expect(standin.richMenus.menus.size).toBe(9);
    expect(standin.richMenus.calls.slice(calls).every((call) => call.startsWith('GET'))).toBe(true);
  });

  test('--lang-default decides what everybody sees first', async () => {
    await command('--lang-default', 'en');
    expect(standin.richMenus.defaultMenu).toBe(standin.richMenus.aliases.get('shirube-en-find'));
    await command();
    expect(standin.richMenus.defaultMenu).toBe(standin.richMenus.aliases.get('shirube-ja-find'));
  });

  test('new menus replace old ones, and people go with them', async () => {
    const wanted = await wantedMenus();
    const api = apiOf(standin);
    await setUp(api, older(wanted), quiet);
    const person = newPerson();
    await api.link(person, standin.richMenus.aliases.get('shirube-en-mine')!);
    standin.richMenus.slowMoves = 1;
    await setUp(api, wanted, quiet);
    expectInPlace(standin, wanted);
    expect(standin.richMenus.links.get(person)).toBe(standin.richMenus.aliases.get('shirube-en-mine'));
  });

  test('while people are still being moved, the old menus stay; the next run deletes them', async () => {
    const wanted = await wantedMenus();
    const api = apiOf(standin);
    await setUp(api, older(wanted), quiet);
    standin.richMenus.slowMoves = 5;
    const said: string[] = [];
    await setUp(api, wanted, { ...quiet, say: (line) => said.push(line) });
    expect(said.at(-1)).toMatch(/still seeing 9 old menus/u);
    expect(standin.richMenus.menus.size).toBe(18);
    expect(standin.richMenus.defaultMenu).toBe(standin.richMenus.aliases.get('shirube-ja-find'));
    standin.richMenus.slowMoves = 0;
    await setUp(api, wanted, quiet);
    expectInPlace(standin, wanted);
  });

  test('more than three moves an hour wait, and nothing is lost', async () => {
    const wanted = (await wantedMenus()).slice(0, 3);
    const api = apiOf(standin);
    for (let i = 0; i < 2; i++) {
      await setUp(api, older(wanted), quiet);
      await setUp(api, wanted, quiet);
    }
    const said: string[] = [];
    await setUp(api, older(wanted), { ...quiet, say: (line) => said.push(line) });
    expect(said.at(-1)).toMatch(/three times an hour/u);
    standin.richMenus.hourPasses();
    await setUp(api, older(wanted), quiet);
    expectInPlace(standin, older(wanted));
  });

  test('--remove takes away ours and nothing of others', async () => {
    const { id, person } = await somebodyElses(standin);
    await command();
    const { code, text } = await command('--remove');
    expect(code).toBe(0);
    expect(text).toBe('removed 9 menus and 9 aliases, and the default; 1 menus of others were left alone');
    expect([...standin.richMenus.menus.keys()]).toEqual([id]);
    expect([...standin.richMenus.aliases]).toEqual([['campaign', id]]);
    expect(standin.richMenus.links.get(person)).toBe(id);
    expect(standin.richMenus.defaultMenu).toBeNull();
    expect((await command('--remove')).text).toBe('There is nothing of ours to remove.');
  });

  test('--remove leaves the default of others', async () => {
    const { id } = await somebodyElses(standin);
    await command();
    standin.richMenus.defaultMenu = id;
    await command('--remove');
    expect(standin.richMenus.defaultMenu).toBe(id);
  });
});

describe('stopped in the middle, running again finishes', () => {
  const kinds = [
    ['before LINE did it', false],
    ['after LINE did it', true],
  ] as const;

  /** Runs `work` with one call of it failing, for each call in turn, then again; `done` must hold every time. */
  async function atEveryCall(
    afterwards: boolean,
    prepare: (line: Standin) => Promise<void>,
    work: (line: Standin) => Promise<void>,
    done: (line: Standin) => void,
  ): Promise<number> {
    for (let n = 0; ; n++) {
      const line = await startStandin();
      try {
        await prepare(line);
        const from = line.richMenus.calls.length;
        let failed = false;
        line.richMenus.mishap = (_, call) => {
          if (call !== from + n) return null;
          failed = true;
          return { status: null, afterwards };
        };
        const ended = await work(line).then(
          () => 'done',
          () => 'stopped',
        );
        expect(ended).toBe(failed ? 'stopped' : 'done');
        line.richMenus.mishap = () => null;
        await work(line);
        done(line);
        if (!failed) return n;
      } finally {
        await line.stop();
      }
    }
  }

  test.each(kinds)('setting up, %s', async (_, afterwards) => {
    const wanted = (await wantedMenus()).slice(0, 3);
    const calls = await atEveryCall(
      afterwards,
      () => Promise.resolve(),
      (line) => setUp(apiOf(line), wanted, quiet),
      (line) => expectInPlace(line, wanted),
    );
    expect(calls).toBeGreaterThanOrEqual(16);
  });

  test.each(kinds)('replacing, %s', async (_, afterwards) => {
    const wanted = (await wantedMenus()).slice(0, 2);
    const people = new Map<Standin, string>();
    const calls = await atEveryCall(
      afterwards,
      async (line) => {
        await setUp(apiOf(line), older(wanted), quiet);
        people.set(line, newPerson());
        await apiOf(line).link(people.get(line)!, line.richMenus.aliases.get('shirube-ja-mine')!);
      },
      (line) => setUp(apiOf(line), wanted, quiet),
      (line) => {
        expectInPlace(line, wanted);
        expect(line.richMenus.links.get(people.get(line)!)).toBe(
          line.richMenus.aliases.get('shirube-ja-mine'),
        );
      },
    );
    expect(calls).toBeGreaterThanOrEqual(14);
  });

  test.each(kinds)('removing, %s', async (_, afterwards) => {
    const wanted = (await wantedMenus()).slice(0, 3);
    await atEveryCall(
      afterwards,
      (line) => setUp(apiOf(line), wanted, quiet),
      (line) => takeDown(apiOf(line), { dryRun: false, say: () => {} }),
      ({ richMenus }) => {
        expect([richMenus.menus.size, richMenus.aliases.size, richMenus.defaultMenu]).toEqual([0, 0, null]);
      },
    );
  });
});

describe('what goes wrong is one line with what to do', () => {
  test.each([
    [401, /does not know the token.*LINE_CHANNEL_ACCESS_TOKEN/u],
    [403, /may not do that.*Messaging API/u],
    [429, /limit.*hour/u],
    [500, /trouble of its own/u],
    [400, /refused the request/u],
  ])('%i', async (status, advice) => {
    standin.richMenus.mishap = () => ({ status });
    const { code, said } = await command();
    expect([code, said.length]).toEqual([1, 1]);
    expect(said[0]).toMatch(advice);
    expect(said[0]).not.toContain(standin.channelAccessToken);
  });

  test('no network, no settings, a wrong language, a wrong option', async () => {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const nowhere = { ...environment(), LINE_API_BASE_URL: 'http://127.0.0.1:9' };
    expect(await run([], nowhere, say)).toBe(1);
    expect(await run([], {}, say)).toBe(1);
    expect(await run(['--lang-default', 'tlh'], environment(), say)).toBe(2);
    expect(await run(['--delete-everything'], environment(), say)).toBe(2);
    expect(said[0]).toMatch(/could not be reached/u);
    expect(said[1]).toMatch(/not configured/u);
    expect(said[2]).toMatch(/no language of ours/u);
    expect(said[3]).toContain('--remove');
    expect(standin.richMenus.calls).toEqual([]);
  });

  test('the limit of LINE in the middle: an hour later it goes on', async () => {
    let left = 4;
    standin.richMenus.mishap = (call) =>
      call === 'POST /v2/bot/richmenu' && left-- <= 0 ? { status: 429 } : null;
    expect((await command()).code).toBe(1);
    expect(standin.richMenus.menus.size).toBe(4);
    standin.richMenus.mishap = () => null;
    await command();
    expectInPlace(standin, await wantedMenus());
  });
});

test('pictures go to the data host, or to the stand-in', () => {
  expect(dataUrlOf('https://api.line.me')).toBe('https://api-data.line.me');
  expect(dataUrlOf('https://api.line.me/')).toBe('https://api-data.line.me');
  expect(dataUrlOf('http://127.0.0.1:4000')).toBe('http://127.0.0.1:4000');
});

test('names say whose a menu is', () => {
  for (const place of PLACES) {
    expect(readName(nameOf(place, '0123456789abcdef'))).toMatchObject(place);
    expect(aliasOf(place.locale, place.tab)).toMatch(/^[a-z0-9_-]{1,32}$/u);
  }
  for (const name of ['Campaign', 'shirube campaign', 'shirube ja find 0123', ''])
    expect(readName(name)).toBeNull();
});
