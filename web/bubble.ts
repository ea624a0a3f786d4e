import type { Choice } from '../replies/reply.ts';
import { delivered, isCarried } from './carried.ts';
import { Connection, randomId, type Status } from './connection.ts';
import { h } from './dom.ts';
import type { Conversation, Frame, Remember } from './frame.ts';
import { keepInside } from './keyboard.ts';
import { isLocale, nearestLocale, type Locale } from './locales.ts';
import { Memory, type Look, type Outgoing } from './memory.ts';
import { loadReadings } from './readings.ts';
import { STYLE } from './style.ts';
import { Chat } from './view/chat.ts';
import { Sheet } from './view/sheet.ts';
import { buildShell } from './view/shell.ts';
import { typesetter } from './view/text.ts';
import { wordsOf } from './words.ts';

const NARROW = '(max-width: 480px)';
/** Erases at once; the bubble has asked whether that is meant. */
const FORGET = 'forget:now';

/** The open bubble: the panel beside the launcher, and the conversation in it. */
export class Bubble implements Conversation {
  readonly #frame: Frame;
  readonly #base: string;
  readonly #memory: Memory;
  readonly #chat: Chat;
  #connection: Connection;
  #locale: Locale;
  #look: Look;
  #hasReadings = false;
  #hasSpoken = false;
  /**
   * Where the keyboard waits after an answer: before what is new, so that the next Tab leads into it. It has no name,
   * because the log is read out by itself, and should be read once.
   */
  readonly #here = h('span', { class: 'here', tabindex: -1 });
  readonly #shell = buildShell({
    close: () => this.close(),
    menu: () => this.#menu(),
    say: (text) => this.#send({ type: 'message', text }, text),
    speak: (locale) =>
      this.#tap({ label: wordsOf(locale).language, payload: `language:set:${locale}` }, true),
    reconnect: () => this.#connection.open(),
    remember: (agreed) => this.#remember(agreed),
  });
  readonly #sheet = new Sheet({
    look: (look) => this.#dress(look),
    remember: (agreed) => this.#remember(agreed),
    forget: () => this.#forget(),
    closed: () => this.#sheetClosed(),
  });

  constructor(frame: Frame) {
    const { host, root } = frame;
    this.#frame = frame;
    this.#base = host.getAttribute('base') ?? location.origin;
    this.#memory = new Memory(this.#base, rememberOf(host.getAttribute('remember')));
    const kept = this.#memory.read();
    this.#locale = isLocale(kept?.locale) ? kept.locale : nearestLocale(host.getAttribute('language'));
    this.#look = kept?.look ?? { furigana: true, larger: false };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    host.shadowRoot!.adoptedStyleSheets.push(sheet);
    const { panel, body, log, chips } = this.#shell;
    body.before(this.#sheet.element);
    root.append(panel);
    this.#chat = new Chat(
      {
        base: this.#base,
        log,
        chips,
        tap: (choice, shown) => this.#tap(choice, shown),
        retry: (message) => this.#connection.retry(message),
        spoke: (locale) => this.#speak(locale),
        arrived: (newest, typing) => this.#show(newest, typing),
      },
      this.#locale,
    );
    this.#connection = this.#connect();
    panel.addEventListener('keydown', (event) => this.#key(event));
    // A page's own shortcuts are not meant while somebody types here.
    for (const sign of ['keydown', 'keypress', 'keyup'])
      panel.addEventListener(sign, (event) => event.stopPropagation());
    this.#memory.onForgotten(() => this.#startAnew());
    this.#dress(this.#look);
    this.#speak(this.#locale);
    const asked = host.getAttribute('open');
    if (asked) this.ask(asked);
  }

  open(): void {
    const { panel } = this.#shell;
    if (!panel.hidden) return;
    panel.hidden = false;
    this.#frame.launch.hidden = true;
    const narrow = matchMedia(NARROW).matches;
    panel.setAttribute('aria-modal', String(narrow));
    this.#memory.wasOpen = true;
    this.#connection.open();
    panel.focus({ preventScroll: true });
  }

  /** Closes the panel; the conversation stays. */
  close(): void {
    this.#sheet.close();
    this.#shell.panel.hidden = true;
    this.#frame.launch.hidden = false;
    this.#memory.wasOpen = false;
    this.#frame.launch.focus();
  }

  /** Asks what the page was opened for, as if it had been tapped: once, and not again when the page is reloaded. */
  ask(payload: string): void {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // A code is kept no longer than until it is asked for: after a reload it has not been.
    if (isCarried(payload) || visit?.type === 'navigate') this.#tap({ label: '', payload }, false);
    if (isCarried(payload)) return delivered(this.#base);
    const here = new URL(location.href);
    if (here.searchParams.get('open') !== payload) return;
    here.searchParams.delete('open');
    history.replaceState(history.state, '', here);
  }

  returned(): void {
    const { log } = this.#shell;
    log.scrollTop = log.scrollHeight;
  }

  #connect(): Connection {
    return new Connection(this.#base, this.#memory, this.#locale, {
      received: (activities, isHistory) => this.#chat.receive(activities, isHistory),
      status: (status) => this.#status(status),
      delivery: (message, state) => this.#chat.deliver(message, state),
    });
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
    this.#hasSpoken = true;
    // From here on there is something to come back to.
    this.#shell.consent.hidden = !this.#memory.isUndecided;
    const { panel, log } = this.#shell;
    // The button that was pressed is gone, and with it the keyboard: it waits where the answer will be.
    const isLost = !this.#frame.host.shadowRoot!.activeElement && document.activeElement === document.body;
    if (isLost && !panel.hidden) this.#rest(log.lastElementChild ?? log);
  }

  #remember(agreed: boolean): void {
    this.#memory.decide(agreed);
    this.#connection.keep();
    this.#shell.consent.hidden = true;
    if (!this.#sheet.isOpen) this.#shell.panel.focus({ preventScroll: true });
  }

  #speak(locale: Locale): void {
    this.#locale = locale;
    this.#connection.locale = locale;
    this.#shell.label(locale);
    this.#frame.label(locale);
    this.#read();
  }

  /** Every kanji its reading, for those who want that; it takes some kilobytes more. */
  #read(): void {
    if (this.#locale !== 'ja-easy' || !this.#look.furigana) return;
    void loadReadings(this.#base).then((are) => {
      if (!are || this.#hasReadings) return;
      this.#hasReadings = true;
      this.#chat.respell();
      if (this.#locale === 'ja-easy') this.#shell.label(this.#locale);
    });
  }

  #dress(look: Look): void {
    const { panel } = this.#shell;
    panel.classList.toggle('brackets', !look.furigana);
    panel.classList.toggle('larger', look.larger);
    if (look === this.#look) return;
    this.#look = look;
    this.#connection.look = look;
    this.#read();
  }

  #menu(): void {
    if (this.#sheet.isOpen) return this.#sheet.close();
    const { body, more } = this.#shell;
    const privacy = this.#frame.host.getAttribute('privacy');
    more.setAttribute('aria-expanded', 'true');
    // What is covered must not be reached by keyboard.
    body.inert = true;
    this.#sheet.open({
      words: wordsOf(this.#locale),
      type: typesetter(this.#locale),
      look: this.#look,
      hasFurigana: this.#locale === 'ja-easy',
      agreed: this.#memory.agreed,
      keepDays: this.#connection.keepDays,
      ...(privacy !== null && { privacy }),
    });
  }

  #sheetClosed(): void {
    const { body, more } = this.#shell;
    body.inert = false;
    more.setAttribute('aria-expanded', 'false');
    more.focus({ preventScroll: true });
  }

  /** Forgets on the server first: only with its tokens it knows whom. */
  async #forget(): Promise<boolean> {
    const { gone, word } = await this.#connection.forget(FORGET);
    if (gone) {
      this.#memory.clear();
      this.#startAnew();
      if (word) this.#chat.receive([word], false);
    }
    return gone;
  }

  /** An empty log and, when it is in view, a new conversation. */
  #startAnew(): void {
    this.#connection.close();
    this.#chat.clear();
    this.#shell.consent.hidden = true;
    this.#connection = this.#connect();
    if (!this.#shell.panel.hidden) this.#connection.open();
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
    const focused = this.#frame.host.shadowRoot!.activeElement;
    if (panel.hidden || this.#sheet.isOpen || focused === input) return;
    if (typing && matchMedia('(pointer: fine)').matches) return input.focus({ preventScroll: true });
    const isAtRest = focused === panel && !this.#hasSpoken;
    const lost = !focused || focused === panel || !focused.isConnected || log.contains(focused);
    const { activeElement } = document;
    // Only when the keyboard was here: never taken from the page around.
    if (lost && (focused || activeElement === document.body || activeElement === this.#frame.host)) {
      if (isAtRest) return;
      this.#rest(newest);
    }
  }

  #rest(element: Element): void {
    (element.querySelector('li') ?? element).prepend(this.#here);
    this.#here.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    const { input, select, panel, chips } = this.#shell;
    const target = event.composedPath()[0];
    if (event.key === 'Escape' && !event.isComposing) {
      return this.#sheet.isOpen ? this.#sheet.close() : this.close();
    }
    if (event.key === 'Tab' && matchMedia(NARROW).matches) return keepInside(panel, event);
    if (event.ctrlKey || event.metaKey || event.altKey || target === input || target === select) return;
    if (this.#sheet.isOpen) return;
    if (/^[1-9]$/.test(event.key) && this.#chat.choose(Number(event.key) - 1)) event.preventDefault();
    // One question back, where that is offered.
    if (event.key === 'Backspace') chips.querySelector<HTMLElement>('[data-payload$=":back"]')?.click();
  }
}

/** `data-remember` of the script: the person is asked when it says nothing else. */
const rememberOf = (value: string | null): Remember =>
  value === 'always' || value === 'never' ? value : 'ask';
