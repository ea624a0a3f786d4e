/** Names are names: no list of phrases may take an occupation, or a word that we explain, for something else. */
import type { House } from '../../bot/house.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
let saved: unknown;
beforeAll(async () => {
  house = await realHouse();
  const talk = new Talk(house, 'ja');
  talk.hello();
  talk.tap('go:menu');
  saved = talk.saved;
});

const leadsTo = (text: string): string => {
  const talk = new Talk(house, 'ja');
  talk.saved = structuredClone(saved);
  talk.say(text);
  return talk.at;
};

test('the name of every occupation leads to it', () => {
  const names = [...house.catalogue.occupations.values()].flatMap(({ name, texts }) => [name, texts.en.name]);
  const lost = names.filter((name) => !/^(?:occupation|search)\//u.test(leadsTo(name)));
  expect(lost).toEqual([]);
});

test('every word of the glossary that is asked about is explained', () => {
  const words = [...house.catalogue.glossary.values()].map(({ term }) => `${term}とは`);
  // 確定申告 and 労働基準監督署 stand in names, and are explained all the same.
  const lost = words.filter((word) => !/^(?:glossary|which|occupation|search)\//u.test(leadsTo(word)));
  expect(lost).toEqual([]);
});
