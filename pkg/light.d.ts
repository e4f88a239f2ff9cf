export function lightSentences(): {
    /** @param {Range[]} ranges */
    show(ranges: Range[]): void;
    clear(): void;
};
/**
 * Gives the page a style sheet that no one sees in its nodes; throws where the browser has none for us.
 *
 * @param {Document} document
 * @param {string} css
 */
export function adopt(document: Document, css: string): CSSStyleSheet;
/**
 * @param {Document} document
 * @param {CSSStyleSheet} sheet
 */
export function dismiss(document: Document, sheet: CSSStyleSheet): void;
