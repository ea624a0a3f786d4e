import { h, icon, ICONS } from '../dom.ts';
import type { Look } from '../memory.ts';
import type { Words } from '../words.ts';
import type { Typesetter } from './text.ts';

export interface SheetActions {
  look(look: Look): void;
  /** Whether the conversation may stay on the device. */
  remember(agreed: boolean): void;
  /** Forgets the person everywhere; resolves to whether that went well. */
  forget(): Promise<boolean>;
  closed(): void;
}

/** What the sheet shows. */
export interface SheetState {
  readonly words: Words;
  readonly type: Typesetter;
  readonly look: Look;
  /** Furigana is for やさしい日本語. */
  readonly hasFurigana: boolean;
  /** Whether the conversation stays on the device; `null` where that is not the person's to decide. */
  readonly agreed: boolean | null;
  /** How long the server keeps the conversation, in days; unknown while it was never reached. */
  readonly keepDays: number | undefined;
  /** The operator's own page about privacy. */
  readonly privacy?: string;
}

const DAYS = '{days}';

/** What lies behind the ⋯ of the header: how to read, what this is, and how to be forgotten. It covers the log. */
export class Sheet {
  readonly element = h('section', { class: 'sheet', id: 'sheet', hidden: true, tabindex: -1 });
  readonly #actions: SheetActions;
  #state: SheetState | undefined;

  constructor(actions: SheetActions) {
    this.#actions = actions;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(state: SheetState): void {
    this.#state = state;
    this.element.hidden = false;
    this.#menu(state);
    this.element.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.element.replaceChildren();
    this.#actions.closed();
  }

  #menu(state: SheetState): void {
    const { words, type, privacy, hasFurigana, agreed, keepDays } = state;
    let { look } = state;
    const dress = (name: keyof Look) => (on: boolean) => {
      look = { ...look, [name]: on };
      this.#actions.look(look);
    };
    this.#fill(
      words.menu,
      hasFurigana && toggle(type.show(words.furigana), look.furigana, dress('furigana')),
      toggle(type.show(words.larger), look.larger, dress('larger')),
      agreed !== null && toggle(type.show(words.keepYes), agreed, (on) => this.#actions.remember(on)),
      h(
        'details',
        {},
        h('summary', {}, type.show(words.about)),
        ...words.aboutLines
          .filter((line) => keepDays !== undefined || !line.includes(DAYS))
          .map((line) => h('p', {}, type.show(line.replace(DAYS, String(keepDays))))),
        agreed !== null && h('p', {}, type.show(words.aboutKey)),
        privacy !== undefined &&
          h(
            'a',
            { href: privacy, target: '_blank', rel: 'noopener' },
            type.show(words.privacy),
            icon(ICONS.out),
            h('span', { class: 'quiet' }, words.newTab),
          ),
      ),
      h(
        'button',
        { type: 'button', class: 'forget', onclick: () => this.#confirm(state) },
        type.show(words.forget),
      ),
      this.#backButton(words.back, type, () => this.close()),
    );
  }

  #confirm(state: SheetState): void {
    const { words, type } = state;
    const status = h('p', { class: 'outcome', role: 'status' });
    const yes = h(
      'button',
      { type: 'button', class: 'yes', onclick: () => void go() },
      type.show(words.forgetYes),
    );
    const no = this.#backButton(words.forgetNo, type, () => this.#menu(state));
    const go = async () => {
      yes.disabled = true;
      status.replaceChildren(type.show(words.forgetting));
      if (await this.#actions.forget()) return this.close();
      yes.disabled = false;
      status.replaceChildren(type.show(words.forgetFailed));
      yes.focus();
    };
    this.#fill(words.forget, h('p', {}, type.show(words.forgetAsk)), status, yes, no);
    this.element.focus({ preventScroll: true });
  }

  #backButton(label: string, type: Typesetter, onclick: () => void): HTMLElement {
    return h('button', { type: 'button', class: 'back', onclick }, type.show(label));
  }

  #fill(title: string, ...children: (Node | false)[]): void {
    const { type } = this.#state!;
    this.element.setAttribute('aria-label', type.hear(title));
    this.element.replaceChildren(
      h('h3', {}, type.show(title)),
      ...children.filter((child): child is Node => child !== false),
    );
  }
}

/** A switch: its name, whether it is on, and what turning it does. */
function toggle(label: Node, checked: boolean, turn: (on: boolean) => void): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      role: 'switch',
      class: 'switch',
      'aria-checked': String(checked),
      onclick: () => {
        const on = button.getAttribute('aria-checked') !== 'true';
        button.setAttribute('aria-checked', String(on));
        turn(on);
      },
    },
    h('span', {}, label),
    h('i', { 'aria-hidden': 'true' }),
  );
  return button;
}
