import fc from 'fast-check';
import { WORK_VALUES, type Catalogue, type Occupation, type WorkValue } from '../../domain/catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from '../../domain/interests.ts';
import {
  closenessOf,
  indexMatches,
  matchAll,
  matchOccupation,
  mixFields,
  type Match,
  type MatchIndex,
} from '../../domain/matching.ts';
import { shapeOf } from '../../domain/shape.ts';
import { anyScores, occupation, realCatalogue, scoresOf } from './real.ts';

let catalogue: Catalogue;
let index: MatchIndex;
let rated: Occupation[];
let z: Map<number, InterestScores>;

beforeAll(async () => {
  catalogue = await realCatalogue();
  index = indexMatches(catalogue.occupations.values());
  rated = [...catalogue.occupations.values()].filter(({ interests }) => interests !== null);
  z = standardScores();
});

const average = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0) / figures.length;

/** Standard scores by the textbook, apart from `domain/`. */
function standardScores(): Map<number, InterestScores> {
  const of = (interest: Interest) => rated.map(({ interests }) => interests![interest]);
  const mean = scoresOf(INTERESTS.map((interest) => average(of(interest))));
  const deviation = scoresOf(
    INTERESTS.map((interest) =>
      Math.sqrt(average(of(interest).map((figure) => figure ** 2)) - mean[interest] ** 2),
    ),
  );
  return new Map(
    rated.map(({ id, interests }) => [
      id,
      scoresOf(INTERESTS.map((interest) => (interests![interest] - mean[interest]) / deviation[interest])),
    ]),
  );
}

/** Pearson's r by the textbook: covariance over the product of deviations. */
function pearson(xs: readonly number[], ys: readonly number[]): number {
  const covariance = average(xs.map((x, i) => x * ys[i]!)) - average(xs) * average(ys);
  const variance = (figures: readonly number[]) =>
    average(figures.map((figure) => figure ** 2)) - average(figures) ** 2;
  return covariance / Math.sqrt(variance(xs) * variance(ys));
}

const figures = (scores: InterestScores): number[] => INTERESTS.map((interest) => scores[interest]);
const match = (interests: InterestScores): Match[] => matchAll(index, { interests })!;
const shaped = anyScores.filter((scores) => shapeOf(INTERESTS, scores) !== null);
const top = (scores: InterestScores): Interest =>
  INTERESTS.reduce((best, interest) => (scores[interest] > scores[best] ? interest : best));
/** Share of occupations whose highest figure is this interest. */
const shareOnTop = (of: readonly InterestScores[], interest: Interest): number =>
  of.filter((scores) => top(scores) === interest).length / of.length;

