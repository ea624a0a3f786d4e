/** What is typed in the middle of anything: asked about, told, felt, or just said. */
import type { House } from '../../bot/house.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { realHouse } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
const meet = (locale: Locale = 'en', payload = 'go:menu') => {
  talk = new Talk(house, locale);
  talk.hello();
  talk.tap(payload);
};
beforeEach(() => meet());

const NURSE = 156;
/** Whether one of the ways of a sentence of ours was said. */
const said = (key: string): boolean => {
  const namespace = JSON.stringify([0, 1, 2].map((way) => talk.words(`hearing:${key}.${way}`)));
  return (JSON.parse(namespace) as string[]).some((words) => talk.text.includes(words));
};

describe('pay', () => {
  test.each([
    ['en', 'how much do nurses get in Osaka?'],
    ['ja', '大阪の看護師の給料は?'],
    ['ja-easy', 'おおさかの かんごしは いくら もらえますか'],
  ] as const)('of an occupation in a prefecture (%s)', (locale, text) => {
    meet(locale);
    talk.say(text);
    expect(talk.at).toBe('wages/single');
    expect(talk.state.stack.at(-1)!.context).toMatchObject({ id: NURSE, areas: ['27'] });
  });

  test('without a place it is shown where the person lives', () => {
    talk.tap('prefecture:choose:11');
    talk.tap('prefecture:open');
    talk.say('Saitama');
    talk.say('what does a nurse earn?');
    expect(talk.at).toBe('wages/single');
    expect(talk.text).toContain('Saitama');
  });

  test('of the occupation in view, also while a word is explained on top of it', () => {
    talk.tap(`occupation:open:${NURSE}`);
    talk.say('what is overtime');
    expect(talk.at).toBe('glossary/entry');
    talk.say('and the pay in Osaka?');
    expect(talk.state.stack.at(-1)).toMatchObject({
      dialog: 'wages',
      context: { id: NURSE, areas: ['27'] },
    });
  });

  test('of those listed, side by side', () => {
    talk.begin();
    talk.answer(handy);
    expect(talk.at).toBe('results/showing');
    talk.say('which of these pays best?');
    expect(talk.at).toBe('list/compared');
  });

  test.each(['how much can I earn?', '給料ってどのくらい?'])('of none: %s asks which', (text) => {
    talk.say(text);
    expect(talk.at).toBe('search/asking');
    expect(talk.text).toContain(talk.words('hearing:wage.which'));
  });

  test('a word of pay is explained, not taken for a question about an occupation', () => {
    meet('ja');
    talk.say('最低賃金って県で違うの?');
    expect(talk.at).toBe('glossary/entry');
  });
});

