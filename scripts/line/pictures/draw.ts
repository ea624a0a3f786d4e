import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { TABS, TILES, type RichMenuWords } from '../../../adapters/line/richmenu/menus.ts';
import { LANGUAGE_BOUNDS, tabBounds, tileBounds } from '../../../adapters/line/richmenu/layout.ts';
import { fontFile } from './font.ts';
import { LETTERS, MARGIN, written } from './svg.ts';

const engine = (
  createRequire(import.meta.url)('@resvg/resvg-js/package.json') as { readonly version: string }
).version;
const font = () => ({ loadSystemFonts: false, fontFiles: [fontFile().file] });

/** An SVG with words as PNG; the same bytes on every machine. */
export const png = (svg: string): Buffer => new Resvg(svg, { font: font() }).render().asPng();

/** Changes with anything that a picture is made of: words, shapes, colours, the font and the drawing program. */
export const inputHash = (svg: string): string => sha256(`${fontFile().version}\nresvg@${engine}\n${svg}`);

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Words that run over the edge of their area, one line each. */
export function tooWide(words: RichMenuWords): string[] {
  const lines = [
    ...TABS.map((tab, n) => [words.tab[tab], LETTERS.tab, tabBounds(n).width - MARGIN] as const),
    ...TABS.flatMap((tab) =>
      TILES[tab].flatMap(({ key }, n) =>
        (words.tile[key] ?? '')
          .split('\n')
          .map((line) => [line, LETTERS.tile, tileBounds(n).width - 2 * MARGIN] as const),
      ),
    ),
    ['あ / A', LETTERS.language, LANGUAGE_BOUNDS.width] as const,
  ];
  return lines.flatMap(([text, size, room]) => {
    const width = widthOf(text, size);
    const most = room - 2 * MARGIN;
    return width <= most ? [] : [`"${text}" is ${Math.round(width)} px wide, ${most} fit`];
  });
}

function widthOf(text: string, size: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="400">${written(text, 2500, 200, size, '#000')}</svg>`;
  return new Resvg(svg, { font: font() }).getBBox()?.width ?? 0;
}
