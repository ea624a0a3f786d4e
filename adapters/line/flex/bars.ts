import type { Bar, BarsReply } from '../../../replies/reply.ts';
import { columnsOf } from '../shorten.ts';
import { bar, column, row, sheet, words, type Bubble, type Component } from './parts.ts';
import { COLOUR } from './look.ts';

/** A figure of up to so many half-width columns stays on one line. */
const SHORT = 14;
/** Bars under the middle stand back. */
const HALF = 0.5;

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

/** A label with its figure, a bar under them where there is a length, and what the figure means. */
export function barBlock({
  label,
  fill,
  value,
  note = '',
}: Omit<Bar, 'fill'> & { fill?: number }): Component {
  const name = words(label, { size: 'sm', weight: 'bold', color: COLOUR.ink, flex: 1 });
  const figure = words(value, { size: 'sm', weight: 'bold', color: COLOUR.accent });
  // A short figure stands beside its label and takes the room it needs; a long one has its own line.
  const beside = figure.map((text): Component => ({ ...text, align: 'end', gravity: 'bottom', flex: 0 }));
  return column([
    ...(columnsOf(value) <= SHORT
      ? [row([...name, ...beside], { spacing: 'md' })]
      : [...name.map((text): Component => ({ ...text, flex: 0 })), ...figure]),
    ...(fill === undefined ? [] : [bar(fill, '8px', { margin: 'sm', faint: fill < HALF })]),
    ...words(note, { size: 'xs', color: COLOUR.quiet, margin: 'sm', lineSpacing: '3px' }),
  ]);
}
