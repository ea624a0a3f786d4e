/**
 * How Shirube looks on LINE: one accent, quiet greys, room to breathe. Flex bubbles are white in dark mode too.
 * Every text colour has a contrast of at least 4.5 on the ground it stands on (test/line/look.test.ts).
 */
export const COLOUR = {
  /** Headings and questions. */
  ink: '#1e293b',
  /** Running text. */
  text: '#334155',
  /** Notes and sources. */
  quiet: '#5b6878',
  accent: '#0f766e',
  accentDark: '#115e59',
  onAccent: '#ffffff',
  /** Ground of a button that is not the main one. */
  tint: '#e7f3f1',
  /** Bars under the middle. */
  faint: '#7fb9b2',
  /** Ground of a bar. */
  track: '#e2e8f0',
  line: '#e2e8f0',
  paper: '#ffffff',
} as const;

/** Pairs of text and ground that are used together. */
export const PAIRS: readonly (readonly [keyof typeof COLOUR, keyof typeof COLOUR])[] = [
  ['ink', 'paper'],
  ['text', 'paper'],
  ['quiet', 'paper'],
  ['accent', 'paper'],
  ['accentDark', 'tint'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentDark'],
];
