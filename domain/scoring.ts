import type { Questionnaire } from './catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from './interests.ts';
import type { Answers, InterestResult } from './profile.ts';

/** An interest with fewer answers than this cannot be scored. */
const LEAST_ANSWERS = 4;
/** From this many passed items on, the result is called rough. */
const MANY_SKIPS = 12;
/** From this share of one and the same answer on, the answers are called alike. */
const ALIKE_SHARE = 0.9;

/** Differences between the highest and the lowest mean (1–5) from which a profile counts as clear, or somewhat clear. */
const CLEAR_RANGE = 1.5;
const SOMEWHAT_RANGE = 0.7;
/** Means are tenths in floating point: 3.3 − 1.8 is a hair below 1.5. */
const HAIR = 1e-9;

export type Clarity = 'clear' | 'somewhat' | 'faint';

export interface Scoring {
  /** Mean answer per interest, 1–5; `null` when some interest has too few answers to say anything. */
  readonly scores: InterestScores | null;
  readonly answered: number;
  readonly skipped: number;
  /** Nearly every answer is the same one. */
  readonly alike: boolean;
  /** So many were passed that the result is rough. */
  readonly manySkips: boolean;
}

/**
 * Scores an interest questionnaire: the mean of the answers given, per interest.
 * Passed items (0) and items not of this questionnaire count for nothing.
 */
export function scoreInterests(questionnaire: Questionnaire, answers: Answers): Scoring {
  const given = new Map<string, number[]>(INTERESTS.map((interest) => [interest, []]));
  let skipped = 0;
  for (const { id, scale } of questionnaire.items) {
    const answer = answers[id];
    if (answer === undefined) continue;
    if (answer === 0) {
      skipped += 1;
      continue;
    }
    given.get(scale)?.push(answer);
  }
  const answered = [...given.values()].reduce((sum, list) => sum + list.length, 0);
  const scorable = INTERESTS.every((interest) => given.get(interest)!.length >= LEAST_ANSWERS);
  return {
    scores: scorable ? eachInterest((interest) => mean(given.get(interest)!)) : null,
    answered,
    skipped,
    alike: isAlike([...given.values()].flat()),
    manySkips: skipped >= MANY_SKIPS,
  };
}

/** Whether nearly every answer of a questionnaire is the same one. */
export function isAlike(answers: readonly number[]): boolean {
  const frequency = new Map<number, number>();
  for (const answer of answers) frequency.set(answer, (frequency.get(answer) ?? 0) + 1);
  return answers.length > 0 && Math.max(...frequency.values()) / answers.length >= ALIKE_SHARE;
}

/**
 * How far a profile stands out from flat: Holland's differentiation, the highest mean minus the lowest (0–4).
 */
export function differentiation(scores: InterestScores): number {
  const values = INTERESTS.map((interest) => scores[interest]);
  return Math.max(...values) - Math.min(...values);
}

export function clarity(scores: InterestScores): Clarity {
  const range = differentiation(scores) + HAIR;
  if (range >= CLEAR_RANGE) return 'clear';
  return range >= SOMEWHAT_RANGE ? 'somewhat' : 'faint';
}

/** Interests from strongest to weakest; ties keep Holland's order. */
export function rankInterests(scores: InterestScores): Interest[] {
  return [...INTERESTS].sort((a, b) => scores[b] - scores[a]);
}

/** The three-letter Holland code, e.g. `SAI`. */
export const hollandCode = (scores: InterestScores): string =>
  rankInterests(scores)
    .slice(0, 3)
    .map((interest) => interest[0]!.toUpperCase())
    .join('');

/** Ids of the items liked most (5, then 4), first those of the strongest interests; at most three. */
export function mostLiked(questionnaire: Questionnaire, { answers, scores }: InterestResult): string[] {
  const [first, second] = rankInterests(scores);
  const liked = (interest: Interest | undefined) =>
    questionnaire.items
      .filter((item) => item.scale === interest && (answers[item.id] ?? 0) >= 4)
      .sort((a, b) => answers[b.id]! - answers[a.id]!)
      .map((item) => item.id);
  return [...liked(first).slice(0, 2), ...liked(second)].slice(0, 3);
}

export const eachInterest = (figure: (interest: Interest) => number): InterestScores =>
  Object.fromEntries(INTERESTS.map((interest) => [interest, figure(interest)])) as InterestScores;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
