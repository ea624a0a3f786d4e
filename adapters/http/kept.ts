import { createHash } from 'node:crypto';
import type { Request, Response } from 'restify';
import { nearestLocale, type Locale } from '../../domain/locales.ts';

/** A tag that stands for these very bytes. */
export const tagOf = (bytes: Buffer | string): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/** Whether the client has what a tag stands for. A proxy that compresses marks tags as weak; they are still ours. */
export const isKnown = (request: Request, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//u, '') === tag);

/** Sends bytes that may be kept, or says that they are what the client has; HEAD gets the headers only. */
export function sendKept(
  request: Request,
  response: Response,
  body: Buffer,
  tag: string,
  headers: Readonly<Record<string, string>>,
  status = 200,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('ETag', tag);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (status === 200 && isKnown(request, tag)) return void response.sendRaw(304, '');
  response.setHeader('Content-Length', body.length);
  response.sendRaw(status, request.method === 'HEAD' ? '' : body);
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
