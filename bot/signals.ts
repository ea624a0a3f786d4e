import { say } from '../replies/words.ts';
import type { Asides } from './asides.ts';
import type { House } from './house.ts';
import type { Incoming, Input, Spoken } from './port.ts';
import { ringFor } from './ringing.ts';
import { newState, readState } from './state.ts';

/** Things that happen to a conversation without anybody saying something in it. */
const SIGNALS = ['group', 'gone', 'unsent', 'wake', 'carried'] as const;
export type Signal = Extract<Input, { readonly kind: (typeof SIGNALS)[number] }>;
/** What a turn answers: something a person did. */
export type TurnInput = Exclude<Input, Signal>;

export const isSignal = (input: Input): input is Signal => SIGNALS.some((kind) => kind === input.kind);

/** What a signal leads to; most are heeded in silence. */
export interface Heeded {
  readonly state: unknown;
  readonly spoken: Spoken | null;
  readonly asides: Asides;
}

/** Heeds a signal: the state of the conversation stays where it is. Pure, as a turn is. */
export function heed(house: House, saved: unknown, incoming: Incoming, signal: Signal): Heeded {
  const state = readState(saved) ?? newState(incoming.locale ?? 'ja', house.catalogue.version, incoming.at);
  switch (signal.kind) {
    case 'group':
      return { state, spoken: speakOnly(house, state.locale, 'common:group'), asides: {} };
    case 'unsent':
      return { state, spoken: null, asides: { erase: { what: 'message', message: signal.message } } };
    case 'wake':
      return ringFor(house, state, incoming);
    case 'gone':
      // Whoever leaves has said enough; what was found together waits in case they come back.
      return { state: { ...state, reminders: [] }, spoken: null, asides: {} };
    case 'carried':
      return { state, spoken: null, asides: {} };
  }
}

const speakOnly = (house: House, locale: Spoken['locale'], key: string): Spoken => ({
  locale,
  speech: house.words.speak(locale, { replies: [{ kind: 'text', text: say(key) }], choices: [] }),
});
