/** Where things are in a rich menu, in pixels of its picture. Shown on a phone, 2500 become about 375. */
export const SIZE = { width: 2500, height: 1686 } as const;

/** Of LINE's bounds object. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 45 px on a phone: no tab is harder to hit than a button may be. */
export const TAB_HEIGHT = 300;
const TAB_WIDTH = 700;
const COLUMNS = 3;

export const tabBounds = (index: number): Bounds => ({
  x: index * TAB_WIDTH,
  y: 0,
  width: TAB_WIDTH,
  height: TAB_HEIGHT,
});

/** At the right end of the tabs, in every language at the same place. */
export const LANGUAGE_BOUNDS: Bounds = { x: 3 * TAB_WIDTH, y: 0, width: 400, height: TAB_HEIGHT };

/** Six tiles below the tabs, without gaps: a tap between two belongs to one of them. */
export function tileBounds(index: number): Bounds {
  const edge = (column: number): number => Math.round((column * SIZE.width) / COLUMNS);
  const height = (SIZE.height - TAB_HEIGHT) / 2;
  const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
  return { x: edge(column), y: TAB_HEIGHT + row * height, width: edge(column + 1) - edge(column), height };
}
