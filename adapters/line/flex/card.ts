import type { Card, Fact } from '../../../replies/reply.ts';
import {
  choiceButton,
  chunks,
  column,
  linkButtons,
  sheet,
  words,
  type Bubble,
  type Component,
} from './parts.ts';
import { COLOUR } from './look.ts';

/** Buttons at the foot of one bubble; further ones stand in the next, under the same title. */
const BUTTONS = 12;

/** A card as a bubble: what it is, figures large with what they measure beneath, ways on at the foot. */
export function cardBubbles(card: Card, publicBaseUrl: string | undefined): Bubble[] {
  const { title, subtitle = '', lines = [], facts = [], sources = [], choices = [], links = [] } = card;
  const buttons = [
    ...choices.map((choice) => choiceButton(choice)),
    ...linkButtons(links, publicBaseUrl, choices.length > 0 ? 'link' : 'plain'),
  ];
  const heading = words(title, { size: 'lg', weight: 'bold', color: COLOUR.ink });
  const body = [
    column([...heading, ...words(subtitle, { size: 'sm', weight: 'bold', color: COLOUR.accent })], {
      spacing: 'xs',
    }),
    ...lines.flatMap((line) => words(line, { size: 'sm', lineSpacing: '5px' })),
    ...facts.flatMap((fact) => [rule(), factBlock(fact)]),
    ...(sources.length > 0 ? [sourceBlock(sources)] : []),
  ];
  return [
    sheet(body, buttons.slice(0, BUTTONS)),
    ...chunks(buttons.slice(BUTTONS), BUTTONS).map((more) => sheet([...heading], more)),
  ];
}

const sourceBlock = (sources: readonly string[]): Component =>
  column(
    sources.flatMap((source) => words(source, { size: 'xxs', color: COLOUR.quiet })),
    { spacing: 'xs', margin: 'xl' },
  );

const rule = (): Component => ({ type: 'separator', color: COLOUR.line, margin: 'xl' });

function factBlock({ label, value, note = '' }: Fact): Component {
  return column(
    [
      ...words(label, { size: 'xs', color: COLOUR.text }),
      ...words(value, { size: 'xl', weight: 'bold', color: COLOUR.accent }),
      ...words(note, { size: 'xs', color: COLOUR.quiet, lineSpacing: '3px' }),
    ],
    { spacing: 'xs', margin: 'xl' },
  );
}
