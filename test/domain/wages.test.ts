import fc from 'fast-check';
import type { Catalogue, MinimumWage, Occupation, WageCell, WageTable } from '../../domain/catalogue.ts';
import { ALL_JAPAN, LEAST_WORKERS, minimumWageOn, offerOf, payPicture, wageOf } from '../../domain/wages.ts';
import { occupation, realCatalogue } from './real.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});

const cell = (workers: number, monthlyYen = 300_000): WageCell => ({
  monthlyYen,
  bonusYen: 500_000,
  workers,
  age: 41.5,
});
const names = { ja: '', 'ja-easy': '', en: '' };
const tableOf = (cells: Record<string, WageCell>): WageTable => ({
  year: 2025,
  groups: new Map([
    ['M', { id: 'M', level: 'major', major: null, names }],
    ['001', { id: '001', level: 'occupation', major: 'M', names }],
  ]),
  cells: new Map(Object.entries(cells)),
});
const cook = occupation(1, { wageGroup: '001' });

describe('wageOf widens step by step', () => {
  const wide = { 'M/13': cell(9000, 310_000), '001/00': cell(50_000, 320_000), 'M/00': cell(900_000) };

  test('not at all where the cell has 100 workers', () => {
    expect(wageOf(tableOf({ '001/13': cell(100), ...wide }), cook, '13')).toEqual({
      annualYen: 12 * 300_000 + 500_000,
      monthlyYen: 300_000,
      bonusYen: 500_000,
      workers: 100,
      age: 41.5,
      measuredFor: '001',
      area: '13',
      year: 2025,
      fallback: null,
      reason: null,
      source: 'wage_survey',
    });
  });

  test.each([
    ['few_workers', { '001/13': cell(99) }],
    ['not_published', {}],
  ])('to the major group in the prefecture: %s', (reason, own) => {
    expect(wageOf(tableOf({ ...own, ...wide }), cook, '13')).toMatchObject({
      monthlyYen: 310_000,
      measuredFor: 'M',
      area: '13',
      fallback: 'major_group',
      reason,
    });
  });

  test.each([
    ['few_workers', { '001/13': cell(10), 'M/13': cell(99) }],
    ['not_published', { 'M/13': cell(99) }],
  ])('to the occupation in all Japan: %s', (reason, own) => {
    expect(wageOf(tableOf({ '001/00': wide['001/00'], ...own }), cook, '13')).toMatchObject({
      monthlyYen: 320_000,
      measuredFor: '001',
      area: ALL_JAPAN,
      fallback: 'national',
      reason,
    });
  });

  test('to nothing rather than to a figure of few workers', () => {
    expect(
      wageOf(tableOf({ '001/13': cell(99), 'M/13': cell(99), '001/00': cell(99) }), cook, '13'),
    ).toBeNull();
    expect(wageOf(tableOf(wide), occupation(2), '13')).toBeNull();
    expect(wageOf(tableOf(wide), occupation(3, { wageGroup: '002' }), '13')).toBeNull();
  });
});

describe('the real survey', () => {
  test('gives every occupation in every prefecture its cell, or says which wider one it is', () => {
    const { cells, groups, year } = catalogue.wages;
    const seen = { own: 0, major_group: 0, national: 0, none: 0 };
    for (const one of catalogue.occupations.values()) {
      for (const area of catalogue.prefectures.keys()) {
        const wage = wageOf(catalogue.wages, one, area);
        const pair = `${one.id} ${one.name} ${area}`;
        if (wage === null) {
          // Only an occupation without a group has no figure.
          expect([pair, one.wageGroup]).toEqual([pair, null]);
          seen.none += 1;
          continue;
        }
        const own = cells.get(`${one.wageGroup}/${area}`);
        const major = groups.get(one.wageGroup!)!.major!;
        const inMajor = cells.get(`${major}/${area}`);
        const expected =
          own && own.workers >= 100
            ? { cell: own, measuredFor: one.wageGroup, area, fallback: null }
            : inMajor && inMajor.workers >= 100
              ? { cell: inMajor, measuredFor: major, area, fallback: 'major_group' }
              : {
                  cell: cells.get(`${one.wageGroup}/00`)!,
                  measuredFor: one.wageGroup,
                  area: '00',
                  fallback: 'national',
                };
        const { cell: from, ...about } = expected;
        expect({ pair, ...wage }).toEqual({
          pair,
          ...about,
          ...from,
          annualYen: 12 * from.monthlyYen + from.bonusYen,
          reason: expected.fallback === null ? null : own ? 'few_workers' : 'not_published',
          year,
          source: 'wage_survey',
        });
        expect(wage.workers).toBeGreaterThanOrEqual(LEAST_WORKERS);
        seen[wage.fallback ?? 'own'] += 1;
      }
    }
    const pairs = Object.values(seen).reduce((a, b) => a + b, 0);
    expect(pairs).toBe(556 * 47);
    // Every way is walked, and the plain one by far the most.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
    expect(seen.own / pairs).toBeGreaterThan(0.85);
  });

  test.each([
    [156, '看護師', '00', 5247],
    [156, '看護師', '13', 5785],
    [156, '看護師', '27', 5402],
    [156, '看護師', '47', 4862],
    [134, '施設介護員', '00', 3880],
    [313, 'プログラマー', '00', 5785],
    [313, 'プログラマー', '13', 5924],
  ])('pays %i %s in %s %i thousand yen a year', (id, name, area, thousands) => {
    const one: Occupation = catalogue.occupations.get(id)!;
    const wage = wageOf(catalogue.wages, one, area)!;
    expect(one.name).toBe(name);
    expect(Math.round(wage.annualYen / 1000)).toBe(thousands);
    expect(wage).toMatchObject({ area, fallback: null, reason: null });
  });
});

