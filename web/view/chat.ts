import type { Choice, Reply } from '../../replies/reply.ts';
import { h } from '../dom.ts';
import type { Outgoing } from '../memory.ts';
import type { Activity } from '../protocol.ts';
import { isLocale, langOf, type Locale } from '../locales.ts';
import { wordsOf } from '../words.ts';
import { showBars, showCards } from './cards.ts';
import { showPicture } from './picture.ts';
import { ask, type Asked } from './question.ts';
import { addReadings, typesetter } from './text.ts';

/** What the chat asks of the bubble around it. */
export interface ChatHost {
  readonly base: string;
  readonly log: HTMLElement;
  readonly chips: HTMLElement;
  tap(choice: Choice, shown: boolean): void;
  retry(message: Outgoing): void;
  /** The counsellor speaks this language from now on. */
  spoke(locale: Locale): void;
  /** Something new to read came in; `typing` when an answer in words is expected. */
  arrived(newest: HTMLElement, typing: boolean): void;
}

/** Waiting for less than this is no waiting. */
const UNNOTICED_MS = 1_500;
/** When nothing has come for so long, waiting is explained. */
const SLOW_MS = 10_000;

/** The log of a conversation: activities in, elements out. Only the newest question can be answered. */
export class Chat {
  readonly #host: ChatHost;
  #locale: Locale;
  #asked: Asked | null = null;
  #dots: HTMLElement | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  readonly #own = new Map<string, HTMLElement>();

  constructor(host: ChatHost, locale: Locale) {
    this.#host = host;
    this.#locale = locale;
  }

  receive(activities: readonly Activity[], isHistory: boolean): void {
    const { log } = this.#host;
    log.setAttribute('aria-live', isHistory ? 'off' : 'polite');
    let first: HTMLElement | null = null;
    let typing = false;
    for (const activity of activities) {
      if (activity.from?.role === 'user') {
        this.#echo(activity);
        continue;
      }
      const element = this.#say(activity);
      if (!element) continue;
      if (!isHistory) element.classList.add('new');
      first ??= element;
      typing = activity.channelData?.typing === true;
    }
    if (first) this.#host.arrived(isHistory ? (log.lastElementChild as HTMLElement) : first, typing);
  }

