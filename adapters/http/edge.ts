import { STATUS_CODES, type Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Next, Request, Response, Server } from 'restify';
import { problemOf, sendProblem } from './problem.ts';

/** Longer addresses are nobody's: the longest of ours, a stream with its token, has under 600 signs. */
const LONGEST_URL = 4096;

/**
 * Said with every answer; routes that need something else say so over it. The pages have policies of their own,
 * the script and the pictures may be used by other sites.
 */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;
const A_YEAR = 'max-age=31536000';

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** For the head of a request. */
  readonly headersTimeout: number;
  /** For a whole request: 8 MB over a slow line. */
  readonly requestTimeout: number;
  /** For the next request of a connection: longer than proxies keep one (nginx 60 s), or they meet a closed one. */
  readonly keepAliveTimeout: number;
  /** Without a byte either way, so also for reading our answer. */
  readonly timeout: number;
  /** How often the first two are looked at. */
  readonly connectionsCheckingInterval: number;
}

const PATIENCE: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  timeout: 60_000,
  connectionsCheckingInterval: 5_000,
};

export interface EdgeOptions {
  /** With `https`, browsers are told to come by nothing else. */
  readonly publicBaseUrl?: string;
  /** For tests: a shorter patience. */
  readonly patience?: Partial<Patience>;
}

/**
 * What holds for every door: headers that keep browsers from guessing, framing and leaking, an end to addresses
 * without end, and to clients that send or read too slowly. Mount it before everything else.
 */
export function mountEdge(server: Server, { publicBaseUrl, patience }: EdgeOptions = {}): void {
  const headers = Object.entries({
    ...HEADERS,
    ...(publicBaseUrl?.startsWith('https:') && { 'Strict-Transport-Security': A_YEAR }),
  });
  server.pre((request: Request, response: Response, next: Next) => {
    request.url = plainly(request.url ?? '');
    for (const [name, value] of headers) response.setHeader(name, value);
    if ((request.url ?? '').length <= LONGEST_URL) return next();
    sendProblem(response, 414, 'address_too_long', `An address may have ${LONGEST_URL} characters at most.`);
    next(false);
  });
  Object.assign(server.server as HttpServer, PATIENCE, patience);
  server.on('clientError', refuseUnreadable);
}

/**
 * An address with nothing encoded that need not be (RFC 3986, 6.2.2.2): the router reads it that way, so limits and
 * rules that look at the address must see the same.
 */
const plainly = (url: string): string =>
  url.replace(/%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/giu, (code) => decodeURIComponent(code));

const UNREADABLE: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too_slow', 'The request did not come in time.'],
  HPE_HEADER_OVERFLOW: [431, 'head_too_large', 'The head of the request is too large.'],
};

/** Answers what is not HTTP, or not in time. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code, detail] = UNREADABLE[error.code ?? ''] ?? [
    400,
    'bad_request',
    'The request cannot be understood.',
  ];
  const body = JSON.stringify(problemOf(status, code, detail));
  const head = {
    ...HEADERS,
    Connection: 'close',
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'), () =>
    socket.destroy(),
  );
}
