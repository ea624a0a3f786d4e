import type { Choice, QuestionReply } from '../../replies/reply.ts';
import { h, icon, ICONS } from '../dom.ts';
import type { Words } from '../words.ts';
import { showLength } from './cards.ts';
import type { Typesetter } from './text.ts';

/** A question in the log. */
export interface Asked {
  readonly element: HTMLElement;
  readonly options: readonly Choice[];
  /** Gives the answer at a position, as tapping it does. */
  choose(position: number): void;
  /** Makes the question history: readable, no longer to be tapped, the given answer marked. */
  settle(payload?: string): void;
}

let count = 0;
/** A second tap of a double tap would answer the next question before it was read. */
const DOUBLE_TAP_MS = 200;

export function ask(
  question: QuestionReply,
  words: Words,
  type: Typesetter,
  answer: (choice: Choice) => void,
): Asked {
  const { text, options, layout, progress } = question;
  const label = `question-${++count}`;
  const isScale = layout === 'scale';
  let open = true;
  const shownAt = performance.now();

  const choose = (position: number): void => {
    const choice = options[position];
    if (!open || !choice) return;
    settle(choice.payload);
    answer(choice);
  };
  const button = (choice: Choice, position: number) =>
    h(
      'button',
      {
        type: 'button',
        class: choice.chosen ? 'before' : choice.weight === 'main' ? 'main' : '',
        'aria-pressed': choice.chosen ? 'true' : undefined,
        'data-payload': choice.payload,
        onclick: () => performance.now() - shownAt > DOUBLE_TAP_MS && choose(position),
      },
      isScale && h('kbd', { 'aria-hidden': 'true' }, String(position + 1)),
      h('span', {}, type.show(choice.label)),
    );
  const list = h('ul', { class: 'options' }, ...options.map((choice, at) => h('li', {}, button(choice, at))));
  const element = h(
    'div',
    { class: isScale ? 'question scale' : 'question', role: 'group', tabindex: -1, 'aria-labelledby': label },
    progress && bar(progress, type),
    h('p', { id: label }, type.show(text)),
    isScale && h('span', { class: 'quiet' }, words.keys.replace('{count}', String(options.length))),
    list,
  );

  function settle(payload?: string): void {
    if (!open && payload === undefined) return;
    open = false;
    element.classList.add('answered');
    element.querySelector('.progress')?.remove();
    list.replaceChildren(
      ...options.map((choice) =>
        choice.payload === payload
          ? h(
              'li',
              { class: 'chosen' },
              h('span', { class: 'quiet' }, `${words.chosen}: `),
              icon(ICONS.chosen),
              type.show(choice.label),
            )
          : h('li', {}, type.show(choice.label)),
      ),
    );
  }
  return { element, options, choose, settle };
}

function bar({ done, total, label }: NonNullable<QuestionReply['progress']>, type: Typesetter): HTMLElement {
  const heard = type.hear(label);
  const track = { class: 'track', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': total };
  return h(
    'div',
    { class: 'progress' },
    h(
      'div',
      { ...track, 'aria-valuenow': done, 'aria-valuetext': heard, 'aria-label': heard },
      showLength(total > 0 ? done / total : 0),
    ),
    h('span', { 'aria-hidden': 'true' }, type.show(label)),
  );
}
