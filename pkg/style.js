// @ts-check
/** The box's look: calm, in the page's light or dark, in either direction. */
export const STYLE = `
:host { all: initial }
.box {
  --ink: #23201b; --soft: #6d6557; --paper: #fbf8f1; --line: #e2d9c6; --accent: #96590f;
  box-sizing: border-box; margin-block: 1.25em; padding: 1em 1.2em 0.8em; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 6px;
  font: 400 16px/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; text-align: start;
}
.box:lang(ar), .box:lang(fa), .box:lang(ur) { font-size: 17px; line-height: 1.85 }
header, footer { display: flex; flex-wrap: wrap; gap: 0.4em 1em; align-items: baseline }
.name { color: var(--accent); font-weight: 700; font-size: 1.02em }
.minutes, .why, .status { color: var(--soft); font-size: 0.86em }
ul, ol { margin: 0; padding: 0; list-style: none }
.summary { margin-block: 0.5em 0.8em; display: grid; gap: 0.35em }
button {
  all: unset; box-sizing: border-box; cursor: pointer; color: var(--accent); font-size: 0.9em; border-radius: 4px;
}
button:hover, summary:hover { text-decoration: underline; text-underline-offset: 0.2em }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.sentence { display: block; color: var(--ink); font-size: 1em; padding: 0.15em 0.4em; margin-inline: -0.4em }
.sentence:hover { background: color-mix(in srgb, var(--accent) 10%, transparent); text-decoration: none }
.parts { display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; margin-block-end: 0.7em }
footer { border-block-start: 1px solid var(--line); padding-block-start: 0.55em }
details { flex: 1 1 12em; font-size: 0.9em }
summary { cursor: pointer; color: var(--soft) }
.hidden { margin-block: 0.5em; display: grid; gap: 0.4em }
.hidden li { display: flex; flex-wrap: wrap; gap: 0.1em 0.8em; align-items: baseline }
.what { flex: 1 1 10em; overflow-wrap: anywhere }
.status { margin: 0; min-block-size: 1.2em }
@media (prefers-color-scheme: dark) {
  .box { --ink: #ece5d8; --soft: #aba190; --paper: #24211c; --line: #423c32; --accent: #e0a45c }
}
@media print { nav, footer, .status { display: none } .box { background: none } }
`;
