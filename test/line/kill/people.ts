import { setTimeout as sleep } from 'node:timers/promises';
import {
  followed,
  newPerson,
  said,
  tapped,
  tokenless,
  type Standin,
  type WebhookEvent,
} from '../standin/index.ts';

/** What everybody does, over and over: taps and words that change the state in ways that depend on their order. */
const MOVES: readonly ((person: string) => WebhookEvent)[] = [
  (person) => tapped(person, 'interests:open'),
  (person) => tapped(person, 'interests:start'),
  ...['3', '5', '1', '4', '2'].map((answer) => (person: string) => said(person, answer)),
  (person) => said(person, '戻る'),
  (person) => said(person, '看護師'),
  (person) => tapped(person, 'occupation:open:156'),
  (person) => said(person, 'パン屋さんになりたい'),
  (person) => tapped(person, 'go:menu'),
];

/** Somebody who taps on without waiting for answers, as long as LINE delivers. */
export class Talker {
  readonly person = newPerson();
  /** Everything delivered, in order. */
  readonly events: WebhookEvent[] = [];
  readonly #standin: Standin;
  readonly #tokens: boolean;

  /** Without `tokens` LINE gives no reply tokens, so that every answer has to be pushed. */
  constructor(standin: Standin, { tokens }: { tokens: boolean }) {
    this.#standin = standin;
    this.#tokens = tokens;
  }

  /** Nothing is delivered any more, taken or not. */
  gone = false;

  /** Talks until `over`; resolves when the last delivery was taken. */
  async talk(over: () => boolean, thinkMs: () => number): Promise<void> {
    await this.#deliver([followed(this.person)]);
    for (let at = 0; !over(); at++) {
      const move = MOVES[at % MOVES.length]!;
      // Now and then LINE puts several events into one delivery.
      const both = at % 5 === 4 ? [move, MOVES[(at + 1) % MOVES.length]!] : [move];
      at += both.length - 1;
      await this.#deliver(both.map((make) => make(this.person)));
      await sleep(thinkMs());
    }
  }

  async #deliver(events: WebhookEvent[]): Promise<void> {
    const given = this.#tokens ? events : events.map(tokenless);
    this.events.push(...given);
    const redelivery = { firstMs: 20, longestMs: 100, mostTimes: Infinity, isOver: () => this.gone };
    const { taken } = await this.#standin.deliverUntilTaken(given, redelivery);
    if (!taken) throw new Error('A delivery was never taken.');
  }
}
