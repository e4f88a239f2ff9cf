// @ts-check
// Reads the page into plain columns; never writes. `types.d.ts` says what each column holds.

/** @import { Snapshot } from "./types.js" */

import { documentElement, firstChild, localName, nextSibling, nodeType, parentNode, previousSibling } from "./dom.js";

const HIDDEN = 1;
const BLOCK = 2;
const SPACE_BEFORE = 4;
const EDITABLE = 8;

/** Marks our own host, which is no part of the page. */
export const HOST_ATTRIBUTE = "data-zubda-host";

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
/** Those that the core reads: a test holds this list to the one in `src/snapshot/names.rs`. */
const ATTRIBUTES = new Set(
  "alt aria-label class content contenteditable datetime height href id itemprop name property rel role src title type width".split(
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
  /** @type {Node | null} */
  let node = root;
  let parent = 0;
  while (node) {
    const type = nodeType(node);
    if (type === 1) {
      const element = /** @type {Element} */ (node);
      const name = localName(element);
      const id = columns.element(element, name, parent);
      const child = isOpen(element, name) ? firstChild(element) : null;
      if (child) {
        parent = id;
        node = child;
        continue;
      }
    } else if (type === 3) columns.textNode(/** @type {Text} */ (node), parent, view);
    // Up until there is something to the right.
    /** @type {Node | null} */
    let next = null;
    while (node && node !== root && !(next = nextSibling(node))) {
      node = parentNode(node);
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
  space = 0;
  asked = -1;

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
    if (id === this.asked || !view) return;
    this.asked = id;
    const element = /** @type {Element} */ (this.nodes[id]);
    if (!element.checkVisibility({ visibilityProperty: true })) this.flags[id] |= HIDDEN;
    const name = this.names[this.tag[id] - 1];
    const around = this.names[this.tag[this.parent[id]] - 1];
    // Alone in a block it is a line as the block is. The question for its style is by far the dearest of all.
    if ((INLINE_TO_ASK.has(name) || name.includes("-")) && !(BLOCKS.has(around) && isAlone(element))) {
      const display = view.getComputedStyle(element).display;
      if (display !== "contents" && !display.startsWith("inline") && display !== "none") this.flags[id] |= BLOCK;
    }
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
