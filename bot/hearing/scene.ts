import type { Dialog } from '../../dialogs/dialog.ts';
import { normaliseText, withoutMarks } from '../../domain/text.ts';
import type { Choice, Speech } from '../../replies/reply.ts';
import { choicesOf } from '../../replies/words.ts';
import type { Conversation } from '../conversation.ts';
import { dialogNamed, type House } from '../house.ts';
import type { Frame } from '../state.ts';
import { earOf, type Listening } from './ear.ts';
import { cores, isHeard, isSaid } from './heard.ts';

/** A sentence and where it is said: everything a reader may look at. */
export interface Scene {
  readonly house: House;
  readonly ear: Listening;
  /** Normalised, without the marks at its end. */
  readonly text: string;
  /** The same without how it is begun and ended in speech, step by step; the text itself first. */
  readonly cores: readonly string[];
  /** It ends in a question mark. */
  readonly isQuestion: boolean;
  readonly top: Frame | undefined;
  readonly dialog: Dialog | undefined;
  /** The dialog waits for an answer. */
  readonly asks: boolean;
  /** What can be tapped, in the order of its numbers. */
  readonly choices: readonly Choice<string>[];
  /** The occupation that is looked at, also where a word is explained on top of it. */
  readonly focus: number | null;
  /** Occupations offered to be opened. */
  readonly offered: readonly number[];
  /** Occupations called by their whole name inside the sentence. */
  readonly named: readonly number[];
  /** Dialogs put aside, the latest last. */
  readonly paused: readonly Frame[];
  /** What the person meant by this sentence is one of a list's words. */
  readonly isOne: (list: string) => boolean;
  /** The sentence says something in one of a list's ways. */
  readonly says: (list: string) => boolean;
  /** The person has said where they live. */
  readonly lives: boolean;
  /** A number that differs from turn to turn, to vary what is said. */
  readonly turn: number;
}

/** Dialogs that lie on what is talked about for a moment only. */
const BRIEF: ReadonlySet<string> = new Set(['glossary', 'which', 'prefecture', 'language', 'list']);
const ABOUT_ONE: ReadonlySet<string> = new Set(['occupation', 'wages', 'next']);

export function sceneOf(conversation: Conversation, typed: string, inView: () => Speech): Scene {
  const { house, top, state } = conversation;
  const whole = normaliseText(typed);
  const text = withoutMarks(whole);
  const dialog = top && dialogNamed(house, top.dialog);
  const choices = choicesOf(inView());
  const isQuestion = /\?[^\p{L}\p{N}]*$/u.test(whole);
  const ear = earOf(house);
  const said = cores(house, text);
  const isOne = (list: string) => said.some((core) => isHeard(house, list, core));
  return {
    house,
    ear,
    text,
    cores: said,
    isQuestion,
    top,
    dialog,
    asks: dialog?.asks?.(top!) ?? false,
    choices,
    focus: focusOf(state.stack),
    offered: idsIn(choices, /^occupation:open:(\d+)$/u),
    named: ear.mentioned(text),
    paused: state.paused,
    lives: state.profile.prefecture !== undefined,
    isOne,
    says: (list) => isSaid(house, list, isQuestion ? `${text}?` : text),
    turn: Math.floor(Date.parse(state.seenAt) / 1000) + text.length,
  };
}

const idsIn = (choices: readonly Choice<string>[], payload: RegExp): number[] => [
  ...new Set(choices.flatMap((choice) => payload.exec(choice.payload)?.[1] ?? []).map(Number)),
];

function focusOf(stack: readonly Frame[]): number | null {
  const frame = stack.findLast(({ dialog }) => !BRIEF.has(dialog));
  if (!frame || !ABOUT_ONE.has(frame.dialog)) return null;
  return (frame.context as { id: number | null }).id;
}
