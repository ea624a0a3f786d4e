import fc from 'fast-check';
import { ANYTHING, select } from '../../domain/browse.ts';
import type { Catalogue, Occupation } from '../../domain/catalogue.ts';
import { findLicences, licencesOf } from '../../domain/licences.ts';
import { anyText, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let all: Occupation[];
beforeAll(async () => {
  catalogue = await realCatalogue();
  all = [...catalogue.occupations.values()];
});

describe('licences', () => {
  test.each([
    ['フォークリフト', /フォークリフト/u],
    ['看護師', /^看護師$/u],
    ['看護師免許', /^看護師$/u],
    ['ボイラー', /ボイラー/u],
    ['危険物', /危険物/u],
  ])('%s is found by name', (text, name) => {
    const found = findLicences(catalogue, text).map((id) => licencesOf(catalogue).get(id)!);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatch(name);
  });

  test('nothing is found in nothing, and nothing breaks', () => {
    expect(findLicences(catalogue, '師')).toEqual([]);
    expect(findLicences(catalogue, 'そんな資格はない')).toEqual([]);
    fc.assert(
      fc.property(anyText, (text) => {
        for (const id of findLicences(catalogue, text)) expect(licencesOf(catalogue).has(id)).toBe(true);
      }),
    );
  });

  test('no two of different names share an id, and each leads somewhere', () => {
    const names = new Set(all.flatMap(({ licences }) => licences.map((one) => one.normalize('NFKC').trim())));
    expect(licencesOf(catalogue).size).toBe(names.size);
    for (const licence of licencesOf(catalogue).keys()) {
      expect(select(catalogue, { ...ANYTHING, licence }).length).toBeGreaterThan(0);
    }
  });
});
