// @ts-check
// What the page does to itself after it was cleaned, and what find-in-page does to what is hidden.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { siteRules } from "../../www/shell/rules.js";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";

const STORY = `<!doctype html><html lang="en"><head><title>Harbour of Tarn reopens</title></head><body><article>
<h1>Harbour of Tarn reopens</h1>
<p>[ad_1] The harbour of Tarn reopened on Monday after two years of repairs, and the first ferries came in before noon.</p>
<p>“We are three weeks early,” said Nora Hale, who runs the port, “and nobody is more surprised than I am.”</p>
<div id="related"><h3>Read also</h3><ul><li><a href="/1">A school on the eastern quay</a></li><li><a id="second" href="/2">Grain
prices fall</a></li></ul></div>
<p>Six ships a week will call at the eastern quay at first, and ten before the summer ends, the port said.</p>
<p>The quay had been shut since a winter storm in 2024, and goods went by road from the next harbour.</p>
<p>[ad_2]</p>
<p>Twelve hundred people work in the port. Half of them had been sent home while the work went on.</p></article></body></html>`;

const site = await serve({ "/story.html": STORY });
after(() => site.close());

for (const name of BROWSERS) {
  describe(`redraws in ${name}`, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser.close());

    test("what a framework redraws is cleaned again, once a frame, and given up in the end", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
      const seen = await page.evaluate(redraw);
      assert.ok(seen.replaced, "other nodes in their place are read anew");
      assert.equal(seen.inOneFrame, 1, "however often it is taken back within a frame");
      assert.ok(seen.rounds >= 10 && seen.rounds <= 20, `${seen.rounds} rounds`);
      assert.ok(seen.last, "after that the page has its will");
      assert.deepEqual(errors, []);
    });

    test("what find-in-page finds in a hidden box stays in sight, and undo is exact", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
      const seen = await page.evaluate(find);
      assert.equal(seen.hidden, seen.canBeFound ? "until-found" : null);
      assert.equal(seen.shownAfterClean, false);
      if (seen.canBeFound) assert.deepEqual(seen.found, { shown: true, still: true, tall: true });
      assert.ok(seen.same);
      assert.deepEqual(errors, []);
    });
  });
}

test("never on this site: what was said is kept, each rule once, and what is broken is nothing", async () => {
  /** @type {Record<string, string[]>} */
  const saved = {};
  const storage = {
    load: (/** @type {string} */ site) => saved[site],
    save: (/** @type {string} */ site, /** @type {string[]} */ rules) => void (saved[site] = rules),
  };
  const rules = await siteRules(storage, "tarn.example");
  assert.deepEqual(rules.never, []);
  await rules.remember("marker.block");
  await rules.remember("marker.block");
  await rules.remember("related.box");
  assert.deepEqual(saved, { "tarn.example": ["marker.block", "related.box"] });
  assert.deepEqual((await siteRules(storage, "tarn.example")).never, ["marker.block", "related.box"]);
  assert.deepEqual((await siteRules(storage, "other.example")).never, []);
  const broken = { load: () => /** @type {any} */ ("no list"), save: () => {} };
  assert.deepEqual((await siteRules(broken, "tarn.example")).never, []);
});

/** In the page: takes back what was cleaned, as a framework does. */
async function redraw() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const frames = async (n = 3) => {
    for (let i = 0; i < n; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const inner = article.innerHTML;
  (await load()).clean(document, { box: false });
  article.innerHTML = inner;
  await frames();
  const text = /** @type {Text} */ (article.querySelector("p")?.firstChild);
  const replaced = !text.data.includes("[ad_1]");
  const original = text.data;
  // Within one frame, many times.
  let cleanings = 0;
  const raw = `[ad_1]${original.startsWith(" ") ? "" : " "}${original}`;
  new MutationObserver((records) => {
    for (const _ of records) if (!text.data.includes("[ad_1]")) cleanings++;
  }).observe(text, { characterData: true });
  for (let i = 0; i < 5; i++) {
    text.data = raw;
    await Promise.resolve();
  }
  await frames(2);
  const inOneFrame = cleanings;
  let rounds = 0;
  for (let i = 0; i < 40; i++) {
    text.data = raw;
    await frames(2);
    if (!text.data.includes("[ad_1]")) rounds++;
  }
  return { replaced, inOneFrame, rounds, last: text.data.includes("[ad_1]") };
}

/** In the page: goes to a place inside of what is hidden, which shows it as find-in-page does. */
async function find() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const related = /** @type {HTMLElement} */ (document.getElementById("related"));
  const second = /** @type {HTMLElement} */ (document.getElementById("second"));
  const frames = async () => {
    for (let i = 0; i < 5; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const serialize = () => document.documentElement.outerHTML;
  const before = serialize();
  const page = (await load()).clean(document, { box: false });
  const shown = () =>
    second.checkVisibility({ contentVisibilityAuto: true }) && second.getBoundingClientRect().height > 0;
  const canBeFound = "onbeforematch" in related;
  const hidden = related.getAttribute("hidden");
  const shownAfterClean = shown();
  location.hash = "second";
  await frames();
  const found = { shown: shown(), still: !related.hasAttribute("hidden"), tall: related.offsetHeight > 20 };
  page.undo();
  return { canBeFound, hidden, shownAfterClean, found, same: serialize() === before };
}
