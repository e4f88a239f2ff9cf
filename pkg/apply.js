// @ts-check
// Does what a plan says; never decides. Every change is a value with its inverse, kept in a journal.

/** @import { Plan, SummarySentence } from "./types.js" */
/** @import { Change, Cut, TextChange } from "./change.js" */

import { openBox } from "./box.js";
import { cutText, markElement, revertAll } from "./change.js";
import { ZubdaError } from "./error.js";
import { lightSentences } from "./light.js";
import { markParts } from "./parts.js";
import { watchStory } from "./watch.js";

/**
 * @typedef {object} BoxOptions
 * @property {boolean} [open] Whether the list of what was hidden stands open.
 * @property {Element} [into] Takes the box, in place of a host above the story's first paragraph.
 *
 * @typedef {object} ApplyOptions
 * @property {false | BoxOptions} [box] `false` for no box.
 * @property {boolean} [marks] `false` for no marks of the story's parts in the story.
 * @property {(rule: string) => unknown} [remember] Told when the reader wants a rule never again on this site; without it
 *   the box does not offer that. See `siteRules`.
 * @property {(change: () => void) => void} [around] Runs each change of the page, at once, for those who observe the page
 *   and must tell Zubda's changes from its own.
 * @property {() => { plan: Plan, nodes: Node[] }} [again] Reads the page anew where it has put other nodes in the place of
 *   those that were cleaned; without it only the same nodes are cleaned again.
 */

/**
 * Applies a plan to the nodes that its snapshot was taken of. Throws a {@link ZubdaError} of code `page` where the page
 * does not let itself be cleaned; it is then as it was.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {ApplyOptions} [options]
 * @param {(string | undefined)[]} [texts] what the text nodes held, by id, where the snapshot was not taken just now
 */
export function applyPlan(plan, nodes, options = {}, texts) {
  const page = make(plan, nodes, options, texts);
  page.apply();
  return page;
}

/** @type {(...given: ConstructorParameters<typeof Page>) => Page} */
function make(plan, nodes, options, texts) {
  try {
    return new Page(plan, nodes, options, texts);
  } catch (cause) {
    throw new ZubdaError("page", "the page could not be cleaned", cause);
  }
}

/** A page that was cleaned, and how to put it back. */
export class Page {
  #nodes;
  #options;
  /** @type {Change[]} */
  #journal = [];
  /** Those of the journal that cut a text. @type {Map<Node, TextChange>} */
  #cuts = new Map();
  /** Places in `plan.edits` that were put back. */
  #restored = new Set();
  /** What each text node held when the snapshot was taken. @type {Map<Node, string>} */
  #texts = new Map();
  #applied = false;
  #light = lightSentences();
  /** Ends what is done until undo. */
  #control = new AbortController();
  #unwatch = () => {};

  /**
   * @param {Plan} plan
   * @param {Node[]} nodes
   * @param {ApplyOptions} options
   * @param {(string | undefined)[]} [texts]
   */
  constructor(plan, nodes, options, texts) {
    /** The plan that was applied. */
    this.plan = plan;
    /** The box's host, or the box itself in a place of the caller's; `null` where there is none. @type {HTMLElement | null} */
    this.host = null;
    this.#nodes = nodes;
    this.#options = options;
    this.#hold(texts);
  }

  /** Whether the page is clean now. */
  get applied() {
    return this.#applied;
  }

