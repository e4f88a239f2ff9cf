export function lightSentences(): {
    /** @param {Range[]} ranges */
    show(ranges: Range[]): void;
    clear(): void;
};
/** @typedef {Document | ShadowRoot} Tree what a style sheet reaches, and no further */
/**
 * @param {Node} node
 * @returns {Tree}
 */
export function treeOf(node: Node): Tree;
/**
 * Gives the page a style sheet that no one sees in its nodes; throws where the browser has none for us.
 *
 * @param {Tree} tree
 * @param {string} css
 */
export function adopt(tree: Tree, css: string): CSSStyleSheet;
/**
 * @param {Tree} tree
 * @param {CSSStyleSheet} sheet
 */
export function dismiss(tree: Tree, sheet: CSSStyleSheet): void;
/**
 * what a style sheet reaches, and no further
 */
export type Tree = Document | ShadowRoot;
