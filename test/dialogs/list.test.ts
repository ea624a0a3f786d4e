/** Occupations kept, compared side by side, and let go. */
import type { House } from '../../bot/house.ts';
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
const keep = (...ids: number[]) => ids.forEach((id) => talk.tap(`list:keep:${id}`));
const kept = () => talk.state.profile.kept ?? [];

test('an occupation is kept from its card, once, and back leads to the card', () => {
  talk.tap('occupation:open:156');
  talk.tap('list:keep:156');
  expect([kept(), talk.at]).toEqual([[156], 'list/showing']);
  talk.say('back');
  expect(talk.at).toBe('occupation/card');
  expect(talk.payloads).toContain('list:open');
  expect(talk.payloads).not.toContain('list:keep:156');
  talk.tap('list:keep:156');
  expect(kept()).toEqual([156]);
  expect(talk.text).toContain(talk.words('list:note.already'));
});

test('the list is in the menu, answers to its name, and outlives days away', () => {
  keep(156, 134);
  talk.wait(10);
  talk.say('menu');
  expect(talk.payloads).toContain('list:open');
  talk.say('マイリスト');
  expect(talk.payloads.slice(0, 2)).toEqual(['occupation:open:156', 'occupation:open:134']);
  talk.say('1');
  expect(talk.at).toBe('occupation/card');
});

test('what does not exist is not kept', () => {
  keep(999999);
  expect([kept(), talk.at]).toEqual([[], 'list/empty']);
});

test('a full list says so and loses nothing', () => {
  const ids = [...house.catalogue.occupations.keys()].slice(0, 11);
  keep(...ids);
  expect(kept()).toEqual(ids.slice(0, 10));
  expect(talk.text).toContain('The list holds 10');
});

test('one is taken off, all are taken off, and thinking twice keeps them', () => {
  keep(156, 134, 313);
  talk.tap('list:edit');
  talk.tap('list:drop:134');
  expect([kept(), talk.at]).toEqual([[156, 313], 'list/editing']);
  talk.tap('list:drop:134');
  expect(kept()).toEqual([156, 313]);
  talk.tap('list:clear');
  talk.say('Keep it');
  expect([kept(), talk.at]).toEqual([[156, 313], 'list/editing']);
  talk.tap('list:clear');
  talk.tap('list:cleared');
  expect([kept(), talk.at]).toEqual([[], 'list/empty']);
});

test('a button of an older screen empties nothing', () => {
  keep(156);
  talk.tap('list:cleared');
  expect(kept()).toEqual([156]);
});

describe('comparing', () => {
  test('two lie side by side: what one does, getting in, pay here, openings', () => {
    talk.tap('prefecture:open');
    talk.say('Tokyo');
    keep(156, 313);
    const compare = talk.payloads.find((payload) => payload.startsWith('list:compare'))!;
    talk.tap(compare);
    expect(talk.at).toBe('list/compared');
    const [reply] = talk.last.speech.replies;
    if (reply?.kind !== 'cards') throw new Error('no cards');
    expect(reply.cards).toHaveLength(2);
    for (const [i, id] of [156, 313].entries()) {
      const { lines, facts, sources, title } = reply.cards[i]!;
      expect(title).toBe(house.catalogue.occupations.get(id)!.texts.en.name);
      expect(lines![0]).toBe(house.catalogue.occupations.get(id)!.texts.en.summary);
      expect(lines!.join()).toContain('At a glance:');
      expect(facts!.map(({ label }) => label).join()).toMatch(/Tokyo[\s\S]*job seeker/iu);
      expect(sources).toHaveLength(2);
    }
  });

  test('of more than three, two or three are picked; a fourth is not', () => {
    keep(156, 134, 313, 1);
    talk.tap('list:choose');
    expect(talk.payloads).not.toContain('list:compare');
    for (const id of [156, 134, 313, 1]) talk.tap(`list:pick:${id}`);
    talk.tap('list:pick:134');
    talk.tap('list:pick:1');
    talk.tap('list:compare');
    const [reply] = talk.last.speech.replies;
    expect(reply?.kind === 'cards' && reply.cards.map(({ title }) => title)).toEqual([
      'Nurse',
      'Programmer',
      'Tofu maker',
    ]);
    talk.say('back');
    expect(talk.at).toBe('list/showing');
  });

  test.each(['list:compare:156', 'list:compare:156,156', 'list:compare:1,2,3,4', 'list:compare:x,y'])(
    '%s makes no sense and is said kindly',
    (payload) => {
      talk.tap(payload);
      expect(talk.text).toContain(talk.words('common:stale'));
    },
  );

  test('what is gone is left out', () => {
    talk.tap('list:compare:156,999999');
    const [reply] = talk.last.speech.replies;
    expect(reply?.kind === 'cards' && reply.cards).toHaveLength(1);
  });
});
