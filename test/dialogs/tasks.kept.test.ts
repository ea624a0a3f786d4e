/** What somebody can do, ticked from lists, kept, looked over and let go. */
import type { House } from '../../bot/house.ts';
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
const held = () => talk.state.profile.tasks ?? [];
const ticked = () =>
  choicesOf(talk.last.speech)
    .filter(({ chosen }) => chosen)
    .map(({ payload }) => payload.split(':')[2]);
describe('choosing', () => {
  test('families by pages, tasks by pages of at most eight, several ticked, other kinds', () => {
    talk.tap('tasks:open');
    talk.tap('tasks:families');
    const families = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const shown = talk.payloads.filter((payload) => payload.startsWith('tasks:family:'));
      expect(shown.length).toBeLessThanOrEqual(8);
      shown.forEach((payload) => families.add(payload));
      talk.tap(talk.payloads.find((payload) => payload.startsWith('tasks:families:'))!);
    }
    expect(families.size).toBe(house.catalogue.taskFamilies.size);
    for (const family of families) {
      talk.tap(family);
      for (let page = 1; ; page += 1) {
        const shown = talk.payloads.filter((payload) => payload.startsWith('tasks:pick:'));
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(8);
        for (const payload of shown)
          expect(house.catalogue.tasks.get(payload.split(':')[2]!)!.level).toBeLessThan(3);
        const more = `tasks:page:${page}`;
        if (!talk.payloads.includes(more)) break;
        talk.tap(more);
      }
      talk.tap('tasks:families');
    }
    talk.tap('tasks:family:cleaning');
    talk.say('1');
    talk.say('2');
    expect(held()).toHaveLength(2);
    expect(talk.at).toBe('tasks/picking');
    talk.say('もどる');
    expect(talk.at).toBe('tasks/families');
    talk.say('もどる');
    expect(talk.at).toBe('tasks/intro');
  });

  test.each([
    'tasks:family:nonsense',
    'tasks:pick:nonsense',
    'tasks:families:99',
    'tasks:page:99',
    'tasks:did:a:b',
  ])('%s changes nothing', (payload) => {
    talk.tap('tasks:open');
    const { at } = talk;
    talk.tap(payload);
    expect([talk.at, held()]).toEqual([at, []]);
    expect(talk.text).toContain(talk.words('common:stale'));
  });
});

describe('what was told', () => {
  beforeEach(() => {
    talk.tap('tasks:open');
    talk.say('犬の散歩');
  });

  test('outlives menu and days; it is shown and edited', () => {
    const before = held();
    talk.say('メニュー');
    expect(talk.text).toBe(talk.words('menu:home.text'));
    talk.wait(20);
    talk.tap('tasks:open');
    expect(talk.at).toBe('tasks/mine');
    expect(ticked()).toEqual(before);
    talk.tap(`tasks:pick:${before[0]}`);
    expect(held()).toEqual(before.slice(1));
    talk.tap(`tasks:pick:${before[0]}`);
    expect(new Set(held())).toEqual(new Set(before));
  });

  test('is forgotten when asked, after thinking twice', () => {
    talk.tap('tasks:mine');
    talk.tap('tasks:forget');
    expect(talk.at).toBe('tasks/forgetting');
    talk.say('もどる');
    expect(held()).not.toEqual([]);
    talk.tap('tasks:forget');
    talk.tap('tasks:forgotten');
    expect([talk.at, held()]).toEqual(['tasks/intro', []]);
    talk.tap('tasks:jobs');
    expect(talk.text).toContain(talk.words('common:stale'));
  });

  test('more than sixty are not kept, and pages of eight show them', () => {
    for (const family of house.catalogue.taskFamilies.keys()) {
      talk.tap(`tasks:families`);
      talk.tap(`tasks:family:${family}`);
      for (const payload of talk.payloads.filter((one) => one.startsWith('tasks:pick:'))) {
        if (!held().includes(payload.split(':')[2]!)) talk.tap(payload);
      }
    }
    expect(held().length).toBe(60);
    talk.tap('tasks:mine');
    expect(talk.payloads.filter((payload) => payload.startsWith('tasks:pick:'))).toHaveLength(8);
    talk.tap('tasks:page:7');
    expect(talk.payloads.filter((payload) => payload.startsWith('tasks:pick:'))).toHaveLength(4);
  });

  test('a task that is gone from the catalogue is left out', () => {
    const state = talk.saved as { profile: { tasks: string[] } };
    state.profile.tasks = ['no_such_task', 'clean_rooms'];
    talk.tap('tasks:open');
    expect(ticked()).toEqual(['clean_rooms']);
  });
});
