/** A conversation that goes on in another channel: a code was sent, and what it stands for has been looked up. */
import { say } from '../replies/words.ts';
import type { Taken } from '../store/port.ts';
import { CODE_MS } from './codes.ts';
import type { Conversation } from './conversation.ts';
import { dialogNamed } from './house.ts';
import type { Incoming } from './port.ts';
import { readState, type ConversationState } from './state.ts';

/** What became of a code that was sent; `hash` is all that is known of the code itself. */
export interface Arrival {
  readonly hash: string;
  /** Number of the event that took it: the same one may take it again. */
  readonly event: number;
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

/** A code that waits for a yes: whose conversation it opens is looked up again then, so that nothing of it is kept. */
export interface Held {
  readonly hash: string;
  readonly event: number;
  /** ISO time until which the yes counts. */
  readonly until: string;
}

/** The code that a conversation was asked about, if it stands there. */
export function heldIn(saved: unknown): Held | null {
  const top = readState(saved)?.stack.at(-1);
  if (top?.dialog !== 'carry' || top.value !== 'asking') return null;
  return (top.context as { held?: Held | null }).held ?? null;
}

/**
 * Takes over what a code stands for, a copy: both sides go on. It is asked first where there is something to lose here,
 * and where the code came with a link: anybody can send one, with a code of theirs.
 */
export function arrive(conversation: Conversation, arrival: Arrival, incoming: Incoming): void {
  const { at, state } = conversation;
  const { hash, event, taken } = arrival;
  if (typeof taken === 'string') {
    if (taken === 'unknown') conversation.change({ guesses: [...guessesOf(state, at), at] });
    return conversation.open('carry', { outcome: taken });
  }
  const { channel, person } = taken;
  if (channel === incoming.channel && person === incoming.person) {
    conversation.notes.push(say('carry:own'));
    return conversation.open('carry');
  }
  const own = hasOwn(conversation);
  if (!own && incoming.input.kind !== 'payload') return takeOver(conversation, arrival, incoming, true);
  const held: Held = { hash, event, until: new Date(Date.parse(at) + CODE_MS).toISOString() };
  conversation.open('carry', { held, own, from: channel });
}

/** The person said yes to the code that was held. */
export function accept(conversation: Conversation, held: Arrival | undefined, incoming: Incoming): void {
  if (held) takeOver(conversation, held, incoming, false);
  else conversation.open('carry', { outcome: 'expired' });
}

/** The other side is told as soon as its code has opened something. */
function takeOver(
  conversation: Conversation,
  { hash, taken }: Arrival,
  incoming: Incoming,
  speaksAlike: boolean,
): void {
  const carried = typeof taken === 'string' ? null : readState(taken.state);
  // Forgotten in the meantime, or of a shape that nobody can read any more.
  if (typeof taken === 'string' || !carried) return conversation.open('carry', { outcome: 'expired' });
  const { channel, person } = taken;
  const to = incoming.channel;
  const told: Incoming = {
    channel,
    person,
    eventId: `carried:${hash}`,
    at: incoming.at,
    input: { kind: 'carried', to },
  };
  conversation.besides({ passOn: [told] });
  const { locale } = conversation.state;
  conversation.adopt(speaksAlike ? carried : { ...carried, locale });
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
