import type { messagingApi } from '@line/bot-sdk';
import { bytesOf, LIMITS } from '../limits.ts';
import { shorten } from '../shorten.ts';
import { column, words, type Bubble, type Component } from './parts.ts';

/** Below this a text is not shortened any more. */
const SHORTEST = 24;

/**
 * A bubble within LINE's size: while it is too heavy its longest text is cut to two thirds, visibly (`…`);
 * when nothing long is left, the end of the body gives way to a `…`. Buttons at the foot stay.
 */
export function fitBubble(bubble: Bubble, most: number = LIMITS.bubbleBytes): Bubble {
  if (bytesOf(bubble) <= most) return bubble;
  const slim = structuredClone(bubble);
  const texts = [slim.header, slim.body, slim.footer].flatMap((block) => (block ? textsIn(block) : []));
  while (bytesOf(slim) > most) {
    const longest = texts.reduce<messagingApi.FlexText | null>(
      (long, text) => ((text.text?.length ?? 0) > (long?.text?.length ?? SHORTEST) ? text : long),
      null,
    );
    if (!longest?.text) break;
    longest.text = shorten(longest.text, Math.max(SHORTEST, Math.floor((longest.text.length * 2) / 3)));
  }
  return bytesOf(slim) <= most ? slim : cutBody(slim, most);
}

function cutBody(bubble: Bubble, most: number): Bubble {
  const contents = [...(bubble.body?.contents ?? [])];
  const shown = (): Bubble => ({
    ...bubble,
    body: column([...contents, ...words('…')], { paddingAll: '20px' }),
  });
  while (contents.length > 0 && bytesOf(shown()) > most) contents.pop();
  return shown();
}

/** Everything a container says, in order, where it cannot be drawn. */
export const wordsOf = (container: messagingApi.FlexContainer): string =>
  bubblesOf(container)
    .flatMap(({ header, body, footer }) => [header, body, footer])
    .flatMap((block) => (block ? textsIn(block) : []))
    .map(({ text = '' }) => text)
    .join('\n');

function textsIn(component: Component): messagingApi.FlexText[] {
  if (component.type === 'text') return [component as messagingApi.FlexText];
  return component.type === 'box' ? (component as messagingApi.FlexBox).contents.flatMap(textsIn) : [];
}

/** Bubbles in as few containers as LINE's limits allow, in order: a lone bubble as it is, several as a carousel. */
export function containers(bubbles: readonly Bubble[]): messagingApi.FlexContainer[] {
  const groups: Bubble[][] = [];
  for (const bubble of bubbles.map((each) => fitBubble(each))) {
    const group = groups.at(-1);
    if (group && fitsCarousel([...group, bubble])) group.push(bubble);
    else groups.push([bubble]);
  }
  return groups.map((group) => (group.length === 1 ? group[0]! : carousel(group)));
}

export const carousel = (contents: Bubble[]): messagingApi.FlexCarousel => ({ type: 'carousel', contents });

export const fitsCarousel = (bubbles: readonly Bubble[]): boolean =>
  bubbles.length <= LIMITS.bubbles && bytesOf(carousel([...bubbles])) <= LIMITS.carouselBytes;

export const bubblesOf = (container: messagingApi.FlexContainer): Bubble[] =>
  container.type === 'carousel' ? (container as messagingApi.FlexCarousel).contents : [container as Bubble];
