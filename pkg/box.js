// @ts-check
// The summary box: one host element with a closed shadow root, at the top of the story.

/** @import { Plan, SummarySentence } from "./types.js" */

import { labelsFor, numberIn } from "./labels.js";
import { partButtons } from "./parts.js";
import { watchCovered } from "./seen.js";
import { HOST_ATTRIBUTE } from "./snapshot.js";
import { CLOSED, STYLE } from "./style.js";
import { summarize } from "./summary.js";

/**
 * @typedef {object} BoxSetup
 * @property {Plan} plan
 * @property {Node[]} nodes
 * @property {number[]} hidden What is hidden: places in `plan.edits`.
 * @property {boolean} open
 * @property {Element} [into]
 * @property {(sentence: SummarySentence) => void} show
 * @property {(edit: number) => void} restore
 * @property {(edit: number) => void} [never]
 * @property {() => void} undo
 * @property {AbortSignal} signal Ends what the box does by itself.
 *
 * @typedef {object} Kit what the parts of the box are made with
 * @property {Document} document
 * @property {import("./labels.js").Labels} labels
 * @property {(name: string, attributes?: Record<string, string>, ...children: (Node | string)[]) => HTMLElement} make
 * @property {(text: string, act: () => void, attributes?: Record<string, string>) => HTMLElement} button
 * @property {(text: string) => void} say
 */

/**
 * Puts the box into the element that is given for it, else before the story's first paragraph in a host of its own; `null`
 * where there is no place for it.
 *
 * @param {BoxSetup} setup
 * @returns {HTMLElement | null} what to remove again
 */
export function openBox(setup) {
  if (setup.into) {
    const box = build(setup.into.ownerDocument, setup);
    setup.into.append(box);
    return box;
  }
  const place = placeFor(setup.plan, setup.nodes);
  if (!place?.parentNode) return null;
  const document = /** @type {Document} */ (place.ownerDocument);
  const host = document.createElement("div");
  host.setAttribute(HOST_ATTRIBUTE, "");
  host.style.setProperty("all", "initial", "important");
  host.style.setProperty("display", "block", "important");
  const shadow = host.attachShadow({ mode: "closed" });
  dress(document, shadow, CLOSED + STYLE);
  shadow.append(build(document, setup));
  // In an element with a shadow tree it is shown in the slot that the story is shown in.
  const slot = /** @type {Element} */ (place).slot;
  if (slot) host.slot = slot;
  place.parentNode.insertBefore(host, place);
  return host;
}

const NO_HOST_INSIDE = "p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6, pre, figure, blockquote, a, span, button";

/**
 * The element to stand before: the first paragraph, or what around it may have a block beside it.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 */
function placeFor(plan, nodes) {
  const first = /** @type {Element | undefined} */ (nodes[plan.paragraphs[0]?.node]);
  const article = plan.article && /** @type {Element} */ (nodes[plan.article.node]);
  if (!first?.isConnected || !article) return null;
  // Bare text in the story's own element: before that text, or the inline element that it is in.
  /** @type {ChildNode | null} */
  let place = first === article ? opening(first, plan.paragraphs[0].text) : first;
  for (;;) {
    const around = place?.parentElement?.closest(`${NO_HOST_INSIDE}, td, th`);
    // A cell may hold the box: where tables lay out the page, above the outermost one is above the whole page.
    if (!around || around.matches("td, th")) return place;
    place = around;
  }
}

/**
 * The child that a paragraph of bare text begins with.
 *
 * @param {Element} element
 * @param {string} text
 * @returns {ChildNode | null}
 */
function opening(element, text) {
  /** Enough to know it by, and short enough to stand in one node. */
  const KNOWN_BY = 16;
  const begins = (/** @type {ChildNode} */ child) => {
    const words = (child.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, KNOWN_BY);
    return words !== "" && text.trimStart().startsWith(words);
  };
  return Array.from(element.childNodes).find(begins) ?? element.firstElementChild;
}

