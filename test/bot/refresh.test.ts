/** States saved by older versions: replayed, read anew or restarted politely, never stranded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildHouse, type House } from '../../bot/house.ts';
import { loadWords } from '../../bot/words.ts';
import { DIALOGS } from '../../dialogs/index.ts';
import { realHouse, ROOT } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

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

describe('a saved position that makes no sense strands nobody', () => {
  const contexts = [null, {}, [], 'x', { id: 'a', areas: null, answers: 5, questionnaire: 1 }];
  test.each(DIALOGS.map(({ name }) => [name]))('in %s', (dialog) => {
    for (const context of contexts) {
      for (const place of ['stack', 'paused'] as const) {
        const talk = new Talk(house, 'en');
        talk.hello();
        const frame = { dialog, machineVersion: 0, value: 'gone', context };
        talk.saved = { ...talk.state, [place]: [...talk.state[place], frame] };
        talk.say('hi');
        expect(talk.text).not.toBe('');
        talk.say('menu');
        expect(talk.at).toBe('menu/home');
      }
    }
  });
});

describe('another version of the questionnaire', () => {
  /** The same catalogue but for one item, which is another one now. */
  let later: House;
  beforeAll(async () => {
    const questionnaire = house.catalogue.interestQuestionnaire;
    const items = questionnaire.items.map((item, i) => (i === 21 ? { ...item, id: 'z99' } : item));
    const catalogue = {
      ...house.catalogue,
      version: 'later',
      interestQuestionnaire: { ...questionnaire, version: 2, items },
    };
    later = buildHouse(catalogue, await loadWords(path.join(ROOT, 'locales'), catalogue));
  });
  const answered = (count: number): Talk => {
    const talk = new Talk(house, 'en');
    talk.hello();
    talk.tap('interests:open');
    talk.tap('interests:start');
    talk.answer(handy, count);
    return talk;
  };
  const wakingUp = (talk: Talk): Talk => {
    const woken = new Talk(later, 'en');
    woken.saved = talk.saved;
    return woken;
  };

  test('in the middle: its first question is asked, and it is said', () => {
    const talk = wakingUp(answered(21));
    talk.hello();
    expect(talk.at).toBe('interests/asking');
    expect(talk.text).toContain(talk.words('common:renewed'));
    talk.answer(handy);
    expect(talk.at).toBe('results/showing');
    expect(talk.state.profile.interests?.questionnaire).toBe(2);
  });

  test('put aside: it is said at once, and nothing is offered that would go on', () => {
    const before = answered(21);
    before.tap('go:menu');
    const talk = wakingUp(before);
    talk.hello();
    expect(talk.text).toContain(talk.words('common:renewed'));
    expect(talk.state.paused).toEqual([]);
    talk.tap('interests:open');
    expect(talk.at).toBe('interests/intro');
    expect(talk.text).not.toContain(talk.words('common:renewed'));
  });

  test('of the same questions, new data change nothing', () => {
    const before = answered(21);
    const { question } = before;
    const talk = new Talk({ ...house, catalogue: { ...house.catalogue, version: 'later' } }, 'en');
    talk.saved = before.saved;
    talk.hello();
    expect(talk.question).toBe(question);
    expect(talk.text).not.toContain(talk.words('common:renewed'));
  });

  test('finished before: the result stays, without naming activities of the other version', () => {
    const named = (talk: Talk) =>
      house.catalogue.interestQuestionnaire.items.filter(({ echo }) => talk.text.includes(echo.en));
    const before = answered(60);
    expect(named(before)).toHaveLength(3);
    const talk = wakingUp(before);
    talk.tap('results:interests');
    expect(talk.at).toBe('results/showing');
    expect(named(talk)).toEqual([]);
  });
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