  /** What is hidden now: places in `plan.edits`. */
  get hidden() {
    if (!this.#applied) return [];
    return this.plan.edits.flatMap((edit, i) => (edit.action === "hide" && !this.#restored.has(i) ? [i] : []));
  }

  /** Cleans the page again after {@link undo}. */
  apply() {
    if (this.#applied || !this.plan.article) return;
    this.#applied = true;
    this.#control = new AbortController();
    this.#attempt(() => {
      this.#write();
      this.#open();
    });
    this.#watch();
  }

  /** Cleans again what the page redraws. */
  #watch() {
    const root = this.plan.article && /** @type {Element | undefined} */ (this.#nodes[this.plan.article.node]);
    if (!root?.isConnected || !this.#journal.length) return;
    // Find-in-page shows what it has found: that is the reader's to keep.
    const found = (/** @type {Event} */ { target }) => {
      try {
        this.restore(this.plan.edits.findIndex((edit) => edit.findable && this.#nodes[edit.node] === target));
      } catch {
        // The page is as it was.
      }
    };
    root.addEventListener("beforematch", found, { capture: true, signal: this.#control.signal });
    const isGone = () => this.#journal.some((change) => !change.node.isConnected);
    this.#unwatch = watchStory(
      root,
      () => this.#applied && (isGone() || this.#journal.some((change) => change.undone())),
      () => {
        if (isGone() && this.#options.again) this.#reread(this.#options.again);
        else this.#rewrite();
      },
    );
  }

  /** @param {NonNullable<ApplyOptions["again"]>} again */
  #reread(again) {
    const spared = new Set([...this.#restored].map((i) => key(this.plan.edits[i])));
    this.#attempt(() => {
      this.#revert();
      const { plan, nodes } = again();
      if (!plan.article) return;
      this.plan = plan;
      this.#nodes = nodes;
      this.#restored = new Set(plan.edits.flatMap((edit, i) => (spared.has(key(edit)) ? [i] : [])));
      this.#hold();
      this.#write();
    });
  }

  /** @param {(string | undefined)[]} [texts] */
  #hold(texts) {
    this.#texts.clear();
    for (const range of this.plan.edits.flatMap((edit) => edit.ranges)) {
      const node = /** @type {Text | undefined} */ (this.#nodes[range.node]);
      if (node && !this.#texts.has(node)) this.#texts.set(node, texts?.[range.node] ?? node.data);
    }
  }

  /**
   * All or nothing.
   *
   * @param {() => void} change
   */
  #attempt(change) {
    try {
      this.#around(change);
    } catch (cause) {
      this.undo();
      throw new ZubdaError("page", "the page could not be cleaned", cause);
    }
  }

  /** @param {() => void} change */
  #around(change) {
    if (this.#options.around) this.#options.around(change);
    else change();
  }

  #open() {
    if (this.#options.box !== false) {
      const shown = this.plan;
      // The plan may be another by the time that the reader asks.
      const place = (/** @type {number} */ i) => this.plan.edits.findIndex((edit) => key(edit) === key(shown.edits[i]));
      this.host = openBox({
        plan: shown,
        nodes: this.#nodes,
        open: this.#options.box?.open ?? false,
        into: this.#options.box?.into,
        show: (sentence) => this.#light.show(this.#rangesOf(sentence)),
        restore: (i) => this.restore(shown === this.plan ? i : place(i)),
        never: this.#options.remember && ((i) => this.never(shown === this.plan ? i : place(i))),
        undo: () => this.undo(),
        signal: this.#control.signal,
      });
    }
  }

  /** Puts everything back but what the page itself has changed since. */
  undo() {
    if (!this.#applied) return;
    this.#applied = false;
    this.#unwatch();
    this.#control.abort();
    this.#around(() => {
      this.#revert();
      this.host?.remove();
    });
    this.#light.clear();
    this.host = null;
  }

  /**
   * Puts one edit back.
   *
   * @param {number} i its place in `plan.edits`
   */
  restore(i) {
    if (!this.plan.edits[i] || this.#restored.has(i)) return;
    this.#restored.add(i);
    this.#rewrite();
  }

  /**
   * Puts back one edit and all others of its rule, and has the host remember the rule for this site.
   *
   * @param {number} i its place in `plan.edits`
   */
  never(i) {
    const rule = this.plan.edits[i]?.rule;
    if (!rule) return;
    this.plan.edits.forEach((edit, place) => edit.rule === rule && this.#restored.add(place));
    this.#rewrite();
    this.#options.remember?.(rule);
  }

  #rewrite() {
    if (!this.#applied) return;
    this.#attempt(() => {
      this.#revert();
      this.#write();
    });
  }

  #write() {
    const edits = this.plan.edits.filter((edit, i) => edit.action !== "leave" && !this.#restored.has(i));
    for (const edit of edits) {
      const node = this.#nodes[edit.node];
      if (!edit.ranges.length && node?.isConnected && node.nodeType === 1) {
        this.#journal.push(markElement(/** @type {HTMLElement} */ (node), edit));
      }
    }
    /** @type {Map<Text, Cut[]>} */
    const cuts = new Map();
    for (const { ranges, replacement } of edits.filter((edit) => edit.action === "hide")) {
      ranges.forEach(({ node: id, start, end }, i) => {
        const node = /** @type {Text} */ (this.#nodes[id]);
        const cut = { start, end, replacement: i === 0 ? replacement : "" };
        const known = cuts.get(node);
        if (known) known.push(cut);
        else cuts.set(node, [cut]);
      });
    }
    for (const [node, list] of cuts) {
      if (!node?.isConnected || node.data !== this.#texts.get(node)) continue;
      const change = cutText(node, list);
      this.#journal.push(change);
      this.#cuts.set(node, change);
    }
    if (this.#options.marks !== false) this.#journal.push(...markParts(this.plan, this.#nodes));
  }

  #revert() {
    this.#cuts.clear();
    revertAll(this.#journal.splice(0));
  }

  /**
   * Where a sentence stands now; nowhere once the page has put another in its place.
   *
   * @param {SummarySentence} shown of this plan, or of the one that the box was opened with
   */
  #rangesOf(shown) {
    const all = [...(this.plan.summary?.sentences ?? []), ...(this.plan.sentences ?? [])];
    const ranges = all.find(({ text }) => text === shown.text)?.ranges ?? [];
    return ranges.flatMap(({ node: id, start, end }) => {
      const node = /** @type {Text | undefined} */ (this.#nodes[id]);
      if (!node?.isConnected || !node.ownerDocument) return [];
      const now = (/** @type {number} */ offset, /** @type {boolean} */ isEnd) =>
        Math.min(this.#cuts.get(node)?.now(offset, isEnd) ?? offset, node.length);
      const range = node.ownerDocument.createRange();
      range.setStart(node, now(start, false));
      range.setEnd(node, now(end, true));
      return [range];
    });
  }
}

/**
 * What one edit has in common with the same edit of a later plan.
 *
 * @param {Plan["edits"][number]} edit
 */
function key(edit) {
  return `${edit.rule} ${edit.text}`;
}
