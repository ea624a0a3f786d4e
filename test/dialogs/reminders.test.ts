import type { House } from '../../bot/house.ts';
import { LOCALES } from '../../domain/locales.ts';
import { realHouse } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});
function onLine(locale: (typeof LOCALES)[number] = 'ja'): Talk {
  const talk = new Talk(house, locale);
  talk.channel = 'line';
  talk.hello();
  return talk;
}
const set = (talk: Talk) => (talk.state.reminders ?? []).map(({ kind }) => kind);

describe('in words', () => {
  test.each([
    ['明日リマインドして', 'reminders/asking'],
    ['あした メッセージを おくって', 'reminders/asking'],
    ['あした声をかけて', 'reminders/asking'],
    ['Remind me tomorrow, please', 'reminders/asking'],
    ['毎週一つ仕事を教えて', 'reminders/weekly'],
    ['まいしゅう しごとを おしえて ください', 'reminders/weekly'],
    ['tell me about one job every week', 'reminders/weekly'],
    ['お知らせを止めて', 'reminders/stopped'],
    ['メッセージは いりません', 'reminders/stopped'],
    ['please stop the reminders', 'reminders/stopped'],
    ['お知らせ', 'reminders/showing'],
    ['reminders', 'reminders/showing'],
    // These say goodbye, and wish for nothing.
    ['また明日', 'menu/resting'],
    ['see you tomorrow', 'menu/resting'],
  ])('%s → %s', (text, at) => {
    const talk = onLine();
    talk.say(text);
    expect(talk.at).toBe(at);
  });
});

test('asked for at the end of a rest, kept, shown, and ended with one tap', () => {
  const talk = onLine();
  talk.tap('go:pause');
  expect(talk.payloads).toContain('reminders:tomorrow');
  talk.tap('reminders:tomorrow');
  expect(talk.payloads).toEqual(
    expect.arrayContaining(['reminders:at:8', 'reminders:at:12', 'reminders:at:19']),
  );
  talk.tap('reminders:at:19');
  expect(talk.state.reminders).toEqual([{ kind: 'once', at: '2026-11-22T10:00:00.000Z' }]);
  expect(talk.payloads).toContain('reminders:stop');
  talk.tap('reminders:weekly');
  talk.tap('reminders:open');
  expect(talk.text).toBe(talk.words('reminders:showing.both'));
  talk.tap('reminders:stop');
  expect(set(talk)).toEqual([]);
  talk.tap('reminders:open');
  expect(talk.text).toBe(talk.words('reminders:showing.none'));
});

test('a questionnaire is where it was, under the reminder', () => {
  const talk = onLine();
  talk.begin();
  talk.answer(4, 10);
  talk.tap('reminders:at:8');
  talk.tap('go:back');
  expect(talk.at).toBe('interests/asking');
  talk.wait(1);
  talk.happen({ kind: 'wake' });
  expect(talk.at).toBe('reminders/ringing');
  expect(talk.text).toContain('50');
  talk.tap('interests:continue');
  expect(talk.at).toBe('interests/asking');
  talk.answer(4, 5);
  expect(Object.keys((talk.state.stack.at(-1)!.context as { answers: object }).answers)).toHaveLength(15);
});

test.each(LOCALES)('the weekly one knows what fits, and is silent once stopped (%s)', (locale) => {
  const talk = onLine(locale);
  talk.begin();
  talk.answer(handy);
  const best = talk.payloads.filter((payload) => payload.startsWith('occupation:open:'));
  talk.tap('reminders:weekly');
  talk.wait(7.4);
  talk.happen({ kind: 'wake' });
  expect(talk.at).toBe('reminders/telling');
  expect(best).toContain(talk.payloads.find((payload) => payload.startsWith('occupation:open:')));
  talk.tap('reminders:stop');
  talk.wait(7);
  expect(talk.happen({ kind: 'wake' })).toBeNull();
});

test('on the web and in the terminal nothing is promised that cannot be kept', () => {
  for (const channel of ['web', 'console'] as const) {
    const talk = new Talk(house, 'ja');
    talk.channel = channel;
    talk.hello();
    talk.tap('go:pause');
    expect(talk.payloads).not.toContain('reminders:tomorrow');
    talk.say('明日リマインドして');
    expect(talk.text).toBe(talk.words('reminders:elsewhere.off'));
    expect(talk.payloads).not.toContain('carry:open');
    talk.tap('reminders:at:8');
    expect(set(talk)).toEqual([]);
  }
});

test('where LINE is within reach, the web names it and offers the way', () => {
  const reach = { ...house.reach, line: { id: '@shirube' } };
  const talk = new Talk({ ...house, reach }, 'en');
  talk.channel = 'web';
  talk.hello();
  talk.say('remind me tomorrow');
  expect(talk.text).toBe(talk.words('reminders:elsewhere.text'));
  expect(talk.payloads).toContain('carry:open');
});
