/**
 * @typedef {object} BoxSetup
 * @property {Plan} plan
 * @property {Node[]} nodes
 * @property {boolean} open
 * @property {(sentence: SummarySentence) => void} show
 * @property {(edit: number) => void} restore
 * @property {() => void} undo
 */
/**
 * Puts the box before the story's first paragraph; `null` where there is no place for it.
 *
 * @param {BoxSetup} setup
 * @returns {HTMLElement | null}
 */
export function openBox(setup: BoxSetup): HTMLElement | null;
export type BoxSetup = {
    plan: Plan;
    nodes: Node[];
    open: boolean;
    show: (sentence: SummarySentence) => void;
    restore: (edit: number) => void;
    undo: () => void;
};
import type { Plan } from "./types.js";
import type { SummarySentence } from "./types.js";
