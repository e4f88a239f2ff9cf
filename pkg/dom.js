// @ts-check
// Reads nodes past what a page can put in the way: an input named `nextSibling` hides that property of its form.
//
// Each property has a function of its own, which an engine compiles for that property alone; one function made for all of
// them is looked up anew at each call.

const firstChildOf = getter("Node", "firstChild");
const nextSiblingOf = getter("Node", "nextSibling");
const previousSiblingOf = getter("Node", "previousSibling");
const parentNodeOf = getter("Node", "parentNode");
const nodeTypeOf = getter("Node", "nodeType");
const localNameOf = getter("Element", "localName");
const shadowRootOf = getter("Element", "shadowRoot");
const documentElementOf = getter("Document", "documentElement");
const styleOfHtml = getter("HTMLElement", "style");

/** @type {(node: Node) => ChildNode | null} */
export const firstChild = firstChildOf ? (node) => firstChildOf.call(node) : (node) => node.firstChild;
/** @type {(node: Node) => ChildNode | null} */
export const nextSibling = nextSiblingOf ? (node) => nextSiblingOf.call(node) : (node) => node.nextSibling;
/** @type {(node: Node) => ChildNode | null} */
export const previousSibling = previousSiblingOf
  ? (node) => previousSiblingOf.call(node)
  : (node) => node.previousSibling;
/** @type {(node: Node) => ParentNode | null} */
export const parentNode = parentNodeOf ? (node) => parentNodeOf.call(node) : (node) => node.parentNode;
/** @type {(node: Node) => number} */
export const nodeType = nodeTypeOf ? (node) => nodeTypeOf.call(node) : (node) => node.nodeType;
/** @type {(element: Element) => string} */
export const localName = localNameOf ? (element) => localNameOf.call(element) : (element) => element.localName;
/** Where it is open. @type {(element: Element) => ShadowRoot | null | undefined} */
export const shadowRoot = shadowRootOf ? (element) => shadowRootOf.call(element) : (element) => element.shadowRoot;
/** @type {(document: Document) => Element | null} */
export const documentElement = documentElementOf
  ? (document) => documentElementOf.call(document)
  : (document) => document.documentElement;

/**
 * @param {HTMLElement} element
 * @returns {CSSStyleDeclaration}
 */
export function styleOf(element) {
  return styleOfHtml && localName(element) === "form" ? styleOfHtml.call(element) : element.style;
}

/**
 * The element that a node stands in, as the reader sees it: around a shadow tree that is the tree's host.
 *
 * @param {Node} node
 * @returns {Element | null}
 */
export function parentAround(node) {
  const parent = parentNode(node);
  if (!parent) return null;
  if (nodeType(parent) === 1) return /** @type {Element} */ (parent);
  return /** @type {ShadowRoot} */ (parent).host ?? null;
}

/** An element's children that are elements. @param {Node} element */
export function* childElements(element) {
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (nodeType(child) === 1) yield /** @type {HTMLElement} */ (child);
  }
}

/**
 * The browser's own reader of a property; none where there is no DOM, and nodes are a parser's.
 *
 * @param {string} owner
 * @param {string} name
 * @returns {((this: any) => any) | undefined}
 */
function getter(owner, name) {
  const prototype = /** @type {any} */ (globalThis)[owner]?.prototype;
  return prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
}
