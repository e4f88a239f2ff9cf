/**
 * @typedef {object} BoxOptions
 * @property {boolean} [open] Whether the list of what was hidden stands open.
 *
 * @typedef {object} ApplyOptions
 * @property {false | BoxOptions} [box] `false` for no box.
 */
/**
 * Applies a plan to the nodes that its snapshot was taken of.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {ApplyOptions} [options]
 */
export function applyPlan(plan: Plan, nodes: Node[], options?: ApplyOptions): Page;
/** A page that was cleaned, and how to put it back. */
export class Page {
    /**
     * @param {Plan} plan
     * @param {Node[]} nodes
     * @param {ApplyOptions} options
     */
    constructor(plan: Plan, nodes: Node[], options: ApplyOptions);
    /** The plan that was applied. */
    plan: Plan;
    /** The box's host; `null` where there is none. @type {HTMLElement | null} */
    host: HTMLElement | null;
    /** Cleans the page again after {@link undo}. */
    apply(): void;
    /** Puts everything back but what the page itself has changed since. */
    undo(): void;
    /**
     * Puts one edit back.
     *
     * @param {number} i its place in `plan.edits`
     */
    restore(i: number): void;
    #private;
}
export type BoxOptions = {
    /**
     * Whether the list of what was hidden stands open.
     */
    open?: boolean;
};
export type ApplyOptions = {
    /**
     * `false` for no box.
     */
    box?: false | BoxOptions;
};
/**
 * Takes one change back, unless the page has changed the same since.
 */
export type Change = () => void;
import type { Plan } from "./types.js";
