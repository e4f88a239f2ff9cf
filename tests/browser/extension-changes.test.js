// @ts-check
// What happens while a page is clean, or is being cleaned: pages that grow, redraw, move on and come back, a story in a frame,
// hasty clicks, a background that is stopped at the worst moment.
import assert from "node:assert/strict";
import { test } from "node:test";

import { BROWSERS, openPage } from "./browsers.mjs";
import { clean, openPanel, pressInBox, readInBox, undo, until, visible, withExtension } from "./extension.mjs";

/** @import { Page } from "puppeteer-core" */

const story = (/** @type {string} */ town) => `<h1>Harbour town reopens its ferry line</h1><p id="first">[ad_1]</p>
<p>The harbour town of ${town} reopened its ferry line on Monday after eleven years, the regional council said.</p>
<p>Two boats will cross the bay every hour from six in the morning until ten at night, and bicycles travel free of charge.</p>
<p>“People here have waited for this day for a long time,” said the head of the council at the quay.</p>
<p>The old line was closed when its last boat failed an inspection, and the town could not pay for a new one. .</p>
<p id="last">[ad_2]</p>`;
const STORY = `<!doctype html><html lang="en"><head><title>Harbour town reopens its ferry line</title></head><body>
<article>${story("Lorrenby")}</article></body></html>`;
const OTHER = `<!doctype html><html lang="en"><head><title>Another page</title></head><body><p>Nothing here.</p></body></html>`;
const FRAME = `<!doctype html><html><head><title>Reader</title></head><body>
<iframe src="/story.html" width="700" height="600"></iframe></body></html>`;

const TWINS = STORY.replace("[ad_2]", "[ad_1]");
const PAGES = { "/story.html": STORY, "/twins.html": TWINS, "/other.html": OTHER, "/frame.html": FRAME };

