import type { Choice, PictureReply } from '../../replies/reply.ts';
import { h } from '../dom.ts';
import type { Typesetter } from './text.ts';

/** A picture with a button over each part that can be tapped; gone where it cannot be loaded: words below say the same. */
export function showPicture(
  { url, alt, width, height, areas }: PictureReply,
  base: string,
  type: Typesetter,
  tap: (choice: Choice) => void,
): HTMLElement {
  const percent = (share: number) => `${share * 100}%`;
  const image = h('img', {
    src: URL.canParse(url, base) ? new URL(url, base).href : url,
    alt: type.hear(alt),
    width,
    height,
    onerror: () => element.remove(),
  });
  const element: HTMLElement = h(
    'div',
    { class: 'picture' },
    image,
    ...areas.map(({ choice, ...area }) => {
      const { label, payload, chosen } = choice;
      const button = h('button', {
        type: 'button',
        class: chosen ? 'before' : '',
        'aria-label': type.hear(label),
        title: label,
        'data-payload': payload,
        onclick: () => tap(choice),
      });
      Object.assign(button.style, {
        left: percent(area.x),
        top: percent(area.y),
        width: percent(area.width),
        height: percent(area.height),
      });
      return button;
    }),
  );
  return element;
}
