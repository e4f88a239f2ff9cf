// @ts-check
// Which colours a page shows at a place, and whether one can be read on the other.

import { parentAround } from "./dom.js";

/** Red, green and blue, 0 to 255. @typedef {[number, number, number]} Colour */

/** What a layer must cover at least to be taken for the background. */
const OPAQUE = 0.5;
/** @type {Colour} */
export const WHITE = [255, 255, 255];
/** What browsers draw behind a page that asks for a dark scheme. @type {Colour} */
const DARK_CANVAS = [18, 18, 18];
/** Between the darkest colour that dark text can be read on, and the lightest that light text can: equal contrast to both. */
const MIDDLE = 0.18;

/**
 * A computed colour with its opacity; `null` for what is not written in red, green and blue.
 *
 * @param {string} value
 * @returns {[...Colour, number] | null}
 */
export function parseColour(value) {
  const [, name, inside] = /^(rgba?|color)\((?:srgb )?(.*)\)$/.exec(value) ?? [];
  const parts = (inside ?? "").split(/[\s,/]+/).map(Number);
  if (parts.length < 3 || parts.some(Number.isNaN)) return null;
  const unit = name === "color" ? 255 : 1;
  return [parts[0] * unit, parts[1] * unit, parts[2] * unit, parts[3] ?? 1];
}

/**
 * The colour that an element's text stands on; `null` where that is a picture.
 *
 * @param {Element} element
 * @returns {Colour | null}
 */
export function backgroundAt(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  for (let at = /** @type {Element | null} */ (element); at; at = parentAround(at)) {
    const { backgroundColor, backgroundImage } = view.getComputedStyle(at);
    const colour = parseColour(backgroundColor);
    if (backgroundImage !== "none") return null;
    if (colour && colour[3] >= OPAQUE) return [colour[0], colour[1], colour[2]];
  }
  const { colorScheme } = view.getComputedStyle(element.ownerDocument.documentElement);
  const prefersDark = view.matchMedia("(prefers-color-scheme: dark)").matches;
  return colorScheme.includes("dark") && (prefersDark || !colorScheme.includes("light")) ? DARK_CANVAS : WHITE;
}

/** The colour of an element's own text. @param {Element} element @returns {Colour | null} */
export function inkOf(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  const colour = parseColour(view.getComputedStyle(element).color);
  return colour && [colour[0], colour[1], colour[2]];
}

/** Contrast as WCAG 2 counts it, 1 to 21. @param {Colour} one @param {Colour} other */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether light text is read on it, not dark. @param {Colour} colour */
export function isDark(colour) {
  return luminance(colour) < MIDDLE;
}

/** @param {Colour} one @param {Colour} other @param {number} share of the other, 0 to 1 @returns {Colour} */
export function mix(one, other, share) {
  const at = (/** @type {0 | 1 | 2} */ i) => Math.round(one[i] + (other[i] - one[i]) * share);
  return [at(0), at(1), at(2)];
}

/** As a style sheet writes it. @param {Colour} colour */
export function css([red, green, blue]) {
  return `rgb(${red} ${green} ${blue})`;
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
