import type { BarsReply, Card, CardsReply, Choice, Fact, Link } from '../../replies/reply.ts';
import { h, icon, ICONS } from '../dom.ts';
import type { Words } from '../words.ts';

/** Cards side by side; the edge of the next one shows that there is more. */
export function showCards(
  { cards, alt }: CardsReply,
  base: string,
  words: Words,
  tap: (choice: Choice) => void,
): HTMLElement {
  const several = cards.length > 1;
  return h(
    'ul',
    {
      class: 'cards',
      'aria-label': several ? `${alt} (${words.cards})` : alt,
      ...(several && { tabindex: 0 }),
    },
    ...cards.map((card) => showCard(card, base, words, tap)),
  );
}

function showCard(card: Card, base: string, words: Words, tap: (choice: Choice) => void): HTMLElement {
  const { title, subtitle, lines = [], facts = [], sources = [], choices = [], links = [] } = card;
  return h(
    'li',
    { class: 'card' },
    h('h3', {}, title),
    subtitle !== undefined && h('p', { class: 'subtitle' }, subtitle),
    ...lines.map((line) => h('p', { class: 'line' }, line)),
    facts.length > 0 && h('dl', {}, ...facts.map(showFact)),
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
            choice.label,
          ),
        ),
        ...links.map((link) => showLink(link, base, words)),
      ),
    ...sources.map((source) => h('p', { class: 'sources' }, source)),
  );
}

const showFact = ({ label, value, note }: Fact): HTMLElement =>
  h(
    'div',
    {},
    h('dt', {}, label),
    h('dd', {}, value),
    note !== undefined && h('dd', { class: 'note' }, note),
  );

/** A way out, with the name of the site it leads to. */
function showLink({ label, url, outside }: Link, base: string, words: Words): HTMLElement | false {
  const address = readAddress(url, base);
  if (!address || !/^(https?|tel|mailto):$/.test(address.protocol)) return false;
  // A page of ours that only carries over to another site is named by that site.
  const leadsTo = (outside !== undefined && readAddress(outside, base)) || address;
  const host = leadsTo.protocol.startsWith('http') && leadsTo.host;
  return h(
    'a',
    { href: address.href, target: '_blank', rel: 'noopener' },
    h('b', {}, label),
    icon(ICONS.out),
    host && h('small', {}, host),
    h('span', { class: 'quiet' }, words.newTab),
  );
}

const readAddress = (url: string, base: string): URL | null =>
  URL.canParse(url, base) ? new URL(url, base) : null;

/** Figures as bars; every one is also there as text. */
export function showBars({ title, bars, notes = [] }: BarsReply): HTMLElement {
  return h(
    'div',
    { class: 'bars' },
    h('h3', {}, title),
    h(
      'ul',
      {},
      ...bars.map(({ label, fill, value, note }) => {
        const length = h('div');
        length.style.width = `${Math.round(Math.min(1, Math.max(0, fill)) * 100)}%`;
        return h(
          'li',
          {},
          h('div', { class: 'row' }, h('span', {}, label), h('b', {}, value)),
          h('div', { class: 'track', 'aria-hidden': 'true' }, length),
          note !== undefined && h('small', {}, note),
        );
      }),
    ),
    ...notes.map((note) => h('small', {}, note)),
  );
}
