import {
  C,
  r,
  rect,
  circle,
  shape,
  line,
  at,
  many,
  grid,
  tree,
  pine,
  bush,
  windowPane,
  flag,
  type Colour,
} from './drawing.ts';

/** Each place in a cell of 346 × 260; the street in front of it begins at 243. */
const farm = [
  // A field in rows, seen from the path.
  shape('M18 236L96 150H318L330 236z', 'earth'),
  many(6, (i) => line(`M${44 + i * 50} 230L${112 + i * 37} 158`, 'leaf', 9, ' stroke-dasharray="1 16"')),
  pine(40, 140, 1.05),
  pine(84, 132, 0.85),
  pine(16, 160, 0.8),
  // The barn, with a silo.
  rect(286, 66, 34, 86, 'stone', 4),
  shape('M286 70a17 20 0 0 1 34 0z', 'grey'),
  rect(180, 92, 96, 60, 'red'),
  shape('M170 94L182 62L228 40L274 62L286 94z', 'wood'),
  rect(211, 106, 34, 46, 'cream'),
  line('M211 106l34 46M245 106l-34 46', 'red', 4),
  rect(219, 66, 18, 16, 'cream', 3),
].join('');

const factory = [
  // Chimney and smoke.
  shape('M256 176L262 46H288L294 176z', 'coral'),
  rect(259, 62, 32, 12, 'cream'),
  circle(284, 30, 13, 'white') + circle(304, 20, 17, 'white') + circle(326, 14, 12, 'white'),
  // A hall under a roof of teeth.
  shape('M40 236V132L96 92V132L152 92V132L208 92V132L264 92V236z', 'navy'),
  many(3, (i) => shape(`M${64 + i * 56} 126L${90 + i * 56} 107V126z`, 'foam')),
  rect(40, 146, 224, 10, 'blue'),
  rect(58, 178, 62, 58, 'stone', 3),
  many(4, (i) => line(`M62 ${189 + i * 12}h54`, 'grey', 3)),
  grid(4, 1, [136, 178], [31, 0], (x, y) => windowPane(x, y, 22, 24, 'foam')),
  // What was made, ready to leave.
  rect(276, 204, 32, 32, 'earth', 3),
  rect(310, 210, 26, 26, 'wood', 3),
  rect(284, 176, 28, 28, 'wood', 3),
  line('M292 204v12M323 210v9M298 176v9', 'cream', 5),
].join('');

const WHEEL = { x: 214, y: 116, radius: 84 } as const;
const leisure = [
  line(`M${WHEEL.x} ${WHEEL.y}L166 236M${WHEEL.x} ${WHEEL.y}L262 236`, 'navy', 10),
  `<circle cx="${WHEEL.x}" cy="${WHEEL.y}" r="${WHEEL.radius}" fill="none" stroke="${C.teal}" stroke-width="8"/>`,
  many(4, (i) => {
    const [x, y] = [Math.cos((i * Math.PI) / 4) * WHEEL.radius, Math.sin((i * Math.PI) / 4) * WHEEL.radius];
    return line(`M${r(WHEEL.x - x)} ${r(WHEEL.y - y)}L${r(WHEEL.x + x)} ${r(WHEEL.y + y)}`, 'mint', 4);
  }),
  many(8, (i) => {
    const angle = (i * Math.PI) / 4 + Math.PI / 8;
    const [x, y] = [WHEEL.x + Math.cos(angle) * WHEEL.radius, WHEEL.y + Math.sin(angle) * WHEEL.radius];
    const colour = (['coral', 'yellow', 'blue', 'red'] as const)[i % 4]!;
    return at(
      x,
      y,
      shape('M-14 0h28v6a14 14 0 0 1-28 0z', colour),
      line('M0-6V0', 'ink', 4),
      rect(-14, -4, 28, 6, 'white', 2),
    );
  }),
  circle(WHEEL.x, WHEEL.y, 13, 'yellow'),
  rect(188, 226, 52, 10, 'navy', 3),
  // A restaurant table in the open.
  shape('M26 164Q76 108 126 164Q113 156 101 164Q88 156 76 164Q64 156 51 164Q38 156 26 164z', 'coral'),
  shape('M51 164Q56 138 76 132Q96 138 101 164Q88 156 76 164Q64 156 51 164z', 'cream'),
  line('M76 134V236', 'wood', 6),
  rect(44, 194, 64, 9, 'wood', 4),
  line('M22 214h22v22M26 236v-22M22 190v24', 'navy', 6),
  line('M130 214h-22v22M126 236v-22M130 190v24', 'navy', 6),
  rect(54, 182, 10, 12, 'white', 2) + rect(86, 180, 14, 14, 'yellow', 3),
  tree(312, 236, 0.95),
].join('');

