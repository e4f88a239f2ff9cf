/**
 * Tells, where the browser can, whether an element that is on the screen is covered or faded: Chromium looks for itself,
 * by the pixels that it draws.
 *
 * @param {Element} element
 * @param {AbortSignal} signal ends the watch
 * @returns {() => boolean}
 */
export function watchCovered(element: Element, signal: AbortSignal): () => boolean;
