import type { Finder } from './finder.ts';
import { RULED_OUT } from './concepts.ts';
import { LATIN } from './normal.ts';
import { parse, type Item, type Parsed } from './query.ts';
import { maskOf } from './typo.ts';
import { FIELDS, type Field, type NameKind } from './stored.ts';

/** Why an occupation was found; a concept by its id, anything else by the words that fit. */
export interface Why {
  readonly kind: 'name' | 'everyday' | 'licence' | 'concept' | 'text' | 'near';
  readonly text: string;
}
export interface FoundHit {
  readonly id: number;
  /** 0–1. */
  readonly score: number;
  readonly why: readonly Why[];
}
export interface Found {
  readonly hits: readonly FoundHit[];
  /** Whether the hits answer what was asked; otherwise they are only suggestions. */
  readonly sure: boolean;
  readonly parsed: Parsed;
  readonly unclear: readonly string[];
}

const KIND_WORTH: Readonly<Record<NameKind, number>> = {
  name: 1,
  reading: 0.97,
  part: 0.85,
  alias: 0.9,
  everyday: 0.92,
  licence: 0.7,
};
/** What a hit in a field says, from a word of the name to a word of the story. */
const STRENGTH: Readonly<Record<Field, number>> = {
  name: 0.8,
  alias: 0.7,
  everyday: 0.75,
  licence: 0.6,
  group: 0.5,
  summary: 0.5,
  story: 0.3,
};
/** What an occupation that misses one of several conditions keeps. */
const MISSING = 0.04;
/** What one keeps that has what is wished for, but not a condition beside it. */
const MISSING_CONDITION = 0.2;
/** From here on an occupation counts as what is not wanted. */
const UNWANTED = 0.65;
/** Up to here it does not count at all. */
const HARMLESS = 0.4;
/** What has less than this share of the best score is not worth showing. */
const FLOOR = 0.03;
/** Strength of a word of a name; a summary has less. */
const SURE = 0.6;
const MOSTLY = 0.6;

/** And what one keeps that lacks words beside a wish that is understood: 「絵がうまいと言われます」. */
const MISSING_WORD = 0.5;

/** One wish laid over all occupations. */
interface Layer {
  readonly values: Float32Array;
  readonly whys: (doc: number) => Why | null;
  readonly weight: number;
  readonly strength: number;
  /** It only narrows a wish: 「資格なしで」. */
  readonly narrows: boolean;
  /** Occupations that lack what is insisted on. */
  readonly ruledOut: (doc: number) => boolean;
}

/** Occupations for a query in plain words, best first; ties by id. */
export const rank = (finder: Finder, query: string, options: { limit?: number } = {}): Found =>
  rankParsed(finder, parse(finder, query), options);

/** The same for a query that is understood already. */
export function rankParsed(finder: Finder, parsed: Parsed, { limit = 50 }: { limit?: number } = {}): Found {
  const count = finder.index.ids.length;
  const clauses = apart(parsed.wanted).map((items) =>
    either(
      items.map((item) => layerOf(finder, item)),
      count,
    ),
  );
  const texts = clauses.filter(({ weight }) => weight < 1);
  const firm = clauses.filter(({ weight }) => weight === 1);
  const all = [...firm, ...(texts.length > 0 ? [together(texts, count)] : [])];
  const unwanted = parsed.unwanted.map((item) => layerOf(finder, item, true));
  const hasMain = all.some(({ narrows }) => !narrows);
  const isOut = (doc: number) =>
    all.some(({ ruledOut }) => ruledOut(doc)) || unwanted.some(({ values }) => values[doc]! >= UNWANTED);
  const scores = new Float32Array(count);
  for (let doc = 0; doc < count; doc += 1) {
    if (!finder.alive[doc]) continue;
    let score = all.length === 0 || isOut(doc) ? 0 : 1;
    for (const { values, weight, narrows } of all) {
      const missing =
        narrows && hasMain ? MISSING_CONDITION : weight < 1 && firm.length > 0 ? MISSING_WORD : MISSING;
      score *= all.length === 1 ? values[doc]! : ((missing + values[doc]!) / (1 + missing)) ** weight;
    }
    if (all.length > 1 && !all.some(({ values }) => values[doc]! > 0)) score = 0;
    for (const { values } of unwanted)
      score *= Math.min(1, Math.max(0, (UNWANTED - values[doc]!) / (UNWANTED - HARMLESS)));
    scores[doc] = score;
  }
  spread(finder, scores, isOut);
  const best = scores.reduce((a, b) => Math.max(a, b), 0);
  const order = [...scores.keys()]
    .filter((doc) => scores[doc]! > FLOOR * best)
    .sort((a, b) => scores[b]! - scores[a]! || finder.index.ids[a]! - finder.index.ids[b]!)
    .slice(0, limit);
  const strength = Math.max(0, ...all.map((layer) => layer.strength));
  return {
    hits: order.map((doc) => ({
      id: finder.index.ids[doc]!,
      score: Math.min(1, scores[doc]!),
      why: whysOf(all, doc),
    })),
    sure: isSure(parsed, strength, order.length),
    parsed,
    unclear: parsed.unclear,
  };
}

