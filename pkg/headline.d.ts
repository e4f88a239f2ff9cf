/**
 * The heading that says the headline, else the first `h1`; `null` where there is neither.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {HTMLElement | null}
 */
export function headlineOf(plan: Plan, nodes: Node[]): HTMLElement | null;
import type { Plan } from "./types.js";
