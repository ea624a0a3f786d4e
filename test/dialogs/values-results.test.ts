import type { House } from '../../bot/house.ts';
import { values } from '../../dialogs/values/index.ts';
import { WORK_VALUES } from '../../domain/catalogue.ts';
import { LOCALES } from '../../domain/locales.ts';
import { sidesOf, TRADE_OFFS } from '../../domain/values.ts';
import { realHouse } from '../support/house.ts';
import { handy } from '../support/talk.ts';
import { ValuesTalk } from '../support/values-talk.ts';

let house: House;
let talk: ValuesTalk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new ValuesTalk(house);
});

describe('what is noticed', () => {
  test('answers all alike are said kindly; the result can be seen all the same', () => {
    talk.start('short');
    talk.tell(4);
    expect(talk.at).toBe('values/concern');
    expect(talk.text).toContain(talk.words('values:concern.alike'));
    talk.tap('values:show');
    expect(talk.at).toBe('results/level');
    expect(talk.payloads).toEqual(expect.arrayContaining(['browse:open', 'values:more']));
  });

  test('many passed: the passed ones are asked again, and no others', () => {
    talk.start('short');
    let count = 0;
    const passed: string[] = [];
    talk.tell((item) => {
      const skip = count++ % 3 === 0;
      if (skip) passed.push(item);
      return skip ? 0 : talk.settled(item);
    });
    expect(talk.at).toBe('values/concern');
    talk.tap('values:review');
    expect(talk.tell(talk.settled)).toEqual(passed);
    expect(talk.at).toBe('results/valued');
  });

  test('all passed: no result yet, also in the full form, and then its trade-offs', () => {
    talk.start('full');
    talk.tell(0);
    expect(talk.at).toBe('values/concern');
    expect(talk.payloads).not.toContain('values:show');
    talk.tap('values:review');
    talk.tell(talk.settled);
    expect(talk.weigh()).toHaveLength(TRADE_OFFS);
    expect(talk.at).toBe('results/valued');
  });

  test('starting over from there begins at the first statement', () => {
    talk.start('full');
    talk.tell(4);
    talk.weigh(0);
    expect(talk.at).toBe('values/concern');
    talk.tap('values:over');
    expect([talk.at, talk.progress]).toEqual(['values/asking', '1 / 60']);
    expect(sidesOf(talk.item)).toBeNull();
  });
});

describe('together with interests', () => {
  beforeEach(() => {
    talk.begin();
    talk.answer(handy);
  });

  test('occupations are matched by both, and say why', () => {
    expect(talk.at).toBe('results/showing');
    expect(talk.payloads).toContain('values:open');
    talk.start('short');
    talk.tell(talk.settled);
    expect(talk.at).toBe('results/valued');
    const cards = talk.last.speech.replies.find(({ kind }) => kind === 'cards');
    if (cards?.kind !== 'cards') throw new Error('no cards');
    for (const { subtitle } of cards.cards) expect(subtitle).toMatch(/interests and priorities together$/u);
    expect(talk.text).toMatch(
      /tend to like .* They also give higher ratings than most to what matters to you/u,
    );
    talk.tap('results:interests');
    expect(talk.at).toBe('results/showing');
    expect(talk.payloads).toContain('results:values');
    talk.tap('results:values');
    expect(talk.at).toBe('results/valued');
  });

  test('an occupation without ratings of values is there, marked, and called as like as its interests are', () => {
    talk.start('short');
    talk.tell(talk.settled);
    const note = talk.words('results:fits.noValues');
    for (let page = 0; page < 100 && !talk.text.includes(note); page++) talk.tap('results:more');
    const cards = talk.last.speech.replies.find(({ kind }) => kind === 'cards');
    if (cards?.kind !== 'cards') throw new Error('no cards');
    const marked = cards.cards.find(({ lines }) => lines!.includes(note))!;
    expect(marked.subtitle).toMatch(/ interests$/u);
    const id = Number(marked.choices![0]!.payload.split(':')[2]);
    expect(house.catalogue.occupations.get(id)!.values).toBeNull();
  });

  test('asked for before they are known, they are offered', () => {
    talk.tap('results:values');
    expect(talk.at).toBe('results/unweighed');
    expect(talk.payloads).toEqual(expect.arrayContaining(['values:open', 'results:interests']));
  });
});

test('results with values only: their page, also when asked for in general, and interests as another way', () => {
  talk.start('short');
  talk.tell(talk.settled);
  talk.tap('go:menu');
  talk.tap('results:open');
  expect(talk.at).toBe('results/list');
  expect(talk.payloads).toContain('interests:open');
  talk.tap('results:more');
  expect(talk.at).toBe('results/more');
  talk.say('back');
  expect(talk.at).toBe('results/list');
});

describe('a new version of the machine', () => {
  const aged = () => {
    const saved = structuredClone(talk.saved) as { stack: { machineVersion: number }[] };
    saved.stack.at(-1)!.machineVersion = 0;
    talk.saved = saved;
  };

  test('answers the same questions again', () => {
    talk.start('full');
    talk.tell(talk.settled, 30);
    const next = talk.item;
    aged();
    talk.tap('values:continue');
    expect([talk.at, talk.item]).toEqual(['values/asking', next]);
    expect(talk.text).not.toContain(talk.words('common:renewed'));
  });

  test('also between trade-offs', () => {
    talk.start('full');
    talk.tell(talk.settled);
    const first = talk.item;
    talk.tap(`values:answer:${first}:1`);
    aged();
    talk.tap('values:continue');
    expect(talk.at).toBe('values/asking');
    expect(talk.weigh().length).toBe(TRADE_OFFS - 1);
    expect(Object.keys(talk.result!.answers)).toHaveLength(60);
    expect(talk.result!.answers[first]).toBe(1);
  });

  test.each([null, {}, { answers: {} }, { answers: { v01: 3 }, questionnaire: 1, form: 'huge' }])(
    'an older context of another shape (%j) begins anew',
    (old) => {
      const plan = values.replay!(old);
      expect(plan === null || plan.events.length === 0).toBe(true);
    },
  );

  test('answers to another version of the questionnaire are let go', () => {
    talk.start('short');
    talk.tell(talk.settled, 5);
    const saved = structuredClone(talk.saved) as { stack: { context: { questionnaire: number } }[] };
    saved.stack.at(-1)!.context.questionnaire = 99;
    talk.saved = saved;
    talk.tap('values:open');
    expect(talk.at).toBe('values/intro');
  });
});

test.each(LOCALES)('in %s every word is there, from the first question to the result', (locale) => {
  talk = new ValuesTalk(house, locale);
  talk.start('full');
  talk.tell((item) => (WORK_VALUES.indexOf(talk.scaleOf(item)) % 5) + 1);
  talk.weigh();
  expect(talk.at).toBe('results/valued');
});
