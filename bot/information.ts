/** What adapters may know of the information desk: questions about the catalogue, answered without a conversation. */
import type {
  Angles,
  AreaCode,
  OccupationStory,
  OfficialText,
  Place,
  WorkValue,
} from '../domain/catalogue.ts';
import type { Sort, Wish } from '../domain/criteria.ts';
import type { InterestScores } from '../domain/interests.ts';
import type { LicenceFamily } from '../domain/licences.ts';
import type { Locale } from '../domain/locales.ts';
import type { Part } from '../domain/weighing.ts';
import type { GlossaryPage, MissingPage, OccupationPage, OccupationPicture } from './pages.ts';

/** The keys a profile has; programs send their figures under them. */
export { PLACES, SETTINGS, WORK_TAGS, WORK_VALUES } from '../domain/catalogue.ts';
export { SORTS, WISHES } from '../domain/criteria.ts';
export { FAMILIES } from '../domain/licences.ts';
export { INTERESTS } from '../domain/interests.ts';
export { PARTS } from '../domain/weighing.ts';
export type * from './pages.ts';

/** The door for programs: questions about the catalogue, answered without a conversation. */
export interface InformationDesk {
  /** Changes whenever the catalogue or our words change: a tag for what may be kept. */
  readonly version: string;
  occupations(query: OccupationQuery): { total: number; items: OccupationItem[] };
  /** `null` when there is no such occupation. */
  occupation(id: number, locale: Locale, prefecture: string | null): OccupationSheet | null;
  isOccupation(id: number): boolean;
  /** Every occupation, one after the other, with pay and openings in all Japan. */
  everything(locale: Locale): Iterable<OccupationSheet>;
  prefectures(locale: Locale): PrefectureItem[];
  /** The prefecture of a place on the map, by its address or else the nearest town; `null` outside Japan. */
  prefectureAt(place: MapPlace): AreaCode | null;
  glossary(locale: Locale): GlossaryItem[];
  /** Where the figures come from, as their publishers ask it to be said. */
  sources(): readonly SourceItem[];
  /** Pay in an area; `null` when the survey does not cover the occupation. */
  wage(id: number, area: string, locale: Locale): WageAnswer | null;
  /** What occupations are made of: elemental tasks, in the order of their families. */
  tasks(locale: Locale): { families: TaskFamilyItem[]; items: TaskItem[] };
  isTask(id: string): boolean;
  /** By tasks where there are some, else by the profile; `null` when all that is given of it is flat and has no shape to compare. */
  match(profile: MatchRequest): MatchAnswer | null;
  /** `null` when there is no questionnaire of that name. */
  questionnaire(name: string, locale: Locale): QuestionnaireSheet | null;
  /** A form of another site with our conditions filled in, to be carried over by the person. */
  carryOver(page: string, request: CarryRequest): CarryOver | null;
  /** What the web page of an occupation says. `at`: ISO time; what is in force that day in Japan is shown. */
  occupationPage(id: number, locale: Locale, prefecture: string | null, at: string): OccupationPage | null;
  /** What the preview picture of an occupation is drawn from; `null` when there is no such occupation. */
  occupationPicture(id: number): OccupationPicture | null;
  glossaryPage(locale: Locale): GlossaryPage;
  missingPage(locale: Locale): MissingPage;
}

/** A place as a channel hands it over; degrees. */
export interface MapPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly address?: string;
}

