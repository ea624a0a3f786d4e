/** Shapes and small things that pictures of ours are made of, as SVG. */

/** Our colours for things in pictures. */
export const C = {
  ink: '#2f4a47',
  teal: '#0f766e',
  mint: '#7cc0b4',
  sky: '#d8ecf2',
  blue: '#7fb2cf',
  navy: '#44728c',
  sea: '#8cc6d9',
  foam: '#c3e3ec',
  sand: '#f2e2bd',
  grass: '#dcebcf',
  hill: '#bdd9ad',
  leaf: '#7fb07a',
  pine: '#5b9270',
  street: '#cdd5d3',
  cream: '#fff6e4',
  white: '#ffffff',
  stone: '#e7ebe8',
  grey: '#a9b8b7',
  coral: '#e8957b',
  red: '#d86a55',
  yellow: '#f3c65b',
  wood: '#b4845c',
  earth: '#c9a176',
} as const;
export type Colour = keyof typeof C;

export const r = (value: number): number => Math.round(value * 10) / 10;
export const rect = (x: number, y: number, width: number, height: number, fill: Colour, round = 0): string =>
  `<rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}"${round ? ` rx="${round}"` : ''} fill="${C[fill]}"/>`;
export const circle = (x: number, y: number, radius: number, fill: Colour): string =>
  `<circle cx="${r(x)}" cy="${r(y)}" r="${r(radius)}" fill="${C[fill]}"/>`;
export const shape = (d: string, fill: Colour): string => `<path d="${d}" fill="${C[fill]}"/>`;
export const line = (d: string, colour: Colour, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${C[colour]}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more}/>`;
export const at = (x: number, y: number, ...parts: readonly string[]): string =>
  `<g transform="translate(${r(x)} ${r(y)})">${parts.join('')}</g>`;
export const many = (count: number, draw: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join('');
export const grid = (
  columns: number,
  rows: number,
  [x, y]: readonly [number, number],
  [stepX, stepY]: readonly [number, number],
  draw: (x: number, y: number) => string,
): string =>
  many(columns * rows, (i) => draw(x + (i % columns) * stepX, y + Math.floor(i / columns) * stepY));

/** Things that stand in many places; their foot is at 0, 0. */
export const tree = (x: number, y: number, size = 1): string =>
  at(
    x,
    y,
    rect(-4 * size, -22 * size, 8 * size, 22 * size, 'wood', 2),
    circle(0, -42 * size, 25 * size, 'leaf'),
    circle(-9 * size, -49 * size, 9 * size, 'hill'),
  );
export const pine = (x: number, y: number, size = 1): string =>
  at(
    x,
    y,
    rect(-4 * size, -14 * size, 8 * size, 14 * size, 'wood'),
    shape(
      `M0 ${-82 * size}L${24 * size} ${-38 * size}H${-24 * size}zM0 ${-58 * size}L${30 * size} ${-12 * size}H${-30 * size}z`,
      'pine',
    ),
  );
export const bush = (x: number, y: number): string =>
  at(x, y, shape('M-24 0a13 13 0 0 1 10-21a15 15 0 0 1 28 0a13 13 0 0 1 10 21z', 'leaf'));
export const windowPane = (x: number, y: number, width = 22, height = 26, colour: Colour = 'blue'): string =>
  rect(x, y, width, height, colour, 3);
export const car = (x: number, y: number, colour: Colour): string =>
  at(
    x,
    y,
    shape('M-30-8q0-10 9-11l6-11q2-4 7-4h16q5 0 8 4l6 11q9 1 9 11z', colour),
    shape('M-9-19l5-9h7v9zM7-19v-9h6q3 0 4 3l4 6z', 'stone'),
    circle(-16, -7, 7, 'ink'),
    circle(17, -7, 7, 'ink'),
  );
export const flag = (x: number, y: number, height: number, colour: Colour): string =>
  line(`M${x} ${y}v${-height}`, 'ink', 4) + shape(`M${x + 2} ${y - height}l32 9-32 11z`, colour);
