/** Sixty seconds: which of two activities, up to eighteen times. */
import type { House } from '../../bot/house.ts';
import { FEWEST_PAIRS, MOST_PAIRS } from '../../domain/pairs.ts';
import { rankInterests } from '../../domain/scoring.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new Talk(house, 'ja');
  talk.hello();
});

const begin = () => {
  talk.tap('pairs:open');
  talk.tap('pairs:start');
};
/** Payloads of the two activities and of neither. */
const offered = () => talk.payloads.filter((payload) => payload.startsWith('pairs:choose:'));
const parts = (payload: string) => payload.split(':').slice(2) as [string, string, string];
interface Context {
  readonly choices: readonly { readonly a: string; readonly b: string; readonly chosen: string | null }[];
  readonly pair: unknown;
}
const context = () => talk.state.stack.at(-1)!.context as Context;
const chosen = () => context().choices.map((choice) => choice.chosen);

/** Chooses by the letters of the items, those that come first in `order` most; up to `count` times. */
function choose(order = 'sairec', count = MOST_PAIRS): void {
  for (let i = 0; i < count; i += 1) {
    const [one] = offered();
    if (!one) return;
    const [a, b] = parts(one);
    talk.tap(`pairs:choose:${a}:${b}:${order.indexOf(a[0]!) < order.indexOf(b[0]!) ? a : b}`);
  }
}

describe('on the way', () => {
  test('“not sure” leads to a short way and a longer one, and back', () => {
    talk.tap('welcome:unsure');
    expect(talk.at).toBe('welcome/unsure');
    expect(talk.payloads.slice(0, 2)).toEqual(['pairs:open', 'interests:open']);
    talk.say('もどる');
    expect(talk.at).toBe('welcome/greeting');
  });

  test('it says what it is before it begins', () => {
    talk.tap('pairs:open');
    expect(talk.at).toBe('pairs/intro');
    expect(talk.text).toContain(String(MOST_PAIRS));
    talk.say('はい');
    expect(talk.at).toBe('pairs/asking');
    expect(talk.text).toContain(talk.words('pairs:asking.hint'));
  });

  test('two activities, neither, a break; back only once there is something to go back to', () => {
    begin();
    expect(offered()).toHaveLength(3);
    expect(talk.payloads).toContain('go:pause');
    expect(talk.payloads).not.toContain('pairs:back');
    choose('sairec', 1);
    expect(talk.payloads).toContain('pairs:back');
    expect(talk.text).not.toContain(talk.words('pairs:asking.hint'));
  });

  test('numbers and the words on the buttons do the same as tapping', () => {
    begin();
    const [, second] = offered();
    talk.say('2');
    expect(chosen()).toEqual([parts(second!)[2]]);
    const question = talk.last.speech.replies.at(-1)!;
    if (question.kind !== 'question') throw new Error('no question');
    talk.say(question.options[0]!.label);
    expect(chosen()[1]).toBe(parts(question.options[0]!.payload)[2]);
  });

  test.each([
    ['上', 0],
    ['下の方がいい', 1],
    ['月曜日なら', null],
    ['右', 1],
    ['the second one', 1],
    ['first', 0],
    ['どちらでもない', 2],
    ['どっちもいや', 2],
    ['わからない', 2],
    ['no', 2],
  ] as const)('「%s」 is understood', (text, which) => {
    begin();
    const options = offered();
    talk.say(text);
    if (which === null) {
      expect([chosen(), talk.text]).toEqual([[], expect.stringContaining(talk.words('common:unclear'))]);
    } else {
      const [, , item] = parts(options[which]!);
      expect(chosen()).toEqual([item === 'none' ? null : item]);
    }
  });

  test('both is no choice: it is said what to do', () => {
    begin();
    const before = offered();
    for (const text of ['両方', 'はい', 'both']) {
      talk.say(text);
      expect(talk.text).toContain(talk.words('pairs:remark.both'));
      expect([chosen(), offered()]).toEqual([[], before]);
    }
  });
});

