import type { OccupationPage, SourceNote } from '../../bot/information.ts';
import type { Locale } from '../../domain/locales.ts';
import { html, inLanguage, type Html, type Mark } from './html.ts';
import { card, icon, layout } from './layout.ts';
import { paySection } from './pay.ts';
import { PLACE_PICTOGRAMS, SIGNPOST } from './pictograms.ts';
import { PREVIEW } from './preview.ts';

/** A bubble with its tail: the button talks. */
const TALK = 'M4 5.5h16v11h-9l-4.5 4v-4H4z';

/**
 * The page of an occupation. `base`: the public address of the service, empty where it is not known; `printed`:
 * what stands for it on paper.
 */
export function occupationHtml(page: OccupationPage, base: string, printed = base): string {
  const { id, locale, prefecture, words } = page;
  const mark = inLanguage(locale);
  const path = `/occupations/${id}`;
  const query = prefecture === null ? {} : { prefecture };
  const to = (other: number) => `${other}?${new URLSearchParams({ lang: locale, ...query })}`;
  return layout(
    page,
    {
      title: words.title,
      description: words.description,
      up: '../',
      address: (other: Locale) => `${base}${path}?lang=${other}`,
      query,
      picture: { address: `${base}${path}/preview.png`, alt: page.pictureAlt, ...PREVIEW },
      printed: `${printed}${path}?${new URLSearchParams({ lang: locale, ...query })}`,
    },
    html`<article>
      ${hero(page, mark)}
      <div class="sheet">
        ${story(page, mark)}
        <div class="two">${angles(page, mark)}${strengths(page, mark)}</div>
        ${paySection(page, mark)}
        ${
          page.similar.length > 0 &&
          card(
            words.similar,
            html`<ul class="similar">
              ${page.similar.map(
                (other) =>
                  html`<li>
                    <a href="${to(other.id)}"><b>${mark(other.name)}</b><span>${mark(other.why)}</span></a>
                  </li>`,
              )}
            </ul>`,
          )
        }
        ${ladder(page, mark, to)}
        ${
          page.terms.length > 0 &&
          card(
            words.terms,
            html`<p class="lead">${words.termsLead}</p>
              <ul class="chips">
                ${page.terms.map((term) => html`<li><a href="../glossary?lang=${locale}#${term.id}">${mark(term.name)}</a></li>`)}
              </ul>`,
            { className: 'card terms-card' },
          )
        }
        ${card(
          words.links,
          html`<ul class="links">
            ${page.links.map(
              ({ label, note, url }) =>
                html`<li>
                  <a
                    href="${url.startsWith('/') ? `..${url}` : url}"
                    ${!url.startsWith('/') && html`rel="noreferrer"`}
                    ><b>${mark(label)}</b><span>${mark(note)}</span></a
                  >
                </li>`,
            )}
          </ul>`,
          { className: 'card links-card' },
        )}
        ${official(page)}
        ${card(
          words.sources,
          html`<p class="lead">${words.sourcesLead}</p>
            <ul class="sources">
              ${page.sources.map((source) => sourceNote(source, mark))}
            </ul>`,
          { id: 'sources' },
        )}
      </div>
    </article>`,
  );
}

function hero(
  { name, otherNames, summary, payload, locale, words, angles }: OccupationPage,
  mark: Mark,
): Html {
  const place = angles.find((angle) => angle.place !== null)?.place;
  return html`<div class="hero">
    <div class="place">${icon(place ? PLACE_PICTOGRAMS[place] : SIGNPOST)}</div>
    <h1>${mark(name.text)}${name.reading !== null && html`<span class="yomi">(${name.reading})</span>`}</h1>
    <p class="names">${otherNames.map(({ text, lang }) => html`<span lang="${lang}">${text}</span>`)}</p>
    ${summary !== null && html`<p class="summary">${mark(summary)}</p>`}
    <a class="ask" href="../?lang=${locale}&amp;open=${payload}">${icon(TALK)}${words.ask}</a>
  </div>`;
}

const story = ({ story: told, words }: OccupationPage, mark: Mark): Html | false =>
  told !== null &&
  html`${card(
      words.day,
      html`<ol class="day">
        ${told.day.map((moment) => html`<li>${mark(moment)}</li>`)}
      </ol>`,
    )}
    <div class="three">
      ${(['entry', 'suits', 'hard'] as const).map((part) => card(words[part], html`<p>${mark(told[part])}</p>`))}
    </div>`;

const angles = ({ angles: seen, words }: OccupationPage, mark: Mark): Html | false =>
  seen.length > 0 &&
  card(
    words.angles,
    html`<ul class="chips">
      ${seen.map(({ text, place }) => html`<li>${place !== null && icon(PLACE_PICTOGRAMS[place])}${mark(text)}</li>`)}
    </ul>`,
  );

const strengths = ({ strengths: found, words }: OccupationPage, mark: Mark): Html =>
  card(
    words.strengths,
    found === null || found.length === 0
      ? html`<p>${found === null ? words.noStrengths : words.evenStrengths}</p>`
      : html`<p class="lead">${words.strengthsLead}</p>
          <dl class="facts strong">
            ${found.map(
              ({ label, names }) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd>
                    <ul class="chips plain">
                      ${names.map((name) => html`<li>${mark(name)}</li>`)}
                    </ul>
                  </dd>
                </div>`,
            )}
          </dl>`,
  );

const ladder = (
  { ladder: path, words }: OccupationPage,
  mark: Mark,
  to: (id: number) => string,
): Html | false =>
  path !== null &&
  card(
    words.ladder,
    html`<ol class="ladder">
        ${path.steps.map(
          ({ id, title, needs }) =>
            html`<li>
              <b>${id === null ? mark(title) : html`<a href="${to(id)}">${mark(title)}</a>`}</b>
              <p>${mark(needs)}</p>
            </li>`,
        )}
      </ol>
      ${
        path.elsewhere.length > 0 &&
        html`<h3>${words.elsewhere}</h3>
          <ul class="elsewhere">
            ${path.elsewhere.map(
              ({ id, name, text }) =>
                html`<li>
                  <a href="${to(id)}">${mark(name)}</a>
                  <p>${mark(text)}</p>
                </li>`,
            )}
          </ul>`
      }`,
  );

const official = ({ official: told, words }: OccupationPage): Html | false =>
  told !== null &&
  card(
    words.official,
    html`<p class="lead">${words.officialLead}</p>
      <details>
        <summary>${words.officialOpen}</summary>
        ${told.parts.map(
          ({ heading, text }) =>
            html`<h3>${heading}</h3>
              ${text.split(/\n+/u).map((paragraph) => html`<p lang="ja">${paragraph}</p>`)}`,
        )}
      </details>
      <p class="note" lang="ja">${told.attribution}</p>`,
    { className: 'card official' },
  );

const sourceNote = ({ figures, publisher, table, url, about, attribution }: SourceNote, mark: Mark): Html =>
  html`<li>
    <b>${mark(figures)}</b>
    <p lang="ja">${publisher} <br /><a href="${url}" rel="noreferrer">${table}</a></p>
    ${about.map((line) => html`<p>${mark(line)}</p>`)}
    <p class="note" lang="ja">${attribution}</p>
  </li>`;
