/** What the open bubble looks like. The ground and the launcher have their style already (`launcher-style.ts`). */
export const STYLE = `
button, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
[tabindex="-1"]:focus-visible { outline: none; }
.log:focus-visible { outline-offset: -4px; }
.here { position: absolute; }
.log > :has(.here:focus-visible) { outline: 3px solid var(--ink); outline-offset: 2px; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.panel { position: fixed; right: 20px; bottom: 20px; width: 400px; height: min(720px, calc(100dvh - 40px)); display: flex; flex-direction: column; overflow: hidden; overflow: clip;
  background: var(--ground); border-radius: 20px; box-shadow: 0 16px 56px rgb(9 40 37 / .3); animation: rise .18s ease-out; }
@media (max-width: 480px) { .panel { inset: 0; width: auto; height: 100dvh; border-radius: 0; } }
.panel.larger { --z: var(--large); }
.panel { font-size: calc(17px * var(--z)); }
.body { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column; }
header { display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 16px; padding-top: calc(8px + env(safe-area-inset-top)); background: var(--accent); color: #fff; }
h2 { flex: 1 0 auto; display: flex; gap: 8px; align-items: center; font-size: calc(19px * var(--z)); line-height: 1.3; font-weight: 650; white-space: nowrap; }
header select { flex: 0 1 auto; min-width: 44px; min-height: 44px; max-width: 170px; text-overflow: ellipsis; padding: 0 6px; field-sizing: content; text-align: end; border: 0; border-radius: 12px; background: transparent; font-size: calc(15px * var(--z)); cursor: pointer; }
header option { color: var(--ink); background: #fff; }
header .more svg { stroke-width: 3.6; }
header button { flex: none; display: grid; place-items: center; width: 44px; height: 44px; border-radius: 12px; }
header :focus-visible { outline-color: #fff; outline-offset: -3px; }

.status { padding: 8px 16px; background: #fff4d6; color: #4a3800; font-size: calc(15px * var(--z)); line-height: 1.45; display: flex; gap: 12px; align-items: center; justify-content: space-between; animation: late 1.6s; }
.status button, .unsent button { flex: none; min-height: 44px; padding: 0 12px; font-weight: 600; color: var(--deep); text-decoration: underline; }
.log { position: relative; flex: 1; min-height: 0; overflow: hidden auto; overscroll-behavior: contain; padding: 16px 16px 8px; display: flex; flex-direction: column; gap: 10px; }
.log > * { flex: none; }
.said { max-width: 88%; padding: 10px 14px; border-radius: 18px 18px 18px 6px; background: #fff; align-self: flex-start; white-space: pre-line; overflow-wrap: anywhere; line-break: strict; }
.own { max-width: 85%; padding: 10px 14px; border-radius: 18px 18px 6px 18px; background: var(--accent); color: #fff; align-self: flex-end; white-space: pre-wrap; overflow-wrap: anywhere; }
.own.sending { opacity: .75; }
.unsent { align-self: flex-end; font-size: calc(14px * var(--z)); color: #8a2c0d; display: flex; gap: 4px; align-items: center; margin-top: -8px; }
.new { animation: rise .18s ease-out; }

.question { position: relative; align-self: stretch; background: #fff; border-radius: 18px; padding: 14px; display: flex; flex-direction: column; gap: 12px; }
.question p, .said, .card .line, small, .note, .sources { text-wrap: pretty; }
.card h3, .bars h3 { text-wrap: balance; word-break: auto-phrase; }
.question p { white-space: pre-line; overflow-wrap: anywhere; font-size: calc(18px * var(--z)); line-height: 1.55; }
.progress { display: flex; align-items: center; gap: 10px; font-size: calc(14px * var(--z)); color: var(--soft); font-variant-numeric: tabular-nums; }
.track { flex: 1; }
.length { display: block; width: 100%; height: 6px; stroke: none; border-radius: 6px; overflow: hidden; }
.length .ground { fill: var(--tint); }
.length .fill { fill: var(--accent); }
.options { display: flex; flex-direction: column; gap: 8px; list-style: none; padding: 0; }
.options button, .card button, .card a { width: 100%; min-height: 48px; padding: 9px 14px; border: 1.5px solid var(--line); border-radius: 14px; background: #fff; text-align: start; line-height: 1.4; display: flex; align-items: center; gap: 10px; }
.options button span { min-width: 0; overflow-wrap: anywhere; }
.options button:active { background: var(--accent); border-color: var(--accent); color: #fff; }
.options .before { border-color: var(--accent); background: var(--tint); }
.options .main { border-color: var(--accent); font-weight: 600; color: var(--deep); }
.options kbd { font: inherit; font-size: calc(14px * var(--z)); line-height: 24px; width: 24px; text-align: center; border-radius: 12px; background: var(--tint); color: var(--deep); flex: none; }
/* A scale lies down where standing it would not fit: a phone on its side, a low window. */
@media (max-height: 600px) and (min-width: 481px) {
  .scale .options { flex-direction: row; gap: 6px; }
  .scale .options li { flex: 1; display: flex; }
  .scale:not(.answered) .options button { flex-direction: column; justify-content: flex-start; gap: 2px; padding: 7px 3px; font-size: calc(13px * var(--z)); line-height: 1.3; text-align: center; overflow-wrap: anywhere; word-break: auto-phrase; text-wrap: balance; }
}
@media (max-height: 480px) and (min-width: 481px) { .panel { inset: 0 0 0 auto; width: min(600px, 100vw); height: 100dvh; border-radius: 0; } .chips { flex-wrap: nowrap; overflow: auto hidden; } .chips li { flex: none; } header { padding-block: 2px; } }
.answered { gap: 4px; padding: 10px 14px; }
.answered p { font-size: calc(16px * var(--z)); color: var(--soft); }
.answered .options { display: block; font-size: calc(15px * var(--z)); line-height: 1.5; color: var(--soft); }
.answered li { display: inline; }
.answered li:not(:first-child)::before { content: " ・ "; }
.answered .chosen { color: var(--deep); font-weight: 650; }
.answered .chosen svg { width: 18px; height: 18px; vertical-align: -3px; margin-right: 2px; stroke-width: 3; }
.answered:has(.chosen) .options { text-align: end; }
.answered:has(.chosen) li:not(.chosen) { display: none; }
.answered:has(.chosen) .chosen::before { content: none; }

.picture { position: relative; align-self: stretch; border-radius: 18px; overflow: hidden; overflow: clip; background: #fff; }
.picture img { display: block; width: 100%; height: auto; }
.picture button { position: absolute; border-radius: 14px; }
.picture button:focus-visible { outline-offset: -4px; }
.picture .before, .picture button:active { box-shadow: inset 0 0 0 4px var(--accent); }

.cards { position: relative; align-self: stretch; display: flex; align-items: flex-start; gap: 10px; padding: 2px 16px 10px; margin: 0 -16px; overflow-x: auto; scroll-snap-type: x mandatory; scroll-padding: 0 16px; list-style: none; overscroll-behavior-x: contain; scrollbar-width: thin; }
.card { flex: 0 0 84%; scroll-snap-align: start; background: #fff; border-radius: 18px; padding: 16px; display: flex; flex-direction: column; gap: 10px; overflow-wrap: anywhere; }
.card:only-child { flex-basis: 100%; }
.card h3 { font-size: calc(19px * var(--z)); line-height: 1.4; font-weight: 650; }
.card .subtitle { color: var(--soft); font-size: calc(15px * var(--z)); margin-top: -6px; }
.card .line { white-space: pre-line; }
.card dl { display: flex; flex-direction: column; gap: 10px; padding: 12px 14px; background: var(--ground); border-radius: 14px; }
.card dt { font-size: calc(14px * var(--z)); color: var(--soft); line-height: 1.4; }
.card dd { font-size: calc(20px * var(--z)); font-weight: 650; line-height: 1.35; }
.card dd.note { font-size: calc(14px * var(--z)); font-weight: 400; color: var(--soft); line-height: 1.5; }
:is(.card dd.note, .sources, small):has(ruby) { line-height: 1.8; }
.card .actions { display: flex; flex-direction: column; gap: 8px; margin-top: auto; }
.card button.main { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
.card a { color: var(--deep); text-decoration: none; flex-wrap: wrap; column-gap: 8px; row-gap: 0; }
.card a svg { width: 18px; height: 18px; }
.card a b { font-weight: 600; flex: 1; }
.card a small { font-size: calc(13px * var(--z)); color: var(--soft); width: 100%; }
.sources { font-size: calc(13px * var(--z)); line-height: 1.5; color: var(--soft); }

.bars { align-self: stretch; background: #fff; border-radius: 18px; padding: 16px; display: flex; flex-direction: column; gap: 12px; }
.bars h3 { font-size: calc(17px * var(--z)); line-height: 1.45; font-weight: 650; }
.bars ul { list-style: none; padding: 0; display: flex; flex-direction: column; gap: 12px; }
.bars .row { display: flex; justify-content: space-between; gap: 12px; align-items: baseline; line-height: 1.4; }
.bars .row b { font-weight: 650; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bars .length { height: 12px; margin-top: 4px; }
.bars small { display: block; margin-top: 4px; font-size: calc(14px * var(--z)); color: var(--soft); line-height: 1.5; }

.typing { position: relative; align-self: flex-start; display: flex; gap: 6px; align-items: center; padding: 14px 16px; border-radius: 18px 18px 18px 6px; background: #fff; color: var(--soft); font-size: calc(15px * var(--z)); }
.typing i { width: 8px; height: 8px; border-radius: 50%; background: var(--accent); animation: breathe 1.2s infinite ease-in-out; }
.typing i:nth-child(2) { animation-delay: .18s; } .typing i:nth-child(3) { animation-delay: .36s; }

ruby { ruby-align: center; }
rt { font-size: .56em; line-height: 1.1; font-weight: 500; }
:is(.said, .question p, .own, .card .line, .consent p, .sheet p):has(ruby) { line-height: 1.85; }
.brackets ruby, .brackets rt, .brackets rp { display: inline; font: inherit; }
.brackets .added rt { display: none; }

.sheet { flex: 1; min-height: 0; overflow: hidden auto; overscroll-behavior: contain; padding: 16px; display: flex; flex-direction: column; gap: 10px; }
.sheet:not([hidden]) ~ .body { display: none; }
.sheet h3 { font-size: calc(19px * var(--z)); line-height: 1.4; }
.sheet p { overflow-wrap: anywhere; text-wrap: pretty; }
.sheet > button, .sheet summary, .sheet a { flex: none; min-height: 52px; padding: 10px 16px; border: 1.5px solid var(--line); border-radius: 14px; background: #fff; text-align: start; line-height: 1.4; }
.sheet summary { cursor: pointer; border-radius: 14px; }
.sheet details { flex: none; display: flex; flex-direction: column; }
.sheet details p { padding: 10px 4px 0; font-size: calc(16px * var(--z)); line-height: 1.65; }
.sheet a { display: flex; gap: 10px; align-items: center; margin-top: 10px; color: var(--deep); font-weight: 600; text-decoration: none; }
.sheet .switch { display: flex; gap: 12px; align-items: center; justify-content: space-between; }
.switch i { flex: none; position: relative; width: 50px; height: 30px; border-radius: 15px; background: #71807c; }
.switch i::after { content: ""; position: absolute; inset: 4px auto 4px 4px; width: 22px; border-radius: 50%; background: #fff; transition: transform .15s; }
.switch[aria-checked=true] i { background: var(--accent); }
.switch[aria-checked=true] i::after { transform: translateX(20px); }
.sheet .forget { color: #8a2c0d; }
.sheet .yes { border-color: #a3330c; background: #a3330c; color: #fff; font-weight: 600; text-align: center; }
.sheet .yes:disabled { opacity: .6; }
.sheet .back { border-color: var(--accent); color: var(--deep); font-weight: 600; text-align: center; }
.outcome:empty { display: none; }

.consent { display: flex; flex-wrap: wrap; gap: 8px; padding: 10px 12px; border-bottom: 1px solid var(--line); background: var(--tint); }
.consent p { flex: 1 1 100%; font-size: calc(14px * var(--z)); line-height: 1.5; text-wrap: pretty; }
.consent button { flex: 1 1 40%; min-height: 44px; padding: 4px 6px; border-radius: 12px; font-size: calc(15px * var(--z)); line-height: 1.35; font-weight: 600; color: var(--deep); border: 1.5px solid var(--accent); background: #fff; }

footer { border-top: 1px solid var(--line); background: #fff; padding-bottom: env(safe-area-inset-bottom); }
.chips { display: flex; flex-wrap: wrap; gap: 8px; padding: 10px 12px 0; min-height: 54px; max-height: 134px; overflow-y: auto; list-style: none; }
.chips[inert] { opacity: .5; }
.chips button { min-height: 44px; padding: 5px 15px; border-radius: 22px; font-size: calc(16px * var(--z)); border: 1.5px solid var(--accent); color: var(--deep); background: #fff; line-height: 1.35; text-align: start; }
.chips .main { background: var(--accent); color: #fff; font-weight: 600; }
.chips .subtle { border-color: var(--line); color: var(--soft); }
form { display: flex; gap: 8px; align-items: flex-end; padding: 10px 12px; }
textarea { flex: 1; min-width: 0; min-height: 48px; max-height: 120px; padding: 10px 14px; border: 1.5px solid #75837f; border-radius: 24px; background: #fff; line-height: 1.5; resize: none; field-sizing: content; }
textarea::placeholder { color: #66736f; opacity: 1; }
textarea:focus { outline: none; border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
form button { display: grid; place-items: center; width: 48px; height: 48px; border-radius: 50%; background: var(--accent); color: #fff; flex: none; }
form button:disabled { background: var(--line); color: var(--soft); cursor: default; }

@media (hover: hover) {
  header select:hover, header button:hover { background: rgb(255 255 255 / .14); }
  .options button:hover, .card button:hover, .card a:hover { border-color: var(--accent); background: var(--tint); }
  .card button.main:hover { background: var(--deep); }
  .picture button:hover { box-shadow: inset 0 0 0 4px var(--accent); }
  .chips button:hover { background: var(--tint); }
  .chips .main:hover { background: var(--deep); }
}

@media (max-width: 480px) { header { gap: 2px; padding-left: 12px; } header select { padding: 0 2px; } }
/* Zoomed to 400%, or a very small screen: one column, and never less than a third of the height to read in. */
@media (max-width: 340px) { header { gap: 2px; padding-inline: 10px 4px; } h2 svg { display: none; } .said, .own { max-width: 96%; }
  .cards { flex-direction: column; align-items: stretch; overflow: visible; margin: 0; padding: 0; } .card { flex: none; } }
@media (max-height: 480px) { header { padding-block: 2px; } .log { padding-top: 8px; } form { position: sticky; bottom: 0; padding-block: 6px; background: #fff; }
  footer { flex: none; max-height: 44dvh; overflow-y: auto; scroll-padding-bottom: 66px; } .chips { max-height: none; padding-top: 6px; } }
@media (prefers-contrast: more) { .panel { --accent: #07504a; --deep: #053f3a; --soft: #2c3835; --line: #52605d; --ground: #fff; } .said, .question, .card, .bars, .picture { border: 1.5px solid var(--soft); } textarea { border-color: var(--ink); } form button:disabled { background: #fff; border: 1.5px solid var(--soft); } }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
@keyframes late { 0%, 90% { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .typing i { opacity: .7; } }
@media (forced-colors: active) { .panel, .said, .own, .question, .card, .bars, .chips button { border: 1px solid; } .length { border: 1px solid; } .length .fill { fill: Highlight; } }
`;
