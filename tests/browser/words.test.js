// @ts-check
// The words of the box and of the extension in every language, without a browser.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { LANGUAGES, labelsFor, withNumber } from "../../www/shell/labels.js";
import { locales, readWords } from "../../www/words.mjs";
import { ROOT } from "./browsers.mjs";

const EXPECTED = "ar cs de en es fa fr he hi id it ja ko nb nl pl pt_BR ru tr uk ur vi zh_CN zh_TW".split(" ");
/** How a message's name ends that is one plural form of a word. */
const FORM = /_(zero|one|two|few|many|other)$/;
const MESSAGES = locales(readWords());

test("every language has every word of the extension, with its number where there is one", () => {
  assert.deepEqual([...MESSAGES.keys()].sort(), EXPECTED.sort());
  const read = (/** @type {string} */ locale) => JSON.parse(MESSAGES.get(locale) ?? "");
  const english = read("en");
  for (const locale of EXPECTED) {
    const words = read(locale);
    const names = (/** @type {object} */ all) => [...new Set(Object.keys(all).map((name) => name.replace(FORM, "")))];
    assert.deepEqual(names(words), names(english), locale);
    for (const [name, { message }] of Object.entries(words)) {
      assert.ok(message.trim(), `${locale} ${name}`);
      const [form] = FORM.exec(name) ?? [];
      const same = english[form ? name.replace(FORM, "_other") : name];
      const may = form && form !== "_other" && !message.includes("$");
      assert.deepEqual(message.match(/\$\w*/g), may ? null : same.message.match(/\$1/g), `${locale} ${name}`);
    }
    const direction = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words.description.message) ? "rtl" : "ltr";
    assert.deepEqual([words.language.message, words.direction.message], [locale.replace("_", "-"), direction]);
    // A manifest's description may have 132 letters in Chromium's store.
    assert.ok(words.description.message.length <= 132, `${locale}: ${words.description.message.length}`);
  }
});

test("every language of the extension's is one of the box's, in its own words", () => {
  for (const locale of EXPECTED.filter((locale) => locale !== "en")) {
    for (const [name, role] of Object.entries(labelsFor(locale).roles))
      assert.ok(!/^(The news|What was said|What comes next)$/.test(role), `${locale}: ${name}`);
  }
  for (const [language, outlook] of Object.entries({
    "zh-TW": "後續",
    "zh-Hant-HK": "後續",
    zh: "后续",
    "zh-CN": "后续",
    "pt-BR": "O que vem a seguir",
    th: "What comes next",
  }))
    assert.equal(labelsFor(language).roles.outlook, outlook);
});

test("every language has every word of the box, each the one of its own name", () => {
  const words = readWords();
  assert.deepEqual([...LANGUAGES].sort(), [...words.keys()].sort());
  for (const language of LANGUAGES) assert.deepEqual(labelsFor(language), words.get(language)?.box, language);
});

test("a number has the form that its language asks for", () => {
  const said = (/** @type {string} */ language, /** @type {number} */ number) =>
    withNumber(labelsFor(language).hidden, number, language);
  for (const [language, number, expected] of /** @type {const} */ ([
    ["en", 1, "1 thing hidden"],
    ["en", 12, "12 things hidden"],
    ["fr", 1, "1 élément masqué"],
    ["fr", 2, "2 éléments masqués"],
    ["ar", 2, "أُخفي عنصران"],
    ["ar-EG", 3, "أُخفيت ٣ عناصر"],
    ["ar", 11, "أُخفي 11 عنصرًا"],
    ["ar", 100, "أُخفي 100 عنصر"],
    ["ru", 21, "Скрыт 21 элемент"],
    ["cs", 3, "Skryty 3 prvky"],
    ["cs", 5, "Skryto 5 prvků"],
    ["nb-NO", 5, "5 elementer skjult"],
    ["nn", 1, "1 element skjult"],
    ["ja", 3, "3件を非表示"],
    ["th", 3, "3 things hidden"],
  ]))
    assert.equal(said(language, number), expected, `${language} ${number}`);
});

