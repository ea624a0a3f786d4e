import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { messagingApi } from '@line/bot-sdk';
import type { WebhookEvent } from './events.ts';
import { Account } from './account.ts';
import type { Faults, Trouble } from './faults.ts';
import { Loading, LOADING_PATH } from './loading.ts';
import { Platform, type Attempt, type Only, type Way } from './platform.ts';
import { deliverAsLine, type Delivery, type Redelivery } from './redelivery.ts';
import { RichMenus } from './richmenus.ts';

export * from './events.ts';
export { payloadOf, tappables, textsOf, type Tappable } from './reading.ts';
export type { Faults, Trouble } from './faults.ts';
export type { Attempt, Way } from './platform.ts';

export interface StandinOptions {
  readonly channelSecret?: string;
  readonly channelAccessToken?: string;
  /** How long every answer to a request takes. */
  readonly latencyMs?: number;
  readonly now?: () => number;
  /** Default: any free one. */
  readonly port?: number;
  /** Off: what people received is not kept (`received`, `sends`), only `attempts`. For long runs. */
  readonly keepsChats?: boolean;
}

/** What our webhook answered to a delivery. */
export interface Delivered {
  readonly status: number;
  readonly body: string;
}

/** A strict LINE of our own: what it takes, LINE takes; what the rules forbid, it refuses as LINE does. */
export interface Standin {
  /** For `LINE_API_BASE_URL`. */
  readonly url: string;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  /** Where `deliver` posts, e.g. `http://localhost:3978/line/webhook`. */
  webhook: string;
  /** Signs and delivers events as one request; their reply tokens work from now on for a minute. */
  deliver(events: readonly WebhookEvent[], signal?: AbortSignal): Promise<Delivered>;
  /** The same as LINE does it with redelivery on: again and again until it is taken. */
  deliverUntilTaken(events: readonly WebhookEvent[], redelivery?: Redelivery): Promise<Delivery>;
  /** Posts any bytes; the signature fits them unless another is given (`null`: none). */
  post(body: string | Uint8Array, signature?: string | null, signal?: AbortSignal): Promise<Delivered>;
  /** Everything one person received, in order. */
  received(person: string): messagingApi.Message[];
  /** The same by request: one entry for each reply or push. */
  sends(person: string): messagingApi.Message[][];
  /** Resolves when a person has received so many requests' worth; throws after `withinMs` (5 s). */
  waitFor(person: string, sends: number, withinMs?: number): Promise<messagingApi.Message[]>;
  /** Every request to send, taken or refused. */
  readonly attempts: readonly Attempt[];
  /** The next requests go wrong: once, or `times`; those of one way or one person only, or any. */
  trouble(trouble: Trouble, options?: { times?: number } & Only): void;
  /** Planned troubles that have not come yet will not. */
  forgive(): void;
  /** From now on some requests go wrong by chance; `null`: none. */
  stumble(faults: Faults | null): void;
  latencyMs: number;
  /** How long a `slow` answer takes on top. */
  slowMs: number;
  /** Whether the access token is good (401 otherwise) and allowed to send (403 otherwise). */
  access: 'granted' | 'revoked' | 'forbidden';
  /** Most requests a second to each way of sending, as LINE publishes it (2,000); more get 429. */
  requestsPerSecond: number;
  /** Pushes left this month; `null` (at first): no end. Replies are free. */
  pushesLeft: number | null;
  /** Seconds named in `Retry-After` with a 429 for the rate; `null` (at first, and as LINE does): none. */
  retryAfter: number | null;
  readonly richMenus: RichMenus;
  readonly account: Account;
  /** Gives out a reply token, for whoever posts events without `deliver` (the benchmark). */
  issue(replyToken: string, person: string): void;
  /** All reply tokens given out so far are too old. */
  expireTokens(): void;
  /** Loading animations asked for, and how asking goes. */
  readonly loading: Loading;
  block(person: string): void;
  unblock(person: string): void;
  stop(): Promise<void>;
}

