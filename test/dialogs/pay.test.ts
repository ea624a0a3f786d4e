import type { House } from '../../bot/house.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

/** 起業、創業: neither the survey nor Hello Work has a figure for it. */
const FOUNDER = 250;

test('a source stands only beside figures that are shown', () => {
  const shown = (id: number) => {
    const talk = new Talk(house, 'ja');
    talk.hello();
    talk.tap(`wages:compare:${id}:29`);
    const [reply] = talk.last.speech.replies;
    return reply?.kind === 'cards' ? reply.cards[0]!.sources! : [];
  };
  const { sources } = house.catalogue;
  expect(shown(156)).toHaveLength(3);
  expect(shown(FOUNDER)).toEqual([expect.stringContaining(sources.minimum_wage.attribution)]);
});

test('yearly pay in millions has the same number of digits everywhere', () => {
  const talk = new Talk(house, 'en');
  talk.hello();
  for (const area of ['11', '13', '27', '47']) {
    talk.tap(`wages:compare:156:${area},01,02`);
    for (const amount of JSON.stringify(talk.last.speech).match(/¥[\d.]+ million/gu)!) {
      expect(amount).toMatch(/^¥\d+\.\d{3} million$/u);
    }
  }
});
