import fc from 'fast-check';
import {
  ANYTHING,
  conditionsOf,
  readCriteria,
  select,
  WISHES,
  writeCriteria,
  type Criteria,
} from '../../domain/browse.ts';
import { WORK_VALUES, type Catalogue } from '../../domain/catalogue.ts';
import { explainFit, rank, type FitIndex } from '../../domain/fit.ts';
import { INTERESTS } from '../../domain/interests.ts';
import { indexMatches, matchAll } from '../../domain/matching.ts';
import { traitsOf } from '../../domain/traits.ts';
import { anyScores, leastCost, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let index: FitIndex;
beforeAll(async () => {
  catalogue = await realCatalogue();
  index = { catalogue, matches: indexMatches(catalogue.occupations.values()), area: '11' };
});

const anyValues = fc
  .array(fc.integer({ min: 10, max: 50 }), { minLength: 11, maxLength: 11 })
  .map(
    (tenths) =>
      Object.fromEntries(WORK_VALUES.map((value, i) => [value, tenths[i]! / 10])) as Record<
        (typeof WORK_VALUES)[number],
        number
      >,
  );
const anyProfile = fc.record({ interests: anyScores, values: fc.option(anyValues, { nil: undefined }) });
const anyCriteria: fc.Arbitrary<Criteria> = fc
  .record({
    wants: fc.subarray([...WISHES], { maxLength: 3 }),
    avoids: fc.subarray([...WISHES], { maxLength: 2 }),
    sort: fc.constantFrom(undefined, 'bypay' as const, 'byopenings' as const),
    open: fc.boolean(),
  })
  .map(({ wants, avoids, sort, open }) => ({
    wants,
    avoids: avoids.filter((wish) => !wants.includes(wish)),
    ...(sort && { sort }),
    ...(open && { open }),
  }))
  // Of one figure there is one step only.
  .map((criteria) => readCriteria(writeCriteria(criteria))!);
const anyId = fc.integer({ min: 1, max: 560 });

describe('the list', () => {
  test('holds those of the matches that meet the criteria, each once, whatever the order', () => {
    fc.assert(
      fc.property(anyProfile, anyCriteria, (profile, criteria) => {
        const { all, shown, total } = rank(index, profile, criteria);
        if (!all) return;
        const ids = new Set(all.map(({ id }) => id));
        const met = select(catalogue, criteria, { area: '11', matches: null }).filter(({ id }) =>
          ids.has(id),
        );
        expect(shown.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
          met.map(({ id }) => id).sort((a, b) => a - b),
        );
        expect(total).toBe(met.length);
      }),
      { numRuns: 40 },
    );
  });

  test('in the order asked for; one page continues the other', () => {
    fc.assert(
      fc.property(anyProfile, anyCriteria, (profile, criteria) => {
        const { shown } = rank(index, profile, criteria);
        const traits = traitsOf(catalogue, '11');
        const figures = shown.map(({ id, score }) => {
          const { pay, openings } = traits.get(id)!;
          return criteria.sort === 'bypay'
            ? (pay ?? -1)
            : criteria.sort === 'byopenings'
              ? (openings ?? -1)
              : score;
        });
        expect(figures).toEqual(figures.toSorted((a, b) => b - a));
        const first = rank(index, profile, criteria, 5).shown;
        expect(rank(index, profile, criteria, 10).shown.slice(0, 5)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  test('is unknown where the profile is flat', () => {
    const flat = Object.fromEntries(INTERESTS.map((interest) => [interest, 3])) as never;
    expect(rank(index, { interests: flat }, ANYTHING)).toEqual({
      all: null,
      shown: [],
      total: 0,
      unknown: 0,
    });
    expect(explainFit(index, { interests: flat }, ANYTHING, 156)).toBeNull();
  });

  test('is made in a few milliseconds, on all criteria at once', () => {
    const interests = {
      realistic: 4.1,
      investigative: 3.2,
      artistic: 2,
      social: 2.7,
      enterprising: 1.8,
      conventional: 3.9,
    };
    const criteria = readCriteria('nolicence.nonight.indoor.pay350.openings1.bypay')!;
    expect(leastCost(() => rank(index, { interests }, criteria, 5))).toBeLessThan(10);
  });
});

describe('why, and why not', () => {
  test('the place is that in the order by fit; what leaves it out are just the conditions it does not meet', () => {
    fc.assert(
      fc.property(anyProfile, anyCriteria, anyId, (profile, criteria, id) => {
        const fit = explainFit(index, profile, criteria, id);
        const all = matchAll(index.matches, profile);
        if (!all || !catalogue.occupations.has(id)) return void expect(fit).toBeNull();
        const at = all.findIndex((one) => one.id === id);
        expect(fit!.place).toBe(at < 0 ? null : at + 1);
        expect(fit!.of).toBe(all.length);
        const listed = rank(index, profile, criteria).shown.some((one) => one.id === id);
        expect(listed).toBe(fit!.place !== null && fit!.hindrances.length === 0);
        expect(fit!.narrowed !== null).toBe(listed && conditionsOf(criteria).length > 0);
        // Letting go of each of them lets it in.
        const free = fit!.hindrances.reduce(
          (left, { condition }) => ({
            ...left,
            wants: left.wants.filter((wish) => !condition.wants.includes(wish)),
            avoids: left.avoids.filter((wish) => !condition.avoids.includes(wish)),
          }),
          criteria,
        );
        expect(explainFit(index, profile, free, id)!.hindrances).toEqual([]);
        for (const { left, condition } of fit!.hindrances) {
          expect(conditionsOf(readCriteria(left)!)).not.toContainEqual(condition);
          expect(conditionsOf(readCriteria(left)!)).toHaveLength(conditionsOf(criteria).length - 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nothing is both shared and apart; apart is stronger on the side that is named', () => {
    fc.assert(
      fc.property(anyProfile, anyId, (profile, id) => {
        const fit = explainFit(index, profile, ANYTHING, id);
        for (const sides of [fit?.interests, fit?.values]) {
          const apart = sides?.apart.map(({ key }) => key as string) ?? [];
          expect(sides?.shared.filter((key) => apart.includes(key)) ?? []).toEqual([]);
          expect(apart.length).toBeLessThanOrEqual(3);
        }
        for (const { key, more } of fit?.interests?.apart ?? []) {
          const mean = INTERESTS.reduce((sum, one) => sum + profile.interests[one], 0) / 6;
          expect(profile.interests[key] > mean).toBe(more === 'person');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('says what figures an occupation lacks', () => {
    const unrated = [...catalogue.occupations.values()].find(
      ({ interests, values }) => !interests && !values,
    )!;
    const interests = {
      realistic: 5,
      investigative: 1,
      artistic: 1,
      social: 1,
      enterprising: 1,
      conventional: 1,
    };
    expect(explainFit(index, { interests }, ANYTHING, unrated.id)).toMatchObject({
      place: null,
      lacks: ['interests'],
      interests: null,
    });
    expect(explainFit(index, { interests }, ANYTHING, 999_999)).toBeNull();
  });
});
