// @ts-check
// From the click on the button to the clean page, in Chromium, side by side with a content script that is built on Mozilla's
// Readability and shows its article in place of the page: `npm run bench:extension [rounds]`. Both are installed in one browser and
// take turns, each time on a page that was just loaded; medians of warm rounds.
import { build } from "esbuild";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { ROOT, openBrowser, openPage, serve } from "../tests/browser/browsers.mjs";

/** @import { Browser, Extension } from "puppeteer-core" */

const ROUNDS = Number(process.argv[2] ?? 15);
const WARM_UP = 3;
const ELEMENTS = 1_500;
/** Milliseconds that a page is left alone before the click. */
const REST = 150;

const folder = mkdtempSync(path.join(tmpdir(), "zubda-bench-"));
const server = await serve({ "/story.html": story(), "/favicon.ico": "" });
const browser = await openBrowser("chromium", { enableExtensions: true });
try {
  await makePeer(folder);
  const folders = { zubda: path.join(ROOT, "pkg/extension"), readability: folder };
  /** @type {[string, Extension, number[][]][]} */
  const racers = [];
  for (const [name, at] of Object.entries(folders)) {
    const id = await browser.installExtension(at);
    racers.push([name, /** @type {Extension} */ ((await browser.extensions()).get(id)), []]);
  }
  let elements = 0;
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [, extension, times] of racers) {
      const figures = await measure(browser, extension);
      elements = figures.elements;
      if (round >= 0) times.push([figures.changed, figures.drawn]);
    }
  }
  console.log(`${await browser.version()}, ${elements} elements, ${ROUNDS} rounds: medians in ms from the click on`);
  console.log("                 changed     drawn");
  const medians = racers.map(([name, , times]) => {
    const both = [0, 1].map((i) => times.map((pair) => pair[i]).toSorted((a, b) => a - b)[times.length >> 1]);
    console.log(name.padEnd(14) + both.map((time) => time.toFixed(0).padStart(10)).join(""));
    return both;
  });
  console.log(
    "ratio".padEnd(14) + [0, 1].map((i) => `${(medians[1][i] / medians[0][i]).toFixed(2)}×`.padStart(10)).join(""),
  );
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/**
 * @param {Browser} browser
 * @param {Extension} extension
 * @returns {Promise<{ elements: number, changed: number, drawn: number }>}
 */
async function measure(browser, extension) {
  const { page } = await openPage(browser, `${server.origin}/story.html`);
  await page.bringToFront();
  await page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers();
    const now = () => performance.timeOrigin + performance.now();
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[data-zubda-host], [data-peer]")) return;
      observer.disconnect();
      const changed = now();
      requestAnimationFrame(() => setTimeout(() => resolve([changed, now()])));
    });
    observer.observe(document, { childList: true, attributes: true, subtree: true });
    /** @type {any} */ (globalThis).cleaned = promise;
  });
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  await new Promise((done) => setTimeout(done, REST));
  const start = performance.timeOrigin + performance.now();
  await extension.triggerAction(page);
  const [changed, drawn] = await page.evaluate(() => /** @type {any} */ (globalThis).cleaned);
  await page.close();
  return { elements, changed: changed - start, drawn: drawn - start };
}

/**
 * The same shape as ours: a button, a background that puts a content script in, and the content script does all.
 *
 * @param {string} folder
 */
async function makePeer(folder) {
  const manifest = {
    manifest_version: 3,
    name: "Readability",
    version: "1",
    action: {},
    permissions: ["activeTab", "scripting"],
    background: { service_worker: "background.js" },
  };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(
    path.join(folder, "background.js"),
    `chrome.action.onClicked.addListener((tab) => {
      const put = () => chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ["content.js"] });
      put().catch(() => setTimeout(put, 10));
    });`,
  );
  await build({
    stdin: {
      contents: `import { Readability } from "@mozilla/readability";
        const article = new Readability(document.cloneNode(true)).parse();
        const parsed = new DOMParser().parseFromString(article.content, "text/html");
        document.body.replaceChildren(...parsed.body.childNodes);
        document.body.setAttribute("data-peer", "");`,
      resolveDir: ROOT,
    },
    bundle: true,
    outfile: path.join(folder, "content.js"),
    logLevel: "warning",
  });
}

/** A story of forty paragraphs among the clutter of a news page. */
function story() {
  const list = (/** @type {number} */ length, /** @type {(i: number) => string} */ make) =>
    Array.from({ length }, (_, i) => make(i + 1)).join("\n");
  const paragraph = (/** @type {number} */ i) =>
    `<p>In week ${i} of the works the council of Lorrenby, the harbour town, said that the ferry line would open on time, and that
    <a href="/${i}">the second boat</a> had passed its inspection. “We have ${i + 3} people at the quay,” said the head of the
    council, “and ${i * 2} more will come in the summer.”</p>${i % 12 ? "" : "<p>[ad_1]</p>"}`;
  const teaser = (/** @type {number} */ i) =>
    `<li class="teaser"><a href="/t${i}"><img alt="" width="80" height="60"><span class="title">Story ${i} of the day in the
    harbour town</span></a><time datetime="2026-11-25">${i} hours ago</time></li>`;
  const own = 40 * 2 + 3 + 60 * 2 + 20;
  return `<!doctype html><html lang="en"><head><title>The ferry of Lorrenby - The Quay</title></head><body>
    <header><nav><ul>${list(60, (i) => `<li><a href="/s${i}">Part ${i}</a></li>`)}</ul></nav></header>
    <main><article><h1>The ferry of Lorrenby</h1>${list(40, paragraph)}</article></main>
    <aside><h2>More of the day</h2><ul>${list(Math.floor((ELEMENTS - own) / 5), teaser)}</ul></aside>
    <footer><p>© The Quay</p></footer></body></html>`;
}