const school = [
  rect(36, 124, 274, 112, 'cream'),
  rect(28, 112, 290, 16, 'coral', 4),
  rect(136, 70, 74, 166, 'white'),
  shape('M126 74L173 34L220 74z', 'red'),
  `<circle cx="173" cy="102" r="20" fill="${C.cream}" stroke="${C.ink}" stroke-width="5"/>`,
  line('M173 90v12h9', 'ink', 5),
  grid(3, 2, [50, 140], [29, 44], (x, y) => windowPane(x, y, 21, 28)),
  grid(3, 2, [217, 140], [31, 44], (x, y) => windowPane(x, y, 21, 28)),
  rect(152, 184, 42, 52, 'navy', 4),
  line('M173 188v44', 'cream', 3),
  windowPane(152, 138, 18, 26) + windowPane(176, 138, 18, 26),
  flag(64, 112, 52, 'teal'),
  bush(50, 240) + bush(116, 240) + bush(294, 240),
].join('');

const hospital = [
  rect(30, 132, 74, 104, 'stone'),
  rect(84, 58, 166, 178, 'white'),
  rect(76, 48, 182, 16, 'mint', 4),
  rect(24, 124, 62, 12, 'mint', 3),
  rect(145, 74, 44, 44, 'teal', 10),
  shape('M162 82h10v9h9v10h-9v9h-10v-9h-9v-10h9z', 'white'),
  grid(2, 2, [98, 132], [112, 38], (x, y) => windowPane(x, y, 26, 24)),
  grid(2, 1, [98, 84], [112, 0], (x, y) => windowPane(x, y, 26, 24)),
  windowPane(154, 132, 26, 24),
  windowPane(42, 148, 16, 22) +
    windowPane(66, 148, 16, 22) +
    windowPane(42, 186, 16, 22) +
    windowPane(66, 186, 16, 22),
  rect(134, 176, 66, 10, 'teal', 4),
  rect(142, 186, 50, 50, 'blue', 3),
  line('M167 188v46', 'white', 4),
  // An ambulance.
  at(
    286,
    236,
    shape('M-46-8V-58q0-6 6-6h50q4 0 7 4l17 24q2 3 2 7v21z', 'white'),
    rect(-46, -30, 82, 9, 'red'),
    shape('M6-56h4l15 21H6z', 'blue'),
    rect(-22, -74, 18, 10, 'red', 4),
    shape('M-30-54h8v-0h0v8h8v8h-8v8h-8v-8h-8v-8h8z', 'teal'),
    circle(-26, -7, 10, 'ink') + circle(19, -7, 10, 'ink'),
    circle(-26, -7, 4, 'stone') + circle(19, -7, 4, 'stone'),
  ),
].join('');

const office = [
  rect(40, 92, 84, 144, 'blue', 4),
  grid(3, 5, [52, 106], [22, 24], (x, y) => windowPane(x, y, 14, 15, 'foam')),
  rect(232, 116, 82, 120, 'mint', 4),
  grid(3, 4, [243, 130], [22, 25], (x, y) => windowPane(x, y, 15, 15, 'cream')),
  rect(128, 34, 100, 202, 'navy', 4),
  line('M178 34V14', 'ink', 5),
  circle(178, 14, 5, 'yellow'),
  grid(4, 6, [140, 48], [21, 25], (x, y) => windowPane(x, y, 14, 16, (x + y) % 3 === 0 ? 'yellow' : 'foam')),
  rect(152, 202, 52, 34, 'foam', 3),
  line('M178 204v30', 'navy', 4),
  tree(26, 238, 0.62) + bush(112, 240) + bush(256, 240) + tree(326, 238, 0.62),
].join('');

