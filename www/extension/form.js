// @ts-check
// The controls for the settings, in the panel and on the options page alike.

/** @import { Kind, Level, Settings } from "./settings.js" */

import { KINDS, LEVELS } from "./settings.js";
import { loadSettings, saveSettings } from "./storage.js";
import { say } from "./words.js";

const LENGTHS = [0, 1, 2, 3, 5, 7, 10];

/**
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * A button that does something when it is pressed.
 *
 * @param {string} text
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 */
export function button(text, act, attributes) {
  const element = make("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", act);
  return element;
}

/**
 * @param {string} text
 * @param {boolean} checked
 * @param {(checked: boolean) => void} act
 * @param {string} [id]
 */
export function check(text, checked, act, id) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", ...(id ? { id } : {}) }));
  input.checked = checked;
  input.addEventListener("change", () => act(input.checked));
  return make("label", { class: "check" }, input, text);
}

/** The words of the page itself: its language, its direction, and each element's by its `data-say`. */
export function translate() {
  document.documentElement.lang = say("language");
  // Not `@@bidi_dir`: that is the browser's own direction, whose language may be none of ours.
  document.documentElement.dir = say("direction");
  for (const element of document.querySelectorAll("[data-say]")) {
    element.append(say(element.getAttribute("data-say") ?? ""));
  }
}

/**
 * Fills an element with the controls; each is saved as it is changed.
 *
 * @param {HTMLElement} form
 */
export async function fillForm(form) {
  const settings = await loadSettings();
  const save = (/** @type {Partial<Settings>} */ changes) => void saveSettings(changes);
  form.replaceChildren(
    chooseLevel("level", settings.level, (level) => save({ level })),
    choose(
      "sentences",
      LENGTHS,
      settings.sentences,
      (n) => (n ? String(n) : say("none")),
      (sentences) => save({ sentences }),
    ),
    kinds(settings.spare),
    check(say("marks"), settings.marks, (marks) => save({ marks }), "marks"),
    slide(
      "size",
      80,
      200,
      settings.size,
      (n) => `${n} %`,
      (size) => save({ size }),
    ),
    slide(
      "width",
      39,
      100,
      settings.width || 39,
      (n) => (n < 40 ? say("width_page") : String(n)),
      (n) => save({ width: n < 40 ? 0 : n }),
    ),
    check(say("button_panel"), settings.panel, (panel) => save({ panel }), "panel"),
  );
}

/**
 * @param {"level" | "page_level"} name
 * @param {Level} level
 * @param {(level: Level) => void} act
 */
export function chooseLevel(name, level, act) {
  return choose(name, LEVELS, level, (one) => say(`level_${one}`), act);
}

/** @param {Kind[]} spare */
function kinds(spare) {
  const kept = new Set(spare);
  const boxes = KINDS.map((kind) =>
    check(
      say(`kind_${kind}`),
      !kept.has(kind),
      (hide) => {
        if (hide) kept.delete(kind);
        else kept.add(kind);
        void saveSettings({ spare: [...kept] });
      },
      `kind-${kind}`,
    ),
  );
  return make("fieldset", {}, make("legend", {}, say("kinds")), ...boxes);
}

/**
 * @template {string | number} T
 * @param {string} name
 * @param {readonly T[]} values
 * @param {T} value
 * @param {(value: T) => string} label
 * @param {(value: T) => void} act
 */
function choose(name, values, value, label, act) {
  const known = values.includes(value) ? values : [...values, value];
  const options = known.map((one) => make("option", { value: String(one) }, label(one)));
  const select = /** @type {HTMLSelectElement} */ (make("select", { id: name }, ...options));
  select.selectedIndex = known.indexOf(value);
  select.addEventListener("change", () => act(known[select.selectedIndex]));
  return make("div", { class: "row" }, make("label", { for: name }, say(name)), select);
}

/**
 * @param {string} name
 * @param {number} min
 * @param {number} max
 * @param {number} value
 * @param {(value: number) => string} label
 * @param {(value: number) => void} act
 */
function slide(name, min, max, value, label, act) {
  const input = /** @type {HTMLInputElement} */ (
    make("input", { type: "range", id: name, min: String(min), max: String(max) })
  );
  input.value = String(value);
  const output = make("output", { for: name });
  const tell = () => {
    output.textContent = label(input.valueAsNumber);
    input.setAttribute("aria-valuetext", label(input.valueAsNumber));
  };
  tell();
  input.addEventListener("input", tell);
  input.addEventListener("change", () => act(input.valueAsNumber));
  return make("div", { class: "row" }, make("label", { for: name }, say(name)), input, output);
}
