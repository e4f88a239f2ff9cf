// @ts-check
// <zubda-article> in both browsers, from pkg/ as a static server gives it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import { story } from "../embed/stories.mjs";
import { BROWSERS, ROOT, openPage, serve, withBrowser } from "./browsers.mjs";

/** @import { Page } from "puppeteer-core" */
/** @typedef {import("../../pkg/element.js").ZubdaArticle} ZubdaArticle */

const ELEMENT = `<script type="module" src="/pkg/element.js"></script>`;

/** @param {string} body */
const html = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reader</title><body>${body}</body>`;

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Notes every event of every story in `window.told`, from before the element is defined. */
const LISTEN = `<script>window.told = []; for (const name of ["ready", "cleaned", "declined", "error"])
  addEventListener("zubda:" + name, (event) => told.push([name, event.target.id, event.detail.engine ?? event.detail.plan?.declined ?? null]));
</script>`;

/** The README's own lines; `…` stands for the story. @param {string} language @param {string} story */
function fromReadme(language, story) {
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const block = readme.split("## Embed it")[1].split(`\`\`\`${language}\n`)[1].split("```")[0];
  return block.replace("…", story);
}
const lines = `<script type="importmap">{"imports": {"zubda": "/pkg/index.js"}}</script>
<script type="module">${fromReadme("js", "")}; window.done = true;</script>`;

const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
const PAGES = {
  "/favicon.ico": "",
  "/two-lines.html": html(fromReadme("html", story(0))),
  "/lines-nothing.html": html(lines),
  "/lines.html": html(`<article>${story(0)}</article>${lines}`),
  "/one.html": html(`${LISTEN}${ELEMENT}<zubda-article id="a">${story(0)}</zubda-article>`),
  "/no-worker.html": {
    body: html(`${LISTEN}${ELEMENT}<zubda-article id="a">${story(0)}</zubda-article>`),
    headers: { "content-security-policy": `${policy}; worker-src 'none'` },
  },
  "/trusted-types.html": {
    body: html(`${LISTEN}${ELEMENT}<zubda-article id="a">${story(0)}</zubda-article>`),
    headers: { "content-security-policy": `${policy}; require-trusted-types-for 'script'` },
  },
  "/parts.html": html(
    `${LISTEN}${ELEMENT}<main><h1>Two harbours</h1><zubda-article id="a" sections>${story(0)}<h2>The other harbour</h2>
    ${story(1)}</zubda-article></main>`,
  ),
  "/slots.html": html(`${LISTEN}${ELEMENT}<zubda-article id="a"><h3 slot="name">In short</h3>
    <button slot="tools" onclick="window.saved = (window.saved ?? 0) + 1">Save for later</button>${story(0)}</zubda-article>`),
  "/late.html": html(`${LISTEN}<zubda-article id="a">${story(0)}</zubda-article>`),
  "/empty.html": html(LISTEN),
};

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(PAGES);
});
after(() => server.close());

/** @param {Page} page @param {string} name @param {number} [count] */
const told = (page, name, count = 1) =>
  page.waitForFunction(
    (name, count) => /** @type {any} */ (window).told.filter((entry) => entry[0] === name).length >= count,
    { timeout: 60_000 },
    name,
    count,
  );

/** @param {Page} page @param {(story: ZubdaArticle) => any} read */
const ask = (page, read) => page.$eval("zubda-article", /** @type {any} */ (read));

