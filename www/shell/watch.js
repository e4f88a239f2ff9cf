// @ts-check
// Cleans again what the page redraws: at most once a frame, and no more than so often.

import { parentNode } from "./dom.js";

/** A page that takes everything back so many times means it. */
const MAX_ROUNDS = 20;

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
  const view = story().ownerDocument.defaultView;
  if (!view) return () => {};
  let frame = 0;
  let rounds = 0;
  /** @type {MutationObserver | undefined} */
  let observer;
  const stop = () => {
    observer?.disconnect();
    if (frame) view.cancelAnimationFrame(frame);
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
    observer?.takeRecords();
    const root = story();
    // While it is away, what was around it tells when it is back.
    if (!root.isConnected) return;
    observer?.disconnect();
    observer?.observe(root, WATCHED);
    // Another may be put in its place, or in the place of what is around it.
    for (let around = parentNode(root); around; around = parentNode(around)) {
      observer?.observe(around, { childList: true });
    }
  };
  const round = guarded(() => {
    frame = 0;
    if (!isUndone()) return;
    again();
    if (++rounds >= MAX_ROUNDS) observer?.disconnect();
    else observe();
  });
  try {
    observer = new view.MutationObserver(
      guarded(() => {
        if (!frame && isUndone()) frame = view.requestAnimationFrame(round);
      }),
    );
    observe();
  } catch {
    // Without a MutationObserver the page stays clean until it redraws.
  }
  return stop;
}
