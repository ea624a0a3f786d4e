/**
 * A first profile from choices between two activities (docs/sixty-seconds.md).
 *
 * What a person is drawn to is six numbers we cannot see, one for each interest. Before the first choice they are
 * normal around the middle of the scale, related as on Holland's hexagon. Each choice is a probit of the difference of
 * two activities, and moves the belief by matching its moments (assumed-density filtering): closed form, six by six.
 * Everything is a pure function of the choices made so far.
 */
import type { Questionnaire } from './catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from './interests.ts';
import { ask, cdf, type Belief, type Probit } from './normal.ts';
import type { PairChoice, PairsResult } from './profile.ts';
import { eachInterest, mostLiked } from './scoring.ts';

/** Never fewer pairs than this, and never more. */
export const FEWEST_PAIRS = 8;
export const MOST_PAIRS = 18;

/** Middle of the questionnaire's scale (1–5), and how far people's means lie apart on it (standard deviation). */
const MIDDLE = 3;
const SPREAD = 0.8;
/** Correlations of two interests by their distance on the hexagon: itself, neighbours, next but one, opposite. */
const HEXAGON = [1, 0.4, 0.2, 0.1];
/** Taste for one activity beyond its interest, mood, and how well liked it is by all: standard deviation in a choice. */
const CHOICE_NOISE = 1.25;
/** "Neither" says that both lie below this on the scale, loosely: it is also said by those who cannot decide. */
const DISLIKED = 2;
const NEITHER_NOISE = 1.2;
/** So few pairs out of order, of fifteen, are expected when it is enough. */
export const ENOUGH = 3.3;
/** Fewer activities chosen than this, the others being answered "neither", are no sketch of anybody. */
const FEWEST_CHOSEN = 4;

/** The same two interests meet at most so often. */
const MOST_TOGETHER = 3;
/** Promises closer than this are alike; the first in Holland's order is taken. */
const HAIR = 1e-9;

/** Two interests side by side, as indexes. */
type Sides = readonly [number, number];
const SIDES: readonly Sides[] = INTERESTS.flatMap((_, a) =>
  INTERESTS.slice(a + 1).map((__, i): Sides => [a, a + 1 + i]),
);

/** A belief about the six interests, as deviations from the middle of the scale. */
const PRIOR: Belief = {
  mean: INTERESTS.map(() => 0),
  covariance: INTERESTS.map((_, a) =>
    INTERESTS.map((__, b) => {
      const apart = Math.abs(a - b);
      return SPREAD ** 2 * HEXAGON[Math.min(apart, 6 - apart)]!;
    }),
  ),
};

/** Whether the first side is wanted more. */
const preference = ([a, b]: Sides): Probit => ({
  weights: INTERESTS.map((_, i) => (i === a ? 1 : i === b ? -1 : 0)),
  level: 0,
  noise: CHOICE_NOISE,
});

/** Whether both sides together lie below what is disliked. */
const dislike = ([a, b]: Sides): Probit => ({
  weights: INTERESTS.map((_, i) => (i === a || i === b ? -0.5 : 0)),
  level: DISLIKED - MIDDLE,
  noise: NEITHER_NOISE,
});

const swap = ([a, b]: Sides): Sides => [b, a];

/** What is believed after a choice; `chosen` is the index of an interest, or `null` for neither. */
function learn(belief: Belief, sides: Sides, chosen: number | null): Belief {
  if (chosen === null) return ask(belief, dislike(sides)).after(true);
  return ask(belief, preference(chosen === sides[0] ? sides : swap(sides))).after(true);
}

/** How many of the fifteen pairs of interests are expected to stand in the wrong order. */
function disorder({ mean, covariance }: Belief): number {
  let sum = 0;
  for (const [a, b] of SIDES) {
    const variance = covariance[a]![a]! + covariance[b]![b]! - 2 * covariance[a]![b]!;
    sum += cdf(-Math.abs(mean[a]! - mean[b]!) / Math.sqrt(variance));
  }
  return sum;
}

/** `disorder` as it is expected after asking about two interests. */
function disorderAfter(belief: Belief, sides: Sides): number {
  const { likely, after } = ask(belief, preference(sides));
  return likely * disorder(after(true)) + (1 - likely) * disorder(after(false));
}

