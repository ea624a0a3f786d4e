import type { Next, Request, Response } from 'restify';
import { readBytes } from './body.ts';

/** An answer that says what is wrong with a request: RFC 9457, with a stable `code`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, detail: string, retryAfter?: number) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Code and detail of every 429. */
export const TOO_MANY = [
  'too_many_requests',
  'Too many requests at once. Wait a moment, then go on.',
] as const;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  413: 'Content too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  429: 'Too many requests',
  431: 'Head too large',
  500: 'Internal error',
  503: 'Service unavailable',
};

/** A problem document. */
export const problemOf = (status: number, code: string, detail: string) => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Error',
  status,
  code,
  detail,
});

/** Sends a problem document. */
export function sendProblem(response: Response, status: number, code: string, detail: string): void {
  response.sendRaw(status, JSON.stringify(problemOf(status, code, detail)), {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}

/**
 * Wraps an async handler: its problems become problem documents, anything else goes to restify's error handling.
 * restify must not see a value returned from an async handler, or it logs the whole request.
 */
export const handle =
  (work: (request: Request, response: Response) => Promise<void> | void) =>
  (request: Request, response: Response, next: Next): void => {
    Promise.resolve()
      .then(() => work(request, response))
      .then(
        () => next(false),
        (error: unknown) => {
          if (error instanceof Problem) {
            if (error.retryAfter !== undefined) response.setHeader('Retry-After', error.retryAfter);
            sendProblem(response, error.status, error.code, error.message);
            next(false);
          } else {
            next(error);
          }
        },
      );
  };

/** Reads a request's body up to a limit, as it came. Throws a 413 problem, or a 400 one when the client hangs up. */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  const bytes = await readBytes(request, limit);
  if (bytes === 'too_large') throw new Problem(413, bytes, `The body is larger than ${limit} bytes.`);
  if (bytes === 'cut_off') throw new Problem(400, bytes, 'The body was cut off.');
  return bytes;
}

/** Reads a JSON body. Throws a 415, 413 or 400 problem. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  if (!/^application\/(\w+\+)?json\b/iu.test(request.headers['content-type'] ?? '')) {
    throw new Problem(415, 'not_json', 'Send the body as application/json.');
  }
  const body = await readBody(request, limit);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem(400, 'broken_json', 'The body is not valid JSON.');
  }
}
