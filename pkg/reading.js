// @ts-check
// Sets the story for reading in its place: one column of a legible size, in which all that lies around the story gives way. Nothing
// is moved: the story's own ancestors are styled as plain blocks, each by its `style` attribute, which no sheet of the page
// outweighs and which is taken back with all else.

/** @import { Change } from "./change.js" */
/** @import { Colour } from "./colour.js" */
/** @import { Plan } from "./types.js" */

import { revertAll, style } from "./change.js";
import { WHITE, backgroundAt, contrast, css, inkOf } from "./colour.js";
import { childElements, localName, nodeType, parentAround } from "./dom.js";
import { headlineOf } from "./headline.js";
import { HOST_ATTRIBUTE } from "./snapshot.js";

/**
 * How the story is set; as the page has it unless told.
 *
 * @typedef {object} Reading
 * @property {boolean} [column] Whether it stands in one column, where all but it and its headline's block is hidden.
 * @property {number} [size] Of its text, in per cent.
 * @property {number} [width] Of its lines, in characters.
 */

/** Pixels below which running text is small for a screen: browsers' own reader views begin at 18 to 20. */
const LEAST_SIZE = 18;
/** Characters in a line, where the reader has not said: readers' eyes find the next line up to 75 (Bringhurst, 2.1.2). */
const LINE = 70;
/** A character's mean width, in parts of the font's size; letters of Han and Kana are twice as wide, and take two. */
const CHARACTER = 0.5;
/** Line height below which lines of such a length run together (WCAG 2, 1.4.8), and what is set in its place. */
const LEAST_LEADING = 1.5;
const LEADING = 1.6;
/** Text of more than this many times the running text's size is a heading: it is large enough. */
const HEADING = 1.4;
/** Between paragraphs that the page had parted by the gap of a grid, in parts of their font's size. */
const LEAST_GAP = 0.3;
const GAP = "0.9em";
/** Large text is legible from this contrast on (WCAG 2, 1.4.3). */
const LEAST_CONTRAST = 3;
/** A table that holds more than this share of the story lays out the page. */
const LAYOUT = 0.5;
/** Elements that are looked at for what runs over the column's edge. */
const MAX_FITTED = 4000;

/** A plain block, as wide as what it is in and as high as what is in it. */
const PLAIN = {
  display: "block",
  position: "static",
  float: "none",
  "inline-size": "auto",
  "min-inline-size": "0",
  "max-inline-size": "none",
  "block-size": "auto",
  "min-block-size": "0",
  "max-block-size": "none",
  "aspect-ratio": "auto",
  margin: "0",
  padding: "0",
  columns: "auto",
  overflow: "visible",
  contain: "none",
  "content-visibility": "visible",
  transform: "none",
  translate: "none",
  rotate: "none",
  scale: "none",
  "clip-path": "none",
  "mask-image": "none",
  opacity: "1",
  filter: "none",
  "text-align": "start",
};
/** And nothing to be seen of it. */
const BARE = { ...PLAIN, border: "0", background: "none", "box-shadow": "none" };
/** In the flow, and no wider than the column. */
const FITTED = {
  position: "static",
  float: "none",
  "min-inline-size": "0",
  "max-inline-size": "100%",
  "margin-inline": "auto",
  transform: "none",
  translate: "none",
};

/** What is as wide as it is. */
const REPLACED = ["img", "picture", "video", "iframe", "svg", "canvas", "object", "embed", "audio", "hr"];
/** And as high as its width asks for. */
const GROWING = ["img", "picture", "video", "svg"];
/** What is scrolled where it is too wide. */
const SCROLLED = ["pre", "table"];
/** Elements whose shape says something: they keep it, and what is in them. */
const SHAPED = ["figure", "blockquote", "ul", "ol", "li", "dl", "dd", "dt", "pre", "aside", "details", "form"];
const CELLS = ["table", "thead", "tbody", "tfoot", "tr", "td", "th"];

