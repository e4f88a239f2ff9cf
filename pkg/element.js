// @ts-check
// <zubda-article>: wraps a story in light DOM and cleans it there. Importing this file defines the element.

/** @import { Page } from "./apply.js" */
/** @import { LoadOptions, Zubda, ZubdaWorker } from "./index.js" */
/** @import { Plan } from "./types.js" */

/** @typedef {import("./globals.js").ZubdaEvents} ZubdaEvents */

import { ZubdaError } from "./error.js";
import { load } from "./index.js";
import { keptWhereHidden } from "./kinds.js";
import { StoryQueue } from "./queue.js";
import { OPEN, STYLE, dress } from "./style.js";

const DEFAULT_SENTENCES = 3;
const PROPERTIES = /** @type {const} */ (["summary", "sections", "level", "hide", "original"]);

/** One core and one queue for all stories of the page. */
const queue = new StoryQueue();
/** @type {LoadOptions & { engine?: "page" | "worker" | Worker }} */
let configuration = {};
/** @type {Promise<{ zubda: Zubda | ZubdaWorker, engine: "page" | "worker" }> | null} */
let started = null;

// Where there is no DOM, on a server, the file can be imported all the same.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * A story that is cleaned where it stands. The story is the element's content and stays in light DOM; the box stands in the
 * element's own shadow root above it, so that no node of the page is added, moved or removed. Children with a `slot` are no
 * part of the story: they stand in the box, and are not shown while there is none.
 *
 * @fires {ZubdaEvents}
 */
export class ZubdaArticle extends Base {
  static observedAttributes = ["lang", ...PROPERTIES];

  /**
   * Says how the core is started, before the first story is cleaned: in a Worker unless told, and in the page where no
   * Worker may run.
   *
   * @param {LoadOptions & { engine?: "page" | "worker" | Worker }} options
   */
  static configure(options) {
    configuration = options;
    started = null;
  }

  #changes = new MutationObserver((records) => this.#isNews(records) && this.#schedule());
  /** @type {HTMLElement | null} */
  #place = null;
  /** @type {Page | null} */
  #page = null;
  /** @type {Plan | null} */
  #plan = null;
  #connected = false;
  #told = false;

  /** Sentences of the summary at most, 0 to 20; 3 unless told. */
  get summary() {
    const said = this.getAttribute("summary");
    return said !== null && /^\d+$/.test(said.trim()) ? Number(said) : DEFAULT_SENTENCES;
  }
  set summary(sentences) {
    this.setAttribute("summary", String(sentences));
  }

  /** Whether the box lists the story's parts. */
  get sections() {
    return this.hasAttribute("sections");
  }
  set sections(on) {
    this.toggleAttribute("sections", Boolean(on));
  }

  /** How much is hidden: `leftovers`, `tidy` or `story`; `null` for what the package does unless told. */
  get level() {
    return this.getAttribute("level");
  }
  set level(name) {
    if (name === null || name === undefined) this.removeAttribute("level");
    else this.setAttribute("level", name);
  }

  /** Kinds of flaws to hide and no others, white space between: `ads related`; `null` for all. */
  get hide() {
    return this.getAttribute("hide");
  }
  set hide(names) {
    if (names === null || names === undefined) this.removeAttribute("hide");
    else this.setAttribute("hide", names);
  }

  /** Whether the story stands as the page wrote it. */
  get original() {
    return this.hasAttribute("original");
  }
  set original(on) {
    this.toggleAttribute("original", Boolean(on));
  }

  /** What was found; `null` until the story was read. */
  get plan() {
    return this.#plan;
  }

