import type { GlossaryPage, MissingPage } from '../../bot/information.ts';
import type { Locale } from '../../domain/locales.ts';
import { html, inLanguage } from './html.ts';
import { icon, layout } from './layout.ts';
import { SIGNPOST } from './pictograms.ts';

/** All words of the glossary on one page, each with an anchor of its own: `#night_shift`. */
export function glossaryHtml(page: GlossaryPage, base: string, printed = base): string {
  const { words, groups } = page;
  const mark = inLanguage(page.locale);
  const path = (other: Locale) => `/glossary?lang=${other}`;
  return layout(
    page,
    {
      title: words.title,
      description: words.description,
      up: './',
      address: (other) => base + path(other),
      printed: printed + path(page.locale),
    },
    html`<div class="hero">
        <div class="place">${icon(SIGNPOST)}</div>
        <h1>${words.heading}</h1>
        <p class="summary">${words.lead}</p>
      </div>
      <nav class="letters" aria-label="${words.index}">
        ${groups.map(({ letter }, i) => html`<a href="#group-${i}">${mark(letter)}</a>`)}
      </nav>
      ${groups.map(
        ({ letter, entries }, i) =>
          html`<section>
            <h2 class="letter" id="group-${i}">${mark(letter)}</h2>
            <dl class="words">
              ${entries.map(
                ({ id, name, otherNames, text, see }) =>
                  html`<div id="${id}">
                    <dt>
                      ${mark(name)}${otherNames.map((other) => html` <small lang="${other.lang}">${other.text}</small>`)}
                    </dt>
                    <dd>${mark(text)}</dd>
                    ${
                      see.length > 0 &&
                      html`<dd class="see">
                        ${words.see}
                        ${see.map((other) => html`<a href="#${other.id}">${mark(other.name)}</a> `)}
                      </dd>`
                    }
                  </div> `,
              )}
            </dl>
          </section>`,
      )}`,
  );
}

/** Said where there is no such occupation: with a way to look it up by its name. */
export const missingHtml = (page: MissingPage): string =>
  layout(
    page,
    {
      title: page.words.title,
      description: page.words.text,
      up: '../',
      address: () => '',
      hidden: true,
    },
    html`<div class="missing">
      <h1>${page.words.title}</h1>
      <p>${page.words.text}</p>
      <a class="ask" href="../?lang=${page.locale}&amp;open=${page.payload}"
        >${icon(SIGNPOST)}${page.words.search}</a
      >
    </div>`,
  );
