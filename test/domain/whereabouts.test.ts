import type { Catalogue } from '../../domain/catalogue.ts';
import { nearestPrefecture } from '../../domain/whereabouts.ts';
import { realCatalogue } from './real.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});
const at = (latitude: number, longitude: number) =>
  nearestPrefecture(catalogue.towns, { latitude, longitude });

test.each([
  ['Shinjuku station', 35.69, 139.7, '13'],
  ['Ōmiya station', 35.906, 139.624, '11'],
  ['Machida station, a mile from Kanagawa', 35.542, 139.446, '13'],
  ['Kawasaki station', 35.531, 139.697, '14'],
  ['Yokohama station', 35.466, 139.622, '14'],
  ['Umeda', 34.702, 135.496, '27'],
  ['Kōbe Sannomiya', 34.694, 135.195, '28'],
  ['Shimonoseki', 33.951, 130.923, '35'],
  ['Kokura', 33.887, 130.882, '40'],
  ['Wakkanai', 45.415, 141.673, '01'],
  ['Ishigaki', 24.34, 124.156, '47'],
  ['Hachijō island', 33.11, 139.79, '13'],
])('%s lies in its prefecture', (_, latitude, longitude, code) => {
  expect(at(latitude, longitude)).toBe(code);
});

test.each([
  ['the middle of the Pacific', 30, 160],
  ['Seoul', 37.57, 126.98],
  ['Busan', 35.18, 129.08],
  ['the null island', 0, 0],
  ['a broken point', Number.NaN, 139],
])('%s lies in none', (_, latitude, longitude) => {
  expect(at(latitude, longitude)).toBeNull();
});

test('every town lies where it says, but for those that share a border', () => {
  const astray = catalogue.towns.filter(
    ({ area, ...town }) => nearestPrefecture(catalogue.towns, town) !== area,
  );
  expect(astray.length).toBeLessThan(5);
  expect(new Set(catalogue.towns.map(({ area }) => area)).size).toBe(47);
});
