/**
 * @param {HTMLElement} element
 * @returns {CSSStyleDeclaration}
 */
export function styleOf(element: HTMLElement): CSSStyleDeclaration;
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
/** @type {(document: Document) => Element | null} */
export const documentElement: (document: Document) => Element | null;