/**
 * Sets the story for reading.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {Reading} [reading]
 * @returns {Change[]}
 */
export function setForReading(plan, nodes, { column = false, size = 100, width = 0 } = {}) {
  const story = /** @type {HTMLElement | undefined} */ (plan.article ? nodes[plan.article.node] : undefined);
  // A document without a browser around it has no styles to set.
  if (!story?.isConnected || !story.ownerDocument.defaultView?.getComputedStyle) return [];
  /** @type {Change[]} */
  const changes = [];
  const set = (/** @type {HTMLElement} */ element, /** @type {Record<string, string>} */ properties) => {
    if (element.style) changes.push(style(element, properties));
  };
  try {
    if (!column) for (const [element, properties] of closed(plan, nodes, story)) set(element, properties);
    if (!column && size === 100 && !width) return changes;
    const paragraphs = paragraphsOf(plan, nodes);
    const page = /** @type {HTMLElement} */ (nodes[0]);
    // All is read before anything is written, for the browser lays out the page anew each time.
    const texts = textsOf(story);
    const base = runningSize(paragraphs, texts);
    const scale = column ? Math.max(1, LEAST_SIZE / base) : 1;
    const sizes = texts.map((text) => sizeOf(text, base, scale, size / 100, column));
    const line = `${Math.round((width || LINE) * CHARACTER * base * scale * (size / 100))}px`;
    const layout = column ? layoutOf(plan, nodes, paragraphs, page, story) : null;

    texts.forEach(({ element }, i) => sizes[i] && set(element, sizes[i]));
    if (layout) {
      for (const [element, properties] of layout.styles) set(element, properties);
      set(layout.column, { ...layout.frame, "max-inline-size": `min(100%, ${line})` });
      for (const [element, properties] of fitted(layout, story, paragraphs)) set(element, properties);
    } else if (width) {
      set(story, { "max-inline-size": `min(100%, ${line})`, "margin-inline": "auto" });
    }
  } catch (cause) {
    revertAll(changes);
    throw cause;
  }
  return changes;
}

/** What is left of a row that is narrower than this share of it leaves a hole. */
const WHOLE = 0.85;

/**
 * Closes the holes of columns that were hidden beside the story: what is left of their row stands in its middle, as wide as it was.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {HTMLElement} story
 * @returns {[HTMLElement, Record<string, string>][]}
 */
function closed({ edits }, nodes, story) {
  const hidden = edits.filter((edit) => edit.action === "hide" && !edit.ranges.length).map(({ node }) => nodes[node]);
  const rows = new Set(hidden.flatMap((node) => (node ? (parentAround(node) ?? []) : [])));
  const view = /** @type {Window} */ (story.ownerDocument.defaultView);
  return [...rows].flatMap((row) => {
    if (!row.contains(story) || row.localName === "html") return [];
    const { display, flexDirection } = view.getComputedStyle(row);
    const isRow = display === "grid" || (display === "flex" && flexDirection.startsWith("row"));
    // Styles are asked before places, for which the browser has to lay out the page.
    if (!isRow && [...childElements(row)].every((child) => view.getComputedStyle(child).float === "none")) return [];
    const left = [...childElements(row)].filter((child) => child.getBoundingClientRect().height > 0);
    const [one] = left;
    if (!one || left.some((other) => !isBelow(other, one))) return [];
    const { width } = one.getBoundingClientRect();
    const box = contentBox(/** @type {HTMLElement} */ (row));
    if (width > (box.right - box.left) * WHOLE) return [];
    /** @type {[HTMLElement, Record<string, string>][]} */
    const found = [];
    if (display === "grid") {
      const columns = { "grid-template-areas": "none", "grid-template-columns": `minmax(0, ${Math.round(width)}px)` };
      found.push([/** @type {HTMLElement} */ (row), { ...columns, "justify-content": "center" }]);
      for (const child of left) found.push([child, { "grid-area": "auto" }]);
    } else if (isRow) {
      found.push([/** @type {HTMLElement} */ (row), { "justify-content": "center" }]);
    } else if (left.length === 1 && view.getComputedStyle(one).float !== "none") {
      found.push([one, { float: "none", "margin-inline": "auto" }]);
    }
    return found;
  });
}

