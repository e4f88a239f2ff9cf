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
import type { Snapshot } from "./types.js";