/** One sheet for all boxes of a document that look the same. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
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

/** Hidden things in the list, at most. */
const MAX_LISTED = 500;

/**
 * @param {Document} document
 * @param {BoxSetup} setup
 */
function build(document, { plan, nodes, hidden: places, open, into, show, restore, never, undo, signal }) {
  const article = /** @type {NonNullable<Plan["article"]>} */ (plan.article);
  const labels = labelsFor(article.language);
  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    // Where the box stands in an embedder's own root, its classes are the names of its `::part`s.
    if (attributes.class) element.setAttribute("part", attributes.class);
    element.append(...children);
    return element;
  };
  /**
   * @param {string} text
   * @param {() => void} act
   * @param {Record<string, string>} [attributes]
   */
  const button = (text, act, attributes) => {
    const element = make("button", { type: "button", ...attributes }, text);
    element.setAttribute("part", ["button", attributes?.class].filter(Boolean).join(" "));
    // In a box of our own only the reader may press: a page's script may not.
    element.addEventListener("click", (event) => (into || event.isTrusted) && act());
    return element;
  };
  const status = make("p", { role: "status", class: "status" });
  const box = make("section", {
    class: "box",
    "aria-label": labels.summary,
    lang: article.language,
    dir: article.direction,
  });
  const minutes = labels.minutes.replace("{number}", numberIn(article.minutes, article.language));
  // In an embedder's own root, what the page may put in the place of ours, or beside it.
  const slot = (/** @type {string} */ name, /** @type {Node[]} */ ...ours) =>
    into ? [make("slot", { name }, ...ours)] : ours;
  const header = make("header", { class: "header" });
  header.append(
    ...slot("name", make("strong", { class: "name" }, labels.summary)),
    make("span", { class: "minutes" }, minutes),
  );
  box.append(header);

  const say = (/** @type {string} */ text) => void (status.textContent = text);
  const summary = summarize({ document, labels, make, button, say }, plan, nodes, show, signal);
  if (summary) box.append(summary.list);

  const parts = partButtons(plan, nodes, labels, button, signal);
  if (parts.length) {
    const items = parts.map((part) => make("li", {}, part));
    box.append(make("nav", { "aria-label": labels.parts }, make("ol", { class: "parts" }, ...items)));
  }

  const hidden = places.map((i) => ({ edit: plan.edits[i], i }));
  const tools = make("footer", { class: "footer" });
  if (hidden.length) {
    const item = (/** @type {(typeof hidden)[number]} */ { edit, i }) => {
      /** @param {(edit: number) => void} act */
      const put = (act) => () => {
        act(i);
        back.remove();
        forget?.remove();
        status.textContent = labels.restored;
      };
      const back = button(labels.restore, put(restore));
      const forget = never && button(labels.never, put(never));
      back.setAttribute("aria-label", `${labels.restore}: ${edit.text || labels.reasons[edit.reason]}`);
      return make(
        "li",
        {},
        make("span", { class: "what", dir: "auto" }, edit.text || "—"),
        make("span", { class: "why" }, labels.reasons[edit.reason]),
        back,
        ...(forget ? [forget] : []),
      );
    };
    const count = numberIn(hidden.length, article.language);
    const list = make("ul", { class: "hidden" });
    // Made when it is looked at, and no longer than a reader could look at.
    const fill = () => list.firstChild ?? list.append(...hidden.slice(0, MAX_LISTED).map(item));
    const details = make("details", {}, make("summary", {}, labels.hidden.replace("{number}", count)), list);
    details.addEventListener("toggle", fill);
    if (open) {
      fill();
      details.setAttribute("open", "");
    }
    tools.append(details);
  }
  tools.append(...(summary?.tools ?? []));
  const back = button(labels.undo, () => {
    // The browser's own question is one that no page can cover.
    if (!isCovered() || document.defaultView?.confirm(labels.undo)) undo();
  });
  const isCovered = into ? () => false : watchCovered(back, signal);
  tools.append(back, ...slot("tools"));
  box.append(tools, status);
  return box;
}
