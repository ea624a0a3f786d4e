import type { messagingApi } from '@line/bot-sdk';
import type { Spoken } from '../../bot/port.ts';
import type { CardsReply, Choice, Reply } from '../../replies/reply.ts';
import { choicesOf } from '../../replies/words.ts';
import { actionOf } from './actions.ts';
import { publicUrl } from './address.ts';
import { barsAlt, barsBubble } from './flex/bars.ts';
import { cardBubbles, cardsAlt } from './flex/card.ts';
import { compareBubble, withoutFacts } from './flex/compare.ts';
import { bubblesOf, containers } from './flex/fit.ts';
import { sheet, words, type Bubble } from './flex/parts.ts';
import { questionBubbles } from './flex/question.ts';
import { waysBubbles, withWays } from './flex/ways.ts';
import { iconOf } from './icons/choose.ts';
import { iconPath } from './icons/shapes.ts';
import { imagemapOf } from './imagemap.ts';
import { LIMITS } from './limits.ts';
import { columnsOf, oneLine, shorten, sizeOf } from './shorten.ts';
import { squeeze, type Message } from './squeeze.ts';

export interface RenderOptions {
  /** Public `https` address of this service, for links to our own pages. */
  readonly publicBaseUrl?: string;
}

/**
 * A speech as LINE messages: at most five, each within LINE's limits (`limits.ts`), ready for reply or push.
 * Ways on are quick replies of the last message; the main ones are buttons instead, because LINE on a PC shows no
 * quick replies, and so are those whose label a quick reply would cut. An empty list when nothing is said.
 */
export function renderSpeech(
  { speech }: Spoken,
  { publicBaseUrl }: RenderOptions = {},
): messagingApi.Message[] {
  const messages = squeeze(speech.replies.flatMap((reply) => messagesOf(reply, publicBaseUrl)));
  const offered = new Set(choicesOf({ ...speech, choices: [] }).map(({ payload }) => payload));
  const asButton = (choice: Choice) =>
    (choice.weight === 'main' || isCut(choice)) && !offered.has(choice.payload);
  const quick = speech.choices.filter((choice) => !asButton(choice)).slice(0, LIMITS.quickReplies);
  const drawn = speech.choices.filter(
    (choice) => asButton(choice) || (!quick.includes(choice) && !offered.has(choice.payload)),
  );
  const all = drawWays(messages, messages.length === 0 ? speech.choices : drawn);
  const last = all.at(-1);
  if (!last || quick.length === 0) return all;
  return [
    ...all.slice(0, -1),
    { ...last, quickReply: { items: quick.map((choice) => quickReply(choice, publicBaseUrl)) } },
  ];
}

const isCut = ({ label }: Choice): boolean => sizeOf(oneLine(label), 'graphemes') > LIMITS.quickReplyLabel;

function quickReply(choice: Choice, publicBaseUrl: string | undefined): messagingApi.QuickReplyItem {
  const icon = iconOf(choice.payload);
  const imageUrl = icon && publicUrl(iconPath(icon), publicBaseUrl);
  if (!imageUrl || imageUrl.length > LIMITS.quickReplyIcon)
    return { type: 'action', action: actionOf(choice, 'quickReply') };
  // One picture is enough: the icon takes the place of an emoji before the words.
  const label = choice.label.replace(/^\p{Extended_Pictographic}\ufe0f?\s*(?=\S)/u, '');
  return { type: 'action', imageUrl, action: actionOf({ ...choice, label }, 'quickReply') };
}

function messagesOf(reply: Reply, publicBaseUrl: string | undefined): Message[] {
  switch (reply.kind) {
    case 'text': {
      const text = shorten(reply.text.trim(), LIMITS.text);
      return text === '' ? [] : [{ type: 'text', text }];
    }
    case 'question':
      return flex(
        [reply.text, ...reply.options.map(({ label }) => `・${label}`)].join('\n'),
        questionBubbles(reply),
      );
    case 'cards':
      return cardsOf(reply, publicBaseUrl);
    case 'picture': {
      const imagemap = imagemapOf(reply, publicBaseUrl);
      return imagemap ? [imagemap] : [];
    }
    case 'bars':
      return flex(barsAlt(reply), [barsBubble(reply)]);
  }
}

function cardsOf({ alt, cards, compared }: CardsReply, publicBaseUrl: string | undefined): Message[] {
  const comparison = compared ? compareBubble(alt, cards) : null;
  const shown = comparison ? cards.map(withoutFacts) : cards;
  return [
    ...(comparison ? flex(cardsAlt(alt, cards), [comparison]) : []),
    ...flex(
      cardsAlt(alt, shown),
      shown.flatMap((card) => cardBubbles(card, publicBaseUrl)),
    ),
  ];
}

function flex(alt: string, bubbles: readonly Bubble[]): Message[] {
  const altText = shorten(alt.trim() || '…', LIMITS.altText);
  return containers(bubbles.filter(({ body, footer }) => body ?? footer)).map((contents) => ({
    type: 'flex',
    altText,
    contents,
  }));
}

/** A text up to so wide, in half-width columns, becomes a bubble when buttons belong to it. */
const TEXT_OF_A_BUBBLE = 360;

/** Draws choices as buttons: at the foot of the last bubble or under the last text, or as a small bubble of their own. */
function drawWays(messages: readonly Message[], choices: readonly Choice[]): Message[] {
  if (choices.length === 0) return [...messages];
  const last = messages.at(-1);
  if (last?.type === 'text' && columnsOf((last as messagingApi.TextMessage).text) <= TEXT_OF_A_BUBBLE) {
    const { text } = last as messagingApi.TextMessage;
    const grown = withWays(sheet(words(text, { size: 'md', lineSpacing: '4px' })), choices);
    if (grown) return [...messages.slice(0, -1), ...flex(text, [grown])];
  }
  if (last?.type === 'flex' && last.contents.type === 'bubble') {
    const grown = withWays(bubblesOf(last.contents)[0]!, choices);
    if (grown) return [...messages.slice(0, -1), { ...last, contents: grown }];
  }
  const own = flex(choices.map(({ label }) => oneLine(label)).join(' / '), waysBubbles(choices));
  // Where five messages are taken already, the bubble joins the last carousel.
  return squeeze([...messages, ...own]);
}
