/** Looking around: by place, field, wishes, licence, or by surprise. */
import type { House } from '../../bot/house.ts';
import { LOCALES } from '../../domain/locales.ts';
import { ANYTHING, fieldOf, select, type Criteria } from '../../domain/browse.ts';
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

const total = (criteria: Partial<Criteria>): number =>
  select(house.catalogue, { ...ANYTHING, ...criteria }).length;
/** Occupations on view. */
const shown = (): number[] =>
  talk.payloads.flatMap((payload) => /^occupation:open:(\d+)$/u.exec(payload)?.[1] ?? []).map(Number);
const criteria = () => (talk.state.stack.at(-1)!.context as { criteria: Criteria }).criteria;
const has = (id: number) => house.catalogue.occupations.get(id)!;

describe.each(LOCALES)('in %s', (locale) => {
  test('every screen has words, a way on, and short labels', () => {
    talk = new Talk(house, locale);
    talk.hello();
    for (const [payload, at] of [
      ['browse:open', 'ways'],
      ['browse:ways:sea', 'ways'],
      ['browse:map:all', 'map'],
      ['browse:map:untrained', 'map'],
      ['browse:fields:all', 'fields'],
      ['browse:groups:f04', 'groups'],
      ['browse:wishes:all', 'wishes'],
      ['browse:wishes:sea.untrained.-it', 'wishes'],
      ['browse:avoids:-outdoor', 'avoids'],
      ['browse:licences:all', 'licences'],
      ['browse:list:sea', 'list'],
      ['browse:list:sea:5', 'list'],
      ['browse:list:q_nurse.nonight', 'list'],
      ['browse:surprise', 'surprise'],
    ] as const) {
      talk.tap(payload);
      expect([payload, talk.at]).toEqual([payload, `browse/${at}`]);
      expect(talk.payloads).toContain('go:menu');
      for (const { label } of talk.last.speech.choices) {
        expect([label, [...label.replace(/\([ぁ-ゖー]+\)/gu, '')].length <= 20]).toEqual([label, true]);
      }
    }
  });
});

test('from the menu, from unease, and where a search found nothing', () => {
  talk.say('menu');
  expect(talk.payloads).toContain('browse:open');
  talk.say("i'm scared of work");
  expect(talk.payloads).toContain('browse:open');
  talk.tap('search:open');
  expect(talk.payloads).toContain('browse:open');
  talk.say('zzzzqqqq');
  expect([talk.at, talk.payloads.includes('browse:open')]).toEqual(['search/none', true]);
  talk.say(talk.words('search:none.browse'));
  expect(talk.at).toBe('browse/ways');
  talk.say('back');
  expect(talk.at).toMatch(/^search\//u);
});

describe('by place', () => {
  test('the town and the buttons below it offer the same', () => {
    talk.tap('browse:map:all');
    const [picture, question] = talk.last.speech.replies;
    if (picture?.kind !== 'picture' || question?.kind !== 'question') throw new Error('no map');
    expect(picture.areas).toHaveLength(11);
    expect(picture.areas.map(({ choice }) => choice)).toEqual(question.options);
    expect(picture.alt.length).toBeGreaterThan(20);
  });

  test('five jobs at a time with name, summary and a reason, to the end of the list', () => {
    talk.tap('browse:map:all');
    talk.say('1');
    const seen = new Set<number>();
    for (let page = 0; ; page += 1) {
      expect(talk.at).toBe('browse/list');
      for (const id of shown()) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
        expect(has(id).angles!.places).toContain('sea');
      }
      const cards = talk.last.speech.replies.find(({ kind }) => kind === 'cards');
      if (cards?.kind !== 'cards') throw new Error('no cards');
      for (const { lines } of cards.cards) {
        expect(lines).toHaveLength(2);
        expect(lines!.every((line) => line.length > 5)).toBe(true);
      }
      if (!talk.payloads.some((payload) => payload.startsWith(`browse:list:sea:${(page + 1) * 5}`))) break;
      talk.say('more');
    }
    expect(seen.size).toBe(total({ place: 'sea' }));
    talk.say('back');
    expect(talk.payloads).toContain(`browse:list:sea:${seen.size - (seen.size % 5)}`);
  });

  test('an occupation is opened, and back leads to the same page', () => {
    talk.tap('browse:list:sea:5');
    const before = shown();
    talk.tap(`occupation:open:${before[1]}`);
    expect(talk.at).toBe('occupation/card');
    talk.say('back');
    expect([talk.at, shown()]).toEqual(['browse/list', before]);
  });

  test('narrowed further it keeps what was chosen', () => {
    talk.tap('browse:list:sea');
    talk.tap('browse:ways:sea');
    talk.tap('browse:wishes:sea');
    talk.tap('browse:wishes:sea.nonight');
    expect(talk.text).toContain(`${total({ place: 'sea', wants: ['nonight'] })} jobs`);
    talk.tap('browse:list:sea.nonight');
    expect(shown().every((id) => has(id).angles!.night === 'no')).toBe(true);
    talk.say('back');
    expect(talk.at).toBe('browse/wishes');
    talk.say('back');
    expect([talk.at, criteria().place, criteria().wants]).toEqual(['browse/ways', 'sea', []]);
  });
});

