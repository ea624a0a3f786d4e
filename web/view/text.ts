import { h } from '../dom.ts';
import { annotate, withoutReadings, type Readings } from '../furigana.ts';
import type { Locale } from '../locales.ts';

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
export function typesetter(locale: Locale, readings?: Readings): Typesetter {
  if (locale !== 'ja-easy') return { show: (text) => new Text(text), hear: (text) => text };
  return { show: (text) => rubies(text, readings), hear: withoutReadings };
}

function rubies(text: string, readings: Readings | undefined): Node {
  const all = document.createDocumentFragment();
  let rest = text;
  for (const { text: base, reading } of annotate(text, readings)) {
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
