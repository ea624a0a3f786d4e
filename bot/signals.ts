import { WAYS } from '../dialogs/dialog.ts';
import { say } from '../replies/words.ts';
import type { Asides } from './asides.ts';
import type { House } from './house.ts';
import type { Channel, Incoming, Input, Spoken } from './port.ts';
import { ringFor, withoutRung } from './ringing.ts';
import { readState, type ConversationState } from './state.ts';

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

/**
 * Heeds a signal: the state of the conversation stays where it is, also one that cannot be read. Of somebody we do not
 * know, or know no more, a signal begins nothing. Pure, as a turn is.
 */
export function heed(house: House, saved: unknown, incoming: Incoming, signal: Signal): Heeded {
  const known = readState(saved);
  const silence: Heeded = { state: saved ?? null, spoken: null, asides: {} };
  switch (signal.kind) {
    case 'group':
      return {
        ...silence,
        spoken: speakOnly(house, known?.locale ?? incoming.locale ?? 'ja', 'common:group'),
      };
    case 'unsent':
      return { ...silence, asides: { erase: { what: 'message', message: signal.message } } };
    case 'wake':
      return known
        ? ringFor(house, known, incoming)
        : { ...silence, state: withoutRung(silence.state, incoming.at) };
    case 'gone':
      // Whoever leaves has said enough; what was found together waits in case they come back. One that comes late,
      // after they did, means nothing any more.
      return known && Date.parse(incoming.at) >= Date.parse(known.seenAt)
        ? { ...silence, state: { ...known, reminders: [] } }
        : silence;
    case 'carried':
      return known ? carried(house, known, signal.to) : silence;
  }
}

const speakOnly = (house: House, locale: Spoken['locale'], key: string): Spoken => ({
  locale,
  speech: house.words.speak(locale, { replies: [{ kind: 'text', text: say(key) }], choices: [] }),
});

/** The conversation goes on elsewhere: its code is spent, and it is told, in case that was somebody else. */
function carried(house: House, state: ConversationState, to: Channel): Heeded {
  const stack = state.stack.filter(({ dialog }) => dialog !== 'carry');
  const speech = house.words.speak(state.locale, {
    replies: [{ kind: 'text', text: say(`carry:went.${to}`) }],
    choices: [WAYS.menu],
  });
  return {
    state: stack.length > 0 ? { ...state, stack } : state,
    spoken: { locale: state.locale, speech },
    asides: {},
  };
}
