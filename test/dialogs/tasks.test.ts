/** What somebody can do: told in their own words or ticked, looked over, and the occupations that use it. */
import { renderSpeech } from '../../adapters/line/render.ts';
import type { House } from '../../bot/house.ts';
import { COMMON } from '../../dialogs/tasks/machine.ts';
import { LOCALES } from '../../domain/locales.ts';
import { choicesOf } from '../../replies/words.ts';
import { faultsOf } from '../line/standin/messages.ts';
import { payloadOf, tappables } from '../line/standin/reading.ts';
import { realHouse } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new Talk(house, 'ja');
  talk.hello();
});
const held = () => talk.state.profile.tasks ?? [];
const cards = () => {
  const reply = talk.last.speech.replies.find(({ kind }) => kind === 'cards');
  if (reply?.kind !== 'cards') throw new Error('no cards');
  return reply.cards;
};
const ticked = () =>
  choicesOf(talk.last.speech)
    .filter(({ chosen }) => chosen)
    .map(({ payload }) => payload.split(':')[2]);
/** Answers follow-up questions until occupations are shown. */
const answerAll = (did = 'no') => {
  for (let i = 0; i < 5 && talk.at === 'tasks/asking'; i += 1) {
    talk.tap(talk.payloads.find((payload) => payload.endsWith(`:${did}`))!);
  }
};

describe('the way in', () => {
  test('from the greeting of somebody nervous, the menu, and the results', () => {
    talk.tap('welcome:uneasy');
    expect(talk.payloads).toContain('tasks:open');
    talk.tap('go:menu');
    talk.tap('welcome:ways');
    expect(talk.payloads).toContain('tasks:open');
    talk.begin();
    talk.answer(handy);
    expect(talk.payloads).toContain('tasks:open');
  });

  test.each([
    '何ができる',
    'できることから',
    '何もできない',
    '自分は本当になにもできないんです',
    'できる仕事',
    'what can I do',
    'I can’t do anything',
    'なにも できません',
  ])('%s leads here from anywhere, and back to where one was', (text) => {
    talk.begin();
    const { question } = talk;
    talk.tap('go:menu');
    talk.tap('interests:open');
    talk.tap('interests:continue');
    talk.tap('occupation:open:156');
    talk.say(text);
    expect(talk.at).toBe('tasks/intro');
    talk.say('もどる');
    expect(talk.at).toBe('occupation/card');
    expect(question).not.toBe('');
  });

  test('「何もできないけど…」 has told already', () => {
    talk.say('何もできないけど、弟の宿題は見てた');
    expect(talk.at).toBe('tasks/told');
    expect(held()).toContain('help_with_study');
  });

  test('what can the chatbot do? is still the menu', () => {
    talk.say('他に何ができる');
    expect(talk.at).toBe('menu/home');
  });
});

describe('telling', () => {
  beforeEach(() => talk.tap('tasks:open'));

  test('begins by taking the fear away, and opens the keyboard', () => {
    expect(talk.at).toBe('tasks/intro');
    expect(talk.text).toContain(talk.words('tasks:intro.text'));
    expect(talk.last.speech.typing).toBe(true);
  });

  test('what was understood is shown, ticked; single tasks are taken off and put back', () => {
    talk.say('バイトでレジやってました');
    expect(talk.at).toBe('tasks/told');
    expect(ticked()).toContain('take_payment');
    const [first, second] = held();
    talk.tap(`tasks:pick:${second}`);
    expect(held()).not.toContain(second);
    expect(talk.payloads).toContain(`tasks:pick:${second}`);
    talk.tap(`tasks:pick:${second}`);
    expect(held()).toEqual(expect.arrayContaining([first, second]));
  });

  test('more words add; 「全部ちがう」 takes off the last words only', () => {
    talk.say('レジ');
    const before = held();
    talk.tap('tasks:add');
    talk.say('犬の散歩、レジ');
    expect(held().length).toBeGreaterThan(before.length);
    talk.say('違う');
    expect(talk.at).toBe('tasks/unheard');
    expect([...held()].sort()).toEqual([...before].sort());
  });

  test('no typed words are kept in the state', () => {
    talk.say('おばあちゃんの世話をしていた');
    expect(JSON.stringify(talk.saved)).not.toMatch(/おばあちゃん|世話/u);
    expect(held().length).toBeGreaterThan(0);
  });

  test('words that say nothing of a task are met kindly, with two ways on', () => {
    talk.say('ぴよぴよ');
    expect(talk.at).toBe('tasks/unheard');
    expect(talk.payloads).toEqual(expect.arrayContaining(['tasks:families', 'tasks:nothing']));
    talk.say('料理');
    expect(talk.at).toBe('tasks/told');
  });

  test('the name of an occupation, a place and a need are still heard', () => {
    talk.say('看護師');
    expect(talk.at).toBe('occupation/card');
    talk.say('もどる');
    expect(talk.at).toBe('tasks/intro');
    talk.say('死にたい');
    expect(talk.at).toBe('support/heart');
  });

  test.each(['ない', '何もない', '特にないです', '何もできない', 'わからない', 'nothing', 'ありません'])(
    '%s: three common things are asked instead of the same question',
    (text) => {
      talk.say(text);
      expect(talk.at).toBe('tasks/helping');
      expect(talk.payloads.filter((payload) => payload.startsWith('tasks:pick:'))).toHaveLength(3);
      expect(talk.text).not.toContain(talk.words('tasks:intro.text'));
    },
  );

  test('nothing of nine common things: the kinds are shown, never the same three again', () => {
    const seen = new Set<string>();
    talk.say('ない');
    for (let i = 0; i < 3; i += 1) {
      expect(talk.at).toBe('tasks/helping');
      for (const payload of talk.payloads.filter((one) => one.startsWith('tasks:pick:'))) seen.add(payload);
      talk.say('ない');
    }
    expect(seen.size).toBe(9);
    expect(talk.at).toBe('tasks/families');
  });

  test('one common thing is enough to go on', () => {
    talk.say('ない');
    talk.say('1');
    talk.say('これでいい');
    answerAll();
    expect(talk.at).toBe('tasks/showing');
  });

  test('going on with nothing ticked is no mistake', () => {
    talk.tap('tasks:done');
    expect(talk.at).toBe('tasks/helping');
  });
});

