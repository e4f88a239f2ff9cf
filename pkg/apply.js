// @ts-check
// Does what a plan says; never decides. Every change is a value with its inverse, kept in a journal.

/** @import { Article, Plan, Sentence, SummarySentence } from "./types.js" */
/** @import { Change, Cut, TextChange } from "./change.js" */
/** @import { Identity } from "./identity.js" */

import { openBox } from "./box.js";
import { cutText, markElement, revertAll } from "./change.js";
import { ZubdaError } from "./error.js";
import { findAgain, identify } from "./identity.js";
import { lightSentences } from "./light.js";
import { isLaidOver, unlockScroll } from "./overlay.js";
import { markParts } from "./parts.js";
import { setForReading } from "./reading.js";
import { watchStory } from "./watch.js";

/**
 * @typedef {object} BoxOptions
 * @property {boolean} [open] Whether the list of what was hidden stands open.
 * @property {Element} [into] Takes the box, in place of a host above the story's first paragraph.
 *
 * @typedef {object} ApplyOptions
 * @property {false | BoxOptions} [box] `false` for no box.
 * @property {boolean} [marks] `false` for no marks of the story's parts in the story.
 * @property {import("./reading.js").Reading} [reading] How the story is set for reading; as the page has it unless told.
 * @property {(rule: string) => unknown} [remember] Told when the reader wants a rule never again on this site; without it
 *   the box does not offer that. See `siteRules`.
 * @property {(change: () => void) => void} [around] Runs each change of the page, at once, for those who observe the page
 *   and must tell Zubda's changes from its own.
 * @property {() => { plan: Plan, nodes: Node[] }} [again] Reads the page anew where it has put other nodes in the place of
 *   those that were cleaned; without it only the same nodes are cleaned again.
 * @property {Iterable<number>} [spare] Places in `plan.edits` of what is left as it is, as if the reader had put it back.
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
  /** Places in `plan.edits` that were put back. @type {Set<number>} */
  #restored;
  /** What was put back and is not in the page now. @type {Identity[]} */
  #gone = [];
  /** Places of edits of which the browser did not say what they ask for. @type {Set<number>} */
  #unmet = new Set();
  /** Rules that the reader wants never again. @type {Set<string>} */
  #never = new Set();
  /** Whether the page was read anew and had no story then: it may be half redrawn. */
  #lost = false;
  /** What each text node held when the snapshot was taken. @type {Map<Node, string>} */
  #texts = new Map();
  #applied = false;
  #light = lightSentences();
  /** Ends what is done until undo. */
  #control = new AbortController();
  /** Ends what the box does by itself. */
  #boxControl = new AbortController();
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
    this.#restored = new Set(options.spare);
    this.#hold(texts);
  }

  /** Whether the page is clean now. */
  get applied() {
    return this.#applied;
  }

  /** What is hidden now: places in `plan.edits`. */
  get hidden() {
    if (!this.#applied || this.#lost) return [];
    const isHidden = (/** @type {number} */ i) => !this.#restored.has(i) && !this.#unmet.has(i);
    return this.plan.edits.flatMap((edit, i) => (edit.action === "hide" && isHidden(i) ? [i] : []));
  }

  /** Cleans the page again after {@link undo}. */
  apply() {
    if (this.#applied || !this.plan.article) return;
    this.#applied = true;
    this.#control = new AbortController();
    const { again } = this.#options;
    this.#attempt(() => {
      if (again && this.#isReplaced()) this.#readAgain(again);
      else this.#write();
      this.#open();
    });
    if (this.#lost) this.undo();
    else this.#watch();
  }

  /** Cleans again what the page redraws. */
  #watch() {
    const story = () => /** @type {Element} */ (this.#nodes[/** @type {Article} */ (this.plan.article).node]);
    if (!story()?.isConnected || !this.#journal.length) return;
    // Find-in-page shows what it has found: that is the reader's to keep.
    const found = (/** @type {Event} */ { target }) => {
      try {
        this.restore(this.plan.edits.findIndex((edit) => edit.findable && this.#nodes[edit.node] === target));
      } catch {
        // The page is as it was.
      }
    };
    this.#nodes[0].addEventListener("beforematch", found, { capture: true, signal: this.#control.signal });
    const { again } = this.#options;
    // What is away for a while, and cannot be read anew, is clean when it comes back.
    const isGone = () =>
      again && this.#nodes[0].isConnected && (this.#lost || this.#journal.some((change) => !change.node.isConnected));
    const isUndone = (/** @type {Change} */ change) => change.node.isConnected && change.undone();
    this.#unwatch = watchStory(
      story,
      () => this.#applied && (isGone() || this.#journal.some(isUndone)),
      () => {
        if (!again || !isGone()) return this.#rewrite();
        this.#attempt(() => {
          this.#revert();
          this.#readAgain(again);
          // The box went with the story that it stood in.
          if (!this.#lost && !this.host?.isConnected) this.#open();
        });
      },
    );
  }

  /** Whether the page has put other nodes in the place of those that are to be changed. */
  #isReplaced() {
    return this.plan.edits.some((edit) => edit.action !== "leave" && !this.#nodes[edit.node]?.isConnected);
  }

  /** @param {NonNullable<ApplyOptions["again"]>} again */
  #readAgain(again) {
    const { plan, nodes } = again();
    this.#lost = !plan.article;
    if (this.#lost) return;
    const { identities } = identify(this.plan, this.#nodes);
    const spared = [...this.#gone, ...[...this.#restored].map((i) => identities[i])];
    const found = findAgain(spared, identify(plan, nodes));
    this.plan = plan;
    this.#nodes = nodes;
    this.#restored = found.places;
    this.#gone = found.gone;
    this.#never.forEach((rule) => this.#spareRule(rule));
    this.#hold();
    this.#write();
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
    if (this.#options.box === false) return;
    this.#boxControl.abort();
    this.#boxControl = new AbortController();
    const [plan, nodes] = [this.plan, this.#nodes];
    this.host = openBox({
      plan,
      nodes,
      hidden: this.hidden,
      open: this.#options.box?.open ?? false,
      into: this.#options.box?.into,
      show: (sentence) => this.#light.show(this.#rangesOf(sentence, plan)),
      // The plan may be another by the time that the reader asks.
      restore: (i) => (plan === this.plan ? this.restore(i) : this.#restoreAgain(identify(plan, nodes).identities[i])),
      never: this.#options.remember && ((i) => this.#neverAgain(plan.edits[i].rule)),
      undo: () => this.undo(),
      signal: this.#boxControl.signal,
    });
  }

  /** Puts everything back but what the page itself has changed since. */
  undo() {
    if (!this.#applied) return;
    this.#applied = false;
    this.#unwatch();
    this.#control.abort();
    this.#boxControl.abort();
    this.#around(() => {
      this.#revert();
      this.host?.remove();
    });
    this.#light.clear();
    this.host = null;
    this.#lost = false;
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

  /** @param {Identity} identity of an edit of an earlier plan */
  #restoreAgain(identity) {
    const { places, gone } = findAgain([identity], identify(this.plan, this.#nodes));
    places.forEach((place) => this.#restored.add(place));
    this.#gone.push(...gone);
    this.#rewrite();
  }

  /**
   * Puts back one edit and all others of its rule, and has the host remember the rule for this site.
   *
   * @param {number} i its place in `plan.edits`
   */
  never(i) {
    const rule = this.plan.edits[i]?.rule;
    if (rule) this.#neverAgain(rule);
  }

  /** @param {string} rule */
  #neverAgain(rule) {
    this.#never.add(rule);
    this.#spareRule(rule);
    this.#rewrite();
    this.#options.remember?.(rule);
  }

  /** @param {string} rule */
  #spareRule(rule) {
    this.plan.edits.forEach((edit, place) => edit.rule === rule && this.#restored.add(place));
  }

  #rewrite() {
    if (!this.#applied) return;
    this.#attempt(() => {
      this.#revert();
      this.#write();
    });
  }

  #write() {
    this.#ask();
    const isDone = (/** @type {number} */ i) => !this.#restored.has(i) && !this.#unmet.has(i);
    const edits = this.plan.edits.filter((edit, i) => edit.action !== "leave" && isDone(i));
    const isOverlay = edits.some((edit) => edit.reason === "overlay" && this.#nodes[edit.node]?.isConnected);
    if (isOverlay) this.#journal.push(...unlockScroll(/** @type {Document} */ (this.#nodes[0].ownerDocument)));
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
    this.#journal.push(...setForReading(this.plan, this.#nodes, this.#options.reading));
  }

  /** Asks the browser what the edits ask for, before anything is written, so that it lays the page out no more than once. */
  #ask() {
    this.#unmet.clear();
    this.plan.edits.forEach((edit, i) => {
      const node = this.#nodes[edit.node];
      if (edit.asks && !(node?.nodeType === 1 && isLaidOver(/** @type {Element} */ (node)))) this.#unmet.add(i);
    });
  }

  #revert() {
    this.#cuts.clear();
    revertAll(this.#journal.splice(0));
  }

  /**
   * Where a sentence stands now; nowhere once the page has put another in its place.
   *
   * @param {SummarySentence} shown
   * @param {Plan} plan the one that it is of
   */
  #rangesOf(shown, plan) {
    const ranges = plan === this.plan ? shown.ranges : (sentenceAgain(shown, plan, this.plan)?.ranges ?? []);
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
 * A sentence of one plan in a later one: among those with its words the one in its place, else the first.
 *
 * @param {SummarySentence} shown
 * @param {Plan} before
 * @param {Plan} now
 * @returns {SummarySentence | Sentence | undefined}
 */
function sentenceAgain(shown, before, now) {
  const alike = (/** @type {Plan} */ { sentences, summary }) =>
    (sentences ?? summary?.sentences ?? []).filter(({ text }) => text === shown.text);
  const { node, start } = shown.ranges[0] ?? {};
  const place = alike(before).findIndex(({ ranges }) => ranges[0]?.node === node && ranges[0]?.start === start);
  return alike(now)[place] ?? alike(now)[0];
}
