import type { AreaCode, Prefecture } from './catalogue.ts';
import { normaliseText, toHiragana } from './text.ts';

/**
 * Prefectures a text may mean: 「さいたま」, "saitama", 「埼玉に住んでる」, a big city.
 * An exact spelling wins over one found inside a longer text; empty when nothing fits.
 */
export function findPrefectures(prefectures: Iterable<Prefecture>, text: string): AreaCode[] {
  const heard = toHiragana(normaliseText(text));
  if (heard === '') return [];
  const all = [...prefectures].map(({ code, spellings }) => ({
    code,
    spellings: spellings.map((spelling) => toHiragana(normaliseText(spelling))),
  }));
  const exact = all.filter(({ spellings }) => spellings.includes(heard));
  if (exact.length > 0) return exact.map(({ code }) => code);
  // 「京都」 lies inside 「東京都」: the longest spelling found decides.
  const inside = all
    .map(({ code, spellings }) => ({
      code,
      length: Math.max(0, ...spellings.filter((spelling) => isIn(spelling, heard)).map((s) => s.length)),
    }))
    .filter(({ length }) => length >= 2);
  const longest = Math.max(0, ...inside.map(({ length }) => length));
  return inside.filter(({ length }) => length === longest).map(({ code }) => code);
}

/** Latin spellings must stand as words of their own ("mie" is not in "smiley"). */
function isIn(spelling: string, text: string): boolean {
  if (/^[a-z -]+$/u.test(spelling)) return new RegExp(`(?<![a-z])${spelling}(?![a-z])`, 'u').test(text);
  return text.includes(spelling);
}
