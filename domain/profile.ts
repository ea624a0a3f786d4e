import type { AreaCode, WorkValue } from './catalogue.ts';
import type { InterestScores } from './interests.ts';
import type { MatchProfile } from './matching.ts';
import { isUnshifted, lifted, weightsOf, type Shifts } from './weighing.ts';

/** Answers to a questionnaire by item id: 1–5, or 0 where the person passed. */
export type Answers = Readonly<Record<string, number>>;

/** What is known of a person; language-free, no name, no free text. */
export interface Profile {
  readonly prefecture?: AreaCode;
  readonly interests?: InterestResult;
  readonly pairs?: PairsResult;
  readonly values?: ValuesResult;
  /** Occupations shown as a surprise, the latest last (`domain/browse.ts`). */
  readonly surprised?: readonly number[];
  /** Ids of occupations the person wants to come back to, in the order kept. */
  readonly kept?: readonly number[];
  /** What counts more or less when occupations are matched. */
  readonly shifts?: Shifts;
  /** What the list of occupations is narrowed by, and its order (`writeCriteria`). */
  readonly narrowed?: string;
  /** Ids of elemental tasks the person says they can do, in the order told. */
  readonly tasks?: readonly string[];
}

/** A finished interest questionnaire. */
export interface InterestResult {
  /** Version of the questionnaire that was answered. */
  readonly questionnaire: number;
  readonly answers: Answers;
  /** Mean answer per interest, 1–5. */
  readonly scores: InterestScores;
}

/** One choice between two activities of the interest questionnaire. */
export interface PairChoice {
  readonly a: string;
  readonly b: string;
  /** The item chosen, or `null` where neither was. */
  readonly chosen: string | null;
}

/** A first profile from choices between pairs: sixty seconds. */
export interface PairsResult {
  readonly questionnaire: number;
  readonly choices: readonly PairChoice[];
  /** Estimates on the scale of the questionnaire's means, 1–5. */
  readonly scores: InterestScores;
}

/** A finished questionnaire of work values. */
export interface ValuesResult {
  readonly questionnaire: number;
  readonly form: 'short' | 'full';
  /** 1–5 by item id, 0 = passed; a trade-off holds 1 or 2 for the side chosen. */
  readonly answers: Answers;
  /** Weight of each value to the person, 1–5; trade-offs may carry it a little beyond. */
  readonly scores: Readonly<Record<WorkValue, number>>;
}

/** Interests as well as they are known: from the questionnaire, else from the pairs; `null` while there are none. */
export const interestsOf = (profile: Profile): InterestScores | null =>
  profile.interests?.scores ?? profile.pairs?.scores ?? null;

/** What occupations are matched by; `null` while neither interests nor values are known. */
export function matchProfileOf(profile: Profile): MatchProfile | null {
  const interests = interestsOf(profile);
  const values = profile.values?.scores;
  const shifts = profile.shifts && !isUnshifted(profile.shifts) ? profile.shifts : null;
  return interests || values
    ? {
        ...(interests && { interests }),
        ...(values && { values: shifts ? lifted(values, shifts) : values }),
        ...(shifts && { weights: weightsOf(shifts) }),
      }
    : null;
}
