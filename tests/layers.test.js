// @ts-check
// Which scripts may know which: the extension knows the shell, the demo the package, and the shell neither of them nor the
// browsers' interface for extensions.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import ts from "typescript";

const ROOT = path.resolve(import.meta.dirname, "..");

/**
 * What each layer may import: files by the beginning of their path, and modules of Node by their name.
 *
 * @type {Record<string, string[]>}
 */
const LAYERS = {
  // The build puts the core's own script beside the shell's.
  "www/shell/": ["www/shell/", "node:fs/promises"],
  // What runs in the page is bundled from the shell, what holds the core from the package.
  "www/extension/": ["www/extension/", "www/shell/", "pkg/"],
  "www/demo/": ["www/demo/", "pkg/"],
};
const EXTENSION_INTERFACE = ["chrome", "browser"];

/**
 * What is wrong with a script.
 *
 * @param {string} file its path from the root
 * @param {string} text
 * @returns {string[]}
 */
function faults(file, text) {
  const [layer, allowed] = Object.entries(LAYERS).find(([layer]) => file.startsWith(layer)) ?? [];
  assert.ok(layer && allowed, `${file} is of no layer`);
  const imports = importsOf(text)
    .map((name) => (name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name))
    .filter((name) => !allowed.some((beginning) => name.startsWith(beginning)));
  const names = layer === "www/shell/" ? namesIn(file, text, EXTENSION_INTERFACE) : [];
  return [...imports.map((name) => `imports ${name}`), ...names.map((name) => `names ${name}`)];
}

/** What a script imports, at once, later, or only to speak of its types in a comment. @param {string} text */
function importsOf(text) {
  const inCode = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const inComments = [...text.matchAll(/\/\*\*.*?\*\//gs)].flatMap(([comment]) =>
    [...comment.matchAll(/(?:\bfrom |\bimport\()"([^"]+)"/g)].map(([, name]) => name),
  );
  return [...new Set([...inCode, ...inComments])];
}

/**
 * Those of some names that a script has in its code: comments and strings do not count.
 *
 * @param {string} file
 * @param {string} text
 * @param {string[]} names
 */
function namesIn(file, text, names) {
  /** @type {Set<string>} */
  const found = new Set();
  const look = (/** @type {ts.Node} */ node) => {
    if (ts.isIdentifier(node) && names.includes(node.text)) found.add(node.text);
    // `world["chrome"]` is a name as `world.chrome` is.
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      if (names.includes(node.argumentExpression.text)) found.add(node.argumentExpression.text);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return [...found];
}

for (const layer of Object.keys(LAYERS)) {
  test(`${layer} imports nothing that is above it`, () => {
    const files = readdirSync(path.join(ROOT, layer)).filter((name) => /\.(js|d\.ts)$/.test(name));
    assert.ok(files.length >= 4, layer);
    for (const name of files)
      assert.deepEqual(faults(layer + name, readFileSync(path.join(ROOT, layer, name), "utf8")), [], layer + name);
  });
}

test("what is wrong is found, and what only looks like it is not", () => {
  /** @type {(file: string, text: string, expected: string[]) => void} */
  const check = (file, text, expected) => assert.deepEqual(faults(file, text), expected, text);
  check("www/shell/a.js", `import { api } from "../extension/api.js";`, ["imports www/extension/api.js"]);
  check("www/shell/a.js", `export * from "../../pkg/index.js";`, ["imports pkg/index.js"]);
  check("www/shell/a.js", `const a = await import("../demo/own.js");`, ["imports www/demo/own.js"]);
  check("www/shell/a.js", `/** @import { State } from "../extension/messages.js" */`, [
    "imports www/extension/messages.js",
  ]);
  check("www/shell/a.js", `/** @type {import("../extension/messages.js").State} */ let a;`, [
    "imports www/extension/messages.js",
  ]);
  check("www/shell/a.js", `import "puppeteer-core";`, ["imports puppeteer-core"]);
  check("www/shell/a.js", `chrome.runtime.id;`, ["names chrome"]);
  check("www/shell/a.js", `const api = globalThis.browser ?? window["chrome"];`, ["names browser", "names chrome"]);
  check("www/shell/a.js", `import { a } from "./b.js"; // chrome and browser\nconst c = "chrome", d = /browser/;`, []);
  check("www/extension/a.js", `import { a } from "../shell/b.js"; chrome.runtime.id;`, []);
  check("www/extension/a.js", `import { a } from "../demo/own.js";`, ["imports www/demo/own.js"]);
  check("www/demo/a.js", `import { a } from "../shell/b.js";`, ["imports www/shell/b.js"]);
  check("www/demo/a.js", `import { load } from "../../pkg/index.js";`, []);
});
