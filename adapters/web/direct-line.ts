import type { Server as HttpServer } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Counsellor } from '../../bot/port.ts';
import { Conversations, type Answer } from './conversations.ts';
import { Desk, ROOT, type DeskOptions } from './desk.ts';
import { History } from './history.ts';
import { Refusal } from './http.ts';
import { mountStreams } from './stream.ts';

export interface Log {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface DirectLineOptions extends DeskOptions {
  readonly log: Log;
  readonly clock?: () => number;
  /** Sites that may talk to us (`https://city.example`); any when left out. */
  readonly allowedOrigins?: readonly string[];
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
  const { log, publicBaseUrl, allowedOrigins } = options;
  const clock = options.clock ?? Date.now;
  const desk = new Desk(options, clock);
  const history = new History(counsellor, publicBaseUrl);

  const allowsOrigin = (origin: string | undefined): boolean =>
    origin === undefined || !allowedOrigins || allowedOrigins.includes(origin);

  const conversations = new Conversations(counsellor, desk, history, clock);
  const routes: [method: 'get' | 'post', path: string, operation: (request: Request) => Promise<Answer>][] = [
    ['post', 'tokens/generate', (request) => conversations.generate(request)],
    ['post', 'tokens/refresh', (request) => conversations.refresh(request)],
    ['post', 'conversations', (request) => conversations.start(request)],
    ['get', 'conversations/:id', (request) => conversations.reconnect(request)],
    ['get', 'conversations/:id/activities', (request) => conversations.activities(request)],
    ['post', 'conversations/:id/activities', (request) => conversations.post(request)],
    ['post', 'conversations/:id/upload', (request) => conversations.upload(request)],
  ];

  function send(request: Request, response: Response, status: number, body: object | null): void {
    const { origin } = request.headers;
    if (!allowedOrigins) response.setHeader('Access-Control-Allow-Origin', '*');
    else {
      response.setHeader('Vary', 'Origin');
      if (origin !== undefined && allowsOrigin(origin))
        response.setHeader('Access-Control-Allow-Origin', origin);
    }
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // Not `send`: restify would offer JSONP to whoever accepts JavaScript.
    if (body === null) return void response.sendRaw(status, '');
    response.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
  }

  for (const [method, path, operation] of routes) {
    server[method](`${ROOT}/${path}`, async (request: Request, response: Response) => {
      try {
        const { status, body } = await operation(request);
        send(request, response, status, body);
      } catch (error) {
        if (error instanceof Refusal) return send(request, response, error.status, error.body);
        log.error({ route: path, err: nameOf(error) }, 'a Direct Line request failed');
        const refusal = new Refusal(503, 'ServiceUnavailable', 'Please send this again in a moment.');
        return send(request, response, refusal.status, refusal.body);
      }
    });
  }
  server.opts(`${ROOT}/*`, async (request: Request, response: Response) => {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type, Accept, X-Requested-With, X-MS-Bot-Agent',
    );
    response.setHeader('Access-Control-Max-Age', '86400');
    send(request, response, 204, null);
  });

  const stopStreams = mountStreams(server.server as HttpServer, {
    history,
    admit: (token, conversation) => void desk.admit(desk.good(token), conversation),
    allowsOrigin,
    failed: (error) => log.error({ route: 'stream', err: nameOf(error) }, 'a Direct Line stream failed'),
  });
  return {
    close() {
      stopStreams();
      history.close();
    },
  };
}

/** What may be logged of an error: never its message, which may hold what a person wrote. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
