// @ts-check
// How the page looks while it is cleaned, beside what the shell does: the story's parts marked, all around it dimmed. A style sheet
// that the background puts in, whatever the page's policy, and attributes for it to hold on to.

/** @import { Level, Settings } from "./settings.js" */
/** @import { Plan } from "../shell/types.js" */

import { headlineOf } from "../shell/headline.js";
import { MARKS, PART, partMarks } from "../shell/parts.js";
import { HOST_ATTRIBUTE } from "../shell/snapshot.js";

const STORY = "data-zubda-story";
const HEADLINE = "data-zubda-headline";

/**
 * @param {Settings} settings
 * @param {Level} level
 * @returns {string} empty where the story looks as it does by itself
 */
export function styleOf({ marks }, level) {
  const kept = `[${STORY}], [${HEADLINE}]`;
  // Where the story holds the headline, too, its other children have that beside them, and are not around it.
  const around = `:has(${kept}) > :not(:has(${kept}), ${kept}, [${STORY}] *, head, [${HOST_ATTRIBUTE}])`;
  const rules = [];
  if (marks) rules.push(MARKS);
  if (level === "dim")
    rules.push(
      `${around} { opacity: 0.15 !important }`,
      `${around}:hover, ${around}:focus-within { opacity: 1 !important }`,
    );
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
  const headline = headlineOf(plan, nodes);
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
