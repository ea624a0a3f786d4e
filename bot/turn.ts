import type { AreaCode } from '../domain/catalogue.ts';
import type { Reminder } from '../domain/reminders.ts';
import type { Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';
import { accept, arrive, type Arrival } from './carry.ts';
import { Conversation } from './conversation.ts';
import { inWords } from './explain.ts';
import { speak, view } from './speaking.ts';
import type { AnyEvent } from './frames.ts';
import { dialogNamed, type House } from './house.ts';
import { japaneseDay } from './formats.ts';
import { interpret } from './interpret.ts';
import type { Command, Meaning } from './meaning.ts';
import type { Incoming, Spoken } from './port.ts';
import type { Asides } from './asides.ts';
import type { TurnInput } from './signals.ts';
import { refresh } from './refresh.ts';
import { newState, readState, type ConversationState } from './state.ts';

/** What a turn makes of an event. */
export interface TurnResult {
  readonly state: ConversationState;
  readonly spoken: Spoken;
  /** What it changes besides this conversation. */
  readonly asides: Asides;
}

/** An event that somebody did something in; signals are heeded apart (`signals.ts`). */
export type TurnIncoming = Incoming & { readonly input: TurnInput };

/** What a turn is told besides what the person sent: it looks nothing up by itself. */
export interface Given {
  /** Key that one-time codes are made with: a secret of the store. */
  readonly codeKey: string;
  /** What became of the code that was sent, if one was. */
  readonly arrival?: Arrival | undefined;
  /** What the code stands for that the person was asked about, if they were. */
  readonly held?: Arrival | undefined;
}
/** For tests: codes that anybody could make. */
const NOTHING: Given = { codeKey: '' };

/** Away for longer than this, a person is greeted again. */
const AWAY_HOURS = 6;

/**
 * One turn: what was kept of the person, and what they sent, to the new state and what is said.
 * Pure: same arguments, same result; time comes in with the event.
 */
export function takeTurn(
  house: House,
  saved: unknown,
  incoming: TurnIncoming,
  given: Given = NOTHING,
): TurnResult {
  const kept = readState(saved);
  const begun = kept ?? newState(incoming.locale ?? 'ja', house.catalogue.version, incoming.at);
  const day = japaneseDay(incoming.at);
  const { state, restarted } = refresh(house, withoutPast(begun, incoming.at), day);
  const { at, channel, person, eventId } = incoming;
  const codes = { key: given.codeKey, channel, person, eventId };
  const conversation = new Conversation(house, state, {
    ...{ day, at, channel, codes },
    accept: () => accept(conversation, given.held, incoming),
  });

  // Saved data that nobody can read any more also starts politely anew.
  if (restarted || (saved !== null && saved !== undefined && !kept)) {
    conversation.notes.push(say('common:renewed'));
  }
  const isNew = conversation.top === undefined;
  if (isNew) conversation.open('welcome');

  const before = conversation.top;
  const meaning = given.arrival ? null : understand(conversation, incoming.input);
  if (given.arrival) arrive(conversation, given.arrival, incoming);
  if (meaning) act(conversation, meaning, isNew);
  // Where nothing moved but there is a remark, it is said and the question asked again, not a whole page.
  const remarked = conversation.notes.length > 0;
  const briefly = remarked && !isNew && meaning?.kind !== 'hello' && conversation.top === before;
  // Nobody is welcomed back to what they have just left.
  const stays = meaning && !conversation.asides.erase;
  if (stays && !isNew && isAway(state.seenAt, incoming.at))
    conversation.notes.unshift(greetingAgain(conversation));

  conversation.change({ seenAt: incoming.at });
  return {
    state: conversation.state,
    spoken: speak(conversation, briefly),
    asides: conversation.asides,
  };
}

/** Whoever is here need not be reminded to come. */
function withoutPast(state: ConversationState, now: string): ConversationState {
  const isOver = ({ kind, at }: Reminder): boolean => kind === 'once' && Date.parse(at) <= Date.parse(now);
  return state.reminders?.some(isOver)
    ? { ...state, reminders: state.reminders.filter((each) => !isOver(each)) }
    : state;
}
const understand = (conversation: Conversation, input: TurnInput): Meaning =>
  interpret(conversation, input, () =>
    inWords(conversation.house, conversation.state.locale, view(conversation)),
  );

/** Does what was meant. Whatever cannot be done leaves everything as it is and says so kindly. */
function act(conversation: Conversation, meaning: Meaning, isNew: boolean): void {
  const { notes } = conversation;
  switch (meaning.kind) {
    case 'hello':
      conversation.send({ type: 'HELLO' });
      return;
    case 'thanks':
      notes.push(say('common:thanks'));
      return;
    case 'command':
      return obey(conversation, meaning.command);
    case 'event':
      if (!conversation.sendTo(meaning.dialog, meaning.event)) notes.push(say('common:stale'));
      return;
    case 'open':
      return conversation.open(meaning.dialog, asked(conversation, meaning));
    case 'remark':
      notes.push(...meaning.notes);
      if (meaning.then) act(conversation, meaning.then, isNew);
      return;
    case 'again':
      return;
    case 'stale':
      notes.push(say('common:stale'));
      return;
    case 'unclear':
      // Somebody who begins with "hi" is greeted, not told that we did not understand.
      if (!isNew) notes.push(say('common:unclear'));
      return;
    case 'placed':
      return place(conversation, meaning.area);
    case 'unread':
      if (!isNew) notes.push(say(`common:unread.${meaning.what}`));
      return;
  }
}

/** The person showed where they are: kept, and told to whatever is being spoken of. */
function place(conversation: Conversation, area: AreaCode): void {
  if (conversation.top?.dialog !== 'prefecture') conversation.open('prefecture', { keep: true });
  conversation.send({ type: 'CHOOSE', area } as AnyEvent);
  conversation.notes.push(say('common:placed', { area: { prefecture: area } }));
}

/**
 * The bubble asks by itself before it sends `forget:now`. Elsewhere that is a button, and buttons stay in a chat for
 * ever: away from its question it asks again.
 */
function asked(
  { channel, top }: Conversation,
  { dialog, request }: Extract<Meaning, { kind: 'open' }>,
): unknown {
  return dialog === 'forget' && channel !== 'web' && top?.dialog !== 'forget' ? undefined : request;
}

function obey(conversation: Conversation, command: Command): void {
  switch (command) {
    case 'menu':
      return conversation.leaveFor('menu');
    case 'back':
      return conversation.back();
    case 'pause':
      return conversation.leaveFor('menu', { resting: true });
    case 'language':
      return conversation.open('language');
    case 'restart':
      return conversation.leaveFor('welcome');
    case 'help':
      conversation.notes.push(say('common:help'));
      return;
  }
}

const isAway = (seenAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(seenAt) >= AWAY_HOURS * 3_600_000;

/** Welcome back, with what is left of a questionnaire. */
function greetingAgain({ house, top }: Conversation): Phrase {
  const left = (top && dialogNamed(house, top.dialog).left?.(top)) ?? null;
  return left ? say('common:welcomeBackLeft', { ...left }) : say('common:welcomeBack');
}
