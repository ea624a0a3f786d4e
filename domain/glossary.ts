import type { GlossaryEntry } from './catalogue.ts';
import type { Locale } from './locales.ts';
import { normaliseText, toHiragana, withoutGaps } from './text.ts';

/** Words explained, made ready for asking and for finding in texts; prepare once per catalogue. */
export interface GlossaryIndex {
  /** Entry ids by every word for them, comparable. */
  readonly byWord: ReadonlyMap<string, string>;
  /** Words as they stand in our texts, longest first. */
  readonly inTexts: Readonly<Record<'ja' | 'en', readonly { readonly word: string; readonly id: string }[]>>;
}

export function indexGlossary(entries: Iterable<GlossaryEntry>): GlossaryIndex {
  const byWord = new Map<string, string>();
  const ja: { word: string; id: string }[] = [];
  const en: { word: string; id: string }[] = [];
  for (const { id, term, reading, names, also, alsoEn } of entries) {
    for (const word of [term, names.en, ...also, ...alsoEn]) byWord.set(comparable(word), id);
    // A reading may be another word too (保険, 保健); whoever wrote the word itself is meant first.
    if (!byWord.has(comparable(reading))) byWord.set(comparable(reading), id);
    ja.push(...[term, ...also].map((word) => ({ word, id })));
    en.push(...[names.en, ...alsoEn].map((word) => ({ word: word.toLowerCase(), id })));
  }
  const longestFirst = (a: { word: string }, b: { word: string }) => b.word.length - a.word.length;
  return { byWord, inTexts: { ja: ja.sort(longestFirst), en: en.sort(longestFirst) } };
}

/** The entry a word means, however it is written: 「離職票」, 「りしょくひょう」, "Separation slips"; `null` when there is none. */
export function entryCalled(index: GlossaryIndex, text: string): string | null {
  const word = comparable(text);
  const found = index.byWord.get(word);
  if (found !== undefined || !/^[a-z]/u.test(word)) return found ?? null;
  const bare = word.replace(/^(?:an?|the) /u, '');
  return index.byWord.get(bare) ?? index.byWord.get(bare.replace(/s$/u, '')) ?? null;
}

/**
 * Entries whose words stand in a text, those with the longest words first: they are the least known. Of words that
 * lie in each other (雇用保険 and 保険) the longer one is meant.
 */
export function entriesIn(index: GlossaryIndex, locale: Locale, text: string): string[] {
  const isEnglish = locale === 'en';
  let left = isEnglish ? text.toLowerCase() : text;
  const found: string[] = [];
  for (const { word, id } of index.inTexts[isEnglish ? 'en' : 'ja']) {
    const at = isEnglish ? wordAt(left, word) : left.indexOf(word);
    if (at < 0) continue;
    left = `${left.slice(0, at)}\0${left.slice(at + word.length)}`;
    if (!found.includes(id)) found.push(id);
  }
  return found;
}

/** Where an English word stands by itself: "shift" is not in "shifted", but is in "shifts". */
function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const after = text.slice(at + word.length);
    if (!/[a-z]$/u.test(text.slice(0, at)) && !/^(?:[a-rt-z]|s[a-z])/u.test(after)) return at;
  }
  return -1;
}

const comparable = (text: string): string => withoutGaps(toHiragana(normaliseText(text)));
