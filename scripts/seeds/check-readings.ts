/**
 * Prints the occupation names that kuromoji's dictionary reads otherwise than seeds/occupations/texts.jsonl, to be
 * judged by a person: the dictionary is often the one that is wrong.
 *
 *     node scripts/seeds/check-readings.ts [seedsDir]
 */
import { toHiragana } from '../../domain/text.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { spellOut } from '../../seeds/reading.ts';
import { openTokenizer, readingOf } from './kana.ts';

const bare = (text: string): string => toHiragana(text).replace(/[、・（）/ ]/gu, '');

const { occupations } = await loadCatalogue(process.argv[2] ?? 'seeds');
const tokenizer = await openTokenizer();
let count = 0;
for (const { id, name, reading } of occupations.values()) {
  const ours = bare(spellOut(name, reading) ?? reading);
  const theirs = bare(readingOf(tokenizer, name));
  if (ours === theirs) continue;
  count += 1;
  console.log(`${id}\t${name}\t${ours}\t${theirs}`);
}
console.log(`${count} of ${occupations.size} readings differ from the dictionary`);
