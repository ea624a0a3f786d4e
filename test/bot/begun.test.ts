/** What a person began is never lost, whatever they tap or type in between. */
import type { House } from '../../bot/house.ts';
import { realHouse } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;
beforeAll(async () => {
  house = await realHouse();
});

describe('what was begun is never lost', () => {
  const answers = () => Object.keys((talk.state.stack.at(-1)!.context as { answers: object }).answers).length;
  beforeEach(() => {
    talk = new Talk(house, 'en');
    talk.hello();
    talk.tap('interests:open');
    talk.tap('interests:start');
    talk.answer(handy, 20);
  });

  test.each(['interests:open', '続き', 'continue'])('by %s in the middle', (input) => {
    if (input.includes(':')) talk.tap(input);
    else talk.say(input);
    expect(talk.at).toBe('interests/resuming');
    expect(answers()).toBe(20);
  });

  test('by opening it again from a dialog that lies on it', () => {
    talk.say('nurse');
    talk.tap('results:open');
    talk.tap('interests:open');
    expect(talk.at).toBe('interests/resuming');
    expect(talk.state.stack.filter(({ dialog }) => dialog === 'interests')).toHaveLength(1);
    talk.tap('interests:continue');
    talk.answer(handy, 2);
    talk.tap('go:menu');
    expect(talk.state.paused).toHaveLength(1);
    talk.tap('interests:continue');
    expect(answers()).toBe(22);
  });

  test('under a pile of other dialogs', () => {
    for (let i = 0; i < 5; i++) {
      for (const payload of ['search:open', 'occupation:open:156', 'wages:compare:156:13', 'next:open:156']) {
        talk.tap(payload);
      }
    }
    expect(talk.state.stack.length).toBeLessThanOrEqual(12);
    talk.tap('interests:continue');
    expect(talk.at).toBe('interests/asking');
    expect(answers()).toBe(20);
  });

  test.each(['menu', 'back', 'stop'])(
    'by "%s" after the last question, where the result is rough',
    (word) => {
      talk.tap('interests:open');
      talk.tap('interests:over');
      talk.answer(3);
      expect(talk.at).toBe('interests/concern');
      talk.say(word);
      talk.tap(word === 'stop' ? 'interests:continue' : 'interests:open');
      expect(talk.at).toBe('interests/concern');
      expect(answers()).toBe(60);
    },
  );
});
