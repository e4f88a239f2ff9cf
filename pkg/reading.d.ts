/**
 * Sets the story for reading.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {Reading} [reading]
 * @returns {Change[]}
 */
export function setForReading(plan: Plan, nodes: Node[], { column, size, width }?: Reading): Change[];
/**
 * How the story is set; as the page has it unless told.
 */
export type Reading = {
    /**
     * Whether it stands in one column, where all but it and its headline's block is hidden.
     */
    column?: boolean;
    /**
     * Of its text, in per cent.
     */
    size?: number;
    /**
     * Of its lines, in characters.
     */
    width?: number;
};
import type { Plan } from "./types.js";
import type { Change } from "./change.js";
