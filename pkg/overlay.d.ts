/**
 * Whether an element, or the only one in it, is laid over the page. Asks for its style, not for its place.
 *
 * @param {Element} element
 */
export function isLaidOver(element: Element): boolean;
/**
 * Lets a page scroll that an overlay keeps from it. The browser is asked before anything is written. What the page declares with
 * a sheet of its own, whatever the sheet's weight, is undone in front of it: a content script of Firefox has no sheet.
 *
 * @param {Document} document
 * @returns {Change[]}
 */
export function unlockScroll(document: Document): Change[];
import type { Change } from "./change.js";
