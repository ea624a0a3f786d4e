import type { OccupationPicture } from '../../bot/information.ts';
import { PLACE_PICTOGRAMS, SIGNPOST } from './pictograms.ts';

/** The size that chats and social sites show pictures of links in. */
export const PREVIEW = { width: 1200, height: 630 } as const;

/** The six interests in their customary order, RIASEC. */
const BARS = [
  ['realistic', '#3d9086'],
  ['investigative', '#4a8fb0'],
  ['artistic', '#8d7bb5'],
  ['social', '#d38b72'],
  ['enterprising', '#d6a94e'],
  ['conventional', '#7f9a72'],
] as const;

const GROUND = 520;
const BAR = { width: 66, gap: 20, left: 652, shortest: 44, tallest: 372 };

/** The preview picture of an occupation as SVG: shapes only, so that no font is needed. */
export function previewSvg({ place, interests }: OccupationPicture): string {
  const { width, height } = PREVIEW;
  const bars = interests
    ? BARS.map(([interest, colour], i) => {
        // Ratings run from 1 to 5; hardly any lies outside 1.5 to 4.5.
        const share = Math.min(1, Math.max(0, (interests[interest] - 1.5) / 3));
        const tall = Math.round(BAR.shortest + share * (BAR.tallest - BAR.shortest));
        const x = BAR.left + i * (BAR.width + BAR.gap);
        return `<path fill="${colour}" d="M${x} ${GROUND + 60}V${GROUND - tall + BAR.width / 2}a${BAR.width / 2} ${BAR.width / 2} 0 0 1 ${BAR.width} 0V${GROUND + 60}z"/>`;
      }).join('')
    : '';
  const centre = interests ? 316 : 600;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#d9ecec"/><stop offset="1" stop-color="#f6faf8"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/>
<circle cx="${centre}" cy="272" r="196" fill="#fff"/>
<path fill="#cfe3dd" d="M0 ${GROUND}Q210 455 470 ${GROUND - 12}T900 ${GROUND - 28}T${width} ${GROUND - 40}V${height}H0z"/>
${bars}
<path fill="#b4d3ca" d="M0 ${GROUND + 36}Q300 ${GROUND - 34} 640 ${GROUND + 12}T${width} ${GROUND + 8}V${height}H0z"/>
${
  place
    ? `<g transform="translate(${centre - 126} 146) scale(10.5)" fill="none" stroke="#0b5f58" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${PLACE_PICTOGRAMS[place]}"/></g>`
    : ''
}
<g transform="translate(${interests ? 24 : 120} 396) scale(8)" fill="#f6faf8" stroke="#17463f" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${SIGNPOST}"/></g>
</svg>`;
}
