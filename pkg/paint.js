// @ts-check
// Gives what is ours the colours of the page it is in.

/** @import { Colour } from "./colour.js" */

import { backgroundAt, contrast, css, inkOf, isDark, mix } from "./colour.js";

/** Where text of ours is small it must be read as easily as the story (WCAG 2, 1.4.3, and somewhat more). */
const LEGIBLE = 4.8;
/** The page's own colour of text is ours where it is read on the page as easily as that (WCAG 2, 1.4.6). */
const CLEAR = 7;

/** Where the page's own can't be told or read. @type {Record<"light" | "dark", Record<"ground" | "ink" | "accent", Colour>>} */
const OWN = {
  light: { ground: [252, 249, 242], ink: [35, 32, 27], accent: [138, 79, 11] },
  dark: { ground: [36, 33, 28], ink: [236, 229, 216], accent: [230, 176, 100] },
};
/** What sets the box off from the page it stands in: shares of the text's colour in its ground, its lines, and soft text. */
const [TINT, LINE, SOFT] = [0.035, 0.18, 0.3];

/**
 * Sets the custom properties that `STYLE` draws by, from the colours at a place in the page.
 *
 * @param {HTMLElement} element
 * @param {Element} beside
 */
export function paint(element, beside) {
  for (const [name, colour] of Object.entries(palette(backgroundAt(beside), inkOf(beside)))) {
    element.style.setProperty(`--page-${name}`, css(colour));
  }
}

/**
 * @param {Colour | null} background
 * @param {Colour | null} text
 * @returns {Record<"ink" | "soft" | "paper" | "line" | "accent", Colour>}
 */
export function palette(background, text) {
  const isOnDark = background ? isDark(background) : text !== null && !isDark(text);
  const own = OWN[isOnDark ? "dark" : "light"];
  const ground = background ?? own.ground;
  const ink = text && contrast(text, ground) >= CLEAR ? text : own.ink;
  const paper = mix(ground, ink, TINT);
  let soft = mix(ink, paper, SOFT);
  for (let share = SOFT; contrast(soft, paper) < LEGIBLE && share > 0; share -= 0.1) soft = mix(ink, paper, share);
  const accent = contrast(own.accent, paper) >= LEGIBLE ? own.accent : ink;
  return { ink, soft, paper, line: mix(ground, ink, LINE), accent };
}
