import { h, icon, ICONS } from '../dom.ts';
import type { Look } from '../memory.ts';
import type { Words } from '../words.ts';
import type { Typesetter } from './text.ts';

export interface SheetActions {
  look(look: Look): void;
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
  /** The operator's own page about privacy. */
  readonly privacy?: string;
}

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
    const { words, type, privacy, hasFurigana } = state;
    const toggle = (name: keyof Look, label: string) => {
      const turn = () => {
        const look = { ...this.#state!.look, [name]: !this.#state!.look[name] };
        this.#state = { ...this.#state!, look };
        button.setAttribute('aria-checked', String(look[name]));
        this.#actions.look(look);
      };
      const button = h(
        'button',
        {
          type: 'button',
          role: 'switch',
          class: `switch ${name}`,
          'aria-checked': String(state.look[name]),
          onclick: turn,
        },
        h('span', {}, type.show(label)),
        h('i', { 'aria-hidden': 'true' }),
      );
      return button;
    };
    this.#fill(
      words.menu,
      hasFurigana && toggle('furigana', words.furigana),
      toggle('larger', words.larger),
      h(
        'details',
        {},
        h('summary', {}, type.show(words.about)),
        ...words.aboutLines.map((line) => h('p', {}, type.show(line))),
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
