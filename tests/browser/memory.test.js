// @ts-check
// Memory is given back: after a large page, and from page to page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import { ROOT } from "./browsers.mjs";

const MB = 1 << 20;
/** @type {import("../../pkg/zubda.js") & { memoryBytes: () => number }} */
let core;
/** @type {import("../../pkg/index.js").Zubda} */
let zubda;

before(async () => {
  const pkg = path.join(ROOT, "pkg");
  core = await import(path.join(pkg, "zubda.js"));
  const { load } = await import(path.join(pkg, "index.js"));
  zubda = await load({ wasm: readFile(path.join(pkg, "zubda_bg.wasm")) });
});

/** @param {number} i */
const story = (i) =>
  Array.from(
    { length: 40 + (i % 60) },
    (_, p) =>
      `The harbour of Tarn, number ${i * p}, reopened on day ${p}. Ferry ${p * 7} came in before noon, ${i} late.`,
  ).join("\n\n");

test("after a page of 20 MB no more is held than before", () => {
  const expected = JSON.stringify(zubda.analyzeText(story(1)));
  const text = `${story(1)}\n\n`;
  const large = zubda.analyze(page(text.repeat(Math.ceil((20 * MB) / text.length))));
  assert.equal(large.declined, "too-large");
  assert.ok(core.memoryBytes() < 16 * MB, `${core.memoryBytes()} bytes`);
  assert.equal(JSON.stringify(zubda.analyzeText(story(1))), expected, "the renewed core answers the same");
});

test("500 stories in one instance take no more than the largest of them", () => {
  for (let i = 0; i < 60; i++) zubda.analyzeText(story(i));
  const warm = core.memoryBytes();
  for (let i = 60; i < 500; i++) zubda.analyzeText(story(i));
  assert.ok(core.memoryBytes() <= warm, `${warm} bytes became ${core.memoryBytes()}`);
});

/** A document with one text, as far as the snapshot asks. @param {string} data */
function page(data) {
  /** @type {any} */
  const document = { nodeType: 9, URL: "https://tarn.example/", title: "Tarn" };
  const element = (/** @type {string} */ localName, /** @type {any[]} */ children) => {
    const node = {
      nodeType: 1,
      localName,
      ownerDocument: document,
      firstChild: children[0] ?? null,
      nextSibling: null,
      hasAttribute: () => false,
      hasAttributes: () => false,
      getAttribute: () => null,
      closest: () => null,
    };
    for (const child of children) child.parentNode = node;
    return node;
  };
  const text = { nodeType: 3, data, nextSibling: null, ownerDocument: document };
  document.documentElement = element("html", [element("body", [element("article", [text])])]);
  return document;
}
