import type { Catalogue } from '../catalogue.ts';
import { conceptScores } from './concepts.ts';
import { KANA, normal, sounds } from './normal.ts';
import { NAME_KINDS, type Inflection, type NameKind, type SearchData } from './stored.ts';
import { indexTypos, maskOf, type TypoIndex } from './typo.ts';
import { inflected } from './inflect.ts';

export type Word = keyof Pick<
  SearchData['grammar'],
  'fillers' | 'notAfter' | 'notBefore' | 'or' | 'breaks' | 'left' | 'chatter'
>;

/** What a piece of text may be; several at once. */
export interface Entry {
  readonly word: Word | null;
  readonly concepts: readonly number[];
  /** Places of whole names in `names`. */
  readonly names: readonly number[];
  readonly terms: readonly number[];
}
export interface Term {
  readonly word: string;
  readonly readings: readonly string[];
  readonly inflection: Inflection;
}
export interface Name {
  readonly key: string;
  readonly docs: readonly { readonly doc: number; readonly kind: NameKind }[];
}

/** The stored index opened for searching: prepare once per catalogue. */
export interface Finder extends SearchData {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly longest: number;
  readonly names: readonly Name[];
  readonly terms: readonly Term[];
  /** Which letters each name has, to leave out most without looking. */
  readonly nameMasks: Int32Array;
  readonly nameAt: ReadonlyMap<string, number>;
  /** Readings of names and words, by how they sound in letters. */
  readonly bySound: ReadonlyMap<string, string>;
  readonly typos: TypoIndex;
  /** Per concept and occupation, 0–1. */
  readonly conceptScores: readonly Float32Array[];
  /** Whether an occupation of the index is in the catalogue still. */
  readonly alive: readonly boolean[];
}

export const WORDS = ['fillers', 'breaks', 'or', 'left', 'notBefore', 'notAfter', 'chatter'] as const;

const NONE: readonly number[] = [];
const KIND_OF = new Map<string, NameKind>(NAME_KINDS.map((kind) => [kind[0]!, kind]));

export function openSearch(catalogue: Catalogue): Finder {
  const { index, grammar } = catalogue.search;
  const entries = new Map<string, Entry>();
  const put = (key: string, change: (entry: Entry) => Partial<Entry>) => {
    const entry = entries.get(key) ?? { word: null, concepts: NONE, names: NONE, terms: NONE };
    entries.set(key, { ...entry, ...change(entry) });
  };
  for (const word of WORDS)
    for (const said of grammar[word]) if (normal(said) !== '') put(normal(said), () => ({ word }));
  addConcepts(catalogue.search, entries, put);
  const { names, nameAt } = namesOf(index.names);
  names.forEach(({ key }, i) => {
    put(key, (entry) => ({ names: [...entry.names, i] }));
  });
  const bySound = new Map<string, string>();
  const hear = (reading: string) => {
    const sound = sounds(reading);
    if (sound.length > 3 && !bySound.has(sound)) bySound.set(sound, reading);
  };
  for (const { key } of names) if (KANA.test(key)) hear(key);
  const terms = termsOf(index.terms);
  terms.forEach(({ word, readings, inflection }, t) => {
    // Most forms are of one word: they share what is known of it.
    const alone: Entry = { word: null, concepts: NONE, names: NONE, terms: [t] };
    for (const form of [word, ...readings].flatMap((base) => inflected(base, inflection))) {
      if (form.length < 2 && KANA.test(form)) continue;
      const entry = entries.get(form);
      if (!entry) entries.set(form, alone);
      else if (entry.terms.at(-1) !== t) entries.set(form, { ...entry, terms: [...entry.terms, t] });
    }
    for (const reading of readings) hear(reading);
  });
  let longest = 0;
  for (const key of entries.keys()) longest = Math.max(longest, key.length);
  const likely = [...entries].filter(
    ([key, one]) => key.length > 2 && (one.names.length > 0 || one.concepts.length > 0),
  );
  const finder = {
    ...catalogue.search,
    entries,
    longest: Math.min(longest, 30),
    names,
    nameAt,
    terms,
    bySound,
    nameMasks: Int32Array.from(names, ({ key }) => maskOf(key)),
    typos: indexTypos(
      likely.map(([key]) => key),
      grammar.homophones,
    ),
    alive: index.ids.map((id) => catalogue.occupations.has(id)),
  };
  return { ...finder, conceptScores: conceptScores(catalogue, finder) };
}

function addConcepts(
  { concepts, index }: SearchData,
  entries: ReadonlyMap<string, Entry>,
  put: (key: string, change: (entry: Entry) => Partial<Entry>) => void,
): void {
  const ways = new Map(index.said.split('\n').map((line) => line.split('|') as [string, string]));
  concepts.forEach((concept, i) => {
    for (const said of concept.said) {
      const { phrase, inflection } = phraseOf(said);
      const key = normal(phrase);
      for (const base of [key, ...(ways.get(key)?.split(',') ?? [])]) {
        for (const form of inflected(base, inflection)) {
          // 「教えて」 asks something of us; only 「教える」 is a wish.
          const known = entries.get(form);
          if (form.length < 2 && KANA.test(form)) continue;
          if (known?.word != null && form !== base) continue;
          if (!known?.concepts.includes(i))
            put(form, (entry) => ({ word: null, concepts: [...entry.concepts, i] }));
        }
      }
    }
  });
}

/** 「役に立つ~g」: what is said, and how its end changes. */
export function phraseOf(said: string): { phrase: string; inflection: Inflection } {
  const [phrase = '', inflection = ''] = said.split('~');
  return { phrase, inflection: inflection as Inflection };
}

const termsOf = (lines: string): Term[] =>
  lines.split('\n').map((line) => {
    const [word = '', readings = '', inflection = ''] = line.split('|');
    return {
      word,
      readings: readings === '' ? [] : readings.split(','),
      inflection: inflection as Inflection,
    };
  });

function namesOf(lines: string): Pick<Finder, 'names' | 'nameAt'> {
  const names = lines.split('\n').map((line) => {
    const [key = '', list = ''] = line.split('|');
    const docs = list
      .split(',')
      .map((one) => ({ doc: Number(one.slice(0, -1)), kind: KIND_OF.get(one.at(-1)!) ?? 'alias' }));
    return { key, docs };
  });
  return { names, nameAt: new Map(names.map(({ key }, i) => [key, i])) };
}
