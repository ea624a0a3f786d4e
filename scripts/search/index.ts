import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import type { Catalogue, Occupation } from '../../domain/catalogue.ts';
import { phraseOf } from '../../domain/search/finder.ts';
import { normal } from '../../domain/search/normal.ts';
import { FIELDS, type Field, type Inflection, type NameKind } from '../../domain/search/stored.ts';
import { readingOf } from '../seeds/kana.ts';
import { nearest } from './near.ts';
import { englishWords, wordsOf, type Word } from './words.ts';

/** What a word is worth in each field, and how much the length of the field counts against it (BM25F). */
const WEIGHTS: Readonly<Record<Field, { weight: number; b: number }>> = {
  name: { weight: 7, b: 0.3 },
  alias: { weight: 4, b: 0.4 },
  everyday: { weight: 5, b: 0.4 },
  licence: { weight: 2, b: 0.6 },
  group: { weight: 1, b: 0.2 },
  summary: { weight: 3, b: 0.3 },
  story: { weight: 0.8, b: 0.3 },
};
const K1 = 2.5;
/** A word of more occupations than this share says nothing. */
const MOST = 0.6;

export interface BuiltIndex {
  readonly ids: number[];
  readonly terms: { word: string; readings: string[]; inflection: Inflection }[];
  readonly postings: { doc: number; impact: number; field: number }[][];
  readonly names: Map<string, { doc: number; kind: NameKind }[]>;
  readonly said: Map<string, string[]>;
  readonly near: { doc: number; weight: number }[][];
}

export function buildIndex(catalogue: Catalogue, tokenizer: Tokenizer<IpadicFeatures>): BuiltIndex {
  const occupations = [...catalogue.occupations.values()];
  const fields = occupations.map((occupation) => fieldsOf(catalogue, occupation, tokenizer));
  const mean = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      fields.reduce((sum, one) => sum + one[field].length, 0) / fields.length || 1,
    ]),
  ) as Record<Field, number>;
  const known = new Map<
    string,
    { readings: Set<string>; inflection: Inflection; docs: Map<number, number[]> }
  >();
  fields.forEach((one, doc) => {
    FIELDS.forEach((field, f) => {
      const { weight, b } = WEIGHTS[field];
      const part = weight / (1 - b + (b * one[field].length) / mean[field]);
      for (const { word, reading, inflection } of one[field]) {
        const entry = known.get(word) ?? {
          readings: new Set(),
          inflection,
          docs: new Map<number, number[]>(),
        };
        known.set(word, entry);
        if (reading !== null && reading !== word) entry.readings.add(reading);
        const parts = entry.docs.get(doc) ?? FIELDS.map(() => 0);
        parts[f]! += part;
        entry.docs.set(doc, parts);
      }
    });
  });
  const kept = [...known]
    .filter(([, { docs }]) => docs.size < MOST * occupations.length)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const raw = kept.map(([, { docs }]) => {
    const idf = Math.log(1 + (occupations.length - docs.size + 0.5) / (docs.size + 0.5));
    return [...docs].map(([doc, parts]) => {
      const sum = parts.reduce((a, b) => a + b, 0);
      return { doc, impact: (idf * sum) / (K1 + sum), field: parts.indexOf(Math.max(...parts)) };
    });
  });
  const top = Math.max(...raw.flat().map(({ impact }) => impact));
  const postings = raw.map((list) =>
    list
      .map((one) => ({ ...one, impact: Math.max(1, Math.round((255 * one.impact) / top)) }))
      .sort((a, b) => a.doc - b.doc),
  );
  return {
    ids: occupations.map(({ id }) => id),
    terms: kept.map(([word, { readings, inflection }]) => ({
      word,
      readings: [...readings].slice(0, 3),
      inflection,
    })),
    postings,
    names: namesOf(occupations, tokenizer),
    said: waysToSay(catalogue, tokenizer),
    near: nearest(catalogue, postings),
  };
}

function fieldsOf(
  catalogue: Catalogue,
  occupation: Occupation,
  tokenizer: Tokenizer<IpadicFeatures>,
): Record<Field, Word[]> {
  const ja = (texts: readonly string[]) => texts.flatMap((text) => wordsOf(tokenizer, text));
  const en = (texts: readonly string[]) => texts.flatMap(englishWords);
  const { texts } = occupation;
  const official = occupation.aliases.filter((alias) => !occupation.everyday.includes(alias));
  const stories = (locale: 'ja' | 'ja-easy' | 'en') => {
    const story = texts[locale].story;
    return story ? [...story.day, story.entry, story.suits] : [];
  };
  const summaries = (locale: 'ja' | 'ja-easy' | 'en') =>
    texts[locale].summary === null ? [] : [texts[locale].summary];
  const groups = [
    catalogue.wages.groups.get(occupation.wageGroup ?? '')?.names,
    catalogue.offers.groups.get(occupation.offerGroup ?? '')?.names,
  ].filter((names) => names !== undefined);
  return {
    name: [...ja([occupation.name]), ...en([texts.en.name])],
    alias: [...ja(official), ...en(occupation.aliasesEn)],
    everyday: ja(occupation.everyday),
    licence: ja(occupation.licences),
    group: [...ja(groups.map(({ ja }) => ja)), ...en(groups.map(({ en }) => en))],
    summary: [...ja([...summaries('ja'), ...summaries('ja-easy')]), ...en(summaries('en'))],
    story: [...ja([...stories('ja'), ...stories('ja-easy')]), ...en(stories('en'))],
  };
}

