import type { House } from '../../bot/house.ts';
import type { Asides } from '../../bot/asides.ts';
import type { Arrival } from '../../bot/carry.ts';
import type { Channel, Spoken } from '../../bot/port.ts';
import { heed, type Signal, type TurnInput } from '../../bot/signals.ts';
import { readState, type ConversationState } from '../../bot/state.ts';
import { takeTurn, type Given } from '../../bot/turn.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Reply } from '../../replies/reply.ts';
import { choicesOf } from '../../replies/words.ts';

/** A day with every minimum wage of autumn 2026 but a few in force. */
export const TODAY = '2026-11-21T03:00:00.000Z';

/** One person's conversation, turn by turn, with the state serialised between turns as a store would. */
export class Talk {
  readonly house: House;
  readonly locale: Locale;
  now: string;
  saved: unknown = null;
  last!: Spoken;
  /** Where the talk is held. */
  channel: Channel = 'console';
  /** What the last turn changes besides the conversation. */
  asides: Asides = {};
  /** What the turns are told besides. */
  given: Given = { codeKey: 'key' };
  #events = 0;

  constructor(house: House, locale: Locale = 'ja', now = TODAY) {
    this.house = house;
    this.locale = locale;
    this.now = now;
  }

  send(input: TurnInput): Spoken {
    const turn = takeTurn(this.house, this.saved, { ...this.#event(), input }, this.given);
    this.saved = turn.asides.erase ? null : JSON.parse(JSON.stringify(turn.state));
    this.last = turn.spoken;
    this.asides = turn.asides;
    return turn.spoken;
  }

  /** Something happens that nobody said; `null` where it is heeded in silence. */
  happen(signal: Signal): Spoken | null {
    const { state, spoken, asides } = heed(
      this.house,
      this.saved,
      { ...this.#event(), input: signal },
      signal,
    );
    this.saved = JSON.parse(JSON.stringify(state));
    this.asides = asides;
    if (spoken) this.last = spoken;
    return spoken;
  }

  #event() {
    const { channel, now: at, locale } = this;
    return { channel, person: 'somebody', eventId: String(this.#events++), at, locale };
  }

  /** Sends a code, typed or (`link`) brought along by a link, of which the store says this; also when it is taken later. */
  bring(taken: Arrival['taken'], by: 'typed' | 'link' = 'typed'): Spoken {
    const { codeKey } = this.given;
    const arrival = { hash: 'h', event: 1, taken };
    this.given = { codeKey, arrival };
    const spoken = by === 'link' ? this.tap('carry:take:7K3MQ2XB') : this.say('7K3M-Q2XB');
    this.given = { codeKey, held: arrival };
    return spoken;
  }

  hello = () => this.send({ kind: 'hello' });
  say = (text: string) => this.send({ kind: 'text', text });
  tap = (payload: string) => this.send({ kind: 'payload', payload });

  /** Opens the interest questionnaire at its first question. */
  begin(): void {
    this.tap('interests:open');
    this.tap('interests:start');
  }

  /** Days pass. */
  wait(days: number): void {
    this.now = new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
  }

  get state(): ConversationState {
    const state = readState(this.saved);
    if (!state) throw new Error('The state cannot be read back');
    return state;
  }

  /** Name and state of the dialog spoken with, e.g. `interests/asking`. */
  get at(): string {
    const top = this.state.stack.at(-1)!;
    return `${top.dialog}/${String(top.value)}`;
  }

  get payloads(): string[] {
    return choicesOf(this.last.speech).map(({ payload }) => payload);
  }

  /** Everything said, as one text. */
  get text(): string {
    return this.last.speech.replies.map(textOf).join('\n');
  }

  /** How the language says a fixed phrase, so that tests do not repeat words that an editor may better. */
  words(key: string): string {
    return this.house.words.phrase(this.state.locale, { key });
  }

  get question(): string {
    const question = this.last.speech.replies.find(({ kind }) => kind === 'question');
    return question?.kind === 'question' ? question.text : '';
  }

  /** Answers questions of the interest questionnaire: by type, or with one value, until `count` are answered. */
  answer(value: number | ((item: string) => number), count = 60): void {
    for (let i = 0; i < count; i++) {
      const payload = this.payloads.find((offered) => offered.startsWith('interests:answer:'));
      if (!payload) return;
      const item = payload.split(':')[2]!;
      const chosen = typeof value === 'number' ? value : value(item);
      this.tap(chosen === 0 ? `interests:skip:${item}` : `interests:answer:${item}:${chosen}`);
    }
  }
}

/** Somebody with a clear profile: likes making things and order. */
export const handy = (item: string): number => ({ r: 5, i: 4, a: 2, s: 3, e: 1, c: 4 })[item[0]!] ?? 3;

export const textOf = (reply: Reply): string => {
  switch (reply.kind) {
    case 'text':
      return reply.text;
    case 'question':
      return `${reply.progress?.label ?? ''} ${reply.text}`.trim();
    case 'bars':
      return [
        reply.title,
        ...reply.bars.map(({ label, value, note }) => `${label} ${value} ${note ?? ''}`),
        ...(reply.notes ?? []),
      ].join('\n');
    case 'picture':
      return reply.alt;
    case 'cards':
      return reply.cards
        .map((card) =>
          [
            card.title,
            card.subtitle ?? '',
            ...(card.lines ?? []),
            ...(card.facts ?? []).map(({ label, value, note }) => `${label} ${value} ${note ?? ''}`),
            ...(card.sources ?? []),
            ...(card.links ?? []).map(({ label, url }) => `${label} ${url}`),
          ].join('\n'),
        )
        .join('\n');
  }
};