describe('feelings', () => {
  test.each([
    ['ja', '今日は疲れちゃった', 'tired'],
    ['ja', 'なんか不安になってきた', 'afraid'],
    ['ja', 'ほんとめんどくさい', 'bored'],
    ['ja', 'むかつくわ', 'angry'],
    ['ja', '落ち込んでます', 'sad'],
    ['ja', 'また面接落ちた', 'rejected'],
    ['ja-easy', 'うれしいです', 'happy'],
    ['ja-easy', 'ねむいです', 'tired'],
    ['en', "I'm so tired today", 'tired'],
    ['en', 'this is so boring', 'bored'],
    ['en', 'I got rejected again', 'rejected'],
    ['en', "I don't know what I want", 'unsure'],
  ] as const)('%s: %s is heard kindly, and what was there stays', (locale, text, kind) => {
    meet(locale);
    const { question, at } = talk;
    talk.say(text);
    expect(said(`feeling.${kind}`)).toBe(true);
    expect([talk.at, talk.question]).toEqual([at, question]);
  });

  test('being bored does not end a questionnaire', () => {
    talk.begin();
    talk.answer(handy, 3);
    const { question } = talk;
    talk.say('this is boring');
    expect(said('feeling.bored')).toBe(true);
    expect(talk.question).toBe(question);
  });

  test('who is tired of a questionnaire may rest, and goes on later', () => {
    talk.begin();
    talk.answer(handy, 3);
    talk.say('so tired of this');
    expect(said('feeling.tired')).toBe(true);
    expect(talk.at).toBe('menu/resting');
    expect(talk.payloads).toContain('interests:continue');
  });

  test.each([
    '死んじゃいたい',
    '生きてる価値あるのかな',
    'もう生きていけない',
    'I wanna die',
    'no point in living',
    'ひとりぼっちで つらいです',
  ])('%s goes to people at once', (text) => {
    talk.begin();
    talk.say(text);
    expect(talk.at).toBe('support/heart');
  });

  test.each(['社長に怒鳴られた', 'my boss yells at me', 'きゅうりょうを もらって いません'])(
    '%s goes to people who know the rules',
    (text) => {
      talk.say(text);
      expect(talk.at).toBe('support/rights');
    },
  );

  test('a rule is explained to who asks about it', () => {
    meet('ja');
    talk.say('残業代ってどういうときにもらえるの?');
    expect(talk.at).toBe('glossary/entry');
  });

  test('a mixed sentence is answered, with a warm word', () => {
    talk.say("I'm tired but what does a nurse earn?");
    expect(talk.at).toMatch(/^(occupation\/card|wages\/)/u);
    expect(said('feeling.tired')).toBe(true);
  });
});

describe('small talk', () => {
  test.each([
    ['are you a robot?', 'robot'],
    ['who are you?', 'who'],
    ['tell me a joke', 'joke'],
    ['you are stupid', 'insult'],
    ['nice weather today', 'weather'],
    ['君だれ?', 'who'],
    ['天気いいね', 'weather'],
    ['sdkfjhg', 'noise'],
  ])('%s gets one light sentence, in the middle of a question', (text, kind) => {
    talk.begin();
    talk.answer(handy, 3);
    const { question } = talk;
    talk.say(text);
    expect(talk.text).toContain(talk.words(`hearing:talk.${kind}`));
    expect(talk.question).toBe(question);
  });

  test.each(['ありがとう、助かった', 'ok thanks a lot'])('%s is thanks', (text) => {
    talk.say(text);
    expect(talk.text).toContain(talk.words('common:thanks'));
  });
});

describe('commands inside a sentence', () => {
  test.each([
    ['menu please', 'menu/home'],
    ['can i finish this later?', 'menu/resting'],
    ['メニュー出して', 'menu/home'],
    ['ちょっと中断します', 'menu/resting'],
    ['わたしの リストを みせて ください', 'list/empty'],
  ])('%s', (text, place) => {
    talk.begin();
    talk.answer(handy, 3);
    talk.say(text);
    expect(talk.at).toBe(place);
  });

  test.each(["I don't want to stop", 'やめたくない', '戻りたくない'])('%s is none', (text) => {
    talk.begin();
    talk.answer(handy, 3);
    const { question } = talk;
    talk.say(text);
    expect(talk.at).toBe('interests/asking');
    expect(talk.question).toBe(question);
  });

  test('languages are changed at once', () => {
    talk.say('日本語にしてほしい');
    expect(talk.state.locale).toBe('ja');
    talk.say('えいごで おねがいします');
    expect(talk.state.locale).toBe('en');
  });

  test('what is kept is told honestly', () => {
    talk.say('who can see what I write?');
    expect(talk.text).toContain('180 days');
    const brief = new Talk({ ...house, keepDays: 30 }, 'ja');
    brief.hello();
    brief.say('会話は残りますか');
    expect(brief.text).toContain('30日');
  });

  test.each([
    'please delete my data',
    'forget me',
    'データを消して',
    'わたしのことを忘れて',
    'わたしの情報全部消して',
    'わたしの ことを わすれて ください',
    'delete everything you know about me',
  ])('%s asks whether to delete it', (text) => {
    talk.say(text);
    expect(talk.at).toBe('forget/asking');
  });

  test.each(["don't delete my data", 'データを消さないで', 'ここでやめたら答え消える?'])(
    '%s does not',
    (text) => {
      talk.say(text);
      expect(talk.at).not.toBe('forget/asking');
    },
  );
});

