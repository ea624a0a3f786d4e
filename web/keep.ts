/** A page that takes the element away so often in so short a time means it. */
const MOST_RETURNS = 5;
const WITHIN_MS = 10_000;

/**
 * Puts an element beside the body and keeps it there: pages that swap their body (Turbo, `document.write`) or clean
 * up what they do not know would lose the conversation from view.
 */
export function keepOn(element: HTMLElement): void {
  let returns: number[] = [];
  const put = (): void => {
    if (element.isConnected) return;
    const now = performance.now();
    returns = returns.filter((at) => now - at < WITHIN_MS);
    if (returns.push(now) > MOST_RETURNS) return watch.disconnect();
    // Beside the body, not in it: a body can be swapped, and its styles need not be fought.
    document.documentElement.append(element);
    // The root itself is a new one after `document.write`.
    watch.observe(document.documentElement, { childList: true });
  };
  const watch = new MutationObserver(put);
  watch.observe(document, { childList: true });
  put();
}
