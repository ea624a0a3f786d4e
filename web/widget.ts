/**
 * The embed: `<script src="…/widget.js" data-lang="vi" defer></script>` adds the bubble to a page.
 * `data-open` opens it at once, and with a payload (`data-open="occupation:open:156"`) asks about that;
 * any element with `data-shirube-open` on the page opens it when clicked.
 */
import { ShirubeBubble } from './bubble.ts';
import { carriedCode } from './carried.ts';

const NAME = 'shirube-bubble';
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

function add(): void {
  if (document.querySelector(NAME)) return;
  const bubble = document.createElement(NAME) as ShirubeBubble;
  const base = new URL('.', script?.src ?? location.href).href.replace(/\/$/, '');
  bubble.setAttribute('base', base);
  bubble.setAttribute('language', script?.dataset['lang'] ?? document.documentElement.lang);
  const wanted = carriedCode() ?? script?.dataset['open'];
  if (wanted !== undefined) bubble.setAttribute('open', wanted);
  document.body.append(bubble);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-shirube-open]')) bubble.open();
  });
}

if (!customElements.get(NAME)) customElements.define(NAME, ShirubeBubble);
if (document.body) add();
else addEventListener('DOMContentLoaded', add);