const house = (x: number, walls: Colour, roof: Colour): string =>
  at(
    x,
    236,
    rect(38, -142, 16, 40, 'wood'),
    rect(-58, -84, 116, 84, walls),
    shape('M-72-80L0-146L72-80z', roof),
    rect(-14, -50, 30, 50, 'wood', 3),
    circle(9, -24, 3, 'yellow'),
    windowPane(-46, -62, 24, 24) + windowPane(26, -62, 24, 24),
    line('M-34-62v24M-46-50h24M38-62v24M26-50h24', 'white', 3),
    `<circle cx="0" cy="-102" r="11" fill="${C.foam}"/>`,
  );
const home = [
  house(96, 'cream', 'coral'),
  house(244, 'white', 'navy'),
  tree(170, 236, 0.9),
  many(6, (i) => rect(150 + i * 9, 218, 5, 22, 'white', 2)),
  rect(148, 224, 54, 4, 'white'),
  bush(30, 240) + bush(316, 240),
].join('');

const shop = [
  rect(44, 70, 258, 166, 'cream', 4),
  rect(44, 60, 258, 46, 'teal', 6),
  // A sign that needs no letters: a bag.
  shape('M156 76h34l4 24h-42z', 'cream'),
  line('M165 80v-4a8 8 0 0 1 16 0v4', 'cream', 4),
  many(8, (i) =>
    shape(`M${36 + i * 34.25} 106h34.25v24a17.1 15 0 0 1-34.25 0z`, i % 2 === 0 ? 'coral' : 'white'),
  ),
  rect(62, 158, 116, 58, 'foam', 4),
  line('M62 196h116', 'wood', 5),
  circle(82, 184, 9, 'red') + circle(102, 184, 9, 'yellow') + circle(122, 184, 9, 'leaf'),
  rect(140, 170, 22, 24, 'coral', 3),
  rect(206, 158, 70, 78, 'blue', 4),
  line('M241 160v74', 'white', 5),
  circle(232, 200, 3, 'white') + circle(250, 200, 3, 'white'),
  // Fruit in boxes in front.
  rect(60, 220, 46, 20, 'wood', 3) +
    circle(70, 218, 7, 'yellow') +
    circle(83, 217, 7, 'yellow') +
    circle(96, 218, 7, 'yellow'),
  rect(114, 220, 46, 20, 'wood', 3) +
    circle(124, 218, 7, 'red') +
    circle(137, 217, 7, 'red') +
    circle(150, 218, 7, 'red'),
  tree(322, 238, 0.7),
].join('');

const publicPlace = [
  flag(122, 70, 46, 'coral'),
  shape('M22 112L122 58L222 112z', 'stone'),
  circle(122, 94, 11, 'yellow'),
  rect(22, 112, 200, 14, 'grey'),
  rect(34, 126, 176, 88, 'cream'),
  many(5, (i) => rect(38 + i * 38, 126, 16, 88, 'white')),
  rect(104, 156, 36, 58, 'navy', 3),
  rect(24, 214, 196, 11, 'grey') + rect(14, 225, 216, 12, 'stone'),
  // The fire station with its engine.
  rect(238, 122, 92, 114, 'coral'),
  rect(232, 112, 104, 14, 'red', 3),
  rect(272, 76, 26, 36, 'coral') + shape('M268 78L285 62L302 78z', 'red'),
  rect(250, 152, 68, 84, 'ink', 3),
  at(
    284,
    238,
    rect(-30, -66, 60, 58, 'red', 6),
    rect(-23, -59, 46, 22, 'foam', 4),
    rect(-30, -30, 60, 6, 'white'),
    rect(-12, -74, 24, 9, 'blue', 4),
    circle(-19, -18, 5, 'yellow') + circle(19, -18, 5, 'yellow'),
    rect(-25, -10, 14, 12, 'ink', 3) + rect(11, -10, 14, 12, 'ink', 3),
  ),
].join('');

