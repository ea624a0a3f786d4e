/**
 * What the launcher looks like, and the ground on which the bubble stands. Rules for the element itself are
 * important: that is how a shadow root's wishes come before those of the page, whatever the page says about `*`.
 */
export const LAUNCHER_STYLE = `
:host { all: initial !important; direction: ltr !important; unicode-bidi: isolate !important; display: block !important; position: fixed !important; inset: auto 0 0 auto !important; z-index: 2147483647 !important; overflow: visible !important; }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
.root { --accent: #0f766e; --deep: #0b5f58; --tint: #e6f2f0; --ink: #17211f; --soft: #52605d; --line: #d5dfdc; --ground: #f4f7f6; --z: 1; --large: 1.25;
  color-scheme: light; color: var(--ink); text-align: start;
  font: calc(17px * var(--z))/1.6 system-ui, -apple-system, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif; }
button { font: inherit; color: inherit; letter-spacing: inherit; cursor: pointer; background: none; border: 0; padding: 0; }
svg { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.launch { position: fixed; right: 20px; bottom: calc(20px + env(safe-area-inset-bottom)); display: flex; align-items: center; gap: 10px; min-height: 60px; padding: 0 22px 0 18px;
  border-radius: 30px; background: var(--accent); color: #fff; font-weight: 600; box-shadow: 0 6px 24px rgb(9 40 37 / .28); touch-action: manipulation; }
.launch:focus-visible { outline-color: #fff; outline-offset: -5px; }
.launch[aria-busy=true] svg { animation: breathe 1.2s infinite ease-in-out; }
.wait { position: fixed; right: 20px; bottom: calc(92px + env(safe-area-inset-bottom)); max-width: min(320px, calc(100vw - 40px)); display: flex; gap: 4px; align-items: flex-start; padding: 12px 4px 12px 16px;
  border-radius: 16px; background: #fff; border: 1px solid var(--line); box-shadow: 0 6px 24px rgb(9 40 37 / .2); font-size: calc(15px * var(--z)); line-height: 1.5; }
.wait.none { padding: 0; border: 0; box-shadow: none; }
.wait button { flex: none; display: grid; place-items: center; width: 44px; height: 44px; margin: -8px 0; border-radius: 12px; }
@media (hover: hover) { .launch:hover { background: var(--deep); } }
@media (max-width: 480px) { .launch span { display: none; } .launch { padding: 0 18px; } }
@keyframes breathe { 0%, 60%, 100% { opacity: .3; } 30% { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { * { animation-duration: .01ms !important; animation-iteration-count: 1 !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { .launch, .wait { border: 1px solid; } }
@media print { :host { display: none !important; } }
`;
