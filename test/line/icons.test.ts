import restify from 'restify';
import { iconOf, isIconDecided } from '../../adapters/line/icons/choose.ts';
import { mountIcons } from '../../adapters/line/icons/mount.ts';
import { ICON_COLOUR, ICON_NAMES, iconPath, iconSvg } from '../../adapters/line/icons/shapes.ts';
import { COMMANDS } from '../../bot/interpret.ts';
import { DIALOGS } from '../../dialogs/index.ts';
import { contrast } from './contrast.ts';

const payloads = [
  ...COMMANDS.map((command) => `go:${command}`),
  ...DIALOGS.flatMap((dialog) => dialog.payloads.map(({ example }) => example)),
];

test.each(payloads)('%s has an icon, or it was decided that it has none', (payload) => {
  expect(isIconDecided(payload)).toBe(true);
});

test('every icon drawn is used', () => {
  const used = new Set(payloads.map(iconOf));
  expect(ICON_NAMES.filter((name) => !used.has(name))).toEqual([]);
});

test('equal answers have none, unknown payloads neither', () => {
  expect(['interests:answer:r01:4', 'pairs:choose:a:b:a', 'nobody:knows', ''].map(iconOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('they are shapes in one colour that can be seen on light and dark chips', () => {
  for (const name of ICON_NAMES) {
    expect(iconSvg(name)).not.toContain('<text');
    expect(iconSvg(name)).toContain(ICON_COLOUR);
  }
  for (const chip of ['#ffffff', '#2c2c2e']) expect(contrast(ICON_COLOUR, chip)).toBeGreaterThanOrEqual(3);
});

describe('are served', () => {
  const server = restify.createServer();
  let base = '';
  beforeAll(async () => {
    mountIcons(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    base = `http://127.0.0.1:${server.address().port}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test.each(ICON_NAMES)('%s: a square PNG with something on it, for good', async (name) => {
    const response = await fetch(base + iconPath(name));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([96, 96]);
    expect(bytes.length).toBeGreaterThan(300);
    expect(bytes.length).toBeLessThan(20_000);
  });
  test('those of an old version for a day, unknown ones not', async () => {
    const old = await fetch(`${base}/line/icons/00000000/menu.png`);
    expect([old.status, old.headers.get('cache-control')]).toEqual([200, 'public, max-age=86400']);
    for (const path of ['nobody.png', 'menu.svg', 'toString.png', '..%2f..%2fpackage.json']) {
      expect((await fetch(`${base}/line/icons/00000000/${path}`)).status).toBe(404);
    }
  });
});
