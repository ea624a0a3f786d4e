/**
 * The embed: `<script src="…/widget.js" data-lang="vi" defer></script>` adds the bubble to a page. It is only the
 * launcher; the conversation is loaded when somebody opens it.
 * `data-open` opens it at once, and with a payload (`data-open="occupation:open:156"`) asks about that;
 * any element with `data-shirube-open` on the page opens it when clicked.
 */
import { carriedCode } from './carried.ts';
import { keepOn } from './keep.ts';
import { Launcher } from './launcher.ts';

/** Put in by the build: where the conversation is, below the address of the service. */
declare const CONVERSATION: string;

const NAME = 'shirube-bubble';
const OPENS = '[data-shirube-open]';
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

function add(): void {
  const { lang, open, remember, privacy } = script?.dataset ?? {};
  const bubble = document.createElement(NAME) as Launcher;
  const base = new URL('.', script?.src ?? location.href).href.replace(/\/$/, '');
  const carried = () => carriedCode(base, remember !== 'never');
  const attributes = {
    base,
    language: lang ?? document.documentElement.lang,
    ...{ open: carried() ?? open, remember, privacy },
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) bubble.setAttribute(name, value);
  }
  keepOn(bubble);
  // A link followed on the page itself loads nothing anew.
  addEventListener('hashchange', () => {
    const payload = carried();
    if (payload !== undefined) bubble.ask(payload);
  });
  const opener = ({ target }: Event) => target instanceof Element && target.closest(OPENS);
  document.addEventListener('click', (event) => opener(event) && bubble.open());
  for (const sign of ['pointerover', 'focusin', 'touchstart'])
    document.addEventListener(sign, (event) => opener(event) && bubble.prepare(), { passive: true });
}

// A second script tag, or the same one run again by a page that swaps its body: one bubble is enough.
if (!customElements.get(NAME)) {
  Launcher.conversation = CONVERSATION;
  customElements.define(NAME, Launcher);
  if (document.body) add();
  else addEventListener('DOMContentLoaded', add);
}
