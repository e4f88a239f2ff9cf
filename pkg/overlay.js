// @ts-check
// What is laid over the page, and the scroll lock that comes with it.

/** @import { Change } from "./change.js" */

import { style } from "./change.js";

/** Elements in one another of which each holds nothing but the next: the one that is laid over the page may be any of them. */
const WRAPPED = 4;

/**
 * Whether an element, or the only one in it, is laid over the page. Asks for its style, not for its place.
 *
 * @param {Element} element
 */
export function isLaidOver(element) {
  const view = element.ownerDocument.defaultView;
  /** @type {Element | null} */
  let node = element;
  for (let level = 0; view && node && level < WRAPPED; level++) {
    const { position } = view.getComputedStyle(node);
    if (position === "fixed" || position === "sticky") return true;
    node = node.childElementCount === 1 ? node.firstElementChild : null;
  }
  return false;
}

/**
 * Lets a page scroll that an overlay keeps from it. The browser is asked before anything is written. What the page declares with
 * a sheet of its own, whatever the sheet's weight, is undone in front of it: a content script of Firefox has no sheet.
 *
 * @param {Document} document
 * @returns {Change[]}
 */
export function unlockScroll(document) {
  const view = document.defaultView;
  const roots = [document.documentElement, document.body].filter(Boolean);
  const locked = roots.flatMap((element) => {
    const declared = view?.getComputedStyle(element);
    const scrolls = { overflow: "visible", "touch-action": "auto" };
    if (declared?.position === "fixed")
      return [{ element, free: { ...scrolls, position: "static", inset: "auto", width: "auto" } }];
    return declared && /hidden|clip/.test(declared.overflowY) ? [{ element, free: scrolls }] : [];
  });
  return locked.map(({ element, free }) => style(element, free));
}
