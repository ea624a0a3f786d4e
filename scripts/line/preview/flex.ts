/**
 * Flex Messages as HTML, near enough to LINE's phone app to judge spacing, wrapping, weight and colour without a phone.
 * Sizes and the way room is shared are those of LINE's documentation (docs/messaging-api/flex-message-layout/).
 */
import type { messagingApi } from '@line/bot-sdk';
import { escape, style, type Rules } from './html.ts';

const TEXT: Readonly<Record<string, number>> = {
  xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74,
}; // prettier-ignore
const GAPS: Readonly<Record<string, string>> = {
  none: '0', xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px', xxl: '20px',
}; // prettier-ignore
const IMAGES: Readonly<Record<string, string>> = {
  xxs: '40px', xs: '60px', sm: '80px', md: '100px', lg: '120px', xl: '140px', xxl: '160px', '3xl': '180px', '4xl': '200px',
  '5xl': '220px', full: '100%',
}; // prettier-ignore
const WIDTHS: Readonly<Record<string, string>> = {
  nano: '120px', micro: '160px', deca: '220px', hecto: '241px', kilo: '260px', mega: '300px', giga: '386px',
}; // prettier-ignore

/** What differs from phone to phone, and where pictures really come from. */
export interface Phone {
  /** Size of letters that follow the phone's setting: 1 is standard, LINE's largest is about 1.5. */
  readonly scale: number;
  /** Address of a picture as the page can show it. */
  readonly picture: (url: string) => string;
}

type Part = messagingApi.FlexComponent;
interface Parent {
  readonly layout: string;
  readonly spacing?: string;
}

const gap = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : (GAPS[value] ?? value);

const letters = (size: string | undefined, scaling: boolean | undefined, phone: Phone): string => {
  const pixels = TEXT[size ?? 'md'] ?? Number.parseFloat(size ?? '16');
  return `${pixels * (scaling ? phone.scale : 1)}px`;
};

/** How a component takes room in its parent: shares by `flex` along the parent's direction, margins before it. */
function place(part: Part, parent: Parent, first: boolean): Rules {
  const box = part as messagingApi.FlexBox;
  const across = parent.layout !== 'vertical';
  const flex = box.flex ?? (across && part.type !== 'icon' && part.type !== 'separator' ? 1 : 0);
  if (box.position === 'absolute') {
    return {
      position: 'absolute',
      top: gap(box.offsetTop),
      bottom: gap(box.offsetBottom),
      left: gap(box.offsetStart),
      right: gap(box.offsetEnd),
    };
  }
  return {
    [across ? 'margin-left' : 'margin-top']: first ? gap(box.margin) : gap(box.margin ?? parent.spacing),
    flex: (across && box.width) || flex === 0 ? '0 0 auto' : `${flex} 1 0`,
    'min-width': '0',
    position: 'relative',
    top: gap(box.offsetTop),
    left: gap(box.offsetStart),
  };
}

export function component(part: Part, parent: Parent, first: boolean, phone: Phone): string {
  const placed = place(part, parent, first);
  switch (part.type) {
    case 'separator': {
      const { color = '#d4d6da' } = part as messagingApi.FlexSeparator;
      const side = parent.layout === 'vertical' ? 'border-top' : 'border-left';
      return `<div${style({ ...placed, [side]: `1px solid ${color}` })}></div>`;
    }
    case 'text':
      return textHtml(part as messagingApi.FlexText, placed, phone);
    case 'box':
      return boxHtml(part as messagingApi.FlexBox, phone, placed);
    case 'icon': {
      const { url, size, scaling } = part as messagingApi.FlexIcon;
      const side = letters(size, scaling, phone);
      return `<img src="${escape(phone.picture(url))}"${style({ ...placed, height: side, 'align-self': 'center' })}>`;
    }
    case 'image': {
      const { url, size, aspectRatio = '1:1', aspectMode } = part as messagingApi.FlexImage;
      const width = IMAGES[size ?? 'md'] ?? size;
      const fit = aspectMode === 'cover' ? 'cover' : 'contain';
      return `<img src="${escape(phone.picture(url))}"${style({ ...placed, width, 'align-self': 'center', 'aspect-ratio': aspectRatio.replace(':', '/'), 'object-fit': fit })}>`;
    }
    default:
      return `<div>(${escape(part.type)})</div>`;
  }
}

