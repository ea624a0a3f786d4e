import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../seeds/load.ts';
import { inputsHash, SEARCH_INDEX_PATH } from '../../seeds/search.ts';
import { cleanUp, damaged, SEEDS } from './seeds.ts';

afterAll(cleanUp);

const CONCEPTS = 'search/concepts.jsonl';
const changed = (change: (first: Record<string, unknown>) => void) =>
  damaged(CONCEPTS, (text) => {
    const [line = '', ...rest] = text.split('\n');
    const first = JSON.parse(line) as Record<string, unknown>;
    change(first);
    return [JSON.stringify(first), ...rest].join('\n');
  });

test('the search index is built from the seeds there are: npm run search:index', async () => {
  expect(readFileSync(join(SEEDS, SEARCH_INDEX_PATH), 'utf8')).toContain(await inputsHash(SEEDS));
});

test('it has all occupations and at least 200 concepts, each with occupations that exist', async () => {
  const { search, occupations } = await loadCatalogue(SEEDS);
  expect([...search.index.ids]).toEqual([...occupations.keys()]);
  expect(search.concepts.length).toBeGreaterThanOrEqual(200);
  const strange = search.concepts.flatMap(({ id, means }) =>
    Object.keys(means.occupations ?? {})
      .filter((one) => !occupations.has(Number(one)))
      .map((one) => `${id}: ${one}`),
  );
  expect(strange).toEqual([]);
});

test.each([
  [
    'an opposite that is not there',
    (one: Record<string, unknown>) => (one['opposite'] = 'nowhere'),
    'nowhere',
  ],
  [
    'a figure that is not there',
    (one: Record<string, unknown>) =>
      (one['means'] = { figures: [{ block: 'skills', column: 'flying', weight: 1 }] }),
    'skills.flying',
  ],
  ['an id with a space', (one: Record<string, unknown>) => (one['id'] = 'a b'), 'lower case'],
])('%s is refused by file and line', async (_, change, said) => {
  const dir = changed(change);
  await expect(loadCatalogue(dir)).rejects.toThrow(new RegExp(`concepts\\.jsonl:1.*${said}`, 'u'));
});

test('an index whose parts do not fit together is refused', async () => {
  const dir = damaged(SEARCH_INDEX_PATH, (text) => text.replace('"nearCount":12', '"nearCount":11'));
  await expect(loadCatalogue(dir)).rejects.toThrow(/npm run search:index/u);
});
