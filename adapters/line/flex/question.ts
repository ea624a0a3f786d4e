import type { Choice, QuestionReply } from '../../../replies/reply.ts';
import { columnsOf } from '../shorten.ts';
import {
  bar,
  choiceButton,
  chunks,
  column,
  row,
  sheet,
  words,
  type Box,
  type Bubble,
  type Component,
} from './parts.ts';
import { COLOUR } from './look.ts';

/** Up to so many answers stand in one column. */
const ONE_COLUMN = 6;
/** Widest label, in half-width columns, that fits half a bubble in one line. */
const HALF = 14;
/** A question wider than this, in half-width columns, is set a size smaller. */
const LONG = 44;
/** Rows in one bubble; what is more continues in the next bubble beside it. */
const ROWS = 12;

/** A question with its answers under it, as one bubble, or several where there are very many answers. */
export function questionBubbles({ text, layout, progress, options }: QuestionReply): Bubble[] {
  const paired =
    layout === 'buttons' &&
    options.length > ONE_COLUMN &&
    options.every(({ label }) => columnsOf(label) <= HALF);
  const rows = paired ? pairs(options) : options.map((option) => answerButton(option));
  const pages = chunks(rows, ROWS);
  if (pages.length === 0) pages.push([]);
  return pages.map((page, index) =>
    sheet([
      ...(progress && index === 0 ? [progressBlock(progress)] : []),
      ...words(text, {
        size: index > 0 ? 'md' : columnsOf(text) > LONG ? 'lg' : 'xl',
        weight: 'bold',
        color: index === 0 ? COLOUR.ink : COLOUR.quiet,
        ...(index === 0 && { lineSpacing: '6px', ...(progress && { margin: 'lg' }) }),
      }),
      ...(page.length > 0 ? [column(page, { spacing: 'md', margin: 'xl' })] : []),
    ]),
  );
}

/** Among equal answers none is filled but the one chosen before: the colour must not push anybody. */
const answerButton = ({ label, payload, chosen = false }: Choice, look: Partial<Box> = {}): Box =>
  choiceButton({ label, payload, chosen }, look);

function progressBlock({ done, total, label }: NonNullable<QuestionReply['progress']>): Component {
  return column([
    ...words(label, { size: 'xs', color: COLOUR.quiet }),
    bar(total > 0 ? done / total : 0, '4px', { margin: 'sm' }),
  ]);
}

function pairs(options: readonly Choice[]): Box[] {
  return chunks(options, 2).map((pair) =>
    row(
      [
        ...pair.map((option) => answerButton(option, { flex: 1 })),
        // An empty half keeps the last odd button as wide as the others.
        ...(pair.length === 1 ? [column([], { flex: 1 })] : []),
      ],
      { spacing: 'md' },
    ),
  );
}
