import type { InterestScores } from './interests.ts';
import type { Locale } from './locales.ts';
import type { SearchData } from './search/stored.ts';

/** Where figures come from; shown beside them. Kept in `seeds/sources.json`. */
export interface Source {
  readonly id: SourceId;
  readonly publisher: string;
  readonly title: string;
  /** The line that must stand beside the figures, as the publisher asks. */
  readonly attribution: string;
  readonly url: string;
  /** ISO date of publication. */
  readonly published: string;
}
export type SourceId = 'jobtag' | 'wage_survey' | 'hellowork' | 'minimum_wage';

/** The 11 work values of job tag, in the order of the official file. */
export const WORK_VALUES = [
  'achievement',
  'autonomy',
  'expertise',
  'self_growth',
  'social_recognition',
  'service_contribution',
  'good_relationships',
  'workplace_safety',
  'work_life_balance',
  'stability',
  'compensation',
] as const;
export type WorkValue = (typeof WORK_VALUES)[number];

/** Blocks of figures job tag publishes per occupation, in the order of the seed. */
export const FIGURE_BLOCKS = [
  'interests',
  'work_values',
  'skills',
  'knowledge',
  'abilities',
  'work_characteristics',
  'work_activities',
  'education_distribution',
  'training_pre',
  'training_post',
  'experience',
  'employment_type',
] as const;
export type FigureBlock = (typeof FIGURE_BLOCKS)[number];

/**
 * One occupation's figures by block, in the order of the catalogue's `figureColumns`: ratings (scales in
 * seeds/README.md) or shares 0–1. A block is `null` where job tag has none, a figure where it lacks that one.
 */
export type Figures = Readonly<Record<FigureBlock, readonly (number | null)[] | null>>;
export type FigureColumns = Readonly<Record<FigureBlock, readonly string[]>>;

/** The eleven places of the picture map: where one meets people at work. */
export const PLACES = [
  'sea',
  'office',
  'shop',
  'leisure',
  'home',
  'school',
  'hospital',
  'factory',
  'farm',
  'station',
  'public',
] as const;
export type Place = (typeof PLACES)[number];

/** Kinds of work that no official figure tells apart. */
export const WORK_TAGS = ['care', 'b2b', 'it_process', 'it_industry'] as const;
export type WorkTag = (typeof WORK_TAGS)[number];

