import { toHiragana as kanaOf } from 'wanakana';
import { normaliseText, toHiragana } from '../text.ts';

/** No wish takes more words; what is longer is cut. */
export const LONGEST_QUERY = 120;

const HYPHENS = /(?<=[ぁ-ゖァ-ヶー])[-‐‑–—―−ｰ]|(?<=[ァ-ヶー])一(?!\p{Script=Han})/gu;
const MARKS = /[・、。,，.!?！？()（）「」『』【】[\]{}<>:;"“”…~〜/／|=＝*]+/gu;

/** A text as it was typed, but comparable: full- and half-width alike, lower case, long vowels as ー, marks as spaces. */
export const plain = (text: string): string =>
  normaliseText(text.slice(0, LONGEST_QUERY * 4))
    .normalize('NFKC')
    .replace(HYPHENS, 'ー')
    .replace(MARKS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** `plain` in hiragana with English words stemmed: how all words of the index are kept. */
export const normal = (text: string): string => stemmed(toHiragana(plain(text)));

const stemmed = (text: string): string => text.replace(/[a-z][a-z']*/gu, stem);

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/licence/u, 'license'],
  [/centre/u, 'center'],
  [/isation$/u, 'ization'],
  [/ise$/u, 'ize'],
  [/lyse$/u, 'lyze'],
  [/our$/u, 'or'],
  [/ogramme$/u, 'ogram'],
];

/** What the forms of an English word have in common: "animals", "animal"; "nursing", "nurse". British becomes American. */
export function stem(word: string): string {
  let w = word.replace(/'s?$/u, '').replaceAll("'", '');
  if (w.length < 4) return w;
  for (const [from, to] of SPELLINGS) w = w.replace(from, to);
  if (/(?:ss|us|is)$/u.test(w)) return w;
  if (/[^aeiou]ies$/u.test(w) && w.length > 4) w = w.slice(0, -3) + 'y';
  else if (/(?:sh|ch|x|ss|z)es$/u.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s')) w = w.slice(0, -1);
  if (/[aeiouy][a-z]*ing$/u.test(w) && w.length > 5) w = single(w.slice(0, -3), w);
  else if (/[aeiouy][a-z]*ed$/u.test(w) && w.length > 5) w = single(w.slice(0, -2), w);
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}

/** "runn" of "running" → "run"; "car" of "caring" is another word. */
const single = (w: string, whole: string): string =>
  /([bdgmnprt])\1$/u.test(w) ? w.slice(0, -1) : w.length > 3 ? w : whole;

const MACRONS: Readonly<Record<string, string>> = { ā: 'a', ī: 'i', ū: 'u', ē: 'e', ō: 'o' };

/** Latin letters that may be Japanese, as kana; `null` when they cannot be. */
export function kanaFrom(latin: string): string | null {
  const kana = kanaOf(latin.replace(/[āīūēō]/gu, (vowel) => MACRONS[vowel]!)).replaceAll("'", '');
  return /^[ぁ-ゖー]+$/u.test(kana) ? kana : null;
}

const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や ゆ よ'],
  ['r', 'らりるれろ'],
  ['', 'ぁぃぅぇぉ'],
  ['y', 'ゃ ゅ ょ'],
  ['w', 'わゐ ゑ '],
];
const SOUNDS = new Map(
  ROWS.flatMap(([row, kana]) => [...kana].map((sign, i) => [sign, row + 'aiueo'[i]!] as const)),
);
const OTHERS: Readonly<Record<string, string>> = { を: 'o', ん: 'n', ぢ: 'zi', づ: 'zu', ゔ: 'bu', ゎ: 'wa' };

/**
 * How kana sound, for comparing: long vowels, double consonants and the ways of romanising them do not count.
 * `しょうぼうし` and `しょぼし` (from "shoboshi") are both `syobosi`.
 */
export function sounds(kana: string): string {
  let text = '';
  for (const sign of kana) {
    const sound = OTHERS[sign] ?? SOUNDS.get(sign) ?? '';
    // 「しょ」 is `syo`, not `siyo`; 「ふぁ」 is `ha`.
    if ('ゃゅょぁぃぅぇぉ'.includes(sign)) text = text.slice(0, -1) + sound;
    else text += sound;
  }
  return text
    .replace(/ou/gu, 'o')
    .replace(/ei/gu, 'e')
    .replace(/([aiueo])\1+/gu, '$1');
}

export const KANA = /^[ぁ-ゖー]+$/u;
export const LATIN = /^[a-z0-9 +#&'-]+$/u;
