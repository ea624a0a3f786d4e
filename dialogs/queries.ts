/**
 * What dialogs may look up, and the events that answer. The turn runs them against the catalogue (`bot/lookups.ts`).
 */
import type { Counted, Criteria, Loosening, Remark } from '../domain/browse.ts';
import type { Angles, AreaCode } from '../domain/catalogue.ts';
import type { Fit } from '../domain/fit.ts';
import type { InterestScores } from '../domain/interests.ts';
import type { Match } from '../domain/matching.ts';
import type { Pair } from '../domain/pairs.ts';
import type { Answers, PairChoice, ValuesResult } from '../domain/profile.ts';
import type { Similar } from '../domain/similar.ts';
import type { Finding, Wish } from '../domain/search.ts';
import type { Clarity } from '../domain/scoring.ts';
import type { TaskMatch } from '../domain/tasks.ts';
import type { ValueForm, Weighing } from '../domain/values.ts';
import type { PayPicture } from '../domain/wages.ts';
import type { Shift, Shifts } from '../domain/weighing.ts';

export type Query =
  /** The regions of Japan and the prefectures in each. */
  | { readonly ask: 'regions' }
  /** The questionnaire's item ids, in the order asked. */
  | { readonly ask: 'questionnaire' }
  | { readonly ask: 'score'; readonly answers: Answers }
  /** What choices between two activities tell, and which two come next. */
  | { readonly ask: 'pair'; readonly choices: readonly PairChoice[] }
  /** The questionnaire of work values, and the person's result where it is of that version. */
  | { readonly ask: 'valueItems' }
  /** Which values are to be weighed against each other. */
  | { readonly ask: 'tradeOffs'; readonly answers: Answers }
  | { readonly ask: 'weigh'; readonly form: ValueForm; readonly answers: Answers }
  /**
   * Occupations that fit what is kept of the person; with other criteria (those kept, and `more`) or weights than those
   * kept, if they are given.
   */
  | {
      readonly ask: 'matches';
      readonly criteria: Criteria | null;
      readonly more: Criteria | null;
      readonly shifts: Shifts | null;
      readonly moves: readonly Shift[];
      /** Where the person lives, where that is not what is kept. */
      readonly home: AreaCode | null;
      readonly offset: number;
      readonly limit: number;
    }
  | { readonly ask: 'occupation'; readonly id: number }
  /** One of the occupations that fit the person best, or one for everybody; none of those `shown` while there are others. */
  | { readonly ask: 'ofTheWeek'; readonly shown: readonly number[] }
  /** How an occupation fits the person; with other criteria than those kept, if they are given. */
  | { readonly ask: 'fit'; readonly id: number; readonly criteria: Criteria | null }
  /** Occupations that meet criteria, or others where none does; and what can be chosen on a screen of the browser. */
  | {
      readonly ask: 'browse';
      readonly criteria: Criteria;
      readonly instead: Criteria | null;
      readonly screen: string;
      readonly offset: number;
      readonly limit: number;
    }
  /** An occupation one would not think of; with an id, that one again. */
  | { readonly ask: 'surprise'; readonly id: number | null }
  /** The occupations kept; whether there is one that is to be kept too. */
  | { readonly ask: 'list'; readonly also: number | null }
  /** Several occupations side by side. */
  | { readonly ask: 'compare'; readonly ids: readonly number[] }
  /** Occupations for a wish. */
  | { readonly ask: 'wish'; readonly wish: Wish }
  /** Tasks kept of the person, and families with tasks that take no training. */
  | { readonly ask: 'tasks' }
  /** Tasks of a family that take no training. */
  | { readonly ask: 'taskFamily'; readonly family: string }
  /** Tasks done together with those held, not asked about yet. */
  | { readonly ask: 'together'; readonly held: readonly string[]; readonly asked: readonly string[] }
  /** Occupations by tasks held. */
  | {
      readonly ask: 'byTasks';
      readonly held: readonly string[];
      readonly offset: number;
      readonly limit: number;
    }
  /** A word of the glossary. */
  | { readonly ask: 'entry'; readonly entry: string }
  /** Pay in some areas; with none given, where the person lives. */
  | { readonly ask: 'pay'; readonly id: number; readonly areas: readonly AreaCode[] };

/** An occupation in a list that somebody browses. */
export interface Browsed {
  readonly id: number;
  /** How it fits, where the person's profile is known. */
  readonly fit: Match | null;
  readonly remarks: readonly Remark[];
  /** Pay and openings, where the criteria ask for them; else `null`. */
  readonly pay: PayPicture | null;
}

/** A match as a card needs it: with pay where the person looks for it, and what its figures do not tell. */
export interface Fitting extends Match {
  readonly pay: PayPicture;
  /** Conditions that nobody can tell of, for want of figures. */
  readonly untold: readonly Criteria[];
}

