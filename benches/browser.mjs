// @ts-check
// Zubda side by side with Mozilla Readability, in one run of each browser: `npm run bench [chromium|firefox]`.
//
// Readability is used as its README says: `new Readability(document.cloneNode(true)).parse()`; the clone is part of the call,
// since without it the page would be taken apart. Medians of warm calls, which take turns, so that both meet the same noise.
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { BROWSERS, ROOT, openPage, serve, withBrowser } from "../tests/browser/browsers.mjs";
import { PAGES } from "../tests/browser/pages.mjs";

const GROWN = [1_000, 10_000, 100_000];
const ROUNDS = 9;

const asked = BROWSERS.filter((name) => process.argv.includes(name));
const site = await serve(
  { ...PAGES, "/grown.html": grown(), "/readability.js": readability() },
  { folders: { "/pkg/": "pkg" } },
);
for (const name of asked.length ? asked : BROWSERS) {
  await withBrowser(name, async (browser) => {
    console.log(`\n${name} ${await browser.version()}: medians of ${ROUNDS} warm calls in ms`);
    console.log("page".padEnd(36) + "  Readability   analyze     ratio   clean+undo");
    const { page } = await openPage(browser);
    for (const address of Object.keys(PAGES)) row(address, await measure(page, address, 0));
    const growth = [];
    for (const elements of GROWN) {
      const figures = await measure(page, "/grown.html", elements);
      row(`${elements.toLocaleString("en")} elements`, figures);
      growth.push(figures);
    }
    const times = (/** @type {"readability" | "analyze"} */ key) => (growth[2][key] / growth[1][key]).toFixed(1);
    console.log(`10,000 → 100,000 elements: analyze ×${times("analyze")}, Readability ×${times("readability")}`);
  });
}
await site.close();
sizes();

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} address
 * @param {number} elements 0 for the page as it is
 * @returns {Promise<Record<"readability" | "analyze" | "clean", number>>}
 */
async function measure(page, address, elements) {
  await page.goto(site.origin + address);
  return page.evaluate(
    async (elements, rounds) => {
      // @ts-ignore an address of the bench's server
      const [{ load }, { Readability }] = await Promise.all([import("/pkg/index.js"), import("/readability.js")]);
      const zubda = await load();
      if (elements) {
        // Whole stories after each other until there are so many elements.
        const story = /** @type {HTMLElement} */ (document.querySelector("main"));
        const size = story.querySelectorAll("*").length + 1;
        const copies = document.createDocumentFragment();
        const have = document.querySelectorAll("*").length;
        for (let n = have; n + size <= elements; n += size) copies.append(story.cloneNode(true));
        document.body.append(copies);
      }
      const calls = {
        readability: () => new Readability(document.cloneNode(true)).parse(),
        analyze: () => zubda.analyze(document),
        clean: () => zubda.clean(document).undo(),
      };
      /** @type {Record<string, number[]>} */
      const times = { readability: [], analyze: [], clean: [] };
      const many = elements >= 100_000 ? 3 : rounds;
      for (let round = -2; round < many; round++)
        for (const [name, call] of Object.entries(calls)) {
          const start = performance.now();
          call();
          if (round >= 0) times[name].push(performance.now() - start);
        }
      const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[list.length >> 1];
      return /** @type {any} */ (Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])));
    },
    elements,
    ROUNDS,
  );
}

/**
 * @param {string} name
 * @param {Record<"readability" | "analyze" | "clean", number>} figures
 */
function row(name, { readability, analyze, clean }) {
  const ratio = `${(readability / analyze).toFixed(1)}×`;
  const cells = [readability, analyze].map((time) => time.toFixed(2).padStart(11)).join(" ");
  console.log(`${name.padEnd(36)} ${cells} ${ratio.padStart(10)} ${clean.toFixed(2).padStart(11)}`);
}

/** One story of 40 elements, which is grown in the page. */
function grown() {
  const paragraph = (/** @type {number} */ i) =>
    `<p>On day ${i} the <a href="/h">harbour</a> of Tarn took in <em>${i + 2}</em> ferries, said the harbour master, and a ship with grain.</p>`;
  const paragraphs = Array.from({ length: 12 }, (_, i) => paragraph(i)).join("\n");
  return `<!doctype html><html lang="en"><title>Harbour</title><body><main><div class="story"><h2>Harbour</h2>${paragraphs}</div></main>`;
}

/** The published file as a module; it is written for `require`. */
function readability() {
  const source = readFileSync(path.join(ROOT, "node_modules/@mozilla/readability/Readability.js"), "utf8");
  return `const module = {};\n${source}\nexport { Readability };\n`;
}

/** Bytes of the wasm and of the whole package without its types and papers. */
function sizes() {
  const files = readdirSync(path.join(ROOT, "pkg")).filter((file) => statSync(path.join(ROOT, "pkg", file)).isFile());
  const shipped = files.filter((file) => /(?<!\.d)\.(js|wasm)$/.test(file));
  console.log("\nbytes".padEnd(20) + "        raw       gzip     brotli");
  for (const [name, list] of /** @type {[string, string[]][]} */ ([
    ["zubda_bg.wasm", ["zubda_bg.wasm"]],
    ["scripts and wasm", shipped],
    ["all of pkg/", files],
  ])) {
    const raw = list.map((file) => readFileSync(path.join(ROOT, "pkg", file)));
    const sum = (/** @type {(bytes: Buffer) => { length: number }} */ pack) =>
      raw.reduce((total, bytes) => total + pack(bytes).length, 0);
    const cells = [sum((bytes) => bytes), sum(gzipSync), sum(brotliCompressSync)];
    console.log(name.padEnd(19) + cells.map((bytes) => bytes.toLocaleString("en").padStart(11)).join(""));
  }
}
