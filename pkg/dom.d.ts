/**
 * @param {HTMLElement} element
 * @returns {CSSStyleDeclaration}
 */
export function styleOf(element: HTMLElement): CSSStyleDeclaration;
/**
 * The element that a node stands in, as the reader sees it: around a shadow tree that is the tree's host.
 *
 * @param {Node} node
 * @returns {Element | null}
 */
export function parentAround(node: Node): Element | null;
/** An element's children that are elements. @param {Node} element */
export function childElements(element: Node): Generator<HTMLElement, void, unknown>;
/** @type {(node: Node) => ChildNode | null} */
export const firstChild: (node: Node) => ChildNode | null;
/** @type {(node: Node) => ChildNode | null} */
export const nextSibling: (node: Node) => ChildNode | null;
/** @type {(node: Node) => ChildNode | null} */
export const previousSibling: (node: Node) => ChildNode | null;
/** @type {(node: Node) => ParentNode | null} */
export const parentNode: (node: Node) => ParentNode | null;
/** @type {(node: Node) => number} */
export const nodeType: (node: Node) => number;
/** @type {(element: Element) => string} */
export const localName: (element: Element) => string;
/** Where it is open. @type {(element: Element) => ShadowRoot | null | undefined} */
export const shadowRoot: (element: Element) => ShadowRoot | null | undefined;
/** @type {(document: Document) => Element | null} */
export const documentElement: (document: Document) => Element | null;
