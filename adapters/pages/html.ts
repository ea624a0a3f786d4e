import type { Locale } from '../../domain/locales.ts';

/** HTML that is safe to send: what was text has been escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Content = Html | string | number | false | null | undefined | readonly Content[];

/**
 * HTML with every text in it escaped, lists joined, and `false`, `null`, `undefined` left out.
 *
 * @example html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
 */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(outdented(parts).reduce((before, part, i) => before + written(contents[i - 1]) + part));

/** The fixed parts of a template without the indentation they have in the source; made once. */
function outdented(parts: TemplateStringsArray): readonly string[] {
  const known = outdentedParts.get(parts) ?? parts.map((part) => part.replace(/\n\s+/gu, '\n'));
  outdentedParts.set(parts, known);
  return known;
}
const outdentedParts = new WeakMap<TemplateStringsArray, readonly string[]>();

function written(content: Content): string {
  if (content instanceof Html) return content.text;
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  if (Array.isArray(content)) return content.map(written).join('');
  return '';
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, also inside attributes. */
export const escape = (text: string): string => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign]!);

/** HTML `lang` of a locale. */
export const langOf = (locale: Locale): string => (locale === 'ja-easy' ? 'ja' : locale);

/** Escapes a text and marks what is in another language. */
export type Mark = (text: string) => Html;

const JAPANESE =
  /[『「（]*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー『』「」（）、。・〜／，]*/gu;

/**
 * A text on a page of a language, with the Japanese in it marked as Japanese where the page is not:
 * a screen reader then changes its voice, a browser its font.
 */
export const inLanguage =
  (locale: Locale): Mark =>
  (text: string): Html => {
    if (langOf(locale) === 'ja') return new Html(escape(text));
    return new Html(escape(text).replace(JAPANESE, (run) => `<span lang="ja">${run}</span>`));
  };