const station = [
  // The building with its clock, and the platform under a long roof.
  rect(30, 74, 130, 92, 'cream'),
  shape('M18 78L40 46H150L172 78z', 'navy'),
  `<circle cx="95" cy="96" r="18" fill="${C.white}" stroke="${C.ink}" stroke-width="5"/>`,
  line('M95 86v10l7 5', 'ink', 4),
  rect(44, 124, 28, 42, 'blue', 3) + rect(81, 124, 28, 42, 'navy', 3) + rect(118, 124, 28, 42, 'blue', 3),
  rect(176, 92, 146, 13, 'teal', 4),
  line('M194 105v61M250 105v61M306 105v61', 'grey', 7),
  rect(14, 160, 318, 14, 'stone', 3),
  // The train.
  rect(0, 232, 346, 7, 'grey'),
  many(12, (i) => rect(6 + i * 30, 230, 9, 15, 'wood')),
  rect(0, 228, 346, 5, 'ink'),
  shape('M-10 174H252q34 0 50 34q4 12 2 18H-10z', 'teal'),
  rect(-10, 208, 312, 8, 'yellow'),
  many(4, (i) => rect(2 + i * 58, 182, 40, 20, 'foam', 4)),
  shape('M238 182h14q22 1 34 20h-48z', 'foam'),
  many(5, (i) => circle(24 + i * 60, 227, 8, 'ink')),
].join('');

const wave = (x: number, y: number): string => line(`M${x} ${y}q10-9 20 0t20 0t20 0`, 'foam', 5);
/** Two cells wide: 693 × 260. */
const sea = [
  shape('M48 17H694V262H18Q52 200 34 140Q22 80 48 17z', 'sand'),
  shape('M84 44Q180 30 300 42T520 40T694 38V262H56Q84 200 68 140Q58 84 84 44z', 'sea'),
  wave(180, 112) +
    wave(260, 76) +
    wave(112, 246) +
    wave(300, 250) +
    wave(560, 246) +
    wave(618, 150) +
    wave(430, 84),
  // A lighthouse on its rock.
  at(
    0,
    30,
    shape('M62 118q40-34 86 2q6 16-12 18H78q-20-4-16-20z', 'grey'),
    shape('M88 112L96 30H118L126 112z', 'white'),
    shape('M94 52H120L121.600 70H92.400zM90.600 88H123.400L125 106H89z', 'red'),
    rect(90, 22, 34, 9, 'ink', 3) + rect(97, 4, 20, 18, 'yellow', 2) + shape('M92 6L107-10L122 6z', 'red'),
  ),
  // A fishing boat.
  at(
    196,
    216,
    line('M4-26V-92M4-86L52-36', 'wood', 5),
    shape('M-62-26H70q-4 34-34 36H-34q-22-4-28-36z', 'white'),
    shape('M-60-14H67q-8 22-31 24H-34q-20-4-26-24z', 'coral'),
    rect(-40, -58, 36, 32, 'cream', 4) + windowPane(-33, -50, 20, 14),
    line('M52-36q18 30 30 58', 'ink', 2.5),
  ),
  // A container ship at the quay with its crane.
  line('M626 84V44M662 84V44M626 58h36M594 40H684M644 40V22L594 40M644 22L684 40M604 40v26', 'yellow', 6),
  rect(590, 78, 104, 20, 'grey', 3),
  at(
    446,
    196,
    rect(-88, -62, 40, 26, 'red', 2) +
      rect(-46, -62, 40, 26, 'blue', 2) +
      rect(-4, -62, 40, 26, 'yellow', 2) +
      rect(38, -62, 40, 26, 'mint', 2),
    rect(-46, -90, 40, 26, 'coral', 2) + rect(-4, -90, 40, 26, 'navy', 2),
    rect(92, -96, 46, 60, 'white', 3) + windowPane(99, -88, 32, 12) + rect(108, -114, 16, 18, 'red'),
    shape('M-122-36H160L146 14q-2 8-12 8H-84q-10 0-16-10z', 'navy'),
    shape('M-105 4H149l-3 10q-2 8-12 8H-84q-10 0-16-10z', 'red'),
  ),
  line('M206 118q9-10 16 0q8-10 16 0M500 66q9-10 16 0q8-10 16 0', 'ink', 4),
].join('');

/** What stands at each place, in the cell's own coordinates. */
export const BUILDINGS = {
  farm,
  factory,
  leisure,
  school,
  hospital,
  office,
  home,
  shop,
  public: publicPlace,
  station,
  sea,
} as const;
