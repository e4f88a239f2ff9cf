// @ts-check
// Memory is given back: after a large page, and from page to page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import { BROWSERS, ROOT, openPage, serve, withBrowser } from "./browsers.mjs";

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

for (const name of BROWSERS)
  test(`500 pages cleaned by one instance in ${name} leave nothing behind`, async () => {
    const site = await serve({ "/": "<!doctype html><html lang=en><title>Tarn</title><body></body></html>" });
    try {
      await withBrowser(name, async (browser) => {
        const { page, errors } = await openPage(browser, `${site.origin}/`);
        // Of what the page itself holds, Chromium alone tells.
        const inspector = name === "chromium" ? await page.createCDPSession() : null;
        const held = async () => {
          const wasm = await page.evaluate(async () => {
            // @ts-ignore an address of the test's server
            return (await import("/pkg/zubda.js")).memoryBytes();
          });
          await inspector?.send("HeapProfiler.collectGarbage");
          const metrics = inspector ? await page.metrics() : {};
          return { wasm, nodes: metrics.Nodes, listeners: metrics.JSEventListeners, heap: metrics.JSHeapUsedSize };
        };
        await page.evaluate(cleanMany, 0, 100);
        const warm = await held();
        const cleaned = await page.evaluate(cleanMany, 100, 500);
        const end = await held();
        const said = JSON.stringify({ warm, end });
        assert.equal(cleaned, 400);
        assert.ok(end.wasm <= warm.wasm, said);
        if (inspector) {
          assert.ok(/** @type {number} */ (end.nodes) <= /** @type {number} */ (warm.nodes) + 100, said);
          assert.ok(/** @type {number} */ (end.listeners) <= /** @type {number} */ (warm.listeners) + 10, said);
          assert.ok(/** @type {number} */ (end.heap) <= /** @type {number} */ (warm.heap) + MB / 2, said);
        }
        assert.deepEqual(errors, []);
      });
    } finally {
      await site.close();
    }
  });

/**
 * In the page: cleans different stories, one after the other, and puts each back.
 *
 * @param {number} from
 * @param {number} to
 * @returns {Promise<number>} how many had something to hide, and are as they were
 */
async function cleanMany(from, to) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const zubda = await load();
  let good = 0;
  for (let i = from; i < to; i++) {
    const article = document.createElement("article");
    const lines = Array.from({ length: 8 + (i % 40) }, (_, p) =>
      p % 9 === 3
        ? "[ad_1]"
        : `The harbour of Tarn, number ${i * p}, reopened on day ${p}. Ferry ${p * 7} came in before noon, ${i} late. .`,
    );
    for (const [tag, text] of [["h1", `Harbour ${i} reopens`], ...lines.map((line) => ["p", line])]) {
      const element = document.createElement(tag);
      element.className = `c${i}-${text.length}`;
      element.append(text);
      article.append(element);
    }
    document.title = `Harbour ${i} reopens`;
    document.body.replaceChildren(article);
    const before = document.documentElement.outerHTML;
    const page = zubda.clean(document);
    const hidden = page.hidden.length;
    // Frames let the page's watchers see it.
    if (i % 20 === 0) await new Promise((done) => requestAnimationFrame(done));
    page.undo();
    if (hidden && document.documentElement.outerHTML === before) good++;
  }
  document.body.replaceChildren();
  return good;
}

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
