import type { Part } from './furigana.ts';

/** Words as they are written → the same in hiragana: 食べ物 → たべもの. */
export type Lexicon = ReadonlyMap<string, string>;

export const HAN = /[\p{Script=Han}々〆ヶ]/u;
const RUNS = /([\p{Script=Han}々〆ヶ]+)/u;

/** How long the longest word of a lexicon is; counted once. */
const longest = new WeakMap<Lexicon, number>();

/**
 * Puts readings to the kanji of a text: at each place the longest word that the lexicon knows. Kanji it does not know
 * stay without a reading.
 *
 * @example readWords('食べ物です', new Map([['食べ物', 'たべもの']])) // 食(た) べ 物(もの) です
 */
export function readWords(text: string, lexicon: Lexicon): Part[] {
  const most = longest.get(lexicon) ?? Math.max(0, ...Array.from(lexicon.keys(), ({ length }) => length));
  longest.set(lexicon, most);
  const parts: Part[] = [];
  let plain = '';
  const keep = () => {
    if (plain !== '') parts.push({ text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    let word = text.slice(at, at + most);
    while (word !== '' && !lexicon.has(word)) word = word.slice(0, -1);
    for (const part of word === '' ? [{ text: text[at]! }] : align(word, lexicon.get(word)!)) {
      if (part.reading === undefined) plain += part.text;
      else {
        keep();
        parts.push(part);
      }
    }
    at += word.length || 1;
  }
  keep();
  return parts;
}

/** Gives each run of kanji in a word its share of the word's reading: kana and digits are read as they are written. */
export function align(word: string, reading: string): Part[] {
  const runs = word.split(RUNS).filter((run) => run !== '');
  const kanji = runs.filter((run) => HAN.test(run));
  const ways = ['(.+?)', '(.+)'].flatMap((share) => {
    const pattern = runs.map((run) => (HAN.test(run) ? share : run.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')));
    const found = new RegExp(`^${pattern.join('')}$`, 'u').exec(reading);
    return found ? [found.slice(1)] : [];
  });
  // 物の数, もののかず: can be cut in two ways; the one that shares most evenly is meant.
  const unevenness = (shares: readonly string[]) =>
    shares.reduce((sum, share, i) => sum + Math.abs(share.length - 2 * kanji[i]!.length), 0);
  const shares = ways.sort((a, b) => unevenness(a) - unevenness(b))[0];
  // It does not fit letter by letter: the whole word carries the whole reading.
  if (!shares) return [{ text: word, reading }];
  return runs.map((text) => (HAN.test(text) ? { text, reading: shares.shift()! } : { text }));
}
