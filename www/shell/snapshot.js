// @ts-check
/**
 * Reads a page into a {@link Snapshot}: one pass that writes nothing.
 *
 * The walk is by hand and without recursion: it is the fastest that a page allows, and no page is too deep for it. Styles
 * are asked for afterwards, and only of the elements that directly hold text.
 */

/** @import { NodeId, Snapshot } from "./types.d.ts" */

/** Marks the one element that Zubda adds to a page; a snapshot never sees it. */
export const HOST_ATTRIBUTE = "data-zubda-host";

const HIDDEN = 1;
const BLOCK = 2;
const SPACE_BEFORE = 4;
const EDITABLE = 8;

/** Longer values are data, not names or addresses. */
const MAX_VALUE = 2048;

/** What they hold is not part of the text that a reader sees, or belongs to another document. */
const OPAQUE = new Set(
  ("script style template noscript svg iframe object embed canvas audio video textarea select").split(" "),
);

const KEPT = new Set(
  (
    "class id role href rel src alt name property itemprop itemtype itemscope content datetime type lang dir hidden " +
    "style aria-hidden aria-label width height title contenteditable data-testid"
  ).split(" "),
);

/** Inline elements that pages turn into blocks often enough to ask. */
const OFTEN_BLOCK = new Set(["span", "a", "font", "label"]);

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const DOCUMENT_NODE = 9;

/**
 * What was read of each node, for {@link remembered}.
 * @typedef {object} Memory
 * @property {string[]} texts each text node's data; empty for elements
 * @property {number[]} parents
 */

/** @type {WeakMap<readonly Node[], Memory>} */
const memories = new WeakMap();

/**
 * Takes a snapshot of a document or of one element of it.
 * @param {Document | Element} target
 * @returns {{ snapshot: Snapshot, nodes: Node[] }} `nodes[id]` is the node that the snapshot's id speaks of
 */
export function takeSnapshot(target) {
  const page = target.nodeType === DOCUMENT_NODE ? /** @type {Document} */ (target) : target.ownerDocument;
  const root = target === page ? page?.documentElement : /** @type {Element} */ (target);
  if (!page || root?.nodeType !== ELEMENT_NODE) throw new TypeError("a snapshot is of a Document or an Element");
  const columns = walk(root);
  const { nodes, tags, parents, texts, flags } = columns;
  look(page, root, columns);
  if (page.designMode === "on" || isEditable(root)) flags[0] |= EDITABLE;
  memories.set(nodes, { texts, parents });
  const view = page.defaultView;
  const snapshot = /** @type {Snapshot} */ ({
    version: 1,
    url: page.URL,
    title: wellFormed(page.title),
    language: wellFormed(root.closest("[lang]")?.getAttribute("lang") ?? ""),
    direction: directionOf(root, view),
    names: columns.names,
    tag: new Uint16Array(tags),
    parent: new Uint32Array(parents),
    flags: new Uint8Array(flags),
    length: Uint32Array.from(texts, (text) => text.length),
    text: texts.join(""),
    attributeNode: new Uint32Array(columns.attributeNode),
    attributeName: new Uint16Array(columns.attributeName),
    attributeLength: Uint32Array.from(columns.attributeValue, (value) => value.length),
    attributeText: columns.attributeValue.join(""),
  });
  return { snapshot, nodes };
}

/**
 * The snapshot with plain arrays for typed ones: what survives a message that is sent as JSON.
 * @param {Snapshot} snapshot
 * @returns {Snapshot}
 */
export function toPlain(snapshot) {
  const plain = { ...snapshot };
  for (const name of /** @type {const} */ (["tag", "attributeName", "parent", "flags", "length"])) {
    plain[name] = Array.from(snapshot[name]);
  }
  plain.attributeNode = Array.from(snapshot.attributeNode);
  plain.attributeLength = Array.from(snapshot.attributeLength);
  return plain;
}

/**
 * What the snapshot with this table of nodes had read, also after its columns were given away to a Worker.
 * @param {readonly Node[]} nodes
 * @returns {Memory | undefined}
 */
export function remembered(nodes) {
  return memories.get(nodes);
}

