/**
 * A computed colour with its opacity; `null` for what is not written in red, green and blue.
 *
 * @param {string} value
 * @returns {[...Colour, number] | null}
 */
export function parseColour(value: string): [...Colour, number] | null;
/**
 * The colour that an element's text stands on; `null` where that is a picture.
 *
 * @param {Element} element
 * @returns {Colour | null}
 */
export function backgroundAt(element: Element): Colour | null;
/** The colour of an element's own text. @param {Element} element @returns {Colour | null} */
export function inkOf(element: Element): Colour | null;
/** Contrast as WCAG 2 counts it, 1 to 21. @param {Colour} one @param {Colour} other */
export function contrast(one: Colour, other: Colour): number;
/** Whether light text is read on it, not dark. @param {Colour} colour */
export function isDark(colour: Colour): boolean;
/** @param {Colour} one @param {Colour} other @param {number} share of the other, 0 to 1 @returns {Colour} */
export function mix(one: Colour, other: Colour, share: number): Colour;
/** As a style sheet writes it. @param {Colour} colour */
export function css([red, green, blue]: Colour): string;
/** @type {Colour} */
export const WHITE: Colour;
/**
 * Red, green and blue, 0 to 255.
 */
export type Colour = [number, number, number];
