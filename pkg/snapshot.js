// @ts-check
// Reads the page into plain columns; never writes. `types.d.ts` says what each column holds.

/** @import { Snapshot } from "./types.js" */

import {
  documentElement,
  firstChild,
  localName,
  nextSibling,
  nodeType,
  parentNode,
  previousSibling,
  shadowRoot,
} from "./dom.js";

const HIDDEN = 1;
const BLOCK = 2;
const SPACE_BEFORE = 4;
const EDITABLE = 8;

/** Marks our own host, which is no part of the page. */
export const HOST_ATTRIBUTE = "data-zubda-host";
/** Our own element: its shadow tree holds the box, and its story is its children. */
const OWN_ELEMENT = "zubda-article";

const MAX_ATTRIBUTE = 2048;
const SPACE_ALONE = /^[ \t\n\r\f]*$/;
const SKIPPED = new Set(
  "style template noscript svg iframe object canvas audio video textarea select math embed".split(" "),
);
const INLINE_TO_ASK = new Set(["span", "a", "font", "label"]);
const BLOCKS = new Set(
  "article aside blockquote body dd div dt figcaption footer h1 h2 h3 h4 h5 h6 header li main nav p section td th".split(
    " ",
  ),
);
const VISIBLE = { visibilityProperty: true };
/** Inline elements within each other that are asked for being clipped, at most. */
const MAX_INLINE = 8;
/** Pixels of a box that no one reads: what is kept for screen readers has one, since none would be left out for them too. */
const TINY = 1;
/** Letters, at most, of what belongs to the text beside it though it floats: a drop cap, or an opening word. */
const FEW = 16;
/** What a sentence ends with, its closing quotes and brackets passed over. */
const SENTENCE_END = /[.!?…。！？।॥؟۔։።:：]["'”’»」』)\]]*\s*$/;
/** Those that the core reads: a test holds this list to the one in `src/snapshot/names.rs`. */
const ATTRIBUTES = new Set(
  "alt aria-label aria-modal class content contenteditable datetime height hidden href id itemprop name property rel role src title type width".split(
    " ",
  ),
);

/**
 * One read-only pass over a document or an element.
 *
 * @param {Document | Element} target
 * @returns {{ snapshot: Snapshot, nodes: Node[] }} `nodes[id]` is the node of that id
 */
export function takeSnapshot(target) {
  const root = /** @type {Element} */ (
    nodeType(target) === 9 ? documentElement(/** @type {Document} */ (target)) : target
  );
  const document = root.ownerDocument;
  // Without layout, as from a parser on a server, everything counts as shown.
  const view = "checkVisibility" in root ? document.defaultView : null;
  const columns = new Columns();
  /** @type {Detour[]} */
  const detours = [];
  /** @type {Node | null} */
  let node = root;
  let parent = 0;
  while (node) {
    const type = nodeType(node);
    if (type === 1) {
      const element = /** @type {Element} */ (node);
      const name = localName(element);
      const id = columns.element(element, name, parent);
      const child = isOpen(element, name) ? enter(element, name, detours) : null;
      if (child) {
        parent = id;
        node = child;
        continue;
      }
    } else if (type === 3) columns.textNode(/** @type {Text} */ (node), parent, view);
    // Up until there is something to the right.
    /** @type {Node | null} */
    let next = null;
    while (node && node !== root) {
      /** @type {Detour | undefined} */
      const detour = detours[detours.length - 1];
      /** @type {boolean | undefined} */
      const ends = detour && node === detour.nodes[detour.at];
      next = ends ? (detour.nodes[++detour.at] ?? null) : nextSibling(node);
      if (next) break;
      if (ends) detours.pop();
      node = ends ? detour.element : parentNode(node);
      parent = columns.parent[parent];
    }
    node = next;
  }
  const language = root.closest("[lang]")?.getAttribute("lang") ?? "";
  return {
    snapshot: columns.finish(String(document.URL ?? ""), String(document.title ?? ""), language),
    nodes: columns.nodes,
  };
}

/**
 * Where the page as it is laid out leaves the tree of its nodes: an element shows its open shadow tree in place of its
 * children, and a slot the nodes that are assigned to it.
 *
 * @typedef {object} Detour
 * @property {Element} element
 * @property {Node[]} nodes what is shown in the element
 * @property {number} at the one that the walk is at
 */

/**
 * The first node that is shown in an element.
 *
 * @param {Element} element
 * @param {string} name
 * @param {Detour[]} detours
 */
function enter(element, name, detours) {
  const shadow = name === OWN_ELEMENT ? null : shadowRoot(element);
  /** @type {Node[]} */
  let nodes = [];
  if (shadow) nodes = Array.from(shadow.childNodes);
  else if (name === "slot") nodes = /** @type {HTMLSlotElement} */ (element).assignedNodes?.() ?? [];
  if (nodes.length) detours.push({ element, nodes, at: 0 });
  return nodes[0] ?? (shadow ? null : firstChild(element));
}

/**
 * The same snapshot in plain arrays, for messages that are JSON.
 *
 * @param {Snapshot} snapshot
 * @returns {Snapshot}
 */
export function toPlain(snapshot) {
  return /** @type {Snapshot} */ (
    Object.fromEntries(
      Object.entries(snapshot).map(([name, value]) => [
        name,
        ArrayBuffer.isView(value) ? [.../** @type {any} */ (value)] : value,
      ]),
    )
  );
}

/**
 * @param {Element} element
 * @param {string} name
 */
function isOpen(element, name) {
  if (name === "script") return (element.getAttribute("type") ?? "").includes("ld+json");
  return !SKIPPED.has(name) && !element.hasAttribute(HOST_ATTRIBUTE);
}

class Columns {
  /** @type {Node[]} */ nodes = [];
  /** @type {string[]} */ names = [];
  /** @type {Map<string, number>} */ known = new Map();
  /** @type {number[]} */ tag = [];
  /** @type {number[]} */ parent = [];
  /** @type {number[]} */ flags = [];
  /** @type {number[]} */ length = [];
  /** @type {string[]} */ text = [];
  /** @type {number[]} */ attributeNode = [];
  /** @type {number[]} */ attributeName = [];
  /** @type {number[]} */ attributeLength = [];
  /** @type {string[]} */ attributeText = [];
  /** @type {boolean[]} */ asked = [];
  /** By id, where it was asked for: beside what is read. @type {(boolean | undefined)[]} */ unread = [];
  space = 0;

  /**
   * @param {Element} element
   * @param {string} name
   * @param {number} parent
   */
  element(element, name, parent) {
    const id = this.push(element, 1 + this.name(name), parent, 0, 0);
    if (element.hasAttributes()) {
      for (const name of element.getAttributeNames()) {
        if (!ATTRIBUTES.has(name)) continue;
        const value = clip(element.getAttribute(name) ?? "");
        if (name === "contenteditable" && value !== "false") this.flags[id] |= EDITABLE;
        this.attributeNode.push(id);
        this.attributeName.push(this.name(name));
        this.attributeLength.push(value.length);
        this.attributeText.push(value);
      }
    }
    return id;
  }

  /**
   * @param {Text} node
   * @param {number} parent
   * @param {Window | null} view
   */
  textNode(node, parent, view) {
    const data = node.data;
    if (SPACE_ALONE.test(data)) {
      if (data) this.space = SPACE_BEFORE;
      return;
    }
    this.ask(parent, view);
    this.push(node, 0, parent, 0, data.length);
    this.text.push(data);
  }

  /**
   * Asks for the style of an element that holds text, once.
   *
   * @param {number} id
   * @param {Window | null} view
   */
  ask(id, view) {
    if (!view || this.asked[id]) return;
    this.asked[id] = true;
    const element = /** @type {Element} */ (this.nodes[id]);
    const hidden = !this.isShown(id, view);
    const name = this.nameOf(id);
    // Alone in a block it is a line as the block is. The question for its style is by far the dearest of all.
    if (
      (INLINE_TO_ASK.has(name) || name.includes("-")) &&
      !(BLOCKS.has(this.nameOf(this.parent[id])) && isAlone(element))
    ) {
      const style = view.getComputedStyle(element);
      const display = style.display;
      if (display !== "contents" && !display.startsWith("inline") && display !== "none") {
        const place = isOutOfFlow(style) ? placeBeside(element, style, view) : "block";
        if (place === "block") this.flags[id] |= BLOCK;
        this.unread[id] = place === "unread";
      } else this.unread[id] = false;
    }
    if (hidden || this.isUnread(id, view)) this.flags[id] |= HIDDEN;
  }

  /**
   * Whether an element's text is laid out: an element without a box of its own shows it in the box around it.
   *
   * @param {number} id
   * @param {Window} view
   */
  isShown(id, view) {
    for (let level = 0; level < MAX_INLINE; level++) {
      const element = /** @type {Element} */ (this.nodes[id]);
      if (element.checkVisibility(VISIBLE)) return true;
      if (id === 0) return false;
      const around = /** @type {Element} */ (this.nodes[this.parent[id]]);
      // The style of what stands in a hidden element is dear to ask for.
      const name = this.nameOf(id);
      if (name !== "slot" && !name.includes("-") && !around.checkVisibility(VISIBLE)) return false;
      const { display, visibility } = view.getComputedStyle(element);
      if (display !== "contents" || visibility !== "visible") return false;
      id = this.parent[id];
    }
    return false;
  }

  /**
   * Whether an element, or an inline one that it stands in, or the block around them is clipped to nothing or stands beside
   * the text that is read.
   *
   * @param {number} id
   * @param {Window} view
   */
  isUnread(id, view) {
    for (let level = 0; level < MAX_INLINE; level++) {
      if (this.unread[id] === undefined) {
        const element = /** @type {HTMLElement} */ (this.nodes[id]);
        // How large an element is laid out is dear to ask for, and hardly a sheet means an inline one without a class.
        const isAsked = BLOCKS.has(this.nameOf(id)) || element.hasAttribute("class");
        this.unread[id] = isAsked && isClippedToNothing(element, view);
      }
      if (this.unread[id] || id === 0 || BLOCKS.has(this.nameOf(id))) return this.unread[id];
      id = this.parent[id];
    }
    return false;
  }

  /** @param {number} id */
  nameOf(id) {
    return this.names[this.tag[id] - 1];
  }

  /**
   * @param {Node} node
   * @param {number} tag
   * @param {number} parent
   * @param {number} flags
   * @param {number} length
   */
  push(node, tag, parent, flags, length) {
    this.nodes.push(node);
    this.tag.push(tag);
    this.parent.push(parent);
    this.flags.push(flags | this.space);
    this.space = 0;
    return this.length.push(length) - 1;
  }

  /** @param {string} name */
  name(name) {
    let place = this.known.get(name);
    if (place === undefined) {
      place = this.names.push(name) - 1;
      this.known.set(name, place);
    }
    return place;
  }

  /**
   * @param {string} url
   * @param {string} title
   * @param {string} language
   * @returns {Snapshot}
   */
  finish(url, title, language) {
    return {
      version: 1,
      url,
      title,
      language,
      names: this.names,
      tag: Uint16Array.from(this.tag),
      parent: Uint32Array.from(this.parent),
      flags: Uint8Array.from(this.flags),
      length: Uint32Array.from(this.length),
      text: this.text.join(""),
      attributeNode: Uint32Array.from(this.attributeNode),
      attributeName: Uint16Array.from(this.attributeName),
      attributeLength: Uint32Array.from(this.attributeLength),
      attributeText: this.attributeText.join(""),
    };
  }
}

/**
 * Whether an element is taken out of the text that it stands in, and so laid out as a block whatever its `display`.
 *
 * @param {CSSStyleDeclaration} style
 */
function isOutOfFlow(style) {
  return style.cssFloat !== "none" || isPositioned(style);
}

/** @param {CSSStyleDeclaration} style */
function isPositioned(style) {
  return style.position === "absolute" || style.position === "fixed";
}

/**
 * What an inline element that is taken out of the text around it is to who reads that text: a drop cap is a part of it, and
 * a tooltip or a box within a sentence is passed over. Anything else is a block of its own.
 *
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {Window} view
 * @returns {"inline" | "unread" | "block"}
 */
function placeBeside(element, style, view) {
  if (isPositioned(style) && (style.opacity === "0" || isCutOff(/** @type {HTMLElement} */ (element), style)))
    return "unread";
  const after = textBeside(element, nextSibling, view);
  if (!after) return "block";
  if ((element.textContent ?? "").trim().length <= FEW) return "inline";
  const before = textBeside(element, previousSibling, view);
  return before && !SENTENCE_END.test(before) ? "unread" : "block";
}

/**
 * The text right before or after an inline element, in the same line; empty where that is taken out of the line as well.
 *
 * @param {Element} element
 * @param {(node: Node) => ChildNode | null} beside
 * @param {Window} view
 */
function textBeside(element, beside, view) {
  /** @type {Node | null} */
  let node = element;
  for (let level = 0; node && level < MAX_INLINE; level++) {
    /** @type {Node | null} */
    let other = beside(node);
    while (other && isNothing(other)) other = beside(other);
    if (other) {
      const type = nodeType(other);
      const isRead = type === 3 || (type === 1 && isInFlow(/** @type {Element} */ (other), view));
      return isRead ? (other.textContent ?? "").trim() : "";
    }
    node = parentNode(node);
    if (!node || nodeType(node) !== 1 || !isInFlow(/** @type {Element} */ (node), view)) return "";
  }
  return "";
}

/**
 * @param {Element} element
 * @param {Window} view
 */
function isInFlow(element, view) {
  const style = view.getComputedStyle(element);
  return style.display.startsWith("inline") && !isOutOfFlow(style);
}

/**
 * Whether an element, or one around it, is cut off so that nothing of its text is left in sight.
 *
 * @param {HTMLElement} element
 * @param {Window} view
 */
function isClippedToNothing(element, view) {
  /** @type {HTMLElement | null} */
  let around = isTiny(element) ? element : null;
  for (let level = 0; around && level < MAX_INLINE; level++) {
    if (isTiny(around) && isCutOff(around, view.getComputedStyle(around))) return true;
    around = around.parentElement;
  }
  return false;
}

/**
 * Whether what is taken out of the text around it is clipped to nothing, or to a point.
 *
 * @param {HTMLElement} element
 * @param {CSSStyleDeclaration} style
 */
function isCutOff(element, style) {
  // Labels for screen readers are positioned, so that they leave no gap; what keeps its place is drawn by some effect.
  if (!isPositioned(style)) return false;
  if (/^inset\((50|100)%/.test(style.clipPath)) return true;
  if (style.overflow !== "visible" && isTiny(element)) return true;
  const sides = /^rect\((.+)\)$/.exec(style.clip);
  if (!sides) return false;
  const [top, right, bottom, left] = sides[1].split(/[\s,]+/).map(parseFloat);
  return bottom - top <= TINY || right - left <= TINY;
}

/**
 * What stands in a tiny box is as narrow as the box, but may be higher.
 *
 * @param {HTMLElement} element
 */
function isTiny(element) {
  return element.offsetWidth <= TINY || (element.hasAttribute("class") && element.offsetHeight <= TINY);
}

/**
 * Whether nothing but white space stands beside a node.
 *
 * @param {Node} node
 */
function isAlone(node) {
  for (const beside of [previousSibling, nextSibling]) {
    /** @type {Node | null} */
    let other = beside(node);
    while (other && isNothing(other)) other = beside(other);
    if (other) return false;
  }
  return true;
}

/**
 * White space or a comment.
 *
 * @param {Node} node
 */
function isNothing(node) {
  const type = nodeType(node);
  return type === 8 || (type === 3 && SPACE_ALONE.test(/** @type {Text} */ (node).data));
}

/** @param {string} value */
function clip(value) {
  if (value.length <= MAX_ATTRIBUTE) return value;
  const last = value.charCodeAt(MAX_ATTRIBUTE - 1);
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? MAX_ATTRIBUTE - 1 : MAX_ATTRIBUTE);
}
