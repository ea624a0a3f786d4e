import type { AreaCode, Prefecture } from './catalogue.ts';
import { normaliseText, toHiragana } from './text.ts';

/**
 * Prefectures a text may mean: 「さいたま」, "saitama", 「埼玉に住んでる」, a big city.
 * An exact spelling wins over those found inside a longer text; several when several are named, empty when nothing fits.
 */
export function findPrefectures(prefectures: Iterable<Prefecture>, text: string): AreaCode[] {
  const written = normaliseText(text);
  const heard = toHiragana(written);
  const all = [...prefectures];
  const names = all.flatMap((prefecture) =>
    heardAs(prefecture)
      .filter((spelling) => heard.includes(spelling))
      .map((spelling) => ({ code: prefecture.code, spelling })),
  );
  const exact = names.filter(({ spelling }) => spelling === heard);
  const meant = new Set((exact.length > 0 ? exact : namesIn(names, heard, written)).map(({ code }) => code));
  return all.map(({ code }) => code).filter((code) => meant.has(code));
}

const spellingsHeard = new WeakMap<Prefecture, readonly string[]>();

/** Its spellings, comparable; prepared once for each prefecture. */
function heardAs(prefecture: Prefecture): readonly string[] {
  const known = spellingsHeard.get(prefecture);
  if (known) return known;
  const spellings = prefecture.spellings
    .map((spelling) => toHiragana(normaliseText(spelling)))
    .filter((spelling) => spelling.length >= 2);
  spellingsHeard.set(prefecture, spellings);
  return spellings;
}

interface Name {
  readonly code: AreaCode;
  readonly spelling: string;
}

/** Names in a text from left to right, the longest first, so that 「東京都」 does not hold 「京都」. */
function namesIn(names: readonly Name[], heard: string, written: string): Name[] {
  const longestFirst = names.toSorted((a, b) => b.spelling.length - a.spelling.length);
  const found: Name[] = [];
  for (let at = 0; at < heard.length;) {
    const here = longestFirst.find(
      ({ spelling }) => heard.startsWith(spelling, at) && standsAlone(spelling, written, at),
    );
    if (here) found.push(...names.filter(({ spelling }) => spelling === here.spelling));
    at += here?.spelling.length ?? 1;
  }
  return found;
}

const LATIN = /\p{Script=Latin}/u;
const HIRAGANA = /^[ぁ-ゖー]+$/u;
const KATAKANA = /^[ァ-ヶー]+$/u;
/** Kana after which a short place name may begin, and kana that may follow one: mostly particles. */
const BEFORE_NAME = /^[はもとやか]$/u;
const AFTER_NAME = /^[にでのへをはがもとやかだけよねじ]$/u;
/** 市, 区, まで, 出身: only after longer names, because of 「さがし」, 「みえます」. */
const AFTER_LONGER_NAME = /^[しくま]$/u;

/**
 * Whether what lies around a spelling lets it be a name. "mie" is not in "smiley", nor 「さが」 in 「さがす」,
 * 「なら」 in 「それなら」, 「みえ」 in 「組込みエンジニア」. Kanji may stand anywhere.
 */
function standsAlone(spelling: string, written: string, at: number): boolean {
  const end = at + spelling.length;
  const before = written[at - 1] ?? '';
  const after = written[end] ?? '';
  if (LATIN.test(spelling)) return !LATIN.test(before) && !LATIN.test(after);
  if (!HIRAGANA.test(spelling)) return true;
  const script = [HIRAGANA, KATAKANA].find((kana) => kana.test(written.slice(at, end)));
  if (!script) return false;
  const begins = spelling.length > 3 || !script.test(before) || BEFORE_NAME.test(toHiragana(before));
  if (!begins || !script.test(after)) return begins;
  const kana = toHiragana(after);
  return AFTER_NAME.test(kana) || (spelling.length > 2 && AFTER_LONGER_NAME.test(kana));
}
