import { createHash } from 'node:crypto';
import { glossaryHtml } from '../../adapters/pages/glossary.ts';
import { escape, html, inLanguage } from '../../adapters/pages/html.ts';
import { occupationHtml } from '../../adapters/pages/occupation.ts';
import { PREVIEW } from '../../adapters/pages/preview.ts';
import { openDesk } from '../../bot/desk/index.ts';
import type { InformationDesk } from '../../bot/information.ts';
import { PLACES } from '../../domain/catalogue.ts';
import { LOCALES } from '../../domain/locales.ts';
import type { Service } from '../../server.ts';
import { realHouse } from '../support/house.ts';
import { startWhole } from '../support/service.ts';
import { TODAY } from '../support/talk.ts';

let service: Service;
let desk: InformationDesk;
beforeAll(async () => {
  [service, desk] = await Promise.all([startWhole(), realHouse().then(openDesk)]);
});
afterAll(() => service.stop());

const get = (path: string, init: RequestInit = {}) => fetch(service.url + path, init);

/** What a page says, tags left out; a sign of HTML that is left over was not escaped. */
const saidIn = (page: string): string =>
  page.replace(/<style>[^<]*<\/style>/u, '').replace(/<(?:\/?[a-z]|!doctype)[^<>]*>/gu, '');

describe('every occupation in every language', () => {
  test.each(LOCALES)('%s', (locale) => {
    for (const { id } of desk.occupations({ text: '', locale, prefecture: null, limit: 1000, offset: 0 })
      .items) {
      const data = desk.occupationPage(id, locale, id % 3 === 0 ? '16' : null, TODAY)!;
      const page = occupationHtml(data, 'https://shirube.example');
      const faults = [
        ...(page.includes(inLanguage(locale)(data.name.text).text) ? [] : ['no name']),
        ...(data.summary && page.includes(inLanguage(locale)(data.summary).text) ? [] : ['no summary']),
        ...(data.story?.day.every((line) => page.includes(inLanguage(locale)(line).text)) ? [] : ['no day']),
        ...((page.match(/<tr id="p\d\d"/gu)?.length ?? 0) === (data.pay.map ? 47 : 0) ? [] : ['rows']),
        ...(data.pay.map || data.pay.annual.value !== '' ? [] : ['no word about pay']),
        ...data.sources
          .filter(({ attribution }) => !page.includes(escape(attribution)))
          .map(({ figures }) => `no source of ${figures}`),
        ...(data.sources.length >= (data.pay.map ? 3 : 2) ? [] : ['too few sources']),
        ...(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/u.test(saidIn(page)) ? ['not escaped'] : []),
        ...(/undefined|\[object|NaN|\{\{/u.test(page) ? ['a hole'] : []),
        ...(Buffer.byteLength(page) < 60_000 ? [] : ['too large']),
      ];
      expect([id, ...faults]).toEqual([id]);
    }
  });

  test('only the twelve that the wage survey does not cover have no map', () => {
    const { items } = desk.occupations({ text: '', locale: 'ja', prefecture: null, limit: 1000, offset: 0 });
    const without = items.filter(({ id }) => desk.wage(id, '00', 'ja') === null);
    expect(without).toHaveLength(12);
    for (const { id } of without) {
      const page = desk.occupationPage(id, 'en', null, TODAY)!;
      expect([page.pay.map, page.pay.parts, page.pay.annual.value]).toEqual([
        null,
        [],
        'Not covered by the survey',
      ]);
    }
  });
});

test('what is text stays text', () => {
  const hostile = `<script>alert("1")</script>&'`;
  expect(html`<p title="${hostile}">${hostile}${[hostile]}${null}${false}</p>`.text).not.toMatch(
    /<script|"1"|&'/u,
  );
  const data = desk.occupationPage(156, 'en', null, TODAY)!;
  const spoilt = JSON.parse(
    JSON.stringify(data, (key, value) =>
      typeof value === 'string' && !['locale', 'code', 'lang', 'place', 'url'].includes(key)
        ? value + hostile
        : value,
    ),
  ) as typeof data;
  expect(occupationHtml(spoilt, '')).not.toContain('<script');
});

test('Japanese in an English page is marked as Japanese, and in a Japanese page is not', () => {
  expect(inLanguage('en')('a licence (看護師免許) & more').text).toBe(
    'a licence (<span lang="ja">看護師免許</span>) &amp; more',
  );
  expect(inLanguage('ja')('看護師免許').text).toBe('看護師免許');
});

test('the figures of the table are those of the API', async () => {
  for (const id of [156, 26, 218, 313]) {
    const page = await (await get(`/occupations/${id}?lang=en`)).text();
    const shown = [...page.matchAll(/<tr id="p(\d\d)"[^]*?<data value="(\d+)">/gu)];
    expect(shown).toHaveLength(47);
    for (const [, code, yen] of shown) {
      const wage = (await (await get(`/api/v1/wages?occupation=${id}&prefecture=${code}`)).json()) as {
        annualYen: number;
      };
      expect([code, Number(yen)]).toEqual([code, wage.annualYen]);
    }
  }
});

test('steps of the map rise with pay; a prefecture without a figure of its own has none', () => {
  for (const id of [156, 26, 218]) {
    const { rows, notes } = desk.occupationPage(id, 'ja', null, TODAY)!.pay.map!;
    const own = rows.filter(({ step }) => step !== null);
    const byPay = [...own].sort((a, b) => a.annualYen! - b.annualYen!).map(({ step }) => step);
    expect(byPay).toEqual([...byPay].sort());
    expect(new Set(byPay)).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const { step, note } of rows) expect(note === null).toBe(step !== null);
    for (const { note } of rows) expect(note === null || notes[note] !== undefined).toBe(true);
  }
});

test('all links into the service lead somewhere, and to an anchor that is there', async () => {
  for (const start of ['/occupations/156?lang=ja&prefecture=11', '/occupations/313?lang=en', '/glossary']) {
    const page = await (await get(start)).text();
    const links = new Set(
      [...page.matchAll(/<(?:a|link|form)\b[^<>]*?\s(?:href|action)="([^"]+)"/gu)]
        .map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), service.url + start))
        .filter(({ origin }) => origin === new URL(service.url).origin)
        .map(String),
    );
    expect(links.size).toBeGreaterThan(5);
    const known = new Map<string, string>();
    for (const link of links) {
      const [address = '', anchor] = link.split('#');
      if (!known.has(address)) {
        const answer = await fetch(address);
        expect([link, answer.status]).toEqual([link, 200]);
        known.set(address, await answer.text());
      }
      if (anchor) expect([link, known.get(address)!.includes(`id="${anchor}"`)]).toEqual([link, true]);
    }
  }
});

