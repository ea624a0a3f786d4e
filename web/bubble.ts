import type { Choice } from '../replies/reply.ts';
import { Connection, randomId, type Status } from './connection.ts';

import { Memory, type Outgoing } from './memory.ts';
import { STYLE } from './style.ts';
import { Chat } from './view/chat.ts';
import { buildShell } from './view/shell.ts';
import { isLocale, langOf, nearestLocale, wordsOf, type Locale } from './words.ts';

const NARROW = '(max-width: 480px)';

/**
 * The help bubble: `<shirube-bubble base="https://shirube.example" language="en">`.
 * Connects when it is opened for the first time; until then it is a button.
 */
export class ShirubeBubble extends HTMLElement {
  #locale: Locale = 'ja';
  #connection!: Connection;
  #memory!: Memory;
  #chat!: Chat;
  readonly #shell = buildShell({
    toggle: (open) => (open ? this.open() : this.close()),
    say: (text) => this.#send({ type: 'message', text }, text),
    speak: (locale) =>
      this.#tap({ label: wordsOf(locale).language, payload: `language:set:${locale}` }, true),
    reconnect: () => this.#connection.open(),
  });

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const base = this.getAttribute('base') ?? location.origin;
    this.#memory = new Memory(base);
    const kept = this.#memory.read();
    this.#locale = isLocale(kept?.locale) ? kept.locale : nearestLocale(this.getAttribute('language'));
    const shadow = this.attachShadow({ mode: 'open' });
    // Not a style element: a page's content security policy may forbid those.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#shell.root);
    this.#chat = new Chat(
      {
        base,
        log: this.#shell.log,
        chips: this.#shell.chips,
        tap: (choice, shown) => this.#tap(choice, shown),
        retry: (message) => this.#connection.retry(message),
        spoke: (locale) => this.#speak(locale),
        arrived: (newest, typing) => this.#show(newest, typing),
      },
      this.#locale,
    );
    this.#connection = new Connection(base, this.#memory, this.#locale, {
      received: (activities, isHistory) => this.#chat.receive(activities, isHistory),
      status: (status) => this.#status(status),
      delivery: (message, state) => this.#chat.deliver(message, state),
    });
    this.#shell.panel.addEventListener('keydown', (event) => this.#key(event));
    this.#speak(this.#locale);
    if (this.hasAttribute('open') || (this.#memory.wasOpen && this.#mayReopen())) this.open();
    this.#ask(this.getAttribute('open'));
  }

  /** Asks what the page was opened for, as if it had been tapped: once, and not again when the page is reloaded. */
  #ask(payload: string | null): void {
    if (!payload) return;
    if (visitType() === 'navigate') this.#tap({ label: '', payload }, false);
    const here = new URL(location.href);
    if (here.searchParams.get('open') !== payload) return;
    here.searchParams.delete('open');
    history.replaceState(history.state, '', here);
  }

  /** Opens the panel and enters the conversation. */
  open(): void {
    const { panel, launch } = this.#shell;
    if (!panel.hidden) return;
    panel.hidden = false;
    launch.hidden = true;
    const narrow = matchMedia(NARROW).matches;
    panel.setAttribute('aria-modal', String(narrow));
    this.#memory.wasOpen = true;
    this.#connection.open();
    panel.focus({ preventScroll: true });
  }

  /** Closes the panel; the conversation stays. */
  close(): void {
    const { panel, launch } = this.#shell;
    panel.hidden = true;
    launch.hidden = false;
    this.#memory.wasOpen = false;
    launch.focus();
  }

  /** A panel that fills the screen comes back only where the person was looking at it. */
  #mayReopen(): boolean {
    return !matchMedia(NARROW).matches || visitType() === 'reload';
  }

  #tap({ label, payload }: Choice, shown: boolean): void {
    const channelData = { payload, messageBack: { displayText: label } };
    this.#send({ type: 'message', text: label, value: { payload }, channelData }, shown ? label : '');
  }

  #send(activity: Outgoing['activity'], shown: string): void {
    const message: Outgoing = { clientId: randomId(), activity, shown };
    this.#chat.leaveQuestion();
    this.#chat.deliver(message, 'sending');
    this.#connection.send(message);
  }

  #speak(locale: Locale): void {
    this.#locale = locale;
    this.#connection.locale = locale;
    this.#shell.label(locale);
    this.lang = langOf(locale);
  }

  #status(status: Status): void {
    const { notice, log } = this.#shell;
    notice.hidden = status !== 'offline';
    log.setAttribute('aria-busy', String(status === 'connecting'));
    if (status === 'connecting' && log.childElementCount === 0) this.#chat.wait();
  }

  /** Brings what is new into view from its beginning, and the keyboard with it unless somebody is typing. */
  #show(newest: HTMLElement, typing: boolean): void {
    const { log, panel, input } = this.#shell;
    const top = newest.offsetTop - 12;
    log.scrollTop = Math.min(top, log.scrollHeight);
    const focused = this.shadowRoot?.activeElement;
    if (panel.hidden || focused === input) return;
    if (typing && matchMedia('(pointer: fine)').matches) return input.focus({ preventScroll: true });
    const lost = !focused || focused === panel || !focused.isConnected || log.contains(focused);
    // Only when the keyboard was here: never taken from the page around.
    if (lost && (focused || document.activeElement === document.body || document.activeElement === this)) {
      panel.focus({ preventScroll: true });
    }
  }

  #key(event: KeyboardEvent): void {
    const { input, select, panel } = this.#shell;
    const target = event.composedPath()[0];
    if (event.key === 'Escape' && !event.isComposing) return this.close();
    if (event.key === 'Tab' && matchMedia(NARROW).matches) return keepInside(panel, event);
    if (event.ctrlKey || event.metaKey || event.altKey || target === input || target === select) return;
    if (/^[1-9]$/.test(event.key) && this.#chat.choose(Number(event.key) - 1)) event.preventDefault();
  }
}

/** How the page was come to: by a link or address (`navigate`), `reload`, or `back_forward`. */
function visitType(): string | undefined {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type;
}

/** A panel that fills the screen keeps the keyboard, as a dialog does. */
function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const all = [
    ...panel.querySelectorAll<HTMLElement>('button, select, textarea, a[href], [tabindex="0"]'),
  ].filter((element) => element.offsetParent !== null && !element.hasAttribute('disabled'));
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const other = event.shiftKey ? all.at(-1) : all[0];
  if (event.composedPath()[0] !== edge) return;
  event.preventDefault();
  other?.focus();
}
