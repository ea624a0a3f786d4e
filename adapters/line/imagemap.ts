import type { messagingApi } from '@line/bot-sdk';
import type { PictureArea, PictureReply } from '../../replies/reply.ts';
import { publicUrl } from './address.ts';
import { LIMITS } from './limits.ts';
import { oneLine, shorten } from './shorten.ts';

/**
 * A picture that can be tapped, or `null` where LINE cannot fetch it: it asks our public `https` address for
 * `{baseUrl}/240` up to `/1040`. A tap on it can carry no payload: it says the choice's label, as if it were typed.
 */
export function imagemapOf(
  { url, width, height, alt, areas }: PictureReply,
  publicBaseUrl: string | undefined,
): messagingApi.ImagemapMessage | null {
  const path = /^(\/.+)\.svg$/u.exec(url)?.[1];
  const baseUrl = path === undefined ? null : publicUrl(path, publicBaseUrl);
  const size = { width: LIMITS.imagemapWidth, height: Math.round((height / width) * LIMITS.imagemapWidth) };
  const actions = areas.slice(0, LIMITS.imagemapActions).map((area) => actionOn(area, size));
  if (baseUrl === null || baseUrl.length > LIMITS.imagemapUrl || actions.length === 0) return null;
  return {
    type: 'imagemap',
    baseUrl,
    altText: shorten(alt.trim() || '…', LIMITS.altText),
    baseSize: size,
    actions,
  };
}

function actionOn(
  { x, y, width, height, choice }: PictureArea,
  size: { readonly width: number; readonly height: number },
): messagingApi.ImagemapAction {
  const said = oneLine(choice.label);
  const [left, top] = [Math.round(x * size.width), Math.round(y * size.height)];
  return {
    type: 'message',
    label: shorten(said, LIMITS.imagemapLabel),
    text: shorten(said, LIMITS.imagemapText),
    area: {
      x: left,
      y: top,
      width: Math.round((x + width) * size.width) - left,
      height: Math.round((y + height) * size.height) - top,
    },
  };
}
