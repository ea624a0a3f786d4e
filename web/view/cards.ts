import type { BarsReply, Card, CardsReply, Choice, Fact, Link } from '../../replies/reply.ts';
import { h, icon, ICONS, svg } from '../dom.ts';
import type { Words } from '../words.ts';
import type { Typesetter } from './text.ts';

/** Cards side by side; the edge of the next one shows that there is more. */
export function showCards(
  { cards, alt }: CardsReply,
  base: string,
  words: Words,
  type: Typesetter,
  tap: (choice: Choice) => void,
): HTMLElement {
  const several = cards.length > 1;
  return h(
    'ul',
    {
      class: 'cards',
      'aria-label': type.hear(several ? `${alt} (${words.cards})` : alt),
      ...(several && { tabindex: 0 }),
    },
    ...cards.map((card) => showCard(card, base, words, type, tap)),
  );
}

function showCard(
  card: Card,
  base: string,
  words: Words,
  type: Typesetter,
  tap: (choice: Choice) => void,
): HTMLElement {
  const { title, subtitle, lines = [], facts = [], sources = [], choices = [], links = [] } = card;
  return h(
    'li',
    { class: 'card' },
    h('h3', {}, type.show(title)),
    subtitle !== undefined && h('p', { class: 'subtitle' }, type.show(subtitle)),
    ...lines.map((line) => h('p', { class: 'line' }, type.show(line))),
    facts.length > 0 && h('dl', {}, ...facts.map((fact) => showFact(fact, type))),
    choices.length + links.length > 0 &&
      h(
        'div',
        { class: 'actions' },
        ...choices.map((choice) =>
          h(
            'button',
            {
              type: 'button',
              class: choice.weight ?? '',
              'data-payload': choice.payload,
              onclick: () => tap(choice),
            },
            h('span', {}, type.show(choice.label)),
          ),
        ),
        ...links.map((link) => showLink(link, base, words, type)),
      ),
    ...sources.map((source) => h('p', { class: 'sources' }, type.show(source))),
  );
}

const showFact = ({ label, value, note }: Fact, type: Typesetter): HTMLElement =>
  h(
    'div',
    {},
    h('dt', {}, type.show(label)),
    h('dd', {}, type.show(value)),
    note !== undefined && h('dd', { class: 'note' }, type.show(note)),
  );

/** A way out, with the name of the site it leads to. */
function showLink(
  { label, url, outside }: Link,
  base: string,
  words: Words,
  type: Typesetter,
): HTMLElement | false {
  const address = readAddress(url, base);
  if (!address || !/^(https?|tel|mailto):$/.test(address.protocol)) return false;
  // A page of ours that only carries over to another site is named by that site.
  const leadsTo = (outside !== undefined && readAddress(outside, base)) || address;
  const host = leadsTo.protocol.startsWith('http') && leadsTo.host;
  return h(
    'a',
    { href: address.href, target: '_blank', rel: 'noopener' },
    h('b', {}, type.show(label)),
    icon(ICONS.out),
    host && h('small', {}, host),
    h('span', { class: 'quiet' }, words.newTab),
  );
}

const readAddress = (url: string, base: string): URL | null =>
  URL.canParse(url, base) ? new URL(url, base) : null;

/** Figures as bars; every one is also there as text, which grows, wraps and is read out as text does. */
export function showBars({ title, bars, notes = [] }: BarsReply, type: Typesetter): HTMLElement {
  return h(
    'div',
    { class: 'bars' },
    h('h3', {}, type.show(title)),
    h(
      'ul',
      { 'aria-label': type.hear(title) },
      ...bars.map(({ label, fill, value, note }) =>
        h(
          'li',
          {},
          h('div', { class: 'row' }, h('span', {}, type.show(label)), h('b', {}, type.show(value))),
          showLength(fill),
          note !== undefined && h('small', {}, type.show(note)),
        ),
      ),
    ),
    ...notes.map((note) => h('small', {}, type.show(note))),
  );
}

/** A length of 0–1 as a drawing: it prints, keeps its colour in high contrast, and takes whatever width there is. */
export function showLength(fill: number): SVGSVGElement {
  const share = Math.min(1, Math.max(0, fill)) * 100;
  const bar = (cls: string, width: number) => svg('rect', { class: cls, width: `${width}%`, height: '100%' });
  return svg(
    'svg',
    { class: 'length', 'aria-hidden': 'true' },
    bar('ground', 100),
    // So that also the smallest is seen.
    bar('fill', share === 0 ? 0 : Math.max(1.5, share)),
  );
}
