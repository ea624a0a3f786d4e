/** A conversation that goes on in another channel: a code was sent, and what it stands for has been looked up. */
import { say } from '../replies/words.ts';
import type { Taken } from '../store/port.ts';
import type { Conversation } from './conversation.ts';
import { dialogNamed } from './house.ts';
import type { Incoming } from './port.ts';
import { readState, type ConversationState } from './state.ts';

/** What became of a code that was sent; `hash` is all that is known of the code itself. */
export interface Arrival {
  readonly hash: string;
  /** `limited`: too many wrong ones before it, so it was not tried. */
  readonly taken: Taken | 'limited';
}

/** After so many wrong codes in so long, a conversation's codes are not tried any more. */
const MOST_GUESSES = 5;
const GUESSING_MS = 10 * 60_000;

/** When wrong codes were sent lately. */
const guessesOf = (state: ConversationState | null, at: string): readonly string[] =>
  (state?.guesses ?? []).filter((guess) => Date.parse(at) - Date.parse(guess) < GUESSING_MS);

/** Whether a code that this conversation sends is tried. */
export const mayTry = (saved: unknown, at: string): boolean =>
  guessesOf(readState(saved), at).length < MOST_GUESSES;

/**
 * Takes over what a code stands for, a copy: both sides go on. Where there is something to lose here it is asked first.
 * The other side is told as soon as its code has opened something.
 */
export function arrive(conversation: Conversation, { hash, taken }: Arrival, incoming: Incoming): void {
  const { at, state } = conversation;
  if (typeof taken === 'string') {
    if (taken === 'unknown') conversation.change({ guesses: [...guessesOf(state, at), at] });
    return conversation.open('carry', { outcome: taken });
  }
  const { channel, person } = taken;
  if (channel === incoming.channel && person === incoming.person) {
    conversation.notes.push(say('carry:own'));
    return conversation.open('carry');
  }
  const carried = readState(taken.state);
  // Forgotten in the meantime, or of a shape that nobody can read any more.
  if (!carried) return conversation.open('carry', { outcome: 'expired' });
  const to = incoming.channel;
  const told: Incoming = {
    channel,
    person,
    eventId: `carried:${hash}`,
    at: incoming.at,
    input: { kind: 'carried', to },
  };
  conversation.besides({ passOn: [told] });
  if (hasOwn(conversation)) conversation.open('carry', { held: carried, from: channel });
  else conversation.adopt(carried);
}

/** Whether there is something here that took somebody time. */
function hasOwn({ house, state: { profile, stack, paused } }: Conversation): boolean {
  const { interests, pairs, values, kept = [], tasks = [] } = profile;
  return (
    Boolean(interests ?? pairs ?? values) ||
    kept.length + tasks.length > 0 ||
    [...stack, ...paused].some((frame) => dialogNamed(house, frame.dialog).keeps?.(frame))
  );
}
