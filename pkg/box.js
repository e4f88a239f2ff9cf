// @ts-check
// The summary box: one host element with a closed shadow root, below the headline.

/** @import { Plan, SummarySentence } from "./types.js" */

import { openBar } from "./bar.js";
import { labelsFor, numberIn, withNumber } from "./labels.js";
import { paint } from "./paint.js";
import { partButtons } from "./parts.js";
import { placeFor } from "./place.js";
import { watchCovered } from "./seen.js";
import { HOST_ATTRIBUTE } from "./snapshot.js";
import { CLOSED, STYLE, dress } from "./style.js";
import { summarize } from "./summary.js";

/**
 * @typedef {object} BoxSetup
 * @property {Plan} plan
 * @property {Node[]} nodes
 * @property {number[]} hidden What is hidden: places in `plan.edits`.
 * @property {boolean} open
 * @property {Element} [into]
 * @property {(sentence: SummarySentence) => void} show
 * @property {(edit: number) => void} restore
 * @property {(edit: number) => void} [never]
 * @property {() => void} undo
 * @property {AbortSignal} signal Ends what the box does by itself.
 *
 * @typedef {object} Kit what the parts of the box are made with
 * @property {Document} document
 * @property {import("./labels.js").Labels} labels
 * @property {(name: string, attributes?: Record<string, string>, ...children: (Node | string)[]) => HTMLElement} make
 * @property {(text: string, act: () => void, attributes?: Record<string, string>) => HTMLElement} button
 * @property {(text: string) => void} say
 */

/**
 * Puts the box into the element that is given for it, else at the top of the story in a host of its own; `null` where there is
 * no place for it. Where the reader does not see the box, a short bar says what was done, and goes by itself.
 *
 * @param {BoxSetup} setup
 * @returns {HTMLElement | null} what to remove again
 */
export function openBox(setup) {
  if (setup.into) {
    const box = build(setup.into.ownerDocument, setup);
    setup.into.append(box);
    paint(box, setup.into);
    return box;
  }
  const place = placeFor(setup.plan, setup.nodes);
  const parent = place?.before.parentNode;
  if (!place || !parent) return null;
  const document = /** @type {Document} */ (place.before.ownerDocument);
  const host = document.createElement("div");
  host.setAttribute(HOST_ATTRIBUTE, "");
  host.style.setProperty("all", "initial", "important");
  host.style.setProperty("display", "block", "important");
  const shadow = host.attachShadow({ mode: "closed" });
  dress(document, shadow, CLOSED + STYLE + shaped(place.shape));
  const box = build(document, setup);
  paint(box, place.beside);
  shadow.append(box);
  // In an element with a shadow tree it is shown in the slot that the story is shown in.
  const slot = /** @type {Element} */ (place.before).slot;
  if (slot) host.slot = slot;
  parent.insertBefore(host, place.before);
  tellOutOfSight(host, shadow, place.beside, setup);
  return host;
}

/**
 * In the host's own sheet, which the page does not outweigh.
 *
 * @param {Record<string, string>} shape
 */
function shaped(shape) {
  const declarations = Object.entries(shape).map(([name, value]) => `${name}: ${value} !important`);
  return declarations.length ? `:host { ${declarations.join("; ")} }\n` : "";
}

/**
 * The short bar, as long as the box is out of sight.
 *
 * @param {HTMLElement} host
 * @param {ShadowRoot} shadow
 * @param {Element} beside
 * @param {BoxSetup} setup
 */
function tellOutOfSight(host, shadow, beside, { plan, hidden, undo, signal }) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (host.ownerDocument.defaultView);
  if (!view?.IntersectionObserver) return;
  const { language, direction } = /** @type {NonNullable<Plan["article"]>} */ (plan.article);
  const labels = labelsFor(language);
  /** @type {(() => void) | undefined} */
  let shut;
  const observer = new view.IntersectionObserver((entries) => {
    if (entries[entries.length - 1].isIntersecting) {
      observer.disconnect();
      return shut?.();
    }
    shut ??= openBar(shadow, {
      text: hidden.length ? withNumber(labels.hidden, hidden.length, language) : "✓",
      actions: [
        [labels.summary, () => host.scrollIntoView({ block: "center", behavior: "instant" })],
        [labels.undo, undo],
      ],
      close: labels.close,
      ...{ language, direction, beside, signal },
    });
  });
  observer.observe(host);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

/** Hidden things in the list, at most. */
const MAX_LISTED = 500;
/** Letters of a hidden thing that tell which it is: a column may hold thousands. */
const CLIP = 160;
/** Fewer that are alike stand in the list each for itself. */
const LEAST_GROUP = 3;
/** So many for one reason are one, whatever their words. */
const LEAST_MANY = 8;
/** More parts than these are a table of their own: folded until the reader asks. */
const MAX_PARTS = 6;

/**
 * A hidden thing, or several that are the same to a reader: for the same reason, with the same words or none.
 *
 * @typedef {object} Alike
 * @property {string} reason
 * @property {string} text
 * @property {number[]} edits places in `plan.edits`
 */

/** @param {string} text */
function clip(text) {
  const letters = [...text.slice(0, 2 * CLIP)];
  return letters.length > CLIP ? `${letters.slice(0, CLIP).join("").trimEnd()}…` : text;
}

/**
 * @param {Plan} plan
 * @param {number[]} places
 * @returns {Alike[]} where there are many for one reason, they are one; else those with the same words
 */
