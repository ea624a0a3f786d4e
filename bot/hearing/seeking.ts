import type { Ear, Found } from '../../dialogs/dialog.ts';
import { type Hit, isPlainFind, LIKELY as LIKELY_NAME, MOST_FOUND } from '../../domain/search.ts';
import type { House } from '../house.ts';
import { cores, folded, meant, wishedFor } from './heard.ts';
import { readPayload } from '../payloads.ts';
import { CLEAR, LIKELY, POSSIBLE } from './reading.ts';

const NOTHING: Found = { confidence: 0, ids: [], open: null };

/**
 * What a sentence looks for, and how sure that is: an occupation called by its name, a wish in plain words
 * (domain/search.ts), a name inside the sentence, and words for places, fields and conditions (`browse:…` in heard.json).
 */
export function searchWish(house: House, ear: Finders, text: string): Found {
  const all = [
    ...new Set(outerAndInner(cores(house, text)).flatMap((core) => [core, wishedFor(house, core) ?? core])),
  ];
  const wish = wishIn(ear, text);
  for (const core of all) {
    if (core.length > LONGEST_NAME) continue;
    const found = ear.names(core).filter(({ score }) => score >= LIKELY_NAME);
    if (found.length === 0) continue;
    const ids = found.slice(0, MOST_FOUND).map(({ id }) => id);
    const isWhole = found[0]!.score >= WHOLE_NAME;
    // 「動物」 begins names too; somebody who says no more means all of them.
    if (!isWhole && wish && !wish.isAside) break;
    return {
      // The whole text is what an occupation is called: no word in it means anything else.
      confidence: !isWhole ? LIKELY - 0.03 : core === all[0] ? CLEAR + 0.06 : CLEAR,
      ids,
      open: isPlainFind(found)
        ? { dialog: 'occupation', request: { id: ids[0] } }
        : { dialog: 'search', request: { ids } },
    };
  }
  const named = ear.mentioned(text);
  if (wish && !wish.isAside && (wish.wish.unwanted.length > 0 || named.length === 0)) {
    return wished(wish, wishedFor(house, text) === null ? LIKELY : LIKELY + 0.1);
  }
  if (named.length > 0) {
    return {
      confidence: LIKELY + 0.03,
      ids: named.slice(0, MOST_FOUND),
      open:
        named.length === 1
          ? { dialog: 'occupation', request: { id: named[0] } }
          : { dialog: 'search', request: { ids: named.slice(0, MOST_FOUND) } },
    };
  }
  for (const core of all) {
    const button = meant(house, core);
    if (button?.payload.startsWith('browse:')) return opened(house, button.payload, LIKELY);
  }
  // 「東京で事務」: the place is for later.
  if (wish) return wished(wish, POSSIBLE + 0.05);
  const within = wordWithin(house, text);
  return within === null ? NOTHING : opened(house, within, POSSIBLE);
}

interface Finders {
  names(text: string): Hit[];
  mentioned(text: string): number[];
  finds: Ear['finds'];
}

/** A wish that is understood; `null` when the text holds none. */
function wishIn(ear: Finders, text: string): ReturnType<Ear['finds']> | null {
  const finding = ear.finds(text);
  return finding.sure && finding.wishes ? finding : null;
}

const wished = (finding: ReturnType<Ear['finds']>, confidence: number): Found => ({
  confidence,
  ids: [],
  open: { dialog: 'search', request: { finding } },
});

/** The text itself and its heart; those between say no more. */
const outerAndInner = (all: readonly string[]): string[] => [...new Set([all[0]!, all.at(-1)!])];

/** Longer than any name: only what is said inside it can be one. */
const LONGEST_NAME = 30;

/** A whole name, reading or alias, or a part of one that says as much. */
const WHOLE_NAME = 0.88;

function opened(house: House, payload: string, confidence: number): Found {
  const meaning = readPayload(house, payload);
  if (meaning.kind !== 'open') return NOTHING;
  // Back leads to where it was typed, not to where the button would have been.
  const request = { ...(meaning.request as object), typed: true };
  return { confidence, ids: [], open: { dialog: meaning.dialog, request } };
}

/** The longest word for a list of the browser that stands in a sentence; short kana and Latin words say too little. */
function wordWithin(house: House, text: string): string | null {
  const heard = folded(text);
  let best: { payload: string; length: number } | null = null;
  for (const [payload, words] of house.words.heard) {
    if (!payload.startsWith('browse:list:')) continue;
    for (const word of words) {
      const length = weight(word);
      if (length <= (best?.length ?? 3) || !stands(folded(word), heard)) continue;
      best = { payload, length };
    }
  }
  return best?.payload ?? null;
}

/** A kanji says as much as two kana or Latin letters. */
const weight = (word: string): number => word.length + (word.match(/\p{Script=Han}/gu)?.length ?? 0);

function stands(word: string, text: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const isLatin = /^[a-z]/u.test(word);
  return !isLatin || (!/[a-z]/u.test(text[at - 1] ?? '') && !/[a-z]/u.test(text[at + word.length] ?? ''));
}
