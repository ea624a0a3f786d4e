import fc from 'fast-check';
import { WORK_VALUES, type Catalogue, type WorkValue } from '../../domain/catalogue.ts';
import { indexMatches, matchAll, type MatchIndex } from '../../domain/matching.ts';
import { matchProfileOf } from '../../domain/profile.ts';
import {
  isUnshifted,
  LEVELS,
  levelOf,
  lifted,
  readShifts,
  shifted,
  UNSHIFTED,
  weightsOf,
  writeShifts,
  type Level,
  type Shifts,
} from '../../domain/weighing.ts';
import { anyScores, anyText, occupation, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let index: MatchIndex;
beforeAll(async () => {
  catalogue = await realCatalogue();
  index = indexMatches(catalogue.occupations.values());
});

type Values = Readonly<Record<WorkValue, number>>;
const valuesOf = (figures: readonly number[]): Values =>
  Object.fromEntries(WORK_VALUES.map((value, i) => [value, figures[i]!])) as Values;
const anyValues = fc
  .array(fc.integer({ min: 10, max: 50 }), { minLength: 11, maxLength: 11 })
  .map((tenths) => valuesOf(tenths.map((tenth) => tenth / 10)));
const anyShifts: fc.Arbitrary<Shifts> = fc
  .record({
    lean: fc.constantFrom('interests', 'values', undefined),
    levels: fc.array(fc.constantFrom(...LEVELS), { minLength: 11, maxLength: 11 }),
  })
  .map(({ lean, levels }) =>
    WORK_VALUES.reduce(
      (shifts, value, i) => shifted(shifts, { value, level: levels[i]! }),
      shifted(UNSHIFTED, { lean: lean ?? 'even' }),
    ),
  );
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 8 }), { minLength: 11, maxLength: 11 })
  .map((eighths) => valuesOf(eighths.map((eighth) => eighth / 4)));
const scoresBy = (matches: ReturnType<typeof matchAll>) =>
  new Map(matches?.map(({ id, score }) => [id, score]) ?? []);
/** The same scores but for rounding. */
function expectAlike(a: ReturnType<typeof matchAll>, b: ReturnType<typeof matchAll>): void {
  const [one, other] = [scoresBy(a), scoresBy(b)];
  expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
  for (const [id, score] of one) expect(other.get(id)).toBeCloseTo(score, 9);
}