for (const name of BROWSERS) {
  test(`pages that change in ${name}`, { timeout: 240_000 }, (t) =>
    withExtension(name, PAGES, async (extension) => {
      const open = async (path = "/story.html") => (await openPage(extension.browser, extension.origin + path)).page;
      const badge = async (/** @type {Page} */ page) => (await extension.button(page)).badge;

      await t.test("paragraphs that load late are cleaned, and all else stays as the reader has it", async () => {
        const page = await open();
        await clean(extension, page);
        assert.equal(await badge(page), "3");
        await pressInBox(extension, page, "details summary");
        const list = () => readInBox(extension, page, ".hidden .what");
        await until(async () => (await list()).length === 3, "the list of what is hidden");
        const hidden = await list();
        await pressInBox(extension, page, ".hidden li button:first-of-type", hidden.indexOf("[ad_2]"));
        await until(async () => (await badge(page)) === "2", "one put back");
        await page.evaluate(() => {
          for (const [id, text] of [
            ["late", "[ad_3]"],
            ["more", "The council hopes that the line will pay for itself within six years, it said on Monday."],
          ]) {
            const paragraph = document.createElement("p");
            paragraph.id = id;
            paragraph.textContent = text;
            document.querySelector("article")?.append(paragraph);
          }
        });
        await page.waitForFunction(() => !document.querySelector("#late")?.checkVisibility());
        await until(async () => (await badge(page)) === "3", "one more is hidden");
        const text = await visible(page);
        assert.ok(!text.includes("[ad_1]") && text.includes("[ad_2]") && text.includes("pay for itself"));
        assert.ok(!text.includes("new one. ."), "what was cut out of a text stays so");
        assert.equal(await page.$$eval("[data-zubda-host]", (hosts) => hosts.length), 1);
        await page.close();
      });

      await t.test(
        "of two that are the same the one that was put back stays so, by a panel of before too",
        async () => {
          const page = await open("/twins.html");
          await clean(extension, page);
          assert.equal(await badge(page), "3");
          const panel = await openPanel(extension, page, "#hidden li");
          await page.evaluate(() => {
            const html =
              "<p id=new>[ad_1]</p><p>The mayor and the whole of the council crossed the bay on the first boat.</p>";
            document.querySelector("h1")?.insertAdjacentHTML("afterend", html);
          });
          await until(async () => (await badge(page)) === "4", "one more is hidden");
          await panel.run(() => {
            const items = [...document.querySelectorAll("#hidden li")];
            const twins = items.filter((item) => item.textContent?.startsWith("[ad_1]"));
            twins[twins.length - 1].querySelector("button")?.click();
          });
          await until(async () => (await badge(page)) === "3", "one put back");
          const shown = () =>
            page.evaluate(() =>
              ["new", "first", "last"].filter((id) => document.getElementById(id)?.checkVisibility()),
            );
          assert.deepEqual(await shown(), ["last"]);
          await page.evaluate(() => {
            const article = /** @type {Element} */ (document.querySelector("article"));
            const late =
              "<p id=late>[ad_3]</p><p>Tickets for the first month are sold at the quay and nowhere else.</p>";
            article.insertAdjacentHTML("beforeend", late);
          });
          await page.waitForFunction(() => !document.querySelector("#late")?.checkVisibility());
          assert.deepEqual(await shown(), ["last"]);
          await panel.close();
          await page.close();
        },
      );

      await t.test("a page that moves on is no longer one that has no story", async () => {
        const page = await open("/other.html");
        await extension.press(page);
        const title = async () => (await extension.button(page)).title;
        await until(async () => (await title()).includes("No article"), "it is refused");
        await page.evaluate(() => history.pushState(null, "", "/elsewhere.html"));
        await page.evaluate(() => void (document.title = "Elsewhere"));
        await until(async () => !(await title()).includes("No article"), "the button knows");
        await page.close();
      });

      await t.test("a story that is redrawn is cleaned anew, one that never ends to grow is let be", async () => {
        const page = await open();
        await clean(extension, page);
        await page.evaluate((html) => {
          const fresh = document.createElement("article");
          fresh.innerHTML = html;
          document.querySelector("article")?.replaceWith(fresh);
        }, story("Lorrenby"));
        await page.waitForFunction(
          () => document.querySelector("[data-zubda-host]") && !document.querySelector("#first")?.checkVisibility(),
        );
        const readings = await page.evaluate(async () => {
          let hosts = 0;
          const observer = new MutationObserver((records) => {
            for (const { addedNodes } of records)
              for (const node of addedNodes)
                if (/** @type {Element} */ (node).hasAttribute?.("data-zubda-host")) hosts++;
          });
          observer.observe(document, { childList: true, subtree: true });
          for (let i = 0; i < 100; i += 1) {
            const paragraph = document.createElement("p");
            paragraph.textContent = `Line ${i} of what is said about the ferry, minute by minute, as the day goes on.`;
            document.querySelector("article")?.append(paragraph);
            for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
          }
          return hosts;
        });
        // Each reading takes the box down and puts it up, once to look and once to stay.
        assert.ok(readings <= 2 * 20, `${readings}`);
        assert.equal(await page.$$eval("[data-zubda-host]", (hosts) => hosts.length), 1);
        await page.close();
      });

      await t.test("a place in the page is no other page; another address is, and the page is put back", async () => {
        await moveOn(extension, await open());
      });

      await t.test("back from another page, it stands as it was left", async () => {
        const page = await open();
        const before = await page.content();
        await page.evaluate(() => addEventListener("pageshow", (event) => event.persisted && (window.name = "kept")));
        await clean(extension, page);
        await page.goto(`${extension.origin}/other.html`);
        await until(async () => (await badge(page)) === "", "the other page is not cleaned");
        await page.evaluate(() => history.back());
        await page.waitForFunction(() => location.pathname === "/story.html" && document.readyState === "complete");
        assert.equal(await page.evaluate(() => window.name), "kept", "the browser has not read the page anew");
        assert.ok(await page.$("[data-zubda-host]"));
        await until(async () => (await badge(page)) === "3", "the button knows");
        await undo(extension, page, before);
        await page.close();
      });

      await t.test("a story in a frame of the same site", async () => {
        const page = await open("/frame.html");
        const frame = page.frames()[1];
        const before = [await page.content(), await frame.content()];
        await extension.press(page);
        await frame.waitForSelector("[data-zubda-host]");
        assert.ok(!(await frame.evaluate(() => document.body.innerText)).includes("[ad_"));
        await until(async () => (await badge(page)) === "3", "the button knows");
        await extension.press(page);
        await frame.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
        assert.deepEqual([await page.content(), await frame.content()], before);
        await page.close();
      });

      await t.test("two clicks in a row are one", async () => {
        const page = await open();
        await extension.press(page);
        await extension.press(page, { atOnce: true });
        await until(async () => (await badge(page)) === "3", "cleaned");
        await new Promise((done) => setTimeout(done, 300));
        assert.ok(await page.$("[data-zubda-host]"), "and not undone");
        await page.close();
      });

      await t.test("the background is stopped between a snapshot and its answer", async () => {
        const page = await open();
        const before = await page.content();
        // Awake, and knowing the core.
        await clean(extension, page);
        await undo(extension, page, before);
        const lost = await extension.lose();
        await extension.press(page);
        await until(lost, "it was asked");
        assert.equal(await page.content(), before, "nothing without an answer");
        await extension.stop();
        await page.waitForSelector("[data-zubda-host]");
        await until(async () => (await badge(page)) === "3", "cleaned");
        await undo(extension, page, before);
        await page.close();
      });

      // Firefox ends the content script of before without a word to it, and leaves nothing to hold the new one to.
      const skip = name === "firefox";
      await t.test("an update under a clean page puts it back and cleans it anew", { skip }, async () => {
        const page = await open();
        const before = await page.content();
        await clean(extension, page);
        const anew = await extension.update();
        await anew.press(page);
        await until(async () => (await anew.button(page)).badge !== "", "cleaned by the new one");
        assert.equal(await page.$$eval("[data-zubda-host]", (hosts) => hosts.length), 1);
        await new Promise((done) => setTimeout(done, 450));
        await anew.press(page);
        await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
        assert.equal(await page.content(), before);
        await page.close();
      });
    }),
  );
}

test("where Firefox has no Navigation API, another address is known by the title", { timeout: 120_000 }, () =>
  withExtension(
    "firefox",
    { "/story.html": STORY },
    async (extension) => {
      const { page } = await openPage(extension.browser, `${extension.origin}/story.html`);
      assert.equal(await page.evaluate(() => "navigation" in globalThis), false);
      await moveOn(extension, page);
    },
    { options: { extraPrefsFirefox: { "dom.navigation.webidl.enabled": false } } },
  ),
);

/**
 * Cleans a story, and has its page move within and then away from it.
 *
 * @param {Parameters<typeof clean>[0]} extension
 * @param {Page} page
 */
async function moveOn(extension, page) {
  await clean(extension, page);
  await page.evaluate(() => history.pushState(null, "", "#quay"));
  assert.ok(await page.$("[data-zubda-host]"));
  await page.evaluate(() => {
    history.pushState(null, "", "/elsewhere.html");
    document.title = "Another story";
  });
  await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
  const left = "[data-zubda], [data-zubda-story], [data-zubda-headline], [data-zubda-part]";
  assert.equal(await page.$$eval(left, (marked) => marked.length), 0);
  await until(async () => (await extension.button(page)).badge === "", "the button knows");
  await page.close();
}
