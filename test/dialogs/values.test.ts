import type { House } from '../../bot/house.ts';
import { sidesOf, TRADE_OFFS } from '../../domain/values.ts';
import { realHouse } from '../support/house.ts';
import { ValuesTalk } from '../support/values-talk.ts';

let house: House;
let talk: ValuesTalk;
beforeAll(async () => {
  house = await realHouse();
});
beforeEach(() => {
  talk = new ValuesTalk(house);
});

describe('the beginning', () => {
  test('offers a short and a full form', () => {
    talk.tap('values:open');
    expect(talk.at).toBe('values/intro');
    expect(talk.payloads).toEqual(expect.arrayContaining(['values:begin:short', 'values:begin:full']));
    expect(JSON.stringify(talk.last.speech)).toMatch(/22 questions, about 2 min.*60 questions, about 6 min/u);
  });

  test.each([
    ['short', 'short'],
    ['ok', 'short'],
    ['in detail', 'full'],
    ['2', 'full'],
    ['くわしく', 'full'],
  ])('typed "%s" begins the %s form', (text, form) => {
    talk.tap('values:open');
    talk.say(text);
    expect(talk.at).toBe('values/asking');
    expect(talk.progress).toBe(form === 'short' ? '1 / 22' : '1 / 60');
  });

  test.each(['values', 'what matters', '価値観', '大切にしたいこと'])('"%s" leads there', (text) => {
    talk.tap('go:menu');
    talk.say(text);
    expect(talk.at).toBe('values/intro');
  });

  test('the menu leads there', () => {
    talk.tap('go:menu');
    talk.tap('welcome:ways');
    expect(talk.payloads).toContain('values:open');
  });
});

describe('answering', () => {
  test('how to answer is said once', () => {
    talk.start('short');
    expect(talk.text).toContain(talk.words('values:asking.hint'));
    talk.tell(3, 1);
    expect(talk.text).not.toContain(talk.words('values:asking.hint'));
  });

  test.each([
    ['very important', 5],
    ['important', 4],
    ['大切', 4],
    ["doesn't matter", 1],
    ['yes', 4],
    ['no', 1],
    ['2', 2],
    ['どちらでもない', 3],
  ])('typed "%s" is %i', (text, value) => {
    talk.start('short');
    const item = talk.item;
    talk.say(text);
    expect(talk.answers).toEqual({ [item]: value });
  });

  test('back, another answer, and on where it was', () => {
    talk.start('short');
    talk.tell(3, 4);
    const fifth = talk.item;
    talk.say('back');
    const fourth = talk.item;
    expect(talk.progress).toBe('4 / 22');
    const chosen = talk.last.speech.replies.flatMap((reply) =>
      reply.kind === 'question' ? reply.options.filter((option) => option.chosen) : [],
    );
    expect(chosen.map(({ payload }) => payload)).toEqual([`values:answer:${fourth}:3`]);
    talk.tap(`values:answer:${fourth}:5`);
    expect(talk.item).toBe(fifth);
  });

  test('an older button corrects its answer, and the question stays', () => {
    talk.start('short');
    const first = talk.item;
    talk.tell(3, 3);
    const now = talk.item;
    talk.tap(`values:answer:${first}:5`);
    expect(talk.item).toBe(now);
    expect(talk.text).toContain('Changed your answer');
    talk.tap(`values:answer:${first}:5`);
    expect(talk.text).toContain('already have');
    expect(talk.answers[first]).toBe(5);
  });

  test.each([
    'values:answer:v01:6',
    'values:answer:v01',
    'values:begin:huge',
    'values:answer:achievement-autonomy:4',
  ])('%s makes no sense here and is said kindly', (payload) => {
    talk.start('short');
    talk.tap(payload);
    expect([talk.at, talk.text.includes(talk.words('common:stale'))]).toEqual(['values/asking', true]);
  });

  test('a break keeps the answers; the menu and the word lead back', () => {
    talk.start('full');
    talk.tell(talk.settled, 12);
    const next = talk.item;
    talk.say('stop');
    expect(talk.payloads).toContain('values:continue');
    talk.wait(3);
    talk.tap('go:menu');
    talk.say('continue');
    expect(talk.at).toBe('values/resuming');
    expect(talk.text).toMatch(/12.*48/u);
    talk.say('yes');
    expect([talk.at, talk.item]).toEqual(['values/asking', next]);
  });

  test('"continue" in the middle continues this one, whatever else was put aside', () => {
    talk.begin();
    talk.answer(3, 2);
    talk.start('short');
    talk.tell(3, 4);
    talk.say('continue');
    expect(talk.at).toBe('values/resuming');
    talk.tap('values:continue');
    expect(talk.progress).toBe('5 / 22');
  });

  test('starting over forgets the answers and keeps the form', () => {
    talk.start('full');
    talk.tell(talk.settled, 12);
    talk.tap('values:open');
    talk.tap('values:over');
    expect([talk.at, talk.progress]).toEqual(['values/asking', '1 / 60']);
  });
});

