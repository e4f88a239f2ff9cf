// @ts-check
// Where the story's headline stands in the page.

/** @import { Plan } from "./types.js" */

import { localName, nodeType } from "./dom.js";

const HEADINGS = ["h1", "h2"];

/**
 * The heading that says the headline, else the first `h1`; `null` where there is neither.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {HTMLElement | null}
 */
export function headlineOf(plan, nodes) {
  const wanted = fold(plan.article?.title ?? "");
  const headings = nodes.filter(
    (node) => nodeType(node) === 1 && HEADINGS.includes(localName(/** @type {any} */ (node))),
  );
  const shown = /** @type {HTMLElement[]} */ (headings).filter((heading) => heading.getClientRects().length);
  const says = shown.find((heading) => wanted && fold(heading.textContent ?? "") === wanted);
  return says ?? shown.find((heading) => localName(heading) === "h1") ?? null;
}

/** Its letters and digits. @param {string} text */
function fold(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
