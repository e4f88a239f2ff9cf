// @ts-check
// How the story looks while it is cleaned: its parts marked, all around it dimmed, its size and width. A style sheet that the
// background puts in, whatever the page's policy, and attributes for it to hold on to.

/** @import { Settings } from "./settings.js" */
/** @import { Plan } from "../shell/types.js" */

import { MARKS, PART, partMarks } from "../shell/parts.js";
import { HOST_ATTRIBUTE } from "../shell/snapshot.js";

const STORY = "data-zubda-story";
const HEADLINE = "data-zubda-headline";

/**
 * @param {Settings} settings
 * @returns {string} empty where the story looks as it does by itself
 */
export function styleOf({ marks, focus, size, width }) {
  const kept = `[${STORY}], [${HEADLINE}]`;
  // Where the story holds the headline, too, its other children have that beside them, and are not around it.
  const around = `:has(${kept}) > :not(:has(${kept}), ${kept}, [${STORY}] *, head)`;
  const rules = [];
  if (marks) rules.push(MARKS);
  if (focus === "dim")
    rules.push(`${around} { opacity: 0.15 !important }`, `${around}:hover { opacity: 1 !important }`);
  if (focus === "hide") rules.push(`${around} { visibility: hidden !important }`);
  if (size !== 100) rules.push(`[${STORY}] { zoom: ${size / 100} }`);
  if (width)
    rules.push(`[${STORY}] { max-inline-size: min(100%, ${width}ch) !important; margin-inline: auto !important }`);
  return rules.join("\n");
}

/**
 * Sets the attributes that {@link styleOf} speaks of.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {() => void} takes them off again
 */
export function holdOn(plan, nodes) {
  if (!plan.article) return () => {};
  const story = /** @type {Element} */ (nodes[plan.article.node]);
  /** @type {[Element, string, string][]} */
  const held = [[story, STORY, ""]];
  const headline = headlineOf(story.ownerDocument, plan.article.title);
  if (headline) held.push([headline, HEADLINE, ""]);
  held.push(
    ...partMarks(plan, nodes).map(
      ([element, name]) => /** @type {[Element, string, string]} */ ([element, PART, name]),
    ),
  );
  const ours = held.filter(
    ([element, name]) => element.isConnected && element.nodeType === 1 && !element.hasAttribute(name),
  );
  for (const [element, name, value] of ours) element.setAttribute(name, value);
  return () => {
    for (const [element, name, value] of ours) {
      if (element.getAttribute(name) === value) element.removeAttribute(name);
    }
  };
}

/**
 * Takes down the box and the marks of an extension that can't do it any more: Firefox ends the content scripts of one that is
 * updated without a word to them. What it has hidden stays so until the page is loaded again.
 *
 * @param {Document} document
 */
export function letGo(document) {
  for (const name of [PART, HEADLINE, STORY]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      element.removeAttribute(name);
      for (const host of element.querySelectorAll(`[${HOST_ATTRIBUTE}]`)) host.remove();
    }
  }
}

/**
 * @param {Document} document
 * @param {string} title
 */
function headlineOf(document, title) {
  const folded = fold(title);
  return [...document.querySelectorAll("h1, h2")].find(
    (heading) => folded && fold(heading.textContent ?? "") === folded,
  );
}

/** @param {string} text */
function fold(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
