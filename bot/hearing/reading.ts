import type { Phrase } from '../../replies/reply.ts';
import type { Meaning } from '../meaning.ts';

/** What somebody may be doing when they type a sentence. */
export const KINDS = [
  'answer',
  'command',
  'search',
  'task',
  'glossary',
  'wage',
  'feeling',
  'smalltalk',
] as const;
export type Kind = (typeof KINDS)[number];

/** One way to understand a sentence. */
export interface Reading {
  readonly kind: Kind;
  /** 0–1; see the levels below. */
  readonly confidence: number;
  readonly meaning: Meaning;
  /** It only says, fittingly, that nothing was understood. */
  readonly lost?: true;
  /** How it is called on a button, where it can be asked for. */
  readonly label?: Phrase;
}

/** Exact words, or need: nothing else is considered. */
export const CERTAIN = 1;
/** The words say so, and hardly anything else. */
export const CLEAR = 0.9;
/** The words say so; something else may lie in them. */
export const LIKELY = 0.75;
/** Something of it is in the words. */
export const POSSIBLE = 0.55;
/** A guess, to be asked about. */
export const FAINT = 0.35;

/** While a question is open, whatever is neither an answer nor a command must be as clear as this. */
export const BESIDE_A_QUESTION = 0.75;
/** Two readings nearer to each other than this are asked about, unless the better one is clear. */
export const MARGIN = 0.1;
/** Below this nothing is done without asking. */
export const ENOUGH = 0.5;