export interface OccupationQuery {
  readonly text: string;
  readonly locale: Locale;
  /** With a prefecture, every item says what it pays there. */
  readonly prefecture: string | null;
  readonly limit: number;
  readonly offset: number;
}
export interface OccupationItem {
  readonly id: number;
  readonly name: string;
  readonly summary: string | null;
  /** 0–1; `null` in a list that nobody searched. */
  readonly score: number | null;
  /** Why it was found, strongest first; concepts in the language asked for. */
  readonly why: readonly { readonly kind: string; readonly text: string }[];
  /** Only where a prefecture was asked for. */
  readonly wage?: WageAnswer | null;
}
export interface WageAnswer {
  readonly annualYen: number;
  readonly monthlyYen: number;
  readonly bonusYen: number;
  readonly workers: number;
  /** Name of the survey's group the figure is measured for. */
  readonly measuredFor: string;
  readonly measuredForId: string;
  /** Area the figure is measured in: `00` all Japan, `01`–`47`. */
  readonly area: string;
  readonly areaName: string;
  readonly year: number;
  readonly fallback: 'major_group' | 'national' | null;
  readonly fallbackReason: 'not_published' | 'few_workers' | null;
  readonly source: string;
}
export interface OpeningsAnswer {
  readonly offeredMonthlyYen: number | null;
  readonly offeredHourlyYen: number | null;
  /** Active openings ÷ active seekers over the fiscal year; not the headline ratio. */
  readonly openingsPerSeeker: number | null;
  readonly measuredFor: string;
  readonly area: string;
  readonly fiscalYear: number;
  readonly source: string;
}
/** Figures by column; what job tag lacks is `null`. */
export type FigureSheet = Readonly<Record<string, number | null>>;
export interface OccupationSheet {
  readonly id: number;
  readonly name: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly reading: string;
  readonly romaji: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  /** How it is to do the job, in our words. */
  readonly story: OccupationStory | null;
  readonly codes: { readonly mhlw: readonly string[]; readonly jsoc: readonly string[] };
  /** Names of licences that job tag relates to it. */
  readonly licences: readonly string[];
  readonly angles: Angles | null;
  readonly interests: InterestScores | null;
  readonly values: Readonly<Record<WorkValue, number>> | null;
  /** All other figures of job tag, by block (scales in the OpenAPI description). */
  readonly figures: Readonly<Record<string, FigureSheet | null>>;
  /** What stands out against all other occupations, strongest first, by block. */
  readonly strengths: readonly StrengthItem[];
  readonly wage: WageAnswer | null;
  readonly openings: OpeningsAnswer | null;
  readonly similar: readonly SimilarItem[];
  readonly ladder: LadderItem | null;
  /** The official description, where the operator has loaded it (`--official-text`); shown unchanged, with its line. */
  readonly official: OfficialText | null;
  /** Words of the glossary that stand in the texts. */
  readonly terms: readonly { readonly id: string; readonly name: string }[];
  readonly links: readonly { readonly id: string; readonly url: string }[];
  readonly sources: readonly string[];
}
export interface StrengthItem {
  readonly block: string;
  readonly key: string;
  readonly name: string;
  /** Standard deviations above the mean of all occupations. */
  readonly above: number;
}
export interface SimilarItem {
  readonly id: number;
  readonly name: string;
  /** Mean correlation of the profile shapes, −1 to 1; `null` where only the field is shared. */
  readonly score: number | null;
  /** What both have much of. */
  readonly shared: readonly { readonly block: string; readonly key: string; readonly name: string }[];
}
export interface LadderItem {
  readonly steps: readonly {
    readonly occupation: number | null;
    readonly title: string;
    readonly needs: string;
  }[];
  readonly elsewhere: readonly {
    readonly occupation: number;
    readonly name: string;
    readonly text: string;
  }[];
}
export interface PrefectureItem {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly regionName: string;
  /** Regional minimum wages an hour, each in force from its date. */
  readonly minimumWages: readonly { readonly hourlyYen: number; readonly from: string }[];
}
export interface GlossaryItem {
  readonly id: string;
  readonly name: string;
  readonly term: string;
  readonly reading: string;
  readonly also: readonly string[];
  readonly text: string;
  readonly see: readonly string[];
}
export interface SourceItem {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly attribution: string;
  readonly url: string;
  readonly published: string;
}
export interface TaskFamilyItem {
  readonly id: string;
  readonly name: string;
}
export interface TaskItem {
  readonly id: string;
  readonly family: string;
  /** 1: can start at once. 2: with some practice. 3: after training or with a licence. */
  readonly level: number;
  readonly text: string;
  /** Where one may have done it outside a job. */
  readonly everyday: string | null;
  readonly also: readonly string[];
}
/** Interests, values, tasks: one at least. */
export interface MatchRequest {
  readonly interests?: InterestScores | undefined;
  /** Ids of elemental tasks that the person can do. */
  readonly tasks?: readonly string[] | undefined;
  readonly values?: Readonly<Record<WorkValue, number>> | undefined;
  /** What the list is narrowed by; everything must hold. */
  readonly criteria?: MatchCriteria | undefined;
  readonly weights?: MatchWeights | undefined;
  /** By fit where it is missing. */
  readonly sort?: Sort | undefined;
  /** Whose pay and openings count; all Japan where it is missing. */
  readonly prefecture?: string | undefined;
  readonly limit: number;
  readonly locale: Locale;
}
export interface MatchCriteria {
  readonly place?: Place | undefined;
  /** Major or middle group of the 厚労省編職業分類. */
  readonly field?: string | undefined;
  /** A family of licences, e.g. `nurse`. */
  readonly licence?: LicenceFamily | undefined;
  readonly wants?: readonly Wish[] | undefined;
  readonly avoids?: readonly Wish[] | undefined;
  /** With occupations that lack the figures to tell. */
  readonly unknown?: boolean | undefined;
}
export interface MatchWeights {
  readonly lean?: Part | undefined;
  /** Values that count otherwise than given: `none`, `less` or `more`. */
  readonly values?: Readonly<Partial<Record<WorkValue, (typeof WEIGHTS)[number]>>> | undefined;
}
export const WEIGHTS = ['none', 'less', 'more'] as const;
export interface MatchAnswer {
  /** Occupations that can be compared and meet the criteria. */
  readonly total: number;
  /** Others that may meet them, but lack the figures to tell. */
  readonly unknown: number;
  readonly items: readonly MatchItem[];
}
export interface MatchItem {
  readonly id: number;
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly { readonly kind: 'interest' | 'value'; readonly key: string }[];
  /** Only where the criteria or the order are about them. */
  readonly wage?: WageAnswer | null;
  readonly openings?: OpeningsAnswer | null;
  /** Only where tasks were given: the share of the work they cover, which of them it uses, what is still to learn. */
  readonly tasks?: {
    readonly covered: number;
    readonly uses: readonly string[];
    readonly missing: readonly { readonly id: string; readonly level: number }[];
  };
}
export interface QuestionnaireSheet {
  readonly id: string;
  readonly version: number;
  readonly scales: readonly string[];
  readonly answers: readonly { readonly value: number; readonly label: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly scale: string;
    readonly text: string;
    /** Asked in the short form as well; only where there is one. */
    readonly short?: boolean;
  }[];
  /** Names of each scale for choosing between two of them; only where that is asked. */
  readonly tradeoffs?: Readonly<Record<string, readonly string[]>>;
}
export interface CarryRequest {
  readonly occupation: number | null;
  readonly prefecture: string | null;
  readonly locale: Locale;
}
/** A POST form that leads to another site, and what it says, shown to the person before they go. */
export interface CarryOver {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What is carried over, in words. */
  readonly conditions: readonly { readonly label: string; readonly value: string }[];
  /** Text to copy where the form does not work. */
  readonly copy: string;
  /** The plain page, as a fallback. */
  readonly plain: string;
  readonly words: Readonly<Record<'title' | 'lead' | 'go' | 'plain' | 'copy' | 'privacy', string>>;
}