for (const name of BROWSERS) {
  test(name, { timeout: 600_000 }, async (t) => {
    await withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser);
      /**
       * @param {string} what
       * @param {string} file
       * @param {(page: Page) => Promise<void>} run
       */
      const on = (what, file, run) =>
        t.test(what, async () => {
          errors.length = 0;
          await page.goto(server.origin + file);
          await run(page);
          assert.deepEqual(errors, [], "the console");
        });

      await on("two lines clean a story and move no node of the page", "/two-lines.html", async (page) => {
        await page.waitForFunction(() => /** @type {any} */ (document.querySelector("zubda-article"))?.page);
        const seen = await ask(page, (story) => ({
          children: story.children.length,
          hidden: [...story.children]
            .filter((p) => !(/** @type {any} */ (p).checkVisibility()))
            .map((p) => p.textContent),
          sentences: story.shadowRoot?.querySelectorAll("[part~=sentence]").length,
          added: document.querySelectorAll("[data-zubda-host]").length,
        }));
        assert.deepEqual(seen, { children: 9, hidden: ["[ad_1]"], sentences: 3, added: 0 });
      });

      await on(
        "the same in two lines of script, and on a page with nothing on it",
        "/lines-nothing.html",
        async (page) => {
          const done = () => page.waitForFunction(() => /** @type {any} */ (window).done, { timeout: 60_000 });
          await done();
          assert.equal(await page.$("[data-zubda-host]"), null);
          await page.goto(`${server.origin}/lines.html`);
          await done();
          assert.ok(await page.$("[data-zubda-host]"));
          const shown = await page.$$eval("article p", (all) => all.filter((p) => p.checkVisibility()).length);
          assert.equal(shown, 7);
        },
      );

      await on("events, attributes and properties are in step", "/one.html", async (page) => {
        await told(page, "cleaned");
        assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [
          ["ready", "a", "worker"],
          ["cleaned", "a", null],
        ]);
        const step = await ask(page, (story) => {
          story.summary = 1;
          story.sections = true;
          story.hide = "related";
          return [story.getAttribute("summary"), story.hasAttribute("sections"), story.getAttribute("hide")];
        });
        assert.deepEqual(step, ["1", true, "related"]);
        await told(page, "cleaned", 2);
        const seen = await ask(page, (story) => [
          story.plan?.summary?.sentences.length,
          story.plan?.edits.length,
          story.summary,
        ]);
        assert.deepEqual(seen, [1, 0, 1], "one sentence, and the ad marker is left alone");
        await ask(page, (story) => (story.summary = /** @type {any} */ ("many")));
        assert.equal(await ask(page, (story) => story.summary), 3, "nonsense is the default");
      });

      await on("a property set before the element is defined is kept", "/late.html", async (page) => {
        await page.evaluate(async () => {
          const story = /** @type {any} */ (document.querySelector("zubda-article"));
          story.summary = 2;
          await import(/** @type {any} */ ("/pkg/element.js"));
        });
        await told(page, "cleaned");
        assert.equal(await ask(page, (story) => story.plan?.summary?.sentences.length), 2);
        assert.equal(await ask(page, (story) => story.getAttribute("summary")), "2");
      });

      await on("new content is cleaned, what the reader put back stays", "/one.html", async (page) => {
        await told(page, "cleaned");
        await ask(page, (story) => {
          const marker = [...story.children].find((child) => child.textContent === "[ad_1]");
          /** @type {any} */ (window).marker = marker;
          story.page?.restore(story.plan?.edits.findIndex((edit) => edit.text === "[ad_1]") ?? -1);
        });
        await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).marker.checkVisibility()), true);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).told.length), 2, "not cleaned again");
        await ask(page, (story) => {
          const late = document.createElement("p");
          late.textContent = "[ad_77]";
          story.insertBefore(late, story.lastElementChild);
        });
        await told(page, "cleaned", 2);
        assert.equal(await ask(page, (story) => story.plan?.edits.some((edit) => edit.text === "[ad_77]")), true);
      });

      await on("undo, and removal, leave what the page wrote", "/one.html", async (page) => {
        await told(page, "cleaned");
        const kept = await ask(page, async (story) => {
          const clean = story.innerHTML;
          const buttons = /** @type {HTMLElement[]} */ ([
            ...(story.shadowRoot?.querySelectorAll("[part~=footer] button") ?? []),
          ]);
          buttons.at(-1)?.click();
          const undone = { html: story.innerHTML, original: story.original, page: story.page };
          story.original = false;
          await new Promise((done) => story.addEventListener("zubda:cleaned", done, { once: true }));
          const again = story.innerHTML;
          story.remove();
          await new Promise((done) => setTimeout(done));
          return { clean, undone, again, removed: story.innerHTML, box: story.shadowRoot?.querySelector("[part=box]") };
        });
        const source = `${story(0)}`;
        assert.deepEqual(kept.undone, { html: source, original: true, page: null });
        assert.notEqual(kept.clean, source);
        assert.equal(kept.again, kept.clean);
        assert.equal(kept.removed, source);
        assert.equal(kept.box, null);
      });

      await on("a story that is moved stays clean", "/one.html", async (page) => {
        await told(page, "cleaned");
        const same = await ask(page, async (story) => {
          const before = story.innerHTML;
          document.body.append(document.createElement("hr"), story);
          await new Promise((done) => setTimeout(done, 100));
          return story.innerHTML === before && story.page?.applied;
        });
        assert.equal(same, true);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).told.length), 2);
      });

      await on("what is no article is declined", "/empty.html", async (page) => {
        await page.evaluate(async () => {
          await import(/** @type {any} */ ("/pkg/element.js"));
          const story = document.createElement("zubda-article");
          story.textContent = "Menu";
          document.body.append(story);
        });
        await told(page, "declined");
      });

      await on(
        "parts and custom properties reach the box, and the box lets the story alone",
        "/one.html",
        async (page) => {
          await told(page, "cleaned");
          const seen = await page.evaluate(() => {
            const style = document.createElement("style");
            style.textContent = `zubda-article { --zubda-paper: rgb(1, 2, 3); font-style: italic }
            zubda-article::part(sentence) { color: rgb(4, 5, 6) }`;
            document.head.append(style);
            const story = document.querySelector("zubda-article");
            const look = (/** @type {string} */ part) =>
              getComputedStyle(/** @type {Element} */ (story?.shadowRoot?.querySelector(`[part~=${part}]`)));
            return [
              look("box").backgroundColor,
              look("sentence").color,
              look("box").fontStyle,
              getComputedStyle(/** @type {Element} */ (story?.firstElementChild)).fontStyle,
            ];
          });
          assert.deepEqual(seen, ["rgb(1, 2, 3)", "rgb(4, 5, 6)", "normal", "italic"]);
        },
      );

      await on(
        "axe finds nothing in the box and its table of contents, light and dark",
        "/parts.html",
        async (page) => {
          await told(page, "cleaned");
          await page.evaluate(AXE);
          const look = () =>
            ask(page, async (story) => {
              const parts = story.shadowRoot?.querySelectorAll("nav [part~=parts] button").length;
              const { violations, passes } = await /** @type {any} */ (globalThis).axe.run(story);
              return [(parts ?? 0) > 1, passes.length > 5, violations.map((/** @type {any} */ { id }) => id)];
            });
          assert.deepEqual(await look(), [true, true, []]);
          // Firefox's protocol has no way to make it dark.
          if (name === "firefox") return;
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
          assert.deepEqual(await look(), [true, true, []]);
          await page.emulateMediaFeatures([]);
        },
      );

      await on(
        "what has a slot stands in the box, is no part of the story, and goes with the box",
        "/slots.html",
        async (page) => {
          await told(page, "cleaned");
          const seen = await ask(page, (story) => {
            const [name, tool] = /** @type {HTMLElement[]} */ ([...story.querySelectorAll("[slot]")]);
            const box = /** @type {Element} */ (story.shadowRoot?.querySelector("[part=box]"));
            const within = (/** @type {Element} */ element) => {
              const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
              return inner.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom;
            };
            tool.click();
            return {
              within: [within(name), within(tool)],
              pressed: /** @type {any} */ (window).saved,
              ours: box.querySelector("[part=name]")?.checkVisibility(),
              read: /In short|Share this|Save/.test(JSON.stringify(story.plan)),
              edits: story.plan?.edits.map((edit) => edit.text),
              parents: [name, tool].every((element) => element.parentElement === story),
            };
          });
          assert.deepEqual(seen, {
            within: [true, true],
            pressed: 1,
            ours: false,
            read: false,
            edits: ["[ad_1]"],
            parents: true,
          });
          // Its own changes are none of the story's; the story's are.
          await ask(page, (story) => {
            const tool = /** @type {Element} */ (story.querySelector("[slot=tools]"));
            tool.firstChild?.replaceWith("Saved");
            tool.after(Object.assign(document.createElement("button"), { slot: "tools", textContent: "Share this" }));
          });
          await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
          assert.equal(await page.evaluate(() => /** @type {any} */ (window).told.length), 2, "not read again");
          await ask(page, (story) => story.append(document.createElement("hr")));
          await told(page, "cleaned", 2);
          assert.deepEqual(await ask(page, (story) => story.plan?.edits.map((edit) => edit.text)), ["[ad_1]"]);
          await ask(page, (story) => (story.original = true));
          const shown = await page.$$eval("[slot]", (all) => all.filter((element) => element.checkVisibility()).length);
          assert.equal(shown, 0, "without a box there is none of it");
        },
      );

      for (const file of ["/no-worker.html", "/trusted-types.html"]) {
        await t.test(`in the page where no Worker may run: ${file}`, async () => {
          await page.goto(server.origin + file);
          await told(page, "cleaned");
          const [[, , engine]] = await page.evaluate(() => /** @type {any} */ (window).told);
          // Firefox ESR may not know trusted types yet.
          assert.ok(engine === "page" || (file === "/trusted-types.html" && name === "firefox"), engine);
        });
      }

      await on(
        "a call that is aborted ends with the signal's reason and changes nothing",
        "/empty.html",
        async (page) => {
          const seen = await page.evaluate(async (html) => {
            const { load } = await import(/** @type {any} */ ("/pkg/index.js"));
            const main = document.createElement("main");
            main.append(document.createRange().createContextualFragment(html));
            document.body.append(main);
            const before = document.body.outerHTML;
            const worker = await load({ engine: "worker" });
            const control = new AbortController();
            const calls = [0, 1, 2].map(() =>
              worker.clean(main, { signal: control.signal }).catch((/** @type {unknown} */ error) => error),
            );
            control.abort("enough");
            const reasons = await Promise.all(calls);
            const after = document.body.outerHTML;
            const again = (await worker.analyze(main)).article !== null;
            const here = await load();
            let thrown = null;
            try {
              here.clean(main, { signal: control.signal });
            } catch (error) {
              thrown = error;
            }
            worker.close();
            const closed = await worker.analyze(main).catch((/** @type {any} */ error) => error.code);
            return { reasons, same: before === after, again, thrown, closed };
          }, story(0));
          assert.deepEqual(seen, {
            reasons: ["enough", "enough", "enough"],
            same: true,
            again: true,
            thrown: "enough",
            closed: "load",
          });
        },
      );
    });
  });
}
