/** `npm run search:index`: builds seeds/search/index.json from the occupations. With `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadCatalogue } from '../../seeds/load.ts';
import { inputsHash, SEARCH_INDEX_PATH } from '../../seeds/search.ts';
import { openTokenizer } from '../seeds/kana.ts';
import { buildIndex } from './index.ts';
import { writeIndex } from './write.ts';

const SEEDS = path.join(import.meta.dirname, '../../seeds');
const FILE = path.join(SEEDS, SEARCH_INDEX_PATH);

const inputs = await inputsHash(SEEDS);
if (process.argv.includes('--check')) {
  const text = await readFile(FILE, 'utf8').catch(() => '');
  if (text.includes(`"inputs":"${inputs}"`)) console.log('The search index is up to date.');
  else {
    console.error('The search index is older than the occupations: run npm run search:index.');
    process.exitCode = 1;
  }
} else {
  const catalogue = await loadCatalogue(SEEDS);
  const text = writeIndex(buildIndex(catalogue, await openTokenizer()), inputs);
  await writeFile(FILE, text);
  console.log(`${SEARCH_INDEX_PATH}: ${Math.round(text.length / 1024)} KB`);
}
