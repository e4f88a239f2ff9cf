/**
 * @typedef {object} BoxSetup
 * @property {Plan} plan
 * @property {Node[]} nodes
 * @property {number[]} hidden What is hidden: places in `plan.edits`.
 * @property {boolean} open
 * @property {Element} [into]
 * @property {(sentence: SummarySentence) => void} show
 * @property {(edit: number) => void} restore
 * @property {(edit: number) => void} [never]
 * @property {() => void} undo
 * @property {AbortSignal} signal Ends what the box does by itself.
 *
 * @typedef {object} Kit what the parts of the box are made with
 * @property {Document} document
 * @property {import("./labels.js").Labels} labels
 * @property {(name: string, attributes?: Record<string, string>, ...children: (Node | string)[]) => HTMLElement} make
 * @property {(text: string, act: () => void, attributes?: Record<string, string>) => HTMLElement} button
 * @property {(text: string) => void} say
 */
/**
 * Puts the box into the element that is given for it, else at the top of the story in a host of its own; `null` where there is
 * no place for it. Where the reader does not see the box, a short bar says what was done, and goes by itself.
 *
 * @param {BoxSetup} setup
 * @returns {HTMLElement | null} what to remove again
 */
export function openBox(setup: BoxSetup): HTMLElement | null;
export type BoxSetup = {
    plan: Plan;
    nodes: Node[];
    /**
     * What is hidden: places in `plan.edits`.
     */
    hidden: number[];
    open: boolean;
    into?: Element;
    show: (sentence: SummarySentence) => void;
    restore: (edit: number) => void;
    never?: (edit: number) => void;
    undo: () => void;
    /**
     * Ends what the box does by itself.
     */
    signal: AbortSignal;
};
/**
 * what the parts of the box are made with
 */
export type Kit = {
    document: Document;
    labels: import("./labels.js").Labels;
    make: (name: string, attributes?: Record<string, string>, ...children: (Node | string)[]) => HTMLElement;
    button: (text: string, act: () => void, attributes?: Record<string, string>) => HTMLElement;
    say: (text: string) => void;
};
/**
 * A hidden thing, or several that are the same to a reader: for the same reason, with the same words or none.
 */
export type Alike = {
    reason: string;
    text: string;
    /**
     * places in `plan.edits`
     */
    edits: number[];
};
import type { Plan } from "./types.js";
import type { SummarySentence } from "./types.js";
