import type { Inflection } from './stored.ts';

const ROWS: Readonly<Record<string, string>> = {
  う: 'わいえおっ',
  く: 'かきけこい',
  ぐ: 'がぎげごい',
  す: 'さしせそ',
  つ: 'たちてとっ',
  ぬ: 'なにねのん',
  ぶ: 'ばびべぼん',
  む: 'まみめもん',
  る: 'らりれろっ',
};
const ENDINGS = ['て', 'た', ''];

/** A Japanese word as it stands before endings: 「作る」 → 「作り」, 「作った」 … */
export function inflected(word: string, inflection: Inflection): string[] {
  const stem = word.slice(0, -1);
  if (inflection === '' || stem === '') return [word];
  if (inflection === 'i')
    return [word, ...ENDINGS.filter((end) => stem.length + end.length > 1).map((end) => stem + end)];
  if (inflection === 'a') return [word, `${stem}く`, `${stem}くて`, `${stem}かった`];
  const row = ROWS[word.at(-1)!] ?? '';
  const past =
    row.at(-1) === 'ん'
      ? ['んで', 'んだ']
      : row.at(-1) === 'っ'
        ? ['って', 'った']
        : row.at(-1) === 'い'
          ? ['いて', 'いた']
          : ['して', 'した'];
  return [word, ...[...row].map((kana) => stem + kana), ...past.map((end) => stem + end)];
}
