import type { Catalogue, Occupation } from '../../domain/catalogue.ts';
import { ANYTHING, survey, WISHES, type Criteria, type Wish } from '../../domain/browse.ts';
import { bit, traitsOf } from '../../domain/traits.ts';
import { ALL_JAPAN, offerOf, wageOf } from '../../domain/wages.ts';
import { leastCost, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let all: Occupation[];
beforeAll(async () => {
  catalogue = await realCatalogue();
  all = [...catalogue.occupations.values()];
});

const wants = (...wishes: Wish[]): Criteria => ({ ...ANYTHING, wants: wishes });
const avoids = (...wishes: Wish[]): Criteria => ({ ...ANYTHING, avoids: wishes });
const named = (id: string) => all.find(({ texts }) => texts.en.name === id)!;
const verdict = (one: Occupation, wish: Wish, area = ALL_JAPAN): boolean | null => {
  const { yes, no } = traitsOf(catalogue, area).get(one.id)!;
  expect(yes & no).toBe(0);
  return (yes & bit(wish)) !== 0 ? true : (no & bit(wish)) !== 0 ? false : null;
};
const figure = (one: Occupation, block: 'work_characteristics' | 'education_distribution', column: string) =>
  one.figures[block]?.[catalogue.figureColumns[block].indexOf(column)] ?? null;

test('wanted, avoided and unknown are the whole, for every wish', () => {
  for (const wish of WISHES) {
    const [with_, without] = [survey(catalogue, wants(wish)), survey(catalogue, avoids(wish))];
    expect(with_.unknown).toBe(without.unknown);
    expect([wish, with_.found.length + without.found.length + with_.unknown]).toEqual([wish, all.length]);
    expect(with_.found.length).toBeGreaterThan(20);
    expect(survey(catalogue, { ...wants(wish), open: true }).found).toHaveLength(
      with_.found.length + with_.unknown,
    );
  }
});

test('limits are those of docs/matching.md', () => {
  for (const one of all) {
    const work = (column: string) => figure(one, 'work_characteristics', column);
    const [sitting, standing] = [work('sitting'), work('standing')];
    expect(verdict(one, 'sitting')).toBe(sitting === null ? null : sitting >= 3.5);
    expect(verdict(one, 'standing')).toBe(standing === null ? null : standing >= 3.5);
    const inside = [work('indoor_climate_controlled'), work('indoor_non_climate_controlled')];
    expect(verdict(one, 'indoor')).toBe(
      inside[0] == null ? null : Math.max(inside[0], inside[1]!) >= 4 && work('outdoor_work')! < 2.5,
    );
    const school = (column: string) => figure(one, 'education_distribution', column);
    const told = 1 - (school('unknown') ?? 0);
    const share = (column: string) => school(column)! / told;
    const known = school('unknown') !== null;
    expect(verdict(one, 'highschool')).toBe(
      known ? share('below_high_school') + share('high_school') >= 0.5 : null,
    );
    expect(verdict(one, 'university')).toBe(
      known ? Math.max(share('university'), share('masters'), share('doctorate')) >= 0.6 : null,
    );
  }
});

test('what is judged and what is measured do not contradict each other', () => {
  for (const one of survey(catalogue, wants('indoor')).found) {
    expect([one.name, one.angles!.settings.includes('outdoor')]).toEqual([one.name, false]);
  }
});

test('everyday knowledge', () => {
  expect(verdict(named('Nurse'), 'standing')).toBe(true);
  expect(verdict(named('Nurse'), 'vocational')).toBe(true);
  expect(verdict(named('Programmer'), 'sitting')).toBe(true);
  expect(verdict(named('Programmer'), 'university')).toBe(true);
  expect(verdict(named('Programmer'), 'highschool')).toBe(false);
});

test.each(['00', '11', '13', '47'])(
  'pay and openings are those of the area %s, widened pay included',
  (area) => {
    const pays = all
      .flatMap((one) => wageOf(catalogue.wages, one, area)?.annualYen ?? [])
      .sort((a, b) => a - b);
    const middle = pays[Math.floor(pays.length / 2)]!;
    for (const one of all) {
      const pay = wageOf(catalogue.wages, one, area)?.annualYen ?? null;
      expect(verdict(one, 'paymid', area)).toBe(pay === null ? null : pay >= middle);
      expect(verdict(one, 'pay400', area)).toBe(pay === null ? null : pay >= 4_000_000);
      const openings = offerOf(catalogue.offers, one, area)?.openingsPerSeeker ?? null;
      expect(verdict(one, 'openings2', area)).toBe(openings === null ? null : openings >= 2);
    }
    const better = survey(catalogue, wants('paymid'), { area, matches: null }).found.length;
    expect(Math.abs(better - pays.length / 2)).toBeLessThan(pays.length * 0.05);
  },
);

test('are worked out once for an area', () => {
  expect(traitsOf(catalogue, '27')).toBe(traitsOf(catalogue, '27'));
  expect(leastCost(() => survey(catalogue, wants('sitting', 'pay400')))).toBeLessThan(5);
});
