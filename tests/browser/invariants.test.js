// @ts-check
// What must hold on any page: nothing moved, undo exact, failure harmless, nothing asked of the network.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { paragraphs, story } from "../embed/stories.mjs";
import { BROWSERS, ROOT, openBrowser, openPage, serve } from "./browsers.mjs";
import { capped } from "./capped.mjs";
import { PAGES } from "./pages.mjs";

const FOLDERS = { "/pkg/": "pkg", "/tests/": "tests/browser", "/demo/": "www/demo/stories" };
/** The strictest policy that a page can be read under and still load a module of its own site. */
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** Enough for a story and too little for {@link LARGE}, in pages of 64 KiB. */
const LITTLE = 32;
const LARGE = 5000;
const LARGE_STORY = paragraphs(0, LARGE)
  .map((text) => `<p>${text}</p>`)
  .join("");
const MADE = {
  "/favicon.ico": "",
  "/capped.wasm": capped(readFileSync(path.join(ROOT, "pkg/zubda_bg.wasm")), LITTLE),
  "/stories.html": `<!doctype html><html lang="en"><title>Reader</title><body>
<zubda-article id="large">${LARGE_STORY}</zubda-article><zubda-article id="small">${story(1)}</zubda-article></body>`,
};
/** How long a clean page is looked at for what it does by itself, in milliseconds: longer than anything of ours waits. */
const WHILE = 3000;

const site = await serve({ ...PAGES, ...MADE }, { folders: FOLDERS });
const strict = await serve(PAGES, { folders: FOLDERS, headers: { "content-security-policy": STRICT } });
after(() => Promise.all([site.close(), strict.close()]));

