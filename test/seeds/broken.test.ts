import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ShirubeError } from '../../errors.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { cleanUp, damaged, SEEDS } from './seeds.ts';

afterAll(cleanUp);

const problem = async (path: string, change: (text: string) => string): Promise<string> => {
  const error: unknown = await loadCatalogue(damaged(path, change)).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ShirubeError);
  expect((error as ShirubeError).code).toBe('SEED_BROKEN');
  return (error as ShirubeError).message;
};

/** Changes the nth line, counting from 1. */
const line = (n: number, change: (line: string) => string) => (text: string) =>
  text
    .split('\n')
    .map((one, i) => (i === n - 1 ? change(one) : one))
    .join('\n');

test.each([
  [
    'wages/cells.csv',
    line(123, (l) => l.replace(/^\d\d/u, '99')),
    'seeds/wages/cells.csv:123: area is not an area from 00 to 47: "99"',
  ],
  ['wages/cells.csv', line(123, (l) => `${l},1`), 'seeds/wages/cells.csv:123: has 7 fields instead of 6'],
  [
    'wages/cells.csv',
    line(123, (l) => l.replace(/^(\d\d,[^,]+,\d+)/u, '$1.5')),
    /^seeds\/wages\/cells\.csv:123: \w+ is not a whole number/u,
  ],
  [
    'wages/cells.csv',
    line(123, (l) => `${l}\n${l}`),
    /^seeds\/wages\/cells\.csv:124: the cell .* is there twice/u,
  ],
  ['wages/cells.csv', line(1, () => 'area,group'), /^seeds\/wages\/cells\.csv:1: the columns must be/u],
  ['wages/cells.csv', (text: string) => text.trimEnd(), /the last line must end with a line break/u],
  [
    'wages/cells.csv',
    (text: string) => text.replace(/^13,B,.*\n/mu, ''),
    'seeds/wages/cells.csv: there is no cell B/13',
  ],
  [
    'wages/groups.csv',
    line(20, (l) => `"${l}`),
    'seeds/wages/groups.csv:20: a quoted field is not closed properly',
  ],
  ['wages/groups.csv', line(20, (l) => l.replace(',B,', ',Q,')), /^seeds\/wages\/groups\.csv:20: major Q/u],
  [
    'occupations/fields.csv',
    line(3, (l) => l.replace(/^\d\d_/u, '01-')),
    /^seeds\/occupations\/fields\.csv:3: id is not a group such as 04 or 04_021/u,
  ],
  [
    'occupations/fields.csv',
    line(3, (l) => `${l}\n${l}`),
    /^seeds\/occupations\/fields\.csv:4: the field .* is there twice/u,
  ],
  ['occupations/fields.csv', line(2, () => ''), /^seeds\/occupations\/fields\.csv:/u],
  [
    'wages/minimum.csv',
    line(3, (l) => l.replace('-10-', '-13-')),
    /^seeds\/wages\/minimum\.csv:3: from is not a date/u,
  ],
  [
    'wages/minimum.csv',
    (text: string) => text.replace(/^47,.*\n/gmu, ''),
    'seeds/wages/minimum.csv: there is no minimum wage for prefecture 47',
  ],
  [
    'hellowork/cells.csv',
    line(9, (l) => l.replace(/^(\d\d),\d\d/u, '$1,88')),
    'seeds/hellowork/cells.csv:9: there is no Hello Work group 88',
  ],
  [
    'occupations/occupations.csv',
    line(4, (l) => l.replace(',099,', ',999,')),
    'seeds/occupations/occupations.csv:4: occupation 3: there is no wage group 999',
  ],
  [
    'occupations/occupations.csv',
    line(4, () => ''),
    'seeds/occupations/occupations.csv:4: has 1 fields instead of 8',
  ],
  [
    'occupations/texts.jsonl',
    line(2, () => '{"id":2,'),
    'seeds/occupations/texts.jsonl:2: is not valid JSON',
  ],
  [
    'occupations/texts.jsonl',
    line(2, (l) => l.replace(/"en":"[^"]+"\}/u, '"en":""}')),
    'seeds/occupations/texts.jsonl:2: summary.en: must not be empty',
  ],
  [
    'occupations/stories.jsonl',
    line(1, (l) => {
      const story = JSON.parse(l) as { en: { day: string[] } };
      return JSON.stringify({ ...story, en: { ...story.en, day: story.en.day.slice(0, 3) } });
    }),
    'seeds/occupations/stories.jsonl:1: the day of occupation 1 differs in length between languages',
  ],
  [
    'occupations/figures.jsonl',
    (text: string) => text.replace(/^\{"id":2,.*\n/mu, ''),
    'seeds/occupations/occupations.csv:3: occupation 2 has no line in seeds/occupations/figures.jsonl',
  ],
  [
    'occupations/figures.jsonl',
    (text: string) => `${text}${text.split('\n')[0]!.replace('"id":1,', '"id":9999,')}\n`,
    /^seeds\/occupations\/figures\.jsonl:557: there is no occupation 9999/u,
  ],
  [
    'occupations/texts.jsonl',
    line(3, (l) => l.replace(/"name_en":"[^"]+"/u, '"name_en":"Tofu maker"')),
    /^seeds\/occupations\/texts\.jsonl:3: name_en "Tofu maker" is taken by occupation 1/u,
  ],
  [
    'occupations/figures.jsonl',
    line(1, (l) => l.replace('"interests":[2.743', '"interests":[27.43')),
    'seeds/occupations/figures.jsonl:1: interests.realistic is not a rating from 1 to 5',
  ],
  [
    'occupations/figures.jsonl',
    line(1, (l) => l.replace('"skills":[', '"skills":[1,')),
    /^seeds\/occupations\/figures\.jsonl:1: skills must be null or a list of 39 figures/u,
  ],
  [
    'occupations/angles.csv',
    line(2, (l) => l.replace('factory', 'moon')),
    /^seeds\/occupations\/angles\.csv:2: places is not one of sea, office/u,
  ],
  [
    'occupations/angles.csv',
    line(3, (l) => l.replace(/^2,/u, '1,')),
    'seeds/occupations/angles.csv:3: occupation 1 is there twice',
  ],
  [
    'occupations/ladders.jsonl',
    line(1, (l) => l.replace('"elsewhere":[', '"elsewhere":[],"more":[')),
    /^seeds\/occupations\/ladders\.jsonl:1: /u,
  ],
  [
    'glossary.jsonl',
    line(2, (l) => l.replace(/"see":\[[^\]]*\]/u, '"see":["nothing"]')),
    'seeds/glossary.jsonl:2: see: there is no entry nothing',
  ],
  [
    'glossary.jsonl',
    line(2, (l) => l.replace(/"also":\[/u, '"also":["正社員",')),
    'seeds/glossary.jsonl:2: "正社員" already means regular_employee',
  ],
  [
    'links.json',
    (text: string) => text.replace('https://manapass', 'http://manapass'),
    /^seeds\/links\.json:\d+: manapass\.url: is not an https address/u,
  ],
  [
    'links.json',
    (text: string) => text.replace('"saposute"', '"sapo"'),
    'seeds/links.json: the link saposute is missing',
  ],
  ['links.json', line(3, (l) => `${l},`), /^seeds\/links\.json:\d+: is not valid JSON/u],
  [
    'helplines.json',
    (text: string) => text.replace('0120-279-338', '0120'),
    /^seeds\/helplines\.json:9: 0\.number: is not a telephone number/u,
  ],
  [
    'prefectures.json',
    line(14, (l) => l.replace('"kanto"', '"mars"')),
    /^seeds\/prefectures\.json:14: 12\.region/u,
  ],
  [
    'prefectures.json',
    line(14, (l) => l.replace('"八王子"', '"横浜"')),
    /^seeds\/prefectures\.json:15: spelling "横浜" already means 13/u,
  ],
  [
    'questionnaires/interests.json',
    line(6, (l) => l.replace(/"scale": "\w+"/u, '"scale": "social"')),
    /^seeds\/questionnaires\/interests\.json: \w+ has 9 items instead of 10/u,
  ],
  [
    'questionnaires/values.json',
    (text: string) => text.replace('"id": "v01"', '"id": "v02"'),
    /^seeds\/questionnaires\/values\.json:\d+: item v02 is there twice/u,
  ],
  [
    'questionnaires/values.json',
    (text: string) => text.replace('"short": true, ', ''),
    /^seeds\/questionnaires\/values\.json: \w+ has 1 items in the short form instead of 2/u,
  ],
  [
    'questionnaires/values.json',
    (text: string) =>
      text.replace('"id": "v41", "scale": "work_life_balance"', '"id": "v41", "scale": "achievement"'),
    /^seeds\/questionnaires\/values\.json:\d+: item v01 asks for achievement twice in a row/u,
  ],
  [
    'sources.json',
    (text: string) => text.replace('"published": "2026-02-10"', '"published": "soon"'),
    /^seeds\/sources\.json:8: jobtag\.published/u,
  ],
])('%s: damage %#', async (path, change, message) => {
  const found = await problem(path, change);
  expect(found).not.toContain('\n');
  if (typeof message === 'string') expect(found).toBe(message);
  else expect(found).toMatch(message);
});

test('a missing file is named', async () => {
  const dir = damaged('links.json', (text) => `${text}\n`);
  rmSync(join(dir, 'helplines.json'));
  await expect(loadCatalogue(dir)).rejects.toMatchObject({
    code: 'SEED_BROKEN',
    message: `seeds/helplines.json: cannot be read in ${dir}`,
  });
});

test('any changed byte changes the version', async () => {
  const { version } = await loadCatalogue(SEEDS);
  expect((await loadCatalogue(damaged('links.json', (text) => `${text}\n`))).version).not.toBe(version);
});
