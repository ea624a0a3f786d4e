import type { messagingApi } from '@line/bot-sdk';
import { bubblesOf, carousel, fitsCarousel, wordsOf } from './flex/fit.ts';
import { sheet, words } from './flex/parts.ts';
import { LIMITS } from './limits.ts';
import { shorten } from './shorten.ts';

type Joinable = messagingApi.TextMessage | messagingApi.FlexMessage;
export type Message = Joinable | messagingApi.ImagemapMessage;

const isJoinable = (message: Message): message is Joinable => message.type !== 'imagemap';

/**
 * At most five messages, with nothing left out: neighbours are joined (texts into one text, bubbles into one carousel,
 * a text as a bubble of its own), the lightest first; pictures, which only repeat what is offered in words, go before that. Only what fits no carousel any more is told as plain text.
 */
export function squeeze(messages: readonly Message[]): Message[] {
  if (messages.length <= LIMITS.messages) return [...messages];
  let list = messages.filter(isJoinable);
  while (list.length > LIMITS.messages) {
    const joined = joinFirst(list, joinAlike) ?? joinFirst(list, joinAny);
    if (!joined) return tellRest(list);
    list = joined;
  }
  return list;
}

function joinFirst(
  list: Joinable[],
  join: (one: Joinable, next: Joinable) => Joinable | null,
): Joinable[] | null {
  for (let at = list.length - 2; at >= 0; at--) {
    const both = join(list[at]!, list[at + 1]!);
    if (both) return [...list.slice(0, at), both, ...list.slice(at + 2)];
  }
  return null;
}

const altOf = (one: string, next: string): string => shorten(`${one}\n${next}`, LIMITS.altText);

function joinAlike(one: Joinable, next: Joinable): Joinable | null {
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

const joinAny = (one: Joinable, next: Joinable): Joinable | null => joinAlike(asFlex(one), asFlex(next));

function asFlex(message: Joinable): messagingApi.FlexMessage {
  if (message.type === 'flex') return message as messagingApi.FlexMessage;
  const { text } = message as messagingApi.TextMessage;
  return {
    type: 'flex',
    altText: shorten(text, LIMITS.altText),
    contents: sheet(words(text, { size: 'md' })),
  };
}

function tellRest(list: readonly Joinable[]): Joinable[] {
  const rest = list
    .slice(LIMITS.messages - 1)
    .map((message) =>
      message.type === 'flex'
        ? wordsOf((message as messagingApi.FlexMessage).contents)
        : (message as messagingApi.TextMessage).text,
    );
  return [
    ...list.slice(0, LIMITS.messages - 1),
    { type: 'text', text: shorten(rest.join('\n\n'), LIMITS.text) },
  ];
}