/** Whether two stand in one column. @param {Element} other @param {Element} one */
function isBelow(other, one) {
  const [a, b] = [other.getBoundingClientRect(), one.getBoundingClientRect()];
  return Math.abs(a.left - b.left) <= 2 && Math.abs(a.width - b.width) <= 2;
}

/**
 * The elements of the story's paragraphs, each once.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 */
function paragraphsOf(plan, nodes) {
  /** @type {Map<HTMLElement, number>} */
  const lengths = new Map();
  for (const { node, text, kind } of plan.paragraphs) {
    const element = /** @type {HTMLElement | undefined} */ (nodes[node]);
    if (!element?.isConnected || nodeType(element) !== 1 || kind === "row") continue;
    lengths.set(element, (lengths.get(element) ?? 0) + text.length);
  }
  return lengths;
}

/**
 * The elements that have text of their own in the story, with its size.
 *
 * @param {HTMLElement} story
 */
function textsOf(story) {
  const view = /** @type {Window} */ (story.ownerDocument.defaultView);
  /** @type {{ element: HTMLElement, size: number, leading: number }[]} */
  const texts = [];
  const look = (/** @type {HTMLElement} */ element) => {
    if (element.hasAttribute(HOST_ATTRIBUTE) || !element.style) return;
    const { display, fontSize, lineHeight } = view.getComputedStyle(element);
    if (display === "none") return;
    const size = parseFloat(fontSize);
    if (hasText(element) && size) texts.push({ element, size, leading: parseFloat(lineHeight) / size });
    for (const child of childElements(element)) look(child);
  };
  look(story);
  return texts;
}

/** @param {Element} element */
function hasText(element) {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (nodeType(child) === 3 && /** @type {Text} */ (child).data.trim()) return true;
  }
  return false;
}

/**
 * The size that most of the running text has.
 *
 * @param {Map<HTMLElement, number>} paragraphs
 * @param {ReturnType<typeof textsOf>} texts
 */
function runningSize(paragraphs, texts) {
  /** @type {Map<number, number>} */
  const lengths = new Map();
  for (const { element, size } of texts) lengths.set(size, (lengths.get(size) ?? 0) + (paragraphs.get(element) ?? 0));
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? LEAST_SIZE;
}

/**
 * @param {ReturnType<typeof textsOf>[number]} text
 * @param {number} base
 * @param {number} scale of the running text
 * @param {number} wish of all text
 * @param {boolean} column
 */
function sizeOf({ size, leading }, base, scale, wish, column) {
  const isHeading = size > base * HEADING;
  const now = size * wish * (isHeading ? 1 : scale);
  // `NaN`, the font's own, which grows with it.
  const isTight = !isHeading && !(leading >= LEAST_LEADING);
  if (column && isTight) return { "font-size": `${round(now)}px`, "line-height": String(LEADING) };
  if (now === size) return null;
  return { "font-size": `${round(now)}px`, ...(leading ? { "line-height": String(round(leading)) } : {}) };
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 100) / 100;
}

/**
 * What each element on the way to the story becomes, and which one is the column.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {Map<HTMLElement, number>} paragraphs
 * @param {HTMLElement} page
 * @param {HTMLElement} story
 */
