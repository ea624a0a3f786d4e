import { randomUUID } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import { isObject, type Fault } from './check.ts';
import { faultsOf } from './messages.ts';

/** What may go wrong with one request to send. `…Afterwards`: LINE takes the messages, but the answer is lost. */
export type Trouble =
  'rateLimited' | 'monthlyLimit' | 'error' | 'errorAfterwards' | 'dropped' | 'droppedAfterwards';

export type Way = 'reply' | 'push';

/** One request to send, as LINE saw it. */
export interface Attempt {
  readonly way: Way;
  readonly person: string | null;
  /** `null` when the line was dropped. */
  readonly status: number | null;
  readonly retryKey: string | null;
  readonly faults: readonly Fault[];
}

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly way: Way;
  readonly body: unknown;
  readonly retryKey: string | null;
}

/** ref#send-reply-message; the minute counts from the webhook. */
const TOKEN_MS = 60_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** What LINE remembers: reply tokens, retry keys, who blocked the account, and what everybody received. */
export class Platform {
  readonly attempts: Attempt[] = [];
  readonly blocked = new Set<string>();
  readonly #tokens = new Map<string, { person: string; until: number }>();
  readonly #accepted = new Map<string, { requestId: string; sentMessages: object[] }>();
  readonly #chats = new Map<string, messagingApi.Message[][]>();
  readonly #troubles: { trouble: Trouble; way: Way | undefined }[] = [];
  readonly #now: () => number;
  #messages = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(token: string, person: string): void {
    if (!this.#tokens.has(token)) this.#tokens.set(token, { person, until: this.#now() + TOKEN_MS });
  }
  /** All tokens given out so far are too old. */
  expire(): void {
    for (const token of this.#tokens.values()) token.until = 0;
  }
  plan(trouble: Trouble, times: number, way?: Way): void {
    for (let i = 0; i < times; i++) this.#troubles.push({ trouble, way });
  }
  /** Messages by request, oldest first. */
  chat(person: string): messagingApi.Message[][] {
    return this.#chats.get(person) ?? [];
  }

  /** Handles one request; `null` means that the line drops without an answer. */
  handle(asked: Asked): Answer | null {
    const trouble = this.#nextTrouble(asked.way);
    if (trouble === 'rateLimited')
      return this.#end(asked, {
        status: 429,
        body: { message: 'The API rate limit has been exceeded. Try again later.' },
      });
    if (trouble === 'monthlyLimit')
      return this.#end(asked, { status: 429, body: { message: 'You have reached your monthly limit.' } });
    if (trouble === 'error') return this.#end(asked, ERROR);
    if (trouble === 'dropped') return this.#end(asked, null);
    const answer = this.#take(asked);
    if (trouble === 'errorAfterwards') return this.#end(asked, ERROR);
    if (trouble === 'droppedAfterwards') return this.#end(asked, null);
    return this.#end(asked, answer);
  }

  #nextTrouble(way: Way): Trouble | undefined {
    const at = this.#troubles.findIndex((planned) => (planned.way ?? way) === way);
    return at < 0 ? undefined : this.#troubles.splice(at, 1)[0]?.trouble;
  }

  #end(asked: Asked, answer: Answer | null): Answer | null {
    const faults = answer && 'details' in answer.body ? (answer.body.details as Fault[]) : [];
    this.attempts.push({
      way: asked.way,
      person: this.#personOf(asked),
      status: answer?.status ?? null,
      retryKey: asked.retryKey,
      faults,
    });
    return answer;
  }

  #personOf({ way, body }: Asked): string | null {
    if (!isObject(body)) return null;
    const name = way === 'push' ? body.to : this.#tokens.get(String(body.replyToken))?.person;
    return typeof name === 'string' ? name : null;
  }

  #take(asked: Asked): Answer {
    const { way, body, retryKey } = asked;
    if (!isObject(body)) return refusal('The request body could not be parsed as JSON.');
    if (retryKey !== null && way === 'reply') return refusal('The retry key is not supported by this API.');
    if (retryKey !== null && !UUID.test(retryKey)) return refusal('Invalid retry key');
    const before = retryKey === null ? undefined : this.#accepted.get(retryKey);
    if (before) {
      return {
        status: 409,
        body: { message: 'The retry key is already accepted', sentMessages: before.sentMessages },
        headers: { 'x-line-accepted-request-id': before.requestId },
      };
    }
    const faults = faultsOf(body.messages);
    if (faults.length > 0) return refusal(`The request body has ${faults.length} error(s)`, faults);
    const person = way === 'reply' ? this.#spend(String(body.replyToken)) : pushed(body.to);
    if (person === null) {
      return refusal(
        way === 'reply' ? 'Invalid reply token' : "The property, 'to', in the request body is invalid",
      );
    }
    return this.#accept(person, body.messages as messagingApi.Message[], retryKey);
  }

  #spend(token: string): string | null {
    const issued = this.#tokens.get(token);
    if (!issued || issued.until < this.#now()) return null;
    issued.until = 0;
    return issued.person;
  }

  #accept(person: string, messages: messagingApi.Message[], retryKey: string | null): Answer {
    // Whoever blocked the account receives nothing, and LINE does not tell.
    if (!this.blocked.has(person)) this.#chats.set(person, [...this.chat(person), structuredClone(messages)]);
    const sentMessages = messages.map(() => ({ id: String(++this.#messages), quoteToken: randomUUID() }));
    const requestId = randomUUID();
    if (retryKey !== null) this.#accepted.set(retryKey, { requestId, sentMessages });
    return { status: 200, body: { sentMessages }, headers: { 'x-line-request-id': requestId } };
  }
}

const ERROR: Answer = { status: 500, body: { message: 'Internal Server Error' } };

const refusal = (message: string, details: readonly Fault[] = []): Answer => ({
  status: 400,
  body: { message, ...(details.length > 0 && { details }) },
});

const pushed = (to: unknown): string | null =>
  typeof to === 'string' && /^[UCR][0-9a-f]{32}$/u.test(to) ? to : null;
