// @ts-check
// A page may lay something over the box that lets clicks through, or fade what is around it, and so have a reader press
// what he does not see.

/**
 * Tells, where the browser can, whether an element that is on the screen is covered or faded: Chromium looks for itself,
 * by the pixels that it draws.
 *
 * @param {Element} element
 * @param {AbortSignal} signal ends the watch
 * @returns {() => boolean}
 */
export function watchCovered(element, signal) {
  let covered = false;
  try {
    const view = /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
    if (!("isVisible" in view.IntersectionObserverEntry.prototype)) return () => false;
    const look = (/** @type {any[]} */ entries) => {
      const { isIntersecting, isVisible } = entries[entries.length - 1];
      covered = isIntersecting && !isVisible;
    };
    const options = /** @type {IntersectionObserverInit} */ ({ trackVisibility: true, delay: MIN_DELAY });
    const observer = new view.IntersectionObserver(look, options);
    observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  } catch {
    // A page that has broken the observer has broken what is its own.
  }
  return () => covered;
}

/** Milliseconds; Chromium refuses less. */
const MIN_DELAY = 100;
