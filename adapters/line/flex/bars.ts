import type { Bar, BarsReply } from '../../../replies/reply.ts';
import { columnsOf } from '../shorten.ts';
import { bar, column, row, sheet, words, type Bubble, type Component } from './parts.ts';
import { COLOUR } from './look.ts';

/** A figure of up to so many half-width columns stays on one line. */
const SHORT = 14;

/** Bars under each other, each with its figure in words, so that nobody has to read a length. */
export function barsBubble({ title, bars, notes = [] }: BarsReply): Bubble {
  return sheet([
    ...words(title, { size: 'lg', weight: 'bold', color: COLOUR.ink }),
    ...(bars.length > 0 ? [column(bars.map(barBlock), { spacing: 'xl', margin: 'xl' })] : []),
    ...(notes.length > 0
      ? [
          column(
            notes.flatMap((note) => words(note, { size: 'xs', color: COLOUR.quiet, lineSpacing: '3px' })),
            { spacing: 'xs', margin: 'xl' },
          ),
        ]
      : []),
  ]);
}

/** The same in words, for notifications and for whoever has the bubble read aloud. */
export const barsAlt = ({ title, bars }: BarsReply): string =>
  [title, ...bars.map(({ label, value }) => `${label} ${value}`)].join('\n');

function barBlock({ label, fill, value, note = '' }: Bar): Component {
  // A short figure takes the room it needs and leaves the rest to the label.
  const flex = columnsOf(value) <= SHORT ? 0 : 2;
  return column([
    row(
      [
        ...words(label, { size: 'sm', weight: 'bold', color: COLOUR.ink, flex: 3 }),
        ...words(value, {
          size: 'sm',
          weight: 'bold',
          color: COLOUR.accent,
          align: 'end',
          gravity: 'bottom',
          flex,
        }),
      ],
      { spacing: 'md' },
    ),
    bar(fill, '8px', { margin: 'sm' }),
    ...words(note, { size: 'xs', color: COLOUR.quiet, margin: 'sm', lineSpacing: '3px' }),
  ]);
}
