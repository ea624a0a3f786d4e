import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import { toHiragana } from '../../domain/text.ts';
import { align, HAN, type Lexicon } from '../../web/lexicon.ts';

/** A run of kanji in a text and how it is read there; `reading` is `null` where nobody knows. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly reading: string | null;
}

/** A text without its brackets of readings, and how its kanji are read. */
export interface ReadText {
  readonly text: string;
  readonly runs: readonly Run[];
  /** Words that its brackets read otherwise than the dictionary. */
  readonly taught: Lexicon;
}

/** What the dictionary reads otherwise than our texts mean it; checked by hand. */
export interface Exceptions {
  /** Words with their surroundings → their reading, the longest first. */
  readonly words: Lexicon;
  /** `後 のち` → `あと`: a reading of the dictionary that is never meant here. */
  readonly instead: ReadonlyMap<string, string>;
}

const BRACKET = /[(（]([ぁ-ゖー・、]+)[)）]/gu;

/**
 * Reads a text: what stands in brackets behind a word is how it is read; else the exceptions, checked by hand; else
 * kuromoji's dictionary.
 */
export function readText(
  written: string,
  tokenizer: Tokenizer<IpadicFeatures>,
  { words, instead }: Exceptions,
): ReadText {
  const said: { at: number; reading: string }[] = [];
  let text = '';
  let from = 0;
  for (const found of written.matchAll(BRACKET)) {
    text += written.slice(from, found.index);
    from = found.index + found[0].length;
    if (HAN.test(written[found.index - 1] ?? '')) said.push({ at: text.length, reading: found[1]! });
  }
  text += written.slice(from);
  let runs = byDictionary(text, tokenizer).map((run) => ({
    ...run,
    reading: instead.get(`${text.slice(run.start, run.end)} ${run.reading}`) ?? run.reading,
  }));
  runs = byException(text, runs, words);
  const taught = new Map<string, string>();
  for (const { at, reading } of said) {
    const before = runs;
    runs = asSaid(text, runs, at, reading);
    for (const run of runs) {
      if (before.includes(run) || run.end - run.start < 2) continue;
      taught.set(text.slice(run.start, run.end), run.reading!);
    }
  }
  return { text, runs, taught };
}

function byDictionary(text: string, tokenizer: Tokenizer<IpadicFeatures>): Run[] {
  // The dictionary knows full-width digits only.
  const full = text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const runs: Run[] = [];
  let at = 0;
  for (const { surface_form: surface, reading } of tokenizer.tokenize(full)) {
    if (HAN.test(surface)) {
      const known = reading && reading !== '*' ? toHiragana(reading) : null;
      runs.push(...place(toHiragana(surface), known, at));
    }
    at += surface.length;
  }
  return runs;
}

/** The runs of a word that begins at a place of the text. */
function place(word: string, reading: string | null, at: number): Run[] {
  const parts = reading === null ? [{ text: word, reading: null }] : align(word, reading);
  return parts.flatMap(({ text, reading: share }) => {
    const start = at;
    at += text.length;
    return share === undefined ? [] : [{ start, end: at, reading: share }];
  });
}

function byException(text: string, runs: readonly Run[], exceptions: Lexicon): Run[] {
  const found: { start: number; end: number; runs: Run[] }[] = [];
  for (const [word, reading] of exceptions) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      found.push({ start: at, end: at + word.length, runs: place(word, reading, at) });
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start));
  let result = [...runs];
  const taken: { start: number; end: number }[] = [];
  for (const { start, end, runs: ours } of found) {
    if (taken.some((other) => start < other.end && other.start < end)) continue;
    taken.push({ start, end });
    result = replace(result, start, end, ours);
  }
  return result;
}

/** Puts runs in the place of others; what sticks out of a run that is cut has no known reading. */
function replace(runs: readonly Run[], start: number, end: number, ours: readonly Run[]): Run[] {
  return [
    ...runs.flatMap((run) => {
      if (run.end <= start || run.start >= end) return [run];
      return [
        ...(run.start < start ? [{ start: run.start, end: start, reading: null }] : []),
        ...(run.end > end ? [{ start: end, end: run.end, reading: null }] : []),
      ];
    }),
    ...ours,
  ].sort((a, b) => a.start - b.start);
}

/** How long what stands before a bracket can be, and how many kana a kanji may have. */
const FARTHEST = 40;
const KANA = { least: 0.75, most: 4 };

/** A reading in brackets belongs to as much before it as it reads; the dictionary says how much that is. */
function asSaid(text: string, runs: readonly Run[], at: number, written: string): Run[] {
  const said = toHiragana(written);
  const bare = (spelled: string) => spelled.replace(/[・、]/gu, '');
  const from = Math.max(0, at - FARTHEST);
  const starts = Array.from({ length: at - from }, (_, i) => from + i).filter(
    (start) => !runs.some((run) => run.start < start && start < run.end),
  );
  if (starts.some((start) => bare(spell(text, runs, start, at)) === bare(said))) return [...runs];
  // Read otherwise than the dictionary does: the longest that it can be the reading of.
  const kanji = Math.max(from, /[\p{Script=Han}々〆ヶ]+$/u.exec(text.slice(0, at))!.index);
  for (const start of [
    ...starts.filter((place) => place <= kanji),
    ...starts.filter((place) => place > kanji),
  ]) {
    const parts = align(toHiragana(text.slice(start, at)), said);
    const fits = parts.every(
      ({ text: part, reading }) =>
        reading === undefined ||
        (/^[\p{Script=Han}々〆ヶ]+$/u.test(part) &&
          !/[ぁぃぅぇぉゃゅょっんー・、]/u.test(reading[0]!) &&
          reading.length >= KANA.least * part.length &&
          reading.length <= KANA.most * part.length &&
          !/[・、]/u.test(reading)),
    );
    if (fits) return replace(runs, start, at, place(toHiragana(text.slice(start, at)), said, start));
  }
  // No reading at all, but an explanation: 証券(かぶなど).
  return [...runs];
}

/** A part of a text as it is read. */
function spell(text: string, runs: readonly Run[], start: number, end: number): string {
  let said = '';
  let from = start;
  for (const run of runs) {
    if (run.end <= start || run.start >= end) continue;
    said += toHiragana(text.slice(from, run.start)) + (run.reading ?? '?');
    from = run.end;
  }
  return said + toHiragana(text.slice(from, end));
}

/** Reads all texts; what the brackets of one teach holds where the others leave the brackets out. */
export function readTexts(
  written: readonly string[],
  tokenizer: Tokenizer<IpadicFeatures>,
  { words, instead }: Exceptions,
): ReadText[] {
  const first = written.map((text) => readText(text, tokenizer, { words, instead }));
  const taught = first.flatMap((text) => [...text.taught]);
  return written.map((text) => readText(text, tokenizer, { words: new Map([...taught, ...words]), instead }));
}