  /** The story as it was cleaned, to put single things back; `null` where it is not. */
  get page() {
    return this.#page;
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
    // Moved by the page: nothing has changed.
    if (this.#connected) return;
    this.#connected = true;
    this.#changes.observe(this, { childList: true, characterData: true, subtree: true });
    const document = this.ownerDocument;
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#schedule(), { once: true });
    } else {
      this.#schedule();
    }
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#connected = false;
      this.#changes.disconnect();
      queue.remove(this);
      this.#undo();
    });
  }

  /** Moved by `moveBefore`: nothing has changed. */
  connectedMoveCallback() {}

  adoptedCallback() {
    if (this.shadowRoot) dress(this.ownerDocument, this.shadowRoot, OPEN + STYLE);
  }

  /**
   * The box's place, made when the story is read and not before: a shadow root has the browser lay out its story anew, which
   * for all stories of a page at once would be felt.
   */
  #placeForBox() {
    if (this.#place) return this.#place;
    const root = this.attachShadow({ mode: "open" });
    dress(this.ownerDocument, root, OPEN + STYLE);
    const place = this.ownerDocument.createElement("div");
    for (const name of ["class", "part"]) place.setAttribute(name, "place");
    root.append(place, this.ownerDocument.createElement("slot"));
    this.#place = place;
    return place;
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_name, before, after) {
    if (before !== after) this.#schedule();
  }

  /** A property that was set before the element was defined. @param {(typeof PROPERTIES)[number]} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {any} */ (this);
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  /**
   * Whether the page has changed the story, and not what it has put into the box's slots.
   *
   * @param {MutationRecord[]} records
   */
  #isNews(records) {
    const isOfStory = (/** @type {Node} */ node) => !(/** @type {Element} */ (node).slot);
    return records.some(({ target, addedNodes, removedNodes }) => {
      if (target === this) return [...addedNodes, ...removedNodes].some(isOfStory);
      let child = target;
      while (child.parentNode && child.parentNode !== this) child = child.parentNode;
      return isOfStory(child);
    });
  }

  #schedule() {
    if (!this.#connected) return;
    // In a shadow root whose box has not come yet they are not shown, and so are not read as the story's.
    if (this.querySelector(":scope > [slot]")) this.#placeForBox();
    if (this.original || !this.firstChild) {
      queue.remove(this);
      this.#undo();
    } else {
      queue.add(this, (signal) => this.#clean(signal));
    }
  }

  /** @param {AbortSignal} signal */
  async #clean(signal) {
    try {
      const { zubda, engine } = await (started ??= start());
      if (signal.aborted) return;
      if (!this.#told) this.#tell("zubda:ready", { engine });
      this.#told = true;
      this.#undo();
      const page = await zubda.clean(this, {
        summary: this.summary === 0 ? false : { sentences: this.summary },
        sections: this.sections,
        keep: keptWhereHidden(this.hide),
        ...(this.level && { level: /** @type {any} */ (this.level) }),
        box: { into: this.#placeForBox() },
        around: (change) => this.#around(change),
        signal,
      });
      if (!this.isConnected) return page.undo();
      this.#plan = page.plan;
      if (page.plan.article) {
        this.#page = page;
        this.#tell("zubda:cleaned", { plan: page.plan, page });
      } else {
        this.#tell("zubda:declined", { plan: page.plan });
      }
    } catch (cause) {
      if (signal.aborted) return;
      const error = ZubdaError.from(cause);
      if (this.#tell("zubda:error", { error })) console.warn(`zubda: ${error.message}`);
    }
  }

  /** Zubda's own changes are no new content of the page. @param {() => void} change */
  #around(change) {
    if (this.#isNews(this.#changes.takeRecords())) this.#schedule();
    change();
    this.#changes.takeRecords();
    // The reader has pressed "undo" in the box.
    if (this.#page && !this.#page.applied) this.original = true;
  }

  #undo() {
    const page = this.#page;
    this.#page = null;
    page?.undo();
  }

  /**
   * @template {keyof ZubdaEvents} K
   * @param {K} name
   * @param {ZubdaEvents[K]["detail"]} detail
   */
  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

async function start() {
  const { engine = "worker", wasm } = configuration;
  if (engine !== "page") {
    try {
      return { zubda: await load({ wasm, engine }), engine: /** @type {const} */ ("worker") };
    } catch {
      // The page's policy or its bundler has no Worker for us.
    }
  }
  try {
    return { zubda: await load({ wasm }), engine: /** @type {const} */ ("page") };
  } catch (error) {
    started = null;
    throw error;
  }
}

if (globalThis.customElements && !customElements.get("zubda-article")) {
  customElements.define("zubda-article", ZubdaArticle);
}