/** The same wish said twice counts once. */
const apart = (wanted: Parsed['wanted']): Parsed['wanted'] =>
  wanted.filter(
    (items, at) =>
      !wanted
        .slice(0, at)
        .some((others) =>
          items.every(
            (item) =>
              item.concepts.length > 0 && others.some((other) => other.concepts[0] === item.concepts[0]),
          ),
        ),
  );

/** Something firm was understood, and most of what was said; words found only in texts are no answer by themselves. */
function isSure({ chatter, heard }: Parsed, strength: number, found: number): boolean {
  return found > 0 && !chatter && strength >= SURE && heard >= MOSTLY;
}

function whysOf(layers: readonly Layer[], doc: number): Why[] {
  const whys = layers
    .map((layer) => ({
      value: layer.values[doc]! - (layer.narrows ? 1 : 0),
      why: layer.values[doc]! > 0.1 ? layer.whys(doc) : null,
    }))
    .flatMap(({ value, why }) => (why ? [{ value, why }] : []))
    .sort((a, b) => b.value - a.value)
    .map(({ why }) => why);
  return whys.length > 0 ? whys : [{ kind: 'near', text: '' }];
}

/** The best of several: 「医療か福祉」. */
function either(layers: readonly Layer[], count: number): Layer {
  if (layers.length === 1) return layers[0]!;
  const values = Float32Array.from({ length: count }, (_, doc) =>
    Math.max(...layers.map((one) => one.values[doc]!)),
  );
  return {
    values,
    whys: (doc) => layers.find((one) => one.values[doc] === values[doc])?.whys(doc) ?? null,
    weight: Math.max(...layers.map(({ weight }) => weight)),
    strength: Math.max(...layers.map(({ strength }) => strength)),
    narrows: layers.every(({ narrows }) => narrows),
    ruledOut: (doc) => layers.every(({ ruledOut }) => ruledOut(doc)),
  };
}

/** Words found only in texts say together what none says alone. */
function together(layers: readonly Layer[], count: number): Layer {
  const sums = Float32Array.from({ length: count }, (_, doc) =>
    layers.reduce((sum, one) => sum + one.values[doc]! * one.weight, 0),
  );
  const total = layers.reduce((sum, { weight }) => sum + weight, 0);
  const values = sums.map((sum) => sum / total);
  const strongest = layers.reduce((a, b) => (b.strength > a.strength ? b : a));
  return {
    values,
    whys: (doc) => layers.reduce((a, b) => (b.values[doc]! > a.values[doc]! ? b : a)).whys(doc),
    weight: 0.8,
    strength: strongest.strength,
    narrows: layers.every(({ narrows }) => narrows),
    ruledOut: (doc) => layers.some(({ ruledOut }) => ruledOut(doc)),
  };
}

