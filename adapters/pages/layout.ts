import type { PageFrame } from '../../bot/information.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Fact } from '../../replies/reply.ts';
import { Html, html, langOf, type Content, type Mark } from './html.ts';
import { SIGNPOST } from './pictograms.ts';
import { STYLE, STYLE_HASH } from './style.ts';

/** Nothing but our own style, pictures and forms; no script. */
export const POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_HASH}`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a page is, for its head and for those who share it. */
export interface About {
  readonly title: string;
  readonly description: string;
  /** Way from the page up to the root, with a slash at its end: a service may lie below a path. */
  readonly up: string;
  /** The address of the page in a language; absolute where the public one is known. */
  readonly address: (locale: Locale) => string;
  readonly query?: Readonly<Record<string, string>>;
  readonly picture?: {
    readonly address: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  };
  /** The page's own address, printed below it. */
  readonly printed?: string;
  readonly hidden?: boolean;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230f766e' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='" +
  `${SIGNPOST}'/%3E%3C/svg%3E`;

/** Exactly what the policy names, no sign more. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** BCP 47 tags that tell our languages apart for those who look for alternates. */
const tagOf = (locale: Locale): string => (locale === 'ja-easy' ? 'ja-x-easy' : locale);

/** A whole page around its content. */
export function layout({ locale, frame, languages }: PageFrame, about: About, content: Html): string {
  const { title, description, up, address, query = {}, picture } = about;
  const here = (other: Locale) => `?${new URLSearchParams({ lang: other, ...query })}`;
  return html`<!doctype html>
    <html lang="${langOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <meta name="theme-color" content="#0f766e" />
        ${about.hidden ? html`<meta name="robots" content="noindex" />` : headLinks(languages, address, locale)}
        <meta property="og:site_name" content="${frame.brand}" />
        <meta property="og:type" content="article" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        <meta property="og:locale" content="${locale === 'en' ? 'en_US' : 'ja_JP'}" />
        ${!about.hidden && html`<meta property="og:url" content="${address(locale)}" />`}
        ${
          picture &&
          html`<meta property="og:image" content="${picture.address}" />
            <meta property="og:image:type" content="image/png" />
            <meta property="og:image:width" content="${picture.width}" />
            <meta property="og:image:height" content="${picture.height}" />
            <meta property="og:image:alt" content="${picture.alt}" />`
        }
        <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}" />
        <link rel="icon" href="${ICON}" />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#main">${frame.skip}</a>
        <header class="top">
          <a class="brand" href="${up}?lang=${locale}"
            >${icon(SIGNPOST)}<span>${frame.home}</span><b>${frame.brand}</b></a
          >
          <nav class="languages" aria-label="${frame.languages}">
            ${languages.map(
              (other) =>
                html`<a
                  href="${here(other.locale)}"
                  lang="${langOf(other.locale)}"
                  ${other.locale === locale && html`aria-current="page"`}
                  >${other.name}</a
                >`,
            )}
          </nav>
        </header>
        <main id="main">
          ${content}
          ${about.printed !== undefined && html`<p class="address">${frame.address}${about.printed}</p>`}
        </main>
        <footer class="foot">
          <a href="${up}?lang=${locale}">${frame.home}</a
          ><a href="${up}glossary?lang=${locale}">${frame.glossary}</a>
        </footer>
      </body>
    </html> `.text;
}

const headLinks = (languages: PageFrame['languages'], address: About['address'], locale: Locale): Html =>
  html`<link rel="canonical" href="${address(locale)}" /> ${languages.map(
      (other) =>
        html`<link rel="alternate" hreflang="${tagOf(other.locale)}" href="${address(other.locale)}" /> `,
    )}<link rel="alternate" hreflang="x-default" href="${address('ja')}" />`;

/** A drawing beside words that say the same. */
export const icon = (path: string): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}" /></svg>`;

/** A part of a page with its heading; left out when it would be empty. */
export const card = (
  heading: Content,
  content: Content,
  { id, className = 'card' }: { id?: string; className?: string } = {},
): Html =>
  html`<section class="${className}" ${id !== undefined && html`id="${id}"`}>
    <h2>${heading}</h2>
    ${content}
  </section>`;

/** Figures with what they are and, small, what they are measured for. */
export const facts = (list: readonly Fact[], mark: Mark, more = ''): Html =>
  html`<dl class="facts${more}">
    ${list.map(
      ({ label, value, note }) =>
        html`<div>
          <dt>${mark(label)}</dt>
          <dd>${mark(value)}</dd>
          ${note !== undefined && html`<dd class="note">${mark(note)}</dd>`}
        </div>`,
    )}
  </dl>`;
