// @ts-check
// The changes that are made to a page's own nodes, each with its inverse: attributes are set, character data is edited,
// and nothing else.

/** @import { Edit } from "./types.js" */

import { styleOf } from "./dom.js";

const MARK = "data-zubda";

/**
 * One change that was made.
 *
 * @typedef {object} Change
 * @property {Node} node
 * @property {() => void} revert Takes it back, unless the page has changed the same since.
 * @property {() => boolean} undone Whether the page has taken it back by itself.
 */

/**
 * Hides or marks an element.
 *
 * @param {HTMLElement} element
 * @param {Edit} edit
 * @returns {Change}
 */
export function markElement(element, edit) {
  const said = edit.action === "hide" ? edit.reason : edit.action;
  const changes = [setAttribute(element, MARK, said)];
  try {
    if (edit.action === "hide") {
      if (edit.findable && canBeFound(element)) {
        changes.push(setAttribute(element, "hidden", "until-found"));
        changes.push(flatten(element));
      } else changes.push(style(element, { display: "none" }));
    }
  } catch (cause) {
    revertAll(changes);
    throw cause;
  }
  return {
    node: element,
    revert: () => revertAll(changes),
    undone: () => changes.some((change) => change.undone()),
  };
}

/**
 * Takes back what can be taken back, the last first; a change that resists does not keep the others.
 *
 * @param {Change[]} changes
 */
export function revertAll(changes) {
  // Counted, not walked: how arrays are walked may be the page's own by now.
  for (let i = changes.length - 1; i >= 0; i--) {
    try {
      changes[i].revert();
    } catch {
      // The page has made its node unwritable.
    }
  }
}

/**
 * Find-in-page reaches into what is hidden so, where the browser has it and the element is laid out as a box of its own.
 *
 * @param {HTMLElement} element
 */
function canBeFound(element) {
  const view = element.ownerDocument.defaultView;
  if (!view || !("onbeforematch" in element)) return false;
  const display = view.getComputedStyle(element).display;
  return display === "block" || display === "flow-root" || display === "list-item" || display === "flex";
}

/**
 * What is hidden until found keeps its box: this takes it out of the flow, for the gaps of grids are left around the smallest, and
 * holds against a sheet of the page that resets the browser's own.
 *
 * @param {HTMLElement} element
 */
function flatten(element) {
  const hidden = { "content-visibility": "hidden", overflow: "hidden", position: "absolute" };
  const small = {
    margin: "0",
    padding: "0",
    border: "0",
    "min-width": "0",
    width: "0",
    "min-height": "0",
    height: "0",
  };
  return style(element, { ...hidden, ...small });
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 * @returns {Change}
 */
export function setAttribute(element, name, value) {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  return {
    node: element,
    undone: () => element.getAttribute(name) !== value,
    revert() {
      if (element.getAttribute(name) !== value) return;
      if (before === null) element.removeAttribute(name);
      else element.setAttribute(name, before);
    },
  };
}

/**
 * Declares properties in front of all that a page's sheets say of an element.
 *
 * @param {HTMLElement} element
 * @param {Record<string, string>} properties
 * @returns {Change}
 */
export function style(element, properties) {
  const before = element.getAttribute("style");
  const declared = styleOf(element).cssText;
  for (const [name, value] of Object.entries(properties)) styleOf(element).setProperty(name, value, "important");
  // Reading writes what Chromium has put off; without it, undo would leave an empty attribute.
  const after = element.getAttribute("style");
  const names = Object.keys(properties);
  return {
    node: element,
    undone: () => names.some((name) => styleOf(element).getPropertyPriority(name) !== "important"),
    revert() {
      if (element.getAttribute("style") === after) {
        if (before === null) return element.removeAttribute("style");
        // A policy may forbid to set the attribute: first the declarations, then the letters that they were written in.
        styleOf(element).cssText = declared;
        if (element.getAttribute("style") !== before) element.setAttribute("style", before);
        return;
      }
      // The page has styled the element meanwhile: take out no more than what is ours.
      for (const [name, value] of Object.entries(properties)) {
        const ours =
          styleOf(element).getPropertyPriority(name) === "important" && isSame(styleOf(element), name, value);
        if (ours) styleOf(element).removeProperty(name);
      }
    },
  };
}

/**
 * @param {CSSStyleDeclaration} declared
 * @param {string} name
 * @param {string} value
 */
function isSame(declared, name, value) {
  const found = declared.getPropertyValue(name);
  return found === value || parseFloat(found) === parseFloat(value);
}

/**
 * @typedef {object} Cut
 * @property {number} start
 * @property {number} end
 * @property {string} replacement
 */

/**
 * A cut text, and where what stood in it before stands now.
 *
 * @typedef {Change & { now: (offset: number, isEnd: boolean) => number }} TextChange
 */

/**
 * Takes characters out of a text node.
 *
 * @param {Text} node
 * @param {Cut[]} cuts apart from each other
 * @returns {TextChange}
 */
export function cutText(node, cuts) {
  const before = node.data;
  const sorted = [...cuts].sort((a, b) => a.start - b.start);
  let after = "";
  let done = 0;
  for (const { start, end, replacement } of sorted) {
    after += before.slice(done, start) + replacement;
    done = end;
  }
  after += before.slice(done);
  node.data = after;
  return {
    node,
    undone: () => node.data === before && before !== after,
    now: (offset, isEnd) => (node.data === after ? shift(sorted, offset, isEnd) : offset),
    revert() {
      if (node.data === after) node.data = before;
    },
  };
}

/**
 * An offset after some cuts before it; a range that begins or ends inside of a cut holds what has replaced it.
 *
 * @param {Cut[]} cuts ascending
 * @param {number} offset
 * @param {boolean} isEnd
 */
function shift(cuts, offset, isEnd) {
  let moved = 0;
  for (const { start, end, replacement } of cuts) {
    if (offset <= start) break;
    if (offset < end) return start + moved + (isEnd ? replacement.length : 0);
    moved += replacement.length - (end - start);
  }
  return offset + moved;
}
