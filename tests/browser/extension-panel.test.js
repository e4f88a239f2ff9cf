// @ts-check
// The panel and the options page, what they do to a page, and what axe-core says of them and of the box.
import assert from "node:assert/strict";
import { test } from "node:test";

import { BROWSERS, openPage } from "./browsers.mjs";
import { clean, faults, openPanel, pressInBox, readInBox, until, visible, withExtension } from "./extension.mjs";
import { PAGES } from "./pages.mjs";

/** @import { Page } from "puppeteer-core" */
/** @import { Tab } from "./extension.mjs" */

const STORY = PAGES["/demo/ar-ferry.html"];

for (const name of BROWSERS) {
  test(`the panel and the options in ${name}`, { timeout: 120_000 }, () =>
    withExtension(name, { "/story.html": STORY }, async (extension) => {
      const { page } = await openPage(extension.browser, `${extension.origin}/story.html`);
      const before = await page.content();
      await clean(extension, page);
      const badge = Number((await extension.button(page)).badge);

      await pressInBox(extension, page, "details summary");
      await until(async () => (await readInBox(extension, page, ".hidden .what")).length === badge, "the list");
      assert.ok((await readInBox(extension, page, "nav .parts button")).length > 1, "a table of contents");
      // The box. Its root is closed: its twin in an open one is looked at.
      await extension.inBox(page, (root) => {
        const twin = document.createElement("div");
        twin.id = "twin";
        const open = twin.attachShadow({ mode: "open" });
        open.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
        // Firefox keeps constructed sheets from the extension, and has the style as an element.
        if (root.adoptedStyleSheets.length) open.adoptedStyleSheets = [...root.adoptedStyleSheets];
        root.host.after(twin);
      });
      assert.deepEqual(await page.evaluate(`(${faults("#twin")})()`), []);
      await page.evaluate(() => document.querySelector("#twin")?.remove());

      // The panel for that tab.
      const panel = await openPanel(extension, page);
      const items = () => panel.run(() => document.querySelectorAll("#hidden li").length);
      await until(async () => (await items()) === badge, "what is hidden, listed");
      assert.deepEqual(await panel.run(faults()), []);
      assert.match(await panel.run(() => document.querySelector("#status")?.textContent ?? ""), /\d/);
      await panel.run(() => document.querySelector("#hidden")?.setAttribute("open", ""));
      await panel.click("#hidden li button");
      await until(async () => (await items()) === badge - 1, "one put back");
      assert.equal((await extension.button(page)).badge, String(badge - 1));

      // A setting is kept, and done at once.
      await choose(panel, "#sentences", "1");
      await until(async () => (await readInBox(extension, page, ".sentence")).length === 1, "one sentence");
      await choose(panel, "#level", "story");
      await until(async () => !(await look(page)).around, "nothing but the story is seen");
      assert.ok((await visible(page)).includes("[ad_1]") === false && (await look(page)).story, "the story is");
      await choose(panel, "#level", "dim");
      await until(() => isDimmed(page), "dimmed");
      assert.ok((await look(page)).story, "the story is not");
      // This page alone, whatever is set for all.
      await choose(panel, "#page_level", "leftovers");
      await until(async () => !(await isDimmed(page)), "as the reader wishes for this page");
      assert.equal((await stored(panel)).settings.level, "dim");
      await panel.click("#keep");
      await until(async () => Object.values(await stored(panel)).some(({ level }) => level === "leftovers"), "kept");
      await panel.click("#keep");
      await choose(panel, "#page_level", "dim");
      await until(() => isDimmed(page), "dimmed again");
      assert.ok((await panel.run(() => document.documentElement.scrollHeight)) <= 600, "the panel fits");
      const asItIs = await look(page);
      assert.ok(asItIs.marks > 0, "its parts are marked");
      await panel.run(() => document.querySelector("#settings")?.setAttribute("open", ""));
      await panel.click("#marks");
      await until(async () => (await look(page)).marks === 0, "no marks");
      await choose(panel, "#size", "150");
      await until(async () => (await look(page)).size === asItIs.size * 1.5, "half as large again");
      await choose(panel, "#width", "40");
      await until(async () => (await look(page)).width < asItIs.width, "narrower");
      await until(async () => (await extension.button(page)).badge === String(badge - 1), "what was put back stays so");
      await panel.click("#kind-ads");
      await until(async () => (await visible(page)).includes("[ad_1]"), "a kind that is not hidden");
      await until(async () => Number((await extension.button(page)).badge) < badge - 1, "the button knows");

      // Undone and cleaned from the panel, the button knows.
      await panel.close();
      const second = await openPanel(extension, page, "#main");
      await second.click("#main");
      await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
      assert.equal(await page.content(), before, "as it was, byte for byte");
      await until(async () => !(await isDimmed(page)), "no longer dimmed");
      const { size: again, width } = await look(page);
      assert.deepEqual([again, width], [asItIs.size, asItIs.width], "as large and as wide as it was");
      await until(async () => (await extension.button(page)).badge === "", "not cleaned");
      await second.click("#main");
      await page.waitForSelector("[data-zubda-host]");
      await until(async () => (await extension.button(page)).badge !== "", "cleaned");

      // The options page; what it gives away it takes back.
      const options = await extension.open("options.html");
      await until(() => options.run(() => document.querySelector("#form select") !== null), "the options");
      assert.deepEqual(await options.run(faults()), []);
      assert.equal(await value(options, "#sentences"), "1");
      const given = await options.run(exported);
      const { sentences, level, marks, size } = given.settings;
      assert.deepEqual([given.zubda, sentences, level, marks, size], [2, 1, "dim", false, 150], "a file of it all");
      const kept = await options.run(() => chrome.storage.sync.get(null));
      const file = JSON.stringify({
        zubda: 1,
        settings: { version: 1, sentences: 5 },
        sites: { "a.example": { always: true } },
      });
      await give(options, file);
      await until(async () => (await value(options, "#sentences")) === "5", "taken");
      const sites = () => options.run(() => document.querySelector("#sites")?.textContent ?? "");
      await until(async () => (await sites()).includes("a.example"), "its sites, too");
      assert.notDeepEqual(await options.run(() => chrome.storage.sync.get(null)), kept);
      await give(options, "no file of ours");
      await until(() =>
        options.run(() => chrome.i18n.getMessage("import_failed") === document.querySelector("#status")?.textContent),
      );
      assert.equal(await value(options, "#sentences"), "5", "a bad file changes nothing");
    }),
  );
}

