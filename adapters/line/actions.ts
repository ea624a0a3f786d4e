import type { messagingApi } from '@line/bot-sdk';
import type { Choice, Link } from '../../replies/reply.ts';
import { publicUrl } from './address.ts';
import { opensKeyboard } from './keyboard.ts';
import { LIMITS } from './limits.ts';
import { oneLine, shorten } from './shorten.ts';

/** Where a choice is offered; LINE allows a longer label inside a Flex Message. */
export type Place = 'quickReply' | 'flex';

/** Labels of many-part emoji could weigh more than a bubble may; ordinary ones never come near this (UTF-16 units). */
const LABEL_UNITS = 120;

const labelOf = (label: string, most: number): string =>
  shorten(shorten(oneLine(label), most, 'graphemes'), LABEL_UNITS);

/**
 * A tap that sends the choice's payload and shows its label as what the person said.
 * A payload over LINE's limit cannot be shortened: then the label is sent as text, which the counsellor reads too.
 */
export function actionOf({ label, payload }: Choice, place: Place): messagingApi.Action {
  const short = labelOf(label, place === 'flex' ? LIMITS.flexLabel : LIMITS.quickReplyLabel);
  // LINE counts graphemes here; counting units is stricter and keeps the weight bounded.
  const said = shorten(oneLine(label), LIMITS.displayText);
  return payload.length > LIMITS.postbackData
    ? { type: 'message', label: short, text: said }
    : {
        type: 'postback',
        label: short,
        data: payload,
        displayText: said,
        ...(opensKeyboard(payload) && { inputOption: 'openKeyboard' }),
      };
}

/**
 * A tap that opens a page, or `null` where there is no address LINE could open: pages of ours need a public `https` base,
 * else the page outside is taken; either way at most 1,000 units, percent-encoded.
 */
export function linkOf(
  { label, url, outside }: Link,
  publicBaseUrl: string | undefined,
): messagingApi.Action | null {
  const candidates = [url.startsWith('/') ? publicUrl(url, publicBaseUrl) : url, outside];
  const uri = candidates.map((candidate) => openable(candidate)).find((address) => address !== null);
  return uri ? { type: 'uri', label: labelOf(label, LIMITS.flexLabel), uri } : null;
}

function openable(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { href, protocol } = new URL(address);
  return ['https:', 'http:', 'tel:'].includes(protocol) && href.length <= LIMITS.uri ? href : null;
}
