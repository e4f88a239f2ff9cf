// @ts-check
// The extension, installed in both browsers, on real pages.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { BROWSERS, ROOT, openPage } from "./browsers.mjs";
import { clean, openPanel, pressInBox, readInBox, undo, until, visible, withExtension } from "./extension.mjs";

const SEED = path.join(ROOT, "../shared/cases/seed");
const STRICT = { "content-security-policy": "default-src 'none'" };

const OWN = `<!doctype html><html lang="en"><head><title>Harbour town reopens its ferry line</title></head><body>
<article><h1>Harbour town reopens its ferry line</h1><p>[ad_1]</p>
<p>The harbour town of Lorrenby reopened its ferry line on Monday after eleven years, the regional council said.</p>
<p>Two boats will cross the bay every hour from six in the morning until ten at night, and bicycles travel free of charge.</p>
<p>“People here have waited for this day for a long time,” said the head of the council at the quay.</p>
<p>The old line was closed when its last boat failed an inspection, and the town could not pay for a new one.</p>
<p>[ad_2]</p></article></body></html>`;

/** Pages that are not cleaned, and what the button and the panel then say. @type {Record<string, [string, string]>} */
const REFUSED = {
  "/none.html": [
    "<!doctype html><title>Sign in</title><form><input></form><p>Sign in",
    "No article found on this page",
  ],
  "/empty.html": ["<!doctype html><title>Empty</title><canvas></canvas>", "There is no text on this page"],
  "/large.html": [
    `${OWN}<p hidden></p><script>document.querySelector("[hidden]").append("The ferry. ".repeat(800_000))</script>`,
    "This page is too large",
  ],
};
/** A page that no extension may touch: the browser's own, and one of a store, as Firefox is told that this server is. */
const CLOSED = {
  chromium: () => "chrome://version/",
  firefox: (/** @type {string} */ origin) => `${origin.replace("127.0.0.1", "localhost")}/empty.html`,
};
const options = { extraPrefsFirefox: { "extensions.webextensions.restrictedDomains": "localhost" } };

for (const name of BROWSERS) {
  describe(`the extension in ${name}`, { timeout: 240_000 }, () => {
    test("cleans at a click and undoes at the next, whatever the page's policy", () =>
      withExtension(name, { "/plain.html": OWN, "/strict.html": { body: OWN, headers: STRICT } }, async (extension) => {
        for (const file of ["plain.html", "strict.html"]) {
          const { page, errors } = await openPage(extension.browser, `${extension.origin}/${file}`);
          const before = await page.content();
          await clean(extension, page);
          const text = await visible(page);
          assert.ok(!text.includes("[ad_"), "the markers are hidden");
          assert.ok(text.includes("The harbour town of Lorrenby") && text.includes("The old line was closed"));
          assert.equal((await extension.button(page)).badge, "2");
          await undo(extension, page, before);
          assert.deepEqual(errors, []);
          await page.close();
        }
      }));

    test("the article that the project began with", async (t) => {
      if (!existsSync(SEED)) return t.skip("skipped: no ../shared");
      const html = readFileSync(path.join(SEED, "page.html"), "utf8");
      const expected = JSON.parse(readFileSync(path.join(SEED, "expected.json"), "utf8"));
      const pages = { "/plain.html": html, "/strict.html": { body: html, headers: STRICT } };
      await withExtension(name, pages, async (extension) => {
        // The story's own leftovers are what is expected, and no more of the page.
        const { run } = await extension.inside();
        await run(() => chrome.storage.sync.set({ settings: { version: 2, level: "leftovers" } }));
        for (const file of ["plain.html", "strict.html"]) {
          const { page } = await openPage(extension.browser, `${extension.origin}/${file}`);
          const before = await page.content();
          await clean(extension, page);
          const lines = (await visible(page)).split("\n").map((line) => line.trim());
          for (const { text, selector } of expected.hidden) {
            if (text && !selector && !text.startsWith(". ")) assert.ok(!lines.includes(text), `hidden: ${text}`);
          }
          for (const line of expected.kept) assert.ok(lines.includes(line.replace("”. .", "”.")), `kept: ${line}`);
          assert.ok(lines.includes(expected.caption), "the caption stays");
          assert.equal((await extension.button(page)).badge, "6");
          await undo(extension, page, before);
          await page.close();
        }
      });
    });

    test("cleans and undoes from the page's menu, opens the panel from the button's and by its shortcut", () =>
      withExtension(name, { "/plain.html": OWN }, async (extension) => {
        const { page } = await openPage(extension.browser, `${extension.origin}/plain.html`);
        const before = await page.content();
        // What Chromium's menu grants, a click has granted.
        await clean(extension, page);
        await undo(extension, page, before);
        // Longer than two clicks are taken for one.
        const apart = () => new Promise((done) => setTimeout(done, 450));
        await apart();
        await extension.choose(page, "toggle");
        await page.waitForSelector("[data-zubda-host]");
        await until(async () => (await extension.button(page)).badge === "2", "the button knows");
        await apart();
        await extension.choose(page, "toggle");
        await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
        assert.equal(await page.content(), before);
        for (const open of [extension.choose, extension.command]) {
          await open(page, "panel");
          await until(extension.shut, "the panel");
        }
      }));

    test("says on the button and in the panel why a page is not cleaned, and leaves it as it is", () => {
      const pages = Object.fromEntries(Object.entries(REFUSED).map(([path, [body]]) => [path, body]));
      const run = async (/** @type {Parameters<typeof openPanel>[0]} */ extension) => {
        for (const [path, [, why]] of Object.entries(REFUSED)) {
          const { page } = await openPage(extension.browser, extension.origin + path);
          const before = await page.content();
          await extension.press(page);
          await until(async () => (await extension.button(page)).title === `Zubda: ${why}`, why);
          assert.equal(await said(extension, page), why);
          // In the page, too, in a bar of ours that leaves nothing behind.
          await page.bringToFront();
          const bar = await readInBox(extension, page, ".bar span");
          const offers = await readInBox(extension, page, ".bar button:not(.shut)");
          assert.deepEqual([bar, offers], [[why], path === "/none.html" ? ["Clean anyway"] : []]);
          await pressInBox(extension, page, ".bar .shut");
          await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
          assert.equal(await page.content(), before);
          await page.close();
        }
        const { page } = await openPage(extension.browser, CLOSED[name](extension.origin));
        await extension.press(page);
        const why = "This page is closed to extensions";
        await until(async () => (await extension.button(page)).title === `Zubda: ${why}`, why);
        assert.equal(await said(extension, page), why);
      };
      return withExtension(name, pages, run, { options });
    });
  });
}

/**
 * What the panel says of a page.
 *
 * @param {Parameters<typeof openPanel>[0]} extension
 * @param {import("puppeteer-core").Page} page
 */
async function said(extension, page) {
  const panel = await openPanel(extension, page);
  const read = () => panel.run(() => document.querySelector("#status")?.textContent ?? "");
  await until(async () => (await read()) !== "", "the panel says something");
  const line = await read();
  await panel.close();
  return line;
}
