import type { Service } from '../../server.ts';
import { Asker, INTERESTS, startWhole } from '../support/service.ts';

let service: Service;
let asker: Asker;
beforeAll(async () => {
  service = await startWhole();
  asker = new Asker(service.url);
});
afterAll(() => service.stop());

const json = (path: string) => asker.json(path);
const match = (body: unknown, type?: string) => asker.post('/api/v1/match', body, type);
const interests = INTERESTS;

describe('matching', () => {
  test('gives occupations with reasons, best first', async () => {
    const { items } = (await (await match({ interests, limit: 5 })).json()) as {
      items: { id: number; name: string; score: number; reasons: { kind: string; key: string }[] }[];
    };
    expect(items).toHaveLength(5);
    expect([...items].sort((a, b) => b.score - a.score)).toEqual(items);
    expect(items[0]!.reasons[0]).toEqual({ kind: 'interest', key: 'realistic' });
  });

  test('takes work values too, alone or beside interests', async () => {
    const { scales } = (await json('/api/v1/questionnaires/values')) as unknown as { scales: string[] };
    const values = Object.fromEntries(scales.map((value) => [value, value === 'stability' ? 5 : 2]));
    const ask = async (body: object) =>
      ((await (await match(body)).json()) as { items: { score: number; reasons: object[] }[] }).items;
    const alone = await ask({ values, limit: 3 });
    expect(alone[0]!.reasons).toEqual([{ kind: 'value', key: 'stability' }]);
    const both = await ask({ interests, values, limit: 100 });
    expect(both).toHaveLength(100);
    expect(both.some(({ reasons }) => reasons.length > 1)).toBe(true);
    expect((await match({ values: { ...values, stability: undefined } })).status).toBe(400);
  });

  test('is narrowed by criteria, in the order asked for, with the figures it goes by', async () => {
    const ask = async (body: object) =>
      (await (await match({ interests, limit: 100, ...body })).json()) as {
        total: number;
        unknown: number;
        items: { id: number; wage?: { annualYen: number }; openings?: object; name: string }[];
      };
    const all = await ask({});
    expect([all.total, all.unknown, 'wage' in all.items[0]!]).toEqual([482, 0, false]);
    const narrowed = await ask({
      criteria: { wants: ['nonight', 'pay500'], avoids: ['people'] },
      sort: 'bypay',
      prefecture: '13',
    });
    expect(narrowed.total).toBeLessThan(all.total);
    const pays = narrowed.items.map(({ wage }) => wage!.annualYen);
    expect(pays).toEqual(pays.toSorted((a, b) => b - a));
    expect(pays.every((pay) => pay >= 5_000_000)).toBe(true);
    expect((await ask({ criteria: { licence: 'nurse' } })).items.map(({ id }) => id)).toContain(156);
    expect((await ask({ sort: 'byopenings' })).items[0]!.openings).toBeDefined();
  });

  test('is weighed: a value left out counts for nothing', async () => {
    const { scales } = (await json('/api/v1/questionnaires/values')) as unknown as { scales: string[] };
    const ask = async (pay: number, weights: object) => {
      const values = Object.fromEntries(scales.map((value, i) => [value, (i % 4) + 1]));
      const answer = await match({ values: { ...values, compensation: pay }, weights, limit: 50 });
      return ((await answer.json()) as { items: { id: number }[] }).items.map(({ id }) => id);
    };
    expect(await ask(1, {})).not.toEqual(await ask(5, {}));
    const without = { values: { compensation: 'none' } };
    expect(await ask(1, without)).toEqual(await ask(5, without));
    for (const body of [
      { interests, criteria: { wants: ['fame'] } },
      { interests, weights: { values: { compensation: 2 } } },
      { interests, sort: 'byname' },
      { interests, prefecture: '48' },
    ]) {
      expect((await match(body)).status).toBe(400);
    }
  });

  test.each([
    ['a broken body', '{"interests":', 'application/json', 400, 'broken_json'],
    ['another type', '{}', 'text/plain', 415, 'not_json'],
    ['no profile', '{}', 'application/json', 400, 'bad_profile'],
    ['a type in capitals', '{}', 'Application/JSON; charset=UTF-8', 400, 'bad_profile'],
    [
      'a score too many',
      JSON.stringify({ interests: { ...interests, luck: 3 } }),
      'application/json',
      400,
      'bad_profile',
    ],
    [
      'words for scores',
      JSON.stringify({ interests: { ...interests, social: 'high' } }),
      'application/json',
      400,
      'bad_profile',
    ],
    [
      'a body of 100 KB',
      JSON.stringify({ interests, junk: 'x'.repeat(100_000) }),
      'application/json',
      413,
      'too_large',
    ],
    [
      'a flat profile',
      JSON.stringify({
        interests: {
          realistic: 3,
          investigative: 3,
          artistic: 3,
          social: 3,
          enterprising: 3,
          conventional: 3,
        },
      }),
      'application/json',
      400,
      'flat_profile',
    ],
  ])('%s is refused with a problem document', async (_what, body, type, status, code) => {
    const answer = await match(body, type);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });
});

describe('tasks', () => {
  const ask = async (body: unknown) =>
    (await (await match(body)).json()) as {
      items: {
        id: number;
        name: string;
        score: number;
        reasons: unknown[];
        tasks?: Record<string, unknown[]>;
      }[];
    };

  test('are listed in every language, with their families', async () => {
    const { families, items } = (await json('/api/v1/tasks?lang=en')) as unknown as Record<
      string,
      { id: string; family: string; text: string }[]
    >;
    const known = new Set(families!.map(({ id }) => id));
    expect(items!.every(({ family }) => known.has(family))).toBe(true);
    expect(items!.find(({ id }) => id === 'wash_dishes')!.text).toContain('wash');
  });

  test('find occupations, with what is used and what is still to learn', async () => {
    const { items } = await ask({ tasks: ['handle_animals', 'feed_animals', 'clean_rooms'], limit: 3 });
    expect(items).toHaveLength(3);
    expect(items.map(({ name }) => name)).toContain('トリマー');
    expect(items[0]!.tasks!.uses!.length).toBeGreaterThan(0);
    expect(items[0]!.reasons).toEqual([]);
  });

  test('with interests the order stays, and reasons are added', async () => {
    const tasks = ['cook_recipe', 'wash_dishes', 'fine_handwork'];
    const [alone, both] = [await ask({ tasks }), await ask({ tasks, interests })];
    expect(both.items.map(({ id }) => id)).toEqual(alone.items.map(({ id }) => id));
    expect(both.items.some(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  test.each([
    [{ tasks: ['no_such_task'] }, 'unknown_task'],
    [{ tasks: [] }, 'bad_profile'],
    [{ tasks: 'clean_rooms' }, 'bad_profile'],
    [{ limit: 3 }, 'bad_profile'],
  ])('%j is refused', async (body, code) => {
    const answer = await match(body);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, code]);
  });
});
