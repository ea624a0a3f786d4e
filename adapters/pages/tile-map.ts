import type { PayMap, PayRow } from '../../bot/information.ts';
import { html, type Html } from './html.ts';

/** One tile per prefecture, roughly where it lies: column and row of its upper left corner, islands set apart. */
const PLACES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  '01': [10, 0],
  '02': [10, 1.3], '05': [9, 2.3], '03': [10, 2.3], '06': [9, 3.3], '04': [10, 3.3],
  '15': [9, 4.3], '07': [10, 4.3], '17': [7, 5.3], '16': [8, 5.3], '10': [9, 5.3], '09': [10, 5.3],
  '18': [6, 6.3], '21': [7, 6.3], '20': [8, 6.3], '11': [9, 6.3], '08': [10, 6.3],
  '32': [2, 7.3], '31': [3, 7.3], '28': [4, 7.3], '26': [5, 7.3], '25': [6, 7.3], '23': [7, 7.3],
  '19': [8, 7.3], '13': [9, 7.3], '12': [10, 7.3],
  '35': [1, 8.3], '34': [2, 8.3], '33': [3, 8.3], '27': [5, 8.3], '29': [6, 8.3], '24': [7, 8.3],
  '22': [8, 8.3], '14': [9, 8.3], '30': [6, 9.3],
  '38': [3.3, 9.6], '37': [4.3, 9.6], '39': [3.3, 10.6], '36': [4.3, 10.6],
  '41': [0, 9.6], '40': [1, 9.6], '44': [2, 9.6], '42': [0, 10.6], '43': [1, 10.6], '45': [2, 10.6],
  '46': [1, 11.6],
  '47': [0, 13],
}; // prettier-ignore

const TILE = 40;
const GAP = 2;
const SIDE = TILE - GAP;
const [WIDTH, HEIGHT] = [11 * TILE + GAP, 14 * TILE + GAP];

/** The same drawing of a tile without a figure of its own, on the map and in the legend. */
const HATCH = html`<defs
  ><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><rect width="6" height="6" class="bare" /><path d="M0 0V6" class="line" /></pattern
></defs>`;

/** A year's pay in every prefecture as a map of tiles; the table beside it says the same in figures. */
export function tileMap(map: PayMap, chosen: string | null): Html {
  const outlined = map.rows.find(({ code }) => code === chosen);
  return html`<svg
    class="map"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-labelledby="map-title map-text"
  >
    <title id="map-title">${map.words.title}</title>
    <desc id="map-text">${map.description}</desc>
    ${HATCH}${map.rows.map(tile)}${outlined && outline(outlined)}
  </svg>`;
}

export const legend = ({ legend: steps, hatched, outlined }: PayMap): Html =>
  html`<ul class="legend">
    ${steps.map(
      ({ step, label }) =>
        html`<li>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            <rect x="1" y="1" width="20" height="20" rx="4" class="s${step}" /></svg
          >${label}
        </li>`,
    )}${
      hatched !== null &&
      html`<li>
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <rect x="1" y="1" width="20" height="20" rx="4" class="none" /></svg
        >${hatched}
      </li>`
    }${
      outlined !== null &&
      html`<li>
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <rect x="2" y="2" width="18" height="18" rx="4" class="chosen" /></svg
        >${outlined}
      </li>`
    }
  </ul>`;

function tile({ code, tile: lines, step }: PayRow): Html {
  const [x, y] = corner(code);
  const longest = Math.max(...lines.map(widthOf));
  const size = Math.min(/[a-z]/iu.test(lines[0]!) ? 11.4 : 13, 34 / longest);
  const rows = lines.map((line, i) => {
    const baseline = y + SIDE / 2 + size * (0.36 + (i - (lines.length - 1) / 2) * 1.12);
    return html`<text x="${x + SIDE / 2}" y="${round(baseline)}" font-size="${round(size)}">${line}</text>`;
  });
  const kind = step === null ? 'none' : `s${step}`;
  return html`<g class="${step !== null && step >= 3 ? 'dark' : 'light'}"
    ><rect x="${x}" y="${y}" width="${SIDE}" height="${SIDE}" rx="6" class="${kind}" />${rows}</g
  >`;
}

function outline({ code }: PayRow): Html {
  const [x, y] = corner(code);
  const ring = (kind: string) =>
    html`<rect x="${x - 1}" y="${y - 1}" width="${SIDE + 2}" height="${SIDE + 2}" rx="7" class="${kind}" />`;
  return html`${ring('halo')}${ring('chosen')}`;
}

const corner = (code: string): readonly [number, number] => {
  const [column, row] = PLACES[code]!;
  return [round(column * TILE + GAP), round(row * TILE + GAP)];
};

/** In letters as wide as they are high; Latin ones are about half as wide. */
const widthOf = (line: string): number =>
  [...line].reduce((width, letter) => width + (letter < '\u3000' ? 0.59 : 1), 0);

const round = (number: number): number => Math.round(number * 10) / 10;
