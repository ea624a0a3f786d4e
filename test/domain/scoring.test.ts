import fc from 'fast-check';
import type { Questionnaire } from '../../domain/catalogue.ts';
import { INTERESTS } from '../../domain/interests.ts';
import type { Answers } from '../../domain/profile.ts';
import {
  clarity,
  differentiation,
  hollandCode,
  mostLiked,
  rankInterests,
  scoreInterests,
} from '../../domain/scoring.ts';
import { anyScores, scoresOf } from './real.ts';

const said = { ja: '', 'ja-easy': '', en: '' };
/** `realistic1` … `conventional10`, one of each interest in turn. */
const sixty: Questionnaire = {
  id: 'sixty',
  version: 1,
  scales: INTERESTS,
  items: Array.from({ length: 60 }, (_, i) => {
    const scale = INTERESTS[i % 6]!;
    return { id: `${scale}${Math.floor(i / 6) + 1}`, scale, text: said, echo: said };
  }),
};

const answersOf = (list: readonly (number | undefined)[]): Answers =>
  Object.fromEntries(
    sixty.items.flatMap(({ id }, i) => (list[i] === undefined ? [] : [[id, list[i]!] as const])),
  );
const score = (list: readonly (number | undefined)[]) => scoreInterests(sixty, answersOf(list));

const sixtyOf = (answer: fc.Arbitrary<number>) => fc.array(answer, { minLength: 60, maxLength: 60 });
/** Given answers with about one in six passed: most lists can be scored. */
const anyAnswers = sixtyOf(fc.integer({ min: 0, max: 5 }));
const fullAnswers = sixtyOf(fc.integer({ min: 1, max: 5 }));

describe('scoreInterests', () => {
  test('is the mean of the answers given, per interest', () => {
    const list = sixty.items.map(({ scale }, i) =>
      scale === 'social' ? (i < 30 ? 5 : 4) : scale === 'artistic' ? 1 : 3,
    );
    expect(score(list)).toEqual({
      scores: scoresOf([3, 3, 1, 4.5, 3, 3]),
      answered: 60,
      skipped: 0,
      alike: false,
      manySkips: false,
    });
  });

  test('does not depend on the order the items are asked in', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.shuffledSubarray([...sixty.items], { minLength: 60, maxLength: 60 }),
        (list, items) => {
          const answers = answersOf(list);
          expect(scoreInterests({ ...sixty, items }, answers)).toEqual(scoreInterests(sixty, answers));
        },
      ),
    );
  });

  test('raises the interest of a raised answer, and touches no other', () => {
    fc.assert(
      fc.property(fullAnswers, fc.nat({ max: 59 }), (list, at) => {
        fc.pre(list[at]! < 5);
        const before = score(list).scores!;
        const after = score(list.with(at, list[at]! + 1)).scores!;
        const raised = sixty.items[at]!.scale;
        for (const interest of INTERESTS) {
          if (interest === raised) expect(after[interest]).toBeGreaterThan(before[interest]);
          else expect(after[interest]).toBe(before[interest]);
        }
      }),
    );
  });

  test('counts passed items, and scores as though they had not been there', () => {
    fc.assert(
      fc.property(anyAnswers, (list) => {
        const passed = score(list);
        const absent = score(list.map((answer) => (answer === 0 ? undefined : answer)));
        expect(passed.scores).toEqual(absent.scores);
        expect(passed.alike).toBe(absent.alike);
        expect(passed.skipped).toBe(list.filter((answer) => answer === 0).length);
        expect(passed.answered + passed.skipped).toBe(60);
        expect(absent.skipped).toBe(0);
      }),
    );
  });

  test('mirrors when every answer is mirrored', () => {
    fc.assert(
      fc.property(anyAnswers, (list) => {
        const given = score(list);
        const mirrored = score(list.map((answer) => (answer === 0 ? 0 : 6 - answer)));
        expect(mirrored).toEqual({ ...given, scores: mirrored.scores });
        expect(mirrored.scores === null).toBe(given.scores === null);
        if (!given.scores || !mirrored.scores) return;
        for (const interest of INTERESTS) {
          expect(mirrored.scores[interest]).toBeCloseTo(6 - given.scores[interest], 12);
        }
        expect(differentiation(mirrored.scores)).toBeCloseTo(differentiation(given.scores), 12);
      }),
    );
  });

  test('ignores answers to items of another questionnaire', () => {
    const list = Array.from({ length: 60 }, (_, i) => (i % 5) + 1);
    expect(scoreInterests(sixty, { ...answersOf(list), elsewhere: 5, gone: 0 })).toEqual(score(list));
  });

  test.each([
    [3, null],
    [4, 2],
  ])('with %i answers of one interest', (count, expected) => {
    const list = sixty.items.map(({ id, scale }) =>
      scale === 'artistic' ? (Number(id.slice('artistic'.length)) <= count ? 2 : 0) : 4,
    );
    expect(score(list).scores?.artistic ?? null).toBe(expected);
  });

  test.each([
    [11, false],
    [12, true],
  ])('with %i items passed', (count, manySkips) => {
    const list = Array.from({ length: 60 }, (_, i) => (i < count ? 0 : (i % 5) + 1));
    expect(score(list)).toMatchObject({ skipped: count, answered: 60 - count, manySkips });
  });

  test.each([
    [53, false],
    [54, true],
    [60, true],
  ])('with %i of 60 answers the same', (count, alike) => {
    const list = Array.from({ length: 60 }, (_, i) => (i < count ? 3 : (i % 2) + 4));
    expect(score(list).alike).toBe(alike);
  });

  test('can say nothing when nothing was answered', () => {
    const nothing = { scores: null, answered: 0, alike: false };
    expect(score([])).toEqual({ ...nothing, skipped: 0, manySkips: false });
    expect(score(Array<number>(60).fill(0))).toEqual({ ...nothing, skipped: 60, manySkips: true });
  });
});

