import type { Occupation } from '../catalogue.ts';
import { normaliseText, toHiragana } from '../text.ts';

/**
 * Fields a query is compared with, and what it is worth that one equals the query. Names are those of all languages.
 * A part is 「スタッフ」 in 「ガソリンスタンド・スタッフ」: said of many occupations, it does not mean this one.
 */
const WEIGHTS = { name: 1, reading: 0.95, alias: 0.9, part: 0.89, summary: 0.4 } as const;
/** From this score on a hit is a whole name, reading or alias. */
const WHOLE = WEIGHTS.alias;
/** From this score on a sentence is taken for the name of an occupation that somebody looks for. */
export const LIKELY = 0.4;

interface Field {
  readonly text: string;
  readonly weight: number;
  readonly isReading: boolean;
}
interface Entry {
  readonly id: number;
  readonly fields: readonly Field[];
}

/** At most this many found occupations are offered: a phone's screen. */
export const MOST_FOUND = 8;

/** The whole text is what some occupation is called. */
export const isCalled = ([first]: readonly Hit[]): boolean => first !== undefined && first.score >= WHOLE;

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
    const field =
      (weight: number, isReading = false) =>
      (text: string) => ({ text: comparable(text), weight, isReading });
    return {
      id: occupation.id,
      fields: [
        ...Object.values(occupation.texts).map(({ name }) => field(WEIGHTS.name)(name)),
        field(WEIGHTS.reading, true)(occupation.reading),
        ...[...occupation.aliases, ...occupation.aliasesEn].map(field(WEIGHTS.alias)),
        ...occupation.name.split('、').map(field(WEIGHTS.part)),
        ...occupation.reading.split(' ').map(field(WEIGHTS.part, true)),
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
  const whole = comparable(query);
  if (whole === '') return [];
  const words = [...new Set(whole.split(' '))];
  const apart = (fields: readonly Field[]) => (words.length > 1 ? 0.9 * worst(fields, words) : 0);
  return index
    .map(({ id, fields }) => ({ id, score: Math.max(best(fields, whole), apart(fields)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

/** A sentence; in anything longer the name of an occupation is said in passing. */
const LONGEST_SENTENCE = 60;

/**
 * Occupations called by their whole name inside a sentence: "nurse in osaka", 「かんごしに なりたい」.
 * The longest name wins; several where several are called that.
 */
export function mentionedNames(index: SearchIndex, text: string): number[] {
  const written = normaliseText(text);
  if (written.length > LONGEST_SENTENCE) return [];
  const heard = toHiragana(written);
  // The longest wins, and of two as long the whole name; a half is less than any letter.
  const worth = ({ text: name, weight }: Field) => name.length + (weight >= WHOLE ? 0.5 : 0);
  let most = 2;
  let ids = new Set<number>();
  for (const { id, fields } of index) {
    for (const field of fields) {
      if (field.weight < WEIGHTS.part || worth(field) < most || !isSaid(field.text, written, heard)) continue;
      if (worth(field) > most) ids = new Set();
      most = worth(field);
      ids.add(id);
    }
  }
  return [...ids];
}

const SCRIPTS = [/\p{Script=Han}/u, /[ァ-ヶー]/u, /[ぁ-ん]/u, /[a-z0-9]/u] as const;
/** Kana after which a name may begin: particles. */
const PARTICLE = /[はもとやかのをでが]/u;

/** Whether a name stands in a sentence as a word of its own, and not within another one. */
function isSaid(name: string, written: string, heard: string): boolean {
  for (let at = heard.indexOf(name); at >= 0; at = heard.indexOf(name, at + 1)) {
    const end = at + name.length;
    const said = written.slice(at, end);
    const begins = (script: RegExp) => script.test(said[0]!) && script.test(written[at - 1] ?? '');
    const goesOn = (script: RegExp) => script.test(said.at(-1)!) && script.test(written[end] ?? '');
    const [han, katakana, hiragana, latin] = SCRIPTS;
    const isPlural = /^s(?![a-z0-9])/u.test(written.slice(end));
    const isCut =
      begins(han) ||
      begins(katakana) ||
      begins(latin) ||
      goesOn(katakana) ||
      (goesOn(latin) && !isPlural) ||
      (begins(hiragana) && !PARTICLE.test(written[at - 1]!));
    const isShort = /^[ぁ-んー]+$/u.test(said)
      ? said.length < 4
      : /^[a-z0-9 ]+$/u.test(said) && said.length < 3;
    if (!isCut && !isShort) return true;
  }
  return false;
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

const comparable = (text: string): string =>
  toHiragana(normaliseText(text))
    .replace(/[・, ]+/gu, ' ')
    .trim();

const LATIN = /^[a-z0-9 ]+$/u;
const KANA = /^[ぁ-ゖー]+$/u;
/** Kana that begin no word written in kanji: 「ぱん」 in 「いっぱんじむ」 is half of 「いっぱん」. */
const NO_BEGINNING = /^[ぱぴぷぺぽぁぃぅぇぉっゃゅょゎんー]/u;
/** Kana that belong to the one before: 「すし」 is not in 「がらすしょっき」. */
const NO_END = /^[ぁぃぅぇぉゃゅょゎ]/u;

function likeness({ text, weight, isReading }: Field, word: string): number {
  let at = text.indexOf(word);
  // A single kana or letter says nothing.
  if (at < 0 || (word.length === 1 && !/\p{Script=Han}/u.test(word))) return 0;
  if (text === word) return weight;
  const latin = LATIN.test(word);
  const kana = KANA.test(word);
  const cutsWord = () =>
    // In Latin script a hit must start a word: "art" is not in "start".
    (latin && at > 0 && /[a-z0-9]/u.test(text[at - 1]!)) ||
    (kana && (NO_END.test(text[at + word.length] ?? '') || cutsReading(text, isReading, at)));
  while (at >= 0 && cutsWord()) at = text.indexOf(word, at + 1);
  if (at < 0) return 0;
  const coverage = word.length / text.length;
  return weight * (at === 0 || latin ? 0.55 : 0.4) * (1 + 0.6 * coverage);
}

/** Whether no word can begin at a place in a reading, or in one in brackets: 「一般事務(いっぱんじむ)」. */
function cutsReading(text: string, isReading: boolean, at: number): boolean {
  if (!NO_BEGINNING.test(text[at]!)) return false;
  let from = at;
  while (from > 0 && KANA.test(text[from - 1]!)) from -= 1;
  return from < at && (isReading || text[from - 1] === '(');
}
