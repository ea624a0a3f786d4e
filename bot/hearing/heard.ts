/** Words that people type: the lists of `locales/<any>/heard.json`, and how a text is compared with them. */
import { toHiragana, withoutGaps } from '../../domain/text.ts';
import type { House } from '../house.ts';
import type { Words } from '../words.ts';

/** Whether a normalised text is one of the words people use for something, in any language. */
export const isHeard = (house: House, list: string, text: string): boolean =>
  wordsFor(house, list).has(withoutGaps(text));

/** Whether a normalised text contains one of those words; one that begins with `^` must begin the text. */
export function isHeardIn(house: House, list: string, text: string): boolean {
  const heard = withoutGaps(text);
  return [...wordsFor(house, list)].some((word) =>
    word.startsWith('^') ? heard.startsWith(word.slice(1)) : heard.includes(word),
  );
}

/**
 * The button that a text means: lists of `heard.json` are named by its payload. `framed` where it stands in a sentence
 * (「海の仕事がしたい」), so that it can hardly mean anything else.
 */
export function meant(house: House, text: string): { payload: string; framed: boolean } | null {
  const find = (said: string): string | undefined =>
    [...house.words.heard.keys()].find((list) => list.includes(':') && isHeard(house, list, said));
  const whole = find(text);
  if (whole !== undefined) return { payload: whole, framed: false };
  const wished = wishedFor(house, text);
  const inner = wished === null ? undefined : find(wished);
  return inner === undefined ? null : { payload: inner, framed: true };
}

/** What is left of a wish once its frame is taken away: "teacher" of "i want to be a teacher"; `null` when it is none. */
export const wishedFor = (house: House, text: string): string | null => unframed(house, 'wish', text);

/** What is asked about: 「離職票」 of 「離職票って何」, "overtime" of "what does overtime mean"; `null` when nothing is. */
export function askedAbout(house: House, text: string): string | null {
  const inner = unframed(house, 'whatis', text);
  // A question may have a frame on both sides.
  return inner === null ? null : (unframed(house, 'whatis', inner) ?? inner);
}

/** A normalised text without the longest frame of a list at its beginning or, in Japanese and after a space, its end. */
function unframed(house: House, list: string, text: string): string | null {
  const said = withoutGaps(text);
  for (const frame of longestFirst(house.words, list)) {
    if (said.length <= frame.length) continue;
    if (said.startsWith(`${frame} `)) return said.slice(frame.length).trim();
    const end = /^[a-z]/u.test(frame) ? ` ${frame}` : frame;
    if (said.endsWith(end)) return said.slice(0, -end.length).trim();
  }
  return null;
}

const wordsFor = (house: House, list: string): ReadonlySet<string> => house.words.heard.get(list) ?? NOTHING;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Whether a text says something in one of the ways of a list named `said.…`. A way may stand anywhere in the text, Latin
 * letters as whole words; `*` stands for up to fifteen characters, `^` for the beginning and `$` for the end. How it
 * is written (kana, gaps) makes no difference.
 */
export const isSaid = (house: House, list: string, text: string): boolean =>
  saidIn(house, list, text) !== null;

/** Where it is said: what stands before it, itself, and after it. */
export function saidIn(house: House, list: string, text: string): RegExpExecArray | null {
  const pattern = patternOf(house.words, list);
  const heard = folded(text);
  // 「すごーい」 is 「すごい」.
  return (
    pattern?.exec(heard) ?? (heard.includes('ー') ? pattern?.exec(heard.replaceAll('ー', '')) : null) ?? null
  );
}

/** A text as ways of saying are compared with it. */
export const folded = (text: string): string => toHiragana(withoutGaps(text));

const compiled = new WeakMap<Words, Map<string, RegExp | null>>();

function patternOf(words: Words, list: string): RegExp | null {
  const known = compiled.get(words) ?? new Map<string, RegExp | null>();
  compiled.set(words, known);
  const before = known.get(list);
  if (before !== undefined) return before;
  // The longest first: what follows it is looked at too.
  const ways = [...(words.heard.get(list) ?? [])].map(folded).toSorted((a, b) => b.length - a.length);
  const pattern = ways.length === 0 ? null : new RegExp(ways.map(wayOf).join('|'), 'u');
  known.set(list, pattern);
  return pattern;
}

function wayOf(way: string): string {
  const inner = way.replace(/^\^|\$$/gu, '');
  const source = inner
    .split('*')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('.{0,15}?');
  const begins = way.startsWith('^') ? '^' : /^[a-z0-9]/u.test(inner) ? '(?<![a-z0-9])' : '';
  const ends = way.endsWith('$') ? '\\??$' : /[a-z0-9]$/u.test(inner) ? '(?![a-z0-9])' : '';
  return `${begins}${source}${ends}`;
}

/**
 * A text without how it is begun and ended in speech: 「やっぱり結果みせてください」 → 「結果みせて」, "ok menu please" → "menu".
 * From the most said to the least; the text itself comes first.
 */
export function cores(house: House, text: string): readonly string[] {
  const whole = withoutGaps(text);
  // 「内定(ないてい)」 is how our own texts write it.
  const found = [...new Set([whole, whole.replace(/(?<=\p{Script=Han})\([ぁ-ゖァ-ヶー]+\)/gu, '')])];
  for (let turns = 0; turns < MOST_TRIMMED; turns += 1) {
    const last = found.at(-1)!;
    const next = trimmed(house, last);
    if (next === last || next === '') break;
    found.push(next);
  }
  return found;
}
const MOST_TRIMMED = 5;

function trimmed(house: House, text: string): string {
  for (const word of longestFirst(house.words, 'opening')) {
    const rest = text.slice(word.length);
    if (text.startsWith(word) && (!/[a-z]$/u.test(word) || /^[ ,.]/u.test(rest))) return bare(rest);
  }
  for (const word of longestFirst(house.words, 'closing')) {
    const rest = text.slice(0, -word.length);
    if (text.endsWith(word) && (!/^[a-z]/u.test(word) || /[ ,.]$/u.test(rest))) return bare(rest);
  }
  return text;
}
const bare = (text: string): string => text.replace(/^[\s、。,.!?…]+|[\s、。,.!?…〜]+$/gu, '');

const ordered = new WeakMap<Words, Map<string, readonly string[]>>();
function longestFirst(words: Words, list: string): readonly string[] {
  const known = ordered.get(words) ?? new Map<string, readonly string[]>();
  ordered.set(words, known);
  const before = known.get(list);
  if (before) return before;
  const sorted = [...(words.heard.get(list) ?? [])].toSorted((a, b) => b.length - a.length);
  known.set(list, sorted);
  return sorted;
}
