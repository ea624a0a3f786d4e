import type { Server as HttpServer } from 'node:http';
import type { Next, Request, Response, Server } from 'restify';
import type { Counsellor } from '../../bot/port.ts';
import { NO_LIMITS, type Limits, type Refuse } from '../http/limits.ts';
import { originRule } from '../http/origins.ts';
import { Conversations, type Answer } from './conversations.ts';
import { Desk, ROOT, type DeskOptions } from './desk.ts';
import { History } from './history.ts';
import { Refusal, tooMany } from './http.ts';
import { mountStreams } from './stream.ts';

export interface Log {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface DirectLineOptions extends DeskOptions {
  readonly log: Log;
  readonly clock?: () => number;
  /** Sites that may talk to us (`https://city.example`, `https://*.city.example`); any when left out. */
  readonly allowedOrigins?: readonly string[];
  /** None when left out. */
  readonly limits?: Limits;
  /** For tests: how often streams are looked after. */
  readonly heartbeatMs?: number;
}

/** The mounted endpoint. */
export interface DirectLine {
  /** Ends the streams; clients come back when somebody listens again. */
  close(): void;
}

/**
 * Mounts the part of Direct Line 3.0 that `botframework-directlinejs` and our bubble use.
 *
 * @example
 * const web = mountDirectLine(server, counsellor, { tokenSecret, log });
 */
export function mountDirectLine(
  server: Server,
  counsellor: Counsellor,
  options: DirectLineOptions,
): DirectLine {
  const { log, publicBaseUrl, allowedOrigins, limits = NO_LIMITS } = options;
  const clock = options.clock ?? Date.now;
  const desk = new Desk(options, clock);
  const history = new History(counsellor, publicBaseUrl);
  const allowsOrigin = originRule(allowedOrigins, publicBaseUrl);

  // Before routing, so that a page can also read why it was refused.
  server.pre((request: Request, response: Response, next: Next) => {
    const { url = '', method, headers } = request;
    if (!url.startsWith(`${ROOT}/`)) return next();
    const isAllowed = allowsOrigin(request);
    if (!allowedOrigins) response.setHeader('Access-Control-Allow-Origin', '*');
    else {
      response.setHeader('Vary', 'Origin');
      if (isAllowed && headers.origin) response.setHeader('Access-Control-Allow-Origin', headers.origin);
    }
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    // A browser that asks first is told by what is missing.
    if (isAllowed || method === 'OPTIONS') return next();
    sendRefusal(response, notFromHere());
    next(false);
  });

  const conversations = new Conversations(counsellor, desk, history, limits, clock);
  const routes: [method: 'get' | 'post', path: string, operation: (request: Request) => Promise<Answer>][] = [
    ['post', 'tokens/generate', (request) => conversations.generate(request)],
    ['post', 'tokens/refresh', (request) => conversations.refresh(request)],
    ['post', 'conversations', (request) => conversations.start(request)],
    ['get', 'conversations/:id', (request) => conversations.reconnect(request)],
    ['get', 'conversations/:id/activities', (request) => conversations.activities(request)],
    ['post', 'conversations/:id/activities', (request) => conversations.post(request)],
    ['post', 'conversations/:id/upload', (request) => conversations.upload(request)],
  ];

  for (const [method, path, operation] of routes) {
    server[method](`${ROOT}/${path}`, async (request: Request, response: Response) => {
      try {
        const { status, body } = await operation(request);
        send(response, status, body);
      } catch (error) {
        if (error instanceof Refusal) return sendRefusal(response, error);
        log.error({ route: path, err: nameOf(error) }, 'a Direct Line request failed');
        return sendRefusal(
          response,
          new Refusal(503, 'ServiceUnavailable', 'Please send this again in a moment.'),
        );
      }
    });
  }
  server.opts(`${ROOT}/*`, async (_request: Request, response: Response) => {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type, Accept, X-Requested-With, X-MS-Bot-Agent',
    );
    response.setHeader('Access-Control-Max-Age', '86400');
    send(response, 204, null);
  });

  const stopStreams = mountStreams(server.server as HttpServer, {
    history,
    limits,
    clock,
    ...(options.heartbeatMs !== undefined && { heartbeatMs: options.heartbeatMs }),
    admit: (token, conversation) => desk.admit(desk.good(token), conversation).until,
    checkOrigin: (request) => {
      if (!allowsOrigin(request)) throw notFromHere();
    },
    failed: (error) => log.error({ route: 'stream', err: nameOf(error) }, 'a Direct Line stream failed'),
  });
  return {
    close() {
      stopStreams();
      history.close();
    },
  };
}

const notFromHere = (): Refusal =>
  new Refusal(
    403,
    'Forbidden',
    'This site may not use the conversation; the setting ALLOWED_ORIGINS names those that may.',
  );

function send(response: Response, status: number, body: object | null): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Not `send`: restify would offer JSONP to whoever accepts JavaScript.
  if (body === null) return void response.sendRaw(status, '');
  response.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}

function sendRefusal(response: Response, { status, body, retryAfter }: Refusal): void {
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  send(response, status, body);
}

/** Refuses a request that came too soon, in the shape that clients of Direct Line read. */
export const refuseTooMany: Refuse = (_request, response, seconds) => sendRefusal(response, tooMany(seconds));

/** What may be logged of an error: never its message, which may hold what a person wrote. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
