import fc from 'fast-check';
import { fieldOf, MOST_SURPRISED, surprise, withSurprise } from '../../domain/browse.ts';
import type { Catalogue, Occupation } from '../../domain/catalogue.ts';
import { indexMatches, matchAll, type MatchIndex } from '../../domain/matching.ts';
import { anyScores, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let index: MatchIndex;
let all: Occupation[];
beforeAll(async () => {
  catalogue = await realCatalogue();
  all = [...catalogue.occupations.values()];
  index = indexMatches(all);
});

describe('surprise', () => {
  const draw = (count: number, matches: ReturnType<typeof matchAll>, seen: readonly number[] = []) => {
    let drawn = seen;
    for (let i = 0; i < count; i += 1) drawn = withSurprise(drawn, surprise(catalogue, matches, drawn)!);
    return drawn;
  };
  const field = (id: number) => fieldOf(catalogue.occupations.get(id)!);

  test('never comes twice, until all have come; then the one seen longest ago', () => {
    const seen = draw(all.length, null);
    expect(new Set(seen).size).toBe(all.length);
    expect(surprise(catalogue, null, seen)).toBe(seen[0]);
    expect(draw(3, null, seen)).toHaveLength(all.length);
    expect(MOST_SURPRISED).toBeGreaterThanOrEqual(all.length);
  });

  test('without a profile every field comes before one comes again', () => {
    const fields = new Set(all.map(fieldOf));
    expect(new Set(draw(fields.size, null).map(field)).size).toBe(fields.size);
  });

  test('with a profile it is near the person, and outside the fields of their best matches', () => {
    fc.assert(
      fc.property(anyScores, (interests) => {
        const matches = matchAll(index, { interests });
        if (!matches) return;
        const expected = new Set(matches.slice(0, 10).map(({ id }) => field(id)));
        const seen = draw(5, matches);
        expect(new Set(seen).size).toBe(5);
        const score = new Map(matches.map((one) => [one.id, one.score]));
        for (const id of seen.filter((one) => (score.get(one) ?? 0) > 0)) {
          expect(expected.has(field(id))).toBe(false);
        }
        expect(score.get(seen[0]!)).toBeGreaterThan(0);
        expect(surprise(catalogue, matches, [])).toBe(seen[0]);
      }),
      { numRuns: 40 },
    );
  });

  test('of occupations that are gone nothing is made', () => {
    const id = surprise(catalogue, null, [999_999, 999_998])!;
    expect(catalogue.occupations.has(id)).toBe(true);
    expect(surprise({ ...catalogue, occupations: new Map() }, null, [1])).toBeNull();
  });
});
