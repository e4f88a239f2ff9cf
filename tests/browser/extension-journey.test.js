// @ts-check
// A reader's way through a page, with the background stopped before each step: click, clean, read the summary, jump to a sentence,
// put one thing back, undo. On the article that the project began with, and on stories of our own.
import assert from "node:assert/strict";
import { test } from "node:test";

import { BROWSERS, openPage } from "./browsers.mjs";
import { clean, pressInBox, readInBox, undo, until, visible, withExtension } from "./extension.mjs";
import { EXPECTED, PAGES } from "./pages.mjs";

/** @import { Page } from "puppeteer-core" */

const SEED = "/seed/page.html";
const OURS = ["ar-ferry", "en-river", "fa-library", "he-observatory", "ru-bridge", "zh-tea"];
const STORIES = [...(EXPECTED ? [SEED] : []), ...OURS.map((story) => `/demo/${story}.html`)];

for (const name of BROWSERS) {
  test(`a reader's way through ${STORIES.length} stories in ${name}`, { timeout: 240_000 }, () =>
    withExtension(name, Object.fromEntries(STORIES.map((path) => [path, PAGES[path]])), async (extension) => {
      for (const story of STORIES) {
        const { page, errors } = await openPage(extension.browser, extension.origin + story);
        const before = await page.content();
        await extension.stop();
        await clean(extension, page);
        const badge = Number((await extension.button(page)).badge);

        const words = flat(await visible(page));
        const summary = await readInBox(extension, page, ".sentence");
        assert.ok(summary.length >= 1 && summary.length <= 3, story);
        for (const sentence of summary) assert.ok(words.includes(flat(sentence)), `${story}: verbatim: ${sentence}`);

        await extension.stop();
        await pressInBox(extension, page, ".sentence");
        await until(async () => flat((await lit(page)).text) === flat(summary[0]), `${story}: lit`);
        await until(async () => (await lit(page)).inSight, `${story}: in sight`);

        // The tools begin with the two for its length, after the list of what is hidden.
        const lengths = await readInBox(extension, page, "footer > button");
        for (const { longer, which } of [
          { longer: true, which: 1 },
          { longer: false, which: 0 },
        ]) {
          const sentences = await readInBox(extension, page, ".sentence");
          await extension.stop();
          await pressInBox(extension, page, "footer > button", which);
          const now = await readInBox(extension, page, ".sentence");
          const [more, less] = longer ? [now, sentences] : [sentences, now];
          assert.ok(more.length > less.length, `${story}: ${lengths[which]}: ${more.length} and ${less.length}`);
          for (const sentence of more) assert.ok(words.includes(flat(sentence)), `${story}: verbatim: ${sentence}`);
          for (const sentence of less) assert.ok(more.includes(sentence), `${story}: stays: ${sentence}`);
        }
        assert.deepEqual(await readInBox(extension, page, ".sentence"), summary, `${story}: as long as before`);

        await extension.stop();
        await pressInBox(extension, page, "details summary");
        const list = () => readInBox(extension, page, ".hidden .what");
        await until(async () => (await list()).length === badge, `${story}: the list of what is hidden`);
        // What had no text is called by its reason.
        const hidden = await readInBox(extension, page, ".hidden li:has(> .why) > .what");
        const which = hidden.findIndex((text) => text.length > 3);
        const text = flat(hidden[which]);
        const times = count(flat(await visible(page)), text);
        await pressInBox(extension, page, ".hidden li:has(> .why) > button:first-of-type", which);
        await until(async () => (await extension.button(page)).badge === (badge > 1 ? String(badge - 1) : "✓"), story);
        assert.equal(count(flat(await visible(page)), text), times + 1, `${story}: put back: ${text}`);

        await extension.stop();
        await undo(extension, page, before);
        assert.deepEqual(errors, []);
        await page.close();
      }
    }),
  );
}

test(
  "the article that the project began with is among them",
  { skip: EXPECTED ? false : "skipped: no ../shared" },
  () => assert.ok(STORIES.includes(SEED)),
);

/** What is highlighted or, where that can't be styled, selected. @param {Page} page */
function lit(page) {
  return page.evaluate(() => {
    /** @type {Iterable<Range>} */
    const highlighted = /** @type {any} */ (CSS).highlights?.get("zubda") ?? [];
    const ranges = [...highlighted];
    const box = ranges[0]?.getBoundingClientRect();
    return { text: ranges.join(""), inSight: box?.top >= 0 && box.bottom <= innerHeight };
  });
}

/** @param {string} text */
function flat(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** @param {string} text @param {string} part */
function count(text, part) {
  return text.split(part).length - 1;
}
