import type { messagingApi } from '@line/bot-sdk';
import { bubbleHtml, type Phone } from './flex.ts';
import { escape, style } from './html.ts';

function messageHtml(message: messagingApi.Message, phone: Phone): string {
  switch (message.type) {
    case 'text':
      return `<div class="text"${style({ 'font-size': `${15 * phone.scale}px` })}>${escape((message as messagingApi.TextMessage).text)}</div>`;
    case 'imagemap':
      return imagemapHtml(message as messagingApi.ImagemapMessage, phone);
    case 'flex': {
      const { contents } = message as messagingApi.FlexMessage;
      const bubbles =
        contents.type === 'carousel'
          ? (contents as messagingApi.FlexCarousel).contents
          : [contents as messagingApi.FlexBubble];
      return `<div class="bubbles">${bubbles.map((bubble) => bubbleHtml(bubble, phone)).join('')}</div>`;
    }
    default:
      return `<div class="text">(${escape(message.type)})</div>`;
  }
}

/** The picture, its areas in thin lines: on a phone they cannot be seen. */
function imagemapHtml({ baseUrl, baseSize, actions }: messagingApi.ImagemapMessage, phone: Phone): string {
  const scale = 300 / baseSize.width;
  const areas = actions.map(({ area }) =>
    `<i${style({ left: `${area.x * scale}px`, top: `${area.y * scale}px`, width: `${area.width * scale}px`, height: `${area.height * scale}px` })}></i>`,
  ); // prettier-ignore
  return `<div class="imagemap"><img src="${escape(phone.picture(`${baseUrl}/700`))}">${areas.join('')}</div>`;
}

/** A phone's screen with what it received at once; carousels run out to the right, quick replies are wrapped to be seen. */
export function screenHtml(messages: readonly messagingApi.Message[], title: string, phone: Phone): string {
  const quick = (messages.at(-1)?.quickReply?.items ?? []).map(({ action, imageUrl }) => {
    const icon = imageUrl ? `<img src="${escape(phone.picture(imageUrl))}">` : '';
    return `<span>${icon}${escape(action?.label ?? '')}</span>`;
  });
  const said = messages.map((message) => messageHtml(message, phone)).join('');
  return `<section><h2>${escape(title)}</h2>${said}<nav>${quick.join('')}</nav></section>`;
}

/** Several screens side by side as a page; `dark` for LINE's dark mode, where only chips and ground change. */
export const pageHtml = (screens: readonly string[], dark = false): string =>
  `<!doctype html><meta charset="utf-8"><title>Shirube on LINE</title><style>
*{box-sizing:border-box} body{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start;margin:20px;background:#fff;font-family:"Noto Sans CJK JP","Hiragino Sans",sans-serif}
section{width:375px;min-width:max-content;background:${dark ? '#1d2733' : '#8aabd8'};padding:12px;display:flex;flex-direction:column;gap:10px} h2{margin:0;font-size:12px;${dark ? 'color:#fff' : ''}}
.box{display:flex} .bubbles{display:flex;gap:8px} .bubble{display:flex;flex-direction:column;background:#fff;color:#111;border-radius:17px;overflow:hidden;flex:none}
.text{background:#fff;border-radius:18px;padding:9px 14px;width:fit-content;max-width:264px;line-height:1.4}
.imagemap{position:relative;width:300px;border-radius:8px;overflow:hidden} .imagemap img{width:100%;display:block} .imagemap i{position:absolute;border:1px solid #fff8}
nav{display:flex;gap:6px;flex-wrap:wrap;width:351px} nav span{display:flex;align-items:center;gap:4px;background:${dark ? '#2c2c2e' : '#fff'};color:${dark ? '#fff' : '#111'};border-radius:18px;padding:5px 12px 5px 6px;font-size:13px;min-height:34px} nav img{width:24px;height:24px}
</style>${screens.join('')}`;
