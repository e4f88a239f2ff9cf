// @ts-check
// Pages that change while they are clean, and a story in a frame.
import assert from "node:assert/strict";
import { test } from "node:test";

import { BROWSERS, openPage } from "./browsers.mjs";
import { clean, withExtension } from "./extension.mjs";

const STORY = `<!doctype html><html lang="en"><head><title>Harbour town reopens its ferry line</title></head><body>
<article><h1>Harbour town reopens its ferry line</h1><p>[ad_1]</p>
<p>The harbour town of Lorrenby reopened its ferry line on Monday after eleven years, the regional council said.</p>
<p>Two boats will cross the bay every hour from six in the morning until ten at night, and bicycles travel free of charge.</p>
<p>“People here have waited for this day for a long time,” said the head of the council at the quay.</p>
<p>The old line was closed when its last boat failed an inspection, and the town could not pay for a new one.</p>
</article></body></html>`;

const FRAME = `<!doctype html><html><head><title>Reader</title></head><body>
<iframe src="/story.html" width="700" height="600"></iframe></body></html>`;

for (const name of BROWSERS) {
  test(`pages that change in ${name}`, { timeout: 120_000 }, () =>
    withExtension(name, { "/story.html": STORY, "/frame.html": FRAME }, async (extension) => {
      const { page } = await openPage(extension.browser, `${extension.origin}/story.html`);
      await clean(extension, page);

      // A paragraph that loads late, with a marker.
      await page.evaluate(() => {
        for (const text of [
          "[ad_2]",
          "The council hopes that the line will pay for itself within six years, it said on Monday.",
        ]) {
          const paragraph = document.createElement("p");
          paragraph.textContent = text;
          paragraph.id = text === "[ad_2]" ? "late" : "";
          document.querySelector("article")?.append(paragraph);
        }
      });
      await page.waitForFunction(() => !document.querySelector("#late")?.checkVisibility());
      assert.equal(await page.$$eval("[data-zubda-host]", (hosts) => hosts.length), 1);

      // A place in the page is no other page; another address is, and the page is put back.
      await page.evaluate(() => history.pushState(null, "", "#quay"));
      assert.ok(await page.$("[data-zubda-host]"));
      await page.evaluate(() => {
        history.pushState(null, "", "/other.html");
        document.title = "Another story";
      });
      await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
      assert.equal(
        await page.$$eval("[data-zubda], [data-zubda-story], [data-zubda-part]", (marked) => marked.length),
        0,
      );

      await page.goto(`${extension.origin}/frame.html`);
      await extension.press(page);
      await page.waitForFunction(() =>
        document.querySelector("iframe")?.contentDocument?.querySelector("[data-zubda-host]"),
      );
    }),
  );
}
