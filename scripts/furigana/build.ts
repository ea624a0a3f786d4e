/**
 * `npm run furigana`: writes web/dist/furigana.json, how the kanji of our texts in やさしい日本語 are read; run it
 * after a change of those texts and commit the result. With `--check` it writes nothing and fails when the committed
 * one is not current.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { openTokenizer } from '../seeds/kana.ts';
import { easyTexts } from './corpus.ts';
import { readExceptions } from './exceptions.ts';
import { buildLexicon, misread } from './lexicon.ts';
import { readTexts } from './read.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FILE = path.join(ROOT, 'web/dist/furigana.json');

const exceptions = await readExceptions();
const tokenizer = await openTokenizer(path.join(ROOT, 'node_modules'));
const texts = readTexts(await easyTexts(ROOT), tokenizer, exceptions);
const lexicon = buildLexicon(texts, exceptions.words);
const wrong = texts.filter((text) => misread(text, lexicon) !== null);
const json = `${JSON.stringify(Object.fromEntries(lexicon))}\n`;
if (process.argv.includes('--check')) {
  if ((await readFile(FILE, 'utf8').catch(() => '')) !== json) {
    console.error('web/dist/furigana.json is not current: run npm run furigana');
    process.exitCode = 1;
  }
} else await writeFile(FILE, json);

const runs = texts.flatMap((text) => text.runs);
const letters = (some: typeof runs) => some.reduce((sum, { start, end }) => sum + end - start, 0);
const unread = letters(runs.filter(({ reading }) => reading === null));
console.log(
  `web/dist/furigana.json: ${lexicon.size} words, ${(gzipSync(json).length / 1024).toFixed(1)} KB gzipped; ` +
    `${letters(runs)} kanji in ${texts.length} texts, ${unread} without a reading, ${wrong.length} texts read otherwise`,
);
for (const { text } of wrong) console.log(text);
