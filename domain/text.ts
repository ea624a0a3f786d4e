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
    .slice(0, MAX_TEXT * 4)
    // Zero-width spaces and marks come along with copied text.
    .replace(/[\u200b\u200c\u2060\ufeff]/gu, '')
    // Telephones type the curly one.
    .replace(/[\u2018\u2019]/gu, "'")
    .toLowerCase()
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .trim();

/** Marks and pictures that people add to what they mean: 「ありがとう!」, "ok 👍". */
const ADDED = /(?:[\s!?。、.,…~〜♪]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)+$/u;

/** A normalised text without what was added to it; the text itself where nothing else was said. */
export const withoutMarks = (text: string): string => text.replace(ADDED, '') || text;

/** Without the spaces of somebody who learns Japanese: 「にほんごが わかりません」. */
export const withoutGaps = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}ぁ-んァ-ヶー]) (?=[\p{Script=Han}ぁ-んァ-ヶー])/gu, '');

/** Whether anything is said in letters or digits; pictures and marks are not. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Letters of languages that Shirube does not speak: Vietnamese, Nepali, Burmese, Korean, Thai, Cyrillic … */
const OTHER_LETTERS =
  /[ăđơưạ-ỹ]|\p{Script=Devanagari}|\p{Script=Myanmar}|\p{Script=Hangul}|\p{Script=Thai}|\p{Script=Khmer}|\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Bengali}|\p{Script=Sinhala}/u;
export const isOtherLanguage = (text: string): boolean => OTHER_LETTERS.test(text);

/** Katakana to hiragana, for comparing readings. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** ASCII letters, digits and signs as their full-width forms, which some official search forms want. */
export const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
