import type { messagingApi } from '@line/bot-sdk';
import { bubblesOf, carousel, fitsCarousel } from './flex/fit.ts';
import { sheet, words } from './flex/parts.ts';
import { LIMITS } from './limits.ts';
import { shorten } from './shorten.ts';

export type Message = messagingApi.TextMessage | messagingApi.FlexMessage;

/**
 * At most five messages, with nothing left out: neighbours are joined (texts into one text, bubbles into one carousel,
 * a text as a bubble of its own), the lightest first. Only what fits no carousel any more is told as plain text.
 */
export function squeeze(messages: readonly Message[]): Message[] {
  let list = [...messages];
  while (list.length > LIMITS.messages) {
    const joined = joinFirst(list, joinAlike) ?? joinFirst(list, joinAny);
    if (!joined) return tellRest(list);
    list = joined;
  }
  return list;
}

function joinFirst(list: Message[], join: (one: Message, next: Message) => Message | null): Message[] | null {
  for (let at = list.length - 2; at >= 0; at--) {
    const both = join(list[at]!, list[at + 1]!);
    if (both) return [...list.slice(0, at), both, ...list.slice(at + 2)];
  }
  return null;
}

const altOf = (one: string, next: string): string => shorten(`${one}\n${next}`, LIMITS.altText);

function joinAlike(one: Message, next: Message): Message | null {
  if (one.type === 'text' && next.type === 'text') {
    const text = `${one.text}\n\n${next.text}`;
    return text.length <= LIMITS.text ? { type: 'text', text } : null;
  }
  if (one.type === 'flex' && next.type === 'flex') {
    const bubbles = [...bubblesOf(one.contents), ...bubblesOf(next.contents)];
    if (!fitsCarousel(bubbles)) return null;
    return { type: 'flex', altText: altOf(one.altText, next.altText), contents: carousel(bubbles) };
  }
  return null;
}

const joinAny = (one: Message, next: Message): Message | null => joinAlike(asFlex(one), asFlex(next));

function asFlex(message: Message): messagingApi.FlexMessage {
  if (message.type === 'flex') return message as messagingApi.FlexMessage;
  const { text } = message as messagingApi.TextMessage;
  return {
    type: 'flex',
    altText: shorten(text, LIMITS.altText),
    contents: sheet(words(text, { size: 'md' })),
  };
}

function tellRest(list: readonly Message[]): Message[] {
  const rest = list
    .slice(LIMITS.messages - 1)
    .map((message) =>
      message.type === 'flex'
        ? (message as messagingApi.FlexMessage).altText
        : (message as messagingApi.TextMessage).text,
    );
  return [
    ...list.slice(0, LIMITS.messages - 1),
    { type: 'text', text: shorten(rest.join('\n\n'), LIMITS.text) },
  ];
}
