import { columnsOf } from '../shorten.ts';
import { COLOUR } from './look.ts';
import { column, row, words, type Component, type Text } from './parts.ts';

/** A label before a colon is at most so wide, in half-width columns. */
const WIDEST_LABEL = 48;
/** About one line of a bubble. */
const AT_ONCE = 34;
const PLAIN: Omit<Text, 'type' | 'text'> = { size: 'sm', lineSpacing: '5px' };

/**
 * A line of a card as it is best read: what is before a colon in bold, what begins with a mark (`・`, `→`, `2.`) hanging
 * beside it. The words stay what they were.
 */
export function cardLine(line: string): Component[] {
  const [, mark, rest] = /^([・•]|→|\d{1,2}\.)\s*(.+)$/su.exec(line.trim()) ?? [];
  if (mark === undefined || rest === undefined) return labelled(line);
  const isPoint = mark === '・' || mark === '•';
  const sign = isPoint ? point() : words(mark, { ...PLAIN, weight: 'bold', color: COLOUR.accent, flex: 0 });
  return [row([...sign, column(labelled(rest), { flex: 1 })], { spacing: 'md' })];
}

/** A dot at the height of the first line. */
const point = (): Component[] => [
  column([column([], { width: '6px', height: '6px', cornerRadius: '3px', backgroundColor: COLOUR.accent })], {
    flex: 0,
    width: '8px',
    paddingTop: '9px',
  }),
];

/** Text with what it is about above it; a line that is short enough to be taken in at once stays as it is. */
function labelled(line: string): Component[] {
  const [whole, label = '', rest = ''] = /^([^::。.!?]*[^\d::。、.!?])[::]\s*(.+)$/su.exec(line.trim()) ?? [];
  if (whole === undefined || columnsOf(whole) <= AT_ONCE || columnsOf(label) > WIDEST_LABEL) {
    return words(line, PLAIN);
  }
  return [
    column([
      ...words(label, { ...PLAIN, weight: 'bold', color: COLOUR.ink }),
      ...words(rest, { ...PLAIN, margin: 'xs' }),
    ]),
  ];
}
