import { TOWN } from '../../replies/pictures.ts';
import { BUILDINGS } from './buildings.ts';
import { r, rect, circle, shape, line, at, car } from './drawing.ts';

const STREET = 34;
const streets = (): string => {
  const { width } = TOWN;
  const across = [260, 520, 780];
  const down = [width / 3, (width * 2) / 3];
  const dashes = ' stroke-dasharray="16 20"';
  return [
    ...across.map((y) => rect(0, y - STREET / 2, width, STREET, 'street')),
    ...down.map((x) => rect(x - STREET / 2, 196, STREET, 780 - 196, 'street')),
    ...across.map((y) => line(`M10 ${y}H${width}`, 'white', 4, dashes)),
    ...down.map((x) => line(`M${r(x)} 210V${780 - STREET}`, 'white', 4, dashes)),
  ].join('');
};

/** The town as SVG: shapes only, no letters, so that it needs no language and no font. */
export function townSvg(): string {
  const { width, height, areas } = TOWN;
  const places = Object.entries(BUILDINGS).map(([place, drawn]) => {
    const { x, y } = areas[place as keyof typeof BUILDINGS];
    return at(x * width, y * height, drawn);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    rect(0, 0, width, height, 'grass'),
    // The far end: sky and hills.
    rect(0, 0, width, 130, 'sky'),
    circle(410, 44, 26, 'yellow'),
    shape('M0 120Q90 40 210 88Q330 40 470 104Q600 60 720 100Q860 50 1040 96V200H0z', 'hill'),
    streets(),
    ...places,
    car(420, 268, 'coral') +
      car(900, 528, 'blue') +
      car(120, 528, 'yellow') +
      car(560, 790, 'mint') +
      car(760, 268, 'teal'),
    '</svg>',
  ].join('');
}
