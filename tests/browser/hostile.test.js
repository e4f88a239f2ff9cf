// @ts-check
// Hostile and strange pages, in both browsers: no hang, no exception in the page, and the page as it was after undo.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";
import { HOSTILE } from "./hostile.mjs";

/** Milliseconds for clean and undo: ten times what the largest page takes on two idle cores. */
const BOUND = 30_000;

const names = Object.keys(HOSTILE);
const pages = Object.fromEntries(names.map((name, i) => [`/${i}.html`, HOSTILE[name]]));
const site = await serve(pages, { folders: { "/pkg/": "pkg", "/tests/": "tests/browser" } });
after(() => site.close());

for (const browserName of BROWSERS) {
  describe(browserName, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await openBrowser(browserName);
    });
    after(() => browser.close());

    names.forEach((name, i) =>
      test(name, async () => {
        const { page, errors } = await openPage(browser, `${site.origin}/${i}.html`);
        try {
          errors.length = 0;
          const seen = await page.evaluate(async () => (await import("/tests/survive.js")).survive());
          const [time, code, same] = seen.split("|");
          assert.equal(same, "true", "the page is as it was");
          assert.ok(Number(time) < BOUND, `${time} ms`);
          assert.match(code, /^(page|snapshot|load|internal|)$/, "a ZubdaError, if any");
          assert.deepEqual(errors, []);
        } finally {
          await page.close();
        }
      }),
    );
  });
}
