import { toHiragana } from '../text.ts';
import type { Entry, Finder } from './finder.ts';
import { KANA, kanaFrom, LONGEST_QUERY, plain, sounds, stem } from './normal.ts';

/** A piece of the query: known with what it may be, or not understood. */
export interface Token {
  /** As typed, in hiragana; English words as typed. */
  readonly text: string;
  /** As it stands in the index. */
  readonly key: string;
  readonly entry: Entry | null;
  /** Something is typed between this one and the one before: a space or a mark. */
  readonly apart: boolean;
  /** It begins inside a word of katakana. */
  readonly cut: boolean;
}

interface Line {
  readonly text: string;
  /** Places where a space or a mark was. */
  readonly gaps: ReadonlySet<number>;
  /** Places inside a word of katakana. */
  readonly inKatakana: ReadonlySet<number>;
  /** Original of the Latin word that begins at a place. */
  readonly latin: ReadonlyMap<number, string>;
}

const PIECES = /[a-z][a-z']*|\d+|\s+|./gu;
/** Words that only strengthen, in the middle of a sentence. */
const ADVERBS =
  /(?<=[をがはので ])(?:あまり|あんまり|全然|ぜんぜん|とても|すごく|ちょっと|もっと|ほとんど) ?(?=.)/gu;
const isLatin = (sign: string | undefined): boolean => sign !== undefined && /[a-z0-9]/u.test(sign);

function lineOf(query: string): Line {
  let text = '';
  const [gaps, inKatakana, latin] = [new Set<number>(), new Set<number>(), new Map<number, string>()];
  let katakana = false;
  for (const piece of plain(query).slice(0, LONGEST_QUERY).replace(ADVERBS, '').match(PIECES) ?? []) {
    if (/^\s/u.test(piece)) {
      gaps.add(text.length);
      katakana = false;
      continue;
    }
    // Between two Latin words the space is part of what is looked up.
    if (isLatin(piece[0]) && isLatin(text.at(-1)) && gaps.has(text.length)) text += ' ';
    const now = /^[ァ-ヶー]/u.test(piece);
    if (now && katakana) inKatakana.add(text.length);
    katakana = now;
    if (/^[a-z]/u.test(piece)) {
      latin.set(text.length, piece);
      text += stem(piece);
    } else text += toHiragana(piece);
  }
  return { text, gaps, inKatakana, latin };
}

/** Costs of the way through a query; the cheapest one is taken. */
const COST = {
  known: 1,
  likely: 0.7,
  filler: 0.95,
  short: 0.5,
  across: 0.8,
  cut: 0.7,
  unknown: 1.5,
  unknownLatin: 2.5,
};

/** Cuts a query into known words where it can: the cheapest way, from the left among equal ones. */
export function segment(finder: Finder, query: string): Token[] {
  const line = lineOf(query);
  const { text } = line;
  const cost = new Float64Array(text.length + 1).fill(Infinity);
  const from = new Int32Array(text.length + 1);
  const isKnown = new Uint8Array(text.length + 1);
  cost[0] = 0;
  const reach = (start: number, end: number, price: number, known: boolean) => {
    if (cost[start]! + price >= cost[end]! - 1e-9) return;
    cost[end] = cost[start]! + price;
    from[end] = start;
    isKnown[end] = known ? 1 : 0;
  };
  for (let i = 0; i < text.length; i += 1) {
    if (cost[i] === Infinity) continue;
    if (text[i] === ' ') {
      reach(i, i + 1, 0, false);
      continue;
    }
    const most = Math.min(finder.longest, text.length - i);
    for (let length = 1; length <= most; length += 1) {
      const end = i + length;
      if (isLatin(text[end - 1]) && isLatin(text[end])) continue;
      const key = text.slice(i, end);
      const entry = finder.entries.get(key);
      if (entry) reach(i, end, priceOf(entry, key, i, end, line), true);
    }
    const end = isLatin(text[i]) ? endOfLatin(text, i) : i + 1;
    reach(i, end, isLatin(text[i]) ? COST.unknownLatin : COST.unknown, false);
  }
  return tokensOf(finder, line, from, isKnown);
}

function endOfLatin(text: string, start: number): number {
  let end = start + 1;
  while (isLatin(text[end])) end += 1;
  return end;
}

function priceOf(entry: Entry, key: string, start: number, end: number, { gaps, inKatakana }: Line): number {
  const likely = entry.concepts.length > 0 || entry.names.length > 0;
  let price = likely ? COST.likely : entry.word !== null ? COST.filler : COST.known;
  if (entry.word === null && key.length <= 2 && KANA.test(key)) price += COST.short * (3 - key.length);
  for (let at = start + 1; at < end; at += 1) if (gaps.has(at)) price += key.includes(' ') ? 0 : COST.across;
  if (inKatakana.has(start)) price += COST.cut;
  if (inKatakana.has(end)) price += COST.cut;
  return price;
}

function tokensOf(finder: Finder, line: Line, from: Int32Array, isKnown: Uint8Array): Token[] {
  const pieces: { start: number; end: number; known: boolean }[] = [];
  for (let end = line.text.length; end > 0; end = from[end]!)
    pieces.unshift({ start: from[end]!, end, known: isKnown[end] === 1 });
  const tokens: Token[] = [];
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open) tokens.push(unknown(finder, line, open.start, open.end));
    open = null;
  };
  for (const { start, end, known } of pieces) {
    const latin = isLatin(line.text[start]);
    if (line.text[start] === ' ') close();
    else if (known) {
      close();
      const key = line.text.slice(start, end);
      const text = key.includes(' ') ? key : (line.latin.get(start) ?? key);
      const [apart, cut] = [line.gaps.has(start), line.inKatakana.has(start)];
      tokens.push({ text, key, entry: finder.entries.get(key)!, apart, cut });
    } else if (latin || !open || line.gaps.has(start)) {
      close();
      open = { start, end };
      if (latin) close();
    } else open = { start: open.start, end };
  }
  close();
  return tokens;
}

function unknown(finder: Finder, line: Line, start: number, end: number): Token {
  const key = line.text.slice(start, end);
  const text = line.latin.get(start) ?? key;
  const apart = line.gaps.has(start);
  const kana = /^[a-zāīūēō]/u.test(text) ? kanaFrom(text) : null;
  const reading = kana === null ? undefined : finder.bySound.get(sounds(kana));
  const entry =
    reading === undefined
      ? kana === null
        ? undefined
        : finder.entries.get(kana)
      : finder.entries.get(reading);
  return entry
    ? { text, key: reading ?? kana!, entry, apart, cut: false }
    : { text, key, entry: null, apart, cut: false };
}
