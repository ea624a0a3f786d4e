/**
 * What questionnaires share: where somebody stands in one, and what answering, passing, correcting and going through
 * the passed items again make of that. Which machine does so when is up to each dialog.
 */
import type { Answers } from '../../domain/profile.ts';

/** A remark about what was just done, made before the next question. */
export type Remark =
  | { readonly kind: 'milestone'; readonly done: number }
  | { readonly kind: 'changed' | 'same'; readonly item: string };

export interface Answering {
  /** Items in the order asked. */
  readonly order: readonly string[];
  /** The answer by item, or 0 for passed. */
  readonly answers: Answers;
  /** Index of the item asked now. */
  readonly at: number;
  readonly remark: Remark | null;
}

/** The part of a scoring that a questionnaire itself looks at. */
export interface Noticed {
  /** `null` while there are too few answers to say anything. */
  readonly scores: unknown;
  readonly skipped: number;
  readonly alike: boolean;
  readonly manySkips: boolean;
}

const MILESTONE = 10;

type Asked = Pick<Answering, 'order' | 'answers'>;

export const doneCount = ({ order, answers }: Asked): number =>
  order.filter((item) => answers[item] !== undefined).length;

export const isDone = (asked: Asked): boolean => doneCount(asked) === asked.order.length;

export const isCurrent = ({ order, at }: Answering, item: string): boolean => order[at] === item;

/** Whether an item has an answer that a button further up may correct. */
export const isAnswered = ({ order, answers }: Asked, item: string): boolean =>
  answers[item] !== undefined && order.includes(item);

/** Index of the first item without an answer, from an index on, else from the beginning. */
export function firstOpen({ order, answers }: Asked, from = 0): number {
  const found = order.findIndex((item, index) => index >= from && answers[item] === undefined);
  return found >= 0 ? found : from > 0 ? firstOpen({ order, answers }) : 0;
}

type Change = Pick<Answering, 'answers' | 'at' | 'remark'>;

/** After one answer (0 = passed) to the item asked now. */
export function answered(context: Answering, value: number): Change {
  const { order } = context;
  const answers = { ...context.answers, [order[context.at]!]: value };
  const done = doneCount({ order, answers });
  const grew = done > doneCount(context);
  return {
    answers,
    // After going back to mend one answer, it goes on where it was.
    at: firstOpen({ order, answers }, context.at + 1),
    remark: grew && done % MILESTONE === 0 && done < order.length ? { kind: 'milestone', done } : null,
  };
}

/** After a button further up was tapped: the answer is corrected, the question stays. */
export const corrected = ({ answers }: Answering, item: string, value: number): Partial<Change> => ({
  remark: { kind: answers[item] === value ? 'same' : 'changed', item },
  answers: { ...answers, [item]: value },
});

/** Back at the first of the passed items. */
export function reviewed({ order, answers }: Answering): Change {
  const kept = Object.fromEntries(Object.entries(answers).filter(([, value]) => value > 0));
  return { answers: kept, at: firstOpen({ order, answers: kept }), remark: null };
}

/** Before the first question, with nothing answered. */
export const ANEW: Change = { answers: {}, at: 0, remark: null };

/** A result that need not be talked about before it is shown. */
export const looksFine = (scoring: Noticed | null): boolean =>
  scoring?.scores != null && !scoring.alike && !scoring.manySkips;

/** How many questions are left, and about how many minutes they take. */
export function leftOf(asked: Asked, seconds: number, total = asked.order.length) {
  const count = total - doneCount(asked);
  return { count, minutes: Math.max(1, Math.round((count * seconds) / 60)) };
}
