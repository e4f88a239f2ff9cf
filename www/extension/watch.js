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

/**
 * Tells when the page has added text to a story, brought back what was hidden, or put another in its place; once a frame.
 *
 * @param {Element} story
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
export function watchStory(story, changed) {
  let waiting = 0;
  const isNews = (/** @type {MutationRecord[]} */ records) =>
    !story.isConnected || records.some((record) => story.contains(record.target) && addsText(record));
  const wait = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      changed();
    });
  };
  // It may have gone while the core was thinking.
  if (!story.isConnected) wait();
  const stop = observe(story.ownerDocument, (records) => isNews(records) && wait());
  return () => {
    stop();
    cancelAnimationFrame(waiting);
  };
}

/** Milliseconds without news after which a page that is being built is looked at. */
const QUIET = 200;

/**
 * Tells when a page that had no story has added text and come to rest.
 *
 * @param {Document} document
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
export function watchPage(document, changed) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const stop = observe(document, (records) => {
    if (!records.some(addsText)) return;
    clearTimeout(waiting);
    waiting = setTimeout(changed, QUIET);
  });
  return () => {
    stop();
    clearTimeout(waiting);
  };
}

/**
 * @param {Document} document
 * @param {(records: MutationRecord[]) => void} seen
 */
function observe(document, seen) {
  const observer = new MutationObserver(seen);
  observer.observe(document, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** @param {MutationRecord} record */
function addsText({ addedNodes }) {
  return [...addedNodes].some((node) => (node.textContent ?? "").trim() !== "");
}
