/** @param {Element} element */
export function jumpTo(element: Element): void;
/**
 * Whether something stays in its place in the window while the page is scrolled.
 *
 * @param {Element} at
 * @param {Element} [but] what it may be in
 */
export function sticks(at: Element, but?: Element): boolean;
/**
 * What is scrolled to move an element: the nearest that can be, else the window's own.
 *
 * @param {Element} element
 */
export function scrollerOf(element: Element): Element;
