// @ts-check
// What a reader can choose, as plain values: checked when read, brought up from older versions.

/** @import { Options } from "../shell/types.js" */

import { KIND_OF, reasonsOf } from "../shell/kinds.js";

/** The version of what is stored. */
export const SETTINGS_VERSION = 2;

/** Kinds of things to hide, as the reader is asked about them. @typedef {Exclude<import("../shell/kinds.js").Kind, "captions">} Kind */

/** All of them: captions are marked and never hidden. */
export const KINDS = /** @type {Kind[]} */ ([...new Set(Object.values(KIND_OF))].filter((kind) => kind !== "captions"));

/**
 * How much is cleaned, the least first: what is left inside of the story; and what stands in the way all over the page; the same
 * with all that is not the story dimmed; nothing but the story left, set for reading.
 */
export const LEVELS = /** @type {const} */ (["leftovers", "tidy", "dim", "story"]);
/** @typedef {(typeof LEVELS)[number]} Level */

/**
 * @typedef {object} Settings
 * @property {Level} level
 * @property {number} sentences Length of the summary, 0 to 20; 0 for none.
 * @property {Kind[]} spare Kinds that are left where they are.
 * @property {boolean} marks Whether the story's parts are marked in the story.
 * @property {number} size Of the story, in per cent, 80 to 200.
 * @property {number} width Of the story's lines, in characters, 40 to 100; 0 for the page's own.
 * @property {boolean} panel Whether the button opens the panel rather than cleaning at once.
 */

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({
  level: "tidy",
  sentences: 3,
  spare: [],
  marks: true,
  size: 100,
  width: 0,
  panel: false,
});

/**
 * Steps from one version to the next: `MIGRATIONS[n]` makes what version n stored into what version n + 1 does.
 *
 * @type {Record<number, (stored: Record<string, unknown>) => Record<string, unknown>>}
 */
const MIGRATIONS = {
  // What became of all outside of the story was a setting of its own.
  1: ({ focus, ...rest }) => ({
    ...rest,
    ...(focus === "hide" && { level: "story" }),
    ...(focus === "dim" && { level: "dim" }),
  }),
};

/**
 * Settings of what was stored, by whatever version; whatever is not to be understood is as by default.
 *
 * @param {unknown} stored
 * @param {typeof MIGRATIONS} [migrations]
 * @param {number} [version] to bring it up to
 * @returns {Settings}
 */
export function readSettings(stored, migrations = MIGRATIONS, version = SETTINGS_VERSION) {
  let value = isRecord(stored) ? stored : {};
  let from = typeof value.version === "number" ? value.version : version;
  for (; from < version && migrations[from]; from += 1) value = migrations[from](value);
  const kinds = Array.isArray(value.spare) ? value.spare.filter((kind) => KINDS.includes(kind)) : DEFAULTS.spare;
  const widths = within(value.width, 40, 100);
  return {
    level: levelIn(value) ?? DEFAULTS.level,
    sentences: within(value.sentences, 0, 20) ?? DEFAULTS.sentences,
    spare: [...new Set(kinds)],
    marks: typeof value.marks === "boolean" ? value.marks : DEFAULTS.marks,
    size: within(value.size, 80, 200) ?? DEFAULTS.size,
    width: widths ?? DEFAULTS.width,
    panel: typeof value.panel === "boolean" ? value.panel : DEFAULTS.panel,
  };
}

/**
 * A site's own: whether it is always cleaned, how much, and the rules that it is spared.
 *
 * @typedef {object} Site
 * @property {boolean} always
 * @property {Level | null} level `null` for as much as on all others
 * @property {string[]} never names of rules
 */

/**
 * @param {unknown} stored
 * @returns {Site}
 */
export function readSite(stored) {
  const value = isRecord(stored) ? stored : {};
  const never = Array.isArray(value.never) ? value.never.filter((rule) => typeof rule === "string") : [];
  return { always: value.always === true, level: levelIn(value), never: [...new Set(never)] };
}

/** @param {Record<string, unknown>} stored */
function levelIn({ level }) {
  return LEVELS.find((one) => one === level) ?? null;
}

/**
 * How much of a page is cleaned: as the reader wishes for it, else for its site, else for all.
 *
 * @param {Settings} settings
 * @param {Site} site
 * @param {Level | null} [wish]
 * @returns {Level}
 */
export function levelOf(settings, site, wish = null) {
  return wish ?? site.level ?? settings.level;
}

/**
 * How the story is set.
 *
 * @param {Settings} settings
 * @param {Level} level
 * @returns {import("../shell/reading.js").Reading}
 */
export function readingOf({ size, width }, level) {
  return { column: level === "story", size, width };
}

/**
 * Who says that here is a story: nobody (the site is always cleaned), the reader, or the reader who was told that it is none.
 *
 * @typedef {"never" | "once" | "anyway"} Asked
 */

/**
 * What is asked of the core: beside the summary every sentence's rank, by which the box shows more or fewer of them.
 *
 * @param {Settings} settings
 * @param {Site} site
 * @param {Asked} [asked]
 * @param {Level} [level]
 * @returns {Options & { level: Exclude<Level, "dim"> }}
 */
export function optionsOf({ sentences, spare }, { never }, asked = "once", level = DEFAULTS.level) {
  const summary = sentences > 0 && { sentences };
  const wish = { asked: asked !== "never", anyway: asked === "anyway", level: level === "dim" ? "tidy" : level };
  return { ...wish, summary, sentences: summary !== false, keep: reasonsOf(spare), never };
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
function within(value, least, most) {
  return typeof value === "number" && value >= least && value <= most ? Math.round(value) : null;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
