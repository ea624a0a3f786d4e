import { h } from '../dom.ts';
import { annotate, withoutReadings } from '../furigana.ts';
import type { Locale } from '../locales.ts';
import { readingsOf } from '../readings.ts';

/** Puts words on the page. */
export interface Typesetter {
  /** Text as it is read, with furigana in やさしい日本語. */
  show(text: string): Node;
  /** Text as it is heard: for labels that nobody sees. */
  hear(text: string): string;
}

/**
 * The typesetter of a language. Readings are always set as `<ruby>` with their brackets in `<rp>`; whether they stand
 * above the kanji or behind it is a matter of style, so that the switch works on everything at once.
 */
export function typesetter(locale: Locale): Typesetter {
  switch (locale) {
    case 'ja':
      return { show: (text) => new Text(text), hear: (text) => text };
    case 'ja-easy':
      return { show: rubies, hear: withoutReadings };
    case 'en':
      return { show: withJapanese, hear: (text) => text };
  }
}

const JAPANESE = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)/u;

/** Official names stand in Japanese in every language; a screen reader has to know which words those are. */
function withJapanese(text: string): Node {
  const parts = text.split(JAPANESE);
  if (parts.length === 1) return new Text(text);
  const all = document.createDocumentFragment();
  all.append(...parts.map((part, at) => (at % 2 === 1 ? h('span', { lang: 'ja' }, part) : part)));
  return all;
}

/** Puts readings to what was shown before they were there. */
export function addReadings(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const bare: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest('ruby, .quiet')) bare.push(text);
  }
  for (const text of bare) text.replaceWith(rubies(text.data));
}

function rubies(text: string): Node {
  const all = document.createDocumentFragment();
  let rest = text;
  for (const { text: base, reading } of annotate(text, readingsOf)) {
    const written = reading === undefined ? base : `${base}(${reading})`;
    // What the text itself has no brackets for shows none when furigana is switched off.
    const own = rest.startsWith(written);
    rest = rest.slice(own ? written.length : base.length);
    all.append(reading === undefined ? base : ruby(base, reading, own));
  }
  return all;
}

/** Readings are hidden from screen readers: they read the kanji, and would say the word a second time. */
function ruby(base: string, reading: string, own: boolean): HTMLElement {
  const hidden = { 'aria-hidden': 'true' };
  return h(
    'ruby',
    { class: own ? '' : 'added' },
    base,
    own && h('rp', hidden, '('),
    h('rt', hidden, reading),
    own && h('rp', hidden, ')'),
  );
}
