/** @param {Node[]} nodes */
export function lightSentences(nodes: Node[]): {
    /** @param {WireRange[]} wire */
    show(wire: WireRange[]): void;
    clear(): void;
};
import type { Range as WireRange } from "./types.js";
