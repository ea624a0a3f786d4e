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
    // Zero-width spaces and marks come along with copied text.
    .replace(/[\u200b\u200c\u2060\ufeff]/gu, '')
    .toLowerCase()
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .trim();

/** Katakana to hiragana, for comparing readings. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** ASCII letters, digits and signs as their full-width forms, which some official search forms want. */
export const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
