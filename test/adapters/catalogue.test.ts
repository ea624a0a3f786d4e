/** The catalogue as programs get it: as the OpenAPI description says, one by one and whole. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Service } from '../../server.ts';
import { Asker, INTERESTS, startWhole } from '../support/service.ts';
import { launchBrowser } from '../web/browser.ts';

let service: Service;
let asker: Asker;
beforeAll(async () => {
  service = await startWhole();
  asker = new Asker(service.url);
});
afterAll(() => service.stop());

const get = (path: string, headers?: Record<string, string>) => asker.get(path, headers);
const json = (path: string) => asker.json(path);
const match = (body: unknown, type?: string) => asker.post('/api/v1/match', body, type);
const interests = INTERESTS;

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
        ? {
            ...inner,
            additionalProperties: false,
            required: inner.required ?? Object.keys(properties).filter(isAlways),
          }
        : inner;
    };
    const isAlways = (key: string) => key !== 'wage' && key !== 'tasks';
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
    ['/api/v1/tasks?lang=ja-easy', 'Task', 250],
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
    const asked = { interests, criteria: { wants: ['pay400', 'openings1'] }, limit: 20 };
    const { items: paid } = (await (await match(asked)).json()) as { items: object[] };
    for (const one of paid) {
      check('Match', one);
      expect(Object.keys(one)).toEqual(expect.arrayContaining(['wage', 'openings']));
    }
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
