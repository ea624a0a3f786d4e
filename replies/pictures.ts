/** Pictures of ours that can be tapped: their size, and where on them is what. Drawn in `adapters/pages/town.ts`, without letters. */

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The town has three columns and four rows; the sea takes the last two cells. */
const COLUMNS = 3;
const ROWS = 4;
const cell = (column: number, row: number, columns = 1): Area => ({
  x: column / COLUMNS,
  y: row / ROWS,
  width: columns / COLUMNS,
  height: 1 / ROWS,
});

/** A small town, by place of work; areas in shares of width and height. */
export const TOWN = {
  url: '/pictures/map.svg',
  width: 1040,
  height: 1040,
  areas: {
    farm: cell(0, 0),
    factory: cell(1, 0),
    leisure: cell(2, 0),
    school: cell(0, 1),
    hospital: cell(1, 1),
    office: cell(2, 1),
    home: cell(0, 2),
    shop: cell(1, 2),
    public: cell(2, 2),
    station: cell(0, 3),
    sea: cell(1, 3, 2),
  },
} as const;
