const segmenter = new Intl.Segmenter();
const ELLIPSIS = '…';

/** How LINE counts a property: labels by grapheme cluster, the rest by UTF-16 unit. */
export type Unit = 'graphemes' | 'units';

/** What people see as characters: an emoji of five code points, or a letter with its accents, is one. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export const sizeOf = (text: string, unit: Unit): number =>
  unit === 'units' ? text.length : graphemes(text).length;

/**
 * At most `max` units of text: what is too long ends in `…`, never inside a character,
 * and between words where words have spaces. Lone surrogates are mended first.
 */
export function shorten(text: string, max: number, unit: Unit = 'units'): string {
  const whole = text.toWellFormed();
  // A grapheme has at least one unit, so a short string needs no segmenting.
  if (whole.length <= max) return whole;
  const parts = graphemes(whole);
  if (unit === 'graphemes' && parts.length <= max) return whole;
  let size = ELLIPSIS.length;
  let kept = 0;
  for (const part of parts) {
    size += unit === 'units' ? part.length : 1;
    if (size > max) break;
    kept++;
  }
  return `${atWord(parts, kept).trimEnd()}${ELLIPSIS}`;
}

/** The first `kept` parts, less a word that would be cut when it costs no more than a third. */
function atWord(parts: readonly string[], kept: number): string {
  const cut = parts.slice(0, kept);
  const wordGoesOn = /[\p{L}\p{N}]/u;
  const space = cut.lastIndexOf(' ');
  const cutsWord = wordGoesOn.test(parts[kept] ?? '') && wordGoesOn.test(cut.at(-1) ?? '');
  return (cutsWord && space > (kept * 2) / 3 ? cut.slice(0, space) : cut).join('');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Width in half-width columns, roughly: CJK and other full-width letters take two. */
export const columnsOf = (text: string): number =>
  graphemes(text).reduce((sum, part) => sum + (WIDE.test(part) ? 2 : 1), 0);

/** A label in one line, never empty: LINE refuses empty labels and texts. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim() || ELLIPSIS;