test('“continue” in the middle asks again and opens nothing else', () => {
  begin();
  choose('sairec', 2);
  const now = offered();
  talk.say('続き');
  expect([talk.at, offered()]).toEqual(['pairs/asking', now]);
});

test('sixty seconds can be asked for in words', () => {
  talk.say('60秒');
  expect(talk.at).toBe('pairs/intro');
});

test('a sticker, or a question about a word, loses nothing', () => {
  begin();
  choose('sairec', 2);
  const now = offered();
  talk.send({ kind: 'sticker' });
  expect(offered()).toEqual(now);
  talk.say('有給って何?');
  expect(talk.at).toBe('glossary/entry');
  talk.say('もどる');
  expect([talk.at, offered()]).toEqual(['pairs/asking', now]);
});

describe('changing one’s mind', () => {
  test('a double tap does not answer the next pair', () => {
    begin();
    const [one] = offered();
    talk.tap(one!);
    const next = offered();
    talk.tap(one!);
    expect([chosen(), offered()]).toEqual([[parts(one!)[2]], next]);
    expect(talk.text).toContain(talk.words('pairs:remark.same'));
  });

  test('an older pair can be chosen differently; the question stays', () => {
    begin();
    const [one, other] = offered();
    talk.tap(one!);
    choose('sairec', 2);
    const now = offered();
    talk.tap(other!);
    expect(talk.text).toContain(talk.words('pairs:remark.changed'));
    expect([chosen()[0], chosen().length, offered()]).toEqual([parts(other!)[2], 3, now]);
  });

  test('back shows the pair again with what was chosen, and answering it again leads to the same place', () => {
    begin();
    choose('sairec', 3);
    const [now, was] = [offered(), chosen()];
    talk.tap('pairs:back');
    const question = talk.last.speech.replies.at(-1)!;
    if (question.kind !== 'question') throw new Error('no question');
    const marked = question.options.find((option) => option.chosen)!;
    expect(parts(marked.payload)[2]).toBe(was[2]);
    talk.tap(marked.payload);
    expect([offered(), chosen()]).toEqual([now, was]);
  });

  test('back from neither marks neither', () => {
    begin();
    talk.tap(offered()[2]!);
    talk.say('もどる');
    const neither = talk.last.speech.choices.find(({ payload }) => payload.endsWith(':none'))!;
    expect(neither.chosen).toBe(true);
    expect(talk.text).not.toContain(talk.words('pairs:asking.hint'));
  });

  test('back at the first pair leaves', () => {
    begin();
    talk.say('もどる');
    expect(talk.at).toBe('welcome/greeting');
  });

  test.each(['pairs:choose:r01:s01', 'pairs:choose:r01:s01:e02', 'pairs:choose', 'pairs:choose:zz:yy:zz'])(
    '%s is said to be of no use',
    (payload) => {
      begin();
      talk.tap(payload);
      expect([chosen(), talk.text]).toEqual([[], expect.stringContaining(talk.words('common:stale'))]);
    },
  );
});

describe('a break', () => {
  test('keeps the choices; the menu, and words, lead back', () => {
    begin();
    choose('sairec', 4);
    const now = offered();
    talk.say('休む');
    expect(talk.at).toBe('menu/resting');
    expect(talk.text).toContain(talk.words('menu:resting.kept'));
    talk.wait(3);
    talk.say('続き');
    if (talk.at === 'pairs/resuming') talk.say('続きから');
    expect([talk.at, offered()]).toEqual(['pairs/asking', now]);
  });

  test('opening it again offers to go on, or to begin anew', () => {
    begin();
    choose('sairec', 4);
    talk.say('メニュー');
    talk.tap('pairs:open');
    expect([talk.at, talk.text]).toEqual(['pairs/resuming', expect.stringContaining('4')]);
    talk.tap('pairs:over');
    expect([talk.at, chosen()]).toEqual(['pairs/asking', []]);
  });

  test('looking at something else in between loses nothing', () => {
    begin();
    choose('sairec', 2);
    const now = offered();
    talk.say('看護師');
    expect(talk.at).toBe('occupation/card');
    talk.say('もどる');
    expect([talk.at, offered()]).toEqual(['pairs/asking', now]);
  });

  test('choices between activities of another version are let go', () => {
    begin();
    choose('sairec', 4);
    talk.say('メニュー');
    const saved = talk.saved as { paused: { context: { questionnaire: number } }[] };
    saved.paused[0]!.context.questionnaire = -1;
    talk.tap('pairs:open');
    expect(talk.at).toBe('pairs/intro');
  });

  test('a position of an older machine is continued from its choices', () => {
    begin();
    choose('sairec', 4);
    const now = offered();
    (talk.saved as { stack: { machineVersion: number }[] }).stack.at(-1)!.machineVersion = 0;
    talk.say('🙂');
    expect([talk.at, chosen().length, offered()]).toEqual(['pairs/asking', 4, now]);
  });
});