/** @param {Element} root */
function walk(root) {
  const names = /** @type {string[]} */ ([]);
  const nodes = /** @type {Node[]} */ ([]);
  const tags = /** @type {number[]} */ ([]);
  const parents = /** @type {number[]} */ ([]);
  const flags = /** @type {number[]} */ ([]);
  const texts = /** @type {string[]} */ ([]);
  const attributeNode = /** @type {number[]} */ ([]);
  const attributeName = /** @type {number[]} */ ([]);
  const attributeValue = /** @type {string[]} */ ([]);
  const places = /** @type {Map<string, number>} */ (new Map());
  const tagOf = /** @type {Map<string, number>} */ (new Map());
  const attributeOf = /** @type {Map<string, number>} */ (new Map());

  const place = (/** @type {string} */ name) => {
    const lower = name.toLowerCase();
    let found = places.get(lower);
    if (found === undefined) {
      found = names.push(wellFormed(lower)) - 1;
      places.set(lower, found);
    }
    return found;
  };
  const attributePlace = (/** @type {string} */ name) => {
    const lower = name.toLowerCase();
    const found = KEPT.has(lower) || lower.startsWith("data-ad") ? place(lower) : -1;
    attributeOf.set(name, found);
    return found;
  };
  const readAttributes = (/** @type {Element} */ element, /** @type {NodeId} */ id) => {
    for (const name of element.getAttributeNames()) {
      const found = attributeOf.get(name) ?? attributePlace(name);
      if (found < 0) continue;
      attributeNode.push(id);
      attributeName.push(found);
      attributeValue.push(wellFormed(capped(element.getAttribute(name) ?? "")));
      if (name === "contenteditable" && isEditable(element)) flags[id] |= EDITABLE;
    }
  };

  // The innermost open element's id, and whether white space was left out since the last node.
  let parent = 0;
  let space = 0;
  let node = /** @type {Node | null} */ (root);
  while (node) {
    let child = /** @type {Node | null} */ (null);
    const kind = node.nodeType;
    if (kind === TEXT_NODE) {
      const data = /** @type {Text} */ (node).data;
      if (isBlank(data)) {
        if (data !== "") space = SPACE_BEFORE;
      } else {
        nodes.push(node);
        tags.push(0);
        parents.push(parent);
        flags.push(space);
        texts.push(wellFormed(data));
        space = 0;
      }
    } else if (kind === ELEMENT_NODE) {
      const element = /** @type {Element} */ (node);
      const name = element.localName;
      const ours = name === "zubda-box" && element.hasAttribute(HOST_ATTRIBUTE);
      if (!ours) {
        let tag = tagOf.get(name);
        if (tag === undefined) {
          tag = place(name) + 1;
          tagOf.set(name, tag);
        }
        const id = nodes.push(node) - 1;
        tags.push(tag);
        parents.push(parent);
        flags.push(space);
        texts.push("");
        space = 0;
        readAttributes(element, id);
        child = !OPAQUE.has(name) || isData(element, name) ? node.firstChild : null;
        if (child) parent = id;
      }
    }
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      parent = parents[parent];
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return { names, nodes, tags, parents, flags, texts, attributeNode, attributeName, attributeValue };
}

/**
 * Asks how the elements that directly hold text are laid out.
 * @param {Document} page
 * @param {Element} root
 * @param {ReturnType<typeof walk>} columns
 */
function look(page, root, { nodes, tags, parents, flags, names }) {
  const view = page.defaultView;
  // A document that is not shown has no styles to go by, nor has a story that its page shows later.
  if (!view || typeof root.checkVisibility !== "function" || !isShown(root, view)) return;
  const mayBeBlock = names.map((name) => OFTEN_BLOCK.has(name) || name.includes("-"));
  const asked = new Uint8Array(nodes.length);
  for (let i = 1; i < nodes.length; i++) {
    const holder = parents[i];
    if (tags[i] !== 0 || asked[holder]) continue;
    asked[holder] = 1;
    const name = tags[holder] - 1;
    if (names[name] === "script") continue;
    const element = /** @type {Element} */ (nodes[holder]);
    if (!isShown(element, view)) flags[holder] |= HIDDEN;
    else if (mayBeBlock[name] && isBlock(view.getComputedStyle(element).display)) flags[holder] |= BLOCK;
  }
}

const LOOK = { visibilityProperty: true };

/**
 * @param {Element} element
 * @param {Window} view
 */
function isShown(element, view) {
  if (element.checkVisibility(LOOK)) return true;
  // An element without a box of its own counts as unseen, yet what it holds is seen.
  const style = view.getComputedStyle(element);
  if (style.display !== "contents" || style.visibility !== "visible") return false;
  let above = element.parentElement;
  while (above && view.getComputedStyle(above).display === "contents") above = above.parentElement;
  return above !== null && above.checkVisibility();
}

/** @param {string} display */
function isBlock(display) {
  return !/^(?:inline|contents|none|ruby|-webkit-inline)/.test(display) && display !== "";
}

/** @param {Element} element */
function isEditable(element) {
  return "isContentEditable" in element && element.isContentEditable === true;
}

/**
 * Scripts that are data about the page.
 * @param {Element} element
 * @param {string} name
 */
function isData(element, name) {
  return name === "script" && element.getAttribute("type")?.trim().toLowerCase() === "application/ld+json";
}

/**
 * @param {Element} root
 * @param {Window | null} view
 * @returns {"ltr" | "rtl"}
 */
function directionOf(root, view) {
  const said = view?.getComputedStyle(root).direction || root.closest("[dir]")?.getAttribute("dir")?.toLowerCase();
  return said === "rtl" ? "rtl" : "ltr";
}

/**
 * Whether a text is white space alone, as HTML means it.
 * @param {string} text
 */
function isBlank(text) {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13 && unit !== 12) return false;
  }
  return true;
}

/** @param {string} value */
function capped(value) {
  if (value.length <= MAX_VALUE) return value;
  const last = value.charCodeAt(MAX_VALUE - 1);
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? MAX_VALUE - 1 : MAX_VALUE);
}

/**
 * Halves of a surrogate pair at a text's ends would join with the next text's: the lengths would no longer add up. Halves
 * elsewhere become U+FFFD on their way into the core, which is as long.
 * @param {string} text
 */
function wellFormed(text) {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const broken = (first >= 0xdc00 && first < 0xe000) || (last >= 0xd800 && last < 0xdc00);
  if (!broken) return text;
  const start = first >= 0xdc00 && first < 0xe000 ? 1 : 0;
  const end = last >= 0xd800 && last < 0xdc00 && text.length > start ? text.length - 1 : text.length;
  return "\ufffd".repeat(start) + text.slice(start, end) + "\ufffd".repeat(text.length - end);
}
