/** Runs inside the page before anything of the page does, and watches: `window.probe` (its types are in visit.ts). */
const seen = { shift: 0, longTasks: 0, longMs: 0 };
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    seen.longTasks += 1;
    seen.longMs += duration;
  }
}).observe({ type: 'longtask', buffered: true });

const words = ({ host, buttons }) => {
  const root = host === null ? document : document.querySelector(host)?.shadowRoot;
  return [...(root?.querySelectorAll(buttons) ?? [])]
    .filter((button) => button.getClientRects().length > 0 && !button.disabled)
    .map(({ innerText, ariaLabel }) => innerText || ariaLabel)
    .join('\n');
};

/** True in one frame: painted when the next one begins. */
const when = (is) =>
  new Promise((resolve) => {
    const look = () => requestAnimationFrame(is() ? () => resolve(performance.now()) : look);
    look();
  });

const tapped = () =>
  new Promise((resolve) =>
    addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
  );

window.probe = {
  seen,
  painted: (place) => when(() => words(place) !== ''),
  async answer(place) {
    const before = words(place);
    const from = await tapped();
    const changed = () => {
      const now = words(place);
      return now !== '' && now !== before;
    };
    return (await when(changed)) - from;
  },
};
