import type { Request, Response, Server } from 'restify';
import type { InformationDesk } from '../../bot/information.ts';
import { handle } from '../http/problem.ts';
import { localeOf, sendKept, tagOf } from '../http/kept.ts';
import { glossaryHtml, missingHtml } from './glossary.ts';
import { mountGoPages } from './go.ts';
import { langOf } from './html.ts';
import { POLICY } from './layout.ts';
import { occupationHtml } from './occupation.ts';
import { createGallery } from './picture.ts';
import { mountPictures } from './pictures.ts';

const HOUR = 'public, max-age=3600';
const DAY = 'public, max-age=86400';

export interface PageOptions {
  /** The address people reach the service by; links that others share are absolute where it is known. */
  readonly publicBaseUrl?: string;
}

/** Mounts the pages for people: `/occupations/{id}` with its preview picture, `/glossary`, `/pictures/…`, and `/go/{page}`. */
export function mountPages(
  server: Server,
  desk: InformationDesk,
  { publicBaseUrl = '' }: PageOptions = {},
): void {
  const picture = createGallery();
  const get = (route: string, work: (request: Request, response: Response) => Promise<void> | void) => {
    server.get(route, handle(work));
    server.head(route, handle(work));
  };

  get('/occupations/:id', (request, response) => {
    const query = new URLSearchParams(request.getQuery());
    const locale = localeOf(request, query.get('lang'));
    const id = idIn(request);
    const asked = query.get('prefecture') ?? '';
    const prefecture = /^(0[1-9]|[1-3]\d|4[0-7])$/u.test(asked) ? asked : null;
    const page = id === null ? null : desk.occupationPage(id, locale, prefecture, new Date().toISOString());
    if (page) {
      const body = occupationHtml(page, publicBaseUrl, publicBaseUrl || hostOf(request));
      return sendPage(request, response, body, langOf(locale));
    }
    sendPage(request, response, missingHtml(desk.missingPage(locale)), langOf(locale), 404);
  });
  get('/occupations/:id/preview.png', async (request, response) => {
    const id = idIn(request);
    const drawn = id === null ? null : desk.occupationPicture(id);
    const headers = {
      'Content-Type': 'image/png',
      'Cache-Control': DAY,
      // Made to be shown elsewhere, beside a link to us.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
    if (!drawn) return sendKept(request, response, Buffer.alloc(0), '""', headers, 404);
    const { tag, png } = picture(drawn);
    sendKept(request, response, await png(), tag, headers);
  });
  get('/glossary', (request, response) => {
    const locale = localeOf(request, new URLSearchParams(request.getQuery()).get('lang'));
    const page = glossaryHtml(desk.glossaryPage(locale), publicBaseUrl, publicBaseUrl || hostOf(request));
    sendPage(request, response, page, langOf(locale));
  });
  mountPictures(server);
  mountGoPages(server, desk);
}

function idIn(request: Request): number | null {
  const id = String(request.params.id);
  return /^\d{1,6}$/u.test(id) ? Number(id) : null;
}

/** What the browser calls us: good enough on paper, not for links that others keep. */
const hostOf = (request: Request): string =>
  /^[\w.:[\]-]{1,100}$/u.exec(request.headers.host ?? '')?.[0] ?? '';

function sendPage(request: Request, response: Response, page: string, language: string, status = 200): void {
  const body = Buffer.from(page);
  sendKept(
    request,
    response,
    body,
    tagOf(body),
    {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Security-Policy': POLICY,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cache-Control': status === 200 ? HOUR : 'no-store',
      Vary: 'Accept-Language',
    },
    status,
  );
}
