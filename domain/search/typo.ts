/**
 * Names within a distance of what was typed. A name is only compared letter by letter when the sets of letters can fit:
 * one change takes away at most one kind of letter and adds at most one.
 */
export interface TypoIndex {
  readonly keys: readonly string[];
  readonly compact: readonly string[];
  readonly masks: Int32Array;
  readonly lengths: Uint8Array;
  readonly sameSound: ReadonlyMap<string, number>;
}

export interface Near {
  readonly at: number;
  /** Changes needed; kanji that sound alike count 0.4. */
  readonly distance: number;
}

const compactOf = (key: string): string => key.replace(/[ ー・]/gu, '');
export const maskOf = (text: string): number => {
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) bits |= 1 << ((text.charCodeAt(i) * 7) & 31);
  return bits;
};
function bitsOf(n: number): number {
  let rest = n - ((n >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function indexTypos(keys: readonly string[], homophones: readonly string[]): TypoIndex {
  const compact = keys.map(compactOf);
  return {
    keys,
    compact,
    masks: Int32Array.from(compact, maskOf),
    lengths: Uint8Array.from(compact, ({ length }) => Math.min(255, length)),
    sameSound: new Map(homophones.flatMap((group, g) => [...group].map((kanji) => [kanji, g] as const))),
  };
}

/** Changes allowed in a word of a length: none in three letters or kana, two in long ones. */
export function allowed(text: string): number {
  const { length } = compactOf(text);
  if (/\p{Script=Han}/u.test(text)) {
    // Of three signs with kana among them one more is another word: 「帰れる」, 「座れる」.
    const least = /^\p{Script=Han}+$/u.test(text) ? 3 : 4;
    return length < 2 ? 0 : length < least ? 0.5 : length < 8 ? 1 : 2;
  }
  if (/^[a-z]/u.test(text)) return length < 5 ? 0 : length < 8 ? 1 : 2;
  return length < 4 ? 0 : length < 6 ? 1 : 2;
}

/** Names nearest to a text within its allowed distance, nearest first; ties in the order of the names. */
export function nearNames(index: TypoIndex, text: string, most = allowed(text)): Near[] {
  const word = compactOf(text);
  if (word.length < 3) return [];
  const own = maskOf(word);
  const found: Near[] = [];
  let best = most;
  const whole = Math.ceil(most);
  for (let at = 0; at < index.masks.length; at += 1) {
    const longer = index.lengths[at]! - word.length;
    if (longer > whole || -longer > whole) continue;
    if (bitsOf(own ^ index.masks[at]!) > 2 * whole) continue;
    const distance = changes(index, word, index.compact[at]!, best);
    if (distance > best) continue;
    best = distance;
    found.push({ at, distance });
  }
  return found
    .filter(({ distance }) => distance <= best)
    .sort((a, b) => a.distance - b.distance || a.at - b.at);
}

const isHan = (sign: string): boolean => sign >= '一' && sign <= '龯';

/** Letters to change, add, leave out or swap; more than `most` is only "more". */
function changes({ sameSound }: TypoIndex, a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const [x, y] = [a[i - 1]!, b[j - 1]!];
      const group = sameSound.get(x);
      const change =
        x === y ? 0 : group !== undefined && group === sameSound.get(y) ? 0.4 : isHan(x) === isHan(y) ? 1 : 2;
      let cost = last[j - 1]! + change;
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y) {
        const swapped = before[j - 2]! + 1;
        if (swapped < cost) cost = swapped;
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