function layoutOf(plan, nodes, paragraphs, page, story) {
  const { body } = page.ownerDocument;
  const isWhole = localName(page) === "html" && body !== null;
  const column = isWhole ? /** @type {HTMLElement} */ (body) : page;
  const ground = backgroundAt(story) ?? WHITE;
  const ink = inkOf([...paragraphs.keys()][0] ?? story);
  const headline = headlineOf(plan, nodes);
  /** @type {Map<HTMLElement, Record<string, string>>} */
  const styles = new Map();
  const way = new Set([story, headline].flatMap((element) => (element ? waysTo(element, page) : [])));
  for (const element of way) {
    if (element === page && !isWhole) continue;
    // A picture that the headline stands on stays with it.
    styles.set(element, element.contains(story) || !hasPicture(element) ? BARE : FITTED);
    for (const child of childElements(element)) {
      if (!way.has(child) && child !== story && child !== headline) piece(child, styles);
    }
  }
  if (headline && headline !== story) piece(headline, styles);
  if (story !== page) styles.set(story, BARE);
  for (const element of inside(story, paragraphs)) styles.set(element, PLAIN);
  for (const [element, colour] of unreadable(way, story, ground, ink)) {
    styles.set(element, { ...styles.get(element), color: css(colour) });
  }
  /** @type {Record<string, string>} */
  const frame = isWhole
    ? { margin: "0 auto", padding: "24px clamp(16px, 4vw, 32px) 64px", "box-sizing": "content-box" }
    : { "margin-inline": "auto" };
  if (isWhole) {
    styles.set(page, { ...BARE, "background-color": css(ground) });
    styles.set(column, { ...styles.get(column), ...BARE });
  }
  return { styles, column, frame, headline };
}

/**
 * The elements around one, without it.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} page
 */
function waysTo(element, page) {
  const ways = [];
  for (let at = element; at !== page;) {
    const around = /** @type {HTMLElement | null} */ (parentAround(at));
    if (!around) break;
    ways.push((at = around));
  }
  return ways;
}

/** @param {HTMLElement} element */
function hasPicture(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  return view.getComputedStyle(element).backgroundImage.includes("url(");
}

/**
 * What stands beside the way and is kept: a byline, the lead picture.
 *
 * @param {HTMLElement} element
 * @param {Map<HTMLElement, Record<string, string>>} styles
 */
function piece(element, styles) {
  if (element.hasAttribute(HOST_ATTRIBUTE) || !element.style) return;
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  const { display, position } = view.getComputedStyle(element);
  if (display === "none" || display.startsWith("inline") || display === "contents") return;
  if (position === "fixed") return;
  const isReplaced = REPLACED.includes(localName(element));
  styles.set(element, { ...FITTED, ...(isReplaced ? {} : { "inline-size": "auto", "margin-inline": "0" }) });
}

/**
 * The elements between the story's own and its paragraphs, but for those whose shape is a part of what they say.
 *
 * @param {HTMLElement} story
 * @param {Map<HTMLElement, number>} paragraphs
 */
function inside(story, paragraphs) {
  const view = /** @type {Window} */ (story.ownerDocument.defaultView);
  const whole = sum(paragraphs.values());
  /** @type {Map<HTMLElement, boolean>} */
  const known = new Map([[story, true]]);
  const isPlain = (/** @type {HTMLElement} */ element) => {
    const name = localName(element);
    if (SHAPED.includes(name)) return false;
    if (CELLS.includes(name)) {
      const table = element.closest("table") ?? element;
      const within = sum(
        [...paragraphs].filter(([paragraph]) => table.contains(paragraph)).map(([, length]) => length),
      );
      return within > whole * LAYOUT;
    }
    const { backgroundColor, backgroundImage, borderTopWidth, display } = view.getComputedStyle(element);
    const isSeen = backgroundImage !== "none" || borderTopWidth !== "0px" || !/, 0\)$/.test(backgroundColor);
    return !isSeen && display !== "inline";
  };
  /** @type {(element: HTMLElement) => boolean} */
  const open = (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const around = /** @type {HTMLElement | null} */ (parentAround(element));
    const plain = around !== null && open(around) && isPlain(element);
    known.set(element, plain);
    return plain;
  };
  for (const paragraph of paragraphs.keys()) {
    const around = /** @type {HTMLElement | null} */ (parentAround(paragraph));
    if (paragraph !== story && around) open(around);
  }
  return [...known].flatMap(([element, plain]) => (plain && element !== story ? [element] : []));
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  return [...numbers].reduce((all, one) => all + one, 0);
}