// Firefox has the words of another language only with a package of its maker's.
test("the panel and the options in Arabic are mirrored", { timeout: 60_000 }, () => {
  const options = { args: ["--lang=ar"], env: { ...process.env, LANGUAGE: "ar" } };
  return withExtension(
    "chromium",
    {},
    async (extension) => {
      for (const file of ["popup.html", "options.html"]) {
        const tab = await extension.open(file);
        await until(() => tab.run(() => document.querySelector("#form select") !== null), "the settings");
        const { lang, dir, label, control } = await tab.run(() => {
          document.querySelector("#settings")?.setAttribute("open", "");
          const [label, control] = ["#form .row label", "#form .row select"].map(
            (selector) => document.querySelector(selector)?.getBoundingClientRect().left ?? NaN,
          );
          return { lang: document.documentElement.lang, dir: document.documentElement.dir, label, control };
        });
        assert.deepEqual([lang, dir], ["ar", "rtl"]);
        assert.ok(control < label, `${file}: the control at ${control} stands left of its label at ${label}`);
        assert.deepEqual(await tab.run(faults()), []);
      }
    },
    { options },
  );
});

/** @param {Tab} tab @param {string} selector of a list or a slider @param {string} value */
function choose(tab, selector, value) {
  return tab.run(
    (selector, value) => {
      const control = /** @type {HTMLSelectElement | HTMLInputElement} */ (document.querySelector(selector));
      control.value = value;
      control.dispatchEvent(new Event("change"));
    },
    selector,
    value,
  );
}

/** What the browser keeps. @param {Tab} tab @returns {Promise<Record<string, any>>} */
function stored(tab) {
  return tab.run(() => chrome.storage.sync.get(null));
}

/** @param {Tab} tab @param {string} selector */
function value(tab, selector) {
  return tab.run((selector) => /** @type {HTMLSelectElement} */ (document.querySelector(selector))?.value, selector);
}

/** Has the reader choose a file. @param {Tab} tab @param {string} text */
function give(tab, text) {
  return tab.run((text) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("#import"));
    const files = new DataTransfer();
    files.items.add(new File([text], "zubda.json"));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, text);
}

/** What the reader saves to a file. */
async function exported() {
  /** @type {Promise<Blob>} */
  const saved = new Promise((done) => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      done(/** @type {Blob} */ (blob));
      return createObjectURL.call(URL, blob);
    };
  });
  /** @type {HTMLElement | null} */ (document.querySelector("#export"))?.click();
  return JSON.parse(await (await saved).text());
}

/**
 * How the story looks, and what is around it; also where it is not cleaned.
 *
 * @param {Page} page
 */
function look(page) {
  return page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll("article p")].filter((p) => p.textContent.length > 80);
    const story = /** @type {Element} */ (paragraphs[0].parentElement);
    const { width } = getComputedStyle(story);
    const marked = [...document.querySelectorAll("[data-zubda-part]")];
    return {
      story: paragraphs.every((paragraph) => paragraph.checkVisibility({ visibilityProperty: true })),
      around: document.querySelector("header a, nav a")?.checkVisibility() ?? false,
      marks: marked.filter((element) => !/^(none|normal)$/.test(getComputedStyle(element, "::before").content)).length,
      size: parseFloat(getComputedStyle(paragraphs[0]).fontSize),
      width: parseFloat(width),
    };
  });
}

/** @param {Page} page */
function isDimmed(page) {
  return page.evaluate(() => [...document.querySelectorAll("*")].some((e) => getComputedStyle(e).opacity === "0.15"));
}
