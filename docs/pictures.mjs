// @ts-check
// Draws the README's pictures from the demo: `node docs/pictures.mjs`. Needs Chromium and the Noto fonts.
import path from "node:path";
import { addressOf, serve } from "../www/serve.mjs";
import { withBrowser } from "../tests/browser/browsers.mjs";

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} story
 * @property {[number, number]} size
 * @property {"light" | "dark"} scheme
 * @property {"original" | "cleaned" | "both"} view
 * @property {boolean} [arabic] the reader's own words in Arabic
 * @property {string} [from] what of the story's page stands at the top
 */

/** @type {Picture[]} */
const PICTURES = [
  { name: "before-after", story: "ar-ferry", size: [1260, 900], scheme: "light", view: "both", from: ".share" },
  { name: "dark", story: "en-river", size: [1200, 760], scheme: "dark", view: "cleaned", arabic: true, from: "img" },
  { name: "phone", story: "zh-tea", size: [360, 740], scheme: "light", view: "cleaned", from: "[data-zubda=caption]" },
];

const server = await serve();
await withBrowser("chromium", async (browser) => {
  for (const { name, story, size, scheme, view, arabic, from } of PICTURES) {
    const page = await browser.newPage();
    await page.setViewport({ width: size[0], height: size[1] });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    // The second story of a visit: the first one also waits for the core.
    for (const id of ["ru-bridge", story]) {
      await page.goto(`${addressOf(server)}#/${id}`);
      await page.waitForFunction((id) => document.getElementById("page")?.dataset.ready === id, {}, id);
    }
    await page.evaluate(
      (view, arabic) => {
        if (arabic) document.getElementById("language")?.click();
        /** @type {HTMLElement} */ (document.querySelector(`input[value="${view}"]`)).click();
      },
      view,
      arabic,
    );
    // The second frame has its own page to load.
    await page.waitForNetworkIdle();
    await page.evaluate((from) => {
      for (const frame of document.querySelectorAll("iframe")) {
        if (from) frame.contentDocument?.querySelector(from)?.scrollIntoView({ block: "start" });
      }
    }, from);
    await page.screenshot({ path: `${path.resolve(import.meta.dirname, "images", name)}.png` });
    await page.close();
  }
});
server.closeAllConnections();
server.close();
