import { LOCALES } from '../../domain/locales.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';
import type { House } from '../../bot/house.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new Talk(house, 'ja');
  talk.hello();
});

const cards = (): string[] =>
  talk.last.speech.replies.flatMap((reply) =>
    reply.kind === 'cards' ? reply.cards.map(({ title }) => title) : [],
  );

describe.each(LOCALES)('a wish in %s', (locale) => {
  const wish = {
    ja: '動物と関わりたい',
    'ja-easy': 'どうぶつの しごとが したいです',
    en: 'work with animals',
  }[locale];

  test('is understood from anywhere, shown five at a time with a reason each', () => {
    talk = new Talk(house, locale);
    talk.hello();
    talk.say(wish);
    expect(talk.at).toBe('search/wished');
    expect(cards()).toHaveLength(5);
    const label = house.catalogue.search.concepts.find(({ id }) => id === 'animals')!.label[locale];
    expect(talk.text).toContain(label);
    const first = cards();
    talk.tap('search:more');
    expect(cards()).toHaveLength(5);
    expect(cards()).not.toEqual(first);
    talk.tap('go:back');
    expect(cards()).toEqual(first);
  });
});

test('what is left out is said', () => {
  talk.say('福祉の仕事、介護はのぞく');
  expect(talk.text).toContain('「福祉」で、「介護」はのぞいて');
});

test('a condition is added by words and by tapping', () => {
  talk.say('動物の仕事');
  talk.say('資格なしで');
  expect(talk.text).toContain('動物・資格なしで');
  expect(cards()).not.toContain('獣医師');
  talk.tap('search:add:day');
  expect(talk.text).toContain('動物・資格なしで・夜勤なし');
});

test('another wish begins anew', () => {
  talk.say('動物の仕事');
  talk.say('音楽が好き');
  expect(talk.text).toContain('「音楽」で探しました');
});

test('what there are no figures about is said', () => {
  talk.say('在宅の仕事');
  expect(talk.text).toContain(talk.words('search:wished.unknown'));
});

test('an exact name still opens the occupation at once, in the search and outside', () => {
  talk.say('看護師');
  expect(talk.at).toBe('occupation/card');
  talk.tap('search:open');
  talk.say('ｶﾝｺﾞｼ');
  expect(talk.at).toBe('occupation/card');
});

test('where nothing fits, fields are offered', () => {
  talk.tap('search:open');
  talk.say('ふにゃふにゃ');
  expect(talk.at).toBe('search/none');
  talk.tap('search:wish:office');
  expect(talk.at).toBe('search/wished');
});

test('a question that is open is not left for a wish', () => {
  talk.begin();
  const { question } = talk;
  talk.say('動物と関わりたい');
  expect(talk.question).toBe(question);
});

test('neither the state nor a payload keeps what was typed', () => {
  talk.say('推しのいる動物の仕事');
  expect(JSON.stringify(talk.saved)).not.toMatch(/推し|動物/u);
});

test('a payload of a concept that is not there finds nothing, kindly', () => {
  talk.tap('search:wish:no_such_concept');
  expect(talk.at).toBe('search/none');
  talk.tap('search:wish:../x');
  expect(talk.text).toContain(talk.words('common:stale'));
});