test("a plural form that the language does not have, or none at all, has the words refused", () => {
  const hidden = (/** @type {unknown} */ forms) => (/** @type {any} */ words) => void (words.box.hidden = forms);
  check(
    { change: hidden("{number} weg") },
    /^languages\/de\/words\.json: box\.hidden must be a group of plural forms/m,
  );
  check({ change: hidden({ few: "{number}", other: "{number}" }) }, /: box\.hidden\.few is no plural form of it$/m);
  check(
    { change: hidden({ one: "{site}", other: "{number}" }) },
    /: box\.hidden\.one must have \{number\}, as in English/m,
  );
  check({ change: hidden({ other: "weg" }) }, /: box\.hidden\.other must have \{number\}, as in English, not none$/m);
});

/**
 * Changes one of the files in a copy of all that words are made of and by, and looks whether the made module is what they make.
 *
 * @param {{ file?: string, change: (words: any) => unknown }} input what is to be written in the file's place, nothing for
 *   the words as they were changed
 * @param {RegExp | null} expected what is said of it; `null` where nothing is wrong
 */
function check({ file = "languages/de/words.json", change }, expected) {
  const copy = mkdtempSync(path.join(tmpdir(), "zubda-words-"));
  try {
    for (const part of ["languages", "www/words.mjs", "www/shell/words.js"])
      cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
    const words = JSON.parse(readFileSync(path.join(copy, file), "utf8"));
    const instead = change(words);
    writeFileSync(path.join(copy, file), typeof instead === "string" ? instead : JSON.stringify(words));
    const module = pathToFileURL(path.join(copy, "www/words.mjs"));
    const script = `import { makeWords } from "${module}"; makeWords({ write: false });`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
    });
    assert.equal(status, expected ? 1 : 0, stderr);
    if (expected) assert.match(stderr, expected);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test("the words as they stand are whole, in whatever order and form they are written", () => {
  check({ change: () => {} }, null);
  const backwards = (/** @type {object} */ words) => Object.fromEntries(Object.entries(words).reverse());
  check({ change: ({ box, extension }) => JSON.stringify({ extension, box: backwards(box) }, null, 1) }, null);
});

test("a word that is missing, too much or empty has the words refused, with its file and its key", () => {
  check(
    { change: (words) => delete words.box.roles.outlook },
    /^languages\/de\/words\.json: box\.roles\.outlook is missing$/m,
  );
  check({ change: (words) => delete words.extension }, /^languages\/de\/words\.json: extension is missing$/m);
  check(
    { change: (words) => void (words.box.gist = "Kern") },
    /^languages\/de\/words\.json: box\.gist is not among the English words$/m,
  );
  check(
    { change: (words) => void (words.extension.clean = " ") },
    /^languages\/de\/words\.json: extension\.clean is empty or no text$/m,
  );
  check(
    { change: (words) => void (words.box.reasons = "Grund") },
    /^languages\/de\/words\.json: box\.reasons must be a group of words$/m,
  );
  check({ change: () => "{" }, /^languages\/de\/words\.json: .*JSON/m);
});

test("a word without its placeholder, or with another one, has the words refused", () => {
  const [box, extension] = ["box\\.minutes", "extension\\.always"];
  const says = (/** @type {string} */ key, /** @type {string} */ rest) =>
    new RegExp(`^languages/de/words\\.json: ${key} must have ${rest}$`, "m");
  check({ change: (words) => void (words.box.minutes = "Min.") }, says(box, "\\{number\\}, as in English, not none"));
  check(
    { change: (words) => void (words.extension.always = "{host} immer") },
    says(extension, "\\{site\\}, as in English, not \\{host\\}"),
  );
  check(
    { change: (words) => void (words.box.copy = "{number} Kopien") },
    says("box\\.copy", "no placeholder, as in English, not \\{number\\}"),
  );
});

test("English and the notes on it are held to each other, the module to them all", () => {
  const english = "languages/en/words.json";
  const notes = "languages/words.notes.json";
  check(
    { file: english, change: (words) => void (words.box.fresh = "New") },
    /^languages\/ar\/words\.json: box\.fresh is missing$/m,
  );
  check(
    { file: english, change: (words) => void (words.box.fresh = "New") },
    /^languages\/words\.notes\.json: box\.fresh is missing$/m,
  );
  check(
    { file: notes, change: (words) => void (words.box.old = "Old.") },
    /^languages\/words\.notes\.json: box\.old is not among the English words$/m,
  );
  check(
    { change: (words) => void (words.box.copy = "Kopie") },
    /^www\/shell\/words\.js is not what languages\/ makes; run npm run build$/m,
  );
});
