// @ts-check
// Jumps to a place in the story, below what sticks to the window's head.

import { parentAround } from "./dom.js";

/** Pixels between what sticks and the place. */
const AIR = 12;
/** What is higher than this share of the window covers the page, and is no head. */
const HEAD = 0.5;

/** @param {Element} element */
export function jumpTo(element) {
  element.scrollIntoView({ block: "start", behavior: "instant" });
  const covered = headOver(element) + AIR - element.getBoundingClientRect().top;
  if (covered > 0) scrollerOf(element).scrollBy({ top: -covered, behavior: "instant" });
}

/**
 * How far down what sticks to the window's head reaches over an element.
 *
 * @param {Element} element
 */
function headOver(element) {
  const document = element.ownerDocument;
  const view = /** @type {Window} */ (document.defaultView);
  const { left, width } = element.getBoundingClientRect();
  const x = Math.min(Math.max(left + width / 2, 0), view.innerWidth - 1);
  let head = 0;
  // A bar may hang below another one.
  for (let y = 1; y < view.innerHeight * HEAD; y = head + 1) {
    const bottom = Math.max(
      0,
      ...document.elementsFromPoint(x, y).map((at) => (sticks(at, element) ? bottomOf(at) : 0)),
    );
    if (bottom <= head || bottom > view.innerHeight * HEAD) break;
    head = bottom;
  }
  return head;
}

/**
 * Whether something stays in its place in the window while the page is scrolled.
 *
 * @param {Element} at
 * @param {Element} [but] what it may be in
 */
export function sticks(at, but) {
  const view = /** @type {Window} */ (at.ownerDocument.defaultView);
  for (let around = /** @type {Element | null} */ (at); around; around = parentAround(around)) {
    if (but && around.contains(but)) return false;
    if (/^(fixed|sticky)$/.test(view.getComputedStyle(around).position)) return true;
  }
  return false;
}

/** @param {Element} element */
function bottomOf(element) {
  return element.getBoundingClientRect().bottom;
}

/**
 * What is scrolled to move an element: the nearest that can be, else the window's own.
 *
 * @param {Element} element
 */
export function scrollerOf(element) {
  const document = element.ownerDocument;
  const view = /** @type {Window} */ (document.defaultView);
  const own = document.scrollingElement ?? document.documentElement;
  for (let at = parentAround(element); at && at !== own && at !== document.body; at = parentAround(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(view.getComputedStyle(at).overflowY)) return at;
  }
  return own;
}
