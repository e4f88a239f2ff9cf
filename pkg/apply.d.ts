/**
 * @typedef {object} BoxOptions
 * @property {boolean} [open] Whether the list of what was hidden stands open.
 * @property {Element} [into] Takes the box, in place of a host above the story's first paragraph.
 *
 * @typedef {object} ApplyOptions
 * @property {false | BoxOptions} [box] `false` for no box.
 * @property {boolean} [marks] `false` for no marks of the story's parts in the story.
 * @property {import("./reading.js").Reading} [reading] How the story is set for reading; as the page has it unless told.
 * @property {(rule: string) => unknown} [remember] Told when the reader wants a rule never again on this site; without it
 *   the box does not offer that. See `siteRules`.
 * @property {(change: () => void) => void} [around] Runs each change of the page, at once, for those who observe the page
 *   and must tell Zubda's changes from its own.
 * @property {() => { plan: Plan, nodes: Node[] }} [again] Reads the page anew where it has put other nodes in the place of
 *   those that were cleaned; without it only the same nodes are cleaned again.
 * @property {Iterable<number>} [spare] Places in `plan.edits` of what is left as it is, as if the reader had put it back.
 */
/**
 * Applies a plan to the nodes that its snapshot was taken of. Throws a {@link ZubdaError} of code `page` where the page
 * does not let itself be cleaned; it is then as it was.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {ApplyOptions} [options]
 * @param {(string | undefined)[]} [texts] what the text nodes held, by id, where the snapshot was not taken just now
 */
export function applyPlan(plan: Plan, nodes: Node[], options?: ApplyOptions, texts?: (string | undefined)[]): Page;
/** A page that was cleaned, and how to put it back. */
export class Page {
    /**
     * @param {Plan} plan
     * @param {Node[]} nodes
     * @param {ApplyOptions} options
     * @param {(string | undefined)[]} [texts]
     */
    constructor(plan: Plan, nodes: Node[], options: ApplyOptions, texts?: (string | undefined)[]);
    /** The plan that was applied. */
    plan: Plan;
    /** The box's host, or the box itself in a place of the caller's; `null` where there is none. @type {HTMLElement | null} */
    host: HTMLElement | null;
    /** Whether the page is clean now. */
    get applied(): boolean;
    /** What is hidden now: places in `plan.edits`. */
    get hidden(): number[];
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
    /**
     * Puts back one edit and all others of its rule, and has the host remember the rule for this site.
     *
     * @param {number} i its place in `plan.edits`
     */
    never(i: number): void;
    #private;
}
export type BoxOptions = {
    /**
     * Whether the list of what was hidden stands open.
     */
    open?: boolean;
    /**
     * Takes the box, in place of a host above the story's first paragraph.
     */
    into?: Element;
};
export type ApplyOptions = {
    /**
     * `false` for no box.
     */
    box?: false | BoxOptions;
    /**
     * `false` for no marks of the story's parts in the story.
     */
    marks?: boolean;
    /**
     * How the story is set for reading; as the page has it unless told.
     */
    reading?: import("./reading.js").Reading;
    /**
     * Told when the reader wants a rule never again on this site; without it
     * the box does not offer that. See `siteRules`.
     */
    remember?: (rule: string) => unknown;
    /**
     * Runs each change of the page, at once, for those who observe the page
     * and must tell Zubda's changes from its own.
     */
    around?: (change: () => void) => void;
    /**
     * Reads the page anew where it has put other nodes in the place of
     * those that were cleaned; without it only the same nodes are cleaned again.
     */
    again?: () => {
        plan: Plan;
        nodes: Node[];
    };
    /**
     * Places in `plan.edits` of what is left as it is, as if the reader had put it back.
     */
    spare?: Iterable<number>;
};
import type { Plan } from "./types.js";
