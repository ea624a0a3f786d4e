import { normaliseText, toHiragana } from './text.ts';

/** A place in a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
/** Words that must stand in a text in this order, a little apart: each segment is one of its alternatives. */
export interface Term {
  readonly segments: readonly (readonly string[])[];
}

/** So far apart words of one pattern may stand: characters of Japanese, words of English. */
const GAP_JAPANESE = 18;
const GAP_LATIN = 7;

const split = (pattern: string): string[][] => pattern.split('~').map((segment) => segment.split('/'));

export const japaneseTerm = (pattern: string): Term => ({
  segments: split(pattern).map((segment) => segment.map((word) => toHiragana(normaliseText(word)))),
});

/** Where a Japanese pattern stands; `written` is normalised, `heard` the same in hiragana, sign by sign. */
export function findJapanese({ segments }: Term, written: string, heard: string): Span[] | null {
  const follow = (at: number, least: number, first: boolean): Span[] | null => {
    if (at === segments.length) return [];
    for (const word of segments[at]!) {
      for (let from = heard.indexOf(word, least); from >= 0; from = heard.indexOf(word, from + 1)) {
        if (!first && from - least > GAP_JAPANESE) break;
        if (!standsAlone(written, from, from + word.length, first)) continue;
        const rest = follow(at + 1, from + word.length, false);
        if (rest) return [{ from, to: from + word.length }, ...rest];
      }
    }
    return null;
  };
  return follow(0, 0, true);
}

const HAN = /[\p{Script=Han}々]/u;
const KATAKANA = /[ァ-ヶー]/u;
const HIRAGANA = /[ぁ-ん]/u;
const LATIN = /[a-z0-9]/u;
/** Kana after which a word may begin. */
const PARTICLE = /[はもとやかのをでがにへ]/u;

/** Kana that may follow one: particles, and 「する」. */
const ENDING = /[はもとやかのをでがにへしすだまてたな]/u;

/** Whether a hit is a word of its own: 「レジ」 is not in 「レジャー」, 「つり」 not in 「おつり」, 「弟」 not in 「兄弟」. */
function standsAlone(written: string, from: number, to: number, isFirst: boolean): boolean {
  const said = written.slice(from, to);
  const before = written[from - 1] ?? ' ';
  const after = written[to] ?? ' ';
  if (said.length === 1 && HAN.test(said)) return !HAN.test(before) && !HAN.test(after);
  if (KATAKANA.test(said[0]!) && KATAKANA.test(before)) return false;
  if (KATAKANA.test(said.at(-1)!) && KATAKANA.test(after)) return false;
  if (LATIN.test(said[0]!) && LATIN.test(before)) return false;
  if (LATIN.test(said.at(-1)!) && LATIN.test(after)) return false;
  const isShort = said.length <= 3 && [...said].every((sign) => HIRAGANA.test(sign));
  if (!isShort) return true;
  // A later word of a pattern is mostly a verb, and goes on as verbs do.
  const ends = !isFirst || !HIRAGANA.test(after) || ENDING.test(after);
  return ends && (!HIRAGANA.test(before) || PARTICLE.test(before));
}

export const latinTerm = (pattern: string): Term => ({
  segments: split(normaliseText(pattern)).map((segment) =>
    segment.map((words) =>
      tokens(words)
        .map(({ root }) => root)
        .join(' '),
    ),
  ),
});

interface Token extends Span {
  readonly root: string;
}
const WORDS = /[a-z0-9]+(?:'[a-z]+)?/gu;
const tokens = (text: string): Token[] =>
  [...text.matchAll(WORDS)].map((match) => ({
    root: rootOf(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));

let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: '', tokens: [] };

/** Where an English pattern stands, whatever the form of its words: "look after~sister" in "looking after my sisters". */
export function findLatin({ segments }: Term, written: string): Span[] | null {
  // The same text is held against a thousand patterns.
  if (last.text !== written) last = { text: written, tokens: tokens(written) };
  const said = last.tokens;
  const stands = (words: readonly string[], at: number) =>
    words.every((word, i) => said[at + i]?.root === word);
  const follow = (segment: number, least: number, first: boolean): Span[] | null => {
    if (segment === segments.length) return [];
    const most = first ? said.length - 1 : Math.min(said.length - 1, least + GAP_LATIN);
    for (let at = least; at <= most; at += 1) {
      for (const alternative of segments[segment]!) {
        const words = alternative.split(' ');
        if (!stands(words, at)) continue;
        const rest = follow(segment + 1, at + words.length, false);
        const end = said[at + words.length - 1]!;
        if (rest) return [{ from: said[at]!.from, to: end.to }, ...rest];
      }
    }
    return null;
  };
  return said.length === 0 ? null : follow(0, 0, true);
}

/** Roots of the English words in a text that mean something by themselves. */
export const roots = (text: string): string[] => [
  ...new Set(
    tokens(normaliseText(text))
      .map(({ root }) => root)
      .filter((root) => root.length > 1 && !SMALL.has(root)),
  ),
];

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'sold:sell taught:teach made:make did:do doing:do ran:run running:run took:take kept:keep wrote:write written:write ' +
    'drew:draw drawn:draw drove:drive driven:drive built:build grew:grow grown:grow fed:feed sang:sing led:lead held:hold ' +
    'sent:send bought:buy brought:bring got:get went:go caught:catch swept:sweep spoke:speak spoken:speak told:tell gave:give ' +
    'found:find using:use rode:ride swam:swim threw:throw shot:shoot knew:know chose:choose children:child babies:baby ' +
    'grandmother:grandparent grandma:grandparent granny:grandparent gran:grandparent nan:grandparent nana:grandparent ' +
    'grandfather:grandparent grandpa:grandparent granddad:grandparent grandad:grandparent grandparents:grandparent ' +
    'grandmothers:grandparent brother:sibling sister:sibling brothers:sibling sisters:sibling bro:sibling sis:sibling ' +
    'shopping:shopping training:training sibling:sibling siblings:sibling mum:mother mom:mother mama:mother mommy:mother dad:father papa:father daddy:father photos:photo ' +
    'colour:color colours:color favourite:favorite'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** The root of an English word, near enough for comparing: cooking, cooked, cooks → cook. */
function rootOf(word: string): string {
  const plain = word.replace(/'s$|'$/u, '');
  const known = IRREGULAR[plain];
  if (known !== undefined) return withoutE(known);
  if (plain.length > 5 && plain.endsWith('ing')) return withoutE(undoubled(plain.slice(0, -3)));
  if (plain.length > 4 && plain.endsWith('ied')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && plain.endsWith('ed')) return withoutE(undoubled(plain.slice(0, -2)));
  if (plain.length > 3 && /[^su]s$/u.test(plain)) return withoutE(plain.slice(0, -1));
  return withoutE(plain);
}
const undoubled = (root: string): string => root.replace(/([bdgmnprt])\1$/u, '$1');
const withoutE = (root: string): string => (root.length > 3 ? root.replace(/e$/u, '') : root);

const SMALL = new Set(
  'a an the to of for in on at by with from and or it its so is are be was do done your you my our their them they that what who when how if up out into as some somebody something people person thing things used use new school home house club class family friend friends parttime part time job work event events small own after before others'
    .split(' ')
    .map((word) => rootOf(word)),
);
