/**
 * The first place that is below the headline and as wide as the story; else before the first paragraph; `null` where the story is
 * not in the page.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {Place | null}
 */
export function placeFor(plan: Plan, nodes: Node[]): Place | null;
export type Place = {
    /**
     * What the box stands before.
     */
    before: ChildNode;
    /**
     * A paragraph that it stands by: it has that one's colours.
     */
    beside: Element;
    /**
     * Style by which it is as wide as the story, and no wider.
     */
    shape: Record<string, string>;
};
import type { Plan } from "./types.js";
