import { createHash } from 'node:crypto';

/**
 * Icons of quick replies: strokes on a grid of 24, without letters. LINE draws them 24 points wide on a chip that is white,
 * or nearly black in dark mode; the colour has a contrast of at least 3 on both (test/line/icons.test.ts).
 */
export const ICON_COLOUR = '#0d9488';

/** Sharp on a screen with four pixels to the point. */
export const ICON_PIXELS = 96;

const ring = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`;

const STROKES = {
  again: 'M5 12.5a7 7 0 1 0 7-7H8M10.5 2.5L7.5 5.5l3 3',
  back: 'M10 6l-6 6 6 6M4.5 12H20',
  browse: 'M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z',
  check: 'M4.5 12.5l5 5L19.5 7',
  clock: `${ring(12, 12, 8)}M12 7.5V12l3 2`,
  compare: 'M5 20v-8M12 20V4M19 20v-5',
  compass: `${ring(12, 12, 8.5)}M15.5 8.5l-2 5-5 2 2-5z`,
  filter: 'M4 5.5h16l-6 7V18l-4 2v-7.5z',
  glossary:
    'M12 6.5C10 5 7 4.7 4 5.5V18.5C7 17.7 10 18 12 19.5C14 18 17 17.7 20 18.5V5.5C17 4.7 14 5 12 6.5zM12 6.5v13',
  heart: 'M12 19.5S4.5 15 4.5 9.8A3.9 3.9 0 0 1 12 8.2a3.9 3.9 0 0 1 7.5 1.6C19.5 15 12 19.5 12 19.5z',
  help: `${ring(12, 12, 8.5)}M9.6 9.8a2.4 2.4 0 1 1 3.4 2.3c-.7.4-1 .8-1 1.6M12 16.8v.1`,
  keep: 'M6.5 4.5h11V20L12 16l-5.5 4z',
  language: `${ring(12, 12, 8.5)}M3.5 12h17M12 3.5c4.5 4.5 4.5 12.5 0 17M12 3.5c-4.5 4.5-4.5 12.5 0 17`,
  list: 'M4 6.5l1.5 1.5L8.5 5M12 6.5h8M4 12.5l1.5 1.5 3-3M12 12.5h8M4 18.5l1.5 1.5 3-3M12 18.5h8',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  more: 'M5 12h14M13 6l6 6-6 6',
  next: 'M12 21V3M12 4.5h6l2.5 2.5L18 9.5h-6M12 11.5H6L3.5 14 6 16.5h6',
  pause: 'M9 6v12M15 6v12',
  pay: 'M6.5 4.5l5.5 7 5.5-7M12 11.5V20M8 12.5h8M8 16h8',
  pen: 'M5 19l1-4.5L16.5 4l3.5 3.5L9.5 18zM14 6.5l3.5 3.5',
  person: `${ring(12, 8, 4)}M4.5 20c1-4.5 4-6 7.5-6s6.5 1.5 7.5 6`,
  place: `M12 21c-4.5-5-6.5-8-6.5-11.2a6.5 6.5 0 0 1 13 0C18.5 13 16.5 16 12 21z${ring(12, 9.8, 2.3)}`,
  remove: 'M6 6l12 12M18 6L6 18',
  search: `${ring(10.5, 10.5, 6.5)}M15.5 15.5L20.5 20.5`,
  similar: `${ring(9, 12, 5.5)}${ring(15, 12, 5.5)}`,
  skip: 'M5 6l8 6-8 6zM18.5 6v12',
  star: 'M12 3.5l2.3 6.2 6.2 2.3-6.2 2.3L12 20.5l-2.3-6.2L3.5 12l6.2-2.3z',
  steps: 'M4 20h4.5v-5H13v-5h4.5V5H21',
  talk: 'M4 5h16v11h-8.5L7 20v-4H4z',
  weigh: `M4 8h7M16 8h4M4 16h3M12 16h8${ring(13.5, 8, 2.3)}${ring(9.5, 16, 2.3)}`,
} as const;

export type IconName = keyof typeof STROKES;
export const ICON_NAMES = Object.keys(STROKES) as IconName[];
export const isIconName = (name: string): name is IconName => Object.hasOwn(STROKES, name);

export const iconSvg = (name: IconName): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${ICON_PIXELS}" height="${ICON_PIXELS}">` +
  `<path d="${STROKES[name]}" fill="none" stroke="${ICON_COLOUR}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Changes when any icon does, so that phones may keep the pictures for good. */
export const ICONS_VERSION = createHash('sha256')
  .update(ICON_NAMES.map(iconSvg).join(''))
  .digest('hex')
  .slice(0, 8);

export const ICONS_PATH = '/line/icons';

/** Address of an icon below the public address, for `imageUrl`: a square PNG of about 2 KB. */
export const iconPath = (name: IconName): string => `${ICONS_PATH}/${ICONS_VERSION}/${name}.png`;
