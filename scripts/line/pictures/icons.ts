/** Drawings for the tiles on a 24×24 grid: lines of width 1.8 with round ends, one for each key of TILES. */
import { SIGNPOST } from '../../../adapters/pages/pictograms.ts';

export const ICONS: Readonly<Record<string, string>> = {
  /** A stopwatch. */
  pairs: 'M12 21.5a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 9.5v4l2.6 2M9.5 2.5h5M12 2.5v3M18.4 6.2l1.4-1.4',
  /** A magnifying glass. */
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.6 15.6l5.4 5.4',
  /** Houses of a town. */
  map: 'M2.5 21.5h19M4 21.5V12l4-3.5 4 3.5v9.5M12 21.5V4.5h8v17M14.8 8.5h2.4M14.8 12.5h2.4M14.8 16.5h2.4M8 21.5v-4.5',
  /** A list that is being ticked off. */
  interests: 'M5 3.5h14v17H5zM8 8.5l1.2 1.2L11.3 7.5M13.5 8.7H16M8 14.7l1.2 1.2 2.1-2.2M13.5 15H16',
  /** An open hand with a star. */
  tasks:
    'M12 2.5l1.7 3.6 3.8.5-2.8 2.7.7 3.9-3.4-1.9-3.4 1.9.7-3.9-2.8-2.7 3.8-.5zM3 16.5c2-.8 3.8-.6 5.5.7 1.2.9 2.4 1 4 1h1.7c1.6 0 1.6 2-.1 2h-3.6M14.9 18.8l4.7-2.5c1.5-.8 2.4 1 1.1 1.9-3 2.2-5 3.3-8 3.3-3.4 0-5-1.2-9.7-1.2',
  /** A coin. */
  pay: 'M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19zM8 7l4 5.2L16 7M12 12.2v5.3M8.8 12.6h6.4M8.8 15.2h6.4',
  /** A star. */
  results: 'M12 2.8l2.9 5.9 6.4.9-4.6 4.6 1.1 6.4-5.8-3-5.8 3 1.1-6.4L2.7 9.6l6.4-.9z',
  /** A bookmark. */
  list: 'M6 2.5h12v19l-6-4.6-6 4.6zM9.2 8.2h5.6',
  /** Lines to choose from. */
  menu: 'M4 6h.01M8.5 6H20M4 12h.01M8.5 12H20M4 18h.01M8.5 18H20',
  /** A hexagon with a shape in it, as the interests are drawn. */
  liking: 'M12 2.5l8.2 4.75v9.5L12 21.5l-8.2-4.75v-9.5zM12 6.5l3.8 3.4-.7 5.2L12 17l-4.6-2-.6-5z',
  /** Scales. */
  values:
    'M12 3v18M7.5 21h9M4.5 6.5h15M4.5 6.5l-2.7 7a2.9 2.9 0 0 0 5.4 0zM19.5 6.5l-2.7 7a2.9 2.9 0 0 0 5.4 0z',
  /** A pin on a map. */
  prefecture:
    'M12 21.8c-4.6-5-7-8.7-7-12a7 7 0 0 1 14 0c0 3.3-2.4 7-7 12zM12 12.300a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.200z',
  /** A signpost. */
  steps: SIGNPOST,
  /** Two who talk. */
  support:
    'M3 4h11.500v8.500H8.500L5.3 15.300v-2.800H3zM17.5 8.500H21v8.500h-2v2.800L15.8 17H10.500v-1.500M6.5 8.200h.01M8.8 8.200h.01M11.1 8.200h.01',
  /** A shield. */
  rights: 'M12 2.500l8 2.800v6.200c0 4.8-3.2 8.3-8 10-4.8-1.7-8-5.2-8-10V5.300zM8.3 11.800l2.7 2.7 4.8-5',
  /** A heart. */
  heart: 'M12 20.800C6 16.3 3 12.8 3 9.100a4.8 4.8 0 0 1 9-2.2 4.8 4.8 0 0 1 9 2.200c0 3.7-3 7.2-9 11.700z',
  /** A line that pay may not fall below. */
  minimum: 'M3 19.500h18M5.5 19.500v-5h3.500v5M10.3 19.500V10h3.500v9.500M15 19.500V5.500h3.500v14M3 15.5',
  /** A question mark. */
  help: 'M12 21.500a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19zM9.2 9.500a2.8 2.8 0 1 1 4.3 2.400c-1 .6-1.5 1.2-1.5 2.300M12 17.300h.01',
  /** A globe, for those who cannot read the words. */
  language:
    'M12 21.500a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19zM2.5 12h19M12 2.500c5 5.8 5 13.2 0 19M12 2.500c-5 5.8-5 13.2 0 19',
};