/** Two activities side by side. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

export interface PairsProgress {
  /** The choices that mean something in this questionnaire. */
  readonly choices: readonly PairChoice[];
  /** Estimates on the scale of the questionnaire's means, 1–5. */
  readonly scores: InterestScores;
  /** Share of the fifteen pairs of interests expected to stand in the right order, 0.5–1. */
  readonly confidence: number;
  /** Nearly always "neither": too little to draw anything from. */
  readonly faint: boolean;
  /** What to ask next, or `null` when it is enough. */
  readonly next: Pair | null;
}

/** What choices tell, and what to ask next. Choices of unknown items, or of two of one interest, are left out. */
export function followPairs(questionnaire: Questionnaire, given: readonly PairChoice[]): PairsProgress {
  const scales = new Map(
    questionnaire.items.map(({ id, scale }) => [id, INTERESTS.indexOf(scale as Interest)]),
  );
  const choices = given.filter(
    ({ a, b, chosen }) =>
      scales.has(a) &&
      scales.has(b) &&
      scales.get(a) !== scales.get(b) &&
      (chosen === null || chosen === a || chosen === b),
  );
  const belief = choices.reduce<Belief>(
    (before, { a, b, chosen }) =>
      learn(before, [scales.get(a)!, scales.get(b)!], chosen === null ? null : scales.get(chosen)!),
    PRIOR,
  );
  const wrong = disorder(belief);
  const chosen = choices.filter((choice) => choice.chosen !== null).length;
  // Whoever has liked nothing so far is not asked ten times more.
  const isEnough =
    choices.length >= MOST_PAIRS || (choices.length >= FEWEST_PAIRS && (wrong <= ENOUGH || chosen === 0));
  return {
    choices,
    scores: eachInterest((interest) => scoreOf(belief.mean[INTERESTS.indexOf(interest)]!)),
    confidence: 1 - wrong / SIDES.length,
    faint: chosen < FEWEST_CHOSEN,
    next: isEnough ? null : nextPair(questionnaire, choices, belief),
  };
}

/** Ids of the activities chosen of the two strongest interests; at most three. */
export function mostChosen(
  questionnaire: Questionnaire,
  { questionnaire: version, choices, scores }: PairsResult,
): string[] {
  const answers = Object.fromEntries(
    choices.flatMap(({ chosen }) => (chosen === null ? [] : [[chosen, 5] as const])),
  );
  return mostLiked(questionnaire, { questionnaire: version, answers, scores });
}

const scoreOf = (mean: number): number => Math.min(5, Math.max(1, MIDDLE + mean));

/** The two interests that promise most, each with its first activity not yet shown; `null` when none are left. */
function nextPair({ items }: Questionnaire, choices: readonly PairChoice[], belief: Belief): Pair | null {
  const shown = new Set(choices.flatMap(({ a, b }) => [a, b]));
  const scaleOf = new Map(items.map(({ id, scale }) => [id, scale]));
  const together = (one: Interest, other: Interest) =>
    choices.filter(({ a, b }) => {
      const scales = [scaleOf.get(a), scaleOf.get(b)];
      return scales.includes(one) && scales.includes(other);
    }).length;
  const fresh = INTERESTS.map((interest) =>
    items.find(({ id, scale, short }) => scale === interest && short && !shown.has(id)),
  );
  let best: { readonly sides: Sides; readonly wrong: number } | null = null;
  for (const sides of SIDES) {
    const [a, b] = sides;
    if (!fresh[a] || !fresh[b]) continue;
    if (together(INTERESTS[a]!, INTERESTS[b]!) >= MOST_TOGETHER) continue;
    const wrong = disorderAfter(belief, sides);
    if (!best || wrong < best.wrong - HAIR) best = { sides, wrong };
  }
  if (!best) return null;
  const [one, other] = best.sides.map((side) => fresh[side]!.id) as [string, string];
  // Left and right take turns, so that nobody's thumb decides.
  return choices.length % 2 === 0 ? { a: one, b: other } : { a: other, b: one };
}
