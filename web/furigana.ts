/** A piece of text; with its reading in kana where it is written in kanji that have one. */
export interface Part {
  readonly text: string;
  readonly reading?: string;
}

/** Finds the readings of a text that has none in brackets, for example with the words of a lexicon. */
export type Readings = (text: string) => readonly Part[];

const KANJI = '[\\p{Script=Han}々〆ヶ]+';
/** Kanji with a reading in brackets right after it. A word of katakana there is an explanation: 人(フリーランス). */
const BRACKETS = new RegExp(`(${KANJI})\\(([ぁ-ゖー]+)\\)`, 'gu');

/**
 * Takes readings out of the brackets behind kanji; `readings` may find those of the text in between.
 * The texts of all parts put together are the text without its readings in brackets.
 *
 * @example annotate('面接(めんせつ)に行く') // [{ text: '面接', reading: 'めんせつ' }, { text: 'に行く' }]
 */
export function annotate(text: string, readings: Readings = (plain) => [{ text: plain }]): Part[] {
  const parts: Part[] = [];
  const between = (from: number, to: number) => to > from && parts.push(...readings(text.slice(from, to)));
  let from = 0;
  for (const { index, 0: whole, 1: kanji = '', 2: reading = '' } of text.matchAll(BRACKETS)) {
    // Every kanji has at least one kana: 一番低(ひく)い is about the last one only.
    const base = kanji.length > reading.length ? kanji.slice(-1) : kanji;
    between(from, index + kanji.length - base.length);
    parts.push({ text: base, reading });
    from = index + whole.length;
  }
  between(from, text.length);
  return parts;
}

/** A text without its readings in brackets, for those who hear it: they would hear such words twice. */
export const withoutReadings = (text: string): string => text.replace(BRACKETS, '$1');