describe('weights', () => {
  test('all alike change nothing, whatever they are', () => {
    fc.assert(
      fc.property(anyScores, anyValues, fc.integer({ min: 1, max: 50 }), (interests, values, factor) => {
        const even = valuesOf(WORK_VALUES.map(() => factor / 7));
        const weights = { parts: { interests: factor, values: factor }, values: even };
        expectAlike(matchAll(index, { interests, values, weights }), matchAll(index, { interests, values }));
      }),
      { numRuns: 25 },
    );
  });

  test('count in proportion only', () => {
    fc.assert(
      fc.property(
        anyScores,
        anyValues,
        anyWeights,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (interests, values, weights, scale) => {
          const scaled = valuesOf(WORK_VALUES.map((value) => weights[value] * scale));
          expectAlike(
            matchAll(index, {
              interests,
              values,
              weights: { parts: { interests: 1, values: 3 }, values: weights },
            }),
            matchAll(index, {
              interests,
              values,
              weights: { parts: { interests: scale, values: 3 * scale }, values: scaled },
            }),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  test('of 0 make occupations alike that differ in that value only', () => {
    fc.assert(
      fc.property(
        anyValues,
        anyValues,
        anyValues,
        fc.constantFrom(...WORK_VALUES),
        fc.integer({ min: 10, max: 50 }),
        (person, theirs, others, value, tenth) => {
          const twin = { ...theirs, [value]: tenth / 10 };
          const small = indexMatches([
            occupation(1, { values: theirs }),
            occupation(2, { values: twin }),
            occupation(3, { values: others }),
          ]);
          const found = scoresBy(matchAll(small, { values: person, weights: { values: { [value]: 0 } } }));
          if (found.has(1) && found.has(2)) expect(found.get(1)).toBeCloseTo(found.get(2)!, 9);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('of 0 leave the value out of what is shared', () => {
    fc.assert(
      fc.property(anyValues, fc.constantFrom(...WORK_VALUES), (values, value) => {
        const matches = matchAll(index, { values, weights: { values: { [value]: 0 } } }) ?? [];
        for (const { sharedValues } of matches) expect(sharedValues).not.toContain(value);
      }),
      { numRuns: 25 },
    );
  });

  test('do not care in which order the values stand', () => {
    const rows = [...catalogue.occupations.values()].filter(({ values }) => values).slice(0, 60);
    fc.assert(
      fc.property(
        anyValues,
        anyWeights,
        fc.shuffledSubarray([...WORK_VALUES], { minLength: 11 }),
        (person, weights, order) => {
          const moved = (figures: Values): Values => valuesOf(order.map((value) => figures[value]));
          const there = indexMatches(rows);
          const here = indexMatches(rows.map((one) => ({ ...one, values: moved(one.values!) })));
          // An occupation without a shape of interests differs in nothing else.
          expectAlike(
            matchAll(there, { values: person, weights: { values: weights } }),
            matchAll(here, { values: moved(person), weights: { values: moved(weights) } }),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  test('of the parts: all on one side is that side alone', () => {
    fc.assert(
      fc.property(anyScores, anyValues, (interests, values) => {
        const both = matchAll(index, { interests, values, weights: { parts: { interests: 0 } } });
        const alone = matchAll(index, { values });
        expectAlike(both, alone);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a person shifts', () => {
  test('is written and read back the same; nothing else is read', () => {
    fc.assert(
      fc.property(anyShifts, (shifts) => {
        expect(writeShifts(readShifts(writeShifts(shifts))!)).toBe(writeShifts(shifts));
        expect(readShifts(writeShifts(shifts))).toEqual(shifts);
      }),
    );
    for (const code of ['', 'money', 'compensation', 'compensation-4', 'compensation-1-1', 'values..x'])
      expect([code, readShifts(code)]).toEqual([code, null]);
    fc.assert(fc.property(anyText, (text) => void readShifts(text)));
  });

  test('is undone by shifting back', () => {
    fc.assert(
      fc.property(
        anyShifts,
        fc.constantFrom(...WORK_VALUES),
        fc.constantFrom(...LEVELS),
        (shifts, value, level) => {
          const before = levelOf(shifts, value);
          const there = shifted(shifts, { value, level });
          expect(levelOf(there, value)).toBe(level);
          expect(writeShifts(shifted(there, { value, level: before }))).toBe(writeShifts(shifts));
        },
      ),
    );
    expect(isUnshifted(UNSHIFTED)).toBe(true);
  });

  test('turned up counts most, turned down less: an occupation with much of it rises, or falls', () => {
    const person = valuesOf([3, 3, 4, 3, 2, 3, 4, 3, 5, 4, 4]);
    const z = index.values.byId;
    const rich = [...z.values()].sort((a, b) => b.shape[10]! - a.shape[10]!).slice(0, 40);
    const mean = (level: Level): number => {
      const shifts = shifted(UNSHIFTED, { value: 'compensation', level });
      const found = scoresBy(matchAll(index, { values: lifted(person, shifts), weights: weightsOf(shifts) }));
      return rich.reduce((sum, { id }) => sum + found.get(id)!, 0) / rich.length;
    };
    const [none, less, same, more] = LEVELS.map(mean);
    expect(more).toBeGreaterThan(same!);
    expect(same).toBeGreaterThan(less!);
    expect(less).toBeGreaterThan(none!);
  });

  test('lifts what is turned up above all else, and nothing else', () => {
    fc.assert(
      fc.property(anyValues, anyShifts, (values, shifts) => {
        const after = lifted(values, shifts);
        const highest = Math.max(...WORK_VALUES.map((value) => values[value]));
        for (const value of WORK_VALUES) {
          if (levelOf(shifts, value) === 3) expect(after[value]).toBeGreaterThan(highest);
          else expect(after[value]).toBe(values[value]);
        }
      }),
    );
  });

  test('is in what a profile is matched by; of flat answers one value turned up is a shape', () => {
    const flat = valuesOf(WORK_VALUES.map(() => 4));
    const known = { values: { questionnaire: 1, form: 'short' as const, answers: {}, scores: flat } };
    expect(matchAll(index, matchProfileOf(known)!)).toBeNull();
    const shifts = shifted(UNSHIFTED, { value: 'autonomy', level: 3 });
    const best = matchAll(index, matchProfileOf({ ...known, shifts })!)!.slice(0, 10);
    expect(new Set(best.flatMap(({ sharedValues }) => sharedValues))).toEqual(new Set(['autonomy']));
    expect(matchProfileOf({ ...known, shifts: UNSHIFTED })).toEqual({ values: flat });
  });
});
