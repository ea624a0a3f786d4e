import type { Service } from '../../server.ts';
import { Asker, startWhole } from '../support/service.ts';

let service: Service;
let asker: Asker;
beforeAll(async () => {
  service = await startWhole();
  asker = new Asker(service.url);
});
afterAll(() => service.stop());

const get = (path: string, headers?: Record<string, string>) => asker.get(path, headers);
const json = (path: string) => asker.json(path);

describe('wages', () => {
  // Known from the published tables, in thousand yen.
  test.each([
    ['nurses, all Japan', 156, '00', 5247],
    ['nurses, Tokyo', 156, '13', 5785],
    ['nurses, Osaka', 156, '27', 5402],
    ['nurses, Okinawa', 156, '47', 4862],
    ['care workers, all Japan', 134, '00', 3880],
    ['software developers, all Japan', 313, '00', 5785],
    ['software developers, Tokyo', 313, '13', 5924],
  ])('of %s are what the survey says', async (_who, id, area, thousandYen) => {
    const wage = (await json(`/api/v1/wages?occupation=${id}&prefecture=${area}`)) as unknown as Record<
      string,
      number
    >;
    expect(Math.round(wage.annualYen! / 1000)).toBe(thousandYen);
    expect(wage).toMatchObject({ area, year: 2025, fallback: null });
    expect(wage.workers).toBeGreaterThanOrEqual(100);
    expect(wage.annualYen).toBe(12 * wage.monthlyYen! + wage.bonusYen!);
  });

  test('a wider figure says so: too few surveyors in Nara, too few farm workers of any kind in Toyama', async () => {
    expect(await json('/api/v1/wages?occupation=24&prefecture=29')).toMatchObject({
      fallback: 'major_group',
      fallbackReason: 'few_workers',
      area: '29',
    });
    expect(await json('/api/v1/wages?occupation=218&prefecture=16')).toMatchObject({
      fallback: 'national',
      area: '00',
    });
  });

  test.each([
    ['/api/v1/wages', 400, 'bad_occupation'],
    ['/api/v1/wages?occupation=abc', 400, 'bad_occupation'],
    ['/api/v1/wages?occupation=999999', 404, 'unknown_occupation'],
    ['/api/v1/wages?occupation=156&prefecture=48', 400, 'bad_prefecture'],
    ['/api/v1/wages?occupation=156&lang=tlh', 400, 'unknown_language'],
    ['/api/v1/occupations?limit=0', 400, 'bad_limit'],
    ['/api/v1/occupations?limit=0x10', 400, 'bad_limit'],
    ['/api/v1/occupations?offset=', 400, 'bad_offset'],
    ['/api/v1/occupations/999999', 404, 'unknown_occupation'],
    ['/api/v1/questionnaires/iq', 404, 'unknown_questionnaire'],
    ['/api/v1/nothing', 404, 'unknown_address'],
  ])('%s is refused with a problem document', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code });
  });
});

test.each([
  ['interests', 60, 6],
  ['values', 55, 11],
])('the questionnaire of %s comes with its scale, in each language', async (name, count, scales) => {
  type Sheet = { scales: string[]; answers: { label: string }[]; items: { short?: boolean; text: string }[] };
  const texts = new Set<string>();
  for (const lang of ['ja', 'ja-easy', 'en']) {
    const sheet = (await json(`/api/v1/questionnaires/${name}?lang=${lang}`)) as unknown as Sheet & {
      tradeoffs?: Record<string, string[]>;
    };
    expect([sheet.scales.length, sheet.answers.length, sheet.items.length]).toEqual([scales, 5, count]);
    expect(sheet.items.filter(({ short }) => short)).toHaveLength(name === 'values' ? 22 : 0);
    expect(Object.keys(sheet.tradeoffs ?? {})).toHaveLength(name === 'values' ? 11 : 0);
    texts.add(sheet.items[0]!.text);
  }
  expect(texts.size).toBe(3);
});

test('search finds by name, reading and English', async () => {
  for (const query of ['看護師', 'かんごし', 'カンゴシ', 'Nurse']) {
    const { items } = (await json(
      `/api/v1/occupations?q=${encodeURIComponent(query)}&lang=en`,
    )) as unknown as {
      items: { id: number }[];
    };
    expect(items[0]?.id).toBe(156);
  }
  expect(await json('/api/v1/occupations?limit=1')).toMatchObject({ total: 556 });
});

test('an occupation comes with its sources, and is not sent again when unchanged', async () => {
  const answer = await get('/api/v1/occupations/156?lang=en&prefecture=47');
  expect(await answer.json()).toMatchObject({ id: 156, nameJa: '看護師', wage: { area: '47' } });
  const again = await get('/api/v1/occupations/156?lang=en&prefecture=47', {
    'if-none-match': answer.headers.get('etag')!,
  });
  expect(again.status).toBe(304);
});

test('what is kept is told apart by its words: another language is another answer', async () => {
  const tags = await Promise.all(
    ['ja', 'en'].map(async (lang) =>
      (await get(`/api/v1/wages?occupation=156&lang=${lang}`)).headers.get('etag')!,
    ),
  );
  expect(new Set(tags).size).toBe(2);
  const ask = async (tag: string) =>
    (await get('/api/v1/wages?occupation=156&lang=en', { 'if-none-match': tag })).status;
  expect(await ask(tags[0]!)).toBe(200);
  expect(await ask(`W/${tags[1]!}`)).toBe(304);
  expect(await ask(`"other", ${tags[1]!}`)).toBe(304);
});

test('a method that an address does not answer is refused in those words', async () => {
  const answer = await fetch(`${service.url}/api/v1/wages`, { method: 'POST' });
  expect(answer.status).toBe(405);
  expect(await answer.json()).toMatchObject({
    code: 'method_not_allowed',
    detail: expect.stringContaining('method'),
  });
});

test('the description names every route that answers', async () => {
  const { paths } = (await json('/api/v1/openapi.json')) as unknown as { paths: Record<string, object> };
  for (const path of Object.keys(paths)) {
    const answer = await get(path.replace('{id}', '156'));
    expect([path, answer.status === 404]).toEqual([path, false]);
  }
});

describe('operations', () => {
  test('health, readiness and metrics', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    expect(await (await get('/metrics')).text()).toContain('shirube_turns_total');
  });

  test('metrics ask for the admin token when there is one', async () => {
    const guarded = await startWhole({ ADMIN_TOKEN: 'a-token-for-tests-only' });
    const ask = (headers: Record<string, string>) => fetch(`${guarded.url}/metrics`, { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: 'Bearer a-token-for-tests-onlx' })).status).toBe(401);
    expect((await ask({ authorization: 'Bearer a-token-for-tests-only' })).status).toBe(200);
    await guarded.stop();
  });
});

describe('the page that carries conditions over', () => {
  test('shows what is sent, and works without script', async () => {
    const page = await (await get('/go/hellowork?occupation=156&prefecture=11&lang=en')).text();
    expect(page).toContain('action="https://www.hellowork.mhlw.go.jp/kensaku/GECA110010.do" method="post"');
    expect(page).toContain('name="freeWordInput" value="看護師"');
    expect(page).toContain('name="tDFK1CmbBox" value="11"');
    expect(page).not.toContain('<script');
  });

  test.each(['occupation=999999', 'occupation=%3Cscript%3E', 'prefecture=99', 'lang=%22%3E', ''])(
    'is plain and safe with %p',
    async (query) => {
      const answer = await get(`/go/hellowork?${query}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toMatch(/<script|undefined/u);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test('of an unknown name is not there', async () => {
    expect((await get('/go/nowhere')).status).toBe(404);
  });
});
