/**
 * What the edits of a plan are known by.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {Reading}
 */
export function identify({ edits, paragraphs }: Plan, nodes: Node[]): Reading;
/**
 * Finds edits of earlier readings in a later one. Where it cannot be told which of several it is, it is all of them: who has
 * put one thing back would sooner see another like it than lose it again.
 *
 * @param {Identity[]} wanted
 * @param {Reading} reading
 * @returns {{ places: Set<number>, gone: Identity[] }} places in the later plan's `edits`, and those that it has no more
 */
export function findAgain(wanted: Identity[], reading: Reading): {
    places: Set<number>;
    gone: Identity[];
};
/**
 * What an edit is known by.
 */
export type Identity = {
    /**
     * in `plan.edits`
     */
    place: number;
    node: Node;
    /**
     * Else it is a piece of a text.
     */
    isElement: boolean;
    /**
     * its rule and what it hides
     */
    words: string;
    /**
     * the text of the paragraph that it stands in or after
     */
    paragraph: string;
    /**
     * all of its reading that have the same words, in the order of the page
     */
    alike: Identity[];
};
/**
 * What an edit is known by.
 */
export type Reading = {
    /**
     * one for each of `plan.edits`
     */
    identities: Identity[];
    byWords: Map<string, Identity[]>;
    elements: Map<Node, Identity>;
};
import type { Plan } from "./types.js";
