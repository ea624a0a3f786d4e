const REACHED = 'button, select, textarea, summary, a[href], [tabindex="0"]';

/** A panel that fills the screen keeps the keyboard, as a dialog does. */
export function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const all = [...panel.querySelectorAll<HTMLElement>(REACHED)].filter(
    (element) =>
      element.offsetParent !== null && !element.hasAttribute('disabled') && !element.closest('[inert]'),
  );
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const other = event.shiftKey ? all.at(-1) : all[0];
  if (event.composedPath()[0] !== edge) return;
  event.preventDefault();
  other?.focus();
}
