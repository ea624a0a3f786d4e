import { renderSpeech } from '../../adapters/line/render.ts';
import type { Arrival } from '../../bot/carry.ts';
import type { House } from '../../bot/house.ts';
import type { Channel } from '../../bot/port.ts';
import type { Reach } from '../../dialogs/dialog.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { choicesOf } from '../../replies/words.ts';
import { faultsOf } from '../line/standin/messages.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

const NOWHERE: Reach = { page: false, line: null };
const EVERYWHERE: Reach = { page: true, line: { id: '@shirube' } };

function meet(channel: Channel, reach = EVERYWHERE, locale: Locale = 'en'): Talk {
  const talk = new Talk({ ...house, reach }, locale);
  talk.channel = channel;
  talk.hello();
  return talk;
}
const links = (talk: Talk): string[] =>
  talk.last.speech.replies.flatMap((reply) =>
    reply.kind === 'cards' ? reply.cards.flatMap(({ links = [] }) => links.map(({ url }) => url)) : [],
  );
const code = (talk: Talk): string => /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(talk.text)![0];

const bring = (talk: Talk, taken: Arrival['taken']): unknown => talk.bring(taken);

describe('a code is offered', () => {
  test('on LINE with a link into the phone’s own browser; the code stands after the #, which nobody is sent', () => {
    const talk = meet('line');
    talk.tap('carry:open');
    expect(talk.at).toBe('carry/offered');
    const [link] = links(talk);
    expect(link).toBe(`/?openExternalBrowser=1&lang=en#carry=${code(talk).replace('-', '')}`);
    expect(new URL(link!, 'https://a.example').search).not.toContain(code(talk).slice(0, 4));
    expect(talk.asides.offer).toEqual({
      code: expect.stringMatching(/^[0-9a-f]{64}$/u),
      until: new Date(Date.parse(talk.now) + 600_000).toISOString(),
    });
  });

  test('on the web with a link that writes it into the chat on LINE', () => {
    const talk = meet('web');
    talk.tap('carry:open');
    expect(links(talk)).toEqual([`https://line.me/R/oaMessage/%40shirube/?${code(talk)}`]);
    expect(talk.text).toContain('LINE');
  });

  test.each<[Channel, Reach]>([
    ['line', NOWHERE],
    ['web', { page: true, line: { id: null } }],
    ['web', NOWHERE],
    ['console', NOWHERE],
  ])('on %s alone where no link can be made', (channel, reach) => {
    const talk = meet(channel, reach);
    talk.tap('carry:open');
    expect(code(talk)).toBeDefined();
    expect(links(talk)).toEqual([]);
    expect(talk.text.includes('LINE')).toBe(reach.line !== null);
  });

  test('anew whenever it is asked for, and to whoever comes back', () => {
    const talk = meet('web');
    const codes = new Set<string>();
    for (const next of [
      () => talk.tap('carry:open'),
      () => talk.tap('carry:open'),
      () => {
        talk.wait(1);
        talk.hello();
      },
    ]) {
      next();
      expect(talk.at).toBe('carry/offered');
      expect(talk.asides.offer).toBeDefined();
      codes.add(code(talk));
    }
    expect(codes.size).toBe(3);
  });

  test('in passing: back leads to where one was', () => {
    const talk = meet('web');
    talk.begin();
    talk.tap('carry:open');
    talk.tap('go:back');
    expect(talk.at).toBe('interests/asking');
  });

  test.each([
    ['en', 'continue on my computer'],
    ['en', 'Go on on LINE'],
    ['ja', 'LINEで続けたい'],
    ['ja', '機種変更'],
    ['ja-easy', 'ほかの ばしょで つづける'],
  ] as const)('in %s to whoever writes %s', (locale, text) => {
    const talk = meet('web', EVERYWHERE, locale);
    talk.say(text);
    expect(talk.at).toBe('carry/offered');
  });

  test('and is found in the menu, below everything else', () => {
    for (const channel of ['line', 'web', 'console'] as const) {
      const talk = meet(channel);
      talk.tap('go:menu');
      const below = talk.last.speech.choices.map(({ payload, weight }) => [payload, weight]);
      expect(below).toEqual([
        ['go:language', 'quiet'],
        ['carry:open', 'quiet'],
        ['forget:open', 'quiet'],
      ]);
    }
  });
});

