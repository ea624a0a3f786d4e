import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response, Server } from 'restify';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { compress, type Compressed } from '../http/compressed.ts';
import { localeOf, sendKept, tagOf } from '../http/kept.ts';
import { escape, langOf } from '../pages/html.ts';
import { mountFurigana } from './furigana.ts';

/** What a page or script is served as: fixed once read. */
interface Asset {
  readonly body: Buffer | Compressed;
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The words of `locales/<lng>/widget.json` that the demo page shows. */
interface PageWords {
  readonly title: string;
  readonly heading: string;
  readonly lines: readonly [string, string, string];
  readonly open: string;
  readonly note: string;
  readonly languages: string;
}

/** What a link to the demo page may open the bubble with: `/?open=occupation:open:156`. Nothing that changes a thing. */
const MAY_ASK = /^(?:occupation:open:\d{1,6}|search:open|browse:open|browse:map:all)$/u;

/** Other sites may load it. */
const SCRIPT = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Any build of the conversation. */
const TALK = '/widget/conversation-:build';

/** Where a build of the conversation is, below the address of the service: its name changes with its content. */
export const conversationPath = (script: string | Buffer): string =>
  `widget/conversation-${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`;

/**
 * Serves `GET /widget.js`, the embed that adds the bubble to any page; `GET /widget/conversation-….js`, which that
 * loads when it is opened; and `GET /`, the demo page (`?lang=ja-easy`, or the browser's own languages).
 */
export function mountWidget(server: Server, root = path.resolve(import.meta.dirname, '../..')): void {
  const read = (name: string) => readFileSync(path.join(root, 'web/dist', name));
  const script = asset(read('widget.js'), {
    ...SCRIPT,
    // Sites link to it once and for all, so a new one must come through soon.
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
  });
  const talk = read('conversation.js');
  const current = asset(talk, { ...SCRIPT, 'Cache-Control': 'public, max-age=31536000, immutable' });
  // A widget.js from before an update asks for what is no more: today's conversation serves it too, but is not kept
  // under a name that is not its own.
  const currentPath = `/${conversationPath(talk)}`;
  const other = asset(talk, { ...SCRIPT, 'Cache-Control': 'no-cache' });
  const pages = demoPages(root);
  const serveScript = async (request: Request, response: Response) => serve(request, response, script);
  const serveTalk = async (request: Request, response: Response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    serve(request, response, pathname === currentPath ? current : other);
  };
  const servePage = async (request: Request, response: Response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const page = pages.get(localeOf(request, query.get('lang')))!;
    const asked = query.get('open') ?? '';
    serve(request, response, page(MAY_ASK.test(asked) ? asked : null));
  };
  mountFurigana(server, root);
  server.get('/widget.js', serveScript);
  server.head('/widget.js', serveScript);
  server.get(TALK, serveTalk);
  server.head(TALK, serveTalk);
  server.get('/', servePage);
  server.head('/', servePage);
}

/** For one request: compressing takes longer than sending. */
const loose = (body: Buffer, headers: Asset['headers']): Asset => ({ body, headers, tag: tagOf(body) });
const asset = (body: Buffer, headers: Asset['headers']): Asset => ({
  ...loose(body, headers),
  body: compress(body),
});

const serve = (request: Request, response: Response, { body, tag, headers }: Asset): void =>
  sendKept(request, response, body, tag, headers);

/** The demo page in each language: plain, or with a bubble that opens on what was asked for. */
function demoPages(root: string): ReadonlyMap<Locale, (asked: string | null) => Asset> {
  const template = readFileSync(path.join(root, 'web/pages/demo.html'), 'utf8');
  const style = /<style>([^]*?)<\/style>/.exec(template)?.[1] ?? '';
  const policy = [
    "default-src 'self'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self' data:",
    // Older browsers do not take 'self' to include the stream.
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  const words = new Map(LOCALES.map((locale) => [locale, readWords(root, locale)]));
  return new Map(
    LOCALES.map((locale) => {
      const { page, bubble } = words.get(locale)!;
      const [line1, line2, line3] = page.lines;
      const links = LOCALES.map((other) => {
        const current = other === locale ? ' aria-current="page"' : '';
        return `<a href="?lang=${other}" lang="${langOf(other)}"${current}>${escape(words.get(other)!.bubble.language)}</a>`;
      }).join('');
      const texts: Record<string, string> = {
        ...{ locale, lang: langOf(locale), name: bubble.name, line1, line2, line3 },
        ...{ title: page.title, heading: page.heading, open: page.open, note: page.note },
        languages: page.languages,
      };
      const filled = (asked: string) =>
        template.replace(/\{\{(\w+)\}\}/g, (_, key: string) =>
          key === 'links' ? links : key === 'asked' ? asked : escape(texts[key] ?? ''),
        );
      const made = (asked: string, make = asset) =>
        make(Buffer.from(filled(asked)), {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Language': langOf(locale),
          'Content-Security-Policy': policy,
          'Referrer-Policy': 'strict-origin-when-cross-origin',
          'Cache-Control': 'no-cache',
          Vary: 'Accept-Language',
        });
      const plain = made('');
      return [locale, (asked) => (asked === null ? plain : made(`data-open="${escape(asked)}"`, loose))];
    }),
  );
}

const readWords = (root: string, locale: Locale) =>
  JSON.parse(readFileSync(path.join(root, 'locales', locale, 'widget.json'), 'utf8')) as {
    page: PageWords;
    bubble: { name: string; language: string };
  };