/** How much an item is true of each occupation. Negated, only what is plainly so counts. */
function layerOf(
  finder: Finder,
  { concepts, names, terms, sure, text, light, loose }: Item,
  strict = false,
): Layer {
  const count = finder.index.ids.length;
  const values = new Float32Array(count);
  const whys: (Why | undefined)[] = [];
  const put = (doc: number, value: number, kind: Why['kind'], said: string) => {
    const before = values[doc]!;
    // What fits in several ways stands before what fits in one.
    values[doc] = value > before ? value + 0.06 * before : before + 0.06 * value;
    if (value <= before) return;
    whys[doc] = { kind, text: said };
  };
  let strength = 0;
  for (const concept of concepts) {
    const scores = finder.conceptScores[concept]!;
    for (let doc = 0; doc < count; doc += 1) put(doc, scores[doc]!, 'concept', finder.concepts[concept]!.id);
    strength = 1;
  }
  for (const name of names) {
    const { key, docs } = finder.names[name]!;
    for (const { doc, kind } of docs) {
      put(doc, KIND_WORTH[kind] * sure, kind === 'everyday' || kind === 'licence' ? kind : 'name', key);
      strength = Math.max(strength, sure);
    }
  }
  // A word inside a name: 「デザイナー」 in 「グラフィックデザイナー」.
  if (names.length > 0 || terms.length > 0)
    inside(finder, text, (doc, worth, key) => {
      put(doc, worth * sure, 'name', key);
      strength = Math.max(strength, 0.8);
    });
  if (loose)
    pairs(finder, text, (doc, worth, key) => {
      put(doc, worth, 'name', key);
      strength = Math.max(strength, 0.2);
    });
  let top = 0;
  for (const term of terms) {
    const { index } = finder;
    for (let p = index.starts[term]!; p < index.starts[term + 1]!; p += 1) {
      const field = FIELDS[index.fields[p]!]!;
      if (strict && STRENGTH[field] < 0.6) continue;
      const impact = index.impacts[p]! / 255;
      top = Math.max(top, impact);
      const bonus = names.length > 0 || concepts.length > 0 ? 0.7 : 1;
      put(
        index.docs[p]!,
        Math.min(0.95, impact * 1.3) * bonus,
        field === 'everyday' || field === 'licence'
          ? field
          : field === 'name' || field === 'alias'
            ? 'name'
            : 'text',
        finder.terms[term]!.word,
      );
      strength = Math.max(strength, STRENGTH[field]);
    }
  }
  const isFirm = (concepts.length > 0 || names.length > 0) && !light;
  const insists = names.length === 0 && concepts.length === 1 ? finder.conceptScores[concepts[0]!]! : null;
  return {
    values,
    whys: (doc) => whys[doc] ?? null,
    weight: isFirm ? 1 : light ? 0.3 : Math.max(0.1, top * 0.9),
    strength,
    narrows: concepts.length > 0 && concepts.every((one) => finder.concepts[one]!.narrows === true),
    ruledOut: (doc) => insists?.[doc] === RULED_OUT,
  };
}

function inside(finder: Finder, text: string, put: (doc: number, worth: number, key: string) => void): void {
  const latin = LATIN.test(text);
  if (text.length < (/\p{Script=Han}/u.test(text) ? 2 : latin ? 3 : 4)) return;
  const own = maskOf(text);
  for (let n = 0; n < finder.names.length; n += 1) {
    if ((own & ~finder.nameMasks[n]!) !== 0) continue;
    const { key, docs } = finder.names[n]!;
    const at = key.length > text.length ? key.indexOf(text) : -1;
    if (at < 0) continue;
    if (latin && (/[a-z]/u.test(key[at - 1] ?? '') || /[a-z]/u.test(key[at + text.length] ?? ''))) continue;
    const worth = 0.45 + 0.4 * (text.length / key.length);
    for (const { doc, kind } of docs) if (kind !== 'licence') put(doc, worth * KIND_WORTH[kind], key);
  }
}

/** Names that hold at least half of the pairs of letters of a word. */
function pairs(finder: Finder, text: string, put: (doc: number, worth: number, key: string) => void): void {
  const all = [...new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)))];
  for (const { key, docs } of finder.names) {
    const held = all.reduce((sum, pair) => sum + (key.includes(pair) ? 1 : 0), 0) / all.length;
    if (held >= 0.5) for (const { doc, kind } of docs) if (kind !== 'licence') put(doc, held * 0.5, key);
  }
}

/** Occupations like those found are found too, less. */
function spread(finder: Finder, scores: Float32Array, isOut: (doc: number) => boolean): void {
  const { nearCount, nearDocs, nearWeights } = finder.index;
  const added = new Float32Array(scores.length);
  for (let doc = 0; doc < scores.length; doc += 1) {
    if (scores[doc]! < 0.3) continue;
    for (let n = doc * nearCount; n < (doc + 1) * nearCount; n += 1) {
      const other = nearDocs[n]!;
      added[other]! += scores[doc]! * (nearWeights[n]! / 255) ** 2;
    }
  }
  for (let doc = 0; doc < scores.length; doc += 1) {
    if (!finder.alive[doc] || isOut(doc)) continue;
    scores[doc]! += 0.2 * Math.min(1, added[doc]!) * (1 - scores[doc]!);
  }
}
