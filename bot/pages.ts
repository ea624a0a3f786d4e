/** What adapters may know of our web pages: figures and words, ready to be laid out. */
import type { Place } from '../domain/catalogue.ts';
import type { InterestScores } from '../domain/interests.ts';
import type { Locale } from '../domain/locales.ts';
import type { Fact } from '../replies/reply.ts';

/** The fixed words of the pages, by where they stand: keys of `locales/<lng>/page.json`. */
export const FRAME_WORDS = ['brand', 'home', 'languages', 'skip', 'address', 'glossary'] as const;
export const OCCUPATION_WORDS = [
  'title',
  'description',
  'ask',
  'day',
  'entry',
  'suits',
  'hard',
  'angles',
  'strengths',
  'strengthsLead',
  'noStrengths',
  'evenStrengths',
  'pay',
  'place',
  'everywhere',
  'show',
  'around',
  'similar',
  'ladder',
  'elsewhere',
  'terms',
  'termsLead',
  'links',
  'official',
  'officialLead',
  'officialOpen',
  'sources',
  'sourcesLead',
  'table',
] as const;
export const MAP_WORDS = ['title', 'lead', 'open', 'prefecture', 'annual', 'workers', 'note'] as const;
export const GLOSSARY_WORDS = ['title', 'description', 'heading', 'lead', 'index', 'see'] as const;
export const MISSING_WORDS = ['title', 'text', 'search'] as const;

export type PageWords<K extends readonly string[]> = Readonly<Record<K[number], string>>;

/** What stands around every page. */
export interface PageFrame {
  readonly locale: Locale;
  readonly frame: PageWords<typeof FRAME_WORDS>;
  /** Every language by its own name. */
  readonly languages: readonly { readonly locale: Locale; readonly name: string }[];
}

export interface OccupationPage extends PageFrame {
  readonly id: number;
  /** `null`: all Japan. */
  readonly prefecture: string | null;
  readonly words: PageWords<typeof OCCUPATION_WORDS>;
  /** `reading` where the language shows it in the name. */
  readonly name: { readonly text: string; readonly reading: string | null };
  /** Other names, each with its HTML `lang`. */
  readonly otherNames: readonly { readonly text: string; readonly lang: string }[];
  readonly summary: string | null;
  /** What a tap on the button says to the counsellor. */
  readonly payload: string;
  readonly story: {
    readonly day: readonly string[];
    readonly entry: string;
    readonly suits: string;
    readonly hard: string;
  } | null;
  /** Places first. */
  readonly angles: readonly { readonly text: string; readonly place: Place | null }[];
  /** `null`: there are no figures yet; empty: nothing stands out. */
  readonly strengths: readonly { readonly label: string; readonly names: readonly string[] }[] | null;
  readonly pay: PaySection;
  readonly similar: readonly { readonly id: number; readonly name: string; readonly why: string }[];
  readonly ladder: {
    readonly steps: readonly {
      /** Occupation to go to; `null` for this very one, or where the catalogue has none. */
      readonly id: number | null;
      readonly title: string;
      readonly needs: string;
    }[];
    readonly elsewhere: readonly { readonly id: number; readonly name: string; readonly text: string }[];
  } | null;
  readonly terms: readonly { readonly id: string; readonly name: string }[];
  readonly links: readonly {
    readonly label: string;
    readonly note: string;
    /** Absolute, or a page of ours that carries conditions over: `/go/…`. */
    readonly url: string;
  }[];
  /** The official description, unchanged and in Japanese, where the operator has loaded it. */
  readonly official: {
    readonly parts: readonly { readonly heading: string; readonly text: string }[];
    readonly attribution: string;
  } | null;
  readonly sources: readonly SourceNote[];
  /** What the preview picture shows, in words. */
  readonly pictureAlt: string;
}

export interface PaySection {
  /** The year's pay in the chosen prefecture, or in all Japan. */
  readonly annual: Fact;
  /** Said where a wider figure stands in for it. */
  readonly fallback: string | null;
  /** All Japan's, beside a prefecture's own. */
  readonly national: Fact | null;
  /** Monthly pay, bonus, workers, group, time. */
  readonly parts: readonly Fact[];
  readonly caution: string | null;
  /** Minimum wage, and Hello Work's offered pay and openings. */
  readonly around: readonly Fact[];
  readonly map: PayMap | null;
  readonly regions: readonly {
    readonly name: string;
    readonly prefectures: readonly { readonly code: string; readonly name: string }[];
  }[];
}

/** A year's pay in every prefecture, lowest step 0, highest step 4. */
export interface PayMap {
  readonly words: PageWords<typeof MAP_WORDS>;
  /** What the picture shows: the highest and the lowest. */
  readonly description: string;
  readonly caption: string;
  /** The source, as its publisher asks for it, in Japanese. */
  readonly attribution: string;
  readonly legend: readonly { readonly step: number; readonly label: string }[];
  /** Words of the legend for prefectures without a figure of their own; `null` where all have one. */
  readonly hatched: string | null;
  readonly outlined: string | null;
  /** By code. */
  readonly rows: readonly PayRow[];
  /** Notes that rows point at, and what they mean. */
  readonly notes: readonly { readonly short: string; readonly meaning: string }[];
}
export interface PayRow {
  readonly code: string;
  readonly name: string;
  /** Short name in one or two lines, for a small tile. */
  readonly tile: readonly string[];
  readonly annualYen: number | null;
  readonly annual: string;
  readonly workers: string;
  /** Place of its note in the notes of the map. */
  readonly note: number | null;
  /** `null` where the prefecture has no figure of its own. */
  readonly step: number | null;
}

/** Where figures of a page come from, so that somebody can find them again. Official names are Japanese. */
export interface SourceNote {
  /** The figures, as the page calls them. */
  readonly figures: string;
  readonly publisher: string;
  readonly table: string;
  readonly url: string;
  /** Year, group, and how it was worked out. */
  readonly about: readonly string[];
  readonly attribution: string;
}

/** What the preview picture of an occupation is drawn from. */
export interface OccupationPicture {
  readonly place: Place | null;
  /** Mean ratings 1–5. */
  readonly interests: InterestScores | null;
}

export interface GlossaryPage extends PageFrame {
  readonly words: PageWords<typeof GLOSSARY_WORDS>;
  /** Entries by the sound or letter they begin with. */
  readonly groups: readonly {
    readonly letter: string;
    readonly entries: readonly {
      readonly id: string;
      readonly name: string;
      /** Other names, each with its HTML `lang`. */
      readonly otherNames: readonly { readonly text: string; readonly lang: string }[];
      readonly text: string;
      readonly see: readonly { readonly id: string; readonly name: string }[];
    }[];
  }[];
}

/** Said where there is no such occupation. */
export interface MissingPage extends PageFrame {
  readonly words: PageWords<typeof MISSING_WORDS>;
  /** What a tap on the button says to the counsellor. */
  readonly payload: string;
}
