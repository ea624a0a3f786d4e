import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SIZE } from '../../../adapters/line/richmenu/layout.ts';
import { richMenuOf, TABS, TILES, type RichMenuWords } from '../../../adapters/line/richmenu/menus.ts';
import { PLACES } from '../../../adapters/line/richmenu/names.ts';
import { MOST_BYTES, readPicture } from '../../../adapters/line/richmenu/pictures.ts';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import { realHouse, ROOT } from '../../support/house.ts';
import { handy, Talk } from '../../support/talk.ts';
import { graphemes } from '../standin/check.ts';
import { menuFaults, pngSize } from '../standin/richmenu-rules.ts';

const wordsOf = (locale: Locale) =>
  JSON.parse(readFileSync(path.join(ROOT, 'locales', locale, 'richmenu.json'), 'utf8')) as RichMenuWords;
const menuOf = (locale: Locale, tab: (typeof TABS)[number]) => richMenuOf(locale, tab, wordsOf(locale));
type Bounds = { x: number; y: number; width: number; height: number };
const boundsOf = (menu: ReturnType<typeof menuOf>) => menu.areas!.map(({ bounds }) => bounds as Bounds);

describe.each(PLACES)('$locale $tab', ({ locale, tab }) => {
  const menu = menuOf(locale, tab);

  test('is a menu that LINE takes, with its picture', async () => {
    expect(menuFaults({ ...menu, name: 'x' })).toEqual([]);
    const picture = await readPicture({ locale, tab });
    expect(pngSize(picture)).toEqual(SIZE);
    expect(picture.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('leaves no gap and no overlap: every tap belongs to one area', () => {
    const areas = boundsOf(menu);
    expect(areas.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(SIZE.width * SIZE.height);
    for (const [n, a] of areas.entries()) {
      for (const b of areas.slice(n + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  test('every area is at least 44 px on a phone of 375, and has words to be read aloud', () => {
    const onPhone = (pixels: number) => (pixels * 375) / SIZE.width;
    for (const { width, height } of boundsOf(menu)) {
      expect(onPhone(Math.min(width, height))).toBeGreaterThanOrEqual(44);
    }
    for (const { action } of menu.areas!) expect(graphemes(action?.label ?? '')).toBeGreaterThan(1);
  });
});

test('every payload opens something, for somebody new and for somebody who has answers', async () => {
  const house = await realHouse();
  const settled = new Talk(house);
  settled.hello();
  settled.begin();
  settled.answer(handy);
  const stale = settled.words('common:stale');
  for (const { payload } of TABS.flatMap((tab) => TILES[tab])) {
    for (const talk of [new Talk(house), settled]) {
      talk.hello();
      const before = talk.text;
      talk.tap(payload);
      expect([payload, talk.text]).not.toEqual([payload, before]);
      expect(talk.text).not.toContain(stale);
    }
  }
});

test('tapping is said as it is written on the tile', () => {
  const { areas } = menuOf('en', 'find');
  expect(areas![4]!.action).toEqual({
    type: 'postback',
    label: 'Pick in 60 seconds',
    data: 'pairs:open',
    displayText: 'Pick in 60 seconds',
    inputOption: 'closeRichMenu',
  });
  expect(areas![5]!.action).toMatchObject({ data: 'search:open', inputOption: 'openKeyboard' });
});

test('the tabs of a language lead to each other and stay in it', () => {
  for (const locale of LOCALES) {
    for (const tab of TABS) {
      const switches = menuOf(locale, tab)
        .areas!.slice(0, 3)
        .map(({ action }) => action);
      expect(switches.map((action) => (action as { richMenuAliasId?: string }).richMenuAliasId)).toEqual(
        TABS.map((other) => `shirube-${locale}-${other}`),
      );
    }
  }
});

test('every language has words for every tile, and none to spare', () => {
  const keys = TABS.flatMap((tab) => TILES[tab].map(({ key }) => key)).sort();
  for (const locale of LOCALES) expect(Object.keys(wordsOf(locale).tile).sort()).toEqual(keys);
});
