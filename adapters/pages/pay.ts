import type { OccupationPage, PayMap, PayRow } from '../../bot/information.ts';
import { html, type Html, type Mark } from './html.ts';
import { facts } from './layout.ts';
import { legend, tileMap } from './tile-map.ts';

/** What the occupation pays: the figure, a form to choose the prefecture, and all prefectures side by side. */
export function paySection(page: OccupationPage, mark: Mark): Html {
  const { pay, words, prefecture } = page;
  const { annual, fallback, national, parts, caution, around, map } = pay;
  return html`<section class="card" id="pay">
    <h2>${words.pay}</h2>
    <div class="pay">
      <div>
        ${choose(page)}
        <dl class="figure">
          <div>
            <dt>${mark(annual.label)}</dt>
            <dd>${mark(annual.value)}</dd>
          </div>
          ${
            national &&
            html`<div>
              <dt>${mark(national.label)}</dt>
              <dd class="small">${mark(national.value)}</dd>
            </div>`
          }
        </dl>
        ${fallback !== null && html`<p class="wider">${mark(fallback)}</p>`}
        ${parts.length > 0 && facts(parts, mark, ' parts')}
        ${caution !== null && html`<p class="note">${mark(caution)}</p>`}
        <div class="around">
          <h3>${mark(words.around)}</h3>
          ${facts(around, mark)}
        </div>
      </div>
      ${
        map &&
        html`<div>
          <h3>${map.words.title}</h3>
          <p class="lead">${mark(map.description)} ${map.words.lead}</p>
          <div class="picture">${legend(map)}${tileMap(map, prefecture)}</div>
        </div>`
      }
    </div>
    ${map && table(map, prefecture, mark)}
  </section>`;
}

const choose = ({ id, locale, prefecture, words, pay }: OccupationPage): Html =>
  html`<form class="choose" action="${id}#pay" method="get">
    <input type="hidden" name="lang" value="${locale}" /><label for="prefecture">${words.place}</label
    ><select id="prefecture" name="prefecture">
      <option value="">${words.everywhere}</option>
      ${pay.regions.map(
        ({ name, prefectures }) =>
          html`<optgroup label="${name}">
            ${prefectures.map((one) => html`<option value="${one.code}" ${one.code === prefecture && html`selected`}>${one.name}</option>`)}
          </optgroup>`,
      )}</select
    ><button>${words.show}</button>
  </form>`;

const table = (
  { words, caption, attribution, rows, notes }: PayMap,
  chosen: string | null,
  mark: Mark,
): Html =>
  html`<details>
    <summary>${words.open}</summary>
    <div class="table">
      <table>
        <caption>
          ${mark(caption)}<br /><span lang="ja">${attribution}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.prefecture}</th>
            <th scope="col" class="number">${words.annual}</th>
            <th scope="col" class="number">${words.workers}</th>
            ${notes.length > 0 && html`<th scope="col">${words.note}</th>`}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => tableRow(row, notes, row.code === chosen, mark))}
        </tbody>
      </table>
    </div>
    ${notes.map(({ meaning }, i) => html`<p class="note">${star(i)} ${mark(meaning)}</p>`)}
  </details>`;

const tableRow = (
  { code, name, annualYen, annual, workers, note }: PayRow,
  notes: PayMap['notes'],
  mine: boolean,
  mark: Mark,
): Html =>
  html`<tr id="p${code}" ${mine && html`class="mine"`}>
    <th scope="row">${mark(name)}</th>
    <td class="number">${annualYen === null ? annual : html`<data value="${annualYen}">${annual}</data>`}</td>
    <td class="number">${workers}</td>
    ${
      notes.length > 0 &&
      html`<td class="note">${note !== null && html`${star(note)} <span>${notes[note]!.short}</span>`}</td>`
    }
  </tr> `;

/** Ties a row to its note, also on paper, where the row has no room for words. */
const star = (note: number): string => '*'.repeat(note + 1);
