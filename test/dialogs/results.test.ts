/** Jobs for somebody: one list by all that is known, and what counts in it. */
import type { House } from '../../bot/house.ts';
import { LOCALES } from '../../domain/locales.ts';
import { choicesOf } from '../../replies/words.ts';
import { realHouse } from '../support/house.ts';
import { handy } from '../support/talk.ts';
import { ValuesTalk } from '../support/values-talk.ts';

let house: House;
let talk: ValuesTalk;
beforeAll(async () => {
  house = await realHouse();
});
const known = (locale: (typeof LOCALES)[number] = 'en'): ValuesTalk => {
  const made = new ValuesTalk(house, locale);
  made.begin();
  made.answer(handy);
  made.start('short');
  made.tell(made.settled);
  return made;
};
beforeEach(() => {
  talk = known();
});

/** Occupations on view. */
const shown = (): number[] =>
  talk.payloads.flatMap((payload) => /^occupation:open:(\d+)$/u.exec(payload)?.[1] ?? []).map(Number);
const shifts = () => talk.state.profile.shifts;

describe.each(LOCALES)('in %s', (locale) => {
  test('every screen has words, a way on, and short labels', () => {
    talk = known(locale);
    for (const [payload, at] of [
      ['results:open', 'results/list'],
      ['results:list:nolicence.-people.bypay', 'results/list'],
      ['results:list:pay400.open.byopenings', 'results/list'],
      ['results:list:care.it.nolicence', 'results/none'],
      ['results:weights', 'results/weights'],
      ['results:turn:compensation', 'results/turning'],
      ['results:weigh:values.compensation-0.stability-3.autonomy-1', 'results/none'],
      ['results:list:all', 'results/list'],
      ['results:interests', 'results/showing'],
      ['results:values', 'results/valued'],
      ['browse:ways:mine', 'browse/ways'],
      ['browse:wishes:mine.nolicence:pay', 'browse/wishes'],
      ['browse:avoids:mine.nolicence:day', 'browse/avoids'],
      ['occupation:fit:156', 'occupation/fit'],
      ['occupation:fit:156:nolicence.nonight', 'occupation/fit'],
    ] as const) {
      talk.tap(payload);
      expect([payload, talk.at]).toEqual([payload, at]);
      expect(talk.payloads).toContain('go:menu');
      for (const { label } of talk.last.speech.choices) {
        expect([label, [...label.replace(/\([ぁ-ゖー]+\)/gu, '')].length <= 20]).toEqual([label, true]);
      }
    }
  });

  test('every condition has words, wanted and avoided', () => {
    talk = known(locale);
    for (const screen of ['wishes', 'avoids']) {
      for (const group of ['entry', 'day', 'what', 'pay']) {
        talk.tap(`browse:${screen}:mine:${group}`);
        const labels = choicesOf(talk.last.speech).map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }
    }
  });
});

describe('one list', () => {
  test('says what it is built on; both profiles are a tap away', () => {
    talk.tap('results:open');
    expect(talk.at).toBe('results/list');
    expect(talk.text).toContain('I compared 498 jobs with your answers.');
    expect(talk.text).toContain(talk.words('results:list.built.both'));
    const first = shown();
    for (const [payload, at] of [
      ['results:interests', 'results/showing'],
      ['results:values', 'results/valued'],
    ] as const) {
      expect(talk.payloads).toContain(payload);
      talk.tap(payload);
      expect([talk.at, shown()]).toEqual([at, first]);
      talk.tap('results:open');
    }
  });

  test('from a first sketch, and with nothing known', () => {
    talk = new ValuesTalk(house);
    talk.tap('results:open');
    expect(talk.at).toBe('results/unknown');
    talk.tap('pairs:open');
    talk.tap('pairs:start');
    while (talk.at === 'pairs/asking')
      talk.tap(talk.payloads.find((payload) => payload.startsWith('pairs:choose:'))!);
    talk.tap('results:open');
    expect(talk.text).toContain(talk.words('results:list.built.sketch'));
    expect(talk.payloads).toContain('values:open');
  });
});

describe('what counts', () => {
  test('is shifted by taps, shown, and undone with one', () => {
    talk.tap('results:open');
    const before = shown();
    talk.tap('results:weights');
    talk.say('What matters to me counts more');
    expect([talk.at, shifts()]).toEqual(['results/list', { lean: 'values', values: {} }]);
    expect(talk.text).toContain(talk.words('results:shift.values'));
    expect(shown()).not.toEqual(before);
    talk.tap('results:weights');
    talk.say('Good pay');
    expect(talk.at).toBe('results/turning');
    talk.say('Leave it out');
    expect(shifts()).toEqual({ lean: 'values', values: { compensation: 0 } });
    talk.say('Undo that');
    expect(shifts()).toEqual({ lean: 'values', values: {} });
    talk.tap('results:weigh:even');
    expect(shown()).toEqual(before);
  });

  test.each([
    ['money matters less than time', { work_life_balance: 3, compensation: 1 }],
    ['お金はそんなに大事じゃない', { compensation: 1 }],
    ['お金より時間', { work_life_balance: 3, compensation: 1 }],
    ['おかねはたいせつじゃない', { compensation: 1 }],
    ["I don't care about status", { social_recognition: 0 }],
    ['job security is most important to me', { stability: 3 }],
    ['人間関係が一番大事', { good_relationships: 3 }],
    ['I prefer time over money', { work_life_balance: 3, compensation: 1 }],
  ] as const)('is shifted by words: %s', (text, values) => {
    talk.tap('results:open');
    talk.say(text);
    expect([talk.at, shifts()]).toEqual(['results/list', { values }]);
    talk.say('undo that');
    expect(shifts()).toEqual({ values: {} });
  });

  test.each(['how much money does a nurse make', '給料はいくら', 'time', 'お金', '看護師の給料'])(
    'is not shifted by %s',
    (text) => {
      talk.tap('go:menu');
      talk.say(text);
      expect(shifts()).toBeUndefined();
    },
  );

  test('an answer to a question shifts nothing', () => {
    talk.start('full');
    talk.say('お金はそんなに大事じゃない');
    expect([talk.at, shifts()]).toEqual(['values/asking', undefined]);
  });

  test('without answers about what matters, these are offered; without any, all is', () => {
    talk = new ValuesTalk(house);
    talk.say('money is not important');
    expect(talk.at).toBe('results/unknown');
    talk.begin();
    talk.answer(handy);
    talk.say('money is not so important');
    expect(talk.at).toBe('results/unweighed');
    expect(talk.payloads).toContain('values:open');
    talk.tap('results:weights');
    expect([talk.at, talk.payloads.includes('values:open')]).toEqual(['results/weights', true]);
  });
});
