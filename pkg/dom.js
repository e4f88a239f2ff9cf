// @ts-check
// Reads nodes past what a page can put in the way: an input named `nextSibling` hides that property of its form.

/**
 * @param {string} owner
 * @param {string} name
 * @returns {(node: any) => any}
 */
function getter(owner, name) {
  const prototype = /** @type {any} */ (globalThis)[owner]?.prototype;
  const get = prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  // Where there is no DOM, the nodes are a parser's own.
  return get ? (node) => get.call(node) : (node) => node[name];
}

/** @type {(node: Node) => ChildNode | null} */
export const firstChild = getter("Node", "firstChild");
/** @type {(node: Node) => ChildNode | null} */
export const nextSibling = getter("Node", "nextSibling");
/** @type {(node: Node) => ParentNode | null} */
export const parentNode = getter("Node", "parentNode");
/** @type {(node: Node) => number} */
export const nodeType = getter("Node", "nodeType");
/** @type {(element: Element) => string} */
export const localName = getter("Element", "localName");
/** @type {(document: Document) => Element | null} */
export const documentElement = getter("Document", "documentElement");
/** @type {(element: HTMLElement) => CSSStyleDeclaration} */
const htmlStyle = getter("HTMLElement", "style");

/**
 * @param {HTMLElement} element
 * @returns {CSSStyleDeclaration}
 */
export function styleOf(element) {
  return localName(element) === "form" ? htmlStyle(element) : element.style;
}