  /** Shows what the person sends before it has arrived, and how its delivery goes. */
  deliver(message: Outgoing, state: 'sending' | 'sent' | 'unsent'): void {
    const { clientId, shown } = message;
    let own = this.#own.get(clientId);
    if (!own) {
      own = this.#bubble(shown);
      this.#own.set(clientId, own);
    }
    own.classList.toggle('sending', state === 'sending');
    const notice = unsentNotice(own);
    if (state !== 'unsent') {
      notice?.remove();
      if (state === 'sending') this.wait();
      return;
    }
    this.#stopWaiting();
    if (notice || message.activity['type'] === 'event') return;
    const { unsent, retry } = wordsOf(this.#locale);
    const again = h('button', { type: 'button', onclick: () => this.#host.retry(message) }, retry);
    own.after(h('div', { class: 'unsent', role: 'status' }, unsent, again));
    this.#scrollDown();
  }

  /** More readings are known: what was said before gets them too, without being read out again. */
  respell(): void {
    const { log, chips } = this.#host;
    log.setAttribute('aria-live', 'off');
    log.querySelectorAll('.easy').forEach(addReadings);
    if (this.#locale === 'ja-easy') addReadings(chips);
  }

  /** An empty log, as before the first word. */
  clear(): void {
    this.#stopWaiting();
    this.#asked = null;
    this.#own.clear();
    this.#host.log.replaceChildren();
    this.#host.chips.replaceChildren();
  }

  /** Something was said by other means than the question's buttons: it is history from here on. */
  leaveQuestion(): void {
    this.#asked?.settle();
    // They stay in sight until the answer brings others, so that nothing jumps.
    this.#host.chips.inert = true;
  }

  /** Gives the answer at a position of the open question; `false` when there is none. */
  choose(position: number): boolean {
    const asked = this.#asked;
    if (!asked || asked.element.classList.contains('answered') || !asked.options[position]) return false;
    asked.choose(position);
    return true;
  }

  /** Shows that an answer is on its way. */
  wait(): void {
    const words = wordsOf(this.#locale);
    this.#stopWaiting();
    this.#dots = h('div', { class: 'typing' }, h('i'), h('i'), h('i'));
    this.#host.log.append(this.#dots);
    // Not told to those who hear it when the answer is there at once: they would hear it at every question.
    this.#soon = setTimeout(
      () => this.#dots?.append(h('span', { class: 'quiet' }, words.typing)),
      UNNOTICED_MS,
    );
    this.#slow = setTimeout(() => this.#dots?.append(h('span', {}, words.slow)), SLOW_MS);
    this.#scrollDown();
  }

  #stopWaiting(): void {
    clearTimeout(this.#soon);
    clearTimeout(this.#slow);
    this.#dots?.remove();
    this.#dots = null;
  }

  /** The person's own activity, back from the server: new here after a reload or from another tab. */
  #echo({ type, text = '', channelData }: Activity): void {
    const id = channelData?.clientActivityID;
    const known = id === undefined ? undefined : this.#own.get(id);
    if (known) {
      known.classList.remove('sending');
      return unsentNotice(known)?.remove();
    }
    if (type !== 'message') return;
    const asked = this.#asked;
    const isAnswer = asked?.options.some(({ payload }) => payload === channelData?.payload) === true;
    asked?.settle(isAnswer ? channelData?.payload : undefined);
    const own = this.#bubble(isAnswer ? '' : text);
    if (id !== undefined) this.#own.set(id, own);
  }

  #bubble(text: string): HTMLElement {
    const own = h(
      'div',
      text === '' ? { hidden: true } : { class: 'own' },
      typesetter(this.#locale).show(text),
    );
    this.#host.log.append(own);
    return own;
  }

  #say({ text = '', channelData = {} }: Activity): HTMLElement | null {
    const { locale, shirube, last, choices = [] } = channelData;
    this.#stopWaiting();
    if (isLocale(locale) && locale !== this.#locale) {
      this.#locale = locale;
      this.#host.spoke(locale);
    }
    this.#asked?.settle();
    this.#asked = null;
    const element = this.#show(shirube ?? { kind: 'text', text });
    element.lang = langOf(this.#locale);
    element.classList.toggle('easy', this.#locale === 'ja-easy');
    const isEmpty = shirube?.kind === 'text' && shirube.text === '';
    if (!isEmpty) this.#host.log.append(element);
    this.#host.chips.inert = false;
    this.#host.chips.replaceChildren(...(last ? choices.map((choice) => this.#chip(choice)) : []));
    return isEmpty ? null : element;
  }

  #show(reply: Reply): HTMLElement {
    const words = wordsOf(this.#locale);
    const type = typesetter(this.#locale);
    const tap = (choice: Choice) => this.#host.tap(choice, true);
    switch (reply.kind) {
      case 'question': {
        const asked = ask(reply, words, type, (choice) => this.#host.tap(choice, false));
        this.#asked = asked;
        return asked.element;
      }
      case 'cards':
        return showCards(reply, this.#host.base, words, type, tap);
      case 'bars':
        return showBars(reply, type);
      case 'picture':
        // Where the question below offers the same, it is that question which is answered.
        return showPicture(reply, this.#host.base, type, (choice) => {
          const at = this.#asked?.options.findIndex(({ payload }) => payload === choice.payload) ?? -1;
          if (!this.choose(at)) tap(choice);
        });
      case 'text':
        return h('div', { class: 'said' }, type.show(reply.text));
    }
  }

  #chip(choice: Choice): HTMLElement {
    const { label, payload, weight } = choice;
    const looks = weight === 'quiet' ? 'subtle' : (weight ?? '');
    const type = typesetter(this.#locale);
    const tap = () => this.#host.tap(choice, true);
    return h(
      'li',
      {},
      h('button', { type: 'button', class: looks, 'data-payload': payload, onclick: tap }, type.show(label)),
    );
  }

  #scrollDown(): void {
    this.#host.log.scrollTop = this.#host.log.scrollHeight;
  }
}

/** The notice under a message that it has not arrived. */
function unsentNotice(own: HTMLElement): Element | null {
  const row = own.nextElementSibling;
  return row?.classList.contains('unsent') ? row : null;
}
