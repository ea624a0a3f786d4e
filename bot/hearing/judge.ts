import type { Meaning } from '../meaning.ts';
import {
  BESIDE_A_QUESTION,
  CLEAR,
  ENOUGH,
  FAINT,
  LIKELY,
  MARGIN,
  type Kind,
  type Reading,
} from './reading.ts';

/** What a sentence was taken for. */
export interface Decision {
  readonly meaning: Meaning;
  /** `null` where nothing was understood, or it is asked. */
  readonly kind: Kind | null;
  /** Between which kinds it is asked; empty where it is not. */
  readonly between: readonly Kind[];
}

const UNCLEAR: Decision = { meaning: { kind: 'unclear' }, kind: null, between: [] };
/** What answers a request, and not only says something. */
const REQUESTS: ReadonlySet<Kind> = new Set(['answer', 'command', 'search', 'glossary', 'wage']);

/**
 * Chooses among the readings of a sentence: the most confident; of several as confident, the first reader's. Two of
 * different kinds that are nearly alike, and none of them clear, are asked about; so are guesses.
 */
export function judge(readings: readonly Reading[], asks: boolean): Decision {
  const ranked = readings
    .filter((reading) => !asks || fitsAQuestion(reading))
    .toSorted((a, b) => b.confidence - a.confidence);
  const feeling = ranked.find(({ kind }) => kind === 'feeling');
  const request = ranked.find(({ kind, confidence }) => REQUESTS.has(kind) && confidence >= LIKELY);
  // Mixed sentences: the request is answered, with a warm word.
  if (feeling && request && !(asks && feeling.confidence > request.confidence)) {
    return done(request, withWarmth(feeling.meaning, request.meaning));
  }
  const [best] = ranked;
  if (!best || best.confidence < FAINT) return UNCLEAR;
  const other = ranked.find(({ kind, label }) => kind !== best.kind && label !== undefined);
  if (best.confidence < ENOUGH) return guess(best, other, asks);
  if (
    best.label &&
    other?.label &&
    best.confidence < CLEAR &&
    best.confidence - other.confidence <= MARGIN + Number.EPSILON
  ) {
    return asked([best, other], false);
  }
  return done(best, best.meaning);
}

/** A question is not left for a guess. */
const fitsAQuestion = ({ kind, confidence, meaning }: Reading): boolean =>
  kind === 'answer' ||
  kind === 'command' ||
  confidence >= BESIDE_A_QUESTION ||
  ((kind === 'feeling' || kind === 'smalltalk') && meaning.kind === 'remark');

function guess(best: Reading, other: Reading | undefined, asks: boolean): Decision {
  if (!best.label) return best.meaning.kind === 'unclear' ? UNCLEAR : done(best, best.meaning);
  if (asks) return UNCLEAR;
  return asked(other && other.confidence >= FAINT ? [best, other] : [best], true);
}

const done = ({ kind, lost }: Reading, meaning: Meaning): Decision => ({
  meaning,
  kind: lost ? null : kind,
  between: [],
});

function withWarmth(feeling: Meaning, request: Meaning): Meaning {
  const notes = feeling.kind === 'remark' ? feeling.notes : [];
  return request.kind === 'remark'
    ? { ...request, notes: [...notes, ...request.notes] }
    : { kind: 'remark', notes, then: request };
}

function asked(readings: readonly Reading[], isGuess: boolean): Decision {
  return {
    kind: null,
    between: readings.map(({ kind }) => kind),
    meaning: {
      kind: 'open',
      dialog: 'which',
      request: {
        guess: isGuess,
        options: readings.map(({ label, meaning }) => ({ label, ...stepsOf(meaning) })),
      },
    },
  };
}

/** What is to be opened when an option is taken: every reading that has a label opens something, or remarks first. */
function stepsOf(meaning: Meaning): { dialog: string; request: unknown } {
  if (meaning.kind === 'remark' && meaning.then) return stepsOf(meaning.then);
  return meaning.kind === 'open'
    ? { dialog: meaning.dialog, request: meaning.request }
    : { dialog: 'search', request: undefined };
}
