import type { Finder } from './finder.ts';
import { KANA, kanaFrom, normal, sounds } from './normal.ts';
import { segment, type Token } from './segment.ts';
import { allowed, nearNames } from './typo.ts';

/** One thing that is wanted or not. */
export interface Item {
  readonly text: string;
  readonly concepts: readonly number[];
  readonly names: readonly number[];
  readonly terms: readonly number[];
  /** A verb that only says what is done with the thing before: 「ライブを作る」. */
  readonly light?: boolean;
  /** Not understood: names that hold most of its pairs of letters may be meant. */
  readonly loose?: boolean;
  /** 1 as typed; less where a typing error was mended. */
  readonly sure: number;
}
/** What a query asks for: all of `wanted` (of each, one of its items), none of `unwanted`. */
export interface Parsed {
  readonly wanted: readonly (readonly Item[])[];
  readonly unwanted: readonly Item[];
  readonly unclear: readonly string[];
  /** Share of the letters that matter which were understood, 0–1. */
  readonly heard: number;
  /** Said to the bot rather than about work. */
  readonly chatter: boolean;
}

interface Step {
  readonly token: Token;
  item: Item | null;
  negated: boolean;
  gone: boolean;
  /** It was part of a typing error. */
  mended: boolean;
}

const PARTICLE = /^(?:は|が|を|に|も|と|の|で|って|とか|や|だけ|さん)$/u;
const OR = /^(?:や|とか)$/u;

/** More wishes than this nobody means at once. */
const MOST_WISHES = 6;
/** Looking for typing errors takes time. */
const MOST_TRIES = 5;

export function parse(finder: Finder, query: string): Parsed {
  const whole = wholeName(finder, query);
  if (whole) return { wanted: [[whole]], unwanted: [], unclear: [], heard: 1, chatter: false };
  const steps = segment(finder, query).map((token): Step => ({
    token,
    item: itemOf(token),
    negated: false,
    gone: false,
    mended: false,
  }));
  mend(finder, steps);
  negate(finder, steps);
  lighten(finder, steps);
  const wanted: Item[][] = [];
  let joined = false;
  let gap: Step[] = [];
  for (const step of steps) {
    const { item, negated, gone } = step;
    if (!item || gone) {
      gap.push(step);
      continue;
    }
    if (!negated) {
      joined =
        gap.some(({ token }) => token.entry?.word === 'or' || OR.test(token.key)) &&
        gap.every((one) => isLink(one));
      if (joined && wanted.length > 0) wanted.at(-1)!.push(item);
      else if (!wanted.some(([one]) => one?.text === item.text)) wanted.push([item]);
    }
    gap = [];
  }
  const unwanted = oppositesApart(finder, steps, wanted).slice(0, MOST_WISHES);
  return {
    wanted: wanted.slice(0, MOST_WISHES),
    unwanted,
    unclear: steps.flatMap(({ token, item, gone }) =>
      token.entry === null && (!item || item.loose) && !gone ? [token.text] : [],
    ),
    heard: heardOf(steps),
    chatter: steps.some(({ token }) => token.entry?.word === 'chatter'),
  };
}

function heardOf(steps: readonly Step[]): number {
  const matter = steps.filter(({ token }) => token.entry?.word == null);
  const length = (list: readonly Step[]) => list.reduce((sum, { token }) => sum + token.key.length, 0);
  const understood = matter.filter(
    ({ mended, item, token }) => mended || (item && !item.loose && token.entry !== null),
  );
  return matter.length === 0 ? 1 : length(understood) / length(matter);
}

const isLink = ({ token }: Step): boolean => token.entry?.word === 'or' || PARTICLE.test(token.key);

/** What is negated and has an opposite is asked for as that. */
function oppositesApart(finder: Finder, steps: readonly Step[], wanted: Item[][]): Item[] {
  return steps.flatMap(({ item, negated, gone }) => {
    if (!item || !negated || gone) return [];
    const opposite = item.concepts.map((c) => finder.concepts[c]!.opposite).find((id) => id !== undefined);
    const at = finder.concepts.findIndex(({ id }) => id === opposite);
    if (at < 0) return [item];
    wanted.push([
      { text: item.text, concepts: [at], names: [], terms: [], sure: 1, light: wanted.length > 0 },
    ]);
    return wanted.length > 1 ? [item] : [];
  });
}

function itemOf({ text, key, entry }: Token): Item | null {
  if (!entry && key.length > 2 && key.length <= 12 && /^[^a-z0-9]+$/u.test(key))
    return { text: key, concepts: [], names: [], terms: [], sure: 1, loose: true };
  if (!entry || entry.word !== null) return null;
  return { text, concepts: entry.concepts, names: entry.names, terms: entry.terms, sure: 1 };
}

/** The whole query is a name, in whatever letters. */
function wholeName(finder: Finder, query: string): Item | null {
  const key = normal(query);
  const entry = finder.entries.get(key) ?? finder.entries.get(key.replaceAll(' ', ''));
  if (entry && entry.word === null && entry.names.length > 0)
    return { text: key, concepts: entry.concepts, names: entry.names, terms: entry.terms, sure: 1 };
  return null;
}

