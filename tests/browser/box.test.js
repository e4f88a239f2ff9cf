// @ts-check
// The summary box, in both browsers.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";

/** Markers stand before the sentences of a summary, after them and among them, each in the same text node. */
const MARKED = `<!doctype html><html lang="en"><head><title>Harbour of Tarn reopens</title></head><body><article>
<h1>Harbour of Tarn reopens</h1>
<p>[ad_1] The harbour of Tarn reopened on Monday after two years of repairs, and the first ferries came in before noon.</p>
<p>“We are three weeks early,” said Nora Hale, who runs the port, “and nobody is more surprised than I am.”. .</p>
<p>Six ships a week will call at the eastern quay at first [ad_2] and ten before the summer ends, the port said. [ad_1] The
quay had been shut since a winter storm in 2024, and goods went by road from the next harbour.</p>
<p>Twelve hundred people work in the port. [ad_2] Half of them had been sent home while the work on the quay went on.</p>
<p>The first ship on Thursday will bring grain from the south. [ad_1] The port of Tarn expects forty of them by autumn.</p>
<p>The harbour of Tarn has been the town's largest employer since 1911, when the railway reached the quay.</p>
</article><div id="box"></div></body></html>`;

const site = await serve({ "/marked.html": MARKED }, { folders: { "/pkg/": "pkg" } });
after(() => site.close());

for (const name of BROWSERS) {
  describe(`the box in ${name}`, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser.close());

    test("a sentence is lit where it stands, whatever was cut before it in the same text", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/marked.html`);
      const { sentences, lit, restored, cuts } = await page.evaluate(lightAll);
      assert.ok(cuts >= 5, `${cuts} markers are cut`);
      assert.ok(sentences.length >= 5);
      assert.deepEqual(lit, sentences);
      assert.deepEqual(restored, sentences, "also where the markers were put back");
      assert.deepEqual(errors, []);
    });
  });
}

/** In the page: clicks each sentence of the box, and tells what is lit. */
async function lightAll() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const zubda = await load();
  const into = /** @type {Element} */ (document.getElementById("box"));
  const page = zubda.clean(document, { summary: { sentences: 8 }, box: { into } });
  const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (into.querySelectorAll(".sentence"))];
  const lit = () =>
    buttons.map((button) => {
      button.click();
      // @ts-ignore the Custom Highlight API
      const ranges = [...CSS.highlights.get("zubda")];
      return ranges.map(String).join("").replace(/\s+/g, " ").trim();
    });
  const first = lit();
  const cuts = page.plan.edits.filter((/** @type {any} */ edit) => edit.ranges.length).length;
  for (let i = 0; i < page.plan.edits.length; i++) page.restore(i);
  const restored = lit();
  page.undo();
  return { sentences: buttons.map((button) => button.textContent), lit: first, restored, cuts };
}
