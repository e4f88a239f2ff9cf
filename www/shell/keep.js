// @ts-check
// Keeps what the reader looks at where it is, to the pixel, while the page around it changes.

import { scrollerOf } from "./jump.js";

/** Where in the window the eye rests while it reads, in parts of its height. */
const EYE = 1 / 3;
/** Elements that are looked at to find what is there, at most. */
const MAX_LOOKED = 4000;
/** What a line of text is in. */
const LINES = "p, h1, h2, h3, h4, li, blockquote, td, figcaption, pre, dd";

/**
 * Makes a change and scrolls the page so that the line at the reader's eye stays where it is. At the head of the page nothing is
 * kept: there the reader looks at the page's head.
 *
 * @template T
 * @param {Document} document
 * @param {() => T} change
 * @returns {T}
 */
export function keepPlace(document, change) {
  const view = document.defaultView;
  const seen = view ? atEye(document, view) : [];
  const done = change();
  const kept = seen.find(({ element }) => element.isConnected && element.getClientRects().length);
  if (!kept || !view) return done;
  const { element, top } = kept;
  // What scrolled before may be as long as its text now, and its window scroll in its place: each takes what it can.
  for (let tries = 0; tries < 2; tries += 1) {
    const moved = element.getBoundingClientRect().top - top;
    if (Math.abs(moved) < 0.5) break;
    const scroller = tries ? document.scrollingElement : scrollerOf(element);
    scroller?.scrollBy({ top: moved, behavior: "instant" });
  }
  return done;
}

/**
 * What stands around the reader's eye, the nearest first; nothing at the head of the page.
 *
 * @param {Document} document
 * @param {Window} view
 */
function atEye(document, view) {
  const eye = view.innerHeight * EYE;
  /** @type {{ element: Element, top: number, away: number }[]} */
  const seen = [];
  let looked = 0;
  let isScrolled = view.scrollY > 0;
  for (const element of document.querySelectorAll(LINES)) {
    if ((looked += 1) > MAX_LOOKED) break;
    const { top, bottom, height } = element.getBoundingClientRect();
    if (!height || bottom < 0 || top > view.innerHeight) continue;
    isScrolled ||= scrollerOf(element).scrollTop > 0;
    seen.push({ element, top, away: Math.max(0, top - eye, eye - bottom) });
  }
  return isScrolled ? seen.sort((a, b) => a.away - b.away) : [];
}