function textHtml(text: messagingApi.FlexText, placed: Rules, phone: Phone): string {
  const look = (span: messagingApi.FlexSpan): Rules => ({
    'font-size': span.size && letters(span.size, text.scaling, phone),
    'font-weight': span.weight,
    color: span.color,
    'text-decoration': span.decoration,
    'font-style': span.style,
  });
  const inside = text.contents
    ? text.contents.map((span) => `<span${style(look(span))}>${escape(span.text ?? '')}</span>`).join('')
    : escape(text.text ?? '');
  return `<div${style({
    ...placed,
    ...look({ ...text, type: 'span', size: text.size ?? 'md' }),
    'text-align': text.align,
    'align-self': { bottom: 'end', center: 'center', top: undefined }[text.gravity ?? 'top'],
    'line-height': text.lineSpacing ? `calc(1.3em + ${text.lineSpacing})` : '1.3',
    'white-space': text.wrap ? 'normal' : 'nowrap',
    'text-overflow': 'ellipsis',
    overflow: 'hidden',
    'overflow-wrap': 'anywhere',
    ...(text.maxLines && {
      display: '-webkit-box',
      '-webkit-line-clamp': text.maxLines,
      '-webkit-box-orient': 'vertical',
    }),
  })}>${inside}</div>`;
}

const background = ({ background, backgroundColor }: messagingApi.FlexBox): string | undefined => {
  if (background?.type !== 'linearGradient') return backgroundColor;
  const { angle, startColor, endColor } = background as messagingApi.FlexBoxLinearGradient;
  return `linear-gradient(${angle},${startColor},${endColor})`;
};

export function boxHtml(box: messagingApi.FlexBox, phone: Phone, placed: Rules = {}): string {
  const inside = box.contents.map((part, index) => component(part, box, index === 0, phone)).join('');
  return `<div class="box"${style({
    ...placed,
    'flex-direction': box.layout === 'vertical' ? 'column' : 'row',
    'justify-content': box.justifyContent,
    'align-items': box.layout === 'baseline' ? 'baseline' : box.alignItems,
    padding: gap(box.paddingAll),
    'padding-top': gap(box.paddingTop),
    'padding-bottom': gap(box.paddingBottom),
    'padding-left': gap(box.paddingStart),
    'padding-right': gap(box.paddingEnd),
    width: box.width,
    'max-width': box.maxWidth,
    height: box.height,
    background: background(box),
    border: box.borderWidth && `${box.borderWidth} solid ${box.borderColor ?? '#000'}`,
    'border-radius': gap(box.cornerRadius),
    overflow: box.cornerRadius && 'hidden',
    cursor: box.action ? 'pointer' : undefined,
  })}>${inside}</div>`;
}

/** Blocks from top to bottom, with LINE's paddings where none are given; the body takes the height that is left. */
export function bubbleHtml(bubble: messagingApi.FlexBubble, phone: Phone): string {
  const { size = 'mega', header, hero, body, footer } = bubble;
  const block = (box: messagingApi.FlexBox | undefined, paddingAll: string, more: Rules = {}) =>
    box ? boxHtml({ paddingAll, ...box }, phone, more) : '';
  return (
    `<div class="bubble"${style({ width: WIDTHS[size] })}>` +
    block(header, '20px') +
    (hero ? component(hero, { layout: 'vertical' }, true, phone) : '') +
    (body ? block(body, '20px', { flex: '1' }) : '<div style="flex:1"></div>') +
    block(footer, '10px') +
    '</div>'
  );
}
