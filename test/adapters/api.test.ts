import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';
import { launchBrowser } from '../web/browser.ts';

let service: Service;
beforeAll(async () => {
  service = await startWhole();
});
afterAll(() => service.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });
const json = async (path: string) => (await get(path)).json() as Promise<Record<string, never>>;
const match = (body: unknown, type = 'application/json') =>
  fetch(`${service.url}/api/v1/match`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const interests = {
  realistic: 5,
  investigative: 4,
  artistic: 2,
  social: 3,
  enterprising: 1,
  conventional: 4,
};

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

describe('matching', () => {
  test('gives occupations with reasons, best first', async () => {
    const { items } = (await (await match({ interests, limit: 5 })).json()) as {
      items: { id: number; name: string; score: number; reasons: { kind: string; key: string }[] }[];
    };
    expect(items).toHaveLength(5);
    expect([...items].sort((a, b) => b.score - a.score)).toEqual(items);
    expect(items[0]!.reasons[0]).toEqual({ kind: 'interest', key: 'realistic' });
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

describe('the description is true', () => {
  let check: (schema: string, answer: unknown) => void;
  beforeAll(async () => {
    const { components } = (await json('/api/v1/openapi.json')) as unknown as {
      components: { schemas: Record<string, object> };
    };
    // Nothing may be answered that the description does not name, and nothing named may be left out.
    const strict = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(strict);
      if (typeof node !== 'object' || node === null) return node;
      const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value)]));
      if (typeof inner.$ref === 'string')
        return { $ref: inner.$ref.replace('#/components/schemas/', '#/$defs/') };
      const properties = inner.properties as object | undefined;
      return properties
        ? { ...inner, additionalProperties: false, required: Object.keys(properties).filter(isAlways) }
        : inner;
    };
    const isAlways = (key: string) => key !== 'wage';
    const $defs = strict(components.schemas) as never;
    check = (schema, answer) => {
      const read = z.fromJSONSchema({ $ref: `#/$defs/${schema}`, $defs } as never).safeParse(answer);
      expect(read.error?.issues.slice(0, 3) ?? []).toEqual([]);
    };
  });
  const items = async (path: string) => (await json(path)).items as unknown as unknown[];

  test.each([156, 1, 134, 250, 584])('of occupation %i', async (id) => {
    for (const lang of ['ja', 'ja-easy', 'en'])
      check('Occupation', await json(`/api/v1/occupations/${id}?lang=${lang}`));
  });

  test.each([
    ['/api/v1/prefectures?lang=ja-easy', 'Prefecture', 47],
    ['/api/v1/glossary?lang=en', 'GlossaryEntry', 120],
    ['/api/v1/sources', 'Source', 4],
    ['/api/v1/occupations?q=nurse&prefecture=13', 'Item', 3],
    ['/api/v1/occupations?limit=100', 'Item', 100],
  ])('of each item of %s', async (path, schema, least) => {
    const all = await items(path);
    expect(all.length).toBeGreaterThanOrEqual(least);
    for (const item of all) check(schema, item);
  });

  test('of wages and matches', async () => {
    check('Wage', await json('/api/v1/wages?occupation=24&prefecture=29'));
    const { items: matches } = (await (await match({ interests, limit: 20 })).json()) as { items: unknown[] };
    for (const one of matches) check('Match', one);
  });
});

test('a search in a prefecture says what each occupation pays there', async () => {
  const { items } = (await json('/api/v1/occupations?q=看護師&prefecture=13')) as unknown as {
    items: { wage: { annualYen: number; area: string } }[];
  };
  expect(items[0]!.wage).toEqual(await json('/api/v1/wages?occupation=156&prefecture=13'));
});

describe('the whole catalogue', () => {
  let nurses: number;
  beforeAll(async () => {
    nurses = (await json('/api/v1/wages?occupation=156')).annualYen!;
  });

  test.each(['ja', 'ja-easy', 'en'])('in JSON is every sheet as it stands alone, in %s', async (lang) => {
    const { items, sources } = (await json(`/api/v1/occupations.json?lang=${lang}`)) as unknown as {
      items: { id: number }[];
      sources: unknown[];
    };
    expect(items).toHaveLength(556);
    expect(sources).toHaveLength(4);
    for (const sheet of [items[0]!, items[77]!, items[555]!]) {
      expect(sheet).toEqual(await json(`/api/v1/occupations/${sheet.id}?lang=${lang}`));
    }
  });

  test('in CSV opens in a spreadsheet: a mark, CRLF, one line each, lists between |', async () => {
    const text = Buffer.from(await (await get('/api/v1/occupations.csv?lang=en')).arrayBuffer()).toString(
      'utf8',
    );
    expect(text.startsWith('\ufeffid,')).toBe(true);
    const rows = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(556);
    const nurse = rows.find(({ id }) => id === '156')!;
    expect(nurse).toMatchObject({
      name: 'Nurse',
      name_ja: '看護師',
      annual_yen: String(nurses),
      wage_year: '2025',
    });
    expect(nurse.places!.split('|')).toContain('hospital');
  });

  test('in XML is well-formed and complete', async () => {
    const text = await (await get('/api/v1/occupations.xml?lang=ja')).text();
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      // A browser's own parser is as strict as XML is.
      const found: Record<string, unknown> = await page.evaluate(
        `(() => {
          const parsed = new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml');
          const text = (path) => parsed.querySelector(path)?.textContent ?? null;
          return {
            broken: text('parsererror'),
            count: parsed.querySelectorAll('occupations > occupation').length,
            name: text('occupation[id="156"] > name'),
            pay: text('occupation[id="156"] > wage > annualYen'),
            writing: text('occupation[id="156"] > figure[block="skills"][key="writing"]'),
          };
        })()`,
      );
      expect(found).toMatchObject({ broken: null, count: 556, name: '看護師', pay: String(nurses) });
      expect(Number(found.writing)).toBeGreaterThan(0);
    } finally {
      await browser.close();
    }
  });

  test('is not sent again when unchanged, and another form or language is another thing', async () => {
    const tags = await Promise.all(
      ['json?lang=ja', 'json?lang=en', 'csv?lang=ja'].map(async (form) => {
        const answer = await get(`/api/v1/occupations.${form}`);
        await answer.arrayBuffer();
        return answer.headers.get('etag')!;
      }),
    );
    expect(new Set(tags).size).toBe(3);
    expect((await get('/api/v1/occupations.json?lang=ja', { 'if-none-match': tags[0]! })).status).toBe(304);
  });

  test('leaves room for others: a small question is answered while it is sent', async () => {
    const whole = get('/api/v1/occupations.xml').then((answer) => answer.arrayBuffer());
    let done = false;
    void whole.then(() => (done = true));
    let answered = 0;
    while (!done) {
      await get('/healthz');
      answered += 1;
    }
    expect(answered).toBeGreaterThan(5);
  });
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
