import type { Choice } from '../../../replies/reply.ts';
import { bytesOf, LIMITS } from '../limits.ts';
import { choiceButton, chunks, column, sheet, type Bubble } from './parts.ts';

/** Buttons in one sheet; contracts promise fewer. */
const BUTTONS = 13;

/** A small sheet with nothing but ways on, or several where there are very many. */
export const waysBubbles = (choices: readonly Choice[]): Bubble[] =>
  chunks(choices, BUTTONS).map((some) =>
    sheet(
      [],
      some.map((choice) => choiceButton(choice)),
    ),
  );

/** A bubble with ways on at its foot, or `null` when it would grow too heavy. */
export function withWays(bubble: Bubble, choices: readonly Choice[]): Bubble | null {
  const buttons = choices.map((choice) => choiceButton(choice));
  const footer = bubble.footer
    ? { ...bubble.footer, contents: [...bubble.footer.contents, ...buttons] }
    : column(buttons, { paddingAll: '20px', paddingTop: '4px', spacing: 'md' });
  const grown = { ...bubble, footer };
  return bytesOf(grown) <= LIMITS.bubbleBytes ? grown : null;
}