describe('the end', () => {
  test('is a first sketch with jobs, and says so', () => {
    begin();
    choose();
    expect(talk.at).toBe('results/showing');
    const { pairs, interests } = talk.state.profile;
    expect(rankInterests(pairs!.scores)[0]).toBe('social');
    expect(pairs!.choices.length).toBeGreaterThanOrEqual(FEWEST_PAIRS);
    expect(pairs!.choices.length).toBeLessThanOrEqual(MOST_PAIRS);
    expect(interests).toBeUndefined();
    const title = talk.words('results:sketch.title').split('{{')[0]!.split('(')[0]!;
    expect(talk.text).toContain(title);
    expect(talk.text).toContain(String(pairs!.choices.length));
    expect(talk.last.speech.replies.at(-1)!.kind).toBe('cards');
    expect(talk.payloads).toEqual(expect.arrayContaining(['interests:open', 'pairs:open', 'go:menu']));
  });

  test('a tap too many shows nothing wrong', () => {
    begin();
    let last = '';
    while (talk.at === 'pairs/asking') talk.tap((last = offered()[0]!));
    const { pairs } = talk.state.profile;
    talk.tap(last);
    expect([talk.at, talk.state.profile.pairs]).toEqual(['results/showing', pairs]);
  });

  test('the questionnaire begins without a single answer filled in, and its result takes over', () => {
    begin();
    choose();
    talk.tap('interests:open');
    talk.tap('interests:start');
    expect((talk.state.stack.at(-1)!.context as { answers: object }).answers).toEqual({});
    talk.answer((item) => (item.startsWith('c') ? 5 : 2));
    expect(talk.at).toBe('results/showing');
    expect(talk.payloads).not.toContain('pairs:open');
    expect(talk.text).not.toContain(talk.words('results:sketch.scaleFlat'));
  });

  test('it can be done again, with another result', () => {
    begin();
    choose();
    talk.tap('pairs:open');
    expect(talk.at).toBe('pairs/intro');
    talk.tap('pairs:start');
    choose('cerias');
    expect(rankInterests(talk.state.profile.pairs!.scores)[0]).toBe('conventional');
  });

  test('the menu leads to it, and afterwards to the result', () => {
    talk.say('メニュー');
    talk.tap('welcome:ways');
    expect(talk.payloads).toContain('pairs:open');
    talk.say('もどる');
    expect(talk.at).toBe('menu/home');
    begin();
    choose();
    talk.say('メニュー');
    expect(talk.payloads).toContain('results:open');
  });

  test('whoever likes nothing gets no made-up result, but other ways on', () => {
    begin();
    while (talk.at === 'pairs/asking') talk.tap(offered()[2]!);
    expect(talk.at).toBe('pairs/faint');
    expect(talk.state.profile.pairs).toBeUndefined();
    expect(talk.payloads).toEqual(expect.arrayContaining(['interests:open', 'browse:open', 'pairs:over']));
    talk.say('もどる');
    expect([talk.at, chosen().length]).toEqual(['pairs/asking', FEWEST_PAIRS - 1]);
    talk.tap(offered()[2]!);
    talk.say('メニュー');
    talk.tap('pairs:open');
    talk.tap('pairs:continue');
    expect(talk.at).toBe('pairs/faint');
    talk.tap('pairs:over');
    expect([talk.at, chosen()]).toEqual(['pairs/asking', []]);
  });
});
