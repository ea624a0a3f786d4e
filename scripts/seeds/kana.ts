import { join } from 'node:path';
import kuromoji, { type IpadicFeatures, type Tokenizer } from 'kuromoji';
import { toHiragana } from '../../domain/text.ts';

/** Loads the dictionary that comes with kuromoji (about 17 MB, one to two seconds). */
export const openTokenizer = (modulesDir = 'node_modules'): Promise<Tokenizer<IpadicFeatures>> =>
  new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath: join(modulesDir, 'kuromoji', 'dict') }).build((error, tokenizer) => {
      if (error) reject(error);
      else resolve(tokenizer);
    });
  });

/** A text in hiragana as the dictionary reads it; what it cannot read stays as written. */
export const readingOf = (tokenizer: Tokenizer<IpadicFeatures>, text: string): string =>
  toHiragana(
    tokenizer
      .tokenize(text)
      .map(({ reading, surface_form }) => (reading && reading !== '*' ? reading : surface_form))
      .join(''),
  );
