/** The town: how it is served, drawn, and said where no picture can be shown. */
import { WIDTHS } from '../../adapters/pages/pictures.ts';
import { townSvg } from '../../adapters/pages/town.ts';
import { renderSpeech } from '../../adapters/console/render.ts';
import { toActivities } from '../../adapters/web/activities.ts';
import { PLACES } from '../../domain/catalogue.ts';
import { TOWN } from '../../replies/pictures.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startWhole();
});
afterAll(() => service.stop());
const get = (path: string, init: RequestInit = {}) => fetch(service.url + path, init);

test('is served as SVG that any page may show, and kept by who has it', async () => {
  const response = await get(TOWN.url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(await response.text()).toBe(townSvg());
  const again = await get(TOWN.url, { headers: { 'if-none-match': response.headers.get('etag')! } });
  expect(again.status).toBe(304);
});

test.each(WIDTHS)('is served as PNG, %i pixels wide', async (width) => {
  const response = await get(`/pictures/map/${width}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, width]);
  // LINE takes 10 MB; people on a train take less.
  expect(bytes.length).toBeLessThan(200_000);
  const head = await get(`/pictures/map/${width}`, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe(String(bytes.length));
});

test.each(['/pictures/map/241', '/pictures/map/0240', '/pictures/map/x', '/pictures/other.svg'])(
  '%s is not there',
  async (path) => expect((await get(path)).status).toBe(404),
);

test('holds no letters, no script and nothing from elsewhere', () => {
  const svg = townSvg();
  expect(svg).not.toMatch(/<text|<image|<script|href|NaN|undefined|url\(/u);
  expect(Buffer.byteLength(svg)).toBeLessThan(40_000);
});

test('has every place once, side by side, each large enough for a thumb on a small phone', () => {
  expect(Object.keys(TOWN.areas).toSorted()).toEqual([...PLACES].toSorted());
  const areas = Object.values(TOWN.areas);
  expect(areas.reduce((sum, { width, height }) => sum + width * height, 0)).toBeCloseTo(1, 9);
  for (const a of areas) {
    expect(Math.min(a.width, a.height) * 280).toBeGreaterThanOrEqual(44);
    for (const b of areas) {
      const apart =
        a.x + a.width <= b.x + 1e-9 ||
        b.x + b.width <= a.x + 1e-9 ||
        a.y + a.height <= b.y + 1e-9 ||
        b.y + b.height <= a.y + 1e-9;
      expect(a === b || apart).toBe(true);
    }
  }
});

describe('where it is said', () => {
  const picture: Reply = {
    kind: 'picture',
    url: TOWN.url,
    width: 1040,
    height: 1040,
    alt: 'A small town',
    areas: [{ ...TOWN.areas.sea, choice: { label: 'Sea', payload: 'browse:list:sea' } }],
  };
  const question: Reply = {
    kind: 'question',
    layout: 'buttons',
    text: 'Where?',
    options: [{ label: 'Sea', payload: 'browse:list:sea' }],
  };
  const speech = { replies: [picture, question], choices: [] };

  test('a terminal describes it, and numbers only what is in words', () => {
    expect(renderSpeech(speech)).toBe('[A small town]\n\nWhere?\n  1. Sea');
  });

  test.each([
    [
      'https://s.example',
      { attachments: [{ contentUrl: 'https://s.example/pictures/map/700', name: 'A small town' }] },
    ],
    [undefined, { text: 'A small town' }],
  ])('a client of Direct Line sees it where our address is %s', (base, expected) => {
    const spoken = { locale: 'en' as const, speech };
    const line = { id: 1, at: '2026-11-21T00:00:00.000Z', cause: 0, spoken };
    const [first] = toActivities(line as never, 'somebody', base);
    expect(first).toMatchObject(expected);
    expect(first!.channelData.shirube.url).toBe(`${base ?? ''}${TOWN.url}`);
  });
});