describe('by field', () => {
  test('a long field shows its groups first, a short one its jobs; no button leads nowhere', () => {
    talk.tap('browse:fields:all');
    const offered = talk.payloads.filter((payload) => /:f\d\d$/u.test(payload));
    expect(offered).toHaveLength(15);
    expect(offered).toContain('browse:groups:f04');
    expect(offered).toContain('browse:list:f08');
    talk.tap('browse:groups:f04');
    expect(talk.payloads).toContain('browse:list:f04_023');
    talk.say('See 36 jobs');
    expect([talk.at, criteria().field]).toEqual(['browse/list', '04']);
    talk.tap('browse:list:f04_023');
    expect(shown()).toContain(156);
    talk.say('back');
    expect(talk.at).toBe('browse/groups');
    talk.say('back');
    expect(talk.at).toBe('browse/fields');
  });
});

describe('by wishes', () => {
  test('toggles show what is chosen and how many are left', () => {
    talk.tap('browse:wishes:all');
    talk.say('Can start untrained');
    expect(talk.text).toContain(String(total({ wants: ['untrained'] })));
    const chosen = () =>
      talk.last.speech.replies.flatMap((reply) =>
        reply.kind === 'question' ? reply.options.filter(({ chosen: is }) => is) : [],
      );
    expect(chosen().map(({ payload }) => payload)).toEqual(['browse:wishes:all:entry']);
    talk.tap('browse:avoids:untrained:what');
    talk.say('No care work');
    expect(criteria()).toMatchObject({ wants: ['untrained'], avoids: ['care'] });
    expect(chosen()).toHaveLength(1);
    talk.tap(talk.payloads.find((payload) => payload.startsWith('browse:list:'))!);
    for (const id of shown()) {
      expect(has(id).angles!.untrained).toBe(true);
      expect(has(id).angles!.tags).not.toContain('care');
    }
  });

  test('a word typed where one says what to avoid is avoided', () => {
    talk.tap('browse:avoids:untrained');
    talk.say('care work');
    expect([talk.at, criteria()]).toEqual([
      'browse/list',
      { ...ANYTHING, wants: ['untrained'], avoids: ['care'] },
    ]);
  });

  test('a double tap on a toggle does not take it out again', () => {
    talk.tap('browse:wishes:all');
    talk.tap('browse:wishes:outdoor');
    talk.tap('browse:wishes:outdoor');
    expect(criteria().wants).toEqual(['outdoor']);
  });
});

describe('by licence', () => {
  test('the most frequent are offered; a name typed is found, one or several', () => {
    talk.tap('browse:licences:all');
    expect(talk.last.speech.typing).toBe(true);
    expect(talk.payloads).toContain('browse:list:q_nurse');
    talk.say('看護師');
    expect([talk.at, shown().includes(156)]).toEqual(['browse/list', true]);
    talk.tap('browse:licences:all');
    talk.say('フォークリフト');
    expect([talk.at, talk.text]).toEqual(['browse/licences', talk.words('browse:licences.several')]);
    talk.say('1');
    expect(talk.at).toBe('browse/list');
    expect(shown().length).toBeGreaterThan(0);
  });

  test('what is none is said kindly, and the frequent ones are offered again', () => {
    talk.tap('browse:licences:all');
    talk.say('空飛ぶ免許');
    expect([talk.at, talk.text]).toEqual(['browse/licences', talk.words('browse:licences.none')]);
    expect(talk.payloads).toContain('browse:list:q_nurse');
    talk.say('back');
    expect(talk.text).toBe(talk.words('browse:licences.text'));
  });

  test('the name of a job is still a job', () => {
    talk.tap('browse:licences:all');
    talk.say('パン屋');
    expect(talk.at).toMatch(/^(occupation|search)\//u);
  });
});

describe('surprise', () => {
  test('is another each time, remembered by id only', () => {
    talk.tap('browse:surprise');
    for (let i = 0; i < 9; i += 1) talk.say('Another one');
    const drawn = talk.state.profile.surprised!;
    expect([drawn.length, new Set(drawn).size]).toEqual([10, 10]);
    expect(shown()).toEqual([drawn.at(-1)]);
  });

  test('stays the same when coming back from its card', () => {
    talk.tap('browse:surprise');
    const [id] = shown();
    talk.tap(`occupation:open:${id}`);
    talk.say('back');
    expect([talk.at, shown()]).toEqual(['browse/surprise', [id]]);
    expect(talk.state.profile.surprised).toHaveLength(1);
  });

  test('is near the person, in a field they would not look at', () => {
    talk.begin();
    talk.answer(handy);
    const best = new Set(shown().map((id) => fieldOf(has(id))));
    talk.tap('browse:surprise');
    expect(best.has(fieldOf(has(shown()[0]!)))).toBe(false);
    expect(talk.text).toContain('in common with your answers');
  });
});

test('with a profile, lists are in the order of fit, and say so', () => {
  talk.begin();
  talk.answer(handy);
  talk.tap('browse:list:leisure');
  expect(talk.text).toContain(talk.words('browse:list.byFit'));
  const first = shown();
  const other = new Talk(house, 'en');
  other.hello();
  other.tap('browse:list:leisure');
  expect(other.text).toContain(other.words('browse:list.mixed'));
  expect(other.payloads.slice(0, 5)).not.toEqual(first.map((id) => `occupation:open:${id}`));
});
