// @ts-check
// The looks of what is ours, and how they are put on.

/** For a host of our own on a page that is not ours: the page's custom properties do not reach the box. */
export const CLOSED = `
:host {
  all: initial !important; display: block !important;
  --zubda-ink: initial !important; --zubda-soft: initial !important; --zubda-paper: initial !important;
  --zubda-line: initial !important; --zubda-accent: initial !important; --zubda-butter: initial !important;
}
`;

/**
 * For `<zubda-article>`: the box above the story. A page that keeps a place for it does so by padding, which is there before
 * this sheet is, and says how much; the box then stands in the padding.
 */
export const OPEN = `
:host { display: block }
:host([hidden]) { display: none }
.place { margin-block-start: calc(-1 * var(--zubda-reserve, 0px)); block-size: var(--zubda-reserve, auto) }
.place > .box { margin-block: 0; max-block-size: var(--zubda-reserve, none); overflow: auto }
`;

/** The box's look: calm, in the page's light or dark, in either direction. */
export const STYLE = `
.box {
  --ink: var(--zubda-ink, var(--page-ink, #23201b)); --soft: var(--zubda-soft, var(--page-soft, #6a6152)); --paper: var(--zubda-paper, var(--page-paper, #fcf9f2));
  --line: var(--zubda-line, var(--page-line, #e4dbc8)); --accent: var(--zubda-accent, var(--page-accent, #8a4f0b)); --butter: var(--zubda-butter, #f3c969);
  all: initial; display: block;
  box-sizing: border-box; margin-block: 1.4em; padding: 1em 1.25em 0.8em; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; text-align: start;
  font: 400 16px/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
.box.slim { padding-block: 0.5em }
.box:lang(ar), .box:lang(fa), .box:lang(ur) { font-size: 17px; line-height: 1.85 }
header, footer { display: flex; flex-wrap: wrap; gap: 0.3em 1.1em; align-items: baseline }
.name { color: var(--accent); font-weight: 700; font-size: 1.06em }
.name::before {
  content: ""; display: inline-block; inline-size: 0.95em; block-size: 0.5em; margin-inline-end: 0.5em;
  background: var(--butter); border-radius: 2px; vertical-align: 0.06em;
}
.minutes, .why, .status { color: var(--soft); font-size: 0.86em }
ul, ol { margin: 0; padding: 0; list-style: none }
.summary { margin-block: 0.55em 0.9em; display: grid; gap: 0.3em }
button {
  all: unset; box-sizing: border-box; cursor: pointer; color: var(--accent); font-size: 0.9em; border-radius: 4px;
}
button:hover, summary:hover { text-decoration: underline; text-underline-offset: 0.22em; text-decoration-thickness: 1px }
button[aria-disabled] { color: var(--soft); cursor: default; text-decoration: none }
button[hidden] { display: none }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.sentence {
  display: block; color: var(--ink); font-size: 1em; padding: 0.15em 0.6em; margin-inline: -0.6em; text-wrap: pretty;
}
.sentence:hover { background: color-mix(in srgb, var(--butter) 24%, transparent); text-decoration: none }
.parts { display: flex; flex-wrap: wrap; gap: 0.35em 0.4em; margin-block-end: 0.85em }
.parts button { padding: 0.05em 0.75em; border: 1px solid var(--line); border-radius: 1em; font-size: 0.86em }
.parts [aria-current] { border-color: var(--accent); background: color-mix(in srgb, var(--butter) 24%, transparent) }
.parts button:hover { border-color: var(--accent); text-decoration: none }
.slim header, .slim footer { display: contents }
.slim { display: flex; flex-wrap: wrap; gap: 0.3em 1.1em; align-items: baseline }
footer { border-block-start: 1px solid var(--line); padding-block-start: 0.55em }
details { flex: 1 1 auto; font-size: 0.9em }
details[open] { flex-basis: 100% }
summary { cursor: pointer; color: var(--soft) }
.hidden { margin-block: 0.5em 0.3em; display: grid }
.hidden li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0 1em; align-items: baseline; padding-block: 0.35em;
  border-block-start: 1px solid color-mix(in srgb, var(--line) 60%, transparent);
}
.what { grid-area: 1 / 1; justify-self: start }
.why { grid-area: 2 / 1 }
.hidden button { grid-row: 1 }
.status { margin: 0 }
.hidden li > details { grid-area: 1 / 1; font-size: 1em }
.hidden .hidden { margin: 0.3em 0 0; margin-inline-start: 1em }
.hidden .hidden li { padding-block: 0.2em }
nav details { margin-block-end: 0.85em }
nav .parts { margin-block-start: 0.4em }
.bar {
  --ink: var(--page-ink, #23201b); --soft: var(--page-soft, #6a6152); --paper: var(--page-paper, #fcf9f2);
  --line: var(--page-line, #e4dbc8); --accent: var(--page-accent, #8a4f0b);
  all: initial; position: fixed; inset: auto 16px 16px; z-index: 2147483647; box-sizing: border-box; inline-size: fit-content;
  max-inline-size: calc(100% - 32px); margin: 0 auto; padding: 0.6em 1em; display: flex; flex-wrap: wrap; gap: 0.2em 1.1em;
  align-items: baseline; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  box-shadow: 0 4px 24px rgb(0 0 0 / 25%); overflow: visible; text-align: start;
  font: 400 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
.bar button { padding: 0.1em 0.2em; font-size: 1em }
.bar .shut { color: var(--soft) }
@media (prefers-color-scheme: dark) {
  .box {
    --ink: var(--zubda-ink, var(--page-ink, #ece5d8)); --soft: var(--zubda-soft, var(--page-soft, #b0a694)); --paper: var(--zubda-paper, var(--page-paper, #24211c));
    --line: var(--zubda-line, var(--page-line, #443d33)); --accent: var(--zubda-accent, var(--page-accent, #e6b064)); --butter: var(--zubda-butter, #b98a35);
  }
}
@media print { nav, footer, .status, .bar { display: none } .box { background: none } }
`;

/** One sheet for all roots of a document that look the same. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * @param {Document} document
 * @param {ShadowRoot} shadow
 * @param {string} css
 */
export function dress(document, shadow, css) {
  try {
    const known = sheets.get(document) ?? new Map();
    let sheet = known.get(css);
    if (!sheet) {
      const Sheet = /** @type {Window & typeof globalThis} */ (document.defaultView).CSSStyleSheet;
      sheet = new Sheet();
      sheet.replaceSync(css);
      sheets.set(document, known.set(css, sheet));
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox keeps constructed sheets from content scripts.
    const style = document.createElement("style");
    style.textContent = css;
    shadow.append(style);
  }
}
