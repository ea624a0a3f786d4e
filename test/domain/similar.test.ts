import type { Catalogue } from '../../domain/catalogue.ts';
import { indexSimilar, similarTo, strengthsOf, type SimilarIndex } from '../../domain/similar.ts';
import { leastCost, realCatalogue } from './real.ts';

let catalogue: Catalogue;
let index: SimilarIndex;
beforeAll(async () => {
  catalogue = await realCatalogue();
  index = indexSimilar(catalogue);
});
const similar = (id: number, count = 5) => similarTo(index, catalogue.occupations, id, count);

// Pairs that anybody would name: a nurse and a midwife, a truck and a delivery driver …
test.each([
  ['nurse', 156, 'midwife', '助産師'],
  ['care worker', 134, 'home helper', '訪問介護員/ホームヘルパー'],
  ['programmer', 313, 'embedded systems engineer', 'システムエンジニア（組込み、IoT）'],
  ['surveyor', 24, 'land and house investigator', '土地家屋調査士'],
  ['pastry chef', 3, 'baker', 'パン製造、パン職人'],
])('a %s is like a %s', (_who, id, _other, name) => {
  const names = similar(id).map((one) => catalogue.occupations.get(one.id)!.name);
  expect(names).toContain(name);
});

test('every occupation with figures has five others, never itself, best first, each once', () => {
  for (const { id, figures } of catalogue.occupations.values()) {
    const others = similar(id);
    if (figures.knowledge && figures.work_characteristics) expect(others).toHaveLength(5);
    expect(others.map((one) => one.id)).not.toContain(id);
    expect(new Set(others.map((one) => one.id)).size).toBe(others.length);
    const scores = others.map(({ score }) => score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(Math.abs(score)).toBeLessThanOrEqual(1);
  }
});

test('likeness goes both ways', () => {
  const score = (a: number, b: number) => similar(a, 600).find(({ id }) => id === b)!.score!;
  expect(score(156, 134)).toBeCloseTo(score(134, 156), 12);
});

test('what is shared stands out in both, and says something of the job', () => {
  const [midwife] = similar(156).filter(({ id }) => catalogue.occupations.get(id)!.name === '助産師');
  expect(midwife!.shared).toContainEqual({ block: 'knowledge', column: 'medicine_dentistry' });
  for (const id of catalogue.occupations.keys()) {
    for (const other of similar(id)) {
      for (const { block, column } of other.shared) {
        for (const one of [id, other.id]) {
          expect(index[block].byId.get(one)!.z[column]!).toBeGreaterThanOrEqual(0.6);
        }
      }
    }
  }
});

test('an occupation without figures is compared by its field', () => {
  const bare = [...catalogue.occupations.values()].filter(({ figures }) =>
    Object.values(figures).every((block) => block === null),
  );
  expect(bare.length).toBeGreaterThan(10);
  for (const { id, mhlwCodes } of bare) {
    for (const other of similar(id)) {
      expect(other).toMatchObject({ score: null, shared: [] });
      const codes = catalogue.occupations.get(other.id)!.mhlwCodes;
      expect(codes.some((code) => code.split('-')[0] === mhlwCodes[0]!.split('-')[0])).toBe(true);
    }
  }
});

test('nobody is asked to wait for it', () => {
  expect(leastCost(() => similar(156))).toBeLessThan(5);
});

test('strengths are what others have less of, strongest first', () => {
  const strengths = strengthsOf(index, 313, 5);
  expect(strengths.map(({ column }) => column)).toContain('programming');
  const above = strengths.map((one) => one.above);
  expect(above).toEqual(above.toSorted((a, b) => b - a));
});
