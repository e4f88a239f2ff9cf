/**
 * One change that was made.
 *
 * @typedef {object} Change
 * @property {Node} node
 * @property {() => void} revert Takes it back, unless the page has changed the same since.
 * @property {() => boolean} undone Whether the page has taken it back by itself.
 */
/**
 * Hides or marks an element.
 *
 * @param {HTMLElement} element
 * @param {Edit} edit
 * @returns {Change}
 */
export function markElement(element: HTMLElement, edit: Edit): Change;
/**
 * Takes back what can be taken back, the last first; a change that resists does not keep the others.
 *
 * @param {Change[]} changes
 */
export function revertAll(changes: Change[]): void;
/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 * @returns {Change}
 */
export function setAttribute(element: Element, name: string, value: string): Change;
/**
 * Declares properties in front of all that a page's sheets say of an element.
 *
 * @param {HTMLElement} element
 * @param {Record<string, string>} properties
 * @returns {Change}
 */
export function style(element: HTMLElement, properties: Record<string, string>): Change;
/**
 * @typedef {object} Cut
 * @property {number} start
 * @property {number} end
 * @property {string} replacement
 */
/**
 * A cut text, and where what stood in it before stands now.
 *
 * @typedef {Change & { now: (offset: number, isEnd: boolean) => number }} TextChange
 */
/**
 * Takes characters out of a text node.
 *
 * @param {Text} node
 * @param {Cut[]} cuts apart from each other
 * @returns {TextChange}
 */
export function cutText(node: Text, cuts: Cut[]): TextChange;
/**
 * One change that was made.
 */
export type Change = {
    node: Node;
    /**
     * Takes it back, unless the page has changed the same since.
     */
    revert: () => void;
    /**
     * Whether the page has taken it back by itself.
     */
    undone: () => boolean;
};
export type Cut = {
    start: number;
    end: number;
    replacement: string;
};
/**
 * A cut text, and where what stood in it before stands now.
 */
export type TextChange = Change & {
    now: (offset: number, isEnd: boolean) => number;
};
import type { Edit } from "./types.js";
