/**
 * Channel-neutral words of a conversation. `W` is what a word is made of:
 * a `Phrase` while a dialog sketches its answer, a `string` once it has been put into a language.
 */

import type { Area } from './pictures.ts';

/** Something that every language names in its own way; resolved when the reply is put into words. */
export type Term =
  | { readonly occupation: number }
  | { readonly occupationSummary: number }
  /** A wish the search understands; `alone`: not inside a sentence. */
  | { readonly concept: string; readonly alone?: boolean }
  /** Part of an occupation's story; `moment` counts the lines of its day from 0. */
  | { readonly story: number; readonly part: 'entry' | 'suits' | 'hard' }
  | { readonly story: number; readonly moment: number }
  /** A step of an occupation's career ladder, or where its path leads elsewhere; both counted from 0. */
  | { readonly ladder: number; readonly step: number; readonly part: 'title' | 'needs' }
  | { readonly ladder: number; readonly elsewhere: number }
  /** A word of the glossary; `short`: its name without its reading. */
  | { readonly entry: string; readonly form: 'name' | 'short' | 'text' }
  /** `bare`: without its reading, where room is short. */
  | { readonly prefecture: string; readonly bare?: boolean }
  /** Something one can do, or where one may have done it. */
  | { readonly task: string; readonly form: 'text' | 'everyday' }
  | { readonly taskFamily: string }
  /** A field of work or a group in it, by its number in the 厚労省編職業分類. */
  | { readonly field: string }
  /** A licence by its id (`domain/browse.ts`), as it is officially called. */
  | { readonly licence: string }
  | { readonly wageGroup: string }
  | { readonly offerGroup: string }
  /** How a work value is called when it is weighed against another: one of its two names, from 0. */
  | { readonly tradeOff: string; readonly name: number }
  /** Text of a questionnaire item, the way to mention it in a sentence, or (where it has one) as on a button. */
  | { readonly item: string; readonly form: 'text' | 'echo' | 'short' }
  /** Yen shown in 万円 with one decimal (or its like: ¥5.25 million). */
  | { readonly manyen: number }
  | { readonly yen: number }
  /** A decimal number, with so many digits after the point. */
  | { readonly number: number; readonly digits?: number }
  /** An ISO date. */
  | { readonly date: string }
  /** A source's attribution line. */
  | { readonly source: string }
  | { readonly helpline: string; readonly form: 'name' | 'number' | 'note' }
  /** Several things joined as the language joins them. */
  | { readonly list: readonly Param[] }
  /** Short notes that stand beside each other, each a thing of its own. */
  | { readonly notes: readonly Param[] };

/** A param named `count` chooses the plural form. */
export type Param = string | number | Phrase | Term;

/** A locale key `namespace:node.part` with language-free parameters. */
export interface Phrase {
  readonly key: string;
  readonly params?: Readonly<Record<string, Param>>;
}

/** Something a person can tap. The payload means the same in every language and channel. */
export interface Choice<W = string> {
  readonly label: W;
  readonly payload: string;
  /** `main`: what most people want next. `quiet`: a way out. */
  readonly weight?: 'main' | 'quiet';
  /** This is what the person chose before. */
  readonly chosen?: boolean;
}

/** A way out to the web. */
export interface Link<W = string> {
  readonly label: W;
  /** Absolute; starting with `/` for a page of ours; in a sketch also `@name?id=12` for one kept in `seeds/links.json`. */
  readonly url: string;
  /** Where to go instead when a channel cannot make a page of ours absolute. */
  readonly outside?: string;
}

export interface TextReply<W = string> {
  readonly kind: 'text';
  readonly text: W;
}

/** One question with its answers close to it; `scale` answers are ordered and equally spaced. */
export interface QuestionReply<W = string> {
  readonly kind: 'question';
  readonly text: W;
  readonly layout: 'scale' | 'buttons';
  readonly progress?: { readonly done: number; readonly total: number; readonly label: W };
  readonly options: readonly Choice<W>[];
}

export interface Fact<W = string> {
  readonly label: W;
  readonly value: W;
  /** What the figure is measured for, where and when. */
  readonly note?: W;
  /** Its length beside the figures it is compared with, 0–1, for channels that draw. */
  readonly fill?: number;
}

export interface Card<W = string> {
  readonly title: W;
  readonly subtitle?: W;
  /** How far the subtitle goes, in steps, for channels that draw. */
  readonly level?: { readonly reached: number; readonly of: number };
  readonly lines?: readonly W[];
  readonly facts?: readonly Fact<W>[];
  /** Source lines, small. */
  readonly sources?: readonly W[];
  readonly choices?: readonly Choice<W>[];
  readonly links?: readonly Link<W>[];
}

/** One card, or several side by side. */
export interface CardsReply<W = string> {
  readonly kind: 'cards';
  /** What a channel without cards, or a notification, shows instead. */
  readonly alt: W;
  readonly cards: readonly Card<W>[];
  /** Facts with one label are meant to be compared: channels may lay them side by side. */
  readonly compared?: boolean;
}

export interface Bar<W = string> {
  readonly label: W;
  /** Length, 0–1. */
  readonly fill: number;
  /** The figure in words, so that nobody has to read a length. */
  readonly value: W;
  readonly note?: W;
}

export interface BarsReply<W = string> {
  readonly kind: 'bars';
  readonly title: W;
  readonly bars: readonly Bar<W>[];
  readonly notes?: readonly W[];
}

/** Part of a picture that can be tapped; shares of its width and height, 0–1. */
export interface PictureArea<W = string> extends Area {
  readonly choice: Choice<W>;
}

/**
 * A picture of ours that can be tapped. Channels may leave it out, so every area repeats what the same speech also
 * offers in words.
 */
export interface PictureReply<W = string> {
  readonly kind: 'picture';
  /** A page of ours that ends in `.svg`; without the ending and with `/{width}` it is a PNG so wide. */
  readonly url: string;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: W;
  readonly areas: readonly PictureArea<W>[];
}

export type Reply<W = string> =
  TextReply<W> | QuestionReply<W> | CardsReply<W> | BarsReply<W> | PictureReply<W>;

/** Everything said in one turn. At most five replies (LINE's limit) and thirteen choices. */
export interface Speech<W = string> {
  readonly replies: readonly Reply<W>[];
  /** Ways on, offered below everything else. */
  readonly choices: readonly Choice<W>[];
  /** Set where typing is expected, so that a channel can open the keyboard. */
  readonly typing?: boolean;
  /** Set where hard words are met: those in the glossary are offered to be explained. */
  readonly explains?: boolean;
}

/** What is being drafted by a dialog, before it is put into a language. */
export type Sketch = Speech<Phrase>;