/** An occupation as a card needs it. */
export interface OccupationFacts {
  readonly id: number;
  readonly hasSummary: boolean;
  /** Lines of its day in the occupation's story; 0 while there is no story. */
  readonly moments: number;
  /** `null` while nobody has judged them. */
  readonly angles: Angles | null;
  /** The person has kept it. */
  readonly kept: boolean;
  /** Occupations most like it, and what both have much of. */
  readonly similar: readonly Similar[];
  /** Occupations of the steps of its career ladder, and of the ways out of it; `null` where there is none. */
  readonly ladder: {
    readonly steps: readonly (number | null)[];
    readonly elsewhere: readonly number[];
  } | null;
  /** Why it fits, when the person's profile is known and the occupation has figures. */
  readonly fit: Match | null;
  /** Pay where the person lives, or in all Japan while that is not known. */
  readonly pay: PayPicture;
}

/** An occupation that uses the person's tasks; `fit` as a second reason, when their interests are known. */
export interface TaskFit extends TaskMatch {
  readonly fit: Match | null;
}

export interface Region {
  readonly id: string;
  readonly areas: readonly AreaCode[];
}

export type Answer =
  | { readonly type: 'REGIONS'; readonly regions: readonly Region[] }
  | {
      readonly type: 'QUESTIONNAIRE';
      readonly version: number;
      readonly order: readonly string[];
    }
  | {
      readonly type: 'SCORED';
      readonly scores: InterestScores | null;
      readonly answered: number;
      readonly skipped: number;
      readonly alike: boolean;
      readonly manySkips: boolean;
    }
  | {
      readonly type: 'PAIRED';
      /** Of the questionnaire that the activities come from. */
      readonly version: number;
      /** Those that mean something in it. */
      readonly choices: readonly PairChoice[];
      readonly scores: InterestScores;
      /** Nearly always neither: the scores say nothing. */
      readonly faint: boolean;
      /** `null` when it is enough. */
      readonly next: Pair | null;
    }
  | {
      readonly type: 'VALUE_ITEMS';
      readonly version: number;
      readonly statements: Readonly<Record<ValueForm, readonly string[]>>;
      readonly known: ValuesResult | null;
    }
  | { readonly type: 'TRADE_OFFS'; readonly ids: readonly string[] }
  | ({ readonly type: 'WEIGHED' } & Weighing)
  | {
      readonly type: 'MATCHED';
      readonly scores: InterestScores | null;
      readonly clarity: Clarity | null;
      readonly values: ValuesResult | null;
      readonly offset: number;
      /** Nothing stands out in what is known, so nothing can be compared. */
      readonly flat: boolean;
      readonly total: number;
      /** Others that lack the figures to tell whether they meet the criteria. */
      readonly unknown: number;
      readonly items: readonly Fitting[];
      readonly criteria: Criteria;
      readonly shifts: Shifts;
      /** What was kept before. */
      readonly before: { readonly criteria: Criteria; readonly shifts: Shifts };
      /** Where nothing meets the criteria: what would. */
      readonly loosenings: readonly Loosening[];
      /** The prefecture that pay and openings are those of, or all Japan. */
      readonly area: AreaCode;
      /** After how many choices between pairs, where the interests are known from those alone; else `null`. */
      readonly sketch: number | null;
      /** Item ids the person liked most, of the interests that stand out; at most three. */
      readonly liked: readonly string[];
    }
  | { readonly type: 'OCCUPATION'; readonly facts: OccupationFacts | null }
  /** `fit`: `null` where nothing is known to compare with. `known`: there is such an occupation. */
  | {
      readonly type: 'FIT';
      readonly known: boolean;
      readonly fit: Fit | null;
      readonly criteria: Criteria;
      readonly area: AreaCode;
    }
  | { readonly type: 'LISTED'; readonly ids: readonly number[]; readonly known: boolean }
  | { readonly type: 'COMPARED'; readonly items: readonly OccupationFacts[] }
  | { readonly type: 'WISHED'; readonly finding: Finding }
  | { readonly type: 'TASKS'; readonly held: readonly string[]; readonly families: readonly string[] }
  | { readonly type: 'FAMILY_TASKS'; readonly tasks: readonly string[] }
  | { readonly type: 'TOGETHER'; readonly tasks: readonly string[] }
  | { readonly type: 'BY_TASKS'; readonly total: number; readonly items: readonly TaskFit[] }
  | {
      readonly type: 'BROWSED';
      /** The criteria that were met. */
      readonly criteria: Criteria;
      readonly total: number;
      /** Others that lack the figures to tell whether they meet the criteria. */
      readonly unknown: number;
      /** Where nothing meets the criteria: what would. */
      readonly loosenings: readonly Loosening[];
      readonly area: AreaCode;
      readonly items: readonly Browsed[];
      readonly choices: readonly Counted[];
    }
  /** `seen`: the surprises before it, the latest last. */
  | {
      readonly type: 'SURPRISED';
      readonly item: Browsed;
      readonly field: string | null;
      readonly seen: readonly number[];
    }
  /** `see`: related words; `null` when there is no such entry. */
  | { readonly type: 'EXPLAINED'; readonly see: readonly string[] | null }
  | {
      readonly type: 'PAY';
      /** False when there is no such occupation. */
      readonly known: boolean;
      readonly pictures: readonly PayPicture[];
      /** The same occupation in all Japan, to measure by. */
      readonly national: PayPicture | null;
    };