/**
 * Text beside the story that stood on a ground of its own, and could not be read on the story's.
 *
 * @param {Set<HTMLElement>} way
 * @param {HTMLElement} story
 * @param {Colour} ground
 * @param {Colour | null} ink
 * @returns {[HTMLElement, Colour][]}
 */
function unreadable(way, story, ground, ink) {
  if (!ink) return [];
  /** @type {[HTMLElement, Colour][]} */
  const found = [];
  const view = /** @type {Window} */ (story.ownerDocument.defaultView);
  const look = (/** @type {HTMLElement} */ element) => {
    if (element === story || element.hasAttribute(HOST_ATTRIBUTE)) return;
    const { display, backgroundColor } = view.getComputedStyle(element);
    const hasGround = !way.has(element) && !/, 0\)$/.test(backgroundColor);
    if (display === "none" || hasGround || (way.has(element) && !element.contains(story) && hasPicture(element)))
      return;
    const own = hasText(element) && inkOf(element);
    if (own && contrast(own, ground) < LEAST_CONTRAST) found.push([element, ink]);
    for (const child of childElements(element)) look(child);
  };
  for (const element of way) {
    for (const child of childElements(element)) if (!way.has(child)) look(child);
  }
  return found;
}

/**
 * What still runs over the column's edge, and paragraphs that stand on each other.
 *
 * @param {{ column: HTMLElement, headline: HTMLElement | null }} layout
 * @param {HTMLElement} story
 * @param {Map<HTMLElement, number>} paragraphs
 * @returns {[HTMLElement, Record<string, string>][]}
 */
function fitted({ column, headline }, story, paragraphs) {
  const view = /** @type {Window} */ (column.ownerDocument.defaultView);
  const { left, right } = contentBox(story);
  /** @type {[HTMLElement, Record<string, string>][]} */
  const found = [];
  let looked = 0;
  const look = (/** @type {HTMLElement} */ element) => {
    if ((looked += 1) > MAX_FITTED || element.hasAttribute(HOST_ATTRIBUTE) || !element.style) return;
    const box = element.getBoundingClientRect();
    // Nothing is drawn of it, or of nothing but what is in it.
    if (!element.getClientRects().length && view.getComputedStyle(element).display !== "contents") return;
    const isOver = box.width > 1 && box.height > 1 && (box.left < left - 1 || box.right > right + 1);
    const name = localName(element);
    const isBox = REPLACED.includes(name) || view.getComputedStyle(element).display !== "inline";
    if (isOver && isBox && !element.contains(story)) {
      found.push([
        element,
        {
          ...FITTED,
          ...(REPLACED.includes(name) ? GROWING.includes(name) && { "block-size": "auto" } : { "inline-size": "auto" }),
          ...(SCROLLED.includes(name) ? { display: "block", "overflow-x": "auto" } : {}),
        },
      ]);
    }
    if (!SCROLLED.includes(name)) for (const child of childElements(element)) look(child);
  };
  look(column);
  let before = headline?.getBoundingClientRect() ?? null;
  for (const element of paragraphs.keys()) {
    const box = element.getBoundingClientRect();
    const size = parseFloat(view.getComputedStyle(element).fontSize);
    if (before && box.top >= before.bottom - 1 && box.top - before.bottom < size * LEAST_GAP && isBlock(element)) {
      found.push([element, { "margin-block-start": GAP }]);
    }
    before = box;
  }
  return found;
}

/** @param {HTMLElement} element */
function isBlock(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  return view.getComputedStyle(element).display === "block" && !SHAPED.includes(localName(element));
}

/** @param {HTMLElement} element */
function contentBox(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  const { left, right } = element.getBoundingClientRect();
  const { paddingLeft, paddingRight } = view.getComputedStyle(element);
  return { left: left + parseFloat(paddingLeft), right: right - parseFloat(paddingRight) };
}
