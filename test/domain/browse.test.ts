import fc from 'fast-check';
import {
  adding,
  ANGLE_WISHES,
  ANYTHING,
  choicesFor,
  fieldOf,
  groupOf,
  has,
  inOrder,
  isFamily,
  isKnown,
  licencesOf,
  LICENCE_FAMILIES,
  readCriteria,
  remarksOn,
  select,
  toggleAvoid,
  toggleWant,
  WISHES,
  without,
  writeCriteria,
  type Criteria,
  type Kind,
  type Wish,
} from '../../domain/browse.ts';
import { PLACES, type Catalogue, type Occupation } from '../../domain/catalogue.ts';
import { indexMatches, matchAll, type MatchIndex } from '../../domain/matching.ts';
import { bit, traitsOf } from '../../domain/traits.ts';
import { ALL_JAPAN } from '../../domain/wages.ts';
import { anyScores, anyText, leastCost, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let index: MatchIndex;
let all: Occupation[];
beforeAll(async () => {
  catalogue = await realCatalogue();
  all = [...catalogue.occupations.values()];
  index = indexMatches(all);
});

const FAMILIES = Object.keys(LICENCE_FAMILIES);
const anyCriteria: fc.Arbitrary<Criteria> = fc
  .record({
    place: fc.option(fc.constantFrom(...PLACES), { nil: undefined }),
    field: fc.option(fc.constantFrom('02', '04', '12', '04_023', '09_055'), { nil: undefined }),
    licence: fc.option(fc.constantFrom(...FAMILIES), { nil: undefined }),
    wants: fc.subarray([...WISHES], { maxLength: 4 }),
    avoids: fc.subarray([...WISHES], { maxLength: 3 }),
  })
  .map(({ place, field, licence, wants, avoids }) => ({
    ...(place && { place }),
    ...(field !== undefined && { field }),
    ...(licence !== undefined && { licence }),
    wants,
    avoids: avoids.filter((wish) => !wants.includes(wish)),
  }))
  // Of one figure there is one step only.
  .map(({ wants, avoids, ...criteria }) =>
    avoids.reduce(toggleAvoid, wants.reduce(toggleWant, { ...ANYTHING, ...criteria } as Criteria)),
  );
const KINDS: readonly Kind[] = ['places', 'fields', 'groups', 'licences', 'wants', 'avoids'];
/** By the judged angles where there are any, else by the traits (test/domain/traits.test.ts). */
const meets = ({ id, angles }: Occupation, wish: Wish): boolean | null => {
  const judged = ANGLE_WISHES.find((one) => one === wish);
  if (judged) return has(angles!, judged);
  const { yes, no } = traitsOf(catalogue, ALL_JAPAN).get(id)!;
  return (yes & bit(wish)) !== 0 ? true : (no & bit(wish)) !== 0 ? false : null;
};
const idsOf = (found: readonly { readonly id: number }[]) => found.map(({ id }) => id);
const asSet = (criteria: Criteria) => ({
  ...criteria,
  wants: criteria.wants.toSorted(),
  avoids: criteria.avoids.toSorted(),
});

describe('criteria', () => {
  test('are written and read back the same', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const code = writeCriteria(criteria);
        expect(code).toMatch(/^[\w.-]+$/u);
        expect(asSet(readCriteria(code)!)).toEqual(asSet(criteria));
      }),
    );
  });

  test('of every licence fit a payload', () => {
    for (const id of licencesOf(catalogue).keys()) {
      expect(readCriteria(writeCriteria({ ...ANYTHING, licence: id }))).toEqual({ ...ANYTHING, licence: id });
      expect(isFamily(id)).toBe(false);
    }
  });

  test('that were never written so are refused, whatever is sent', () => {
    for (const code of ['', 'moon', 'sea..it', '-moon', 'f4', 'f04_1', 'q_', 'sea it', 'constructor']) {
      expect([code, readCriteria(code)]).toEqual([code, null]);
    }
    fc.assert(
      fc.property(anyText, (code) => {
        const read = readCriteria(code);
        if (read) expect(select(catalogue, read).length).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('of data that is gone are known to be', () => {
    expect(isKnown(catalogue, { ...ANYTHING, field: '04_023', licence: 'nurse' })).toBe(true);
    expect(isKnown(catalogue, { ...ANYTHING, field: '77' })).toBe(false);
    expect(isKnown(catalogue, { ...ANYTHING, licence: 'xnosuch' })).toBe(false);
  });

  test('a wish is put in and taken out, and never wanted and avoided at once', () => {
    fc.assert(
      fc.property(anyCriteria, fc.constantFrom(...WISHES), (criteria, wish) => {
        const wanted = toggleWant(criteria, wish);
        const avoided = toggleAvoid(criteria, wish);
        for (const { wants, avoids } of [wanted, avoided]) {
          expect(wants.filter((one) => avoids.includes(one))).toEqual([]);
        }
        expect(wanted.wants.includes(wish)).toBe(!criteria.wants.includes(wish));
        expect(toggleWant(wanted, wish).wants.includes(wish)).toBe(criteria.wants.includes(wish));
        expect(avoided.avoids.includes(wish)).toBe(!criteria.avoids.includes(wish));
      }),
    );
  });

  test('add up: a new place takes the place of the old one', () => {
    const first: Criteria = { place: 'sea', wants: ['nonight'], avoids: ['outdoor'] };
    expect(adding(first, { place: 'farm', wants: ['outdoor'], avoids: [] })).toEqual({
      place: 'farm',
      wants: ['nonight', 'outdoor'],
      avoids: [],
    });
    expect(without(without(first, 'place'), 'wishes')).toEqual(ANYTHING);
  });
});

describe('select', () => {
  test('gives those that meet every condition, and no other', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const found = new Set(idsOf(select(catalogue, criteria)));
        const { place, field, wants, avoids, licence } = criteria;
        const family = licence === undefined ? null : LICENCE_FAMILIES[licence as 'car'];
        for (const one of all) {
          const { angles } = one;
          const fits =
            (place === undefined || angles!.places.includes(place)) &&
            (field === undefined || one.mhlwCodes[0]!.startsWith(field)) &&
            (family === null || one.licences.some((name) => family.test(name.normalize('NFKC')))) &&
            wants.every((wish) => meets(one, wish) === true) &&
            avoids.every((wish) => meets(one, wish) === false);
          expect([one.id, found.has(one.id)]).toEqual([one.id, fits]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('claims nothing of what nobody has judged', () => {
    const unjudged = { ...all[0]!, angles: null };
    const world = { ...catalogue, occupations: new Map([[unjudged.id, unjudged]]) };
    expect(select(world, ANYTHING)).toEqual([unjudged]);
    expect(select(world, { ...ANYTHING, place: 'factory' })).toEqual([]);
    expect(select(world, { ...ANYTHING, avoids: ['care'] })).toEqual([]);
  });

  test('knows what everybody knows', () => {
    const named = (criteria: Partial<Criteria>) =>
      select(catalogue, { ...ANYTHING, ...criteria }).map(({ texts }) => texts.en.name);
    expect(named({ place: 'hospital' })).toContain('Nurse');
    expect(named({ licence: 'nurse' })).toContain('Nurse');
    expect(named({ field: '04_023' })).toContain('Nurse');
    expect(named({ wants: ['nolicence'] })).not.toContain('Nurse');
    expect(named({ wants: ['it'] })).toContain('Programmer');
    expect(named({ avoids: ['it'] })).not.toContain('Programmer');
  });
});

describe('choices', () => {
  test('never lead to an empty list, and count right', () => {
    fc.assert(
      fc.property(anyCriteria, fc.constantFrom(...KINDS), (criteria, kind) => {
        if (select(catalogue, criteria).length === 0) return;
        for (const { id, count } of choicesFor(catalogue, criteria, kind)) {
          const next: Criteria =
            kind === 'places'
              ? { ...criteria, place: id as 'sea' }
              : kind === 'fields' || kind === 'groups'
                ? { ...criteria, field: id }
                : kind === 'licences'
                  ? { ...criteria, licence: id }
                  : (kind === 'wants' ? toggleWant : toggleAvoid)(criteria, id as 'it');
          expect([kind, id, count]).toEqual([kind, id, select(catalogue, next).length]);
          expect(count).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reach every occupation by place and by field, each with a name of ours', () => {
    const reached = (kind: 'places' | 'fields') =>
      new Set(
        choicesFor(catalogue, ANYTHING, kind).flatMap(({ id }) =>
          idsOf(select(catalogue, { ...ANYTHING, [kind === 'places' ? 'place' : 'field']: id })),
        ),
      );
    expect(choicesFor(catalogue, ANYTHING, 'places').map(({ id }) => id)).toEqual([...PLACES]);
    expect(reached('places').size).toBe(all.length);
    expect(reached('fields').size).toBe(all.length);
    for (const one of all) {
      expect([one.id, catalogue.fields.has(fieldOf(one)), catalogue.fields.has(groupOf(one))]).toEqual([
        one.id,
        true,
        true,
      ]);
    }
  });

  test('wishes chosen stay there to be taken back', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        if (select(catalogue, criteria).length === 0) return;
        const offered = choicesFor(catalogue, criteria, 'wants').map(({ id }) => id);
        expect(criteria.wants.filter((wish) => !offered.includes(wish))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('are found in a few milliseconds', () => {
    expect(leastCost(() => KINDS.forEach((kind) => choicesFor(catalogue, ANYTHING, kind)))).toBeLessThan(60);
  });
});

describe('the order of a list', () => {
  test('loses nothing, repeats nothing, and one page continues the other', () => {
    fc.assert(
      fc.property(anyCriteria, fc.option(anyScores, { nil: null }), (criteria, interests) => {
        const found = select(catalogue, criteria);
        const matches = interests && matchAll(index, { interests });
        const whole = idsOf(inOrder(found, criteria, matches, found.length));
        expect(whole.toSorted((a, b) => a - b)).toEqual(idsOf(found).toSorted((a, b) => a - b));
        expect(idsOf(inOrder(found, criteria, matches, 7))).toEqual(whole.slice(0, 7));
        expect(idsOf(inOrder(found.toReversed(), criteria, matches, 7))).toEqual(whole.slice(0, 7));
      }),
      { numRuns: 40 },
    );
  });

  test('begins with the best fit where the person is known', () => {
    fc.assert(
      fc.property(anyScores, (interests) => {
        const matches = matchAll(index, { interests });
        if (!matches) return;
        const found = select(catalogue, { ...ANYTHING, place: 'sea' });
        const best = matches.find(({ id }) => found.some((one) => one.id === id))!;
        expect(inOrder(found, { ...ANYTHING, place: 'sea' }, matches, 5)[0]!.id).toBe(best.id);
      }),
      { numRuns: 30 },
    );
  });

  test('shows variety: several fields on the first page of every place, typical jobs first', () => {
    for (const place of PLACES) {
      const criteria: Criteria = { ...ANYTHING, place };
      const page = inOrder(select(catalogue, criteria), criteria, null, 5);
      expect([place, new Set(page.map(fieldOf)).size >= 3]).toEqual([place, true]);
      expect([place, page.filter(({ angles }) => angles!.places[0] === place).length >= 3]).toEqual([
        place,
        true,
      ]);
    }
  });

  test('is neither that of the alphabet nor that of the numbers', () => {
    const ids = idsOf(inOrder(all, ANYTHING, null, 20));
    expect(ids).not.toEqual(ids.toSorted((a, b) => a - b));
    const names = inOrder(all, ANYTHING, null, 20).map(({ reading }) => reading);
    expect(names).not.toEqual(names.toSorted());
  });
});

test('remarks are one or two, and each is so', () => {
  fc.assert(
    fc.property(anyCriteria, (criteria) => {
      for (const one of select(catalogue, criteria)) {
        const remarks = remarksOn(one, criteria);
        expect(remarks.length).toBeLessThanOrEqual(2);
        expect(remarks.length).toBeGreaterThan(0);
        for (const remark of remarks) {
          if ('place' in remark) expect(one.angles!.places[0] === remark.place).toBe(remark.typical);
          else if (remark.is === 'licence') expect(one.angles!.licence).toBe('required');
          else expect(has(one.angles!, remark.is)).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});
