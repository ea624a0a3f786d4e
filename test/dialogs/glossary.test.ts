/** Words of work explained: asked for anywhere, offered where they stand, and back to where one was. */
import type { House } from '../../bot/house.ts';
import { LOCALES } from '../../domain/locales.ts';
import { choicesOf } from '../../replies/words.ts';
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

test.each([
  ['正社員って何?', 'regular_employee'],
  ['離職票とは', 'separation_notice'],
  ['りしょくひょう って なんですか', 'separation_notice'],
  ['有給の意味を教えて', 'paid_leave'],
  ['What is a probation period?', 'probation_period'],
  ['what does overtime mean', 'overtime'],
  ['試用期間', 'probation_period'],
])('%s is explained', (text, entry) => {
  talk.say(text);
  expect(talk.at).toBe('glossary/entry');
  expect(talk.text).toContain(house.catalogue.glossary.get(entry)!.texts.ja);
});

test('a word asked about in the middle of the questionnaire leads back to the same question', () => {
  talk.tap('interests:open');
  talk.tap('interests:start');
  const question = talk.text;
  talk.say('有給って何?');
  expect(talk.at).toBe('glossary/entry');
  talk.say('もどる');
  expect(talk.text).toBe(question);
});

test('beside “I did not understand” no word is offered', () => {
  const offered = () =>
    choicesOf(talk.last.speech).filter(({ payload }) => payload.startsWith('glossary:open:')).length;
  talk.tap('occupation:story:156');
  expect(offered()).toBeGreaterThan(0);
  talk.say('ふにゃふにゃほげほげ');
  expect(offered()).toBe(0);
});

test('an occupation asked about in that way is shown', () => {
  talk.say('看護師ってどういう意味?');
  expect(talk.at).toBe('occupation/card');
});

test('what is not in the glossary is not guessed', () => {
  talk.say('ほげほげって何?');
  expect(talk.at).not.toMatch(/^glossary/u);
});

test.each(LOCALES)(
  'hard words in a text are offered, two at most, and fit the smallest button in %s',
  (locale) => {
    const reader = new Talk(house, locale);
    reader.hello();
    let offered = 0;
    for (const id of house.catalogue.occupations.keys()) {
      reader.tap(`occupation:story:${id}`);
      const words = choicesOf(reader.last.speech).filter(({ payload }) =>
        payload.startsWith('glossary:open:'),
      );
      expect(words.length).toBeLessThanOrEqual(2);
      for (const { label } of words) expect([...label].length).toBeLessThanOrEqual(20);
      offered += words.length;
    }
    expect(offered).toBeGreaterThan(200);
  },
);
