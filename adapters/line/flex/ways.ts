import type { Choice } from '../../../replies/reply.ts';
import { bytesOf, LIMITS } from '../limits.ts';
import { choiceButton, column, sheet, type Bubble } from './parts.ts';

/** A small sheet with nothing but ways on. */
export const waysBubble = (choices: readonly Choice[]): Bubble =>
  sheet(
    [],
    choices.map((choice) => choiceButton(choice)),
  );

/** The same bubble with ways on at its foot, or `null` when it would grow too heavy. */
export function withWays(bubble: Bubble, choices: readonly Choice[]): Bubble | null {
  const buttons = choices.map((choice) => choiceButton(choice));
  const footer = bubble.footer
    ? { ...bubble.footer, contents: [...bubble.footer.contents, ...buttons] }
    : column(buttons, { paddingAll: '20px', paddingTop: '4px', spacing: 'md' });
  const grown = { ...bubble, footer };
  return bytesOf(grown) <= LIMITS.bubbleBytes ? grown : null;
}