/**
 * Starts the stand-in on a free port.
 *
 * @example
 * const line = await startStandin();
 * line.webhook = 'http://localhost:3978/line/webhook';
 * const person = newPerson();
 * await line.deliver([said(person, 'こんにちは')]);
 * const messages = await line.waitFor(person, 1);
 */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
  const {
    channelSecret = 'stand-in secret',
    channelAccessToken = 'stand-in token',
    now = Date.now,
  } = options;
  const platform = new Platform(now);
  platform.keepsChats = options.keepsChats ?? true;
  const loading = new Loading();
  const richMenus = new RichMenus();
  const account = new Account();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (standin.latencyMs > 0) await sleep(standin.latencyMs, undefined, { ref: false });
    const reply = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): void => {
      // In two steps: restify changes `writeHead` for the whole process, and its own returns nothing.
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (standin.access === 'revoked' || request.headers.authorization !== `Bearer ${channelAccessToken}`) {
      return reply(401, {
        message:
          'Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.',
      });
    }
    const path = `${request.method} ${request.url}`;
    if (request.method === 'POST') {
      const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      if (size > MOST_BYTES) return reply(413, { message: 'Payload Too Large' });
      const type = request.headers['content-type'] ?? '';
      if (path.includes('/message/') && !/^application\/json *(; *charset=utf-8)?$/iu.test(type)) {
        return reply(400, { message: `The content type, ${type}, is not supported` });
      }
    }
    if (standin.access === 'forbidden') {
      return reply(403, { message: 'Access to this API is not available for your account' });
    }
    const way = /^POST \/v2\/bot\/message\/(reply|push)$/u.exec(path)?.[1] as Way | undefined;
    if (way) {
      const retryKey = request.headers['x-line-retry-key'];
      const { answer: given, slow } = platform.handle({
        way,
        body: parsed(Buffer.concat(chunks).toString('utf8')),
        retryKey: typeof retryKey === 'string' ? retryKey : null,
      });
      // A long one must not keep the process that has stopped the stand-in.
      if (slow) await sleep(standin.slowMs, undefined, { ref: false });
      return given ? reply(given.status, given.body, given.headers) : void request.socket.destroy();
    }
    if (path === LOADING_PATH) {
      const given = loading.handle(parsed(Buffer.concat(chunks).toString('utf8')));
      return reply(given.status, given.body);
    }
    const profile = /^GET \/v2\/bot\/profile\/(U[0-9a-f]{32})$/u.exec(path)?.[1];
    if (profile) {
      if (platform.blocked.has(profile)) return reply(404, { message: 'Not found' });
      return reply(200, { userId: profile, displayName: 'Somebody', language: 'ja' });
    }
    const url = new URL(request.url ?? '/', 'http://standin');
    const call = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      type: request.headers['content-type'],
      body: Buffer.concat(chunks),
    };
    const answered = richMenus.handle(call);
    const given = answered === undefined ? await account.handle(call) : answered;
    if (given === null) return void request.socket.destroy();
    if (given) return reply(given.status, given.body, { ...dated(account), ...given.headers });
    return reply(404, { message: 'Not found' });
  }

  const standin: Standin = {
    url: '',
    channelSecret,
    channelAccessToken,
    webhook: '',
    latencyMs: options.latencyMs ?? 0,
    slowMs: 1000,
    access: 'granted',
    loading,
    richMenus,
    account,
    get requestsPerSecond() {
      return platform.requestsPerSecond;
    },
    set requestsPerSecond(most) {
      platform.requestsPerSecond = most;
    },
    get pushesLeft() {
      return platform.pushesLeft;
    },
    set pushesLeft(left) {
      platform.pushesLeft = left;
    },
    get retryAfter() {
      return platform.retryAfter;
    },
    set retryAfter(seconds) {
      platform.retryAfter = seconds;
    },
    attempts: platform.attempts,
    deliverUntilTaken(events, redelivery) {
      return deliverAsLine((once, signal) => this.deliver(once, signal), events, redelivery);
    },
    async deliver(events, signal) {
      for (const { replyToken, source } of events) {
        if (replyToken !== undefined)
          platform.issue(replyToken, source.groupId ?? source.roomId ?? source.userId ?? '');
      }
      return this.post(JSON.stringify({ destination: `U${'0'.repeat(32)}`, events }), undefined, signal);
    },
    async post(body, signature, signal) {
      const right = createHmac('sha256', channelSecret).update(body).digest('base64');
      const response = await fetch(this.webhook, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'LineBotWebhook/2.0',
          ...(signature !== null && { 'x-line-signature': signature ?? right }),
        },
        body: typeof body === 'string' ? body : new Uint8Array(body),
        ...(signal && { signal }),
      });
      return { status: response.status, body: await response.text() };
    },
    received: (person) => platform.chat(person).flat(),
    sends: (person) => platform.chat(person),
    async waitFor(person, sends, withinMs = 5000) {
      const until = Date.now() + withinMs;
      while (platform.chat(person).length < sends) {
        if (Date.now() > until)
          throw new Error(`Received ${platform.chat(person).length} of ${sends} within ${withinMs} ms`);
        await sleep(5);
      }
      return platform.chat(person).flat();
    },
    trouble: (trouble, { times = 1, ...only } = {}) => platform.plan(trouble, times, only),
    forgive: () => platform.forgive(),
    stumble: (faults) => platform.stumble(faults),
    issue: (replyToken, person) => platform.issue(replyToken, person),
    expireTokens: () => platform.expire(),
    block: (person) => void platform.blocked.add(person),
    unblock: (person) => void platform.blocked.delete(person),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(standin, { url: `http://127.0.0.1:${port}` });
}

/** ref#status-codes: 413 above this. */
const MOST_BYTES = 2 * 1024 * 1024;
/** The time by LINE's clock, as an HTTP date. */
const dated = ({ skewMs }: Account): { Date: string } => ({
  Date: new Date(Date.now() + skewMs).toUTCString(),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
