// @ts-check
// What must hold on any page: nothing moved, undo exact, failure harmless, nothing asked of the network.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";
import { PAGES } from "./pages.mjs";

const FOLDERS = { "/pkg/": "pkg", "/tests/": "tests/browser", "/demo/": "www/demo/stories" };
/** The strictest policy that a page can be read under and still load a module of its own site. */
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const site = await serve(PAGES, { folders: FOLDERS });
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

    test("undo gives back the look as well, where a policy forbids style attributes", async () => {
      const { value } = await inside(`${strict.origin}/golden/english_components.html`, "looksAfterUndo");
      assert.ok(value.hidden > 0);
      assert.deepEqual(value.after, value.before);
    });
  });
}
