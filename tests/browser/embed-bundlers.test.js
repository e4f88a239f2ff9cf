// @ts-check
// The package in the hands of Vite, webpack and esbuild, and under React, Vue and Svelte: built and run in both browsers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BUILDS, HYDRATED, install, serverMarkup } from "../embed/build.mjs";
import { story } from "../embed/stories.mjs";
import { BROWSERS, openPage, serve, withBrowser } from "./browsers.mjs";

/** @import { Page } from "puppeteer-core" */

const BUNDLERS = ["vite", "webpack", "esbuild"];
const FRAMEWORKS = /** @type {(keyof typeof HYDRATED)[]} */ (Object.keys(HYDRATED));

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(
  async () => {
    install();
    /** @type {Record<string, string>} */
    const pages = { "/favicon.ico": "" };
    /** @type {Record<string, string>} */
    const folders = {};
    for (const [name, build] of Object.entries(BUILDS)) {
      await build();
      folders[`/${name}/`] = `tests/embed/dist/${name}`;
      const markup = BUNDLERS.includes(name)
        ? `<zubda-article>${story(0)}</zubda-article>`
        : `<div id="root">${await serverMarkup(/** @type {keyof typeof HYDRATED} */ (name))}</div>`;
      pages[`/${name}.html`] =
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body>${markup}` +
        `<script type="module" src="/${name}/app.js"></script></body>`;
    }
    server = await serve(pages, { folders });
  },
  { timeout: 300_000 },
);
after(() => server?.close());

/** @param {Page} page */
const cleaned = (page) =>
  page.waitForFunction(() => /** @type {any} */ (document.querySelector("zubda-article"))?.page, { timeout: 120_000 });

for (const name of BROWSERS) {
  test(name, { timeout: 900_000 }, async (t) => {
    await withBrowser(name, async (browser) => {
      for (const bundler of BUNDLERS) {
        await t.test(`${bundler}: in the page, in a Worker, and as an element`, async () => {
          const { page, errors } = await openPage(browser, `${server.origin}/${bundler}.html`);
          const output = watch(page);
          await cleaned(page);
          await page.waitForFunction(() => /** @type {any} */ (window).results);
          const [here, there] = await page.evaluate(() => /** @type {any} */ (window).results);
          assert.equal(here, "The harbour of Tarn reopened on Monday.\n\nTwo ferries came in before noon.");
          assert.equal(there, here);
          assert.deepEqual([...errors, ...output], [], "the console");
          await page.close();
        });
      }
      for (const framework of FRAMEWORKS) {
        await t.test(`${framework}: hydrates, renders again, grows, and takes the story away`, async () => {
          const { page, errors } = await openPage(browser, `${server.origin}/${framework}.html`);
          const output = watch(page);
          await framed(page);
          assert.deepEqual([...errors, ...output], [], "the console");
          await page.close();
        });
      }
    });
  });
}

/** Every line on the console, whatever its kind. @param {Page} page */
function watch(page) {
  /** @type {string[]} */
  const output = [];
  page.on("console", (message) => {
    if (!message.text().includes("/favicon.ico")) output.push(`${message.type()}: ${message.text()}`);
  });
  return output;
}

/** @param {Page} page */
async function framed(page) {
  await cleaned(page);
  const live = () => page.$eval("#live", (p) => p.textContent);
  const count = (/** @type {string} */ number) =>
    page.waitForFunction(
      (number) => document.querySelector("output")?.textContent === number,
      { timeout: 120_000 },
      number,
    );
  await count("1");
  assert.equal(await live(), "Read 0 times by people who came for the new quay. They said they would come again.");
  const visible = () =>
    page.$$eval("zubda-article > p", (all) =>
      all
        .filter((p) => p.checkVisibility())
        .map((p) => p.textContent ?? "")
        .filter((text) => text.startsWith("[ad")),
    );
  assert.deepEqual(await visible(), []);

  // The framework writes a text that was cleaned: its text counts, and is cleaned anew.
  await page.click("#count");
  await count("2");
  assert.match((await live()) ?? "", /^Read 1 times/);
  await page.click("#grow");
  await count("3");
  assert.deepEqual(await visible(), [], "what came late is hidden, too");

  // Three updates while the story is being read.
  await page.evaluate(() => {
    for (let i = 0; i < 3; i += 1) /** @type {HTMLElement} */ (document.querySelector("#count")).click();
  });
  await page.waitForFunction(() => document.querySelector("#live")?.textContent?.startsWith("Read 4 times"));

  await page.click("#toggle");
  await page.waitForFunction(() => !document.querySelector("zubda-article"));
  await page.click("#toggle");
  await cleaned(page);
  assert.deepEqual(await visible(), []);
  // And away while it may be read.
  await page.evaluate(() => {
    const press = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.querySelector(id)).click();
    press("#count");
    press("#toggle");
  });
  await page.waitForFunction(() => !document.querySelector("zubda-article"));
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
}
