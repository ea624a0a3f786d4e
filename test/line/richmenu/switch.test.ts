import { richMenuApi } from '../../../adapters/line/richmenu/api.ts';
import { createMenuSwitch, type MenuSwitch } from '../../../adapters/line/richmenu/switch.ts';
import type { Counsellor, Line } from '../../../bot/port.ts';
import type { Locale } from '../../../domain/locales.ts';
import { setUp } from '../../../scripts/line/setup/apply.ts';
import { wantedMenus } from '../../../scripts/line/setup/wanted.ts';
import { startChannel } from '../service.ts';
import { eventOf, followed, newPerson, said, startStandin, tapped, type Standin } from '../standin/index.ts';

let standin: Standin;
let menus: MenuSwitch | undefined;
beforeEach(async () => {
  standin = await startStandin();
});
afterEach(async () => {
  await menus?.stop();
  menus = undefined;
  await standin.stop();
});

const api = () => richMenuApi({ channelAccessToken: standin.channelAccessToken, apiBaseUrl: standin.url });
const putMenus = async () =>
  setUp(api(), await wantedMenus(), {
    defaultAlias: 'shirube-ja-find',
    dryRun: false,
    say: () => {},
    pausesMs: [0],
  });
const idOf = (alias: string) => standin.richMenus.aliases.get(alias);
const linkedTo = (person: string) => {
  const id = standin.richMenus.links.get(person);
  return [...standin.richMenus.aliases].find(([, other]) => other === id)?.[0] ?? null;
};
/** Calls about people, since the last look. */
const callsAboutPeople = () =>
  standin.richMenus.calls.splice(0).filter((call) => /\/user\/U/u.test(call)).length;

/** A switch that hears what it is told, without conversations. */
function listening(more: Partial<Parameters<typeof createMenuSwitch>[0]> = {}) {
  let tell: (person: string, line: Line) => void = () => {};
  const logged: string[] = [];
  const keep = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const counsellor = {
    onLine: (_: string, listener: typeof tell) => {
      tell = listener;
      return () => (tell = () => {});
    },
  } as unknown as Counsellor;
  const made = createMenuSwitch({
    counsellor,
    api: api(),
    log: { info: keep, warn: keep, error: keep },
    ...more,
  });
  made.start();
  menus = made;
  return {
    logged,
    idle: () => made.idle(),
    /** Without waiting for anybody. */
    say(person: string, locale: Locale) {
      tell(person, { id: 1, at: '', cause: 0, spoken: { locale, speech: { replies: [], choices: [] } } });
    },
    async speak(person: string, locale: Locale) {
      await made.idle();
      tell(person, { id: 1, at: '', cause: 0, spoken: { locale, speech: { replies: [], choices: [] } } });
      await made.idle();
    },
  };
}

