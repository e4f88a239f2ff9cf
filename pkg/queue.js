// @ts-check
// Many stories on one page, one after the other: the nearest to what the reader sees comes first.

/**
 * @typedef {object} Story
 * @property {(signal: AbortSignal) => Promise<void>} run
 * @property {number} distance CSS pixels from the viewport, 0 inside of it; `Infinity` until it is known, and for what has no
 *   box.
 */

/** Stories that wait. Those that have no box (`display: none`) wait until they have one. */
export class StoryQueue {
  /** @type {Map<Element, Story>} */
  #waiting = new Map();
  /** @type {{ element: Element, control: AbortController } | null} */
  #current = null;
  /** @type {IntersectionObserver | null} */
  #observer = null;

  /**
   * Queues a story, in place of what was queued for the same element; a run that is under way for it is aborted.
   *
   * @param {Element} element
   * @param {(signal: AbortSignal) => Promise<void>} run says by itself what went wrong
   */
  add(element, run) {
    this.remove(element);
    this.#waiting.set(element, { run, distance: Infinity });
    // One viewport around the viewport: reported again as the reader comes near.
    this.#observer ??= new IntersectionObserver((entries) => this.#measure(entries), { rootMargin: "100%" });
    this.#observer.observe(element);
  }

  /**
   * Forgets a story; a run that is under way for it is aborted.
   *
   * @param {Element} element
   */
  remove(element) {
    this.#waiting.delete(element);
    this.#observer?.unobserve(element);
    if (this.#current?.element === element) this.#current.control.abort();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #measure(entries) {
    for (const { target, boundingClientRect: rect } of entries) {
      const story = this.#waiting.get(target);
      const height = target.ownerDocument.defaultView?.innerHeight ?? 0;
      const boxless = rect.width === 0 && rect.height === 0;
      if (story) story.distance = boxless ? Infinity : Math.max(0, rect.top - height, -rect.bottom);
    }
    this.#next();
  }

  async #next() {
    if (this.#current) return;
    const found = this.#nearest();
    if (!found) return;
    const [element, story] = found;
    this.#waiting.delete(element);
    this.#observer?.unobserve(element);
    const control = new AbortController();
    this.#current = { element, control };
    try {
      await story.run(control.signal);
    } catch {
      // The others do not wait for what it has not said itself.
    }
    // A task for each story, so that the page can answer its reader in between.
    await new Promise((done) => setTimeout(done));
    this.#current = null;
    this.#next();
  }

  #nearest() {
    /** @type {[Element, Story] | null} */
    let nearest = null;
    for (const entry of this.#waiting) {
      if (entry[1].distance < (nearest?.[1].distance ?? Infinity)) nearest = entry;
    }
    return nearest;
  }
}
