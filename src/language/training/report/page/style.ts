/** The colours are the storefront's. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f0e3; --leaf: #fffdf7; --ink: #2b2722; --faded: #655c50; --line: #e0d4bd; --wash: #ede3cf;
  --wrong: #b03a2b; --right: #2c6650;
  --sans: -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191613; --leaf: #241f1b; --ink: #f0e8da; --faded: #b9ad9b; --line: #3b332c; --wash: #2f2822;
    --wrong: #ee8672; --right: #7cc4a4;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.6 var(--sans); -webkit-text-size-adjust: 100%; }
:lang(en) { font-family: system-ui, sans-serif; }
body:has(#in-zh:checked) .en, body:has(#in-en:checked) .zh { display: none; }
body:has(#of-held-out:checked) .development, body:has(#of-development:checked) .held-out { display: none; }
header, main, footer { max-width: 1040px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: end; }
header > div { flex: 1; min-width: 240px; }
h1 { margin: 0; font-size: 26px; line-height: 1.3; letter-spacing: .02em; }
h2 { margin: 0 0 4px; font-size: 18px; }
h3 { margin: 20px 0 6px; font-size: 15px; }
p { margin: 0 0 10px; }
.note, .meta { color: var(--faded); font-size: 13px; }
code { font: 12px/1.5 ui-monospace, "SF Mono", Consolas, monospace; color: var(--faded); overflow-wrap: anywhere; }
section { margin: 18px 0; padding: 18px 20px; background: var(--leaf); border: 1px solid var(--line); border-radius: 10px; }
fieldset { display: inline-flex; margin: 0; padding: 3px; border: 1px solid var(--line); border-radius: 999px; background: var(--leaf); }
fieldset input { position: absolute; opacity: 0; pointer-events: none; }
fieldset label { padding: 3px 14px; border-radius: 999px; font-size: 14px; cursor: pointer; }
fieldset input:checked + label { background: var(--ink); color: var(--leaf); }
fieldset input:focus-visible + label { outline: 2px solid var(--wrong); outline-offset: 2px; }
legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.parts { margin: 18px 0 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 10px; margin: 0 0 14px; }
.tiles div { padding: 10px 14px; background: var(--wash); border-radius: 8px; }
.tiles dt { font-size: 13px; color: var(--faded); }
.tiles dd { margin: 0; font-size: 24px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tiles small { font-size: 13px; color: var(--faded); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 18px; }
figure { margin: 0; min-width: 0; }
figcaption { font-size: 14px; margin-bottom: 4px; }
svg { display: block; width: 100%; height: auto; font: 12px var(--sans); }
.charts svg { max-width: 480px; }
svg text { fill: var(--faded); }
.grid { stroke: var(--line); }
.curve { fill: none; stroke: var(--right); stroke-width: 2; stroke-linejoin: round; }
.curve.loss { stroke: var(--wrong); }
.dot { fill: var(--right); stroke: var(--leaf); stroke-width: 1.5; }
.dot.loss { fill: var(--wrong); }
.ideal { stroke: var(--faded); stroke-dasharray: 4 4; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--wrong); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 8px; text-align: end; border-bottom: 1px solid var(--line); white-space: nowrap; }
thead th { color: var(--faded); font-weight: 500; font-size: 13px; vertical-align: bottom; }
th:first-child, td.words { text-align: start; }
tbody th { font-weight: 500; white-space: normal; min-width: 110px; line-height: 1.35; }
tbody th code { display: block; }
.bar { min-width: 70px; width: 34%; }
.bar i { display: block; height: 9px; border-radius: 2px; background: var(--wash); overflow: hidden; }
.bar b { display: block; height: 100%; background: var(--right); }
.heat { width: auto; border-collapse: separate; border-spacing: 2px; font-size: 12px; }
.heat th { border: 0; padding: 2px 6px; font-weight: 400; min-width: 0; white-space: nowrap; }
.heat thead th { writing-mode: vertical-rl; text-align: start; padding: 6px 2px 10px; min-height: 3.4em; }
.heat tbody th { position: sticky; left: 0; background: var(--leaf); }
.heat td { border: 0; padding: 0; min-width: 44px; height: 28px; text-align: center; border-radius: 3px; background: color-mix(in oklab, var(--hue) var(--heat), var(--leaf)); }
.heat td.none, .heat thead td { color: var(--faded); background: none; }
.right { --hue: var(--right); } .wrong { --hue: var(--wrong); }
.map rect { fill: color-mix(in oklab, var(--hue) var(--heat), var(--leaf)); }
.map .frame { fill: none; stroke: var(--line); }
.map { min-width: 620px; max-width: 860px; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding: 9px 0; border-bottom: 1px solid var(--line); }
li p { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
li p:first-child { max-height: 6.4em; overflow-y: auto; }
.given { color: var(--wrong); } .meant { color: var(--right); }
details { margin-top: 12px; }
summary { cursor: pointer; color: var(--faded); }
pre { margin: 8px 0 0; padding: 12px; background: var(--wash); border-radius: 8px; overflow-x: auto; font: 12px/1.5 ui-monospace, Consolas, monospace; }
footer { padding-block: 6px 40px; color: var(--faded); font-size: 13px; }
@media (max-width: 560px) {
  header, main, footer { padding-inline: 12px; }
  section { padding: 14px 12px; }
  th, td { padding: 5px; }
  table { font-size: 13px; }
  tbody th { min-width: 92px; }
  tbody th span ~ code { display: none; }
  .bar { min-width: 44px; }
  .heat td { min-width: 34px; }
  .figures { min-width: 520px; }
}
@media print { fieldset { display: none; } section { break-inside: avoid-page; } }
`;
