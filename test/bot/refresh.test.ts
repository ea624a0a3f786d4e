/** States saved by older versions: replayed, read anew or restarted politely, never stranded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { House } from '../../bot/house.ts';
import { realHouse, ROOT } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

const resumed = (fixture: string): Talk => {
  const talk = new Talk(house, 'en', '2026-11-20T11:00:00.000Z');
  talk.saved = JSON.parse(readFileSync(path.join(ROOT, 'test/fixtures/states', `${fixture}.json`), 'utf8'));
  talk.hello();
  return talk;
};

test('a questionnaire of an older machine is replayed: same answers, same question', () => {
  const talk = resumed('older-questionnaire');
  expect(talk.at).toBe('interests/asking');
  const { answers } = talk.state.stack.at(-1)!.context as { answers: Record<string, number> };
  expect(answers).toEqual({ r02: 5, s01: 2, i01: 0, a01: 3, c01: 4, e02: 1, c05: 4 });
  expect(talk.payloads[0]).toBe('interests:answer:a08:1'); // the eighth item
  expect(talk.text).not.toContain(talk.words('common:renewed'));
  expect(talk.state.profile.prefecture).toBe('11');
});

test('a state that the machine no longer has: the dialog starts again with the same request', () => {
  const talk = resumed('vanished-state');
  expect(talk.at).toBe('wages/single');
  expect(talk.text).toContain('Tokyo');
});

test('a dialog that is gone is left out, and it is said', () => {
  const talk = resumed('vanished-dialog');
  expect(talk.at).toBe('welcome/greeting');
  expect(talk.text).toContain(talk.words('common:renewed'));
});

test('a state of another shape starts anew, and it is said', () => {
  const talk = resumed('other-shape');
  expect(talk.at).toBe('welcome/greeting');
  expect(talk.text).toContain(talk.words('common:renewed'));
});

test('figures kept in a conversation are read again when the data have changed', () => {
  const talk = resumed('older-figures');
  expect(talk.text).toContain('¥5.785 million');
  expect(talk.text).not.toContain('2019');
});

test('what is saved holds no words of any person or language', () => {
  const talk = new Talk(house, 'ja');
  talk.say('わたしの名前は花子です');
  talk.tap('search:open');
  talk.say('ひみつの仕事 看護師 花子');
  talk.tap('occupation:open:156');
  talk.tap('wages:open:156');
  talk.say('わたしは花子、さいたまです');
  expect(JSON.stringify(talk.saved)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/u);
});
