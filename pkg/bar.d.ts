/**
 * Puts a bar into a shadow root.
 *
 * @param {ShadowRoot} root
 * @param {BarSetup} setup
 * @param {() => void} [gone] told when it has gone
 * @returns {() => void} takes it away
 */
export function openBar(root: ShadowRoot, { text, actions, close, language, direction, beside, signal }: BarSetup, gone?: () => void): () => void;
/**
 * A bar in a host of its own, where there is no box.
 *
 * @param {Document} document
 * @param {BarSetup} setup
 */
export function openOwnBar(document: Document, setup: BarSetup): void;
export type BarSetup = {
    text: string;
    /**
     * What its buttons say and do; the bar goes with any of them.
     */
    actions: [string, () => void][];
    /**
     * What the button says that does nothing else.
     */
    close: string;
    language: string;
    direction: "ltr" | "rtl";
    /**
     * Whose colours it has.
     */
    beside: Element;
    /**
     * Takes it away.
     */
    signal: AbortSignal;
};
