import fc from 'fast-check';
import { WORK_VALUES, type ValueQuestionnaire, type WorkValue } from '../../domain/catalogue.ts';
import type { Answers } from '../../domain/profile.ts';
import {
  chooseTradeOffs,
  itemsOf,
  mostAndLeast,
  rankValues,
  scoreValues,
  sidesOf,
  TRADE_OFF_SHIFT,
  TRADE_OFFS,
  valuesClarity,
  type ValueScores,
} from '../../domain/values.ts';
import { realCatalogue } from './real.ts';

let questionnaire: ValueQuestionnaire;
beforeAll(async () => {
  questionnaire = (await realCatalogue()).valueQuestionnaire;
});

/** Five answers for each value in the official order; 55 in all, 0 = passed. */
const answersOf = (list: readonly number[]): Answers =>
  Object.fromEntries(questionnaire.items.map(({ id }, i) => [id, list[i]!]));
const answersBy = (answer: (scale: WorkValue) => number): Answers =>
  Object.fromEntries(questionnaire.items.map(({ id, scale }) => [id, answer(scale)]));
const score = (answers: Answers) => scoreValues(questionnaire, 'full', answers);
const scoresOf = (figures: readonly number[]): ValueScores =>
  Object.fromEntries(WORK_VALUES.map((value, i) => [value, figures[i]!])) as ValueScores;

const fiftyFive = (answer: fc.Arbitrary<number>) => fc.array(answer, { minLength: 55, maxLength: 55 });
const given = fiftyFive(fc.integer({ min: 1, max: 5 }));
/** With about one in six passed. */
const some = fiftyFive(fc.integer({ min: 0, max: 5 }));
const anyScores = fc
  .array(fc.integer({ min: 5, max: 25 }), { minLength: 11, maxLength: 11 })
  .map((fifths) => scoresOf(fifths.map((fifth) => fifth / 5)));

describe('the questionnaire', () => {
  test('has five statements for each value, two of them in the short form', () => {
    for (const [form, each] of [
      ['full', 5],
      ['short', 2],
    ] as const) {
      const items = itemsOf(questionnaire, form);
      expect(items).toHaveLength(11 * each);
      for (const value of WORK_VALUES) {
        expect(items.filter(({ scale }) => scale === value)).toHaveLength(each);
      }
      items.forEach(({ scale }, i) => expect(items[i + 1]?.scale).not.toBe(scale));
    }
  });
});

