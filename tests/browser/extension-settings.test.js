// @ts-check
// The extension's settings, without a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import {
  DEFAULTS,
  KINDS,
  levelOf,
  optionsOf,
  readSettings,
  readSite,
  readingOf,
} from "../../www/extension/settings.js";
import { KIND_OF, keptWhereHidden, reasonsOf } from "../../www/shell/kinds.js";
import { LANGUAGES, numberIn } from "../../www/shell/labels.js";
import { ROOT } from "./browsers.mjs";

test("whatever was stored, the settings can be used", () => {
  for (const stored of [undefined, null, 7, "x", [], {}, { sentences: "3" }, { sentences: 99, size: -1, level: "x" }])
    assert.deepEqual(readSettings(stored), DEFAULTS);
  const chosen = { level: "story", sentences: 5, marks: false, size: 120, width: 66 };
  const settings = readSettings({ ...chosen, version: 2, spare: ["ads", "ads", "x"] });
  assert.deepEqual(settings, { ...chosen, spare: ["ads"], panel: false });
});

test("older versions are brought up step by step, newer ones are read as far as they are known", () => {
  const steps = {
    1: (/** @type {any} */ { length, ...rest }) => ({ ...rest, sentences: length }),
    2: (/** @type {any} */ old) => ({ ...old, sentences: old.sentences + 1 }),
  };
  assert.equal(readSettings({ version: 1, length: 4 }, steps, 3).sentences, 5);
  assert.equal(readSettings({ version: 2, sentences: 4 }, steps, 3).sentences, 5);
  assert.equal(readSettings({ version: 3, sentences: 4 }, steps, 3).sentences, 4);
  assert.equal(readSettings({ version: 9, sentences: 4, unheard: 1 }, steps, 3).sentences, 4);
});

test("what became of all around the story, until the second version, is a level", () => {
  for (const [focus, level] of [
    ["off", "tidy"],
    ["dim", "dim"],
    ["hide", "story"],
  ])
    assert.equal(readSettings({ version: 1, focus }).level, level, focus);
  assert.equal(readSettings({ version: 2, focus: "hide" }).level, "tidy");
});

test("the level is the page's, else the site's, else that of all", () => {
  const site = { always: false, level: null, never: [] };
  assert.equal(levelOf(DEFAULTS, site), "tidy");
  assert.equal(levelOf(DEFAULTS, { ...site, level: "story" }), "story");
  assert.equal(levelOf(DEFAULTS, { ...site, level: "story" }, "leftovers"), "leftovers");
  assert.equal(optionsOf(DEFAULTS, site, "once", "dim").level, "tidy", "what is dimmed is not hidden");
  assert.deepEqual(readingOf(DEFAULTS, "dim"), { column: false, size: 100, width: 0 });
  assert.equal(readingOf(DEFAULTS, "story").column, true);
});

test("what a site keeps, and what the core is asked", () => {
  assert.deepEqual(readSite({ always: 1, level: "x", never: ["a", 2, "a"] }), {
    always: false,
    level: null,
    never: ["a"],
  });
  assert.equal(readSite({ level: "story" }).level, "story");
  const options = optionsOf(
    { ...DEFAULTS, sentences: 0, spare: ["headline"] },
    { always: true, level: null, never: ["slot.empty"] },
  );
  const own = { summary: false, sentences: false, keep: ["duplicate-headline"], never: ["slot.empty"] };
  assert.deepEqual(options, { asked: true, anyway: false, level: "tidy", ...own });
});

test("the core is told whether anybody asked, and whether the reader insists", () => {
  const wish = (/** @type {import("../../www/extension/settings.js").Asked} */ by) => {
    const { asked, anyway } = optionsOf(DEFAULTS, { always: true, level: null, never: [] }, by);
    return { asked, anyway };
  };
  assert.deepEqual(wish("never"), { asked: false, anyway: false });
  assert.deepEqual(wish("once"), { asked: true, anyway: false });
  assert.deepEqual(wish("anyway"), { asked: true, anyway: true });
});

test("the box of the extension can be made longer and shorter, where there is a summary in it", () => {
  const { summary, sentences } = optionsOf({ ...DEFAULTS, sentences: 5 }, { always: false, level: null, never: [] });
  assert.deepEqual([summary, sentences], [{ sentences: 5 }, true]);
});

test("every reason that the core has is of one kind, and every kind has a name", () => {
  const source = readFileSync(path.join(ROOT, "src/plan.rs"), "utf8");
  const variants = /enum Reason \{([^}]*)\}/.exec(source)?.[1].matchAll(/^ *([A-Z]\w+),$/gm) ?? [];
  const reasons = [...variants].map(([, name]) => name.replace(/\B[A-Z]/g, "-$&").toLowerCase());
  assert.ok(reasons.length > 10);
  assert.deepEqual(Object.keys(KIND_OF).sort(), reasons.sort());
  const words = JSON.parse(readFileSync(path.join(ROOT, "languages/en/words.json"), "utf8"));
  const named = Object.keys(words.extension).filter((name) => name.startsWith("kind_"));
  assert.deepEqual(
    named,
    KINDS.map((kind) => `kind_${kind}`),
  );
});

test("what is kept is all that is not to be hidden, by kind or by reason", () => {
  assert.deepEqual(keptWhereHidden(null), []);
  assert.deepEqual(keptWhereHidden(""), Object.keys(KIND_OF));
  const kept = Object.keys(KIND_OF).filter((reason) => !reason.startsWith("ad-") && reason !== "share");
  assert.deepEqual(keptWhereHidden(" ads  share unheard"), kept);
  assert.deepEqual(reasonsOf(["headline", "captions"]), ["duplicate-headline", "caption"]);
});

test("numbers are written as the language writes them", () => {
  for (const language of [
    ...LANGUAGES,
    "ar-EG",
    "bn",
    "ckb",
    "mr",
    "my",
    "ne",
    "ps",
    "sd",
    "ta",
    "th",
    "uz",
    "el",
    "sw",
  ])
    for (const number of [0, 7, 999, 12_345])
      assert.equal(numberIn(number, language), new Intl.NumberFormat(language).format(number), language);
  assert.equal(numberIn(1234, "und"), "1,234");
  assert.equal(numberIn(1234, "no such language"), "1234");
});