/** Pieces that are not understood, or that are cut where a name nearly fits, become the nearest name. */
function mend(finder: Finder, steps: Step[]): void {
  if (steps.length === 0) return;
  let tries = MOST_TRIES;
  const attempt = (start: number, end: number, most?: number) =>
    tries-- > 0 && replace(finder, steps, start, end, most);
  const isPlain = ({ token }: Step) => token.entry === null || token.entry.word === null;
  if (steps.some(isDoubtful) && attempt(0, steps.length)) return;
  for (let start = 0; start < steps.length && tries > 0; start += 1) {
    if (!isPlain(steps[start]!)) continue;
    let end = start + 1;
    while (end < steps.length && isPlain(steps[end]!)) end += 1;
    const run = steps.slice(start, end);
    const hasGap = run.some(isDoubtful);
    const isCut = run.length > 1 && run.every(({ token }) => !token.apart || /^[a-z]/u.test(token.key));
    if (!(hasGap || isCut) || !attempt(start, end, hasGap ? 2 : 0.5)) {
      for (let at = start; at < end; at += 1) if (steps[at]!.token.entry === null) attempt(at, at + 1);
    }
    start = end;
  }
}

/** Not understood, or only by pieces too small to trust. */
const isDoubtful = ({ token: { entry, key, cut } }: Step): boolean =>
  entry === null ||
  (entry.word === null &&
    entry.names.length === 0 &&
    entry.concepts.length === 0 &&
    (cut || (key.length <= 2 && KANA.test(key))));

function replace(finder: Finder, steps: Step[], start: number, end: number, most = 2): boolean {
  const run = steps.slice(start, end);
  const text = run.map(({ token }) => token.text).join(/^[a-z]/u.test(run[0]!.token.text) ? ' ' : '');
  if (text.length > 24) return false;
  const kana = /^[a-z ]+$/u.test(text) ? kanaFrom(text.replaceAll(' ', '')) : null;
  // Known words side by side are not one romanised word: "it ai" is not 「痛い」.
  const heard = kana === null || most < 2 ? undefined : finder.bySound.get(sounds(kana));
  const key = run.map(({ token }) => token.key).join(/^[a-z]/u.test(run[0]!.token.text) ? ' ' : '');
  const near = nearNames(finder.typos, key, allowed(text))
    .concat(kana === null ? [] : nearNames(finder.typos, kana))
    .filter(({ distance }) => distance <= most)
    .map(({ at }) => finder.typos.keys[at]!);
  const keys = heard === undefined ? near : [heard];
  if (keys.length === 0) return false;
  const found = keys.map((one) => finder.entries.get(one)!);
  const item: Item = {
    text: keys[0]!,
    concepts: [...new Set(found.flatMap(({ concepts }) => concepts))],
    names: [...new Set(found.flatMap(({ names }) => names))],
    terms: heard === undefined ? [] : found[0]!.terms,
    sure: heard !== undefined ? 1 : 0.85,
  };
  run.forEach((step, i) => {
    step.item = i === 0 ? item : null;
    step.gone = i > 0;
    step.mended = true;
  });
  return true;
}

/** 「免許」 alone is one to drive; 「看護師免許」 is not. */
const LICENCE = /^(?:免許|めんきょ)$/u;

/** 「師」 behind 「整体」 adds nothing, and 「作る」 behind 「ライブを」 little. */
function lighten(finder: Finder, steps: Step[]): void {
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    if (!step.item || !before) return;
    const { token, item } = step;
    const onlyText = item.names.length === 0 && item.concepts.length === 0;
    if (LICENCE.test(token.key) && steps.slice(0, at).some((other) => other.item && !other.gone))
      step.gone = true;
    else if (onlyText && before.item && !token.apart && /^\p{Script=Han}$/u.test(token.key)) step.gone = true;
    else if (onlyText && item.sure === 1 && isDoubtful(step) && KANA.test(token.key)) {
      step.gone = true;
      step.item = null;
    } else if (
      (before.token.key === 'を' || before.item) &&
      !token.apart &&
      steps.slice(0, at).some((other) => other.item && !other.gone && !other.negated) &&
      item.terms.some((term) => ['g', 'i'].includes(finder.terms[term]!.inflection))
    )
      step.item = { ...item, light: true };
  });
}

function negate(finder: Finder, steps: Step[]): void {
  steps.forEach(({ token }, at) => {
    const word = token.entry?.word;
    if (word === 'notAfter' || word === 'left') {
      let before = at - 1;
      while (before >= 0 && !steps[before]!.item && isLink(steps[before]!)) before -= 1;
      const found = before >= 0 ? steps[before]! : null;
      if (!found?.item) return;
      const mark = (step: Step) => {
        if (word === 'left') step.gone = true;
        else step.negated = true;
      };
      mark(found);
      // 「車に乗らない」: what is done to something is negated together with it.
      let object = before - 1;
      while (object >= 0 && !steps[object]!.item && isLink(steps[object]!)) object -= 1;
      const thing = object >= 0 && object < before - 1 ? steps[object]! : null;
      if (thing?.item && isVerb(finder, found.item) && !steps[before]!.token.apart) {
        mark(thing);
        found.gone = true;
      }
      // 「看護や介護以外」
      for (let other = before - 2; other >= 0; other -= 2) {
        const link = steps[other + 1]!;
        if (!(link.token.entry?.word === 'or' || OR.test(link.token.key)) || !steps[other]!.item) break;
        mark(steps[other]!);
      }
    }
    if (word === 'notBefore') {
      let next = at + 1;
      while (next < steps.length && !steps[next]!.item && steps[next]!.token.entry?.word === 'fillers')
        next += 1;
      if (steps[next]?.item) steps[next]!.negated = true;
    }
  });
}

const isVerb = (finder: Finder, { terms, concepts, names }: Item): boolean =>
  concepts.length === 0 &&
  names.length === 0 &&
  terms.some((term) => ['g', 'i'].includes(finder.terms[term]!.inflection));
