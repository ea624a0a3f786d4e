/** The person's list narrowed by conditions, and why an occupation is not in it. */
import type { House } from '../../bot/house.ts';
import { ANYTHING, readCriteria, select, type Criteria } from '../../domain/browse.ts';
import { choicesOf } from '../../replies/words.ts';
import { realHouse } from '../support/house.ts';
import { handy } from '../support/talk.ts';
import { ValuesTalk } from '../support/values-talk.ts';

let house: House;
let talk: ValuesTalk;
beforeAll(async () => {
  house = await realHouse();
});
const known = (): ValuesTalk => {
  const made = new ValuesTalk(house);
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
const kept = (): Criteria => readCriteria(talk.state.profile.narrowed ?? 'all')!;
const meets = (id: number, code: string, area = '00'): boolean =>
  select(house.catalogue, readCriteria(code)!, { area, matches: null }).some((one) => one.id === id);

describe('narrowing', () => {
  test('by the screens of browsing, with counts that are kept to; the heading says it', () => {
    talk.tap('results:open');
    talk.say('Narrow it down');
    talk.tap('browse:wishes:mine');
    talk.say('No licence needed');
    talk.say('Place and hours');
    const nights = choicesOf(talk.last.speech).find(({ label }) => label.startsWith('No night work'))!;
    const count = Number(/\((\d+)\)/u.exec(nights.label)![1]);
    talk.tap(nights.payload);
    talk.tap(talk.payloads.find((payload) => payload.startsWith('browse:list:'))!);
    expect([talk.at, kept()]).toEqual(['results/list', { ...ANYTHING, wants: ['nolicence', 'nonight'] }]);
    expect(talk.text).toContain(`No licence needed and No night work: ${count} jobs.`);
    for (const id of shown()) expect(meets(id, 'nolicence.nonight')).toBe(true);
    expect(talk.text).toContain('Meets: No licence needed and No night work');
    expect(talk.state.stack.map(({ dialog }) => dialog).filter((name) => name === 'results')).toHaveLength(1);
  });

  test('stays while one looks at occupations and at the menu; one tap clears it', () => {
    talk.tap('results:list:nolicence.-people');
    const first = shown();
    talk.tap(`occupation:open:${first[0]}`);
    talk.say('back');
    expect([talk.at, shown()]).toEqual(['results/list', first]);
    talk.say('menu');
    talk.tap('results:open');
    expect(shown()).toEqual(first);
    talk.say('Clear conditions');
    expect([kept(), talk.text.includes('I compared 498 jobs with your answers.')]).toEqual([ANYTHING, true]);
  });

  test('back from the screens leaves the list as it was', () => {
    talk.tap('results:list:nolicence');
    const first = shown();
    talk.say('Narrow it down');
    talk.tap('browse:wishes:mine.nolicence.sitting:day');
    talk.say('back');
    talk.say('back');
    expect([talk.at, kept(), shown()]).toEqual([
      'results/list',
      { ...ANYTHING, wants: ['nolicence'] },
      first,
    ]);
  });

  test('in words, adding up; too far, it says so and offers what to let go, the last first', () => {
    talk.tap('results:open');
    talk.say('no night shifts');
    talk.say('夜勤なし');
    talk.say('caring');
    expect(kept().wants).toEqual(['nonight', 'care']);
    talk.say('no licence');
    talk.say('it jobs');
    expect(talk.at).toBe('results/none');
    const [first] = choicesOf(talk.last.speech);
    expect(first!.label).toMatch(/^Without “IT” \(\d+\)$/u);
    talk.say('1');
    expect([talk.at, kept().wants]).toEqual(['results/list', ['nonight', 'care', 'nolicence']]);
  });

  test('where the figures to tell are missing, it says how many, and shows them when asked', () => {
    talk.tap('results:values');
    talk.tap('results:list:highschool');
    const said = /(\d+) more (?:has|have) no figures/u.exec(talk.text);
    expect(said === null).toBe(!talk.payloads.includes('results:list:highschool.open'));
    talk = new ValuesTalk(house);
    talk.tap('browse:list:highschool');
    expect(talk.text).toContain('49 more have no figures to tell.');
    talk.say('Include those too');
    expect(talk.text).toContain('49 of them have no figures to tell.');
    talk.say('Leave those out');
    expect(talk.text).toContain('49 more');
  });

  test('by pay where the person lives: the figures stand on the cards, and follow the prefecture', () => {
    talk.tap('results:list:nolicence.pay400.bypay');
    expect(talk.text).toMatch(/In order of pay, all/iu);
    const national = shown();
    talk.tap('prefecture:open');
    talk.say('okinawa');
    expect(talk.at).toBe('results/list');
    expect(talk.text).toContain('In order of pay, Okinawa');
    expect(shown()).not.toEqual(national);
    for (const id of shown()) expect(meets(id, 'nolicence.pay400', '47')).toBe(true);
    const cards = talk.last.speech.replies.find(({ kind }) => kind === 'cards');
    if (cards?.kind !== 'cards') throw new Error('no cards');
    for (const { facts, sources } of cards.cards) {
      expect([facts?.length, sources?.length]).toEqual([1, 1]);
      expect(facts![0]!.note).toMatch(/\d/u);
    }
    talk.say('Closest first');
    expect(kept().sort).toBeUndefined();
  });

  test('a place that is typed is where the person lives; beside a question about pay it is not', () => {
    talk.tap('results:list:pay400');
    talk.say('沖縄');
    expect([talk.at, talk.state.profile.prefecture]).toEqual(['results/list', '47']);
    expect(talk.text).toContain('Okinawa');
    for (const id of shown()) expect(meets(id, 'pay400', '47')).toBe(true);
    expect(kept().wants).toEqual(['pay400']);
    talk.say('給料 大阪');
    expect(talk.state.profile.prefecture).toBe('47');
  });

  test('a page of a list that has grown shorter begins anew', () => {
    talk.tap('results:open');
    talk.tap('results:more');
    talk.tap('results:more');
    talk.tap(`occupation:fit:${shown()[0]}:care`);
    talk.say('back');
    talk.say('back');
    expect(shown().length).toBeGreaterThan(0);
  });

  test('conditions of data that are gone are left out', () => {
    talk.tap('results:list:f77.nolicence.q_xnosuch');
    expect([talk.at, kept()]).toEqual(['results/list', { ...ANYTHING, wants: ['nolicence'] }]);
  });
});

describe('why not', () => {
  test.each([
    'why not nurse?',
    'why is nurse not on my list',
    'なんで看護師は出ないの?',
    'どうして看護師がないの',
    'how do i fit as a nurse',
    '看護師は私に合いますか',
  ])('%s', (text) => {
    talk.tap('results:list:nonight');
    talk.say(text);
    expect(talk.at).toBe('occupation/fit');
    expect(talk.text).toContain('Nurse and you');
    expect(talk.text).toMatch(/place \d+ of 498/u);
  });

  test('says what leaves it out, and lets it go with one tap', () => {
    talk.tap('results:list:nolicence.nonight.indoor');
    talk.say('why not nurse');
    talk.say('Take off “No licence needed”');
    expect([talk.at, kept().wants]).toEqual(['occupation/fit', ['nonight', 'indoor']]);
    talk.say('Take off “No night work”');
    expect(talk.text).toContain(talk.words('occupation:fit.free'));
    expect(talk.text).toMatch(/With your conditions, place \d+ of \d+/u);
    talk.say('Jobs for me');
    expect([talk.at, kept().wants]).toEqual(['results/list', ['indoor']]);
  });

  test('from the card of an occupation, once something is known', () => {
    talk.tap('occupation:open:156');
    expect(talk.payloads).toContain('occupation:fit:156');
    talk.tap('occupation:fit:156');
    talk.say('back');
    expect(talk.at).toBe('occupation/card');
    const stranger = new ValuesTalk(house);
    stranger.tap('occupation:open:156');
    expect(stranger.payloads).not.toContain('occupation:fit:156');
    stranger.say('why not nurse');
    expect([stranger.at, stranger.payloads.includes('pairs:open')]).toEqual(['occupation/fit', true]);
  });

  test('of an occupation without figures, without a verdict', () => {
    const { id } = [...house.catalogue.occupations.values()].find((one) => !one.interests && !one.values)!;
    talk.tap(`occupation:fit:${id}`);
    expect(talk.text).toContain(talk.words('occupation:fit.noFigures'));
    talk.tap('occupation:fit:999999');
    expect(talk.at).toBe('occupation/missing');
  });

  test('payloads that make no sense are stale', () => {
    for (const payload of [
      'occupation:fit:156:moon',
      'results:list:moon',
      'results:turn:money',
      'results:weigh:x',
      'browse:wishes:all:moon',
    ]) {
      talk.tap(payload);
      expect([payload, talk.text.includes(talk.words('common:stale'))]).toEqual([payload, true]);
    }
  });
});
