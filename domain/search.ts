import type { Occupation } from './catalogue.ts';
import { normaliseText, toHiragana } from './text.ts';

/**
 * Fields a query is compared with, and what it is worth that one equals the query. Names are those of all languages.
 * A part is 「スタッフ」 in 「ガソリンスタンド・スタッフ」: said of many occupations, it does not mean this one.
 */
const WEIGHTS = { name: 1, reading: 0.95, alias: 0.9, part: 0.89, summary: 0.4 } as const;
/** From this score on a hit is a whole name, reading or alias. */
const WHOLE = WEIGHTS.alias;

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

/** One occupation is meant: the only one found, the only one of exactly that name, or the only one called exactly that. */
export function isPlainFind([first, second]: readonly Hit[]): boolean {
  if (!first || !second) return first !== undefined;
  return (first.score === 1 && second.score < 1) || (first.score >= WHOLE && second.score < WHOLE);
}

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
        ...Object.values(occupation.texts).map(({ name }) => field(WEIGHTS.name)(name)),
        field(WEIGHTS.reading)(occupation.reading),
        ...[...occupation.aliases, ...occupation.aliasesEn].map(field(WEIGHTS.alias)),
        ...[...occupation.name.split('、'), ...occupation.reading.split(' ')].map(field(WEIGHTS.part)),
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
  const whole = comparable(query).split(' ').filter(Boolean).join(' ');
  if (whole === '') return [];
  const words = [...new Set(whole.split(' '))];
  const apart = (fields: readonly Field[]) => (words.length > 1 ? 0.9 * worst(fields, words) : 0);
  return index
    .map(({ id, fields }) => ({ id, score: Math.max(best(fields, whole), apart(fields)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

const best = (fields: readonly Field[], words: string): number =>
  Math.max(0, ...fields.map((field) => likeness(field, words)));

/** The score of the word found worst; stops at a word not found, because texts of 250 words are typed too. */
function worst(fields: readonly Field[], words: readonly string[]): number {
  let score = 1;
  for (const word of words) {
    score = Math.min(score, best(fields, word));
    if (score === 0) return 0;
  }
  return score;
}

const comparable = (text: string): string => toHiragana(normaliseText(text)).replace(/[・･,，]/gu, ' ');

function likeness({ text, weight }: Field, word: string): number {
  let at = text.indexOf(word);
  // A single kana or letter says nothing.
  if (at < 0 || (word.length === 1 && !/\p{Script=Han}/u.test(word))) return 0;
  if (text === word) return weight;
  const latin = /^[a-z0-9 ]+$/u.test(word);
  // In Latin script a hit must start a word: "art" is not in "start".
  while (latin && at > 0 && /[a-z0-9]/u.test(text[at - 1]!)) at = text.indexOf(word, at + 1);
  if (at < 0) return 0;
  const coverage = word.length / text.length;
  return weight * (at === 0 || latin ? 0.55 : 0.4) * (1 + 0.6 * coverage);
}
