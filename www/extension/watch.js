// @ts-check
// Pages that change by themselves: another story under the same document, more paragraphs in the story.

/**
 * Tells of each navigation within the document: by the Navigation API, else by the history's event and the title's change.
 *
 * @param {() => void} moved
 */
export function watchNavigation(moved) {
  let url = place();
  const look = () => {
    if (place() === url) return;
    url = place();
    moved();
  };
  const navigation = /** @type {any} */ (globalThis).navigation;
  if (navigation) navigation.addEventListener("navigatesuccess", look);
  else {
    addEventListener("popstate", look);
    new MutationObserver(look).observe(document.head ?? document.documentElement, { childList: true, subtree: true });
  }
}

/** The address without the place in the page. */
function place() {
  return location.href.split("#")[0];
}

/** How often one story is read again: a page that grows without end is left alone after that. */
const MAX_TIMES = 20;

/**
 * Tells when the page has added text to a story, or brought back what was hidden, at most once a frame.
 *
 * @param {Element} story
 * @param {() => void} grown
 * @returns {() => void} ends it
 */
export function watchStory(story, grown) {
  let times = 0;
  let waiting = 0;
  const observer = new MutationObserver((records) => {
    if (waiting || !records.some(addsText)) return;
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      times += 1;
      if (times === MAX_TIMES) observer.disconnect();
      grown();
    });
  });
  observer.observe(story, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
}

/** @param {MutationRecord} record */
function addsText({ addedNodes }) {
  return [...addedNodes].some(
    (node) =>
      (node.textContent ?? "").trim() !== "" && !(node instanceof Element && node.hasAttribute("data-zubda-host")),
  );
}
