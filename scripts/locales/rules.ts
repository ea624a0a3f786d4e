import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { doubleNegatives } from '../seeds/voice.ts';

/** Every word of one language by `namespace:key`. */
export type Words = ReadonlyMap<string, string>;

/** Words that are heard, not said: their lists differ between languages. */
const HEARD = 'heard';
const PLURAL = /_(zero|one|two|few|many|other)$/u;

/** Reads `locales/<lng>/*.json`, flattened. */
export function readWords(directory: string, locale: Locale): Words {
  const words = new Map<string, string>();
  const folder = path.join(directory, locale);
  for (const file of readdirSync(folder)) {
    const namespace = path.basename(file, '.json');
    if (namespace === HEARD) continue;
    flatten(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), `${namespace}:`, words);
  }
  return words;
}

function flatten(node: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof node === 'string') into.set(prefix, node);
  else if (node && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      flatten(value, prefix.endsWith(':') ? `${prefix}${key}` : `${prefix}.${key}`, into);
    }
  }
}

const base = (key: string): string => key.replace(PLURAL, '');
const params = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/gu)].map((match) => match[1]!))].sort().join(',');

/** Everything wrong with the words of all languages, one line each; empty when all is well. */
export function localeProblems(directory: string): string[] {
  const all = new Map(LOCALES.map((locale) => [locale, readWords(directory, locale)]));
  const reference = all.get('ja')!;
  const keys = new Set([...reference.keys()].map(base));
  return LOCALES.flatMap((locale) => {
    const words = all.get(locale)!;
    const own = new Set([...words.keys()].map(base));
    return [
      ...[...keys].filter((key) => !own.has(key)).map((key) => `${locale}: ${key} is missing`),
      ...[...own].filter((key) => !keys.has(key)).map((key) => `${locale}: ${key} is not in ja`),
      ...[...words].flatMap(([key, text]) => textProblems(locale, key, text, reference)),
    ];
  });
}

function textProblems(locale: Locale, key: string, text: string, reference: Words): string[] {
  const problems: string[] = [];
  if (text.trim() === '') problems.push(`${locale}: ${key} is empty`);
  const wanted = reference.get(key) ?? reference.get(base(key)) ?? reference.get(`${base(key)}_other`);
  // A singular may do without its number ("one question left").
  if (wanted !== undefined && !key.endsWith('_one') && params(wanted) !== params(text)) {
    problems.push(`${locale}: ${key} has other parameters than ja (${params(text)} ≠ ${params(wanted)})`);
  }
  if (locale === 'ja-easy')
    problems.push(...easyProblems(text).map((problem) => `${locale}: ${key} ${problem}`));
  return problems;
}

const LONGEST_SENTENCE = 40;

/** What is wrong with a text in やさしい日本語: sentence length (without readings) and double negatives. */
export function easyProblems(text: string): string[] {
  const sentences = text
    .replace(/[（(][ぁ-ゖァ-ヺー・、]+[）)]/gu, '')
    .split(/[。\n!?！？]/u)
    .map((sentence) => sentence.replace(/\{\{\w+\}\}/gu, '').trim());
  return [
    ...sentences
      .filter((sentence) => [...sentence].length > LONGEST_SENTENCE)
      .map((sentence) => `has a sentence of ${[...sentence].length} characters: ${sentence}`),
    ...doubleNegatives(text),
  ];
}
