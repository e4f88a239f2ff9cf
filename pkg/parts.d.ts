/**
 * The page's own subhead, else what the part does and what it speaks of; empty where nothing is sure.
 *
 * @param {Section} part
 * @param {Labels} labels
 */
export function partName(part: Section, labels: Labels): string;
/**
 * Where marks go and what they say. A part with a subhead of the page's own needs no second one, and a story of one part
 * none at all.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {[HTMLElement, string][]}
 */
export function partMarks(plan: Plan, nodes: Node[]): [HTMLElement, string][];
/**
 * Marks the parts in the story: attributes, and a sheet in each tree that holds one, to draw them. None where the browser has no sheet for us, as
 * Firefox has none for content scripts.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {Change[]}
 */
export function markParts(plan: Plan, nodes: Node[]): Change[];
/**
 * The parts' names as buttons that go there; the part that is being read is the current one.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {Labels} labels
 * @param {(text: string, act: () => void) => HTMLElement} button
 * @param {AbortSignal} signal Ends the following.
 * @returns {HTMLElement[]} none where there is nothing to choose from
 */
export function partButtons(plan: Plan, nodes: Node[], labels: Labels, button: (text: string, act: () => void) => HTMLElement, signal: AbortSignal): HTMLElement[];
/** The attribute that a part's first element carries; its value is the part's name. */
export const PART: "data-zubda-part";
/** Draws the marks, in the colour and by the size of the story's own text: no node is added. */
export const MARKS: "\n[data-zubda-part]::before {\n  content: attr(data-zubda-part); display: block; inline-size: fit-content; max-inline-size: 100%; float: none;\n  box-sizing: border-box; padding: 0.1em 0.6em; margin-block-end: 0.4em; border-radius: 1em;\n  font: 600 0.75em/1.4 system-ui, sans-serif; letter-spacing: 0; text-indent: 0; text-transform: none; color: inherit;\n  background: color-mix(in srgb, currentColor 9%, transparent);\n}\n";
import type { Section } from "./types.js";
import type { Labels } from "./labels.js";
import type { Plan } from "./types.js";
import type { Change } from "./change.js";
