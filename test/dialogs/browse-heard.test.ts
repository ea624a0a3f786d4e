/** Looking around in one's own words, and buttons that lead nowhere any more. */
import type { House } from '../../bot/house.ts';
import { ANYTHING, type Criteria } from '../../domain/browse.ts';
import { PLACES } from '../../domain/catalogue.ts';
import { LOCALES } from '../../domain/locales.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new Talk(house, 'en');
  talk.hello();
});
const criteria = () => (talk.state.stack.at(-1)!.context as { criteria: Criteria }).criteria;

describe('typed words', () => {
  test.each([
    ['海の仕事', 'browse/list', { place: 'sea' }],
    ['海の仕事がしたい', 'browse/list', { place: 'sea' }],
    ['資格いらない', 'browse/list', { wants: ['nolicence'] }],
    ['夜勤なし', 'browse/list', { wants: ['nonight'] }],
    ['人と話したくない', 'browse/list', { avoids: ['people'] }],
    ['工場で働きたい', 'browse/list', { place: 'factory' }],
    ['よるのしごとはいやです', 'browse/list', { wants: ['nonight'] }],
    ['outdoor work', 'browse/list', { wants: ['outdoor'] }],
    ['without licence', 'browse/list', { wants: ['nolicence'] }],
    ['i want to work in a factory', 'browse/list', { place: 'factory' }],
    ['browse jobs', 'browse/ways', {}],
    ['分野から', 'browse/fields', {}],
    ['おまかせ', 'browse/surprise', {}],
  ] as const)('%s', (text, at, wanted) => {
    talk.say('menu');
    talk.say(text);
    expect([text, talk.at]).toEqual([text, at]);
    if (at === 'browse/list') expect(criteria()).toEqual({ ...ANYTHING, ...wanted });
    talk.say('back');
    expect(talk.at).toBe('menu/home');
  });

  test.each(LOCALES)(
    'in %s the name of every place, which a tap on an older picture says on LINE',
    (locale) => {
      for (const place of PLACES) {
        const label = house.words.phrase(locale, { key: `page:place.${place}` });
        const other = new Talk(house, locale);
        other.hello();
        other.tap('browse:surprise');
        other.say(label);
        expect([label, other.at]).toEqual([label, 'browse/list']);
        expect(other.state.stack.at(-1)!.context).toMatchObject({ criteria: { place } });
      }
    },
  );

  test('add up inside; where nothing is left, the last word counts alone', () => {
    talk.say('海の仕事');
    talk.say('夜勤なし');
    expect(criteria()).toEqual({ place: 'sea', wants: ['nonight'], avoids: [] });
    talk.tap('browse:list:sea.it.care');
    expect(talk.at).toBe('browse/none');
    talk.tap('browse:list:f08_050');
    talk.say('海の仕事');
    expect(criteria()).toEqual({ place: 'sea', wants: [], avoids: [] });
  });

  test('names of jobs stay names of jobs', () => {
    talk.say('menu');
    talk.say('消防士');
    expect(talk.at).toMatch(/^(occupation|search)\//u);
    talk.tap('browse:map:all');
    talk.say('ナース');
    expect(talk.at).toMatch(/^(occupation|search)\//u);
  });

  test('a questionnaire is not left for a word', () => {
    talk.begin();
    talk.say('it');
    expect(talk.at).toBe('interests/asking');
  });
});

test.each([
  'browse:list:moon',
  'browse:list',
  'browse:list:sea:x',
  'browse:fly',
  'browse:list:sea.-untrained',
])('%s is answered, whatever it means', (payload) => {
  talk.tap(payload);
  expect(talk.text.trim()).not.toBe('');
  expect(talk.payloads.some((one) => one.startsWith('go:') || one.includes(':open'))).toBe(true);
});

test('a button of older data says that nothing is there, with ways on', () => {
  for (const payload of [
    'browse:list:f77',
    'browse:list:q_xnosuch',
    'browse:list:sea:95',
    'browse:groups:f88',
  ]) {
    talk.tap(payload);
    expect([payload, talk.at, talk.text]).toEqual([payload, 'browse/ways', talk.words('browse:ways.none')]);
  }
});

test('a surprise from a field without a name of ours is shown without it', () => {
  const catalogue = { ...house.catalogue, fields: new Map() };
  const other = new Talk({ ...house, catalogue }, 'en');
  other.hello();
  other.tap('browse:surprise');
  expect([other.at, other.text.split('\n')[0]]).toEqual([
    'browse/surprise',
    other.words('browse:surprise.plain'),
  ]);
  expect(other.payloads.some((payload) => payload.startsWith('browse:list'))).toBe(false);
});
