/** Holland's six occupational interests (RIASEC), in their customary order. */
export const INTERESTS = [
  'realistic',
  'investigative',
  'artistic',
  'social',
  'enterprising',
  'conventional',
] as const;
export type Interest = (typeof INTERESTS)[number];

/** One figure per interest. The unit depends on where it comes from (a person's mean answer 1–5, or job tag's 1–5 rating). */
export type InterestScores = Record<Interest, number>;
