// @ts-check
// Hostile and strange pages, in both browsers: no hang, no exception in the page, and the page as it was after undo.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";
import { CHANGING, ELSEWHERE, HOSTILE, LEAVING, OTHER_KINDS, PLAIN, TYPED } from "./hostile.mjs";

/** Milliseconds for clean and undo: ten times what the largest page takes on two idle cores. */
const BOUND = 30_000;

/** Each page by its name, and where it is served. @type {Map<string, string>} */
const paths = new Map();
/** @type {Record<string, string>} */
const pages = { "/elsewhere.html": ELSEWHERE, "/typed.html": TYPED, "/plain.html": PLAIN };
/** @type {(name: string, ending: string, text: string) => void} */
const add = (name, ending, text) => {
  const path = `/${paths.size}.${ending}`;
  paths.set(name, path);
  pages[path] = text;
};
for (const [name, text] of Object.entries({ ...HOSTILE, ...CHANGING, ...LEAVING })) add(name, "html", text);
for (const [name, [ending, text]] of Object.entries(OTHER_KINDS)) add(name, ending, text);
const site = await serve(pages, {
  folders: { "/pkg/": "pkg", "/copy/": "pkg", "/tests/": "tests/browser" },
});
after(() => site.close());

for (const browserName of BROWSERS) {
  describe(browserName, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await openBrowser(browserName);
    });
    after(() => browser.close());

    /**
     * Opens a page and calls a function of survive.js in it; no exception may reach the page.
     *
     * @param {string | undefined} path
     * @param {string} call
     * @param {unknown[]} args
     */
    async function inside(path, call, ...args) {
      const { page, errors } = await openPage(browser, site.origin + path);
      try {
        errors.length = 0;
        const value = await page.evaluate(
          // Spread, and the base of addresses, may be the page's own.
          async (file, call, args) => (await import(file))[call].apply(null, args),
          `${site.origin}/tests/survive.js`,
          call,
          args,
        );
        assert.deepEqual(errors, []);
        return value;
      } finally {
        await page.close();
      }
    }

    for (const name of [...Object.keys(HOSTILE), ...Object.keys(OTHER_KINDS)])
      test(name, async () => {
        const [time, code, same] = (await inside(paths.get(name), "survive")).split("|");
        assert.equal(same, "true", "the page is as it was");
        assert.ok(Number(time) < BOUND, `${time} ms`);
        // `snapshot` and `internal` are faults of ours, whatever the page is.
        assert.match(code, /^(page|load|)$/, "a ZubdaError that is the page's own doing, if any");
      });

    for (const name of Object.keys(CHANGING))
      test(`a page that ${name}`, async () => {
        const alone = await inside(paths.get(name), "changed", false);
        const cleaned = await inside(paths.get(name), "changed", true);
        assert.equal(cleaned.hosts, 1, "it was cleaned");
        assert.equal(cleaned.document, alone.document);
      });

    test("what a reader has typed stays", async () => {
      const { edits, before, during, after } = await inside("/typed.html", "typed");
      assert.ok(edits > 0);
      assert.equal(during, before);
      assert.equal(after, before);
    });

    for (const undone of ["first", "last"])
      test(`two copies of us, the ${undone} undone first`, async () => {
        const { apart, hosts, same } = await inside("/plain.html", "twoCopies", undone);
        assert.ok(apart && hosts >= 1);
        assert.ok(same);
      });

    for (const name of Object.keys(LEAVING))
      test(`a page that leaves ${name}`, async () => {
        const { page, errors } = await openPage(browser, site.origin + paths.get(name));
        try {
          errors.length = 0;
          // The page may be gone before it has answered.
          const code = await page
            .evaluate(async () => (await import("/tests/survive.js")).leave())
            .catch((/** @type {Error} */ error) =>
              /context|navigat|destroyed|abort/i.test(String(error)) ? "" : `${error}`,
            );
          assert.match(code, /^(ZubdaError page)?$/);
          await page.waitForFunction(() => document.title === "Elsewhere");
          assert.deepEqual(errors, []);
        } finally {
          await page.close();
        }
      });

    test("a clean page on paper", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/plain.html`);
      try {
        await page.evaluate(async () => {
          // @ts-ignore an address of the test's server
          const { load } = await import("/pkg/index.js");
          const world = /** @type {any} */ (globalThis);
          world.before = document.documentElement.outerHTML;
          world.page = (await load()).clean(document);
        });
        assert.ok((await page.pdf()).length > 1000);
        const same = await page.evaluate(() => {
          const world = /** @type {any} */ (globalThis);
          world.page.undo();
          return document.documentElement.outerHTML === world.before;
        });
        assert.ok(same);
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    });
  });
}