/** What people say for concepts, as it may be typed: words in kana or kanji, with and without を and が. */
function waysToSay(catalogue: Catalogue, tokenizer: Tokenizer<IpadicFeatures>): Map<string, string[]> {
  const phrases = catalogue.search.concepts.flatMap(({ said }) => said.map((one) => phraseOf(one).phrase));
  return new Map(
    phrases
      .map((phrase) => {
        let ways = [''];
        for (const token of tokenizer.tokenize(phrase)) {
          const own = normal(token.surface_form) || token.surface_form;
          const spoken =
            /\p{Script=Han}/u.test(own) && token.reading && token.reading !== '*'
              ? normal(token.reading)
              : own;
          const forms = new Set([own, spoken]);
          if (token.pos === '助詞' && 'をが'.includes(token.surface_form))
            ['', 'は', ...(token.surface_form === 'が' ? ['の'] : [])].forEach((form) => forms.add(form));
          ways = ways.flatMap((way) => [...forms].map((form) => way + form)).slice(0, 16);
        }
        const key = normal(phrase);
        ways.push(...ways.map(politely).filter((way) => way !== null));
        return [key, [...new Set(ways)].filter((way) => way !== key && way.length > 1)] as const;
      })
      .filter(([key, ways]) => ways.length > 0 && !/[a-z]/u.test(key)),
  ) as Map<string, string[]>;
}

const A_ROW = 'かがさたなばまらわ';
const I_ROW = 'きぎしちにびみりい';
/** 「話せない」 → 「話せません」, 「使わない」 → 「使いません」; `null` where nothing is denied. */
function politely(phrase: string): string | null {
  const found = /(.)ない$/u.exec(phrase);
  if (!found || ('がはくで'.includes(found[1]!) && !phrase.endsWith('できない'))) return null;
  const stem = phrase.slice(0, -2);
  const row = A_ROW.indexOf(found[1]!);
  return `${row < 0 ? stem : stem.slice(0, -1) + I_ROW[row]!}ません`;
}

/** Whole names with what they are; kanji also by their reading. */
function namesOf(
  occupations: readonly Occupation[],
  tokenizer: Tokenizer<IpadicFeatures>,
): BuiltIndex['names'] {
  const names: BuiltIndex['names'] = new Map();
  occupations.forEach((one, doc) => {
    const add = (kind: NameKind) => (text: string) => {
      const key = normal(text);
      if (key.length < 2) return;
      const list = names.get(key) ?? [];
      if (!list.some((other) => other.doc === doc)) names.set(key, [...list, { doc, kind }]);
    };
    const parts = one.name.split(/[、/／・（）()]/u).filter((part) => part.length > 1);
    add('name')(one.name);
    add('name')(one.texts.en.name);
    // What stands in brackets is no name by itself: 「検疫官（看護師）」 is no nurse.
    const whole = one.name
      .replace(/[（(].*?[）)]/gu, '')
      .split(/[、/／]/u)
      .filter((part) => part.length > 1);
    whole.slice(0, 2).forEach(add('name'));
    parts.forEach(add('part'));
    const readings = one.reading.split(' ').filter((part) => part.length > 1);
    const last = /[（(]/u.test(one.name) && readings.length > 1 ? readings.pop() : undefined;
    readings.forEach(add('reading'));
    if (last !== undefined) add('part')(last);
    add('reading')(one.reading.replaceAll(' ', ''));
    one.everyday.forEach(add('everyday'));
    [...one.aliases, ...one.aliasesEn].forEach(add('alias'));
    for (const alias of one.aliases) {
      const reading = normal(readingOf(tokenizer, alias));
      if (/^[ぁ-ゖー]{3,}$/u.test(reading)) add('everyday')(reading);
    }
    for (const licence of one.licences) {
      add('licence')(licence);
      add('licence')(licence.replace(/[（(].*$/u, ''));
      add('licence')(licence.replace(/^第?[一二三四１２３４1234][種級]|^[特甲乙丙]種/u, ''));
    }
  });
  return names;
}
