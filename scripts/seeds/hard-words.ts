import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue, Occupation } from '../../domain/catalogue.ts';

/** A word in kanji that やさしい日本語 gives a reading, e.g. 免許 of 「免許(めんきょ)」. */
const WITH_READING = /(\p{Script=Han}[\p{Script=Han}々ヶ]+)\([ぁ-ゖー]+\)/gu;
/** The same word with an explanation behind its reading: 「溶接(ようせつ)(鉄などをつなぐこと)」, 「司法修習(…)という勉強」. */
const EXPLAINED = /(\p{Script=Han}[\p{Script=Han}々ヶ]+)\([ぁ-ゖー]+\)(?:\(|という|の電話)/gu;
/** Names of licences, examinations and schools keep their official form. */
const OFFICIAL = /(?:免許|試験|技士|大学校|大学院|高校|主任者)$/u;

/** Everything that やさしい日本語 tells of an occupation, as one text: a word is explained once. */
function easyText({ texts }: Occupation): string {
  const { summary, story } = texts['ja-easy'];
  return [summary ?? '', ...(story ? [...story.day, story.entry, story.suits, story.hard] : [])].join('\n');
}

/**
 * Hard words that nobody explains. A word of two kanji or more that needs a reading must be plain to somebody who
 * learns Japanese (`plain`), stand in the glossary, be explained in its brackets, or be the name of an occupation or
 * of a licence (those keep their official form).
 */
export function unexplained(catalogue: Catalogue, plain: ReadonlySet<string>): string[] {
  const known = new Set([
    ...plain,
    ...[...catalogue.glossary.values()].flatMap(({ term, also }) => [term, ...also]),
  ]);
  const names = [...catalogue.occupations.values()].flatMap(({ name, aliases, licences }) => [
    name,
    ...aliases,
    ...licences,
  ]);
  const isName = (word: string) => names.some((name) => name.includes(word)) && word.length >= 3;
  return [...catalogue.occupations.values()].flatMap((occupation) => {
    const text = easyText(occupation);
    const explained = new Set([...text.matchAll(EXPLAINED)].map((match) => match[1]!));
    const hard = new Set([...text.matchAll(WITH_READING)].map((match) => match[1]!));
    return [...hard]
      .filter((word) => !known.has(word) && !explained.has(word) && !OFFICIAL.test(word) && !isName(word))
      .map((word) => `occupation ${occupation.id} ja-easy: explain ${word}, or say it in a plainer word`);
  });
}

/** Words that a reader of やさしい日本語 knows once they are read out, judged by hand; one a line. */
export async function easyWords(): Promise<ReadonlySet<string>> {
  const text = await readFile(join(import.meta.dirname, 'easy-words.txt'), 'utf8');
  return new Set(text.split('\n').filter((word) => word !== ''));
}
