/** What adapters may know of the house: the counsellor (events in, speech out) and the information desk. */
import type { WorkValue } from '../domain/catalogue.ts';
import type { InterestScores } from '../domain/interests.ts';
import type { Locale } from '../domain/locales.ts';
import type { Speech } from '../replies/reply.ts';

/** The keys a profile has; programs send their figures under them. */
export { WORK_VALUES } from '../domain/catalogue.ts';
export { INTERESTS } from '../domain/interests.ts';

export type Channel = 'line' | 'web' | 'console';

/** What a person did, free of channel detail. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'payload'; readonly payload: string }
  /** First contact: the bubble was opened, the account followed. */
  | { readonly kind: 'hello' }
  /** Something we cannot read but should answer. */
  | { readonly kind: 'sticker' | 'picture' | 'sound' | 'file' | 'place' };

/** One thing a person sent, as an adapter hands it over. Stored before it is acknowledged. */
export interface Incoming {
  readonly channel: Channel;
  /** Who, unique within the channel (a LINE user id, a Direct Line conversation id). */
  readonly person: string;
  /** Unique within the channel: a repeated delivery carries the same id and has no second effect. */
  readonly eventId: string;
  /** ISO time at which the channel says it happened. */
  readonly at: string;
  readonly input: Input;
  /** The language of the page, phone or command line; used until the person chooses. */
  readonly locale?: Locale;
  /** What the channel needs to answer (LINE: the reply token). Opaque to the counsellor. */
  readonly delivery?: Readonly<Record<string, string>>;
}

/** One line of a conversation as it is kept. `id` grows with every line of every person. */
export type Line =
  | { readonly id: number; readonly at: string; readonly incoming: Incoming }
  | { readonly id: number; readonly at: string; readonly cause: number; readonly spoken: Spoken };

/** A speech with the language it is in. */
export interface Spoken {
  readonly locale: Locale;
  readonly speech: Speech;
}

/** A speech waiting to be sent by a channel that pushes (LINE). */
export interface Outgoing {
  readonly id: number;
  readonly person: string;
  readonly spoken: Spoken;
  /** `delivery` and time of the event it answers. */
  readonly delivery: Readonly<Record<string, string>>;
  readonly causedAt: string;
  /** How often sending was tried before. */
  readonly attempts: number;
}

/** How one attempt to send ended. */
export type SendResult =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'retry'; readonly at: string; readonly reason: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/** The door for adapters. */
export interface Counsellor {
  /**
   * Records what people sent, all or nothing; once it resolves the events are safe and may be acknowledged.
   * Turns run afterwards, one at a time per person, in the order received.
   */
  receive(incoming: readonly Incoming[]): Promise<void>;
  /** Lines of one conversation with an id above `after`, oldest first. */
  transcript(channel: Channel, person: string, after: number, limit?: number): Promise<Line[]>;
  /** Calls back after every new line of the channel is saved. Returns how to stop. */
  onLine(channel: Channel, listener: (person: string, line: Line) => void): () => void;
  /** Speeches of the channel that are due to be sent, oldest first, at most one per person. */
  due(channel: Channel, limit: number): Promise<Outgoing[]>;
  settle(id: number, result: SendResult): Promise<void>;
  /** Resolves when no turn is running or waiting. */
  idle(): Promise<void>;
}

/** The door for programs: questions about the catalogue, answered without a conversation. */
export interface InformationDesk {
  occupations(query: OccupationQuery): { total: number; items: OccupationItem[] };
  /** `null` when there is no such occupation. */
  occupation(id: number, locale: Locale, prefecture: string | null): OccupationSheet | null;
  isOccupation(id: number): boolean;
  /** Pay in an area; `null` when the survey does not cover the occupation. */
  wage(id: number, area: string, locale: Locale): WageAnswer | null;
  /** `null` when the profile is flat and has no shape to compare. */
  match(profile: MatchRequest): MatchItem[] | null;
  questionnaire(locale: Locale): QuestionnaireSheet;
  /** A form of another site with our conditions filled in, to be carried over by the person. */
  carryOver(page: string, request: CarryRequest): CarryOver | null;
}

export interface OccupationQuery {
  readonly text: string;
  readonly locale: Locale;
  readonly limit: number;
  readonly offset: number;
}
export interface OccupationItem {
  readonly id: number;
  readonly name: string;
  readonly summary: string | null;
  /** 0–1; `null` in a list that nobody searched. */
  readonly score: number | null;
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
export interface OccupationSheet {
  readonly id: number;
  readonly name: string;
  readonly nameJa: string;
  readonly reading: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly codes: { readonly mhlw: readonly string[]; readonly jsoc: readonly string[] };
  readonly interests: InterestScores | null;
  readonly values: Readonly<Record<WorkValue, number>> | null;
  readonly wage: WageAnswer | null;
  readonly openings: OpeningsAnswer | null;
  readonly links: readonly { readonly id: string; readonly url: string }[];
  readonly sources: readonly string[];
}
export interface MatchRequest {
  readonly interests: InterestScores;
  readonly values?: Readonly<Record<WorkValue, number>> | undefined;
  readonly limit: number;
  readonly locale: Locale;
}
export interface MatchItem {
  readonly id: number;
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly { readonly kind: 'interest' | 'value'; readonly key: string }[];
}
export interface QuestionnaireSheet {
  readonly id: string;
  readonly version: number;
  readonly scales: readonly string[];
  readonly answers: readonly { readonly value: number; readonly label: string }[];
  readonly items: readonly { readonly id: string; readonly scale: string; readonly text: string }[];
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