describe('offerOf', () => {
  const table = (openings: number | null, seekers: number | null) => ({
    year: 2025,
    groups: new Map([['13', { id: '13', names }]]),
    cells: new Map([['13/47', { monthlyYen: 250_000, hourlyYen: null, openings, seekers }]]),
  });
  const nurse = occupation(1, { offerGroup: '13' });

  test('divides openings by seekers', () => {
    expect(offerOf(table(300, 200), nurse, '47')).toEqual({
      monthlyYen: 250_000,
      hourlyYen: null,
      openingsPerSeeker: 1.5,
      measuredFor: '13',
      area: '47',
      year: 2025,
      source: 'hellowork',
    });
    expect(offerOf(table(0, 200), nurse, '47')!.openingsPerSeeker).toBe(0);
  });

  test.each([
    [300, 0],
    [300, null],
    [null, 200],
  ])('gives no ratio of %p openings to %p seekers', (openings, seekers) => {
    expect(offerOf(table(openings, seekers), nurse, '47')!.openingsPerSeeker).toBeNull();
  });

  test('has nothing for an area or a group without a cell', () => {
    expect(offerOf(table(1, 1), nurse, '13')).toBeNull();
    expect(offerOf(table(1, 1), occupation(2), '47')).toBeNull();
  });
});

describe('minimumWageOn', () => {
  test.each([
    ['03', '2026-11-30', 1031],
    ['03', '2026-12-01', 1090],
    ['02', '2026-10-28', 1029],
    ['02', '2026-10-29', 1090],
    ['13', '2026-09-30', 1226],
    ['13', '2026-10-01', 1280],
    ['13', '2031-01-01', 1280],
  ])('in %s on %s is %i', (area, day, yen) => {
    expect(minimumWageOn(catalogue.minimumWages, area, day)?.hourlyYen).toBe(yen);
  });

  test('is unknown before the first date, and for all Japan', () => {
    expect(minimumWageOn(catalogue.minimumWages, '03', '2000-01-01')).toBeNull();
    expect(minimumWageOn(catalogue.minimumWages, ALL_JAPAN, '2026-12-01')).toBeNull();
  });

  test('is the latest that has begun, in whatever order they are listed', () => {
    const days = ['2024-10-01', '2025-10-03', '2026-10-01', '2026-12-01'];
    const listed: MinimumWage[] = days.flatMap((from, i) =>
      ['01', '02'].map((area) => ({ area, from, hourlyYen: 1000 + i })),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray(listed, { minLength: listed.length }),
        fc.integer({ min: 0, max: 1200 }),
        (wages, after) => {
          const day = new Date(Date.UTC(2024, 0, 1) + after * 86_400_000).toISOString().slice(0, 10);
          const begun = days.filter((from) => Date.parse(from) <= Date.parse(day)).length;
          expect(minimumWageOn(wages, '02', day)?.hourlyYen).toBe(begun === 0 ? undefined : 999 + begun);
        },
      ),
    );
  });
});

test('a pay picture holds all three for one area and day', () => {
  const nurse = catalogue.occupations.get(156)!;
  expect(payPicture(catalogue, nurse, '02', '2026-10-29')).toEqual({
    area: '02',
    wage: wageOf(catalogue.wages, nurse, '02'),
    offer: offerOf(catalogue.offers, nurse, '02'),
    minimum: { area: '02', hourlyYen: 1090, from: '2026-10-29' },
  });
});
