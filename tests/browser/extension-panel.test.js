// @ts-check
// The panel and the options page, and what they do to a page. In Chromium alone: Firefox tells its tests nothing of the loading of
// an extension's own pages.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { ROOT, openPage } from "./browsers.mjs";
import { clean, until, visible, withExtension } from "./extension.mjs";

/** @import { Page } from "puppeteer-core" */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STORY = readFileSync(path.join(ROOT, "www/demo/stories/ar-ferry.html"), "utf8");

test("the journey, the panel and the options in chromium", { timeout: 180_000 }, () =>
  withExtension("chromium", { "/story.html": STORY }, async (extension) => {
    const { page } = await openPage(extension.browser, `${extension.origin}/story.html`);
    const before = await page.content();
    await clean(extension, page);

    const { page: panel } = await openPage(extension.browser, `${extension.pages}popup.html`);
    const tab = await panel.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === url)?.id;
    }, page.url());
    assert.ok(tab, "the click lets the panel know of the page");

    // The journey in the box: a sentence is pressed and lit, one thing is put back.
    const read = await inBox(panel, tab, ".sentence", "read");
    assert.ok(read.length >= 1 && (await visible(page)).includes(read[0].slice(0, 40)), "the summary is verbatim");
    await inBox(panel, tab, ".sentence", "press");
    const badge = Number((await extension.button(page)).badge);
    await inBox(panel, tab, ".hidden button", "press");
    await until(async () => Number((await extension.button(page)).badge) === badge - 1);

    // The panel for that tab.
    await panel.goto(`${extension.pages}popup.html#${tab}`);
    await panel.reload();
    await panel.bringToFront();
    await panel.waitForSelector("#main");
    assert.deepEqual(await faults(panel), []);
    const items = (await panel.$$("#hidden li")).length;
    assert.equal(items, badge - 1, "what is hidden, listed");
    await panel.evaluate(() => document.querySelector("#hidden")?.setAttribute("open", ""));
    await panel.click("#hidden li button");
    await panel.waitForFunction((n) => document.querySelectorAll("#hidden li").length === n, {}, items - 1);

    // A setting is kept and done at once.
    await panel.select("#sentences", "1");
    await until(async () => (await inBox(panel, tab, ".sentence", "read")).length === 1);
    await panel.select("#focus", "dim");
    await until(() =>
      page.evaluate(() => [...document.querySelectorAll("*")].some((e) => getComputedStyle(e).opacity === "0.15")),
    );

    await panel.bringToFront();
    await panel.click("#main");
    await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
    assert.equal(await page.content(), before, "as it was, byte for byte");
    await until(() =>
      page.evaluate(() => ![...document.querySelectorAll("*")].some((e) => getComputedStyle(e).opacity === "0.15")),
    );

    // The options page.
    await panel.goto(`${extension.pages}options.html`);
    await panel.waitForSelector("#form select");
    assert.deepEqual(await faults(panel), []);
    assert.equal(await panel.$eval("#sentences", (select) => /** @type {HTMLSelectElement} */ (select).value), "1");
  }),
);

/**
 * Reads or presses something in the box of a tab. Its root is closed to the page and open to the extension.
 *
 * @param {Page} panel a page of the extension's
 * @param {number} tab
 * @param {string} selector
 * @param {"read" | "press"} what
 */
function inBox(panel, tab, selector, what) {
  return panel.evaluate(
    async (tabId, selector, what) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [selector, what],
        func: (selector, what) => {
          const host = /** @type {any} */ (document.querySelector("[data-zubda-host]"));
          const root = host && (host.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host));
          const found = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll(selector) ?? [])]);
          if (what === "press") found[0].click();
          return found.map((element) => element.textContent ?? "");
        },
      });
      return /** @type {string[]} */ (result);
    },
    tab,
    selector,
    what,
  );
}

/** What axe-core finds fault with. @param {Page} page */
async function faults(page) {
  await page.evaluate(`(() => { const module = undefined, define = undefined; ${AXE} })()`);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run();
    return violations.map(
      (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ n) => n.html).join(" ")}`,
    );
  });
}
