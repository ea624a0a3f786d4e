/** Longest text that is looked at; the rest of a longer one is ignored. */
export const MAX_TEXT = 500;

/**
 * A person's text made comparable: well-formed, full- and half-width alike (NFKC), lower case, single spaces,
 * at most 500 UTF-16 units.
 */
export const normaliseText = (text: string): string =>
  text
    .slice(0, MAX_TEXT * 4)
    .toWellFormed()
    .normalize('NFKC')
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();

/** Katakana to hiragana, for comparing readings. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
