// @ts-check
// The extension's settings, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";

import { DEFAULTS, kindOf, optionsOf, readSettings, readSite } from "../../www/extension/settings.js";
import { LANGUAGES, labelsFor, numberIn } from "../../www/shell/labels.js";

test("whatever was stored, the settings can be used", () => {
  for (const stored of [undefined, null, 7, "x", [], {}, { sentences: "3" }, { sentences: 99, size: -1, focus: "x" }])
    assert.deepEqual(readSettings(stored), DEFAULTS);
  const chosen = { sentences: 5, marks: false, focus: "dim", size: 120, width: 66 };
  const settings = readSettings({ ...chosen, version: 1, spare: ["ads", "ads", "x"] });
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

test("what a site keeps, and what the core is asked", () => {
  assert.deepEqual(readSite({ always: 1, never: ["a", 2, "a"] }), { always: false, never: ["a"] });
  const options = optionsOf(
    { ...DEFAULTS, sentences: 0, spare: ["headline"] },
    { always: true, never: ["slot.empty"] },
  );
  const asked = { summary: false, sentences: false, keep: ["duplicate-headline"], never: ["slot.empty"] };
  assert.deepEqual(options, asked);
});

test("the box of the extension can be made longer and shorter, where there is a summary in it", () => {
  const { summary, sentences } = optionsOf({ ...DEFAULTS, sentences: 5 }, { always: false, never: [] });
  assert.deepEqual([summary, sentences], [{ sentences: 5 }, true]);
});

test("every reason to hide is of one kind", () => {
  const reasons = /** @type {import("../../www/shell/types.js").Reason[]} */ (Object.keys(labelsFor("en").reasons));
  for (const reason of reasons) assert.equal(kindOf(reason) === null, reason === "caption", reason);
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