describe('scoreValues', () => {
  test('is the mean of the answers given, per value', () => {
    const answers = answersBy((scale) => (scale === 'stability' ? 5 : scale === 'compensation' ? 1 : 3));
    expect(score(answers)).toEqual({
      scores: scoresOf([3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 1]),
      answered: 55,
      skipped: 0,
      alike: false,
      manySkips: false,
    });
  });

  test('does not depend on the order the statements are asked in', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (list, stream) => {
        const answers = answersOf(list);
        const keyed = questionnaire.items.map((item) => ({ item, key: stream.next().value! }));
        const items = keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
        expect(scoreValues({ ...questionnaire, items }, 'full', answers)).toEqual(score(answers));
      }),
    );
  });

  test('raises the value of a raised answer, and touches no other', () => {
    fc.assert(
      fc.property(given, fc.nat({ max: 54 }), (list, at) => {
        fc.pre(list[at]! < 5);
        const before = score(answersOf(list)).scores!;
        const after = score(answersOf(list.with(at, list[at]! + 1))).scores!;
        const raised = questionnaire.items[at]!.scale;
        for (const value of WORK_VALUES) {
          if (value === raised) expect(after[value]).toBeCloseTo(before[value] + 0.2, 8);
          else expect(after[value]).toBe(before[value]);
        }
      }),
    );
  });

  test('turning every answer round turns the ranking round', () => {
    fc.assert(
      fc.property(given, (list) => {
        const before = score(answersOf(list)).scores!;
        const after = score(answersOf(list.map((answer) => 6 - answer))).scores!;
        for (const value of WORK_VALUES) expect(after[value]).toBeCloseTo(6 - before[value], 8);
      }),
    );
  });

  test('counts passed statements, and scores as though they had not been there', () => {
    const passed = questionnaire.items.find(({ scale }) => scale === 'autonomy')!.id;
    const answers = { ...answersBy((scale) => (scale === 'autonomy' ? 4 : 2)), [passed]: 0 };
    expect(score(answers)).toMatchObject({ answered: 54, skipped: 1, scores: { autonomy: 4 } });
  });

  test('says nothing while a value has fewer than three answers, or none in the short form', () => {
    const autonomy = questionnaire.items.filter(({ scale }) => scale === 'autonomy').map(({ id }) => id);
    const without = (count: number): Answers => ({
      ...answersBy(() => 3),
      ...Object.fromEntries(autonomy.slice(0, count).map((id) => [id, 0])),
    });
    expect(score(without(2)).scores).not.toBeNull();
    expect(score(without(3)).scores).toBeNull();
    const short = itemsOf(questionnaire, 'short');
    const both = short.filter(({ scale }) => scale === 'autonomy').map(({ id }) => id);
    const answers = Object.fromEntries(short.map(({ id }) => [id, 3]));
    expect(scoreValues(questionnaire, 'short', { ...answers, [both[0]!]: 0 }).scores).not.toBeNull();
    expect(
      scoreValues(questionnaire, 'short', { ...answers, [both[0]!]: 0, [both[1]!]: 0 }).scores,
    ).toBeNull();
  });

  test('the short form looks at its own statements only', () => {
    const short = new Set(itemsOf(questionnaire, 'short').map(({ id }) => id));
    const answers = Object.fromEntries(questionnaire.items.map(({ id }) => [id, short.has(id) ? 5 : 1]));
    expect(scoreValues(questionnaire, 'short', answers)).toMatchObject({
      answered: 22,
      scores: { stability: 5 },
    });
  });

  test('notices answers all alike and many passed', () => {
    expect(score(answersBy(() => 4)).alike).toBe(true);
    expect(score(answersBy((scale) => (scale === 'stability' ? 5 : 4))).alike).toBe(true);
    expect(score(answersBy((scale) => (['stability', 'autonomy'].includes(scale) ? 5 : 4))).alike).toBe(
      false,
    );
    const passing = (count: number) => answersOf(questionnaire.items.map((_, i) => (i < count ? 0 : 3)));
    expect(score(passing(10)).manySkips).toBe(false);
    expect(score(passing(11)).manySkips).toBe(true);
  });

  test('knows nothing of items that are not there', () => {
    expect(score({ x01: 5, 'autonomy-luck': 1 })).toMatchObject({ scores: null, answered: 0, skipped: 0 });
  });
});

