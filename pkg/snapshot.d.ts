/**
 * One read-only pass over a document or an element.
 *
 * @param {Document | Element} target
 * @returns {{ snapshot: Snapshot, nodes: Node[] }} `nodes[id]` is the node of that id
 */
export function takeSnapshot(target: Document | Element): {
    snapshot: Snapshot;
    nodes: Node[];
};
/**
 * The same snapshot in plain arrays, for messages that are JSON.
 *
 * @param {Snapshot} snapshot
 * @returns {Snapshot}
 */
export function toPlain(snapshot: Snapshot): Snapshot;
/** Marks our own host, which is no part of the page. */
export const HOST_ATTRIBUTE: "data-zubda-host";
/**
 * Where the page as it is laid out leaves the tree of its nodes: an element shows its open shadow tree in place of its
 * children, and a slot the nodes that are assigned to it.
 */
export type Detour = {
    element: Element;
    /**
     * what is shown in the element
     */
    nodes: Node[];
    /**
     * the one that the walk is at
     */
    at: number;
};
import type { Snapshot } from "./types.js";
