import { createHash } from 'node:crypto';

/** Everything our pages look like, on a screen and on paper; inline, so that a page is one answer. */
export const STYLE = `
:root{--accent:#0f766e;--deep:#0b5f58;--tint:#e6f2f0;--ink:#17211f;--soft:#52605d;--line:#d5dfdc;--ground:#f4f7f6;--card:#fff;color-scheme:light}
*,::before,::after{box-sizing:border-box}
*{margin:0}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{background:var(--ground);color:var(--ink);font:1.0625rem/1.75 system-ui,-apple-system,"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif;line-break:strict;overflow-wrap:anywhere}
a{color:var(--deep);text-underline-offset:.22em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px;border-radius:6px}
:target{scroll-margin-top:1rem}
h1,h2,h3{line-height:1.4;font-weight:700;text-wrap:balance;word-break:auto-phrase}
h1{font-size:clamp(1.75rem,1.3rem + 2.2vw,2.625rem)}
h2{font-size:1.3125rem}
h3{font-size:1.0625rem}
p,li,dd{text-wrap:pretty}
ul,ol,dl{padding:0;list-style:none}
svg{display:block}
.icon{fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round;width:1.5rem;height:1.5rem;flex:none}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--ink);color:#fff;padding:.75rem 1.25rem;z-index:1}
.skip:focus{top:.5rem}
.top,main,.foot{max-width:66rem;margin:0 auto;padding-inline:clamp(1rem,4vw,2rem)}
.top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 1.5rem;padding-block:.5rem}
.brand{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;font-weight:650;color:var(--accent);text-decoration:none}
.brand b{display:none}
.brand:hover span{text-decoration:underline}
.languages{display:flex;flex-wrap:wrap;gap:0 .25rem;font-size:.9375rem;margin-inline:-.5rem}
.languages a{display:flex;align-items:center;justify-content:center;min-width:2.75rem;min-height:2.75rem;padding-inline:.5rem;color:var(--soft)}
.languages [aria-current]{color:var(--ink);font-weight:650;text-decoration:none}
main{padding-bottom:3rem}
.hero{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1.5rem;align-items:center;padding-block:1.25rem 2rem}
.hero>.place{grid-row:1/4;width:7.5rem;height:7.5rem;border-radius:50%;background:var(--card);display:grid;place-items:center;color:var(--deep);align-self:start}
.place .icon{width:4.5rem;height:4.5rem;stroke-width:1.5}
.yomi{font-size:.6em;font-weight:500;color:var(--soft)}
.names{color:var(--soft);font-size:.9375rem;line-height:1.5}
.names>span+span::before{content:"・";color:var(--soft)}
[lang=en] .names>span+span::before{content:" · "}
.summary{font-size:1.1875rem;grid-column:1/-1;max-width:40em;margin-top:.75rem}
.ask{grid-column:1/-1;justify-self:start;display:inline-flex;align-items:center;gap:.625rem;min-height:3.5rem;margin-top:1.25rem;padding:.5rem 1.75rem .5rem 1.375rem;border-radius:1.75rem;background:var(--accent);color:#fff;font-size:1.125rem;font-weight:650;line-height:1.4;text-decoration:none}
.ask:hover{background:var(--deep)}
.ask:focus-visible{border-radius:1.75rem}
.sheet{display:grid;gap:1rem}
.card{background:var(--card);border-radius:1.25rem;padding:1.25rem clamp(1.125rem,3vw,1.75rem) 1.5rem;min-width:0}
.card>h2{margin-bottom:.625rem}
.lead{color:var(--soft);font-size:.9375rem;line-height:1.6;margin-bottom:.75rem}
.note{color:var(--soft);font-size:.875rem;line-height:1.6}
.day li{position:relative;padding:0 0 .875rem 1.75rem}
.day li:last-child{padding-bottom:0}
.day li::before{content:"";position:absolute;left:0;top:.5em;width:.8125rem;height:.8125rem;border-radius:50%;border:3px solid var(--accent);background:var(--card)}
.day li:not(:last-child)::after{content:"";position:absolute;left:.34375rem;top:calc(.5em + 1.0625rem);bottom:-.25em;width:2px;background:var(--line)}
.two,.three{display:grid;gap:1rem}
.chips{display:flex;flex-wrap:wrap;gap:.5rem}
.chips li,.chips a{display:flex;align-items:center;gap:.4375rem;min-height:2.5rem;padding:.25rem .9375rem;border-radius:1.25rem;background:var(--tint);line-height:1.4;font-size:1rem}
.chips li:has(a){padding:0}
.chips a{min-height:2.75rem;border-radius:1.375rem;text-decoration:none;border:1.5px solid transparent}
.chips a:hover{border-color:var(--accent)}
.plain{margin-top:.25rem}
.plain li{background:none;border:1.5px solid var(--line);font-weight:400}
.chips .icon{width:1.25rem;height:1.25rem;color:var(--deep)}
.facts{display:grid;gap:.75rem}
.facts dt{font-size:.875rem;line-height:1.5;color:var(--soft)}
.facts dd{font-weight:600;line-height:1.5}
.facts .note{font-weight:400}
.figure{margin-bottom:1rem}
.figure dt{color:var(--soft);font-size:.9375rem;line-height:1.5}
.figure dd{font-size:clamp(2rem,1.6rem + 1.6vw,2.75rem);font-weight:700;line-height:1.3;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
.figure div+div{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline;margin-top:.25rem}
.figure .small{font-size:1.0625rem;font-weight:600;letter-spacing:0;line-height:1.5}
.wider{border-left:4px solid #b7791f;background:#fff8e8;padding:.75rem 1rem;border-radius:.5rem;font-size:.9375rem;line-height:1.65;margin-bottom:1rem}
.pay{display:grid;gap:1.75rem}
.pay>*{min-width:0}
.choose{display:flex;flex-wrap:wrap;align-items:end;gap:.5rem;margin-bottom:1.25rem}
.choose label{width:100%;font-size:.9375rem;font-weight:600;line-height:1.4}
select,button{font:inherit;min-height:3rem;border-radius:.875rem}
select{flex:1 1 12rem;min-width:0;max-width:22rem;padding:.25rem .75rem;border:1.5px solid #7a8784;background:#fff;color:var(--ink)}
button{padding:.25rem 1.5rem;border:0;background:var(--accent);color:#fff;font-weight:650;cursor:pointer}
button:hover{background:var(--deep)}
.parts{gap:0;margin-bottom:1rem}
.parts div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.25rem;padding:.4375rem 0;border-bottom:1px solid var(--line)}
.parts div:first-child{border-top:1px solid var(--line)}
.parts dd{text-align:end;margin-inline-start:auto}
.around{border-top:1px solid var(--line);margin-top:1.25rem;padding-top:1.125rem}
.around h3{margin-bottom:.625rem}
.picture{position:relative}
.map{width:100%;height:auto;max-width:34rem;margin-inline:auto;font-weight:600}
.map text{text-anchor:middle}
.light text{fill:#17211f}.dark text{fill:#fff}
.s0{fill:#e4f1ee}.s1{fill:#bfdfd8}.s2{fill:#86c2b7}.s3{fill:#1b7f76}.s4{fill:#0a4b46}
.map rect,.legend rect{stroke:#6d8a84;stroke-width:.75}
.bare{fill:#fff}.line{stroke:#c3ccca;stroke-width:2.5}
rect.none{fill:url(#hatch)}
.map .none~text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
rect.halo{fill:none;stroke:#fff!important;stroke-width:7!important}
rect.chosen{fill:none;stroke:#c2410c!important;stroke-width:3.5!important}
.legend{display:grid;gap:.25rem .75rem;font-size:.875rem;line-height:1.45;margin-bottom:1rem}
.legend li{display:flex;gap:.5rem;align-items:center}
.legend svg{width:1.375rem;height:1.375rem;flex:none}
details{border-top:1px solid var(--line);margin-top:1.25rem}
summary{display:flex;align-items:center;min-height:3rem;cursor:pointer;font-weight:600;color:var(--deep);list-style:none;gap:.5rem}
summary::-webkit-details-marker{display:none}
summary::before{content:"";width:.5rem;height:.5rem;border:solid var(--deep);border-width:0 2px 2px 0;transform:rotate(-45deg);flex:none;margin-inline:.125rem .25rem}
details[open]>summary::before{transform:rotate(45deg)}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.5;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--soft);font-size:.875rem;padding-bottom:.5rem}
th,td{text-align:start;padding:.375rem .5rem .375rem 0;border-bottom:1px solid var(--line);font-weight:400;vertical-align:baseline}
thead th{font-size:.8125rem;color:var(--soft)}
.number{text-align:end}
td.number{white-space:nowrap}
th{overflow-wrap:break-word}
.table{max-width:46rem}
.number+td{padding-inline-start:.5rem}
tr.mine th,tr.mine td{font-weight:700;background:var(--tint)}
td.note{font-size:.8125rem}
.similar{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
.similar a,.links a{display:block;height:100%;min-height:2.75rem;padding:.875rem 1.125rem;border:1.5px solid var(--line);border-radius:1rem;text-decoration:none;line-height:1.5}
.similar a:hover,.links a:hover{border-color:var(--accent);background:var(--tint)}
.similar a>b,.links a>b{display:block;font-weight:650;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.22em}
.similar a>span,.links a>span{display:block;color:var(--soft);font-size:.875rem}
.links{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.ladder{counter-reset:step}
.ladder li{position:relative;counter-increment:step;padding:0 0 1.125rem 3rem}
.ladder li::before{content:counter(step);position:absolute;left:0;top:0;width:2rem;height:2rem;border-radius:50%;background:var(--accent);color:#fff;font-weight:650;line-height:2rem;text-align:center}
.ladder li:not(:last-child)::after{content:"";position:absolute;left:calc(1rem - 1px);top:2.25rem;bottom:.25rem;width:2px;background:var(--line)}
.ladder b{display:block;line-height:2rem;font-weight:650}
.ladder p,.elsewhere p{line-height:1.65}
.elsewhere{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));margin-top:.625rem}
.elsewhere a,.ladder b a{display:inline-block;min-width:2.75rem;min-height:2.75rem;padding-block:.5rem;line-height:1.6;font-weight:650}
.sources{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));font-size:.875rem;line-height:1.65}
.sources b{font-size:.9375rem}
.sources a{display:inline-block;padding-block:.1875rem}
.sources .note{font-size:.8125rem}
.official details{border:0;margin:0}.official h3{margin-top:.75rem}
.foot{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding-block:0 2rem;font-size:.9375rem}
.foot a{display:inline-flex;align-items:center;min-height:2.75rem}
.address{display:none}
.letters{display:flex;flex-wrap:wrap;gap:.25rem;margin-block:1rem}
.letters a{display:grid;place-items:center;min-width:2.75rem;height:2.75rem;border-radius:.75rem;background:var(--card);text-decoration:none;font-weight:650}
.letters a:hover{background:var(--tint)}
.words{display:grid;gap:1rem;margin-top:.75rem}
.words>div{background:var(--card);border-radius:1rem;padding:1rem 1.25rem;border:2px solid transparent}
.words>:target{border-color:var(--accent)}
.words dt{font-weight:650}
.words dt small{font-weight:400;color:var(--soft);font-size:.875rem;margin-inline-start:.375rem}
.words dd{line-height:1.7}
.words .see{font-size:.9375rem;color:var(--soft)}
.see a{display:inline-block;padding:.25rem 0;margin:.125rem .75rem .125rem 0}
.letter{margin-top:2rem}
.missing{max-width:36rem;padding-block:2rem}
.missing p{margin-top:.75rem}
@media (max-width:26rem){.hero{gap:.25rem 1rem}.hero>.place{width:4.5rem;height:4.5rem}.place .icon{width:2.75rem;height:2.75rem;stroke-width:1.7}.ask{justify-self:stretch;justify-content:center;padding-inline:1rem}.map{width:calc(100% + 1.5rem);margin-inline:-.75rem}}
@media (max-width:36rem){td.note span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}th,td{padding-inline-end:.375rem}}
@media (max-width:22rem){td.number{white-space:normal}}
@media (min-width:40rem){.summary,.ask{grid-column:2}.legend{position:absolute;left:0;top:0;margin:0}}
@media (min-width:54rem){.three{grid-template-columns:1.5fr 1fr 1fr}.two{grid-template-columns:1fr 1fr}.two>:only-child{grid-column:1/-1}.pay{grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:2.5rem}.words{grid-template-columns:1fr 1fr}}
@media print{
@page{size:A4;margin:11mm 13mm}
:root{--ground:#fff;--tint:#fff;--soft:#333;--deep:#17211f;--accent:#17211f}
body{font-size:8.3pt;line-height:1.42;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.languages,.ask,.choose,summary,.skip,.foot,.links-card,.terms-card,.official,td.note span,.brand span{display:none}.brand b{display:inline}.brand{min-height:0}
.top,main{max-width:none;padding:0}
a{color:inherit;text-decoration:none!important}
h1{font-size:19pt}h2{font-size:10.5pt}h3{font-size:9pt}
.hero{padding-block:1mm 2.5mm;grid-template-columns:auto 1fr;gap:0 4mm}
.hero>.place{width:15mm;height:15mm;border:.3mm solid #999}.place .icon{width:9mm;height:9mm}
.summary{font-size:10pt;grid-column:2;margin-top:1mm}
.names,.lead,.note,.facts dt,.figure dt,.wider,table,caption,.sources,.sources b,.sources .note,.similar a>span,.legend,.chips li{font-size:7.6pt;line-height:1.4}
.sheet{display:block}
.card{padding:0 0 2.2mm;border-radius:0;break-inside:auto}
.card>h2{margin-bottom:.8mm;break-after:avoid}
.two,.three{display:grid;gap:0 6mm;grid-template-columns:1fr 1fr}.three{grid-template-columns:1.4fr 1fr 1fr}
.day{columns:2;column-gap:6mm}.day li{padding:0 0 .6mm 4mm;break-inside:avoid}.day li::before{width:1.8mm;height:1.8mm;border-width:.4mm;top:.45em}.day li::after{display:none}
.chips{gap:0}.chips li{min-height:0;padding:0;gap:0;border-radius:0;border:0!important}.chips li:not(:last-child)::after{content:"・"}.plain{margin-top:.25rem}
.plain li{background:none;border:1.5px solid var(--line);font-weight:400}
.chips .icon{display:none}
.facts{gap:.8mm}.strong div{display:flex;gap:2mm;align-items:baseline}.strong dt{flex:none}.plain{margin:0}.around .facts div{display:grid;grid-template-columns:1fr auto;gap:0 3mm}.around .note{grid-column:1/-1}.parts{gap:0;margin-bottom:1.5mm}.parts div{padding:.3mm 0}
.pay{grid-template-columns:1fr 1fr;gap:0 7mm}
.figure{margin-bottom:1mm}.figure dd{font-size:17pt}.figure .small{font-size:9pt}
.wider{padding:1mm 2mm;margin-bottom:1.5mm;background:#fff;border-color:#555}
.around{margin-top:1.5mm;padding-top:1.5mm}.around h3{margin-bottom:.5mm}
.map{max-width:74mm}.legend{position:absolute;left:0;top:0;gap:.3mm;margin:0}.legend svg{width:3mm;height:3mm}
details{border:0;margin-top:1.5mm}
details::details-content{content-visibility:visible;display:block;block-size:auto}
.table{max-width:none;columns:3;column-gap:4mm;break-inside:avoid}
table{font-size:6.9pt;line-height:1.25}th,td{padding:.15mm .6mm .15mm 0;white-space:nowrap}thead th{font-size:6pt;white-space:normal}td.note{font-size:6.9pt;line-height:1.25}caption{padding:0 0 .6mm}
.similar,.elsewhere{grid-template-columns:1fr 1fr 1fr;gap:.8mm 5mm}
.similar a{border:0;padding:0;min-height:0}.similar b{text-decoration:none;line-height:1.35}.similar li,.elsewhere li,.ladder li,.sources li{break-inside:avoid}
.ladder{columns:2;column-gap:6mm}.ladder li{padding:0 0 .8mm 6mm}.ladder li::before{width:4mm;height:4mm;line-height:4mm;font-size:7pt}.ladder li::after{display:none}.ladder b{line-height:1.5}.ladder p,.elsewhere p{line-height:1.4}.lead{margin-bottom:.6mm}
.elsewhere{margin-top:.5mm}.elsewhere a,.ladder b a{min-height:0;padding:0;line-height:1.4}
.sources{grid-template-columns:1fr 1fr;gap:1mm 6mm}.sources li,.sources b{font-size:7.2pt;line-height:1.35}.sources .note{font-size:6.6pt}.sources a{display:inline;padding:0}.sources br{display:none}
.address{display:block;margin-top:1.5mm;font-size:7.6pt}
.words{grid-template-columns:1fr 1fr;gap:1mm 5mm}.words>div{padding:0;break-inside:avoid}.letters{display:none}.letter{margin-top:3mm}
}
`;

/** What a content security policy names our style by. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