for (const name of BROWSERS) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof openPage>>} */
    let tab;
    before(async () => {
      browser = await openBrowser(name);
      tab = await openPage(browser);
    });
    after(() => browser.close());

    /** Resolves once all that the page has said on the console so far has been heard. */
    async function settled() {
      const word = "that was all";
      const heard = new Promise((done) => {
        /** @param {import("puppeteer-core").ConsoleMessage} message */
        const listen = (message) => {
          if (message.text() !== word) return;
          tab.page.off("console", listen);
          done(null);
        };
        tab.page.on("console", listen);
      });
      await tab.page.evaluate((word) => requestAnimationFrame(() => console.info(word)), word);
      await heard;
    }

    /**
     * Loads a page afresh and calls a function of inside.js in it.
     *
     * @param {string} url
     * @param {string} call
     * @param {unknown[]} args
     */
    async function inside(url, call, ...args) {
      tab.errors.length = 0;
      await tab.page.goto(url);
      const value = await tab.page.evaluate(
        async (call, args) => (await import("/tests/inside.js"))[call](...args),
        call,
        args,
      );
      await settled();
      return { value, errors: [...tab.errors] };
    }

    for (const path of Object.keys(PAGES)) {
      test(`${path}: nothing is moved, and undo is exact`, async () => {
        const { value } = await inside(site.origin + path, "cleanAndUndo");
        assert.deepEqual(value.violations, []);
        assert.equal(value.hosts, value.article ? 1 : 0);
        assert.equal(value.marks, 0);
        for (const what of ["reads", "cleans", "undoes", "repeats"]) assert.ok(value[what], what);
      });
    }

    test("what the page changes meanwhile stays changed", async () => {
      let changed = 0;
      for (const path of Object.keys(PAGES)) {
        const alone = await inside(site.origin + path, "changeMeanwhile", false);
        const cleaned = await inside(site.origin + path, "changeMeanwhile", true);
        assert.equal(cleaned.value.serialized, alone.value.serialized, path);
        changed += alone.value.changed;
      }
      assert.ok(changed > 10);
    });

    for (const [what, code] of [
      ["options", "options"],
      ["box", "page"],
      ["attribute", "page"],
      ["text", "page"],
    ]) {
      test(`a failure in the ${what} leaves the page as it was`, async () => {
        const { value, errors } = await inside(`${site.origin}/golden/arabic_blog.html`, "failAt", what);
        assert.equal(value.error?.name, "ZubdaError");
        assert.equal(value.error.code, code);
        assert.ok(value.same);
        assert.deepEqual(errors, []);
      });
    }

    test("works under a strict policy, and asks nothing of the network", async () => {
      for (const path of Object.keys(PAGES).filter((path) => path.startsWith("/golden/"))) {
        strict.requests.length = 0;
        const alone = await inside(strict.origin + path, "analyze");
        const { value, errors } = await inside(strict.origin + path, "cleanAndUndo");
        assert.ok(value.undoes, path);
        // The page's own markup may be against its policy; putting it back is against it again.
        assert.deepEqual(new Set(errors), new Set(alone.errors), path);
        const asked = strict.requests.filter(
          (request) => !request.startsWith("/pkg/") && !request.startsWith("/tests/"),
        );
        assert.deepEqual(new Set(asked), new Set([path, "/favicon.ico"].filter((path) => asked.includes(path))));
        const wasm = strict.requests.lastIndexOf("/pkg/zubda_bg.wasm");
        assert.deepEqual(strict.requests.slice(wasm + 1), [], "nothing is asked for once the core stands");
      }
    });

    test("a clean page is at rest: no timer waits, nothing is asked for, no text is run as a program", async () => {
      const { page } = await openPage(browser);
      await page.evaluateOnNewDocument(countTimers);
      await page.goto(`${strict.origin}/golden/english_components.html`);
      const seen = await page.evaluate(async () => {
        const world = /** @type {any} */ (window);
        const timer = setInterval(() => {}, 1000);
        const planted = world.timers().waiting;
        clearInterval(timer);
        await fetch("https://elsewhere.example/").catch(() => {});
        // What the test itself calls may do what the page may not.
        setTimeout(() => world.eval("1"));
        await new Promise((done) => setTimeout(done, 100));
        const { waiting, forbidden } = world.timers();
        return { planted, waiting, forbidden: forbidden.length };
      });
      assert.deepEqual(seen, { planted: ["setInterval"], waiting: [], forbidden: 2 }, "what is looked for is seen");
      await page.evaluate(async () => {
        // @ts-ignore an address of the test's server
        const { load } = await import("/pkg/index.js");
        /** @type {any} */ (window).clean = (await load()).clean(document);
      });
      const asked = strict.requests.length;
      for (const what of ["clean", "redrawn", "undone"]) {
        await page.evaluate((what) => {
          if (what === "redrawn") for (const p of document.querySelectorAll("p")) p.replaceWith(p.cloneNode(true));
          if (what === "undone") /** @type {any} */ (window).clean.undo();
        }, what);
        await new Promise((done) => setTimeout(done, WHILE / 2));
        const before = await page.evaluate(() => /** @type {any} */ (window).timers());
        await new Promise((done) => setTimeout(done, WHILE / 2));
        const after = await page.evaluate(() => /** @type {any} */ (window).timers());
        assert.deepEqual(after, { waiting: [], set: before.set, forbidden: [] }, what);
        assert.deepEqual(before.forbidden, [], what);
      }
      assert.deepEqual(strict.requests.slice(asked), []);
      await page.close();
    });

    test("a trap in the core leaves the page as it was, and the next clean works", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/demo/ar-ferry.html`);
      const { error, ...seen } = await page.evaluate(trap, LARGE);
      assert.deepEqual(error, { name: "ZubdaError", code: "internal", isTrap: true });
      assert.deepEqual(seen, { same: true, fresh: true, hosts: 1, asElsewhere: true, undone: true });
      assert.deepEqual(errors, []);
      await page.close();
    });

    for (const engine of ["page", "worker"])
      test(`a trap in the core, in the ${engine}, is said in one line, and the next story is cleaned`, async () => {
        const { page, errors } = await openPage(browser);
        /** @type {string[]} */
        const said = [];
        page.on("console", (message) => said.push(message.text()));
        await page.goto(`${site.origin}/stories.html`);
        const before = await page.$eval("#large", (story) => story.innerHTML);
        await page.evaluate(async (engine) => {
          // @ts-ignore an address of the test's server
          const { ZubdaArticle } = await import("/pkg/element.js");
          ZubdaArticle.configure({ engine, wasm: "/capped.wasm" });
        }, engine);
        await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#small")).page, {
          timeout: 60_000,
        });
        assert.equal(said.length, 1, said.join("\n"));
        assert.match(said[0], /^zubda: \S/);
        assert.equal(await page.$eval("#large", (story) => story.innerHTML), before);
        assert.equal(await page.$eval("#large", (story) => /** @type {any} */ (story).page), null);
        assert.deepEqual(errors, []);
        await page.close();
      });

    test("undo gives back the look as well, where a policy forbids style attributes", async () => {
      const { value } = await inside(`${strict.origin}/golden/english_components.html`, "looksAfterUndo");
      assert.ok(value.hidden > 0);
      assert.deepEqual(value.after, value.before);
    });
  });
}

/** In a page that is yet to come: notes what is set to be run later, and what the policy forbids. */
function countTimers() {
  const world = /** @type {any} */ (window);
  /** @type {Map<string, string>} */
  const waiting = new Map();
  /** @type {string[]} */
  const forbidden = [];
  let set = 0;
  for (const [start, stop] of [
    ["setTimeout", "clearTimeout"],
    ["setInterval", "clearInterval"],
    ["requestAnimationFrame", "cancelAnimationFrame"],
    ["requestIdleCallback", "cancelIdleCallback"],
  ]) {
    const own = { start: world[start], stop: world[stop] };
    // The browser numbers timeouts and intervals together, each of the others apart.
    const key = (/** @type {number} */ id) => `${stop.replace("Interval", "Timeout")} ${id}`;
    world[start] = (/** @type {(...args: unknown[]) => void} */ call, /** @type {unknown[]} */ ...rest) => {
      set += 1;
      /** @type {number} */
      const id = own.start.call(
        world,
        (/** @type {unknown[]} */ ...args) => {
          if (start !== "setInterval") waiting.delete(key(id));
          call(...args);
        },
        ...rest,
      );
      waiting.set(key(id), start);
      return id;
    };
    world[stop] = (/** @type {number} */ id) => {
      waiting.delete(key(id));
      own.stop.call(world, id);
    };
  }
  // The page's own styles and pictures are against the policy too.
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    if (/^(script|connect|require-trusted|trusted)/.test(effectiveDirective)) forbidden.push(effectiveDirective);
  });
  world.timers = () => ({ waiting: [...waiting.values()], set, forbidden: forbidden.splice(0) });
}

/**
 * In the page: has the core trap on a story that is too large for its memory, and cleans a smaller one after that.
 *
 * @param {number} count of paragraphs
 */
async function trap(count) {
  // @ts-ignore addresses of the test's server
  const [{ load }, core] = await Promise.all([import("/pkg/index.js"), import("/pkg/zubda.js")]);
  const zubda = await load({ wasm: "/capped.wasm" });
  const serialize = () => new XMLSerializer().serializeToString(document);
  const before = serialize();
  const expected = JSON.stringify(zubda.analyze(document));
  const bytes = core.memoryBytes();
  const more = document.createElement("div");
  for (let i = 0; i < count; i += 1) {
    const paragraph = document.createElement("p");
    paragraph.textContent = `Ferry ${i} of the line came in before noon, and ${i * 7} people went ashore at the quay.`;
    more.append(paragraph);
  }
  document.querySelector("article")?.append(more);
  const grown = serialize();
  let error = null;
  try {
    zubda.clean(document);
  } catch (/** @type {any} */ cause) {
    const isTrap = cause.cause instanceof WebAssembly.RuntimeError;
    error = { name: cause.name, code: cause.code, isTrap };
  }
  const same = serialize() === grown;
  const fresh = core.memoryBytes() < bytes;
  more.remove();
  const asElsewhere = JSON.stringify(zubda.analyze(document)) === expected;
  const page = zubda.clean(document);
  const hosts = document.querySelectorAll("[data-zubda-host]").length;
  page.undo();
  return { error, same, fresh, hosts, asElsewhere, undone: serialize() === before };
}
