type Child = Node | string | false | null | undefined;
type Props = Readonly<Record<string, string | number | boolean | ((event: Event) => unknown) | undefined>>;

/**
 * An element with attributes, listeners (`onclick: …`) and children. Text is always text, never markup.
 *
 * @example h('button', { class: 'send', onclick: send }, words.send)
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== false && child != null));
  return element;
}

/** A part of a drawing. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: SVGElement[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A drawing of ours on a 24×24 grid. */
export const icon = (path: string): SVGSVGElement =>
  svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: path }));

export const ICONS = {
  /** A signpost with two arms: しるべ. */
  signpost: 'M12 2v20M8.5 22h7M12 4.5H5l-2.2 2.3L5 9.1h7M12 11h7l2.2 2.3L19 15.6h-7',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M5.5 11.5L12 5l6.5 6.5',
  chosen: 'M5 12.5l4.5 4.5L19 7.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  back: 'M19 12H5M11.5 5.5L5 12l6.5 6.5',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
} as const;
