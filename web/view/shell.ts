import { h, icon, ICONS } from '../dom.ts';
import { isLocale, LOCALES, langOf, type Locale } from '../locales.ts';
import { wordsOf } from '../words.ts';
import { typesetter } from './text.ts';

export interface ShellActions {
  close(): void;
  menu(): void;
  say(text: string): void;
  speak(locale: Locale): void;
  reconnect(): void;
  /** Whether the conversation may stay on the device. */
  remember(agreed: boolean): void;
}

/** Longer messages are better split; the server takes 10,000 characters. */
const LONGEST_TEXT = 4_000;

/** The fixed parts of the open bubble: panel, header, notices, log, ways on, input. */
export function buildShell({ close, menu, say, speak, reconnect, remember }: ShellActions) {
  const name = h('span');
  const title = h('h2', { id: 'name' }, icon(ICONS.signpost), name);
  const options = LOCALES.map((locale) =>
    h('option', { value: locale, lang: langOf(locale) }, wordsOf(locale).language),
  );
  const select = h('select', {}, ...options);
  select.addEventListener('change', () => isLocale(select.value) && speak(select.value));
  const more = h(
    'button',
    { type: 'button', class: 'more', 'aria-expanded': 'false', 'aria-controls': 'sheet', onclick: menu },
    icon(ICONS.more),
  );
  const shut = h('button', { type: 'button', class: 'close', onclick: close }, icon(ICONS.close));

  const lost = h('span');
  const again = h('button', { type: 'button', onclick: reconnect });
  const notice = h('div', { class: 'status', role: 'status', hidden: true }, lost, again);

  const offer = h('p', { id: 'offer' });
  const yes = h('button', { type: 'button', class: 'yes', onclick: () => remember(true) });
  const no = h('button', { type: 'button', class: 'no', onclick: () => remember(false) });
  const consent = h(
    'div',
    { class: 'consent', role: 'group', 'aria-labelledby': 'offer', hidden: true },
    offer,
    yes,
    no,
  );

  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: 0 });
  const chips = h('ul', { class: 'chips' });

  const input = h('textarea', {
    rows: 1,
    maxlength: LONGEST_TEXT,
    enterkeyhint: 'send',
    autocomplete: 'off',
  });
  const send = h('button', { type: 'submit', disabled: true }, icon(ICONS.send));
  const submit = (): void => {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    send.disabled = true;
    say(text);
  };
  input.addEventListener('input', () => (send.disabled = input.value.trim() === ''));
  input.addEventListener('keydown', (event) => {
    // 229: Enter that only ends a Japanese conversion, in Safari.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    submit();
    input.focus();
  };
  const body = h(
    'div',
    { class: 'body' },
    notice,
    log,
    h('footer', { role: 'presentation' }, consent, chips, h('form', { onsubmit }, input, send)),
  );
  const panel = h(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'name', tabindex: -1, hidden: true },
    // No landmarks: those are of the page around.
    h('header', { role: 'presentation' }, title, select, more, shut),
    body,
  );

  /** Puts every fixed word into a language. */
  const label = (locale: Locale): void => {
    const words = wordsOf(locale);
    const type = typesetter(locale);
    panel.lang = langOf(locale);
    name.textContent = words.name;
    select.value = locale;
    select.setAttribute('aria-label', words.chooseLanguage);
    more.setAttribute('aria-label', words.menu);
    shut.setAttribute('aria-label', words.close);
    lost.replaceChildren(type.show(words.offline));
    again.replaceChildren(type.show(words.again));
    offer.replaceChildren(type.show(words.keepAsk));
    yes.replaceChildren(type.show(words.keepYes));
    no.replaceChildren(type.show(words.keepNo));
    log.setAttribute('aria-label', words.log);
    input.placeholder = words.placeholder;
    input.setAttribute('aria-label', words.placeholder);
    send.setAttribute('aria-label', words.send);
  };
  return { panel, body, notice, consent, log, chips, input, select, more, label };
}
