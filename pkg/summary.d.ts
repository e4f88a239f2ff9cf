/**
 * @param {Kit} kit
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {(sentence: SummarySentence) => void} show
 * @param {AbortSignal} signal Ends what is being read aloud.
 * @returns {{ list: HTMLElement, tools: HTMLElement[] } | null} `null` without a summary
 */
export function summarize({ document, labels, make, button, say }: Kit, plan: Plan, nodes: Node[], show: (sentence: SummarySentence) => void, signal: AbortSignal): {
    list: HTMLElement;
    tools: HTMLElement[];
} | null;
import type { Kit } from "./box.js";
import type { Plan } from "./types.js";
import type { SummarySentence } from "./types.js";
