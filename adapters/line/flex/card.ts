import type { Card, Choice, Fact } from '../../../replies/reply.ts';
import { columnsOf } from '../shorten.ts';
import { cardLine } from './lines.ts';
import { COLOUR } from './look.ts';
import {
  bar,
  choiceButton,
  chunks,
  column,
  linkButtons,
  row,
  sheet,
  words,
  type Bubble,
  type Component,
} from './parts.ts';

/** Buttons at the foot of one bubble; further ones stand in the next, under the same title. */
const BUTTONS = 12;
/** A figure wider than this, in half-width columns, is set a size smaller. */
const LARGE = 22;

/** A card as a bubble: what it is, figures large with what they measure beneath, ways on at the foot. */
export function cardBubbles(card: Card, publicBaseUrl: string | undefined): Bubble[] {
  const {
    title,
    subtitle = '',
    level,
    lines = [],
    facts = [],
    sources = [],
    choices = [],
    links = [],
  } = card;
  const buttons = [
    ...oneMain(choices).map((choice) => choiceButton(choice)),
    ...linkButtons(links, publicBaseUrl, choices.length > 0 ? 'link' : 'plain'),
  ];
  const heading = words(title, { size: 'lg', weight: 'bold', color: COLOUR.ink });
  const body = [
    column([...heading, ...subtitleBlock(subtitle, level)], { spacing: 'xs' }),
    ...lines.flatMap(cardLine),
    ...facts.flatMap((fact) => [rule(), factBlock(fact)]),
    ...(sources.length > 0 ? [sourceBlock(sources)] : []),
  ];
  return [
    sheet(body, buttons.slice(0, BUTTONS)),
    ...chunks(buttons.slice(BUTTONS), BUTTONS).map((more) => sheet([...heading], more)),
  ];
}

/** Of several main choices the first is filled: two that stand out are none. */
function oneMain(choices: readonly Choice[]): Choice[] {
  const first = choices.find(({ weight }) => weight === 'main');
  return choices.map((choice) => {
    if (choice === first || choice.weight !== 'main') return choice;
    const { label, payload, chosen = false } = choice;
    return { label, payload, chosen };
  });
}

/** What cards say, for notifications and lists of chats: one card in full, of several what they are and their figures. */
export function cardsAlt(alt: string, cards: readonly Card[]): string {
  const figures = ({ facts = [] }: Card) => facts.map(({ label, value }) => `${label} ${value}`);
  const [only, ...others] = cards;
  if (only && others.length === 0) {
    return [alt, only.subtitle ?? '', ...(only.lines ?? []), ...figures(only)].filter(Boolean).join('\n');
  }
  const each = (card: Card) =>
    `・${[card.title, card.subtitle ?? '', ...figures(card)].filter(Boolean).join(' ')}`;
  return [alt, ...cards.map(each)].join('\n');
}

/** How it is like the person, with as many steps filled as it goes. */
function subtitleBlock(subtitle: string, level: Card['level']): Component[] {
  const said = words(subtitle, { size: 'sm', weight: 'bold', color: COLOUR.accent, flex: 1 });
  if (said.length === 0 || !level) return said;
  const steps = Array.from({ length: level.of }, (_, step) =>
    column([], {
      width: '14px',
      height: '6px',
      cornerRadius: '3px',
      backgroundColor: step < level.reached ? COLOUR.accent : COLOUR.track,
    }),
  );
  return [row([...said, row(steps, { flex: 0, spacing: 'xs', paddingTop: '6px' })], { spacing: 'md' })];
}

export const sourceBlock = (sources: readonly string[]): Component =>
  column(
    sources.flatMap((source) => words(source, { size: 'xxs', color: COLOUR.quiet })),
    { spacing: 'xs', margin: 'xl' },
  );

const rule = (): Component => ({ type: 'separator', color: COLOUR.line, margin: 'xl' });

function factBlock({ label, value, note = '', fill }: Fact): Component {
  return column(
    [
      ...words(label, { size: 'sm', color: COLOUR.text }),
      ...words(value, { size: columnsOf(value) > LARGE ? 'lg' : 'xl', weight: 'bold', color: COLOUR.accent }),
      ...(fill === undefined ? [] : [bar(fill, '8px', { margin: 'sm' })]),
      ...words(note, { size: 'xs', color: COLOUR.quiet, lineSpacing: '3px' }),
    ],
    { spacing: 'xs', margin: 'xl' },
  );
}
