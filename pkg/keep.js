// @ts-check
// Keeps what the reader looks at where it is, to the pixel, while the page around it changes.

import { scrollerOf, sticks } from "./jump.js";

/** Where in the window the eye rests while it reads, in parts of its height, and where in its width there may be text. */
const EYE = 1 / 3;
const ACROSS = [0.5, 0.3, 0.7];
/** Pixels between the heights at which the page is asked what is there: two lines of text. */
const STEP = 40;
/** One of so many will be there after the change. */
const ENOUGH = 12;
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
 * What stands around the reader's eye, the nearest first; nothing at the head of the page, and nothing that sticks to the window.
 *
 * @param {Document} document
 * @param {Window} view
 */
function atEye(document, view) {
  const eye = view.innerHeight * EYE;
  const steps = Math.floor((view.innerHeight - eye) / STEP);
  const heights = Array.from({ length: steps }, (_, i) => [eye + i * STEP, eye - (i + 1) * STEP]).flat();
  /** @type {Set<Element>} */
  const seen = new Set();
  let isScrolled = view.scrollY > 0;
  for (const y of heights.filter((y) => y > 0)) {
    for (const x of ACROSS) {
      const line = document.elementFromPoint(x * view.innerWidth, y)?.closest(LINES);
      if (!line || seen.has(line) || sticks(line)) continue;
      seen.add(line);
      isScrolled ||= scrollerOf(line).scrollTop > 0;
    }
    if (seen.size >= ENOUGH || (seen.size && !isScrolled)) break;
  }
  return isScrolled ? [...seen].map((element) => ({ element, top: element.getBoundingClientRect().top })) : [];
}
