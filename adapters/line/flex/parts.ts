import type { messagingApi } from '@line/bot-sdk';
import type { Choice, Link } from '../../../replies/reply.ts';
import { actionOf, linkOf } from '../actions.ts';
import { oneLine } from '../shorten.ts';
import { COLOUR } from './look.ts';

export type Box = messagingApi.FlexBox;
export type Bubble = messagingApi.FlexBubble;
export type Component = messagingApi.FlexComponent;
export type Text = messagingApi.FlexText;

/** Text that wraps and follows the letter size chosen on the phone; nothing where there is nothing to say. */
export function words(text: string, look: Omit<Text, 'type' | 'text'> = {}): Text[] {
  const shown = text.toWellFormed().trim();
  return shown === ''
    ? []
    : [{ type: 'text', text: shown, wrap: true, scaling: true, color: COLOUR.text, ...look }];
}

export const column = (contents: Component[], look: Partial<Box> = {}): Box => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...look,
});

export const row = (contents: Component[], look: Partial<Box> = {}): Box => ({
  type: 'box',
  layout: 'horizontal',
  contents,
  ...look,
});

/** The white sheet everything else stands on. All bubbles have one width, so that any two can share a carousel. */
export const sheet = (body: Component[], footer: Component[] = []): Bubble => ({
  type: 'bubble',
  size: 'mega',
  ...(body.length > 0 && { body: column(body, { paddingAll: '20px', spacing: 'md' }) }),
  ...(footer.length > 0 && {
    footer: column(footer, {
      paddingAll: '20px',
      ...(body.length > 0 ? { paddingTop: '4px' } : { paddingAll: '12px' }),
      spacing: 'md',
    }),
  }),
});

export type Tone = 'main' | 'plain' | 'link';

/**
 * A button drawn as a box: unlike LINE's own button component its label wraps, so that no language is cut off.
 * 46 px high with one line, enough for a thumb.
 */
export function button(
  label: string,
  action: messagingApi.Action,
  tone: Tone = 'plain',
  look: Partial<Box> = {},
): Box {
  return column(
    words(oneLine(label), {
      align: 'center',
      size: 'md',
      weight: tone === 'link' ? 'regular' : 'bold',
      color: { main: COLOUR.onAccent, plain: COLOUR.accentDark, link: COLOUR.accent }[tone],
      ...(tone === 'link' && { decoration: 'underline' as const }),
    }),
    {
      action,
      paddingAll: tone === 'link' ? '10px' : '12px',
      cornerRadius: '12px',
      justifyContent: 'center',
      ...(tone !== 'link' && { backgroundColor: tone === 'main' ? COLOUR.accent : COLOUR.tint }),
      ...look,
    },
  );
}

/** A choice as a button: filled when it is the main one or was chosen before. */
export const choiceButton = (choice: Choice, look: Partial<Box> = {}): Box =>
  button(
    choice.chosen ? `✓ ${choice.label}` : choice.label,
    actionOf(choice, 'flex'),
    choice.chosen || choice.weight === 'main' ? 'main' : 'plain',
    look,
  );

/** Links as buttons; those that LINE cannot open are left out, there being nowhere to go. */
export const linkButtons = (links: readonly Link[], publicBaseUrl: string | undefined, tone: Tone): Box[] =>
  links.flatMap((link) => {
    const action = linkOf(link, publicBaseUrl);
    return action ? [button(link.label, action, tone)] : [];
  });

/** A bar as two boxes; a little is always to be seen. `fill` 0–1; `faint` where stronger ones should be seen first. */
export const bar = (
  fill: number,
  height: string,
  { faint = false, ...look }: Partial<Box> & { faint?: boolean } = {},
): Box =>
  column(
    [
      column([], {
        width: `${Math.round(Math.min(1, Math.max(0.02, Number.isFinite(fill) ? fill : 0)) * 100)}%`,
        height,
        backgroundColor: faint ? COLOUR.faint : COLOUR.accent,
        cornerRadius: height,
      }),
    ],
    { height, backgroundColor: COLOUR.track, cornerRadius: height, ...look },
  );

/** A list in pieces of at most `size`. */
export const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