describe('in conversation', () => {
  test('whoever changes the language gets the menu of that language, and the same tab', async () => {
    await putMenus();
    const channel = await startChannel(standin, { line: { patience: { timeoutMs: 5000 } } });
    const person = newPerson();
    const settle = async (sends: number, alias: string | null) => {
      await standin.waitFor(person, sends);
      for (let i = 0; i < 400 && linkedTo(person) !== alias; i++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(linkedTo(person)).toBe(alias);
    };
    await standin.deliver([followed(person)]);
    await settle(1, null);
    await standin.deliver([tapped(person, 'language:set:en')]);
    await settle(2, 'shirube-en-find');
    // The person taps a tab: LINE links its menu, and tells us.
    standin.richMenus.links.set(person, idOf('shirube-en-next')!);
    await standin.deliver([
      eventOf(person, 'postback', {
        postback: {
          data: 'richmenu:next',
          params: { newRichMenuAliasId: 'shirube-en-next', status: 'SUCCESS' },
        },
      }),
    ]);
    await standin.deliver([tapped(person, 'language:set:ja-easy')]);
    await settle(3, 'shirube-ja-easy-next');
    await standin.deliver([said(person, 'メニュー')]);
    await standin.waitFor(person, 4);
    await channel.settled();
    expect(standin.sends(person)).toHaveLength(4); // nothing was said about the tab
    expect(channel.logged.join()).not.toContain(person);
    await channel.stop();
  });

  test('a slow or broken LINE does not delay the answer', async () => {
    await putMenus();
    standin.richMenus.mishap = (call) => (call.includes('/user/U') ? { status: 500 } : null);
    const channel = await startChannel(standin, { line: { patience: { timeoutMs: 5000 } } });
    const person = newPerson();
    await standin.deliver([followed(person), tapped(person, 'language:set:en')]);
    await standin.waitFor(person, 2);
    await channel.stop();
    expect(linkedTo(person)).toBeNull();
  });
});

describe('each person', () => {
  test('is looked up once, and linked only when the language changes', async () => {
    await putMenus();
    const { speak } = listening();
    const person = newPerson();
    await speak(person, 'ja');
    expect([linkedTo(person), callsAboutPeople()]).toEqual([null, 1]);
    await speak(person, 'ja');
    expect(callsAboutPeople()).toBe(0);
    await speak(person, 'en');
    expect([linkedTo(person), callsAboutPeople()]).toEqual(['shirube-en-find', 2]);
    await speak(person, 'en');
    expect(callsAboutPeople()).toBe(0);
    await speak(person, 'ja');
    expect(linkedTo(person)).toBe('shirube-ja-find');
  });

  test('keeps the right menu over a restart, and one that was missed is made up for', async () => {
    await putMenus();
    const [english, missed] = [newPerson(), newPerson()];
    await api().link(english, idOf('shirube-en-mine')!);
    const { speak } = listening();
    callsAboutPeople();
    await speak(english, 'en');
    await speak(missed, 'en'); // the process stopped before it could be linked
    expect([linkedTo(english), linkedTo(missed)]).toEqual(['shirube-en-mine', 'shirube-en-find']);
    expect(callsAboutPeople()).toBe(3);
  });

  test('keeps a menu that somebody else gave them', async () => {
    await putMenus();
    const { menu, picture } = (await wantedMenus())[0]!;
    const id = await api().create({ ...menu, name: 'Campaign' });
    await api().upload(id, picture);
    const person = newPerson();
    await api().link(person, id);
    const { speak } = listening({ lookAgainMs: 0 });
    await speak(person, 'en');
    expect(standin.richMenus.links.get(person)).toBe(id);
  });

  test('is tried again with the next message when LINE failed; the log names nobody', async () => {
    await putMenus();
    const { speak, logged } = listening();
    const person = newPerson();
    standin.richMenus.mishap = (call) => (call.startsWith('POST /v2/bot/user/U') ? { status: 429 } : null);
    await speak(person, 'en');
    expect(linkedTo(person)).toBeNull();
    expect(logged.join()).toMatch(/was not switched.*"status":429/u);
    expect(logged.join()).not.toContain(person);
    standin.richMenus.mishap = () => null;
    await speak(person, 'en');
    expect(linkedTo(person)).toBe('shirube-en-find');
  });

  test('the last of several languages counts', async () => {
    await putMenus();
    const { speak } = listening();
    const person = newPerson();
    await Promise.all([speak(person, 'en'), speak(person, 'ja'), speak(person, 'ja-easy')]);
    expect(linkedTo(person)).toBe('shirube-ja-easy-find');
  });
});

describe('menus', () => {
  test('that are not there cost no call about anybody; set up later, they are found', async () => {
    let now = Date.now();
    const { speak } = listening({ clock: () => new Date(now) });
    const person = newPerson();
    await speak(person, 'en');
    await speak(person, 'en');
    expect(standin.richMenus.calls).toEqual([
      'GET /v2/bot/richmenu/alias/list',
      'GET /v2/bot/user/all/richmenu',
    ]);
    await putMenus();
    now += 300_001;
    await speak(person, 'en');
    expect(linkedTo(person)).toBe('shirube-en-find');
  });

  test('are looked up for one person while another is seen to: both are seen to', async () => {
    await putMenus();
    const [plain, odd] = [newPerson(), newPerson()];
    const real = api();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    let looks = 0;
    const { say, idle, logged } = listening({
      lookAgainMs: 0,
      api: {
        ...real,
        // The first is answered only while the menus are looked up anew for the second, who has one we do not know.
        menuOf: async (person) => (person === odd ? 'richmenu-unknown' : (await asked, null)),
        async aliases() {
          if (++looks === 2) {
            answer();
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          return real.aliases();
        },
      },
    });
    await idle();
    say(plain, 'en');
    say(odd, 'en');
    await idle();
    expect(looks).toBe(2);
    expect(logged.join()).not.toContain('was not switched');
    expect(linkedTo(plain)).toBe('shirube-en-find');
  });

  test.each([
    ['linking finds them gone', 0],
    ['a person already has a new one', 300_001],
  ])('that were replaced meanwhile: %s', async (_, later) => {
    await putMenus();
    let now = Date.now();
    const { speak } = listening({ clock: () => new Date(now) });
    const [before, after] = [newPerson(), newPerson()];
    await speak(before, 'en');
    const old = new Map(standin.richMenus.aliases);
    for (const [alias, id] of old) {
      const { menu, picture } = standin.richMenus.menus.get(id)!;
      const newer = await api().create(menu);
      await api().upload(newer, picture!);
      await api().updateAlias(alias, newer);
    }
    for (const [person, id] of standin.richMenus.links) {
      const alias = [...old].find(([, other]) => other === id)![0];
      standin.richMenus.links.set(person, idOf(alias)!);
    }
    await api().setDefault(idOf('shirube-ja-find')!);
    for (const id of old.values()) await api().delete(id);
    now += later;
    if (later > 0) {
      await speak(before, 'ja');
      expect(linkedTo(before)).toBe('shirube-ja-find');
    }
    await speak(after, 'en');
    expect(linkedTo(after)).toBe('shirube-en-find');
  });
});