describe('the short form', () => {
  test('ends with what matters, as bars and in words, and with occupations by values alone', () => {
    talk.start('short');
    talk.tell(talk.settled);
    expect(talk.at).toBe('results/valued');
    expect(talk.result).toMatchObject({ form: 'short', scores: { stability: 5, social_recognition: 1 } });
    expect(Object.keys(talk.result!.answers)).toHaveLength(22);
    const [bars, words, , cards] = talk.last.speech.replies;
    expect(
      bars?.kind === 'bars' && bars.bars.map(({ label, value }) => `${label} ${value}`).slice(0, 3),
    ).toEqual(['Time for yourself and family 5.0', 'A secure job 5.0', 'Good pay 4.0']);
    expect(words?.kind === 'text' && words.text).toMatch(
      /most to you: time for yourself and family, a secure job,? and good pay\. .*least: being recognised and deciding/u,
    );
    if (cards?.kind !== 'cards') throw new Error('no cards');
    expect(cards.cards).toHaveLength(5);
    for (const { subtitle, lines } of cards.cards) {
      expect(subtitle).toMatch(/priorities$/u);
      // Where nothing stands out on both sides, no value is claimed.
      expect(lines!.join()).toMatch(
        /what matters to you: .*(secure job|time for|good pay)|What matters more and less/u,
      );
    }
    expect(talk.text).toMatch(/what matters to you: .*(secure job|time for|good pay)/u);
  });

  test('goes on to the full form without asking the same again', () => {
    talk.start('short');
    talk.tell(talk.settled);
    expect(talk.payloads).toContain('values:more');
    talk.tap('values:more');
    expect(talk.at).toBe('values/asking');
    const seen = new Set(Object.keys(talk.result!.answers));
    const asked = talk.tell(talk.settled);
    expect(asked).toHaveLength(33);
    expect(asked.some((item) => seen.has(item))).toBe(false);
    expect(talk.weigh()).toHaveLength(TRADE_OFFS);
    expect(talk.at).toBe('results/valued');
    expect(talk.result!.form).toBe('full');
    expect(talk.payloads).not.toContain('values:more');
  });

  test('opened again it offers the result, more questions, and a new beginning', () => {
    talk.start('short');
    talk.tell(talk.settled);
    talk.tap('go:menu');
    talk.tap('values:open');
    expect(talk.at).toBe('values/known');
    expect(talk.payloads).toEqual(expect.arrayContaining(['results:values', 'values:more', 'values:over']));
    talk.tap('values:over');
    expect(talk.at).toBe('values/intro');
    talk.tap('values:begin:full');
    expect(talk.progress).toBe('1 / 60');
    expect(talk.result).toBeDefined();
  });

  test('changing to the full form half-way keeps what was answered', () => {
    talk.start('short');
    talk.tell(talk.settled, 7);
    talk.tap('values:begin:full');
    expect([talk.at, Object.keys(talk.answers).length]).toEqual(['values/asking', 7]);
  });
});

describe('the full form', () => {
  test('ends with five trade-offs between close values, which move the result', () => {
    talk.start('full');
    talk.tell(talk.settled);
    expect([talk.at, talk.progress]).toEqual(['values/asking', '56 / 60']);
    expect(talk.text).toContain('The last 5 questions');
    const [first] = talk.weigh(2);
    expect(talk.at).toBe('results/valued');
    const [lost, won] = sidesOf(first!)!;
    const { scores, answers } = talk.result!;
    expect(Object.keys(answers)).toHaveLength(60);
    expect(scores[won]).toBeGreaterThan(scores[lost]);
    const bars = talk.last.speech.replies[0];
    if (bars?.kind !== 'bars') throw new Error('no bars');
    for (const { fill } of bars.bars) expect(fill >= 0 && fill <= 1).toBe(true);
  });

  test.each([
    ['the first one', 1],
    ['second', 2],
    ['both', 0],
    ['about the same', 0],
    ['2', 2],
  ])('a trade-off understands "%s"', (text, value) => {
    talk.start('full');
    talk.tell(talk.settled);
    const item = talk.item;
    talk.say(text);
    expect(talk.answers[item]).toBe(value);
  });

  test('a value weighed twice is called by its other name', () => {
    talk.start('full');
    talk.tell(4);
    const names = new Map<string, Set<string>>();
    const labels: string[] = [];
    while (talk.isWeighing) {
      const { item } = talk;
      const question = talk.last.speech.replies.find(({ kind }) => kind === 'question');
      const options = question?.kind === 'question' ? question.options : [];
      sidesOf(item)!.forEach((value, i) => {
        labels.push(options[i]!.label);
        names.set(value, (names.get(value) ?? new Set()).add(options[i]!.label));
      });
      talk.tap(`values:answer:${item}:1`);
    }
    expect(labels).toHaveLength(2 * TRADE_OFFS);
    expect(new Set(labels).size).toBe(2 * TRADE_OFFS);
    expect([...names.values()].some(({ size }) => size === 2)).toBe(true);
  });

  test('back leads from a trade-off to the last statement and forward again', () => {
    talk.start('full');
    talk.tell(talk.settled);
    const pair = talk.item;
    talk.say('back');
    expect(sidesOf(talk.item)).toBeNull();
    talk.tap(`values:answer:${talk.item}:3`);
    expect(talk.item).toBe(pair);
  });

  test('trade-offs passed count for nothing and are not counted as passed', () => {
    talk.start('full');
    talk.tell(talk.settled);
    talk.weigh(0);
    expect(talk.at).toBe('results/valued');
    expect(talk.result!.scores.stability).toBe(5);
  });
});
