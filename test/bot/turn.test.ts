/** What a turn makes of everything that people, and broken clients, send. */
import type { House } from '../../bot/house.ts';
import { realHouse } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new Talk(house, 'en');
  talk.hello();
});

describe('the ways out', () => {
  test.each([
    ['menu', 'menu/home'],
    ['メニュー', 'menu/home'],
    ['stop', 'menu/resting'],
    ['やめる', 'menu/resting'],
    ['language', 'language/choosing'],
    ['start over', 'welcome/greeting'],
  ])('"%s" works in the middle of the questionnaire', (word, place) => {
    talk.begin();
    talk.say(word);
    expect(talk.at).toBe(place);
  });

  test('help keeps the place and repeats the question', () => {
    talk.begin();
    const { question } = talk;
    talk.say('help');
    expect(talk.at).toBe('interests/asking');
    expect(talk.text).toContain(talk.words('common:help'));
    expect(talk.question).toBe(question);
  });

  test('back leaves a dialog for the one underneath, and the ground for the menu', () => {
    talk.tap('search:open');
    talk.tap('occupation:open:156');
    talk.say('back');
    expect(talk.at).toBe('search/asking');
    talk.say('back');
    expect(talk.at).toBe('welcome/greeting');
    talk.say('back');
    expect(talk.at).toBe('menu/home');
  });

  test('the name of an occupation opens it from anywhere, and back returns', () => {
    talk.begin();
    talk.answer(4, 3);
    const { question } = talk;
    talk.say('nurse');
    expect(talk.at).toMatch(/^(occupation|search)\//u);
    talk.say('back');
    expect(talk.question).toBe(question);
  });

  test('a language is changed in the middle, and the same question comes in the new one', () => {
    talk.begin();
    talk.answer(4, 3);
    const item = talk.payloads[0]!.split(':')[2];
    talk.tap('language:set:ja-easy');
    expect(talk.state.locale).toBe('ja-easy');
    expect(talk.payloads[0]).toContain(item);
    expect(talk.question).toMatch(/[ぁ-ん]/u);
  });
});

test.each([
  ['wages:compare:156:13', 'wages/single'],
  ['results:open', 'results/unknown'],
  ['occupation:open:999999', 'occupation/missing'],
  ['support:work', 'support/work'],
])('after %s a language is changed and everything is said in it', (payload, place) => {
  talk.tap(payload);
  expect(talk.at).toBe(place);
  const { replies } = talk.last.speech;
  talk.say('日本語');
  expect(talk.at).toBe(place);
  expect(talk.last.speech.replies.map(({ kind }) => kind)).toEqual(replies.map(({ kind }) => kind));
  expect(talk.text).toMatch(/[ぁ-ん]/u);
});

test.each(['2', '2.', '２。', '2番'])('%s taps the second button, also where names are typed', (text) => {
  talk.tap('search:open');
  const second = talk.payloads[1]!;
  talk.say(text);
  expect(talk.at).toBe('occupation/card');
  expect(second).toBe(`occupation:open:${(talk.state.stack.at(-1)!.context as { id: number }).id}`);
});

describe('the questionnaire', () => {
  test('typing a number, a full-width number or the words on a button answers', () => {
    talk.begin();
    talk.say('4');
    talk.say('５');
    talk.say(
      talk.last.speech.replies.flatMap((reply) => (reply.kind === 'question' ? reply.options : []))[1]!.label,
    );
    const { answers } = talk.state.stack.at(-1)!.context as { answers: Record<string, number> };
    expect(Object.values(answers)).toEqual([4, 5, 2]);
  });

  test('an earlier button corrects that answer and keeps the question', () => {
    talk.begin();
    const first = talk.payloads[0]!.split(':')[2]!;
    talk.answer(4, 5);
    const { question } = talk;
    talk.tap(`interests:answer:${first}:1`);
    expect(talk.question).toBe(question);
    expect(talk.text).toContain(house.catalogue.interestQuestionnaire.items[0]!.text.en);
    const { answers } = talk.state.stack.at(-1)!.context as { answers: Record<string, number> };
    expect(answers[first]).toBe(1);
  });

  test('two taps on the same button count once', () => {
    talk.begin();
    const payload = talk.payloads[3]!;
    talk.tap(payload);
    const { question } = talk;
    talk.tap(payload);
    expect(talk.question).toBe(question);
    expect(Object.keys((talk.state.stack.at(-1)!.context as { answers: object }).answers)).toHaveLength(1);
  });

  test('back asks the question before again and marks what was answered', () => {
    talk.begin();
    const { question } = talk;
    talk.answer(4, 1);
    talk.say('back');
    expect(talk.question).toBe(question);
    const reply = talk.last.speech.replies.find(({ kind }) => kind === 'question');
    expect(reply?.kind === 'question' && reply.options[3]?.chosen).toBe(true);
  });

  test('paused, it goes on nine days later at the same question and says how much is left', () => {
    talk.begin();
    talk.answer(handy, 23);
    const item = talk.payloads[0]!.split(':')[2]!;
    talk.say('stop');
    expect(talk.text).toContain(talk.words('menu:resting.kept'));
    talk.wait(9);
    talk.say('hi');
    expect(talk.text).toContain(talk.words('common:welcomeBack'));
    talk.tap('interests:open');
    expect(talk.at).toBe('interests/resuming');
    expect(talk.text).toContain('37');
    talk.tap('interests:continue');
    expect(talk.payloads[0]).toBe(`interests:answer:${item}:1`);
  });

  test('left without a word, it greets after nine days with what is left and asks the same question', () => {
    talk.begin();
    talk.answer(handy, 23);
    const { question } = talk;
    talk.wait(9);
    talk.hello();
    expect(talk.text).toContain('37');
    expect(talk.question).toBe(question);
  });

  test('a button tapped nine days later counts', () => {
    talk.begin();
    talk.answer(handy, 23);
    const payload = talk.payloads[4]!;
    talk.wait(9);
    talk.tap(payload);
    expect(talk.text).toContain('36');
    expect(talk.at).toBe('interests/asking');
  });

  test('all answers alike are noticed kindly; the result can still be seen', () => {
    talk.begin();
    talk.answer(3);
    expect(talk.at).toBe('interests/concern');
    talk.tap('interests:show');
    expect(talk.at).toBe('results/flat');
  });

  test('many skips are noticed; only the skipped ones are asked again', () => {
    talk.begin();
    let count = 0;
    talk.answer((item) => (count++ % 4 === 0 ? 0 : handy(item)));
    expect(talk.at).toBe('interests/concern');
    expect(talk.text).toContain('15');
    talk.tap('interests:review');
    talk.answer(handy, 15);
    expect(talk.at).toBe('results/showing');
  });

  test('with too few answers there is no result, and no button that pretends so', () => {
    talk.begin();
    talk.answer(0);
    expect(talk.at).toBe('interests/concern');
    expect(talk.payloads).not.toContain('interests:show');
    talk.tap('interests:show');
    expect(talk.at).toBe('interests/concern');
  });
});

describe('bad input is conversation', () => {
  const inputs: readonly [string, string][] = [
    ['an emoji', '😀'],
    ['10,000 characters', 'あ'.repeat(10_000)],
    ['a lone surrogate', '\ud83d'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['only spaces', ' 　\n '],
    ['a script tag', '<script>alert(1)</script>'],
    ['an interpolation', '{{secret}} $t(common:menu)'],
    ['a very long emoji sequence', '👨‍👩‍👧‍👦'.repeat(2000)],
  ];
  test.each(inputs)('%s is answered kindly and loses nothing', (_name, text) => {
    talk.begin();
    talk.answer(handy, 7);
    const before = talk.state.stack;
    const { question } = talk;
    talk.say(text);
    expect(talk.state.stack).toEqual(before);
    expect(talk.question).toBe(question);
    expect(talk.text.length).toBeGreaterThan(question.length);
  });

  test.each([
    'interests:answer:r01:9',
    'interests:answer:nothing:3',
    'interests:answer',
    'occupation:open:abc',
    'wages:compare:156:48',
    'wages:compare:156:13,27,23,40',
    'nobody:open',
    'go:away',
    'language:set:tlh',
    ':::::',
    '',
    '__proto__:constructor',
    'next:open:99999999999',
  ])('the payload %p changes nothing', (payload) => {
    talk.begin();
    talk.answer(handy, 7);
    const before = talk.state.stack;
    talk.tap(payload);
    expect(talk.state.stack).toEqual(before);
    expect(talk.text).toContain(talk.words('common:stale'));
  });

  test('a payload of 5,000 characters changes nothing', () => {
    talk.begin();
    const before = talk.state.stack;
    talk.tap('a'.repeat(5000));
    expect(talk.state.stack).toEqual(before);
  });

  test('a payload from another dialog is refused kindly where it makes no sense', () => {
    talk.tap('occupation:open:156');
    talk.tap('wages:other');
    expect(talk.at).toBe('occupation/card');
    expect(talk.text).toContain(talk.words('common:stale'));
  });

  test('an answer to a questionnaire that was put aside takes it up again', () => {
    talk.begin();
    talk.answer(handy, 7);
    const payload = talk.payloads[2]!;
    talk.tap('go:menu');
    talk.tap(payload);
    expect(talk.at).toBe('interests/asking');
    expect(talk.question).not.toBe('');
  });

  test.each(['sticker', 'picture', 'sound', 'file', 'place'] as const)('a %s is answered', (kind) => {
    talk.begin();
    const { question } = talk;
    talk.send({ kind });
    expect(talk.question).toBe(question);
    expect(talk.text).not.toBe(question);
  });

  test('an unknown occupation is said to be unknown', () => {
    talk.tap('occupation:open:999999');
    expect(talk.at).toBe('occupation/missing');
    talk.tap('next:open:999999');
    expect(talk.at).toBe('next/steps');
  });
});
