import { monthOf, ring } from '../domain/reminders.ts';
import type { Asides } from './asides.ts';
import { Conversation } from './conversation.ts';
import { japaneseDay } from './formats.ts';
import type { House } from './house.ts';
import type { Incoming, Spoken } from './port.ts';
import { refresh } from './refresh.ts';
import { speak } from './speaking.ts';
import { readState, type ConversationState } from './state.ts';

/** What is counted against the operator's budget, and for which month of Japan. */
export const reminderCount = (at: number) => ({ name: 'reminder', period: monthOf(at) });

/**
 * The time has come: says what was asked for, on top of where the person stands, and sets the next time. Nothing is
 * said where it was stopped meanwhile, or where it comes much too late. Pure, as a turn is.
 */
export function ringFor(
  house: House,
  saved: ConversationState,
  { at, channel }: Incoming,
): { state: ConversationState; spoken: Spoken | null; asides: Asides } {
  const now = Date.parse(at);
  const { due, left } = ring(saved.reminders ?? [], now);
  const rung = { ...saved, reminders: left };
  const day = japaneseDay(at);
  const { state } = refresh(house, rung, day);
  const conversation = new Conversation(house, state, { day, at, channel });
  if (!due || !conversation.reminds) return { state: rung, spoken: null, asides: {} };
  if (!conversation.top) conversation.open('welcome');
  const shown = due.kind === 'weekly' ? due.shown : [];
  conversation.open('reminders', { to: 'ring', kind: due.kind, shown });
  return {
    state: conversation.state,
    spoken: speak(conversation, false),
    asides: { ...conversation.asides, count: reminderCount(now) },
  };
}

/** A state whose reminders due at a time have rung, whatever else is in it: for when nothing can be said. */
export function withoutRung(saved: unknown, at: string): unknown {
  const known = readState(saved);
  if (known) return { ...known, reminders: ring(known.reminders ?? [], Date.parse(at)).left };
  return typeof saved === 'object' && saved !== null ? { ...saved, reminders: [] } : saved;
}