/** Where most of the work happens and what it is done with. */
export const SETTINGS = ['outdoor', 'people', 'things', 'alone'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Ways of looking at an occupation, judged by us from facts (docs/data.md, "Angles"). */
export interface Angles {
  /** The most typical place first. */
  readonly places: readonly Place[];
  readonly licence: 'required' | 'helpful' | 'none';
  /** People are taken on without licence, training or experience. */
  readonly untrained: boolean;
  readonly night: 'usual' | 'some' | 'no';
  readonly tags: readonly WorkTag[];
  /** `people`: mainly with customers, patients or pupils; `things`: machines, materials, plants, animals; `alone`: mainly on one's own. */
  readonly settings: readonly Setting[];
}

export interface OccupationText {
  readonly name: string;
  /** One sentence of ours; `null` while it has not been written. */
  readonly summary: string | null;
  /** How it is to do the job, in our words; `null` while it has not been written. */
  readonly story: OccupationStory | null;
}

/** What a young person wants to know before going on (docs/voice.md, "Occupation stories"). */
export interface OccupationStory {
  /** Three or four moments of a working day, in order; as many in every language. */
  readonly day: readonly string[];
  /** How people get in: schooling, licence, experience. */
  readonly entry: string;
  readonly suits: string;
  readonly hard: string;
}

/** What job tag itself writes about an occupation, word for word; empty where it has no such part. */
export interface OfficialText {
  readonly summary: string;
  readonly whatItIs: string;
  readonly howToBecome: string;
  readonly workingConditions: string;
  /** The line that must stand beside the texts; they are shown unchanged. */
  readonly attribution: string;
}

export interface Occupation {
  /** job tag's 収録番号. */
  readonly id: number;
  /** Official name in Japanese. */
  readonly name: string;
  /** Reading in hiragana; empty while it has not been written. */
  readonly reading: string;
  /** The reading in Hepburn romanisation, long vowels as they are written: `kangoshi`, `shougakkou kyouin`. */
  readonly romaji: string;
  /** Official aliases, then everyday words of ours. */
  readonly aliases: readonly string[];
  /** Those of the aliases that are everyday words of ours. */
  readonly everyday: readonly string[];
  readonly aliasesEn: readonly string[];
  readonly texts: Readonly<Record<Locale, OccupationText>>;
  /** 厚生労働省編職業分類 (2022), main code first. */
  readonly mhlwCodes: readonly string[];
  /** 日本標準職業分類 (2009), main code first. */
  readonly jsocCodes: readonly string[];
  /** Names of licences that job tag relates to it. */
  readonly licences: readonly string[];
  readonly figures: Figures;
  /** `null` while nobody has judged them. */
  readonly angles: Angles | null;
  /** Mean ratings 1–5 by people in the occupation; `null` where job tag has none. */
  readonly interests: InterestScores | null;
  readonly values: Readonly<Record<WorkValue, number>> | null;
  /** Wage-survey occupation group it is measured in; `null` where no group corresponds. */
  readonly wageGroup: string | null;
  /** `published_code`: joined by an officially published code; `inferred`: joined by us and checked by hand. */
  readonly wageGroupBasis: 'published_code' | 'inferred' | null;
  /** Hello Work statistics group `01`–`73`. */
  readonly offerGroup: string | null;
}

/** A word of work or job search, explained. */
export interface GlossaryEntry {
  readonly id: string;
  /** The standard Japanese word. */
  readonly term: string;
  readonly reading: string;
  /** What it is called in each language; `ja-easy` with its reading. */
  readonly names: Readonly<Record<Locale, string>>;
  /** Other words for the same, Japanese and English. */
  readonly also: readonly string[];
  readonly alsoEn: readonly string[];
  readonly texts: Readonly<Record<Locale, string>>;
  /** Ids of related entries. */
  readonly see: readonly string[];
}

/** How a working life can grow from an occupation. */
export interface CareerLadder {
  readonly id: number;
  readonly steps: readonly LadderStep[];
  /** Other occupations the path can lead to, and why. */
  readonly elsewhere: readonly {
    readonly occupation: number;
    readonly texts: Readonly<Record<Locale, string>>;
  }[];
}
export interface LadderStep {
  /** `null` where the catalogue has no occupation for it. */
  readonly occupation: number | null;
  readonly titles: Readonly<Record<Locale, string>>;
  /** What it takes to get there, and what changes. */
  readonly needs: Readonly<Record<Locale, string>>;
}

/** Something one can do, at work or at home; occupations are made of such tasks (docs/tasks.md). */
export interface ElementalTask {
  readonly id: string;
  readonly family: string;
  /** 1: can start at once. 2: with some practice. 3: after training or with a licence. */
  readonly level: 1 | 2 | 3;
  /** In dictionary form (Japanese), or starting with a plain verb (English). */
  readonly texts: Readonly<Record<Locale, string>>;
  /** Where one may have done it outside a job. */
  readonly everyday: Readonly<Record<Locale, string>> | null;
  /** Words people type for it, Japanese and English. */
  readonly also: readonly string[];
}
export interface TaskFamily {
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
}

/** Something young people have done, in the words they use, and the tasks in it with a weight of 0–1 each. */
export interface Situation {
  readonly id: string;
  readonly kind: string;
  /** Patterns: `~` stands for a few words between, `/` for "or". */
  readonly words: Readonly<Record<Locale, readonly string[]>>;
  readonly tasks: Readonly<Record<string, number>>;
}

/** A group that a statistic is measured for: the wage survey's occupations or Hello Work's 73. */
export interface Group {
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
}
export interface WageGroup extends Group {
  /** `occupation` (one of 145) or `major` (one of the survey's major groups). */
  readonly level: 'occupation' | 'major';
  /** For an occupation: the id of its major group. */
  readonly major: string | null;
}

/** `01`–`47`, or `00` for all Japan. */
export type AreaCode = string;

/** Where people live, for finding the prefecture of a point; degrees. */
export interface Town {
  readonly area: AreaCode;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Prefecture {
  readonly code: AreaCode;
  readonly names: Readonly<Record<Locale, string>>;
  readonly region: string;
  /** What it may be typed as: kanji with and without suffix, kana, romaji, its big cities. */
  readonly spellings: readonly string[];
}

/** One cell of the wage survey, both sexes, enterprises of 10 or more regular employees. */
export interface WageCell {
  /** きまって支給する現金給与額 in yen a month, overtime included. */
  readonly monthlyYen: number;
  /** 年間賞与その他特別給与額 in yen a year. */
  readonly bonusYen: number;
  /** Workers the cell stands for (the survey's 十人 × 10). */
  readonly workers: number;
  /** Mean age in years. */
  readonly age: number | null;
}

export interface WageTable {
  readonly year: number;
  readonly groups: ReadonlyMap<string, WageGroup>;
  /** Key: `${groupId}/${areaCode}`. A cell the survey did not publish is absent. */
  readonly cells: ReadonlyMap<string, WageCell>;
}

/** Hello Work's offered pay and openings for one group and area, latest fiscal year. */
export interface OfferCell {
  /** Mean offered full-time monthly pay in yen, by place of work (賃金の平均); null = not published. */
  readonly monthlyYen: number | null;
  /** Mean offered part-time hourly pay in yen. */
  readonly hourlyYen: number | null;
  /** 有効求人数 and 有効求職者数, 常用 incl. part-time, yearly totals by place of receipt. */
  readonly openings: number | null;
  readonly seekers: number | null;
}
export interface OfferTable {
  /** Fiscal year (April to March). */
  readonly year: number;
  readonly groups: ReadonlyMap<string, Group>;
  readonly cells: ReadonlyMap<string, OfferCell>;
}

/** One regional minimum wage, in force from a date until the next one. */
export interface MinimumWage {
  readonly area: AreaCode;
  readonly hourlyYen: number;
  /** ISO date. */
  readonly from: string;
}

export interface QuestionnaireItem {
  readonly id: string;
  readonly scale: string;
  readonly text: Readonly<Record<Locale, string>>;
  /** How to mention the activity in a sentence ("you liked …"). */
  readonly echo: Readonly<Record<Locale, string>>;
  /** Short enough for a button; items that have it are put side by side (`domain/pairs.ts`). */
  readonly short?: Readonly<Record<Locale, string>> | undefined;
}
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly scales: readonly string[];
  /** In the order they are asked. */
  readonly items: readonly QuestionnaireItem[];
}

/** A thing about a job that may matter to a person, and the value it speaks for. */
export interface ValueItem {
  readonly id: string;
  readonly scale: WorkValue;
  /** Asked in the short form as well. */
  readonly short: boolean;
  readonly text: Readonly<Record<Locale, string>>;
}
export interface ValueQuestionnaire {
  readonly id: string;
  readonly version: number;
  readonly scales: readonly WorkValue[];
  /** In the order they are asked. */
  readonly items: readonly ValueItem[];
  /** Two ways to name each value when it is weighed against another. */
  readonly tradeoffs: Readonly<Record<WorkValue, readonly Readonly<Record<Locale, string>>[]>>;
}

/** An address outside, with the day somebody last looked. */
export interface OutsideLink {
  readonly url: string;
  /** ISO date; `null` while nobody has looked. */
  readonly checked: string | null;
  /** Where the site takes conditions only as a POST form. */
  readonly form?: {
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly keywordField: string;
    readonly prefectureFields: readonly string[];
  };
}
export interface Helpline {
  readonly id: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly number: string;
  readonly note: Readonly<Record<Locale, string>> | null;
  readonly checked: string;
}

/** Everything the counsellor knows, loaded once at start from `seeds/`; plain, frozen data. */
export interface Catalogue {
  /** Changes whenever any seed changes. */
  readonly version: string;
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly occupations: ReadonlyMap<number, Occupation>;
  /** By occupation; `null` unless an operator has imported them (docs/data.md, "Official texts"). */
  readonly officialTexts: ReadonlyMap<number, OfficialText> | null;
  readonly figureColumns: FigureColumns;
  /** Everyday names of the 厚労省編職業分類: major groups by `04`, middle groups by `04_021`. */
  readonly fields: ReadonlyMap<string, Group>;
  readonly glossary: ReadonlyMap<string, GlossaryEntry>;
  readonly ladders: ReadonlyMap<number, CareerLadder>;
  readonly tasks: ReadonlyMap<string, ElementalTask>;
  readonly taskFamilies: ReadonlyMap<string, TaskFamily>;
  /** By occupation: the share of each task in it; they sum to 1. Occupations whose tasks are not known are absent. */
  readonly taskLinks: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly situations: readonly Situation[];
  readonly prefectures: ReadonlyMap<AreaCode, Prefecture>;
  readonly towns: readonly Town[];
  readonly wages: WageTable;
  readonly offers: OfferTable;
  readonly minimumWages: readonly MinimumWage[];
  readonly interestQuestionnaire: Questionnaire;
  readonly valueQuestionnaire: ValueQuestionnaire;
  readonly links: Readonly<Record<string, OutsideLink>>;
  readonly helplines: readonly Helpline[];
  /** The prepared index of words, everyday wishes, and words around them. */
  readonly search: SearchData;
}
