import { WORK_VALUES, type ValueQuestionnaire, type WorkValue } from './catalogue.ts';
import type { Answers, ValuesResult } from './profile.ts';
import { isAlike, type Clarity } from './scoring.ts';

export type ValueScores = ValuesResult['scores'];
export type ValueForm = ValuesResult['form'];

/** A value with fewer answers than this cannot be scored. */
const LEAST_ANSWERS: Readonly<Record<ValueForm, number>> = { short: 1, full: 3 };
/** From this share of passed statements on, the result is called rough. */
const MANY_SKIPS_SHARE = 0.2;

/**
 * What one trade-off moves: up for the value chosen, down for the other. A tie and a difference of one answer step
 * (0.2 in a mean of five) are decided by it, a difference of two steps is not.
 */
export const TRADE_OFF_SHIFT = 0.15;
/** Trade-offs in the full form: so many between values near the top, and between values near the bottom. */
const TOP_TRADE_OFFS = 3;
const BOTTOM_TRADE_OFFS = 2;
export const TRADE_OFFS = TOP_TRADE_OFFS + BOTTOM_TRADE_OFFS;
/** Places in the ranking (from 0) whose value is compared with the next one. */
const TOP_PLACES = [0, 1, 2, 3];
const BOTTOM_PLACES = [9, 8, 7];

/** Differences between the heaviest and the lightest value: eleven means lie further apart by chance than six. */
const CLEAR_RANGE = 2;
const SOMEWHAT_RANGE = 1;
/** Means are fractions in floating point. */
const HAIR = 1e-9;

export interface Weighing {
  /** Mean importance per value, moved by trade-offs; `null` when some value has too few answers to say anything. */
  readonly scores: ValueScores | null;
  /** Statements answered and passed; trade-offs are not counted. */
  readonly answered: number;
  readonly skipped: number;
  /** Nearly every answer is the same one. */
  readonly alike: boolean;
  /** So many were passed that the result is rough. */
  readonly manySkips: boolean;
}

/**
 * Scores a form of the questionnaire about work values: the mean of the answers given, per value. Passed items (0)
 * and items that are not of this form count for nothing; trade-offs count in the full form.
 */
export function scoreValues(questionnaire: ValueQuestionnaire, form: ValueForm, answers: Answers): Weighing {
  const items = itemsOf(questionnaire, form);
  const asked = items.flatMap(({ id, scale }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ scale, answer }];
  });
  const given = asked.filter(({ answer }) => answer > 0);
  const of = (value: WorkValue) => given.filter(({ scale }) => scale === value).map(({ answer }) => answer);
  const scorable = WORK_VALUES.every((value) => of(value).length >= LEAST_ANSWERS[form]);
  const won = form === 'full' ? tradeOffBalance(answers) : null;
  const skipped = asked.length - given.length;
  return {
    scores: scorable
      ? eachValue((value) => tidy(mean(of(value)) + TRADE_OFF_SHIFT * (won?.get(value) ?? 0)))
      : null,
    answered: given.length,
    skipped,
    alike: isAlike(given.map(({ answer }) => answer)),
    manySkips: skipped >= MANY_SKIPS_SHARE * items.length,
  };
}

/** The statements of a form, in the order asked. */
export const itemsOf = ({ items }: ValueQuestionnaire, form: ValueForm) =>
  form === 'short' ? items.filter(({ short }) => short) : items;

/**
 * Which values are weighed against each other in the full form, as ids `a-b` (the official order decides the side):
 * neighbours in the ranking by statements, the closest three near the top and the closest two near the bottom; equally
 * close ones nearer the end first. Trade-offs that were answered stay, whatever the statements say meanwhile.
 * None while the statements cannot be scored.
 */
