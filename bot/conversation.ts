import type { Effect } from '../dialogs/dialog.ts';
import { changed, type Change } from '../domain/reminders.ts';
import { ShirubeError } from '../errors.ts';
import type { Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';
import { CODE_MS, hashOf, makeCode, type CodeSource } from './codes.ts';
import { restore, sendToFrame, startFrame, type AnyEvent, type Step } from './frames.ts';
import { dialogNamed, type House } from './house.ts';
import { lookUp } from './lookups.ts';
import type { Asides } from './asides.ts';
import type { Channel } from './port.ts';
import { refresh } from './refresh.ts';
import { readState, type ConversationState, type Frame } from './state.ts';

/** Channels in which we can write first. */
const WRITING_FIRST: ReadonlySet<Channel> = new Set(['line']);
/** Dialogs lie at most so deep; for one more, the oldest above the ground makes way. */
const DEEPEST = 12;
/** More effects than this in one turn means that dialogs open each other in a circle. */
const MOST_EFFECTS = 40;

/** When and where a turn happens. */
export interface Circumstances {
  readonly day: string;
  readonly at: string;
  readonly channel: Channel;
  /** What a one-time code is made of; without it none can be asked for. */
  readonly codes?: CodeSource;
  /** Goes on with the conversation that was asked about. */
  readonly accept?: () => void;
}

/**
 * One person's conversation while a turn changes it: which dialogs lie on each other, which were put aside.
 * It lives for one turn; `state` is what is kept.
 */
export class Conversation {
  readonly house: House;
  /** ISO date the turn happens on. */
  readonly day: string;
  /** ISO time at which the person did what the turn answers. */
  readonly at: string;
  readonly channel: Channel;
  /** Remarks to be made before the dialog speaks. */
  readonly notes: Phrase[] = [];
  #state: ConversationState;
  #asides: Asides = {};
  readonly #codes: CodeSource | undefined;
  readonly #accept: (() => void) | undefined;
  #effects = 0;

  constructor(house: House, state: ConversationState, { day, at, channel, codes, accept }: Circumstances) {
    this.house = house;
    this.#state = state;
    this.day = day;
    this.at = at;
    this.channel = channel;
    this.#codes = codes;
    this.#accept = accept;
  }

  /** What is to be changed besides this conversation. */
  get asides(): Asides {
    return this.#asides;
  }

  /** Whether the person can be written to first. */
  get reminds(): boolean {
    return WRITING_FIRST.has(this.channel) && this.house.reminding.perMonth > 0;
  }

  /** Adds to what is to be changed besides. */
  besides(asides: Asides): void {
    this.#asides = { ...this.#asides, ...asides };
  }

  get state(): ConversationState {
    return this.#state;
  }

  /** The frame that is spoken with. */
  get top(): Frame | undefined {
    return this.#state.stack.at(-1);
  }

  change(part: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...part };
  }

  /**
   * Starts a dialog on top; one of the same name already on top makes way for it. What was begun in one of that
   * name, wherever it lies, is handed to the new one: nothing a person answered is lost.
   */
  open(name: string, request?: unknown): void {
    const dialog = dialogNamed(this.house, name);
    const begun = this.#state.stack.filter((frame) => frame.dialog === name && this.#keeps(frame));
    this.#putAside(begun);
    // Who is asked in passing and goes elsewhere is not brought back to it.
    if (this.top && dialogNamed(this.house, this.top.dialog).passing) this.#drop();
    if (this.top?.dialog === name) this.#drop();
    const stack = this.#state.stack.filter((frame) => !begun.includes(frame));
    if (stack.length >= DEEPEST) this.#putAside(stack.splice(1, 1));
    const { paused } = this.#state;
    this.change({ stack, paused: paused.filter((frame) => frame.dialog !== name) });
    const before = paused.find((frame) => frame.dialog === name);
    this.#put(
      startFrame(dialog, before ? { ...asObject(request), paused: before.context } : request, this.#look),
    );
  }

  /** Sends an event to the dialog spoken with. False when it has no use for it. */
  send(event: AnyEvent): boolean {
    const frame = this.top;
    if (!frame) return false;
    const step = sendToFrame(dialogNamed(this.house, frame.dialog), frame, event, this.#look);
    if (!step) return false;
    this.#drop();
    this.#put(step);
    return true;
  }

  /**
   * Sends an event to a dialog of that name, wherever it is: on top, underneath (what lies on it closes),
   * or put aside (it is taken up again). False when there is none, or it has no use for the event.
   */
  sendTo(name: string, event: AnyEvent): boolean {
    if (this.top?.dialog === name) return this.send(event);
    const { stack, paused } = this.#state;
    const under = stack.findLastIndex((frame) => frame.dialog === name);
    const frame = under >= 0 ? stack[under] : paused.find((aside) => aside.dialog === name);
    if (!frame || !restore(dialogNamed(this.house, name), frame).can(event as never)) return false;
    if (under >= 0) {
      this.#putAside(stack.slice(under + 1));
      this.change({ stack: stack.slice(0, under + 1) });
    } else {
      this.change({ stack: [...stack, frame], paused: paused.filter((aside) => aside !== frame) });
    }
    return this.send(event);
  }

  /** Leaves the dialog spoken with for the one underneath, or the menu. */
  back(): void {
    if (this.send({ type: 'BACK' })) return;
    const left = this.top;
    this.#drop();
    if (left) this.#putAside([left]);
    if (!this.top) this.open('menu');
    else this.send({ type: 'RETURNED', from: left?.dialog } as AnyEvent);
  }

  /** Leaves everything for one ground dialog; what can be continued is put aside. */
  leaveFor(name: string, request?: unknown): void {
    this.#putAside(this.#state.stack);
    this.change({ stack: [] });
    this.open(name, request);
  }

  /** Goes on with a conversation of another channel: what is known of the person, and where they were. */
  adopt(saved: unknown): void {
    const carried = readState(saved);
    this.change({ stack: [], paused: [] });
    if (carried) {
      const { state, restarted } = refresh(this.house, carried, this.day);
      const { locale, profile, paused } = state;
      // What is asked in passing stays where it was asked.
      const stack = state.stack.filter(({ dialog }) => !dialogNamed(this.house, dialog).passing);
      this.change({ locale, profile, stack, paused });
      this.notes.push(say('carry:arrived'), ...(restarted ? [say('common:renewed')] : []));
    } else this.notes.push(say('common:renewed'));
    if (!this.top) this.open('menu');
  }

  #offer(): void {
    if (!this.#codes) return;
    const code = makeCode(this.#codes);
    const until = new Date(Date.parse(this.at) + CODE_MS).toISOString();
    this.besides({ offer: { code: hashOf(this.#codes.key, code), until } });
    this.send({ type: 'CODE', code } as AnyEvent);
  }

  readonly #look = (query: Parameters<typeof lookUp>[3]) =>
    lookUp(this.house, this.#state.profile, this.day, query);

  #drop(): void {
    this.change({ stack: this.#state.stack.slice(0, -1) });
  }

  #putAside(frames: readonly Frame[]): void {
    // At most one of each name: the one on top.
    const kept = new Map(
      frames.filter((frame) => this.#keeps(frame)).map((frame) => [frame.dialog, frame] as const),
    );
    const others = this.#state.paused.filter(({ dialog }) => !kept.has(dialog));
    this.change({ paused: [...others, ...kept.values()] });
  }

  #keeps(frame: Frame): boolean {
    return dialogNamed(this.house, frame.dialog).keeps?.(frame) ?? false;
  }

  /** Lays a frame on top and carries out what it asked for. */
  #put({ frame, effects }: Step): void {
    this.change({ stack: [...this.#state.stack, frame] });
    for (const effect of effects) this.#carryOut(effect);
  }

  #remind(change: Change): void {
    if (!this.reminds) return;
    const { reminders = [] } = this.#state;
    const { quiet } = this.house.reminding;
    this.change({ reminders: changed(reminders, change, Date.parse(this.at), quiet) });
  }

  #carryOut(effect: Effect): void {
    if (++this.#effects > MOST_EFFECTS) {
      throw new ShirubeError('TURN_ENDLESS', `Dialogs open each other in a circle, last ${effect.type}`);
    }
    switch (effect.type) {
      case 'open':
        return this.open(effect.params.dialog, effect.params.request);
      case 'become':
        this.#drop();
        return this.open(effect.params.dialog, effect.params.request);
      case 'close': {
        const from = this.top?.dialog;
        this.#drop();
        if (!this.top) return this.open('menu');
        this.send({ type: 'RETURNED', from, result: effect.params.result } as AnyEvent);
        return;
      }
      case 'remember':
        return this.change({ profile: { ...this.#state.profile, ...effect.params } });
      case 'speak':
        return this.change({ locale: effect.params.locale });
      case 'remind':
        return this.#remind(effect.params);
      case 'offer':
        return this.#offer();
      case 'adopt':
        return this.#accept?.();
      case 'erase':
        return this.besides({ erase: { what: 'person' } });
      case 'look':
        return; // answered while the frame settled
    }
  }
}

const asObject = (request: unknown): object =>
  typeof request === 'object' && request !== null ? request : {};
