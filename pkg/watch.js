// @ts-check
// Cleans again what the page redraws: at most once a frame, and no more than so often.

import { parentNode } from "./dom.js";

/** A page that takes everything back so many times means it. */
const MAX_ROUNDS = 20;

/** Milliseconds without news after which a page that has taken its story away is read again: it may be building another. */
const QUIET = 200;

const WATCHED = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["style", "hidden", "data-zubda"],
};

/**
 * Tells of changes of a story by others, until it has told of too many or is stopped.
 *
 * @param {() => Element} story asked anew after each change: it may be another element by then
 * @param {() => boolean} isUndone Whether anything that was done to it is gone.
 * @param {() => void} again
 * @returns {() => void} stops it
 */
export function watchStory(story, isUndone, again) {
  const document = story().ownerDocument;
  const view = document.defaultView;
  if (!view) return () => {};
  let frame = 0;
  let timer = 0;
  let rounds = 0;
  let isAway = false;
  /** @type {MutationObserver | undefined} */
  let observer;
  const stop = () => {
    observer?.disconnect();
    if (frame) view.cancelAnimationFrame(frame);
    if (timer) view.clearTimeout(timer);
  };
  /** What a page has broken must not show in its console as its own. @param {() => void} act */
  const guarded = (act) => () => {
    try {
      act();
    } catch {
      stop();
    }
  };
  const observe = () => {
    // What was just done is no news.
    observer?.disconnect();
    const root = story();
    isAway = !root.isConnected;
    // It may come back anywhere.
    if (isAway) return observer?.observe(document, { subtree: true, childList: true });
    observer?.observe(root, WATCHED);
    // Another may be put in its place, or in the place of what is around it.
    for (let around = parentNode(root); around; around = parentNode(around)) {
      observer?.observe(around, { childList: true });
    }
  };
  const round = guarded(() => {
    frame = timer = 0;
    if (!isUndone()) return;
    again();
    if (++rounds >= MAX_ROUNDS) observer?.disconnect();
    else observe();
  });
  const heed = guarded(() => {
    if (frame || !isUndone()) return;
    if (!isAway) return void (frame = view.requestAnimationFrame(round));
    view.clearTimeout(timer);
    timer = view.setTimeout(round, QUIET);
  });
  try {
    observer = new view.MutationObserver(heed);
    observe();
  } catch {
    // Without a MutationObserver the page stays clean until it redraws.
  }
  return stop;
}