describe('trade-offs', () => {
  test('five of neighbours in the ranking: the closest three near the top, the closest two near the bottom', () => {
    fc.assert(
      fc.property(given, (list) => {
        const answers = answersOf(list);
        const { scores } = score(answers);
        const ranked = rankValues(scores!);
        const asked = chooseTradeOffs(questionnaire, answers);
        expect(new Set(asked).size).toBe(TRADE_OFFS);
        const places = asked.map((id) => {
          const [a, b] = sidesOf(id)!.map((value) => ranked.indexOf(value)) as [number, number];
          expect(Math.abs(a - b)).toBe(1);
          return Math.min(a, b);
        });
        const top = places.filter((place) => place <= 3);
        const bottom = places.filter((place) => place >= 7);
        expect([top.length, bottom.length]).toEqual([3, 2]);
        const gap = (place: number) => scores![ranked[place]!] - scores![ranked[place + 1]!];
        const left = [0, 1, 2, 3].filter((place) => !top.includes(place));
        for (const place of top) expect(gap(place)).toBeLessThanOrEqual(gap(left[0]!) + 1e-9);
      }),
    );
  });

  test('none while the statements cannot be scored', () => {
    expect(chooseTradeOffs(questionnaire, {})).toEqual([]);
  });

  test('those that were answered stay, whatever the statements say meanwhile', () => {
    const answers = answersBy((scale) => (scale === 'stability' ? 5 : 3));
    const [first] = chooseTradeOffs(questionnaire, answers);
    const turned = { ...answersBy((scale) => (scale === 'stability' ? 1 : 3)), [first!]: 2 };
    const asked = chooseTradeOffs(questionnaire, turned);
    expect(asked[0]).toBe(first);
    expect(asked).toHaveLength(TRADE_OFFS);
  });

  test('the one chosen moves up, the other down, and no other moves', () => {
    fc.assert(
      fc.property(given, fc.nat({ max: TRADE_OFFS - 1 }), fc.constantFrom(1, 2), (list, which, side) => {
        const answers = answersOf(list);
        const id = chooseTradeOffs(questionnaire, answers)[which]!;
        const sides = sidesOf(id)!;
        const before = score(answers).scores!;
        const after = score({ ...answers, [id]: side }).scores!;
        for (const value of WORK_VALUES) {
          const moved = value === sides[side - 1] ? 1 : sides.includes(value) ? -1 : 0;
          expect(after[value]).toBeCloseTo(before[value] + moved * TRADE_OFF_SHIFT, 8);
        }
        expect(score({ ...answers, [id]: 0 }).scores).toEqual(before);
        expect(scoreValues(questionnaire, 'short', { ...answers, [id]: side }).scores).toEqual(
          scoreValues(questionnaire, 'short', answers).scores,
        );
      }),
    );
  });

  test('one decides a tie and a difference of one answer step, not one of two', () => {
    const lead = (answers: Answers) => {
      const { scores } = score({ ...answers, 'achievement-autonomy': 2 });
      return scores!.autonomy - scores!.achievement;
    };
    const [one, two] = questionnaire.items.filter(({ scale }) => scale === 'achievement').map(({ id }) => id);
    const even = answersBy(() => 3);
    expect(lead(even)).toBeGreaterThan(0);
    expect(lead({ ...even, [one!]: 4 })).toBeGreaterThan(0);
    expect(lead({ ...even, [one!]: 4, [two!]: 4 })).toBeLessThan(0);
  });

  test('an id names two values in the official order, and nothing else does', () => {
    expect(sidesOf('achievement-autonomy')).toEqual(['achievement', 'autonomy']);
    for (const id of ['autonomy-achievement', 'autonomy-autonomy', 'autonomy', 'v01', 'autonomy-luck', '']) {
      expect([id, sidesOf(id)]).toEqual([id, null]);
    }
  });
});

describe('ranking', () => {
  test('from the weightiest to the lightest; ties keep the official order', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const ranked = rankValues(scores);
        expect(ranked.toSorted()).toEqual([...WORK_VALUES].sort());
        ranked.slice(1).forEach((value, i) => {
          const before = ranked[i]!;
          expect(scores[before]).toBeGreaterThanOrEqual(scores[value]);
          if (scores[before] === scores[value]) {
            expect(WORK_VALUES.indexOf(before)).toBeLessThan(WORK_VALUES.indexOf(value));
          }
        });
      }),
    );
  });

  test('three matter most and two least', () => {
    expect(mostAndLeast(scoresOf([1, 2, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 4, 5, 4.5]))).toEqual({
      most: ['stability', 'compensation', 'work_life_balance'],
      least: ['achievement', 'autonomy'],
    });
  });

  test('those of one weight are named together or not at all', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const { most, least } = mostAndLeast(scores);
        const lowest = Math.min(...most.map((value) => scores[value]));
        const highest = Math.max(...least.map((value) => scores[value]));
        for (const value of WORK_VALUES) {
          if (most.length > 0) expect(scores[value] >= lowest).toBe(most.includes(value));
          if (least.length > 0 && !most.includes(value)) {
            expect(scores[value] <= highest).toBe(least.includes(value));
          }
        }
        expect(most.length).toBeLessThanOrEqual(4);
        expect(least.length).toBeLessThanOrEqual(3);
        expect(most.some((value) => least.includes(value))).toBe(false);
      }),
    );
    expect(mostAndLeast(scoresOf(Array<number>(11).fill(3)))).toEqual({ most: [], least: [] });
  });

  test('says how far they stand apart', () => {
    const range = (width: number) => valuesClarity(scoresOf([3 + width, ...Array<number>(10).fill(3)]));
    expect([range(2), range(1.8), range(1), range(0.8), range(0)]).toEqual([
      'clear',
      'somewhat',
      'somewhat',
      'faint',
      'faint',
    ]);
  });
});
