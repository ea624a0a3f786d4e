import type { AreaCode } from './catalogue.ts';
import type { InterestScores } from './interests.ts';

/** Answers to a questionnaire by item id: 1–5, or 0 where the person passed. */
export type Answers = Readonly<Record<string, number>>;

/** What is known of a person; language-free, no name, no free text. */
export interface Profile {
  readonly prefecture?: AreaCode;
  readonly interests?: InterestResult;
}

/** A finished interest questionnaire. */
export interface InterestResult {
  /** Version of the questionnaire that was answered. */
  readonly questionnaire: number;
  readonly answers: Answers;
  /** Mean answer per interest, 1–5. */
  readonly scores: InterestScores;
}
