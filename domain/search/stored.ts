import type { Locale } from '../locales.ts';
import type { FigureBlock } from '../catalogue.ts';

/** Where a word of the index stands in an occupation, in the order of their numbers in the stored index. */
export const FIELDS = ['name', 'alias', 'everyday', 'licence', 'group', 'summary', 'story'] as const;
export type Field = (typeof FIELDS)[number];

/** What a whole name is to an occupation, in the order of their numbers in the stored index. */
export const NAME_KINDS = ['name', 'part', 'reading', 'alias', 'everyday', 'licence'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** How a word changes: not, like godan verbs (by the last kana), like ichidan verbs, like adjectives. */
export type Inflection = '' | 'g' | 'i' | 'a';

/** The prepared index of words: built by `npm run search:index`, kept in `seeds/search/index.json`. */
export interface StoredIndex {
  /** SHA-256 of the seeds it was built from. */
  readonly inputs: string;
  /** Occupations by their place in the index. */
  readonly ids: readonly number[];
  /** Words in their basic form, `normal`, with readings and how they change: a line `word|reading,reading|inflection` each. */
  readonly terms: string;
  /** Postings of term t: from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly docs: Uint16Array;
  /** BM25F weight, 0–255. */
  readonly impacts: Uint8Array;
  /** Field with the greatest part in the weight. */
  readonly fields: Uint8Array;
  /** Whole names: a line `name|12n,13a` each, place and first letter of the kind of every occupation called that. */
  readonly names: string;
  /** What people say for concepts, in kana and without particles: a line `人の役に立つ|ひとのやくにたつ,…` each. */
  readonly said: string;
  /** `nearCount` occupations most like each, and how like (0–255). */
  readonly nearCount: number;
  readonly nearDocs: Uint16Array;
  readonly nearWeights: Uint8Array;
}

/** A figure of job tag and its weight. */
export interface Weighing {
  readonly block: FigureBlock;
  readonly column: string;
  readonly weight: number;
}

/** An everyday wish, and what it means to the catalogue (docs/search.md, "Concepts"). */
export interface Concept {
  readonly id: string;
  readonly label: Readonly<Record<Locale, string>>;
  /**
   * How people say it, all languages together; readings and forms without を or が follow by themselves. A verb in its
   * basic form has `~g` (godan) or `~i` (ichidan) behind it, an adjective `~a`.
   */
  readonly said: readonly string[];
  readonly means: {
    /** Words of the index, with a weight up to 1. */
    readonly terms?: Readonly<Record<string, number>> | undefined;
    /** Occupations by job tag number, with a weight up to 1: where nothing else says it. */
    readonly occupations?: Readonly<Record<string, number>> | undefined;
    /** Beginnings of codes of the 厚生労働省編職業分類. */
    readonly fields?: Readonly<Record<string, number>> | undefined;
    /** Angles as `name:value`, e.g. `places:hospital`, `night:no`. */
    readonly angles?: Readonly<Record<string, number>> | undefined;
    /** Figures of job tag; standardised, then weighted (negative: the less the better). */
    readonly figures?: readonly Weighing[] | undefined;
    /** Angles it must have. */
    readonly only?: readonly string[] | undefined;
    /** Angles it must not have. */
    readonly never?: readonly string[] | undefined;
  };
  /** The concept meant when this one is negated. */
  readonly opposite?: string | undefined;
  /** It narrows a search before it rather than beginning a new one. */
  readonly narrows?: boolean | undefined;
  /** The catalogue has no data for it: what is shown is only near. */
  readonly unknown?: boolean | undefined;
}

/** Words around the words that matter. */
export interface Grammar {
  readonly fillers: readonly string[];
  /** 「以外」: what stands before is not wanted. */
  readonly notAfter: readonly string[];
  /** "without": what stands behind is not wanted. */
  readonly notBefore: readonly string[];
  readonly or: readonly string[];
  /** 「けど」, "but": a new thought begins. */
  readonly breaks: readonly string[];
  /** 「辞めて」: what stands before is over. */
  readonly left: readonly string[];
  /** Said to the bot and not about work: 「何時」, "how old". */
  readonly chatter: readonly string[];
  /** Kanji that sound alike at the end of names of occupations, one group each. */
  readonly homophones: readonly string[];
}

export interface SearchData {
  readonly index: StoredIndex;
  readonly concepts: readonly Concept[];
  readonly grammar: Grammar;
}
