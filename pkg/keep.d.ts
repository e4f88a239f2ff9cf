/**
 * Makes a change and scrolls the page so that the line at the reader's eye stays where it is. At the head of the page nothing is
 * kept: there the reader looks at the page's head.
 *
 * @template T
 * @param {Document} document
 * @param {() => T} change
 * @returns {T}
 */
export function keepPlace<T>(document: Document, change: () => T): T;