test('the language links keep the prefecture, and the prefecture chosen is the one shown', async () => {
  const page = await (await get('/occupations/156?lang=en&prefecture=47')).text();
  expect(page).toContain('href="?lang=ja-easy&amp;prefecture=47"');
  expect(page).toMatch(/<option value="47" selected>\s*Okinawa/u);
  expect(page).toContain('¥4.862 million');
  expect(page).toContain('href="../go/hellowork?occupation=156&amp;prefecture=47&amp;lang=en"');
});

test('the minimum wage in force on the day is shown, of a prefecture', () => {
  const shown = (at: string, prefecture: string | null) =>
    desk.occupationPage(156, 'ja', prefecture, at)!.pay.around.at(-1)!.value;
  expect(shown('2026-09-30T14:59:00Z', '11')).toBe('1,141円');
  expect(shown('2026-09-30T15:00:00Z', '11')).toBe('1,196円');
  expect(shown(TODAY, null)).toBe('都道府県を選ぶと出ます');
});

test('where no language is asked for, the browser’s counts', async () => {
  const answer = await get('/occupations/156', { headers: { 'accept-language': 'fr, en;q=0.8' } });
  expect(answer.headers.get('content-language')).toBe('en');
  expect(answer.headers.get('vary')).toBe('Accept-Language');
});

test.each([
  ['/occupations/999999?lang=ja', 'その仕事は、見つかりませんでした', 'ja'],
  ['/occupations/abc?lang=en', 'We couldn’t find that job', 'en'],
  ['/occupations/-1?lang=ja-easy', 'その仕事は、見つかりませんでした', 'ja'],
  ['/occupations/%3Cscript%3E?lang=%22%3E', 'その仕事は、見つかりませんでした', 'ja'],
])('%s is missed kindly, with a way to the search', async (path, words, lang) => {
  const answer = await get(path);
  const page = await answer.text();
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page).toContain(`<html lang="${lang}">`);
  expect(page).toContain(words);
  expect(page).toContain('open=search:open');
  expect(page).not.toMatch(/<script|rel="canonical"/u);
});

