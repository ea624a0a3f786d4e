import type { Part } from './furigana.ts';
import { readWords, type Lexicon } from './lexicon.ts';

let lexicon: Lexicon | undefined;
let loading: Promise<boolean> | undefined;

/** The readings of a text, as far as the lexicon is there. */
export const readingsOf = (text: string): readonly Part[] =>
  lexicon ? readWords(text, lexicon) : [{ text }];

/**
 * Loads the lexicon of `base`, once; resolves to whether there is one. Without it the readings in brackets are all
 * there is, which is enough to read on: whoever asks next tries again.
 */
export function loadReadings(base: string): Promise<boolean> {
  loading ??= fetch(`${base}/furigana.json`)
    .then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      lexicon = new Map(Object.entries((await response.json()) as Record<string, string>));
      return true;
    })
    .catch(() => {
      loading = undefined;
      return false;
    });
  return loading;
}
