/** Conversations in several channels over one store, as `server.ts` puts them together. */
import { createCounsellor, type Log } from '../../bot/counsellor.ts';
import type { House } from '../../bot/house.ts';
import type { Channel, Incoming, Input, Line } from '../../bot/port.ts';
import { readState, type ConversationState } from '../../bot/state.ts';
import type { Store } from '../../store/port.ts';
import { choicesOf } from '../../replies/words.ts';
import { textOf, TODAY } from '../support/talk.ts';

const silent: Log = { info() {}, warn() {}, error() {} };
export const tap = (payload: string): Input => ({ kind: 'payload', payload });
export const type = (text: string): Input => ({ kind: 'text', text });
export const after = (ms: number): string => new Date(Date.parse(TODAY) + ms).toISOString();

let events = 0;

/** One person in one channel. */
export class Side {
  readonly channel: Channel;
  readonly person: string;
  readonly store: Store;
  readonly counsellor: ReturnType<typeof createCounsellor>;

  constructor(house: House, store: Store, channel: Channel, person: string) {
    this.channel = channel;
    this.person = person;
    this.store = store;
    this.counsellor = createCounsellor(house, store, silent);
  }

  event(input: Input, at = TODAY, eventId = `e${events++}`): Incoming {
    return { channel: this.channel, person: this.person, eventId, at, input, locale: 'en' };
  }

  /** Sends what somebody does, and returns what was said to it. */
  async send(input: Input, at = TODAY): Promise<string> {
    await this.counsellor.receive([this.event(input, at)]);
    await this.counsellor.idle();
    return this.said();
  }

  lines = (): Promise<Line[]> => this.store.transcript(this.channel, this.person, 0, 1_000);

  async speeches(): Promise<string[]> {
    return (await this.lines()).flatMap((line) =>
      'spoken' in line ? [line.spoken.speech.replies.map(textOf).join('\n')] : [],
    );
  }
  said = async (): Promise<string> => (await this.speeches()).at(-1) ?? '';

  async offers(): Promise<string[]> {
    const last = (await this.lines()).findLast((line) => 'spoken' in line);
    return last && 'spoken' in last ? choicesOf(last.spoken.speech).map(({ payload }) => payload) : [];
  }

  async state(): Promise<ConversationState | null> {
    return readState((await this.store.load(this.channel, this.person))?.state);
  }

  /** The dialog spoken with and where it stands. */
  async at(): Promise<string> {
    const top = (await this.state())?.stack.at(-1);
    return top ? `${top.dialog}/${String(top.value)}` : '';
  }

  /** Asks for a code. */
  async code(at = TODAY): Promise<string> {
    const found = /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(await this.send(tap('carry:open'), at));
    if (!found) throw new Error('No code was said');
    return found[0];
  }
}