describe.each(['story', 'similar', 'ladder'])('in the %s of an occupation', (part) => {
  test.each([
    ['ja', '似ている仕事', 'occupation/similar'],
    ['ja', '一日', 'occupation/story'],
    ['ja', 'この先は?', 'occupation/ladder'],
    ['ja', '給料', 'wages/asking'],
    ['ja-easy', 'にている しごと', 'occupation/similar'],
    ['ja-easy', 'いちにち', 'occupation/story'],
    ['ja-easy', 'このさき', 'occupation/ladder'],
    ['en', 'similar jobs', 'occupation/similar'],
    ['en', 'a day', 'occupation/story'],
    ['en', 'where does it lead', 'occupation/ladder'],
    ['en', 'pay', 'wages/asking'],
    ['en', 'save this one', 'list/showing'],
  ] as const)('%s: %s leads to %s', (locale, text, place) => {
    meet(locale, `occupation:${part}:${NURSE}`);
    expect(talk.at).toBe(`occupation/${part}`);
    talk.say(text);
    const under = talk.state.stack.map(({ dialog, value }) => `${dialog}/${String(value)}`);
    expect(under).toContain(place);
  });
});

test('a number in a few words answers; two numbers do not', () => {
  meet('ja');
  talk.begin();
  const { question } = talk;
  talk.say('2か3かな');
  expect(talk.question).toBe(question);
  talk.say('うーん、2かな');
  expect(talk.question).not.toBe(question);
});

describe('where two things may be meant', () => {
  beforeEach(() => meet('ja'));

  test('it is asked, and either way leads on', () => {
    talk.say('介護');
    expect(talk.at).toBe('which/asking');
    expect(talk.payloads.slice(0, 3)).toEqual(['which:take:0', 'which:take:1', 'which:neither']);
    const before = talk.saved;
    talk.say('1');
    const first = talk.at;
    talk.saved = before;
    talk.say('2つ目');
    expect([first, talk.at].toSorted()).toEqual(['browse/list', 'glossary/entry']);
    talk.say('もどる');
    expect(talk.at).toBe('menu/home');
  });

  test('neither, and back, lead to where it was typed', () => {
    for (const word of ['どちらでもない', 'もどる']) {
      talk.say('介護');
      talk.say(word);
      expect(talk.at).toBe('menu/home');
    }
  });

  test('who goes on with something else is not brought back to it', () => {
    talk.say('介護');
    talk.say('看護師');
    expect(talk.at).toBe('occupation/card');
    talk.say('もどる');
    expect(talk.at).toBe('menu/home');
  });

  test('a question is not left for it', () => {
    talk.begin();
    const { question } = talk;
    talk.say('介護');
    expect(talk.question).toBe(question);
  });

  test('a button of it that is tapped later changes nothing', () => {
    talk.tap('which:take:0');
    expect(talk.at).toBe('menu/home');
    expect(talk.text).toContain(talk.words('common:stale'));
  });
});

test.each(LOCALES)('what nobody understands is said to be so, with ways on (%s)', (locale) => {
  meet(locale);
  talk.say('ぴょろりんぱ ぽぽぽ');
  expect(talk.text).toContain(talk.words('common:unclear'));
  expect(talk.at).toBe('menu/home');
});

test('no typed text is kept in the state', () => {
  meet('ja');
  const texts = ['介護', 'レジ打ちしてました', '宇宙ひもの給料', '犬のひげ剃り師になりたい', 'うれしいひげ'];
  for (const text of texts) {
    talk.say(text);
    const kept = JSON.stringify(talk.state);
    expect([text, kept.includes(text), /[ぁ-んァ-ヶ]/u.test(kept)]).toEqual([text, false, false]);
  }
});
