import { randomUUID } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import { isObject, type Fault } from './check.ts';
import { drawFaults, type Faults, type Trouble } from './faults.ts';
import { faultsOf } from './messages.ts';

export type Way = 'reply' | 'push';

/** One request to send, as LINE saw it. */
export interface Attempt {
  readonly way: Way;
  readonly person: string | null;
  /** `null` when the line was dropped. */
  readonly status: number | null;
  readonly retryKey: string | null;
  readonly replyToken: string | null;
  readonly faults: readonly Fault[];
  /** Whether LINE took the messages with this request, whatever it answered. */
  readonly taken: boolean;
  /** Milliseconds, by the stand-in's clock. */
  readonly at: number;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly way: Way;
  /** Parsed; `undefined` when it was no JSON. */
  readonly body: unknown;
  readonly retryKey: string | null;
}

/** Which requests a planned trouble waits for. */
export interface Only {
  readonly way?: Way;
  readonly person?: string;
}

/** What becomes of a request: an answer, or none (the line drops), after a while. */
export interface Outcome {
  readonly answer: Answer | null;
  readonly slow: boolean;
}

/** ref#send-reply-message; the minute counts from the webhook. */
const TOKEN_MS = 60_000;
/** docs/messaging-api/retrying-api-request/: "valid for 24 hours after attempting the first request". */
const RETRY_KEY_MS = 24 * 60 * 60 * 1000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** What LINE remembers: reply tokens, retry keys, who blocked the account, and what everybody received. */
export class Platform {
  readonly attempts: Attempt[] = [];
  readonly blocked = new Set<string>();
  /** ref#rate-limits: both ways to send are "other API endpoints". Each endpoint is counted by itself. */
  requestsPerSecond = 2000;
  /** Pushes the account may still send this month (replies are free); `null`: no end. */
  pushesLeft: number | null = null;
  /** Sent with a 429 for the rate, as `Retry-After` in seconds. LINE publishes none; a proxy may add one. */
  retryAfter: number | null = null;
  /** Off: chats are not kept, for long runs. */
  keepsChats = true;
  readonly #tokens = new Map<string, { person: string; until: number }>();
  readonly #accepted = new Map<string, { requestId: string; sentMessages: object[]; at: number }>();
  readonly #chats = new Map<string, messagingApi.Message[][]>();
  readonly #troubles: { trouble: Trouble; only: Only }[] = [];
  readonly #window: Record<Way, { second: number; requests: number }> = {
    reply: { second: 0, requests: 0 },
    push: { second: 0, requests: 0 },
  };
  readonly #now: () => number;
  #draw: () => Trouble | undefined = () => undefined;
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
  plan(trouble: Trouble, times: number, only: Only): void {
    for (let i = 0; i < times; i++) this.#troubles.push({ trouble, only });
  }
  /** Planned troubles that have not come yet will not. */
  forgive(): void {
    this.#troubles.length = 0;
  }
  stumble(faults: Faults | null): void {
    this.#draw = faults ? drawFaults(faults) : () => undefined;
  }
  /** Messages by request, oldest first. */
  chat(person: string): messagingApi.Message[][] {
    return this.#chats.get(person) ?? [];
  }

  handle(asked: Asked): Outcome {
    const trouble = this.#nextTrouble(asked);
    const end = (answer: Answer | null, taken = false): Outcome => {
      this.#note(asked, answer, taken);
      return { answer, slow: trouble === 'slow' };
    };
    if (trouble === 'rateLimited' || this.#isTooFast(asked.way)) return end(this.#tooFast());
    if (trouble === 'monthlyLimit') return end(MONTH_IS_OVER);
    if (trouble === 'error') return end(ERROR);
    if (trouble === 'dropped') return end(null);
    const answer = this.#take(asked);
    const taken = answer.status === 200;
    if (trouble === 'errorAfterwards') return end(ERROR, taken);
    if (trouble === 'droppedAfterwards') return end(null, taken);
    return end(answer, taken);
  }

  #nextTrouble(asked: Asked): Trouble | undefined {
    const person = this.#personOf(asked);
    const at = this.#troubles.findIndex(
      ({ only }) => (only.way ?? asked.way) === asked.way && (only.person ?? person) === person,
    );
    return at < 0 ? this.#draw() : this.#troubles.splice(at, 1)[0]?.trouble;
  }

  #isTooFast(way: Way): boolean {
    const second = Math.floor(this.#now() / 1000);
    const window = this.#window[way];
    if (window.second !== second) Object.assign(window, { second, requests: 0 });
    return ++window.requests > this.requestsPerSecond;
  }

  #tooFast(): Answer {
    return {
      status: 429,
      body: { message: 'The API rate limit has been exceeded. Try again later.' },
      ...(this.retryAfter !== null && { headers: { 'retry-after': String(this.retryAfter) } }),
    };
  }

  #note(asked: Asked, answer: Answer | null, taken: boolean): void {
    this.attempts.push({
      way: asked.way,
      person: this.#personOf(asked),
      status: answer?.status ?? null,
      retryKey: asked.retryKey,
      replyToken: tokenIn(asked),
      faults: answer && 'details' in answer.body ? (answer.body.details as Fault[]) : [],
      taken,
      at: this.#now(),
    });
  }

  #personOf(asked: Asked): string | null {
    const token = tokenIn(asked);
    if (token !== null) return this.#tokens.get(token)?.person ?? null;
    return isObject(asked.body) && typeof asked.body.to === 'string' ? asked.body.to : null;
  }

  #take({ way, body, retryKey }: Asked): Answer {
    if (!isObject(body)) {
      return refusal('The request body could not be parsed as JSON (line: 1, column: 1)');
    }
    if (retryKey !== null && way === 'reply') return refusal('The retry key is not supported by this API.');
    if (retryKey !== null && !UUID.test(retryKey)) return refusal('Invalid retry key');
    const before = retryKey === null ? undefined : this.#accepted.get(retryKey);
    if (before && this.#now() - before.at < RETRY_KEY_MS) {
      return {
        status: 409,
        body: { message: 'The retry key is already accepted', sentMessages: before.sentMessages },
        headers: { 'x-line-accepted-request-id': before.requestId },
      };
    }
    const faults = faultsOf(body.messages);
    if (faults.length > 0) return refusal(`The request body has ${faults.length} error(s)`, faults);
    if (way === 'push' && this.pushesLeft !== null && this.pushesLeft <= 0) return MONTH_IS_OVER;
    const person = way === 'reply' ? this.#spend(String(body.replyToken)) : pushed(body.to);
    if (person === null) {
      return refusal(
        way === 'reply' ? 'Invalid reply token' : "The property, 'to', in the request body is invalid",
      );
    }
    // Up to five messages of one push count as one; those that do not arrive are not counted.
    if (way === 'push' && this.pushesLeft !== null && !this.blocked.has(person)) this.pushesLeft--;
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
    if (this.keepsChats && !this.blocked.has(person)) {
      this.#chats.set(person, [...this.chat(person), structuredClone(messages)]);
    }
    const sentMessages = messages.map(() => ({ id: String(++this.#messages), quoteToken: randomUUID() }));
    const requestId = randomUUID();
    if (retryKey !== null) this.#accepted.set(retryKey, { requestId, sentMessages, at: this.#now() });
    return { status: 200, body: { sentMessages }, headers: { 'x-line-request-id': requestId } };
  }
}

const tokenIn = ({ way, body }: Asked): string | null =>
  way === 'reply' && isObject(body) ? String(body.replyToken) : null;

const ERROR: Answer = { status: 500, body: { message: 'Internal Server Error' } };
const MONTH_IS_OVER: Answer = { status: 429, body: { message: 'You have reached your monthly limit.' } };

const refusal = (message: string, details: readonly Fault[] = []): Answer => ({
  status: 400,
  body: { message, ...(details.length > 0 && { details }) },
});

const pushed = (to: unknown): string | null =>
  typeof to === 'string' && /^[UCR][0-9a-f]{32}$/u.test(to) ? to : null;