test.each(['prefecture=99', 'prefecture=%3Cscript%3E', 'prefecture=00', 'lang=%22%3E&prefecture='])(
  'a page is plain and safe with %p',
  async (query) => {
    const answer = await get(`/occupations/156?${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toMatch(/<script|selected>/u);
  },
);

test.each(['/occupations/156?lang=ja', '/occupations/156/preview.png', '/glossary?lang=en'])(
  '%s is not sent twice, and answers HEAD',
  async (path) => {
    const answer = await get(path);
    const tag = answer.headers.get('etag')!;
    const body = await answer.arrayBuffer();
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d{4,5}$/u);
    const again = await get(path, { headers: { 'if-none-match': `W/${tag}` } });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([
      200,
      String(body.byteLength),
      tag,
    ]);
  },
);

test('the policy lets in our own style, and no script', async () => {
  const answer = await get('/occupations/156?lang=ja');
  const policy = answer.headers.get('content-security-policy')!;
  const [, style = ''] = /<style>([^]*?)<\/style>/u.exec(await answer.text())!;
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|script-src/u);
});

describe('for those who share it', () => {
  test('title, description and picture are there, with absolute addresses where ours is known', () => {
    const page = occupationHtml(desk.occupationPage(156, 'en', '13', TODAY)!, 'https://shirube.example/jobs');
    const { width, height } = PREVIEW;
    for (const part of [
      '<title>Nurse: the job and its pay in Japan · Shirube</title>',
      '<link rel="canonical" href="https://shirube.example/jobs/occupations/156?lang=en" />',
      '<link rel="alternate" hreflang="ja" href="https://shirube.example/jobs/occupations/156?lang=ja" />',
      '<meta property="og:url" content="https://shirube.example/jobs/occupations/156?lang=en" />',
      '<meta property="og:image" content="https://shirube.example/jobs/occupations/156/preview.png" />',
      `<meta property="og:image:width" content="${width}" />`,
      `<meta property="og:image:height" content="${height}" />`,
      '<meta name="twitter:card" content="summary_large_image" />',
      'https://shirube.example/jobs/occupations/156?lang=en&amp;prefecture=13</p>',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).toMatch(/property="og:image:alt"\s+content="[^"]{20,}"/u);
    expect(page).toMatch(/name="description"\s+content="Take temperatures[^"]{20,}"/u);
  });

  test('a picture can be had for an occupation of each place', async () => {
    const { items } = desk.occupations({ text: '', locale: 'ja', prefecture: null, limit: 1000, offset: 0 });
    for (const place of PLACES) {
      const { id } = items.find((item) => desk.occupationPicture(item.id)!.place === place)!;
      const answer = await get(`/occupations/${id}/preview.png`);
      const png = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([PREVIEW.width, PREVIEW.height]);
      expect(png.length).toBeGreaterThan(4_000);
    }
    const without = items.find(({ id }) => desk.occupationPicture(id)!.interests === null)!;
    expect((await get(`/occupations/${without.id}/preview.png`)).status).toBe(200);
    for (const id of ['999999', 'abc']) {
      expect((await get(`/occupations/${id}/preview.png`)).status).toBe(404);
    }
  });
});

describe('the glossary', () => {
  test.each(LOCALES)('has every word once, with an anchor, in %s', (locale) => {
    const page = glossaryHtml(desk.glossaryPage(locale), '');
    for (const { id } of desk.glossary(locale)) {
      expect([id, page.split(`<div id="${id}">`).length]).toEqual([id, 2]);
    }
    expect(saidIn(page)).not.toMatch(/[<>]|undefined|\{\{/u);
  });

  test('is in the order of the language', () => {
    expect(
      desk
        .glossaryPage('ja')
        .groups.map(({ letter }) => letter)
        .join(''),
    ).toBe('あかさたなはまやらわ');
    const letters = desk.glossaryPage('en').groups.map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort());
  });
});

describe('the official description', () => {
  const official = {
    summary: '<br>短い説明。',
    whatItIs: '一つ目。\n二つ目。',
    howToBecome: '',
    workingConditions: '働く時間。',
    attribution: '『職業情報データベース』より',
  };

  test('stands on the page, unchanged and with its line, where it has been loaded', async () => {
    const house = await realHouse();
    const catalogue = { ...house.catalogue, officialTexts: new Map([[156, official]]) };
    const page = occupationHtml(
      openDesk({ ...house, catalogue }).occupationPage(156, 'en', null, TODAY)!,
      '',
    );
    for (const words of ['What job tag says', '&lt;br&gt;短い説明。', official.attribution]) {
      expect(page).toContain(words);
    }
    expect(page).toMatch(/<p lang="ja">一つ目。<\/p>\s*<p lang="ja">二つ目。<\/p>/u);
    expect(page).not.toContain('How to become one');
  });

  test('is not spoken of where nobody has loaded it', () => {
    expect(occupationHtml(desk.occupationPage(156, 'en', null, TODAY)!, '')).not.toContain(
      'What job tag says',
    );
  });
});
