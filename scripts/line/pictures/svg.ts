/** The pictures of the rich menu as SVG: shapes and words at the places that `layout.ts` gives to taps. */
import { COLOUR } from '../../../adapters/line/flex/look.ts';
import {
  LANGUAGE_BOUNDS,
  SIZE,
  tabBounds,
  tileBounds,
  type Bounds,
} from '../../../adapters/line/richmenu/layout.ts';
import { TABS, TILES, type RichMenuWords, type Tab } from '../../../adapters/line/richmenu/menus.ts';
import { FONT } from './font.ts';
import { ICONS } from './icons.ts';

/** Height of letters. 2500 px become about 375 on a phone, so 90 are 13.5 there: nothing may be smaller. */
export const LETTERS = { tab: 100, tile: 100, language: 92 } as const;
/** Between a tile's edge and its words. */
export const MARGIN = 40;
const GAP = 24;
const LINE = 1.3;
const ICON = 200;

const rounded = ({ x, y, width, height }: Bounds, fill: string, radius = 48): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

const inset = ({ x, y, width, height }: Bounds, by: number): Bounds => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

const escape = (text: string): string => text.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)!};`);

/** One line of words around a middle, at a height between the lines of writing. */
export const written = (text: string, x: number, y: number, size: number, fill: string): string =>
  `<text x="${x}" y="${Math.round(y + size * 0.36)}" font-family="${FONT.family}" font-weight="700" font-size="${size}" text-anchor="middle" fill="${fill}">${escape(text)}</text>`;

function icon(key: string, x: number, y: number, size: number, stroke: string): string {
  const path = ICONS[key];
  if (path === undefined)
    throw new Error(`There is no drawing for "${key}" in scripts/line/pictures/icons.ts`);
  return `<path transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})" d="${path}" fill="none" stroke="${stroke}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function tab(other: Tab, index: number, selected: boolean, words: RichMenuWords): string {
  const bounds = tabBounds(index);
  const middle = bounds.x + bounds.width / 2;
  const centre = bounds.y + bounds.height / 2;
  const label = (y: number, fill: string) => written(words.tab[other], middle, y, LETTERS.tab, fill);
  if (!selected) return label(centre, COLOUR.onAccent);
  // The selected tab is one piece with what lies below it, and carries a bar: not told by colour alone.
  const { x, width, height } = inset(bounds, 24);
  return [
    `<path d="M${x} ${bounds.height}V${84}a56 56 0 0 1 56-56H${x + width - 56}a56 56 0 0 1 56 56V${bounds.height}z" fill="${COLOUR.tint}"/>`,
    label(centre, COLOUR.accentDark),
    `<rect x="${middle - 110}" y="${height - 8}" width="220" height="16" rx="8" fill="${COLOUR.accent}"/>`,
  ].join('');
}

function tile(key: string, index: number, words: RichMenuWords): string {
  const card = inset(tileBounds(index), GAP);
  const main = index === 0;
  const [ground, drawing, ink] = main
    ? [COLOUR.accent, COLOUR.onAccent, COLOUR.onAccent]
    : [COLOUR.paper, COLOUR.accent, COLOUR.ink];
  const lines = (words.tile[key] ?? key).split('\n');
  const middle = card.x + card.width / 2;
  const step = LETTERS.tile * LINE;
  // Drawing and words together sit in the middle; the drawing is at the same height with one line as with two.
  const first = card.y + card.height / 2 + (lines.length > 1 ? 90 : 120);
  return [
    rounded(card, ground),
    icon(key, middle, card.y + card.height / 2 - 130, ICON, drawing),
    ...lines.map((line, n) => written(line, middle, first + n * step, LETTERS.tile, ink)),
  ].join('');
}

function language(): string {
  const { x, width, height } = LANGUAGE_BOUNDS;
  return [
    icon('language', x + width / 2, height / 2 - 42, 120, COLOUR.onAccent),
    written('あ / A', x + width / 2, height / 2 + 80, LETTERS.language, COLOUR.onAccent),
  ].join('');
}

/** One picture: the tabs of a language with one of them selected, and what that tab offers. */
export function menuSvg(selected: Tab, words: RichMenuWords): string {
  const { width, height } = SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${COLOUR.tint}"/>`,
    `<rect width="${width}" height="${LANGUAGE_BOUNDS.height}" fill="${COLOUR.accentDark}"/>`,
    ...TABS.map((other, index) => tab(other, index, other === selected, words)),
    language(),
    ...TILES[selected].map(({ key }, index) => tile(key, index, words)),
    '</svg>',
  ].join('\n');
}
