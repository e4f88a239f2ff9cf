// @ts-check
// A short bar at the window's foot, that goes by itself: what was done where the box is out of sight, or why nothing was.

import { paint } from "./paint.js";
import { HOST_ATTRIBUTE } from "./snapshot.js";
import { CLOSED, STYLE, dress } from "./style.js";

/**
 * @typedef {object} BarSetup
 * @property {string} text
 * @property {[string, () => void][]} actions What its buttons say and do; the bar goes with any of them.
 * @property {string} close What the button says that does nothing else.
 * @property {string} language
 * @property {"ltr" | "rtl"} direction
 * @property {Element} beside Whose colours it has.
 * @property {AbortSignal} signal Takes it away.
 */

/** Milliseconds that it stays: twice what a dozen words take to be read. */
const STAY = 8000;

/**
 * Puts a bar into a shadow root.
 *
 * @param {ShadowRoot} root
 * @param {BarSetup} setup
 * @param {() => void} [gone] told when it has gone
 * @returns {() => void} takes it away
 */
export function openBar(root, { text, actions, close, language, direction, beside, signal }, gone = () => {}) {
  const document = root.ownerDocument;
  const view = /** @type {Window} */ (document.defaultView);
  const bar = document.createElement("div");
  for (const [name, value] of Object.entries({ class: "bar", role: "status", lang: language, dir: direction }))
    bar.setAttribute(name, value);
  let timer = 0;
  const end = () => {
    if (!bar.isConnected) return;
    view.clearTimeout(timer);
    bar.remove();
    gone();
  };
  const wait = () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(end, STAY);
  };
  const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
    const element = document.createElement("button");
    element.type = "button";
    element.append(words);
    // Only the reader may press: a page's script may not.
    element.addEventListener("click", (event) => {
      if (!event.isTrusted) return;
      end();
      act();
    });
    return element;
  };
  const said = document.createElement("span");
  said.append(text);
  const shut = button("×", () => {});
  shut.className = "shut";
  shut.setAttribute("aria-label", close);
  bar.append(said, ...actions.map(([words, act]) => button(words, act)), shut);
  paint(bar, beside);
  // As long as the reader is at it, it stays.
  for (const name of ["pointerenter", "focusin"]) bar.addEventListener(name, () => view.clearTimeout(timer));
  for (const name of ["pointerleave", "focusout"]) bar.addEventListener(name, wait);
  signal.addEventListener("abort", end, { once: true });
  root.prepend(bar);
  raise(bar);
  wait();
  return end;
}

/**
 * A bar in a host of its own, where there is no box.
 *
 * @param {Document} document
 * @param {BarSetup} setup
 */
export function openOwnBar(document, setup) {
  const host = document.createElement("div");
  host.setAttribute(HOST_ATTRIBUTE, "");
  host.style.setProperty("all", "initial", "important");
  const root = host.attachShadow({ mode: "closed" });
  dress(document, root, CLOSED + STYLE);
  document.documentElement.append(host);
  openBar(root, setup, () => host.remove());
}

/**
 * Above all that the page lays over itself, where the browser has a layer for it.
 *
 * @param {HTMLElement} bar
 */
function raise(bar) {
  try {
    bar.setAttribute("popover", "manual");
    bar.showPopover();
  } catch {
    bar.removeAttribute("popover");
  }
}
