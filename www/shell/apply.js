// @ts-check
// Does what a plan says; never decides. Every change is a value with its inverse, kept in a journal.

/** @import { Edit, Plan, Reason } from "./types.js" */

import { openBox } from "./box.js";
import { lightSentences } from "./light.js";

const MARK = "data-zubda";

/**
 * @typedef {object} BoxOptions
 * @property {boolean} [open] Whether the list of what was hidden stands open.
 *
 * @typedef {object} ApplyOptions
 * @property {false | BoxOptions} [box] `false` for no box.
 */

/**
 * Applies a plan to the nodes that its snapshot was taken of.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {ApplyOptions} [options]
 */
export function applyPlan(plan, nodes, options = {}) {
  const page = new Page(plan, nodes, options);
  page.apply();
  return page;
}

/** A page that was cleaned, and how to put it back. */
export class Page {
  #nodes;
  #options;
  /** @type {Change[]} */
  #journal = [];
  /** Places in `plan.edits` that were put back. */
  #restored = new Set();
  /** What each text node held when the snapshot was taken. @type {Map<Node, string>} */
  #texts = new Map();
  #applied = false;
  #light;

  /**
   * @param {Plan} plan
   * @param {Node[]} nodes
   * @param {ApplyOptions} options
   */
  constructor(plan, nodes, options) {
    /** The plan that was applied. */
    this.plan = plan;
    /** The box's host; `null` where there is none. @type {HTMLElement | null} */
    this.host = null;
    this.#nodes = nodes;
    this.#options = options;
    this.#light = lightSentences(nodes);
    for (const range of plan.edits.flatMap((edit) => edit.ranges)) {
      const node = /** @type {Text} */ (nodes[range.node]);
      this.#texts.set(node, node.data);
    }
  }

  /** Cleans the page again after {@link undo}. */
  apply() {
    if (this.#applied || !this.plan.article) return;
    this.#applied = true;
    this.#write();
    if (this.#options.box !== false) {
      this.host = openBox({
        plan: this.plan,
        nodes: this.#nodes,
        open: this.#options.box?.open ?? false,
        show: (sentence) => this.#light.show(sentence.ranges),
        restore: (i) => this.restore(i),
        undo: () => this.undo(),
      });
    }
  }

  /** Puts everything back but what the page itself has changed since. */
  undo() {
    if (!this.#applied) return;
    this.#applied = false;
    this.#revert();
    this.#light.clear();
    this.host?.remove();
    this.host = null;
  }

  /**
   * Puts one edit back.
   *
   * @param {number} i its place in `plan.edits`
   */
  restore(i) {
    if (!this.plan.edits[i] || this.#restored.has(i)) return;
    this.#restored.add(i);
    if (!this.#applied) return;
    this.#revert();
    this.#write();
  }

  #write() {
    const edits = this.plan.edits.filter((_, i) => !this.#restored.has(i));
    for (const edit of edits) {
      const node = this.#nodes[edit.node];
      if (!edit.ranges.length && node?.isConnected && node.nodeType === 1) {
        this.#journal.push(markElement(/** @type {HTMLElement} */ (node), edit));
      }
    }
    /** @type {Map<Text, [number, number][]>} */
    const cuts = new Map();
    for (const range of edits.filter((edit) => edit.action === "hide").flatMap((edit) => edit.ranges)) {
      const node = /** @type {Text} */ (this.#nodes[range.node]);
      if (!node?.isConnected || node.data !== this.#texts.get(node)) continue;
      cuts.set(node, [...(cuts.get(node) ?? []), [range.start, range.end]]);
    }
    for (const [node, ranges] of cuts) this.#journal.push(cutText(node, ranges));
  }

  #revert() {
    for (const change of this.#journal.splice(0).reverse()) change();
  }
}

/** @typedef {() => void} Change Takes one change back, unless the page has changed the same since. */

/**
 * @param {HTMLElement} element
 * @param {Edit} edit
 * @returns {Change}
 */
function markElement(element, edit) {
  const mark = element.getAttribute(MARK);
  const said = edit.action === "hide" ? edit.reason : edit.action;
  element.setAttribute(MARK, said);
  const takeMark = () => {
    if (element.getAttribute(MARK) !== said) return;
    if (mark === null) element.removeAttribute(MARK);
    else element.setAttribute(MARK, mark);
  };
  if (edit.action !== "hide") return takeMark;
  const before = element.getAttribute("style");
  element.style.setProperty("display", "none", "important");
  // Reading writes what Chromium has put off; without it, undo would leave an empty attribute.
  const after = element.getAttribute("style");
  return () => {
    takeMark();
    if (element.getAttribute("style") === after) {
      if (before === null) element.removeAttribute("style");
      else element.setAttribute("style", before);
    } else if (element.style.getPropertyPriority("display") === "important" && element.style.display === "none") {
      // The page has styled the element meanwhile: take out no more than what is ours.
      element.style.removeProperty("display");
    }
  };
}

/**
 * @param {Text} node
 * @param {[number, number][]} ranges
 * @returns {Change}
 */
function cutText(node, ranges) {
  const before = node.data;
  const after = ranges
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), before);
  node.data = after;
  return () => {
    if (node.data === after) node.data = before;
  };
}
