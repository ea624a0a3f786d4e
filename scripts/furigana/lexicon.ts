import { HAN, readWords, type Lexicon } from '../../web/lexicon.ts';
import type { ReadText, Run } from './read.ts';

/** How many letters around a word may be taken in to tell one reading from another. */
const WIDEST = 8;
/** Each round mends what the one before read wrongly; it ends when nothing is wrong. */
const ROUNDS = 40;

/**
 * The smallest lexicon found that reads every text as it should be read: each word with its commonest reading, and
 * where that is wrong the word with as much of its surroundings as settles it.
 *
 * @param always words that belong to it whatever the texts hold, such as those met only behind a figure
 */
export function buildLexicon(texts: readonly ReadText[], always: Lexicon): Map<string, string> {
  const lexicon = commonest(texts);
  for (const [word, reading] of always) lexicon.set(word, reading);
  const all = new Occurrences(texts);
  for (let round = 0; round < ROUNDS; round += 1) {
    let mended = 0;
    for (const one of texts) {
      const wrong = misread(one, lexicon);
      if (wrong && mend(one, wrong, lexicon, all)) mended += 1;
    }
    if (mended === 0) break;
  }
  return new Map([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function commonest(texts: readonly ReadText[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, runs } of texts) {
    for (const { start, end, reading } of runs) {
      if (reading === null) continue;
      const word = text.slice(start, end);
      const readings = counts.get(word) ?? new Map<string, number>();
      counts.set(word, readings.set(reading, (readings.get(reading) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([word, readings]) => [word, [...readings].sort(([, a], [, b]) => b - a)[0]![0]]),
  );
}

/** The first stretch of kanji that the lexicon reads otherwise than it should; `null` when there is none. */
export function misread({ text, runs }: ReadText, lexicon: Lexicon): Run | null {
  const heard = stretches(lexiconRuns(text, lexicon), text);
  return (
    stretches(runs, text).find(
      ({ start, reading }) =>
        reading !== null && heard.find((other) => other.start === start)?.reading !== reading,
    ) ?? null
  );
}

function lexiconRuns(text: string, lexicon: Lexicon): Run[] {
  let at = 0;
  return readWords(text, lexicon).flatMap((part) => {
    const start = at;
    at += part.text.length;
    return part.reading === undefined ? [] : [{ start, end: at, reading: part.reading }];
  });
}

/** Unbroken kanji with what their words are read together; `null` where one of them is not known. */
function stretches(runs: readonly Run[], text: string): Run[] {
  const found: Run[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!HAN.test(text[start]!)) continue;
    let end = start;
    while (end < text.length && HAN.test(text[end]!)) end += 1;
    const inside = runs.filter((run) => run.start >= start && run.end <= end);
    const covered = inside.reduce((sum, run) => sum + run.end - run.start, 0) === end - start;
    const known = covered && inside.every(({ reading }) => reading !== null);
    found.push({ start, end, reading: known ? inside.map(({ reading }) => reading).join('') : null });
    start = end;
  }
  return found;
}

/** Adds the shortest piece of text around a stretch that is read the same wherever it stands. */
function mend(one: ReadText, wrong: Run, lexicon: Map<string, string>, all: Occurrences): boolean {
  const { text } = one;
  const pieces: [number, number][] = [];
  for (let left = 0; left <= WIDEST; left += 1) {
    for (let right = 0; right <= WIDEST; right += 1) pieces.push([wrong.start - left, wrong.end + right]);
  }
  // What follows tells more, and what stands before must itself be met as a beginning.
  const cost = ([start, end]: [number, number]) => end - wrong.end + 1.6 * (wrong.start - start);
  for (const [start, end] of pieces.sort((a, b) => cost(a) - cost(b))) {
    if (start < 0 || end > text.length) continue;
    const reading = spellOut(one, start, end);
    if (reading === null) continue;
    const piece = text.slice(start, end);
    if (lexicon.get(piece) === reading || !all.agree(piece, reading)) continue;
    lexicon.set(piece, reading);
    if (!misread(one, lexicon) || misread(one, lexicon)!.start > wrong.start) return true;
    // A word that begins earlier swallows this one: it must begin earlier too.
    lexicon.delete(piece);
  }
  // Nothing tells it apart from a longer word that begins with it: that one is longer, and goes first.
  const rest = spellOut(one, wrong.start, wrong.end);
  const word = text.slice(wrong.start, wrong.end);
  if (rest === null || wrong.end < text.length || lexicon.get(word) === rest) return false;
  lexicon.set(word, rest);
  return true;
}

/** How a part of a text is read; `null` when it cuts a word in two or is not known. */
function spellOut({ text, runs }: ReadText, start: number, end: number): string | null {
  let said = '';
  let from = start;
  for (const run of runs) {
    if (run.end <= start || run.start >= end) continue;
    if (run.start < start || run.end > end || run.reading === null) return null;
    said += text.slice(from, run.start) + run.reading;
    from = run.end;
  }
  return said + text.slice(from, end);
}

/** Where a piece of text stands in all texts. */
class Occurrences {
  readonly #texts: readonly ReadText[];
  readonly #byLetter = new Map<string, number[]>();

  constructor(texts: readonly ReadText[]) {
    this.#texts = texts;
    texts.forEach(({ text }, i) => {
      for (const letter of new Set(text)) {
        const list = this.#byLetter.get(letter) ?? [];
        this.#byLetter.set(letter, list);
        list.push(i);
      }
    });
  }

  /** Whether a piece is read like this wherever it stands whole. */
  agree(piece: string, reading: string): boolean {
    const lists = [...piece].map((letter) => this.#byLetter.get(letter) ?? []);
    const fewest = lists.sort((a, b) => a.length - b.length)[0]!;
    return fewest.every((i) => {
      const one = this.#texts[i]!;
      for (let at = one.text.indexOf(piece); at >= 0; at = one.text.indexOf(piece, at + 1)) {
        const here = spellOut(one, at, at + piece.length);
        if (here !== null && here !== reading) return false;
      }
      return true;
    });
  }
}
