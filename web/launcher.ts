import { h, icon, ICONS } from './dom.ts';
import type { Conversation, ConversationModule } from './frame.ts';
import { LAUNCHER_STYLE } from './launcher-style.ts';
import { isLocale, langOf, nearestLocale, type Locale } from './locales.ts';
import type { Tab } from './memory.ts';
import { keyOf, readItem, storage, tabKeyOf } from './storage.ts';
import { launcherWords } from './launcher-words.ts';

/** Between two tries to load the conversation; the last one again and again. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const NARROW = '(max-width: 480px)';

/**
 * The button on the page, `<shirube-bubble base="https://shirube.example" language="en">`. All else is loaded when it
 * is opened, or a moment before: when somebody points at it.
 */
export class Launcher extends HTMLElement {
  /** Address of the conversation, below `base`; the build knows it. */
  static conversation = '';
  #locale: Locale = 'ja';
  #root: HTMLElement | undefined;
  #module: Promise<ConversationModule> | undefined;
  #conversation: Conversation | undefined;
  /** Somebody waits for the bubble to open. */
  #wanted = false;
  #tries = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #said = h('span');
  readonly #stop = h(
    'button',
    { type: 'button', hidden: true, onclick: () => this.#giveUp() },
    icon(ICONS.close),
  );
  /** Always there, so that a screen reader hears what is put into it. */
  readonly #wait = h('div', { class: 'wait none', role: 'status' }, this.#said, this.#stop);
  readonly #label = h('span');
  readonly #launch = h(
    'button',
    { class: 'launch', type: 'button', 'aria-haspopup': 'dialog', onclick: () => this.open() },
    icon(ICONS.signpost),
    this.#label,
  );

  connectedCallback(): void {
    if (!this.#root) this.#build();
    this.#rise();
    this.#conversation?.returned();
  }

  /** Opens the conversation; loads it first if need be, and does not give up until it is told to. */
  open(): void {
    if (this.#conversation) return this.#conversation.open();
    this.#wanted = true;
    this.#launch.setAttribute('aria-busy', 'true');
    void this.#enter();
  }

  /** Opens the conversation and asks for something there, as if it had been tapped. */
  ask(payload: string): void {
    // A conversation that is still to be loaded reads it there.
    this.setAttribute('open', payload);
    this.#conversation?.ask?.(payload);
    this.open();
  }

  /** Loads the conversation, so that it is there when it is opened. A failure is tried again then. */
  prepare(): void {
    void this.#load().catch(() => {});
  }

  #build(): void {
    const base = this.base;
    const kept =
      readItem(storage('sessionStorage'), keyOf(base)) ?? readItem(storage('localStorage'), keyOf(base));
    const chosen = (kept as { locale?: unknown } | null)?.locale;
    const shadow = this.attachShadow({ mode: 'open' });
    // Not a style element: a page's content security policy may forbid those.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LAUNCHER_STYLE);
    shadow.adoptedStyleSheets = [sheet];
    this.#root = h('div', { class: 'root' }, this.#wait, this.#launch);
    shadow.append(this.#root);
    // Read by their own preference, not by the page's root: `medium` is the size a person set in their browser.
    const size = parseFloat(getComputedStyle(this).fontSize) / 16 || 1;
    this.#root.style.setProperty('--z', String(size));
    this.#root.style.setProperty('--large', String(size * 1.25));
    this.#speak(isLocale(chosen) ? chosen : nearestLocale(this.getAttribute('language')));
    for (const sign of ['pointerenter', 'focus', 'touchstart'])
      this.#launch.addEventListener(sign, () => this.prepare(), { passive: true });
    addEventListener('online', () => this.#wanted && void this.#enter());
    const tab = readItem(storage('sessionStorage'), tabKeyOf(keyOf(base))) as Tab | null;
    if (this.hasAttribute('open') || (tab?.open && mayReopen())) this.open();
  }

  get base(): string {
    return this.getAttribute('base') ?? location.origin;
  }

  /** Above everything: in the top layer, where neither a `z-index` nor a `transform` of the page matters. */
  #rise(): void {
    if (!('popover' in this)) return;
    this.popover = 'manual';
    this.showPopover();
  }

  async #enter(): Promise<void> {
    clearTimeout(this.#again);
    try {
      const { enter } = await this.#load();
      if (!this.#wanted || !this.#root) return;
      this.#conversation ??= enter({
        host: this,
        root: this.#root,
        launch: this.#launch,
        label: (locale) => this.#speak(locale),
      });
      this.#giveUp();
      this.#conversation.open();
    } catch {
      if (!this.#wanted) return;
      this.#say(launcherWords(this.#locale).failed);
      const pause = PAUSES_MS[Math.min(this.#tries, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
      this.#again = setTimeout(() => void this.#enter(), pause);
    }
  }

  /**
   * `import()`, because a policy with Trusted Types lets it through where it forbids a script's `src`. Browsers may
   * remember that an address could not be had, so every try has its own.
   */
  #load(): Promise<ConversationModule> {
    this.#module ??= (
      import(
        `${this.base}/${Launcher.conversation}${this.#tries++ > 0 ? `?${this.#tries}` : ''}`
      ) as Promise<ConversationModule>
    ).catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    return this.#module;
  }

  #giveUp(): void {
    clearTimeout(this.#again);
    this.#wanted = false;
    this.#say('');
    this.#launch.removeAttribute('aria-busy');
  }

  #speak(locale: Locale): void {
    const words = launcherWords(locale);
    this.#locale = locale;
    this.lang = langOf(locale);
    this.#root!.lang = this.lang;
    this.#label.textContent = words.open;
    this.#launch.setAttribute('aria-label', words.open);
    this.#stop.setAttribute('aria-label', words.stop);
    if (this.#said.textContent) this.#say(words.failed);
  }

  #say(text: string): void {
    // The same words again would be read out again.
    if (this.#said.textContent !== text) this.#said.textContent = text;
    this.#stop.hidden = text === '';
    this.#wait.classList.toggle('none', text === '');
  }
}

/** A panel that fills the screen comes back only where the person was looking at it. */
function mayReopen(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !matchMedia(NARROW).matches || visit?.type === 'reload';
}
