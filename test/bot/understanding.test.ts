/** What typed words are understood as: places, needs, answers, thanks. */
import type { House } from '../../bot/house.ts';
import { normaliseText } from '../../domain/text.ts';
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
    talk.begin();
    talk.answer(handy, 5);
    const { question } = talk;
    talk.say(text);
    expect(talk.at).toBe(place);
    talk.tap(place === 'support/heart' ? 'support:done' : 'go:back');
    if (talk.at === 'support/choosing') talk.tap('go:back');
    expect(talk.question).toBe(question);
  });

  test('no name of an occupation is taken for it', () => {
    const needs = ['distress', 'rights', 'person'].flatMap((list) => [...house.words.heard.get(list)!]);
    const taken: string[] = [];
    for (const { name, reading, texts, aliases, aliasesEn } of house.catalogue.occupations.values()) {
      for (const typed of [name, reading, texts.en.name, ...aliases, ...aliasesEn]) {
        if (!needs.some((word) => normaliseText(typed).includes(word))) continue;
        const asked = new Talk(house, 'ja');
        asked.say(typed);
        if (!/^(occupation|search)\//u.test(asked.at)) taken.push(`${typed}: ${asked.at}`);
      }
    }
    expect(taken).toEqual([]);
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
    talk.begin();
    talk.say(text);
    const { answers } = talk.state.stack.at(-1)!.context as { answers: Record<string, number> };
    expect(Object.values(answers)).toEqual([value]);
  });

  test('part of a name is no search while a question is open; a whole name is', () => {
    talk.begin();
    const { question } = talk;
    talk.say('介護');
    expect(talk.question).toBe(question);
    talk.say('看護師');
    expect(talk.at).toBe('occupation/card');
  });
});

describe('sentences', () => {
  test.each([
    ['how much does a programmer make?', 'occupation/card', 'Programmer'],
    ['Nurse!', 'occupation/card', 'Nurse'],
    ['かんごし なりたい', 'occupation/card', 'Nurse'],
    ['看護師って大変？', 'occupation/card', 'Nurse'],
    ['nurse in osaka', 'wages/single', 'Osaka'],
    ['nurses in Tokyo and Osaka', 'wages/comparing', 'Tokyo'],
    ['I want to be a teacher', 'search/wished', ''],
    ['かいごの しごとが したいです', 'search/wished', ''],
    ['きゅうりょう いくら', 'search/asking', ''],
    ['tôi muốn tìm việc làm', 'language/choosing', ''],
  ])('%s leads to %s, here and in the search', (text, place, said) => {
    talk.say(text);
    expect([talk.at, talk.text]).toEqual([place, expect.stringContaining(said)]);
    talk.tap('search:open');
    talk.say(text);
    expect([talk.at, talk.text]).toEqual([place, expect.stringContaining(said)]);
  });

  test('beside an occupation a question about pay and a place mean that occupation', () => {
    talk.say('nurse');
    talk.say('きゅうりょうは いくらですか');
    expect(talk.at).toBe('prefecture/regions');
    talk.say('saitama');
    expect(talk.text).toMatch(/Nurse[\s\S]*Saitama/u);
    talk.say('Osaka?');
    expect(talk.text).toMatch(/Nurse[\s\S]*Osaka/u);
    expect(talk.state.profile.prefecture).toBe('11');
  });

  test.each(['自分の人生なんて', 'I start on monday', 'なんかいい仕事ないかな', 'a bit artful'])(
    '%s holds no name',
    (text) => {
      talk.say(text);
      expect(talk.at).toBe('welcome/greeting');
    },
  );

  test('an emoji is received; in the questionnaire a thumb is an answer', () => {
    talk.say('🙂');
    expect(talk.text).toContain(talk.words('common:unread.emoji'));
    talk.begin();
    talk.say('👍');
    const { answers } = talk.state.stack.at(-1)!.context as { answers: Record<string, number> };
    expect(Object.values(answers)).toEqual([4]);
  });
});

describe('somebody who is afraid of working', () => {
  test('is met from anywhere, and back leads to where they were', () => {
    talk.begin();
    const { question } = talk;
    talk.say('働くのこわい…');
    expect(talk.at).toBe('welcome/uneasy');
    const { text } = talk;
    talk.say('自分なんか…');
    expect(talk.text).toBe(text);
    talk.say('自分には何もできない');
    expect(talk.at).toBe('tasks/intro');
    talk.say('back');
    expect(talk.text).toBe(text);
    talk.say('back');
    expect(talk.question).toBe(question);
  });

  test('and who feels better is taken back from the helplines', () => {
    talk.begin();
    const { question } = talk;
    talk.say('死にたい');
    talk.say('誰にも言えない');
    expect(talk.at).toBe('support/listening');
    talk.say('少し落ち着いた。');
    expect(talk.question).toBe(question);
  });

  test.each(['疲れた', 'もういい', 'I’m tired'])('%s is a break in the questionnaire', (text) => {
    talk.begin();
    talk.answer(handy, 3);
    talk.say(text);
    expect(talk.at).toBe('menu/resting');
    expect(talk.payloads).toContain('interests:continue');
  });
});
