// @ts-check
// The story's parts: their names, their marks in the story, and the table of contents that follows the reader.

/** @import { Change } from "./change.js" */
/** @import { Labels } from "./labels.js" */
/** @import { Plan, Section } from "./types.js" */

import { revertAll, setAttribute } from "./change.js";
import { labelsFor } from "./labels.js";
import { jumpTo } from "./jump.js";
import { adopt, dismiss, treeOf } from "./light.js";

/** The attribute that a part's first element carries; its value is the part's name. */
export const PART = "data-zubda-part";

/** Draws the marks, in the colour and by the size of the story's own text: no node is added. */
export const MARKS = `
[${PART}]::before {
  content: attr(${PART}); display: block; inline-size: fit-content; max-inline-size: 100%; float: none;
  box-sizing: border-box; padding: 0.1em 0.6em; margin-block-end: 0.4em; border-radius: 1em;
  font: 600 0.75em/1.4 system-ui, sans-serif; letter-spacing: 0; text-indent: 0; text-transform: none; color: inherit;
  background: color-mix(in srgb, currentColor 9%, transparent);
}
`;

/** Kinds of paragraphs that no mark is drawn in: a cell is laid out by its row, code is shown as it stands. */
const UNMARKED = ["row", "code"];

/**
 * The page's own subhead, else what the part does and what it speaks of; empty where nothing is sure.
 *
 * @param {Section} part
 * @param {Labels} labels
 */
export function partName(part, labels) {
  if (part.label !== null) return part.label;
  return [part.role && labels.roles[part.role], part.phrase].filter(Boolean).join(" · ");
}

/**
 * Where marks go and what they say. A part with a subhead of the page's own needs no second one, and a story of one part
 * none at all.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {[HTMLElement, string][]}
 */
export function partMarks(plan, nodes) {
  if (!plan.article || plan.sections.length < 2) return [];
  const labels = labelsFor(plan.article.language);
  return plan.sections.flatMap((part) => {
    const first = plan.paragraphs[part.paragraphs[0]];
    const element = /** @type {HTMLElement | undefined} */ (nodes[first.node]);
    const name = partName(part, labels);
    if (part.label !== null || !name || UNMARKED.includes(first.kind)) return [];
    // Lines of one element that `<br>` parts: a mark would stand above the first of them.
    const begins = plan.paragraphs.findIndex((paragraph) => paragraph.node === first.node) === part.paragraphs[0];
    const isThere = element?.isConnected && element.nodeType === 1 && !element.hasAttribute(PART);
    /** @type {[HTMLElement, string][]} */
    const mark = begins && isThere ? [[element, name]] : [];
    return mark;
  });
}

/**
 * Marks the parts in the story: attributes, and a sheet in each tree that holds one, to draw them. None where the browser has no sheet for us, as
 * Firefox has none for content scripts.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {Change[]}
 */
export function markParts(plan, nodes) {
  const marks = partMarks(plan, nodes);
  if (!marks.length) return [];
  /** @type {Change[]} */
  const changes = [];
  try {
    for (const tree of new Set(marks.map(([element]) => treeOf(element)))) {
      const sheet = adopt(tree, MARKS);
      changes.push({ node: tree, revert: () => dismiss(tree, sheet), undone: () => false });
    }
    return [...changes, ...marks.map(([element, name]) => setAttribute(element, PART, name))];
  } catch {
    revertAll(changes);
    return [];
  }
}

/**
 * The parts' names as buttons that go there; the part that is being read is the current one.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {Labels} labels
 * @param {(text: string, act: () => void) => HTMLElement} button
 * @param {AbortSignal} signal Ends the following.
 * @returns {HTMLElement[]} none where there is nothing to choose from
 */
export function partButtons(plan, nodes, labels, button, signal) {
  const parts = plan.sections.flatMap((part) => {
    const start = /** @type {Element | undefined} */ (nodes[plan.paragraphs[part.paragraphs[0]].node]);
    const name = partName(part, labels);
    return name && start?.nodeType === 1 ? [{ start, name }] : [];
  });
  if (parts.length < 2) return [];
  const buttons = parts.map(({ start, name }) => button(name, () => jumpTo(start)));
  follow(
    parts.map((part) => part.start),
    buttons,
    signal,
  );
  return buttons;
}

/**
 * Marks the button of the part that is being read: the last one whose beginning is above the line that the eye rests on.
 *
 * @param {Element[]} starts
 * @param {HTMLElement[]} buttons
 * @param {AbortSignal} signal
 */
function follow(starts, buttons, signal) {
  const View = /** @type {Window & typeof globalThis} */ (starts[0].ownerDocument.defaultView);
  if (!View.IntersectionObserver) return;
  /** @type {Set<Element>} */
  const above = new Set();
  const observer = new View.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) above.add(target);
        else above.delete(target);
      }
      const current = starts.map((start) => above.has(start)).lastIndexOf(true);
      buttons.forEach((button, i) => {
        if (i === current) button.setAttribute("aria-current", "location");
        else button.removeAttribute("aria-current");
      });
    },
    // From far above the page down to two fifths of the window.
    { rootMargin: "1000000px 0px -60% 0px" },
  );
  for (const start of new Set(starts)) observer.observe(start);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}