describe('matching on interests', () => {
  test("scores by Pearson's r with the standardised profiles", () => {
    fc.assert(
      fc.property(shaped, (person) => {
        for (const { id, score } of match(person)) {
          expect(score).toBeCloseTo(pearson(figures(person), figures(z.get(id)!)), 8);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('does not care how high or how wide the scores are', () => {
    fc.assert(
      fc.property(
        shaped,
        fc.double({ min: 1, max: 20, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (person, scale, shift) => {
          const moved = scoresOf(figures(person).map((figure) => figure * scale + shift));
          const scores = new Map(match(moved).map(({ id, score }) => [id, score]));
          for (const { id, score } of match(person)) expect(scores.get(id)).toBeCloseTo(score, 9);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('gives every occupation with figures once, from 1 to −1, ties by id', () => {
    const all = rated.map(({ id }) => id).sort((a, b) => a - b);
    expect(all).toHaveLength(482);
    fc.assert(
      fc.property(shaped, (person) => {
        const matches = match(person);
        expect(matches.map(({ id }) => id).sort((a, b) => a - b)).toEqual(all);
        matches.forEach(({ id, score }, i) => {
          expect(Math.abs(score)).toBeLessThanOrEqual(1);
          const next = matches[i + 1];
          if (next && !(score > next.score)) expect([score, id < next.id]).toEqual([next.score, true]);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('puts an occupation first for whoever has its very profile', () => {
    for (const [id, profile] of z) {
      const [first, second] = match(profile);
      expect(first!.id).toBe(id);
      expect(first!.score).toBeCloseTo(1, 9);
      expect(second!.score).toBeLessThan(first!.score);
    }
  });

  test('puts the smaller id first between occupations of one profile, in whatever order they came', () => {
    const twin = scoresOf([1, 2, 3, 4, 5, 1]);
    const other = scoresOf([5, 1, 2, 2, 1, 4]);
    const small = indexMatches([
      occupation(9, { interests: twin }),
      occupation(4, { interests: twin }),
      occupation(7, { interests: other }),
      occupation(1),
    ]);
    expect(matchAll(small, { interests: twin })!.map(({ id }) => id)).toEqual([4, 9, 7]);
    expect(matchOccupation(small, { interests: twin }, 1)).toBeNull();
  });

  test('says the same of one occupation as of all, and nothing of those without figures', () => {
    const person = scoresOf([2.1, 4.4, 3.9, 3, 1.2, 2.2]);
    for (const one of match(person))
      expect(matchOccupation(index, { interests: person }, one.id)).toEqual(one);
    const unrated = [...catalogue.occupations.values()].filter(({ interests }) => interests === null);
    expect(unrated).toHaveLength(74);
    for (const { id } of unrated) expect(matchOccupation(index, { interests: person }, id)).toBeNull();
    expect(matchOccupation(index, { interests: person }, 999_999)).toBeNull();
  });

  test('says nothing of a flat profile', () => {
    for (const height of [0, 1, 3, 4.7]) {
      const flat = scoresOf(Array<number>(6).fill(height));
      expect(matchAll(index, { interests: flat })).toBeNull();
      expect(matchOccupation(index, { interests: flat }, 156)).toBeNull();
    }
    // One answer of sixty apart is a shape.
    expect(matchAll(index, { interests: scoresOf([3, 3, 3, 3.1, 3, 3]) })).not.toBeNull();
  });

  test('gives as reasons only what both sides lean to, strongest first, two at most', () => {
    fc.assert(
      fc.property(shaped, (person) => {
        const own = figures(person);
        for (const { id, reasons } of match(person)) {
          const theirs = z.get(id)!;
          const strength = (interest: Interest) =>
            (person[interest] - average(own)) * (theirs[interest] - average(figures(theirs)));
          const leaning = INTERESTS.filter(
            (interest) =>
              person[interest] - average(own) > 1e-9 &&
              theirs[interest] - average(figures(theirs)) > 1e-9 &&
              theirs[interest] > 1e-9,
          );
          expect(leaning).toEqual(expect.arrayContaining([...reasons]));
          expect(reasons).toHaveLength(Math.min(2, leaning.length));
          if (reasons.length === 2) {
            expect(strength(reasons[0]!)).toBeGreaterThanOrEqual(strength(reasons[1]!) - 1e-9);
            for (const interest of leaning) {
              if (!reasons.includes(interest)) {
                expect(strength(interest)).toBeLessThanOrEqual(strength(reasons[1]!) + 1e-9);
              }
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('gives no reason for what lies on the mean, also in floating point', () => {
    // The mean of these is 3.3, but as the computer adds it is a hair less.
    const person = scoresOf([1, 3.3, 3.3, 3.3, 3.3, 5.6]);
    expect(average(figures(person))).toBeLessThan(3.3);
    const given = match(person).flatMap(({ reasons }) => reasons);
    expect(new Set(given)).toEqual(new Set(['conventional']));
  });

  test('gives no reason where only dislikes are shared', () => {
    // Occupation 1 rates below the others throughout; it is social only in comparison with itself.
    const low = indexMatches([
      occupation(1, { interests: scoresOf([1, 1, 1, 2, 1, 1]) }),
      occupation(2, { interests: scoresOf([4, 3, 4, 1, 4, 3]) }),
      occupation(3, { interests: scoresOf([3, 4, 3, 5, 3, 4]) }),
      occupation(4, { interests: scoresOf([4, 4, 4, 5, 4, 4]) }),
    ]);
    const { reasons, score } = matchOccupation(low, { interests: scoresOf([3, 3, 3, 5, 3, 3]) }, 1)!;
    expect(score).toBeGreaterThan(0);
    expect(reasons).toEqual([]);
  });
});

describe('matching on work values as well', () => {
  const interests = scoresOf([2, 3, 2, 5, 3, 3]);
  const valuesOf = (figure: (value: WorkValue, i: number) => number) =>
    Object.fromEntries(WORK_VALUES.map((value, i) => [value, figure(value, i)])) as Record<WorkValue, number>;

  const priorities = valuesOf((value) => (value === 'stability' ? 5 : value === 'compensation' ? 4 : 2));
  const byValuesOf = (id: number, values: Record<WorkValue, number>) => {
    const theirs = index.values.byId.get(id)!.z;
    return pearson(
      WORK_VALUES.map((value) => values[value]),
      WORK_VALUES.map((value) => theirs[value]),
    );
  };

  test('scores by the mean of both correlations; what an occupation lacks counts as neither like nor unlike', () => {
    const matches = matchAll(index, { interests, values: priorities })!;
    const byInterests = new Map(match(interests).map(({ id, score }) => [id, score]));
    for (const one of matches) {
      const hasValues = catalogue.occupations.get(one.id)!.values !== null;
      const byValues = hasValues ? byValuesOf(one.id, priorities) : null;
      const both = [byInterests.get(one.id) ?? 0, byValues ?? 0];
      expect(one.score).toBeCloseTo((both[0]! + both[1]!) / 2, 8);
      expect(one.byInterests).toEqual(byInterests.get(one.id) ?? null);
      if (byValues === null) expect(one.byValues).toBeNull();
      else expect(one.byValues).toBeCloseTo(byValues, 8);
      expect(['stability', 'compensation']).toEqual(expect.arrayContaining([...one.sharedValues]));
    }
    expect(matches[0]!.sharedValues).not.toEqual([]);
  });

  test('no occupation vanishes: those with either figures are there, those with both come first', () => {
    const matches = matchAll(index, { interests, values: priorities })!;
    const either = [...catalogue.occupations.values()].filter((one) => one.interests ?? one.values);
    expect(matches.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
      either.map(({ id }) => id).sort((a, b) => a - b),
    );
    const whole = matches.filter(({ byInterests, byValues }) => byInterests !== null && byValues !== null);
    expect(whole).toHaveLength(429);
    for (const { byInterests, byValues } of matches.slice(0, 20)) {
      expect([byInterests === null, byValues === null]).toEqual([false, false]);
    }
  });

  test('by values alone', () => {
    const matches = matchAll(index, { values: priorities })!;
    expect(matches).toHaveLength(445);
    for (const { id, score, byInterests, reasons } of matches) {
      expect(score).toBeCloseTo(byValuesOf(id, priorities), 8);
      expect([byInterests, reasons]).toEqual([null, []]);
      expect(matchOccupation(index, { values: priorities }, id)!.score).toBe(score);
    }
    expect(matchAll(index, { values: valuesOf(() => 3) })).toBeNull();
    expect(matchAll(index, {})).toBeNull();
  });

  test('takes flat values as none, and flat interests', () => {
    const flat = scoresOf(Array<number>(6).fill(3));
    expect(matchAll(index, { interests, values: valuesOf(() => 3) })).toEqual(match(interests));
    expect(matchAll(index, { interests: flat, values: priorities })).toEqual(
      matchAll(index, { values: priorities }),
    );
    expect(match(interests).every(({ sharedValues }) => sharedValues.length === 0)).toBe(true);
  });

  test('an occupation without values is judged by interests, and called as like as they are', () => {
    const values = valuesOf((_, i) => (i % 5) + 1);
    const lacking = rated.find((one) => one.values === null)!;
    const alone = matchOccupation(index, { interests }, lacking.id)!;
    const both = matchOccupation(index, { interests, values }, lacking.id)!;
    expect(both).toEqual({ ...alone, score: alone.score / 2 });
    expect(closenessOf(both)).toBe(alone.score);
    const whole = rated.find((one) => one.values !== null)!;
    const one = matchOccupation(index, { interests, values }, whole.id)!;
    expect(closenessOf(one)).toBeCloseTo(one.score, 9);
    expect(matchOccupation(index, { values }, lacking.id)).toBeNull();
  });
});

describe('why figures are standardised', () => {
  test('nearly three occupations in four rate themselves social or realistic', () => {
    const raw = rated.map(({ interests }) => interests!);
    expect(shareOnTop(raw, 'social') + shareOnTop(raw, 'realistic')).toBeGreaterThan(0.7);
    expect(shareOnTop(raw, 'enterprising')).toBeLessThan(0.05);
  });

  test('standardised, no interest is on top for more than 40 % or fewer than 5 %', () => {
    const standardised = index.interests.all.map((entry) => entry.z);
    expect(standardised).toHaveLength(482);
    for (const interest of INTERESTS) {
      expect([interest, shareOnTop(standardised, interest) > 0.05]).toEqual([interest, true]);
      expect([interest, shareOnTop(standardised, interest) < 0.4]).toEqual([interest, true]);
    }
  });
});

describe('mixFields', () => {
  const listOf = (fields: readonly number[]): Match[] =>
    fields.map((_, id) => ({
      id,
      score: 1 - id / 100,
      byInterests: null,
      byValues: null,
      reasons: [],
      sharedValues: [],
    }));
  const ids = (fields: readonly number[], count: number): number[] =>
    mixFields(listOf(fields), (id) => String(fields[id]), count).map(({ id }) => id);

  test('shows two of a field on a page; the third comes first on the next', () => {
    expect(ids([1, 1, 1, 2, 2, 3, 2, 4], 8)).toEqual([0, 1, 3, 4, 5, 2, 6, 7]);
  });

  test('shows more of a field only when there is no other left, and loses nothing', () => {
    const anyFields = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyFields, fc.nat({ max: 45 }), (fields, count) => {
        const all = ids(fields, fields.length);
        expect(all.toSorted((a, b) => a - b)).toEqual(fields.map((_, id) => id));
        // A page shown before stays as it was when more is asked for.
        expect(ids(fields, count)).toEqual(all.slice(0, count));
        all.forEach((id, at) => {
          const page = all.slice(at - (at % 5), at);
          const full = (other: number) => page.filter((shown) => fields[shown] === fields[other]).length >= 2;
          const fresh = all.slice(at).filter((other) => !full(other));
          // The best of those whose field is not full, or the best there is.
          expect(id).toBe(Math.min(...(fresh.length > 0 ? fresh : all.slice(at))));
        });
      }),
    );
  });
});
