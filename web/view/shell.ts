import { h, icon, ICONS } from '../dom.ts';
import { isLocale, LOCALES, langOf, wordsOf, type Locale } from '../words.ts';

export interface ShellActions {
  toggle(open: boolean): void;
  say(text: string): void;
  speak(locale: Locale): void;
  reconnect(): void;
}

/** Longer messages are better split; the server takes 10,000 characters. */
const LONGEST_TEXT = 4_000;

/** The fixed parts of the bubble: button, panel, header, log, ways on, input. */
export function buildShell({ toggle, say, speak, reconnect }: ShellActions) {
  const launchLabel = h('span');
  const launch = h(
    'button',
    { class: 'launch', type: 'button', 'aria-haspopup': 'dialog', onclick: () => toggle(true) },
    icon(ICONS.signpost),
    launchLabel,
  );

  const name = h('span');
  const title = h('h2', { id: 'name' }, icon(ICONS.signpost), name);
  const options = LOCALES.map((locale) =>
    h('option', { value: locale, lang: langOf(locale) }, wordsOf(locale).language),
  );
  const select = h('select', {}, ...options);
  select.addEventListener('change', () => isLocale(select.value) && speak(select.value));
  const close = h('button', { type: 'button', onclick: () => toggle(false) }, icon(ICONS.close));

  const lost = h('span');
  const again = h('button', { type: 'button', onclick: () => reconnect() });
  const notice = h('div', { class: 'status', role: 'status', hidden: true }, lost, again);
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
  const panel = h(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'name', tabindex: -1, hidden: true },
    h('header', {}, title, select, close),
    notice,
    log,
    h('footer', {}, chips, h('form', { onsubmit }, input, send)),
  );

  /** Puts every fixed word into a language. */
  const label = (locale: Locale): void => {
    const words = wordsOf(locale);
    root.lang = langOf(locale);
    launchLabel.textContent = words.open;
    launch.setAttribute('aria-label', words.open);
    name.textContent = words.name;
    select.value = locale;
    select.setAttribute('aria-label', words.chooseLanguage);
    close.setAttribute('aria-label', words.close);
    lost.textContent = words.offline;
    again.textContent = words.again;
    log.setAttribute('aria-label', words.log);
    input.placeholder = words.placeholder;
    input.setAttribute('aria-label', words.placeholder);
    send.setAttribute('aria-label', words.send);
  };
  const root = h('div', { class: 'root' }, launch, panel);
  return { root, launch, panel, notice, log, chips, input, select, label };
}
