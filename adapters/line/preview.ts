/**
 * LINE messages as simple HTML, near enough to judge spacing, wrapping and colour without a phone.
 * Not used by the service; `test/line/look.ts` takes pictures of it.
 */
import type { messagingApi } from '@line/bot-sdk';

const SIZES: Readonly<Record<string, string>> = {
  xxs: '11px', xs: '13px', sm: '14px', md: '16px', lg: '19px', xl: '22px', xxl: '29px',
}; // prettier-ignore
const GAPS: Readonly<Record<string, string>> = {
  none: '0', xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px', xxl: '20px',
}; // prettier-ignore
const WIDTHS: Readonly<Record<string, string>> = { kilo: '260px', mega: '300px', giga: '340px' };

const escape = (text: string): string =>
  text.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`).replaceAll('\n', '<br>');
const gap = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : (GAPS[value] ?? value);

function style(rules: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(rules).filter(([, value]) => value !== undefined);
  return ` style="${set.map(([name, value]) => `${name}:${value}`).join(';')}"`;
}

type Parent = { readonly layout: string; readonly spacing?: string };

function component(part: messagingApi.FlexComponent, parent: Parent, first: boolean): string {
  const horizontal = parent.layout !== 'vertical';
  const side = horizontal ? 'margin-left' : 'margin-top';
  const { margin, flex, width } = part as messagingApi.FlexBox;
  const place = {
    [side]: first ? undefined : gap(margin ?? parent.spacing),
    flex: width ? '0 0 auto' : horizontal ? (flex === 0 ? '0 0 auto' : `${flex ?? 1} 1 0`) : undefined,
    'min-width': '0',
  };
  if (part.type === 'separator') {
    const { color = '#d4d6da' } = part as messagingApi.FlexSeparator;
    return `<div${style({ ...place, 'border-top': `1px solid ${color}` })}></div>`;
  }
  if (part.type === 'text') return textHtml(part as messagingApi.FlexText, place);
  return part.type === 'box' ? boxHtml(part as messagingApi.FlexBox, place) : `<div>(${part.type})</div>`;
}

const textHtml = (text: messagingApi.FlexText, place: Readonly<Record<string, string | undefined>>): string =>
  `<div${style({
    ...place,
    'font-size': SIZES[text.size ?? 'md'] ?? text.size,
    'font-weight': text.weight,
    color: text.color,
    'text-align': text.align,
    'text-decoration': text.decoration,
    'align-self': text.gravity === 'bottom' ? 'end' : undefined,
    'line-height': text.lineSpacing ? `calc(1.3em + ${text.lineSpacing})` : '1.3',
    'white-space': text.wrap ? 'normal' : 'nowrap',
    'overflow-wrap': 'anywhere',
  })}>${escape(text.text ?? '')}</div>`;

function boxHtml(
  box: messagingApi.FlexBox,
  place: Readonly<Record<string, string | undefined>> = {},
): string {
  const inside = box.contents.map((part, index) => component(part, box, index === 0)).join('');
  return `<div class="box"${style({
    ...place,
    'flex-direction': box.layout === 'vertical' ? 'column' : 'row',
    'justify-content': box.justifyContent,
    padding: gap(box.paddingAll),
    'padding-top': gap(box.paddingTop),
    width: box.width,
    height: box.height,
    background: box.backgroundColor,
    'border-radius': gap(box.cornerRadius),
    cursor: box.action ? 'pointer' : undefined,
  })}>${inside}</div>`;
}

const bubbleHtml = ({ size = 'mega', body, footer }: messagingApi.FlexBubble): string =>
  `<div class="bubble"${style({ width: WIDTHS[size] })}>` +
  `<div style="flex:1">${body ? boxHtml(body) : ''}</div>${footer ? boxHtml(footer) : ''}</div>`;

function messageHtml(message: messagingApi.Message): string {
  if (message.type === 'text')
    return `<div class="text">${escape((message as messagingApi.TextMessage).text)}</div>`;
  if (message.type !== 'flex') return `<div class="text">(${message.type})</div>`;
  const { contents } = message as messagingApi.FlexMessage;
  const bubbles =
    contents.type === 'carousel'
      ? (contents as messagingApi.FlexCarousel).contents
      : [contents as messagingApi.FlexBubble];
  return `<div class="bubbles">${bubbles.map(bubbleHtml).join('')}</div>`;
}

/** One phone screen (375 px wide; carousels run out to the right) with messages and quick replies. */
export function previewHtml(messages: readonly messagingApi.Message[], title = ''): string {
  const quick = messages.at(-1)?.quickReply?.items ?? [];
  return `<section><h2>${escape(title)}</h2>${messages.map(messageHtml).join('')}<nav>${quick
    .map(({ action }) => `<span>${escape(action?.label ?? '')}</span>`)
    .join('')}</nav></section>`;
}

/** Several screens side by side as a page. */
export const previewPage = (
  screens: readonly string[],
): string => `<!doctype html><meta charset="utf-8"><style>
*{box-sizing:border-box} body{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start;margin:24px;background:#fff;font-family:"Noto Sans CJK JP",sans-serif}
section{min-width:375px;background:#8aabd8;padding:12px;display:flex;flex-direction:column;gap:10px} h2{margin:0;font-size:12px}
.box{display:flex} .bubbles{display:flex;gap:8px} .bubble{display:flex;flex-direction:column;background:#fff;border-radius:18px;overflow:hidden}
.text{background:#fff;border-radius:18px;padding:10px 14px;max-width:290px;font-size:15px;line-height:1.45}
nav{display:flex;gap:8px;flex-wrap:wrap;max-width:375px} nav span{background:#2c3e63;color:#fff;border-radius:16px;padding:7px 14px;font-size:13px}
</style>${screens.join('')}`;