describe('questions and occupations', () => {
  beforeEach(() => {
    talk.tap('tasks:open');
    talk.say('バイトでレジやってました');
    talk.say('合ってる');
  });

  test('at most two questions; yes and a bit are kept, no is not, and none comes twice', () => {
    const before = held().length;
    expect(talk.at).toBe('tasks/asking');
    const first = talk.payloads[0]!;
    talk.say('少しある');
    expect(held()).toHaveLength(before + 1);
    expect(talk.at).toBe('tasks/asking');
    expect(talk.payloads[0]).not.toBe(first);
    talk.say('ない');
    expect(held()).toHaveLength(before + 1);
    expect(talk.at).toBe('tasks/showing');
    talk.tap(first);
    expect(talk.text).toContain(talk.words('common:stale'));
    expect(held()).toHaveLength(before + 1);
  });

  test('five occupations, each with what is done already and what is still to learn', () => {
    answerAll();
    expect(cards()).toHaveLength(5);
    expect(cards().map(({ title }) => title)).toContain('スーパーレジ係');
    for (const { lines, choices } of cards()) {
      expect(lines!.some((line) => line.startsWith('もうしていること:'))).toBe(true);
      expect(lines!.slice(2).some((line) => /^(すぐ始められる|練習しながら|訓練や資格)/u.test(line))).toBe(
        true,
      );
      expect(choices![0]!.payload).toMatch(/^occupation:open:\d+$/u);
    }
    talk.tap(cards()[0]!.choices![0]!.payload);
    expect(talk.at).toBe('occupation/card');
    talk.say('もどる');
    expect(talk.at).toBe('tasks/showing');
  });

  test('more occupations, back to the first, and a next step', () => {
    answerAll();
    const first = cards().map(({ title }) => title);
    talk.say('ほかの仕事');
    const second = cards().map(({ title }) => title);
    expect(second.filter((title) => first.includes(title))).toEqual([]);
    talk.say('もどる');
    expect(cards().map(({ title }) => title)).toEqual(first);
    expect(talk.payloads).toContain('next:open');
  });

  test('known interests are a second reason and do not change the order', () => {
    answerAll();
    const before = cards().map(({ title }) => title);
    talk.begin();
    talk.answer(handy);
    talk.tap('tasks:open');
    talk.tap('tasks:jobs');
    expect(cards().map(({ title }) => title)).toEqual(before);
  });
});

test('what is offered to somebody to whom nothing comes to mind can be started at once by anybody', () => {
  for (const task of COMMON) expect(house.catalogue.tasks.get(task)).toMatchObject({ level: 1 });
  expect(new Set(COMMON.map((task) => house.catalogue.tasks.get(task)!.family)).size).toBeGreaterThanOrEqual(
    6,
  );
});

test.each(LOCALES)('in %s no sentence of it judges', (locale) => {
  const words = JSON.stringify(
    ['intro', 'helping', 'unheard', 'told', 'showing'].map((node) =>
      house.words.phrase(locale, { key: `tasks:${node}.text`, params: { count: 2 } }),
    ),
  );
  expect(words).not.toMatch(/残念|べき|unfortunately|should|ざんねん/iu);
});

test.each(LOCALES)('in %s every screen is within what LINE takes, and nothing offered is lost', (locale) => {
  const own = new Talk(house, locale);
  own.hello();
  const moves = [
    'tasks:open',
    'tasks:nothing',
    'tasks:families',
    'tasks:families:1',
    'tasks:family:customers',
    'tasks:page:1',
    ...['welcome_people', 'take_orders'].map((task) => `tasks:pick:${task}`),
    'tasks:done',
    'tasks:jobs',
    'tasks:more',
    'tasks:mine',
    'tasks:forget',
  ];
  for (const payload of moves) {
    own.tap(payload);
    const messages = renderSpeech(own.last, { publicBaseUrl: 'https://shirube.example.jp' });
    expect([payload, faultsOf(messages)]).toEqual([payload, []]);
    const offered = new Set(tappables(messages).map(payloadOf));
    expect([payload, own.payloads.filter((one) => !offered.has(one))]).toEqual([payload, []]);
  }
});
