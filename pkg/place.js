// @ts-check
// Where the box stands: below the headline, in the story's own column and as wide as that. All is read, and nothing written.

/** @import { Plan } from "./types.js" */

import { parentAround } from "./dom.js";
import { headlineOf } from "./headline.js";

/**
 * @typedef {object} Place
 * @property {ChildNode} before What the box stands before.
 * @property {Element} beside A paragraph that it stands by: it has that one's colours.
 * @property {Record<string, string>} shape Style by which it is as wide as the story, and no wider.
 */

/** Paragraphs that are looked at for a place, at most. */
const MAX_LOOKED = 12;
/** A place of less than this share of the story's width is a side column's or a cell's. */
const NARROW = 0.8;
/** Text of so many letters fills its line, and tells how wide the story is. */
const FULL = 80;
/** Pixels that layout may be off by. */
const SLACK = 2;

const NO_HOST_INSIDE = [
  "p",
  "ul",
  "ol",
  "dl",
  "table",
  "tbody",
  "tr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "figure",
].concat("blockquote", "a", "span", "button");
const CELLS = ["td", "th"];

/**
 * The first place that is below the headline and as wide as the story; else before the first paragraph; `null` where the story is
 * not in the page.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {Place | null}
 */
export function placeFor(plan, nodes) {
  const story = /** @type {Element | undefined} */ (plan.article ? nodes[plan.article.node] : undefined);
  const first = /** @type {Element | undefined} */ (nodes[plan.paragraphs[0]?.node]);
  if (!story || !first?.isConnected) return null;
  if (first === story) {
    const before = lift(opening(first, plan.paragraphs[0].text));
    return before && { before, beside: first, shape: {} };
  }
  const known = plan.paragraphs.flatMap(({ node, text, kind }) => {
    const element = /** @type {Element | undefined} */ (nodes[node]);
    return element?.isConnected && element.nodeType === 1 && kind !== "row" ? [{ element, length: text.length }] : [];
  });
  const looked = [...new Map(known.map((one) => [one.element, one])).values()].slice(0, MAX_LOOKED);
  const boxes = new Map(looked.map(({ element }) => [element, element.getBoundingClientRect()]));
  const full = looked.filter(({ length }) => length >= FULL).map(({ element }) => boxes.get(element)?.width ?? 0);
  const width = full.sort((a, b) => a - b)[full.length >> 1] ?? boxes.get(first)?.width ?? 0;
  const headline = headlineOf(plan, nodes);
  const isBelow = (/** @type {Node} */ node) =>
    !headline || (!node.contains(headline) && (headline.compareDocumentPosition(node) & FOLLOWING) !== 0);
  for (const { element } of looked) {
    const box = /** @type {DOMRect} */ (boxes.get(element));
    if (box.width < width * NARROW) continue;
    const found = settle(element, box, boxes);
    if (found && isBelow(found.before)) return { ...found, beside: element };
  }
  const before = lift(first);
  return before && { before, beside: first, shape: {} };
}

/** Of `compareDocumentPosition`. */
const FOLLOWING = 4;

/**
 * The nearest place at a paragraph or around it where what is put in stands above it, not beside it.
 *
 * @param {Element} paragraph
 * @param {DOMRect} box
 * @param {Map<Element, DOMRect>} boxes of the story's first paragraphs
 * @returns {{ before: ChildNode, shape: Record<string, string> } | null}
 */
function settle(paragraph, box, boxes) {
  const view = /** @type {Window} */ (paragraph.ownerDocument.defaultView);
  for (let before = lift(paragraph); before; before = lift(/** @type {Element | null} */ (before.parentNode))) {
    const parent = parentAround(before);
    if (!parent || parent.localName === "html") return null;
    const { display, flexDirection, gridTemplateColumns } = view.getComputedStyle(parent);
    if (/^inline|table|contents|none/.test(display) && !CELLS.includes(parent.localName)) continue;
    if (display === "flex" && flexDirection.startsWith("row")) continue;
    if (display === "flex") return { before, shape: { "align-self": "stretch", ...within(parent, box) } };
    if (display !== "grid") return { before, shape: within(parent, box) };
    if (gridTemplateColumns.split(" ").length < 2) return { before, shape: within(parent, box) };
    // A grid whose paragraphs stand one below the other in one of its columns.
    const beside = [...boxes].filter(([element]) => element.parentNode === parent);
    const isStack = beside.length > 1 && beside.every(([, one]) => Math.abs(one.left - box.left) <= SLACK);
    if (!isStack || before !== paragraph) continue;
    const { gridColumnStart, gridColumnEnd } = view.getComputedStyle(paragraph);
    const columns = gridColumnStart === "auto" ? "1 / -1" : `${gridColumnStart} / ${gridColumnEnd}`;
    return { before, shape: { "grid-column": columns, "min-inline-size": "0" } };
  }
  return null;
}

/**
 * Has a box in a parent stand where a paragraph stands, where that is narrower.
 *
 * @param {Element} parent
 * @param {DOMRect} box
 * @returns {Record<string, string>}
 */
function within(parent, box) {
  const view = /** @type {Window} */ (parent.ownerDocument.defaultView);
  const style = view.getComputedStyle(parent);
  const outer = parent.getBoundingClientRect();
  const [left, right] = /** @type {const} */ (["left", "right"]).map((side) => {
    const name = side === "left" ? "Left" : "Right";
    const edge = parseFloat(style[`border${name}Width`]) + parseFloat(style[`padding${name}`]);
    return side === "left" ? box.left - outer.left - edge : outer.right - edge - box.right;
  });
  const room = box.width + left + right;
  if (left <= SLACK && right <= SLACK) return {};
  const start = Math.max(0, style.direction === "rtl" ? right : left);
  const isCentred = Math.abs(left - right) <= SLACK;
  return {
    "max-inline-size": `${Math.ceil(box.width)}px`,
    ...(isCentred
      ? { "margin-inline": "auto" }
      : { "margin-inline-start": `${Math.round((start / room) * 1000) / 10}%` }),
  };
}

/**
 * A node, or what around it may have a block beside it. A cell may hold the box: where tables lay out the page, above the
 * outermost one is above the whole page.
 *
 * @param {ChildNode | null} node
 * @returns {ChildNode | null}
 */
function lift(node) {
  let place = node;
  for (let at = place?.parentElement ?? null; at; at = at.parentElement) {
    if (CELLS.includes(at.localName)) return place;
    if (NO_HOST_INSIDE.includes(at.localName)) place = at;
  }
  return place?.parentNode ? place : null;
}

/**
 * The child that a paragraph of bare text begins with.
 *
 * @param {Element} element
 * @param {string} text
 * @returns {ChildNode | null}
 */
function opening(element, text) {
  /** Enough to know it by, and short enough to stand in one node. */
  const KNOWN_BY = 16;
  const begins = (/** @type {ChildNode} */ child) => {
    const words = (child.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, KNOWN_BY);
    return words !== "" && text.trimStart().startsWith(words);
  };
  return Array.from(element.childNodes).find(begins) ?? element.firstElementChild;
}
