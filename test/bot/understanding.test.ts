/** What typed words are understood as: places, needs, answers, thanks. */
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

const begin = () => {
  talk.tap('interests:open');
  talk.tap('interests:start');
};

describe('understanding', () => {
  test.each(['さいたま', 'saitama', 'ｻｲﾀﾏ', '埼玉に住んでいます', '大宮'])(
    '%s is a prefecture where one is asked',
    (text) => {
      talk.tap('wages:open:156');
      talk.say(text);
      expect(talk.state.profile.prefecture).toBe('11');
      expect(talk.at).toBe('wages/single');
    },
  );

  test('a prefecture to compare with does not become home', () => {
    talk.tap('wages:open:156');
    talk.say('saitama');
    talk.tap('wages:other');
    talk.say('Okinawa');
    expect(talk.state.profile.prefecture).toBe('11');
    expect(talk.text).toMatch(/Saitama[\s\S]*Okinawa/u);
  });

  test('two prefectures in one sentence are offered, not guessed', () => {
    talk.tap('prefecture:open');
    talk.say('東京か大阪');
    expect(talk.payloads).toEqual(expect.arrayContaining(['prefecture:choose:13', 'prefecture:choose:27']));
  });

  test('somebody who begins with a wish is greeted, not told that they were not understood', () => {
    const stranger = new Talk(house, 'ja');
    stranger.say('なんかいい仕事ないかな');
    expect(stranger.at).toBe('welcome/greeting');
    expect(stranger.text).not.toContain(stranger.words('common:unclear'));
  });
});

describe('what is typed in need', () => {
  test.each([
    ['死にたい', 'support/heart'],
    ['もう疲れた、消えたい…', 'support/heart'],
    ['I want to die', 'support/heart'],
    ['たすけて', 'support/heart'],
    ['残業代が出ない', 'support/rights'],
    ['仕事をやめたい', 'support/rights'],
    ['人に相談したい', 'support/choosing'],
  ])('%s is heard before anything else, in the middle of the questionnaire', (text, place) => {
    begin();
    talk.answer(handy, 5);
    const { question } = talk;
    talk.say(text);
    expect(talk.at).toBe(place);
    talk.tap(place === 'support/heart' ? 'support:done' : 'go:back');
    if (talk.at === 'support/choosing') talk.tap('go:back');
    expect(talk.question).toBe(question);
  });

  test('thanks get a warm word', () => {
    talk.say('ありがとう');
    expect(talk.text).toContain(talk.words('common:thanks'));
  });
});

describe('the questionnaire understands words', () => {
  test.each([
    ['はい', 4],
    ['大好き', 5],
    ['いやだ', 1],
    ['no', 1],
    ['どっちでも', 3],
    ['わからない', 0],
    ['idk', 0],
  ])('%s is an answer', (text, value) => {
    begin();
    talk.say(text);
    const { answers } = talk.state.stack.at(-1)!.context as { answers: Record<string, number> };
    expect(Object.values(answers)).toEqual([value]);
  });

  test('part of a name is no search while a question is open; a whole name is', () => {
    begin();
    const { question } = talk;
    talk.say('介護');
    expect(talk.question).toBe(question);
    talk.say('看護師');
    expect(talk.at).toBe('occupation/card');
  });
});