describe('what scores say', () => {
  test('ranks every interest once, never a weaker before a stronger, ties in customary order', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const ranked = rankInterests(scores);
        expect(ranked.toSorted()).toEqual([...INTERESTS].sort());
        ranked.slice(1).forEach((weaker, i) => {
          const stronger = ranked[i]!;
          expect(scores[stronger]).toBeGreaterThanOrEqual(scores[weaker]);
          if (scores[stronger] === scores[weaker]) {
            expect(INTERESTS.indexOf(stronger)).toBeLessThan(INTERESTS.indexOf(weaker));
          }
        });
      }),
    );
  });

  test.each([
    ['SAI', [1, 3, 4, 5, 2, 1]],
    ['RIA', [3, 3, 3, 3, 3, 3]],
    ['IER', [3, 5, 1, 1, 5, 3]],
    ['CRI', [2, 2, 2, 2, 2, 4]],
  ])('is %s for %j', (code, figures) => {
    expect(hollandCode(scoresOf(figures))).toBe(code);
  });

  test('differentiates between 0, for flat scores only, and 4', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const range = differentiation(scores);
        expect(range).toBeGreaterThanOrEqual(0);
        expect(range).toBeLessThanOrEqual(4);
        expect(range === 0).toBe(new Set(Object.values(scores)).size === 1);
      }),
    );
    expect(differentiation(scoresOf([1, 5, 3, 3, 3, 3]))).toBe(4);
    expect(differentiation(scoresOf([4, 4, 3, 2.5, 3, 3]))).toBe(1.5);
  });

  test('is clear from 1.5 and somewhat clear from 0.7, at whatever height', () => {
    for (let low = 10; low <= 50; low += 1) {
      for (let high = low; high <= 50; high += 1) {
        const apart = high - low;
        const expected = apart >= 15 ? 'clear' : apart >= 7 ? 'somewhat' : 'faint';
        const scores = scoresOf([low / 10, high / 10, low / 10, low / 10, low / 10, low / 10]);
        expect([low, high, clarity(scores)]).toEqual([low, high, expected]);
      }
    }
  });

  test('what was liked most comes first, of the strongest interests only', () => {
    const scores = { ...scoresOf([1, 1, 1, 4, 1, 3]) };
    const answers = {
      social1: 4,
      social2: 5,
      social3: 3,
      social5: 4,
      social6: 5,
      conventional1: 4,
      realistic1: 5,
    };
    expect(mostLiked(sixty, { questionnaire: 1, answers, scores })).toEqual([
      'social2',
      'social6',
      'conventional1',
    ]);
  });
});
