/**
 * Sets the custom properties that `STYLE` draws by, from the colours at a place in the page.
 *
 * @param {HTMLElement} element
 * @param {Element} beside
 */
export function paint(element: HTMLElement, beside: Element): void;
/**
 * @param {Colour | null} background
 * @param {Colour | null} text
 * @returns {Record<"ink" | "soft" | "paper" | "line" | "accent", Colour>}
 */
export function palette(background: Colour | null, text: Colour | null): Record<"ink" | "soft" | "paper" | "line" | "accent", Colour>;
import type { Colour } from "./colour.js";
