import type { IncomingMessage } from 'node:http';
import type { Next, Request, Response, Server } from 'restify';
import { addressOf } from './address.ts';
import { createLimiter, UNLIMITED, type Limiter } from './limiter.ts';
import { sendProblem, TOO_MANY } from './problem.ts';

/** How much anybody may do; see docs/security.md for how the numbers were found. 0 stands for no limit. */
export interface Allowances {
  /** Proxies of ours between the world and us. */
  readonly proxies: number;
  /** Of one address. */
  readonly requestsPerMinute: number;
  /** New ones of one address. */
  readonly conversationsPerHour: number;
  /** Of one conversation on the web. */
  readonly messagesPerMinute: number;
  /** Open at the same time, of one address. */
  readonly streamsPerAddress: number;
}

/** The counters that all doors share. */
export interface Limits {
  readonly addressOf: (request: IncomingMessage) => string;
  readonly requests: Limiter;
  readonly conversations: Limiter;
  readonly messages: Limiter;
  /** Bounds what a conversation may grow by. */
  readonly messagesPerDay: Limiter;
  readonly streamsPerAddress: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Nobody says so much in a day: the longest questionnaire has under a hundred taps. */
const MESSAGES_PER_DAY = 3_000;

/** Makes the counters. `unproxied` is called once when a proxy seems to stand before us that nobody told us of. */
export function createLimits(allowances: Allowances, unproxied: () => void = () => {}): Limits {
  const { proxies, requestsPerMinute, conversationsPerHour, messagesPerMinute } = allowances;
  let isTold = proxies > 0;
  return {
    addressOf(request) {
      if (!isTold && request.headers['x-forwarded-for'] !== undefined) {
        isTold = true;
        unproxied();
      }
      return addressOf(request, proxies);
    },
    requests: createLimiter({
      amount: requestsPerMinute,
      periodMs: MINUTE_MS,
      burst: Math.ceil(requestsPerMinute / 4),
    }),
    conversations: createLimiter({ amount: conversationsPerHour, periodMs: HOUR_MS }),
    messages: createLimiter({ amount: messagesPerMinute, periodMs: MINUTE_MS }),
    messagesPerDay: createLimiter({
      amount: messagesPerMinute === 0 ? 0 : MESSAGES_PER_DAY,
      periodMs: DAY_MS,
    }),
    streamsPerAddress: allowances.streamsPerAddress || Infinity,
  };
}

/** For mounting a door alone. */
export const NO_LIMITS: Limits = {
  addressOf: (request) => addressOf(request, 0),
  requests: UNLIMITED,
  conversations: UNLIMITED,
  messages: UNLIMITED,
  messagesPerDay: UNLIMITED,
  streamsPerAddress: Infinity,
};

/** Requests that cost us more than a look into memory, counted as so many. */
const COSTS: readonly (readonly [path: RegExp, cost: number])[] = [
  [/^\/occupations\/[^/]*\/preview\.png$/u, 20], // draws
  [/^\/api\/v1\/occupations\.\w+$/u, 20], // writes the whole catalogue
  [/^\/api\/v1\/(?:occupations|match)$/u, 2], // searches, ranks
];
/** A delivery that LINE did not sign: up to a megabyte was read and hashed for it. */
const UNSIGNED_COST = 10;

/** Answers a request that came too soon, in the words of its door. */
export type Refuse = (request: Request, response: Response, seconds: number) => void;

export interface LimitDoors {
  /** `METHOD /path` that counts for itself or not at all: the probes, and the webhook, which must first see who calls. */
  readonly free: readonly string[];
  /** Doors that refuse in their own words, by the beginning of their paths. */
  readonly refuse: Readonly<Record<string, Refuse>>;
}

/** Counts every request to its address before it is routed; mount it after the doors' own `pre` handlers. */
export function mountLimits(server: Server, limits: Limits, { free, refuse }: LimitDoors): void {
  const isFree = new Set(free);
  server.pre((request: Request, response: Response, next: Next) => {
    const path = (request.url ?? '').split('?')[0]!;
    if (isFree.has(`${request.method} ${path}`)) return next();
    const cost = COSTS.find(([costly]) => costly.test(path))?.[1] ?? 1;
    const seconds = limits.requests.take(limits.addressOf(request), cost);
    if (seconds === null) return next();
    response.setHeader('Retry-After', seconds);
    const door = Object.keys(refuse).find((start) => path.startsWith(start));
    if (door === undefined) sendProblem(response, 429, ...TOO_MANY);
    else refuse[door]!(request, response, seconds);
    next(false);
  });
}

/** Counts a delivery that LINE did not sign: seconds to wait when there were too many, else `null`. */
export const countUnsigned =
  (limits: Limits) =>
  (request: IncomingMessage): number | null =>
    limits.requests.take(limits.addressOf(request), UNSIGNED_COST);
