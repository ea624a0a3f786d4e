import type { Finder } from './finder.ts';
import { parse, type Item, type Parsed } from './query.ts';
import { rankParsed, type Found, type FoundHit } from './rank.ts';

/**
 * What somebody is looking for without a word of any language: `c:animals` (a concept), `n:12` (a name) or `t:34` (a
 * word of the index), whose numbers hold as long as the catalogue does. All of `wanted` (of each, one), none of `unwanted`.
 */
export interface Wish {
  readonly wanted: readonly (readonly string[])[];
  readonly unwanted: readonly string[];
}

/** Occupations found for a wish; language-free. */
export interface Finding {
  readonly wish: Wish;
  readonly hits: readonly { readonly id: number; readonly why: string }[];
  /** Whether they answer the wish; otherwise they are only near. */
  readonly sure: boolean;
  /** It holds a wish in a person's own words, not only a name. */
  readonly wishes: boolean;
  /** Occupations meant by the `n:` of the wish, to be named. */
  readonly named: Readonly<Record<string, number>>;
  /** Concepts of the wish that the catalogue has no data for. */
  readonly unknown: boolean;
}

/** A wish of its own, and not a condition for the one before. */
const BEGINS_ANEW =
  /(?:たい|たいです|すき|好き|です|ます|仕事|しごと)$|\b(?:i|want|like|looking|job|work)\b/u;
/** As many as anybody pages through. */
const MOST = 40;

/** Occupations for what is typed; with a wish before it, for both together when what is typed only narrows it. */
export function findWish(finder: Finder, text: string, before: Wish | null = null): Finding {
  const parsed = parse(finder, text);
  const narrows = before !== null && !BEGINS_ANEW.test(text) && isNarrowing(finder, parsed);
  return findingOf(finder, narrows ? both(decode(finder, before), parsed) : parsed);
}

/** Occupations for a wish that is known already. */
export const findAgain = (finder: Finder, wish: Wish): Finding => findingOf(finder, decode(finder, wish));

function findingOf(finder: Finder, parsed: Parsed): Finding {
  const { hits, sure }: Found = rankParsed(finder, parsed, { limit: MOST });
  const wish = encode(finder, parsed);
  const codes = [...wish.wanted.flat(), ...wish.unwanted];
  return {
    wish,
    hits: hits.map((hit) => ({ id: hit.id, why: whyCode(hit) })),
    sure,
    wishes: parsed.unwanted.length > 0 || codes.some((code) => code.startsWith('c:')),
    named: Object.fromEntries(
      codes.flatMap((code) => {
        const doc = code.startsWith('n:') ? finder.names[Number(code.slice(2))]?.docs[0]?.doc : undefined;
        return doc === undefined ? [] : [[code, finder.index.ids[doc]!]];
      }),
    ),
    unknown: codes.some((code) => finder.concepts.some(({ id, unknown }) => unknown && code === `c:${id}`)),
  };
}

const whyCode = ({ why }: FoundHit): string => {
  const [first] = why;
  return first?.kind === 'concept' ? `c:${first.text}` : (first?.kind ?? 'near');
};

/** 「資格なしで」 behind 「動物」: a condition, or something to leave out, and nothing that begins anew. */
function isNarrowing(finder: Finder, { wanted, unwanted }: Parsed): boolean {
  const items = wanted.flat();
  const narrows = ({ concepts }: Item) =>
    concepts.length > 0 && concepts.every((one) => finder.concepts[one]!.narrows);
  return (items.length > 0 || unwanted.length > 0) && items.every(narrows);
}

const both = (a: Parsed, b: Parsed): Parsed => ({
  ...b,
  wanted: [...a.wanted, ...b.wanted],
  unwanted: [...a.unwanted, ...b.unwanted],
});

function encode(finder: Finder, { wanted, unwanted }: Parsed): Wish {
  const codes = ({ concepts, names, terms }: Item): string[] => {
    if (concepts.length > 0) return concepts.map((one) => `c:${finder.concepts[one]!.id}`);
    if (names.length > 0) return [`n:${names[0]!}`];
    return terms.length > 0 ? [`t:${terms[0]!}`] : [];
  };
  return {
    wanted: distinct(wanted.map((items) => items.flatMap(codes)).filter((list) => list.length > 0)),
    unwanted: [...new Set(unwanted.flatMap(codes))],
  };
}

const distinct = (lists: readonly string[][]): string[][] => [
  ...new Map(lists.map((list) => [list.join(), list])).values(),
];

function decode(finder: Finder, { wanted, unwanted }: Wish): Parsed {
  const item = (code: string): Item[] => {
    const [kind = '', rest = ''] = code.split(':');
    const at = kind === 'c' ? finder.concepts.findIndex(({ id }) => id === rest) : Number(rest);
    const list = { c: finder.concepts, n: finder.names, t: finder.terms }[kind];
    if (!list || !(at in list)) return [];
    return [
      {
        text: kind === 'n' ? finder.names[at]!.key : kind === 't' ? finder.terms[at]!.word : '',
        concepts: kind === 'c' ? [at] : [],
        names: kind === 'n' ? [at] : [],
        terms: kind === 't' ? [at] : [],
        sure: 1,
      },
    ];
  };
  return {
    wanted: wanted.map((codes) => codes.flatMap(item)).filter((items) => items.length > 0),
    unwanted: unwanted.flatMap(item),
    unclear: [],
    heard: 1,
    chatter: false,
  };
}
