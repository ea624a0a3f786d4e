import type { House } from '../../bot/house.ts';
import type { Locale } from '../../domain/locales.ts';
import { LOCALES } from '../../domain/locales.ts';
import type { Card } from '../../replies/reply.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});
const meet = (locale: Locale = 'en') => {
  talk = new Talk(house, locale);
  talk.hello();
};
beforeEach(() => meet());

const cards = (): Card[] =>
  talk.last.speech.replies.flatMap((reply) => (reply.kind === 'cards' ? [...reply.cards] : []));
const urls = () => cards().flatMap(({ links = [] }) => links.map(({ url }) => url));
const helpline = (id: string) => house.catalogue.helplines.find((line) => line.id === id)!;
const dialled = (id: string) => `tel:${helpline(id).number.replaceAll('-', '')}`;

/** The card of a helpline says its name, number and note from the catalogue, and a tap calls that number. */
function expectToCall(id: string): void {
  const { name, number, note } = helpline(id);
  const card = cards().find(({ links = [] }) => links.some(({ url }) => url === dialled(id)));
  expect(card).toBeDefined();
  const { title, facts = [] } = card!;
  expect([title, ...facts.map(({ label }) => label)]).toContain(name[talk.locale]);
  const fact = facts.find(({ value }) => value === number);
  expect(fact?.note).toBe(note?.[talk.locale]);
}

test('support opens from anywhere, and back returns', () => {
  const before = talk.at;
  talk.tap('support:open');
  expect(talk.at).toBe('support/choosing');
  talk.tap('go:back');
  expect(talk.at).toBe(before);
});

test('it stands where people look for it: in the menu, and for those who feel uneasy', () => {
  talk.say('menu');
  expect(talk.payloads).toContain('support:open');
  meet();
  talk.tap('welcome:uneasy');
  expect(talk.payloads).toContain('support:open');
});

describe.each(LOCALES)('in %s', (locale) => {
  beforeEach(() => {
    meet(locale);
    talk.tap('support:open');
  });

  test('choosing offers three kinds of people', () => {
    expect(talk.question).not.toBe('');
    expect(talk.payloads).toEqual(['support:work', 'support:heart', 'support:rights', 'go:back', 'go:menu']);
  });

  test('work leads to a Support Station and Hello Work', () => {
    talk.say('1');
    expect(talk.at).toBe('support/work');
    expect(urls()).toEqual([
      house.catalogue.links.saposute!.url,
      house.catalogue.links.hellowork_offices!.url,
    ]);
  });

  test('heart begins with warmth, then the official list, lines to call and help in danger', () => {
    talk.say('2');
    expect(talk.at).toBe('support/heart');
    expect(talk.last.speech.replies[0]!.kind).toBe('text');
    expect(urls()[0]).toBe(house.catalogue.links.mental_health!.url);
    for (const id of ['yorisoi', 'yorisoi_tohoku', 'inochi_sos', 'kokoro']) expectToCall(id);
    expect(helpline('yorisoi').note![locale]).toMatch(/[2２]/u);
    expect(urls().slice(-2)).toEqual(['tel:119', 'tel:110']);
    expect(talk.text).toMatch(/119.*110/su);
  });

  test('rights leads to the hotline with its hours, and the official site', () => {
    talk.say('3');
    expect(talk.at).toBe('support/rights');
    expectToCall('labour_conditions');
    expect(helpline('labour_conditions').note![locale]).toMatch(/17/u);
    expect(urls().at(-1)).toBe(house.catalogue.links.labour_conditions!.url);
  });

  test('back from each leads to the choice, then out', () => {
    for (const place of ['work', 'heart', 'rights']) {
      talk.tap(`support:${place}`);
      talk.tap('go:back');
      expect(talk.at).toBe('support/choosing');
    }
    talk.tap('go:back');
    expect(talk.at).toBe('welcome/greeting');
  });

  test('heart opens in the middle of anything, keeps listening, and leads back there', () => {
    talk.tap('interests:open');
    talk.tap('interests:start');
    talk.answer(4, 3);
    const { question } = talk;
    talk.tap('support:heart');
    expect(talk.at).toBe('support/heart');
    const heart = talk.text;
    for (const words of ['もう無理です', 'I can’t any more']) {
      talk.say(words);
      expect(talk.at).toBe('support/listening');
      expect(talk.text).not.toContain(house.words.phrase(locale, { key: 'common:unclear' }));
      expect(talk.text.split('\n')[0]).not.toBe(heart.split('\n')[0]);
      for (const id of ['yorisoi', 'inochi_sos', 'kokoro']) expectToCall(id);
    }
    expect(talk.payloads).toContain('support:done');
    talk.say('1');
    expect(talk.at).toBe('interests/asking');
    expect(talk.question).toBe(question);
  });
});

test.each(['heart', 'listening'])('in %s back, menu and jobs work as everywhere', (state) => {
  const begin = () => {
    meet();
    talk.tap('support:heart');
    if (state === 'listening') talk.say('I can’t any more');
    expect(talk.at).toBe(`support/${state}`);
  };
  begin();
  talk.say('back');
  expect(talk.at).toBe('support/choosing');
  begin();
  talk.say('menu');
  expect(talk.at).toBe('menu/home');
  begin();
  talk.say('看護師');
  expect(talk.at).toMatch(/^(occupation|search)\//u);
  begin();
  talk.tap('support:done');
  expect(talk.at).toBe('welcome/greeting');
});

test('telephone numbers are not typed into words, but for 119 and 110', () => {
  for (const locale of LOCALES) {
    for (const state of ['open', 'work', 'heart', 'rights']) {
      meet(locale);
      talk.tap(`support:${state}`);
      const known = house.catalogue.helplines.map(({ number }) => number);
      const said = talk.text.replaceAll(/https?:\S+|tel:\S+/gu, '').match(/\d[\d-]{5,}/gu) ?? [];
      expect(said.filter((number) => !known.includes(number))).toEqual([]);
    }
  }
});
