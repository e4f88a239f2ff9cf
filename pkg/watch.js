// @ts-check
// Cleans again what the page redraws: at most once a frame, and no more than so often.

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
 * Tells of changes of an element by others, until it has told of too many or is stopped.
 *
 * @param {Element} root
 * @param {() => boolean} isUndone Whether anything that was done to it is gone.
 * @param {() => void} again
 * @returns {() => void} stops it
 */
export function watchStory(root, isUndone, again) {
  const view = root.ownerDocument.defaultView;
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
  const round = guarded(() => {
    frame = 0;
    if (!isUndone()) return;
    again();
    // What was just done is no news.
    observer?.takeRecords();
    if (++rounds >= MAX_ROUNDS) observer?.disconnect();
  });
  try {
    observer = new view.MutationObserver(
      guarded(() => {
        if (!frame && isUndone()) frame = view.requestAnimationFrame(round);
      }),
    );
    observer.observe(root, WATCHED);
  } catch {
    // Without a MutationObserver the page stays clean until it redraws.
  }
  return stop;
}