test.each(['unknown', 'used', 'expired', 'limited'] as const)(
  'a code that is %s is told so, and why',
  (outcome) => {
    const talk = meet('web');
    talk.begin();
    bring(talk, outcome);
    expect(talk.at).toBe('carry/refused');
    expect(talk.text).toContain(talk.words(`carry:refused.${outcome}`));
    talk.tap('go:back');
    expect(talk.at).toBe('interests/asking');
  },
);

test('the first code that a new person sends opens the conversation, in its language', () => {
  const source = meet('line', EVERYWHERE, 'ja-easy');
  source.tap('list:keep:156');
  const talk = new Talk(house, 'en');
  bring(talk, { channel: 'line', person: 'U1', state: source.saved });
  expect(talk.state.locale).toBe('ja-easy');
  expect(talk.state.profile).toEqual(source.state.profile);
  expect(talk.asides.passOn).toEqual([
    expect.objectContaining({ channel: 'line', person: 'U1', input: { kind: 'carried', to: 'console' } }),
  ]);
});

test('a link is followed only after a yes, and never changes the language: anybody can send one', () => {
  const stranger = meet('line', EVERYWHERE, 'ja');
  stranger.tap('list:keep:156');
  const taken = { channel: 'line', person: 'U1', state: stranger.saved } as const;
  const talk = meet('web');
  talk.bring(taken, 'link');
  expect(talk.at).toBe('carry/asking');
  expect(talk.text).toContain(talk.words('carry:asking.link'));
  expect(talk.asides.passOn).toBeUndefined();
  expect(talk.state.profile.kept).toBeUndefined();
  // Nothing of the other side is kept while it is asked.
  expect(JSON.stringify(talk.saved)).not.toContain('156');
  const no = meet('web');
  no.bring(taken, 'link');
  no.tap('carry:keep');
  expect(no.state.profile.kept).toBeUndefined();
  talk.tap('carry:replace');
  expect(talk.state.profile.kept).toEqual([156]);
  expect(talk.state.locale).toBe('en');
  expect(talk.asides.passOn).toHaveLength(1);
});

test('a yes that comes too late, or after the other side was forgotten, takes nothing', () => {
  for (const taken of ['expired', 'unknown'] as const) {
    const talk = meet('web');
    talk.bring({ channel: 'line', person: 'U1', state: meet('line').saved }, 'link');
    talk.given = { ...talk.given, held: { hash: 'h', event: 1, taken } };
    talk.tap('carry:replace');
    expect(talk.text).toContain(talk.words('carry:refused.expired'));
  }
});

test('who comes back with a code is not welcomed back as well', () => {
  const source = meet('line');
  const talk = meet('web');
  talk.wait(3);
  bring(talk, { channel: 'line', person: 'U1', state: source.saved });
  expect(talk.text).toContain(talk.words('carry:arrived'));
  expect(talk.text).not.toContain(talk.words('common:welcomeBack'));
});

describe.each(LOCALES)('in %s', (locale) => {
  test('LINE takes every screen, with every button and link', () => {
    const talk = meet('line', EVERYWHERE, locale);
    const source = meet('web', EVERYWHERE, locale);
    source.tap('list:keep:156');
    const taken = { channel: 'web', person: 'w1', state: source.saved } as const;
    const steps: (() => unknown)[] = [
      () => talk.tap('go:menu'),
      () => talk.tap('carry:open'),
      ...(['unknown', 'used', 'expired', 'limited'] as const).map((outcome) => () => bring(talk, outcome)),
      () => bring(talk, { ...taken, channel: 'console', person: 'somebody' }),
      () => talk.tap('list:keep:134'),
      () => bring(talk, taken),
      () => talk.tap('carry:keep'),
      () => bring(talk, taken),
      () => talk.tap('carry:replace'),
      () => talk.tap('forget:open'),
      () => talk.tap('forget:now'),
    ];
    for (const step of steps) {
      step();
      const messages = renderSpeech(talk.last, { publicBaseUrl: 'https://shirube.example' });
      expect(faultsOf(messages)).toEqual([]);
      const sent = JSON.stringify(messages);
      for (const { payload } of choicesOf(talk.last.speech)) expect(sent).toContain(JSON.stringify(payload));
      for (const url of links(talk)) expect(sent).toContain(url.replace(/^\//u, 'https://shirube.example/'));
      expect(talk.text).not.toMatch(/\{\{|undefined/u);
    }
  });
});
