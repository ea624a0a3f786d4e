import type { Server } from 'restify';
import type { CarryOver, InformationDesk } from '../../bot/information.ts';
import { nearestLocale, type Locale } from '../../domain/locales.ts';
import { handle, Problem } from '../http/problem.ts';

/** HTML `lang` of a locale. */
const htmlLang = (locale: Locale): string => (locale === 'ja-easy' ? 'ja' : locale);

/**
 * Mounts `/go/{page}`: carries a person's conditions over to a site that takes them only as a POST form.
 * They see what is sent, press one button themselves, and it works without script.
 */
export function mountGoPages(server: Server, desk: InformationDesk): void {
  const serve = handle((request, response) => {
    const query = new URLSearchParams(request.getQuery());
    const locale = nearestLocale(query.get('lang') ?? undefined) ?? 'ja';
    const id = query.get('occupation') ?? '';
    const prefecture = query.get('prefecture') ?? '';
    const carry = desk.carryOver(String(request.params.page), {
      occupation: /^\d{1,6}$/u.test(id) ? Number(id) : null,
      prefecture: /^(0[1-9]|[1-3]\d|4[0-7])$/u.test(prefecture) ? prefecture : null,
      locale,
    });
    if (!carry) throw new Problem(404, 'unknown_page', 'There is no such page.');
    const { origin } = new URL(carry.action);
    response.sendRaw(200, page(carry, locale), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action ${origin}; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
  });
  server.get('/go/:page', serve);
  server.head('/go/:page', serve);
}

function page({ action, fields, conditions, copy, plain, words }: CarryOver, locale: Locale): string {
  return `<!doctype html>
<html lang="${htmlLang(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(words.title)}</title>
<style>
  body { margin: 0; background: #f4f7f6; color: #17211f; font: 1.0625rem/1.7 system-ui, sans-serif; }
  main { max-width: 32rem; margin: 0 auto; padding: 2rem 1.25rem; }
  h1 { font-size: 1.375rem; line-height: 1.4; }
  dl { background: #fff; border-radius: 1rem; padding: 0.5rem 1.25rem; }
  dl div { padding: 0.625rem 0; border-top: 1px solid #e3eae8; }
  dl div:first-child { border-top: 0; }
  dt { font-size: 0.875rem; color: #52605d; }
  dd { margin: 0; font-size: 1.125rem; font-weight: 600; }
  button { width: 100%; min-height: 3.25rem; border: 0; border-radius: 0.875rem; background: #0f766e; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
  button:focus-visible, a:focus-visible { outline: 3px solid #17211f; outline-offset: 2px; }
  p.small { font-size: 0.9375rem; color: #52605d; }
  a { color: #0b5f58; }
  code { display: block; background: #fff; border-radius: 0.5rem; padding: 0.5rem 0.75rem; font: inherit; user-select: all; }
</style>
</head>
<body>
<main>
<h1>${escape(words.title)}</h1>
<p>${escape(words.lead)}</p>
<dl>${conditions.map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`).join('')}</dl>
<form action="${escape(action)}" method="post" accept-charset="utf-8">
${fields.map(({ name, value }) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('\n')}
<button type="submit">${escape(words.go)}</button>
</form>
<p class="small">${escape(words.privacy)}</p>
<p><a href="${escape(plain)}" rel="noreferrer">${escape(words.plain)}</a></p>
${copy ? `<p class="small">${escape(words.copy)}</p><code>${escape(copy)}</code>` : ''}
</main>
</body>
</html>
`;
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/gu,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!,
  );
