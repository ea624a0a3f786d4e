/** Elemental tasks: what the loader refuses, what the check names, and whether the links are what they say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTasks } from '../../scripts/seeds/check-tasks.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, damaged, officialJsonLines, SEEDS, testWithData } from './seeds.ts';

afterAll(cleanUp);

const first = (change: (line: string) => string) => (text: string) => {
  const [line, ...rest] = text.split('\n');
  return [change(line!), ...rest].join('\n');
};
const jsonLines = <T>(file: string): T[] =>
  readFileSync(join(SEEDS, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

test.each([
  ['tasks/tasks.jsonl', first((l) => l.replace('"level":1', '"level":4')), /tasks\.jsonl:1: level/u],
  [
    'tasks/tasks.jsonl',
    first((l) => l.replace(/"family":"\w+"/u, '"family":"magic"')),
    /tasks\.jsonl:1: there is no family magic/u,
  ],
  ['tasks/tasks.jsonl', first((l) => `${l}\n${l}`), /tasks\.jsonl:2: .* is there twice/u],
  [
    'tasks/links.jsonl',
    first((l) => l.replace(/"tasks":\{"\w+"/u, '"tasks":{"fly"')),
    /links\.jsonl:1: there is no task fly/u,
  ],
  [
    'tasks/links.jsonl',
    first((l) => l.replace(/("tasks":\{"\w+":)0\.\d+/u, '$10.9')),
    /links\.jsonl:1: the shares sum to 1\.\d+, not to 1/u,
  ],
  [
    'tasks/links.jsonl',
    first((l) => `${l}\n${l}`),
    /links\.jsonl:2: the tasks of occupation 1 are there twice/u,
  ],
  [
    'tasks/situations.jsonl',
    first((l) => l.replace(/"ja":\["/u, '"ja":["~')),
    /situations\.jsonl:1: words\.ja\.0: is no pattern/u,
  ],
  [
    'tasks/situations.jsonl',
    first((l) => l.replace(/"tasks":\{"\w+"/u, '"tasks":{"fly"')),
    /situations\.jsonl:1: there is no task fly/u,
  ],
  [
    'tasks/families.json',
    (text: string) => text.replace(/"id":"talking"/u, '"id":"customers"'),
    /families\.json:3: family customers is there twice/u,
  ],
])('%s: a mistake stops the start with file and line', async (path, change, message) => {
  await expect(loadCatalogue(damaged(path, change))).rejects.toThrow(message);
});

test('links of an occupation that is gone are let pass, and named', async () => {
  const dir = damaged('tasks/links.jsonl', (text) => `${text}{"id":9999,"tasks":{"clean_rooms":1}}\n`);
  const catalogue = await loadCatalogue(dir);
  expect(catalogue.taskLinks.has(9999)).toBe(false);
  expect(await checkTasks(dir, catalogue)).toEqual([
    'seeds/tasks/links.jsonl:434: tasks of occupation 9999, which is gone',
  ]);
});

test.each([
  [
    (l: string) => l.replace(/"ja":"[^"]+"/u, `"ja":"${'あ'.repeat(23)}"`),
    'ja texts has 23 characters (at most 22)',
  ],
  [(l: string) => l.replace(/"ja-easy":"[^"]+"/u, '"ja-easy":"薔薇を売る"'), 'needs a reading behind 薔薇'],
  [(l: string) => l.replace(/"en":"\w/u, '"en":"X'), 'en text does not start in lower case'],
  [(l: string) => l.replace(/"everyday":\{[^}]+\}/u, '"everyday":null'), 'has no everyday place'],
])('the check names a phrase that breaks a rule (%#)', async (change, problem) => {
  const dir = damaged('tasks/tasks.jsonl', first(change));
  const problems = await checkTasks(dir, await loadCatalogue(dir));
  expect(problems.join('\n')).toContain(problem);
});

interface Official {
  readonly id: number;
  readonly tasks:
    | readonly {
        task_id: number;
        description_ja: string;
        execution_rate: number | null;
        importance: number | null;
      }[]
    | null;
}

testWithData('every share follows from the map and the official figures', () => {
  const official = new Map(
    officialJsonLines<Official>('jobtag/occupations_v7.jsonl').map((one) => [one.id, one.tasks ?? []]),
  );
  const mapped = new Map<number, Map<number, Record<string, number>>>();
  for (const { o, t, m } of jsonLines<{ o: number; t: number; m: Record<string, number> }>(
    'tasks/map.jsonl',
  )) {
    mapped.set(o, (mapped.get(o) ?? new Map()).set(t, m));
  }
  const mean = (values: readonly (number | null)[]) => {
    const there = values.filter((value) => value !== null);
    return there.reduce((sum, value) => sum + value, 0) / there.length;
  };
  let compared = 0;
  for (const { id, tasks } of jsonLines<{ id: number; tasks: Record<string, number> }>('tasks/links.jsonl')) {
    const own = official.get(id)!;
    const [importance, rate] = [
      mean(own.map((one) => one.importance)),
      mean(own.map((one) => one.execution_rate)),
    ];
    const sums = new Map<string, number>();
    for (const { task_id, ...one } of own) {
      const weight = (one.importance ?? importance) * (one.execution_rate ?? rate);
      for (const [task, part] of Object.entries(mapped.get(id)?.get(task_id) ?? {})) {
        sums.set(task, (sums.get(task) ?? 0) + weight * part);
      }
    }
    const whole = [...sums.values()].reduce((sum, one) => sum + one, 0);
    expect(Object.keys(tasks).sort()).toEqual([...sums.keys()].sort());
    for (const [task, share] of Object.entries(tasks)) {
      expect(Math.abs(share - sums.get(task)! / whole)).toBeLessThan(0.0005);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(6_000);
});

testWithData('no phrase of ours stands in an official sentence', async () => {
  const { tasks } = await loadCatalogue(SEEDS);
  const bare = (text: string) => text.replace(/[、。・\s]/gu, '');
  const sentences = officialJsonLines<Official>('jobtag/occupations_v7.jsonl').flatMap(({ tasks: own }) =>
    (own ?? []).map(({ description_ja }) => bare(description_ja)),
  );
  const ours = [...tasks.values()]
    .flatMap(({ texts }) => [texts.ja, texts['ja-easy']])
    .filter((text) => text.length >= 9);
  expect(ours.filter((text) => sentences.some((sentence) => sentence.includes(bare(text))))).toEqual([]);
});
