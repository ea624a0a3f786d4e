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
/** A question wider than this, in half-width columns, is set a size smaller, and what follows its first sentence is set as text. */
const LONG = 44;
/** Half-width columns in a line of a bubble, by size. */
const LINE = { xl: 23, lg: 27 } as const;
/** Rows in one bubble; what is more continues in the next bubble beside it. */
const ROWS = 12;

/** A question with its answers under it, as one bubble, or several where there are very many answers. */
export function questionBubbles({ text, layout, progress, options }: QuestionReply): Bubble[] {
  const paired =
    layout === 'buttons' &&
    options.length > ONE_COLUMN &&
    options.every(({ label }) => columnsOf(label) <= HALF);
  const rows = paired ? pairs(options) : options.map((option) => answerButton(option));
  const pages = evenly(rows, ROWS);
  if (pages.length === 0) pages.push([]);
  const [asked, more] = columnsOf(text) > LONG ? firstSentence(text) : [text, ''];
  return pages.map((page, index) =>
    sheet([
      ...(progress && index === 0 ? [progressBlock(progress)] : []),
      ...(index === 0
        ? words(asked, {
            size: sizeOf(asked),
            weight: 'bold',
            color: COLOUR.ink,
            lineSpacing: '6px',
            ...(progress && { margin: 'lg' }),
          })
        : words(asked, { size: 'sm', color: COLOUR.quiet })),
      ...(index === 0 ? words(more, { size: 'sm', lineSpacing: '5px' }) : []),
      ...(page.length > 0 ? [column(page, { spacing: 'md', margin: 'xl' })] : []),
    ]),
  );
}

/** In as few pieces as may be, each about as long. */
const evenly = <T>(items: readonly T[], most: number): T[][] =>
  chunks(items, Math.ceil(items.length / Math.max(1, Math.ceil(items.length / most))) || 1);

/** A text after its first sentence, where another follows; quotations stay whole. */
function firstSentence(text: string): [first: string, more: string] {
  const [, first = text, more = ''] =
    /^(.+?(?:[。?!](?![」』)])|[.?!](?=\s)))\s*(\S.*)$/su.exec(text.trim()) ?? [];
  return [first, more];
}

/** Large, unless the last line of a text without spaces would then hold a letter or two. */
function sizeOf(text: string): 'xl' | 'lg' {
  const columns = columnsOf(text);
  if (columns > LONG) return 'lg';
  const over = columns % LINE.xl;
  return columns > LINE.xl && over <= 4 && !text.includes(' ') ? 'lg' : 'xl';
}

/** Among equal answers none is filled but the one chosen before: the colour must not push anybody. */
const answerButton = ({ label, payload, chosen = false }: Choice, look: Partial<Box> = {}): Box =>
  choiceButton({ label, payload, chosen }, look);

function progressBlock({ done, total, label }: NonNullable<QuestionReply['progress']>): Component {
  return column([
    ...words(label, { size: 'sm', weight: 'bold', color: COLOUR.accent }),
    bar(total > 0 ? done / total : 0, '6px', { margin: 'sm' }),
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