export function chooseTradeOffs(questionnaire: ValueQuestionnaire, answers: Answers): string[] {
  const statements = Object.fromEntries(Object.entries(answers).filter(([id]) => sidesOf(id) === null));
  const { scores } = scoreValues(questionnaire, 'full', statements);
  if (!scores) return [];
  const ranked = rankValues(scores);
  const gap = (place: number) => tidy(scores[ranked[place]!] - scores[ranked[place + 1]!]);
  const closest = (places: readonly number[], count: number) =>
    [...places].sort((a, b) => gap(a) - gap(b)).slice(0, count);
  const top = closest(TOP_PLACES, TOP_TRADE_OFFS).sort((a, b) => a - b);
  const bottom = closest(BOTTOM_PLACES, BOTTOM_TRADE_OFFS).sort((a, b) => b - a);
  // Taking turns, so that a value does not come twice in a row.
  const places = top.flatMap((place, i) => [place, ...(bottom[i] === undefined ? [] : [bottom[i]])]);
  const wanted = places.map((place) => tradeOffId(ranked[place]!, ranked[place + 1]!));
  const kept = Object.keys(answers).filter((id) => sidesOf(id) !== null);
  return [...new Set([...kept, ...wanted])].slice(0, TRADE_OFFS);
}

const tradeOffId = (a: WorkValue, b: WorkValue): string =>
  WORK_VALUES.filter((value) => value === a || value === b).join('-');

/** The two values that a trade-off is between; `null` for any other id. */
export function sidesOf(id: string): readonly [WorkValue, WorkValue] | null {
  const [a, b, ...more] = id.split('-').map((part) => WORK_VALUES.find((value) => value === part));
  return a && b && more.length === 0 && tradeOffId(a, b) === id ? [a, b] : null;
}

/** Trade-offs won minus lost, by value; passed ones (0) count for nothing. */
function tradeOffBalance(answers: Answers): Map<WorkValue, number> {
  const balance = new Map<WorkValue, number>();
  for (const [id, side] of Object.entries(answers)) {
    const sides = sidesOf(id);
    if (!sides || (side !== 1 && side !== 2)) continue;
    const [chosen, other] = side === 1 ? sides : [sides[1], sides[0]];
    balance.set(chosen, (balance.get(chosen) ?? 0) + 1);
    balance.set(other, (balance.get(other) ?? 0) - 1);
  }
  return balance;
}

/** Values from the weightiest to the lightest; ties keep the official order. */
export const rankValues = (scores: ValueScores): WorkValue[] =>
  [...WORK_VALUES].sort((a, b) => scores[b] - scores[a]);

/** As many values are named as mattering most; one more where that ends a tie. Likewise for the least. */
const MOST = 3;
const LEAST = 2;

/**
 * What matters most, strongest first, and what matters least, weakest first. Values of the same weight are named
 * together or not at all, so that no order is claimed that the answers do not have: when five are first alike,
 * nothing is named.
 */
export function mostAndLeast(scores: ValueScores): {
  readonly most: readonly WorkValue[];
  readonly least: readonly WorkValue[];
} {
  const ranked = rankValues(scores);
  const most = wholeTies(scores, ranked, MOST);
  const least = wholeTies(scores, ranked.toReversed(), LEAST);
  // A flat profile has its ends in the same place.
  return { most, least: least.filter((value) => !most.includes(value)) };
}

function wholeTies(scores: ValueScores, ranked: readonly WorkValue[], wanted: number): WorkValue[] {
  let taken: WorkValue[] = [];
  while (taken.length < wanted) {
    const next = ranked[taken.length]!;
    const tied = ranked.filter((value) => scores[value] === scores[next]);
    if (taken.length + tied.length > wanted + 1) break;
    taken = [...taken, ...tied];
  }
  return taken;
}

/** How far the values stand apart. */
export function valuesClarity(scores: ValueScores): Clarity {
  const figures = WORK_VALUES.map((value) => scores[value]);
  const range = Math.max(...figures) - Math.min(...figures) + HAIR;
  if (range >= CLEAR_RANGE) return 'clear';
  return range >= SOMEWHAT_RANGE ? 'somewhat' : 'faint';
}

const eachValue = (figure: (value: WorkValue) => number): ValueScores =>
  Object.fromEntries(WORK_VALUES.map((value) => [value, figure(value)])) as Record<WorkValue, number>;

const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** Without the hair that floating point leaves, so that equal weights are equal. */
const tidy = (figure: number): number => Math.round(figure * 1e9) / 1e9;