function alike(plan, places) {
  return [...groupBy(places, (place) => plan.edits[place].reason)].flatMap(([reason, edits]) => {
    if (edits.length >= LEAST_MANY) return [{ reason, text: "", edits }];
    return [...groupBy(edits, (place) => plan.edits[place].text.trim())].flatMap(([text, same]) =>
      same.length < LEAST_GROUP
        ? same.map((edit) => ({ reason, text, edits: [edit] }))
        : [{ reason, text, edits: same }],
    );
  });
}

/**
 * @template K
 * @param {number[]} places
 * @param {(place: number) => K} keyOf
 * @returns {Map<K, number[]>} in the order of the first of each
 */
function groupBy(places, keyOf) {
  /** @type {Map<K, number[]>} */
  const groups = new Map();
  for (const place of places) {
    const group = groups.get(keyOf(place));
    if (group) group.push(place);
    else groups.set(keyOf(place), [place]);
  }
  return groups;
}

/**
 * @param {Document} document
 * @param {BoxSetup} setup
 */
function build(document, { plan, nodes, hidden: places, open, into, show, restore, never, undo, signal }) {
  const article = /** @type {NonNullable<Plan["article"]>} */ (plan.article);
  const labels = labelsFor(article.language);
  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    // Where the box stands in an embedder's own root, its classes are the names of its `::part`s.
    if (attributes.class) element.setAttribute("part", attributes.class);
    element.append(...children);
    return element;
  };
  /**
   * @param {string} text
   * @param {() => void} act
   * @param {Record<string, string>} [attributes]
   */
  const button = (text, act, attributes) => {
    const element = make("button", { type: "button", ...attributes }, text);
    element.setAttribute("part", ["button", attributes?.class].filter(Boolean).join(" "));
    // In a box of our own only the reader may press: a page's script may not.
    element.addEventListener("click", (event) => (into || event.isTrusted) && act());
    return element;
  };
  const status = make("p", { role: "status", class: "status" });
  const box = make("section", {
    class: "box",
    "aria-label": labels.summary,
    lang: article.language,
    dir: article.direction,
  });
  const minutes = labels.minutes.replace("{number}", numberIn(article.minutes, article.language));
  // In an embedder's own root, what the page may put in the place of ours, or beside it.
  const slot = (/** @type {string} */ name, /** @type {Node[]} */ ...ours) =>
    into ? [make("slot", { name }, ...ours)] : ours;
  const header = make("header", { class: "header" });
  header.append(
    ...slot("name", make("strong", { class: "name" }, labels.summary)),
    make("span", { class: "minutes" }, minutes),
  );
  box.append(header);

  const say = (/** @type {string} */ text) => void (status.textContent = text);
  const summary = summarize({ document, labels, make, button, say }, plan, nodes, show, signal);
  if (summary) box.append(summary.list);

  const parts = partButtons(plan, nodes, labels, button, signal);
  if (parts.length) {
    const list = make("ol", { class: "parts" }, ...parts.map((part) => make("li", {}, part)));
    const folded = parts.length > MAX_PARTS && make("details", {}, make("summary", {}, labels.parts), list);
    box.append(make("nav", { "aria-label": labels.parts }, folded || list));
  }
  if (!summary && !parts.length) box.classList.add("slim");

  const tools = make("footer", { class: "footer" });
  if (places.length) {
    /** @param {Alike} alike @returns {HTMLElement} */
    const item = ({ reason, text, edits }) => {
      /** @param {(edit: number) => void} act */
      const put = (act) => () => {
        edits.forEach(act);
        back.remove();
        forget?.remove();
        status.textContent = labels.restored;
      };
      const back = button(labels.restore, put(restore));
      const forget = never && button(labels.never, put(never));
      const why = labels.reasons[reason] ?? reason;
      back.setAttribute("aria-label", `${labels.restore}: ${clip(text || why)}`);
      const words = (/** @type {string} */ name, /** @type {string} */ more) =>
        make(name, { class: "what", dir: "auto" }, clip(text || why) + more);
      const each = edits.map((edit) => ({ reason, text: plan.edits[edit].text.trim(), edits: [edit] }));
      const what =
        edits.length > 1
          ? unfolding(words("summary", ` × ${numberIn(edits.length, article.language)}`), each)
          : words("span", "");
      const because = text ? [make("span", { class: "why" }, why)] : [];
      return make("li", {}, what, ...because, back, ...(forget ? [forget] : []));
    };
    /**
     * A list that is made when it is looked at, and no longer than a reader could look at.
     *
     * @param {HTMLElement} summary
     * @param {Alike[]} things
     */
    const unfolding = (summary, things) => {
      const list = make("ul", { class: "hidden" });
      const details = make("details", {}, summary, list);
      details.addEventListener(
        "toggle",
        () => list.firstChild ?? list.append(...things.slice(0, MAX_LISTED).map(item)),
      );
      return details;
    };
    const said = withNumber(labels.hidden, places.length, article.language);
    const details = unfolding(make("summary", {}, said), alike(plan, places));
    if (open) {
      details.dispatchEvent(new Event("toggle"));
      details.setAttribute("open", "");
    }
    tools.append(details);
  }
  tools.append(...(summary?.tools ?? []));
  const back = button(labels.undo, () => {
    // The browser's own question is one that no page can cover.
    if (!isCovered() || document.defaultView?.confirm(labels.undo)) undo();
  });
  const isCovered = into ? () => false : watchCovered(back, signal);
  tools.append(back, ...slot("tools"));
  box.append(tools, status);
  return box;
}
