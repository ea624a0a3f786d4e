/** Drawings of ours on a 24×24 grid: lines of width 2 with round ends. */

/** A signpost with two arms: しるべ. */
export const SIGNPOST = 'M12 2v20M8.5 22h7M12 4.5H5l-2.2 2.3L5 9.1h7M12 11h7l2.2 2.3L19 15.6h-7';

/** One drawing for each of the eleven places of work. */
export const PLACE_PICTOGRAMS = {
  sea: 'M12 2.5V15M12 4l6.5 8H12M12 7L6.5 12H12M3.5 15h17l-2.4 4H5.9zM3 22q2.25-1.6 4.5 0t4.5 0 4.5 0 4.5 0',
  office: 'M4.5 21V3.5h10V21M14.5 9h5v12M2.5 21h19M8 7.5h3M8 11.5h3M8 15.5h3',
  shop: 'M4.5 12v9h15v-9M2.5 9l2-5.5h15l2 5.5M2.5 9a3.17 3 0 0 0 6.33 0 3.17 3 0 0 0 6.34 0 3.17 3 0 0 0 6.33 0zM9.5 21v-5h5v5',
  leisure:
    'M12 10m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0M12 3v7M5.4 7.7L12 10l6.6-2.3M12 10L7.5 21.5M12 10l4.5 11.5M5 21.5h14',
  home: 'M2.5 11.5L12 3.5l9.5 8M5.5 9.5V21h13V9.5M10 21v-6.5h4V21',
  school: 'M12 7V2.5h4.5v2.7H12M4.5 21v-9.5L12 7l7.5 4.5V21M2.5 21h19M10 21v-3.5h4V21M12 12.4h.01',
  hospital: 'M4.5 21V4h15v17M2.5 21h19M12 7v6.5M8.75 10.25h6.5M10 21v-4h4v4',
  factory: 'M3.5 21v-9.5L9 15v-3.5l5.5 3.5M14.5 15l1-11.5h3.5L20.5 21M2.5 21h19M8 18h1M12.5 18h1',
  farm: 'M12 20.5V11M12 15.5C12 11.5 9 9 4 9c0 4 3 6.5 8 6.5zM12 11.5C12 7 14.5 4 20 3.5c.4 5-3 8-8 8zM3.5 20.5h17',
  station:
    'M7 3h10a2.5 2.5 0 0 1 2.5 2.5V14A3.5 3.5 0 0 1 16 17.5H8A3.5 3.5 0 0 1 4.5 14V5.5A2.5 2.5 0 0 1 7 3zM4.5 10.5h15M12 3v7.5M8 14h.5M15.5 14h.5M8.5 17.5L5.5 22M15.5 17.5l3 4.5',
  public: 'M3 9.5L12 3.5l9 6zM5.5 9.5v8M9.8 9.5v8M14.2 9.5v8M18.5 9.5v8M3.5 17.5h17M2.5 21h19',
} as const;
