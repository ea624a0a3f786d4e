import type { Occupation } from './catalogue.ts';
import { normaliseText, toHiragana } from './text.ts';

/** Fields a query is compared with, and what a hit in each is worth. */
const WEIGHTS = { name: 1, reading: 0.95, alias: 0.9, english: 0.95, summary: 0.4 } as const;

interface Field {
  readonly text: string;
  readonly weight: number;
}
interface Entry {
  readonly id: number;
  readonly fields: readonly Field[];
}

/** At most this many found occupations are offered: a phone's screen. */
export const MOST_FOUND = 8;

/** One occupation is meant: the only one found, or the only one of exactly that name. */
export const isPlainFind = (found: readonly Hit[]): boolean =>
  found.length === 1 || (found.length > 1 && found[0]!.score >= 0.9 && found[1]!.score < 0.9);

/** Names, readings and aliases made ready for searching; prepare once per catalogue. */
export type SearchIndex = readonly Entry[];

export interface Hit {
  readonly id: number;
  /** 0–1; 1 is the exact name. */
  readonly score: number;
}

export function indexNames(occupations: Iterable<Occupation>): SearchIndex {
  return [...occupations].map((occupation) => {
    const field = (weight: number) => (text: string) => ({ text: comparable(text), weight });
    return {
      id: occupation.id,
      fields: [
        ...occupation.name.split('、').map(field(WEIGHTS.name)),
        ...occupation.reading.split(' ').map(field(WEIGHTS.reading)),
        ...occupation.aliases.map(field(WEIGHTS.alias)),
        ...[occupation.texts.en.name, ...occupation.aliasesEn].map(field(WEIGHTS.english)),
        ...Object.values(occupation.texts).flatMap(({ summary }) =>
          summary === null ? [] : [field(WEIGHTS.summary)(summary)],
        ),
      ].filter(({ text }) => text !== ''),
    };
  });
}

/**
 * Occupations whose name, reading, alias or summary holds the words of the query, best first; ties by id.
 * Spaces separate words that must all be found.
 */
export function searchNames(index: SearchIndex, query: string): Hit[] {
  const words = comparable(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join(' ');
  return index
    .map(({ id, fields }) => {
      const scores = words.map((word) => Math.max(0, ...fields.map((field) => likeness(field, word))));
      const phrase = Math.max(0, ...fields.map((field) => likeness(field, whole)));
      return { id, score: Math.max(Math.min(...scores) * 0.9, phrase) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

const comparable = (text: string): string => toHiragana(normaliseText(text)).replace(/[・･,，]/gu, ' ');

function likeness({ text, weight }: Field, word: string): number {
  if (text === word) return weight;
  const at = text.indexOf(word);
  if (at < 0) return 0;
  const latin = /^[a-z0-9 ]+$/u.test(word);
  const startsWord = at === 0 || (latin && /[^a-z0-9]/u.test(text[at - 1]!));
  // In Latin script a hit must start a word; a single kana says nothing inside a longer word.
  if (latin && !startsWord) return 0;
  if (word.length === 1 && !/\p{Script=Han}/u.test(word)) return 0;
  const coverage = word.length / text.length;
  return weight * (startsWord ? 0.55 : 0.4) * (1 + 0.8 * coverage);
}
