import { createHash } from 'node:crypto';
import type { Request, Response } from 'restify';
import { nearestLocale, type Locale } from '../../domain/locales.ts';
import { codingFor, type Coding, type Compressed } from './compressed.ts';

/** A tag that stands for these very bytes. */
export const tagOf = (bytes: Buffer | string): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/**
 * Whether the client has what a tag stands for. A proxy that compresses marks tags as weak; they are still ours, and so
 * are those of the same bytes in another coding.
 */
export const isKnown = (request: Request, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//u, '').replace(/-(?:br|gzip)"$/u, '"') === tag);

/**
 * Sends bytes that may be kept, or says that they are what the client has; HEAD gets the headers only. What was
 * compressed ahead of time goes out in the tightest coding the client takes.
 */
export function sendKept(
  request: Request,
  response: Response,
  body: Buffer | Compressed,
  tag: string,
  headers: Readonly<Record<string, string>>,
  status = 200,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const { bytes, coding } = inCoding(request, response, body);
  // The same page in another coding is another sequence of bytes, and needs another tag.
  response.setHeader('ETag', coding === 'plain' ? tag : tag.replace(/"$/u, `-${coding}"`));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (status === 200 && isKnown(request, tag)) return void response.sendRaw(304, '');
  if (coding !== 'plain') response.setHeader('Content-Encoding', coding);
  response.setHeader('Content-Length', bytes.length);
  response.sendRaw(status, request.method === 'HEAD' ? '' : bytes);
}

function inCoding(
  request: Request,
  response: Response,
  body: Buffer | Compressed,
): { readonly bytes: Buffer; readonly coding: Coding } {
  if (Buffer.isBuffer(body)) return { bytes: body, coding: 'plain' };
  const varies = response.getHeader('Vary');
  response.setHeader('Vary', varies === undefined ? 'Accept-Encoding' : `${String(varies)}, Accept-Encoding`);
  const coding = codingFor(request);
  return { bytes: body[coding], coding };
}

/** The language asked for in an address, else the first of the browser's that we speak (`fr, en;q=0.8` → `en`). */
export function localeOf(request: Request, asked: string | null): Locale {
  return nearestLocale(asked ?? undefined) ?? preferred(request.headers['accept-language']);
}

function preferred(header = ''): Locale {
  const tags = header.split(',').map((part, index) => {
    const [tag = '', ...more] = part.trim().split(';');
    const q = /^\s*q=([\d.]+)/.exec(more.join(';'))?.[1];
    return { tag, q: q === undefined ? 1 : Number(q), index };
  });
  tags.sort((a, b) => b.q - a.q || a.index - b.index);
  return tags.map(({ tag }) => nearestLocale(tag)).find((locale) => locale !== null) ?? 'ja';
}
