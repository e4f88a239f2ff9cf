// @ts-check
// Zubda, Mozilla Readability and Defuddle side by side on real pages, in one run of Chromium: `npm run bench:pages [PAGES]`.
//
// Each page is opened anew without its scripts. Every tool is called once cold (the first call after it was loaded) and five
// times warm; the tools take turns in another order on each page. Readability is used as its README says, on a clone; Defuddle
// copies the document itself. Quality is the metric of the scrapinghub benchmark: multisets of shingles of four words, F1 of
// the pages' mean precision and recall.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT, openPage, serve, withBrowser } from "../tests/browser/browsers.mjs";

const SET = path.join(ROOT, "../shared/data/extraction/scrapinghub");
const WARM = 5;
const TOOLS = ["readability", "defuddle", "zubda"];

if (!existsSync(SET)) {
  console.log("skipped: no ../shared");
  process.exit();
}
/** @type {{ file: string, gt: string }[]} */
const rows = JSON.parse(readFileSync(path.join(SET, "index.json"), "utf8"));
const asked = rows.slice(0, Number(process.argv[2]) || rows.length);
const site = await serve(
  {
    "/readability.js": asModule("@mozilla/readability/Readability.js", "Readability"),
    "/defuddle.js": asModule("defuddle/dist/index.js", "module.exports.default ?? module.exports"),
  },
  { headers: { "content-security-policy": "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'" } },
);
/** @type {Record<string, { cold: number[], warm: number[], precision: number[], recall: number[] }>} */
const results = Object.fromEntries(TOOLS.map((tool) => [tool, { cold: [], warm: [], precision: [], recall: [] }]));

await withBrowser("chromium", async (browser) => {
  console.log(`chromium ${await browser.version()}, ${asked.length} pages of scrapinghub, ${WARM} warm calls each`);
  for (const [at, row] of asked.entries()) {
    site.pages["/page.html"] = withoutScripts(read(row.file));
    for (let turn = 0; turn < TOOLS.length; turn++) {
      const tool = TOOLS[(at + turn) % TOOLS.length];
      const { page } = await openPage(browser, `${site.origin}/page.html`);
      const { times, text } = await page.evaluate(measure, tool, WARM);
      await page.close();
      const result = results[tool];
      result.cold.push(times[0]);
      result.warm.push(quantile(times.slice(1), 0.5));
      const { precision, recall } = score(text, row.gt);
      result.precision.push(precision);
      result.recall.push(recall);
    }
  }
});
await site.close();

const head = ["", "F1", "cold median", "p95", "warm median", "p95", "cold ÷ Zubda", "warm ÷ Zubda"];
console.log(`| ${head.join(" | ")} |\n|${"---|".repeat(head.length)}`);
for (const tool of TOOLS) {
  const { cold, warm, precision, recall } = results[tool];
  const [p, r] = [mean(precision), mean(recall)];
  const of = (/** @type {"cold" | "warm"} */ kind) =>
    quantile(results[tool][kind], 0.5) / quantile(results.zubda[kind], 0.5);
  const cells = [
    tool,
    ((2 * p * r) / (p + r)).toFixed(3),
    ...[cold, warm].flatMap((times) => [quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)]),
    of("cold").toFixed(1),
    of("warm").toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/**
 * Runs in the page.
 *
 * @param {string} tool
 * @param {number} warm
 */
async function measure(tool, warm) {
  // @ts-ignore addresses of the bench's server
  const Readability = tool === "readability" ? (await import("/readability.js")).default : null;
  // @ts-ignore
  const Defuddle = tool === "defuddle" ? (await import("/defuddle.js")).default : null;
  // @ts-ignore
  const zubda = tool === "zubda" ? await (await import("/pkg/index.js")).load() : undefined;
  /** @type {Record<string, () => { text?: string, html?: string } | null>} */
  const calls = {
    readability: () => {
      const article = new Readability(document.cloneNode(true)).parse();
      return article && { text: article.textContent, html: article.content };
    },
    defuddle: () => ({ html: new Defuddle(document, { url: document.URL }).parse().content }),
    zubda: () => zubda.analyze(document),
  };
  const times = [];
  let result;
  for (let call = 0; call <= warm; call++) {
    const start = performance.now();
    const found = calls[tool]();
    times.push(performance.now() - start);
    result ??= found;
  }
  const html = result?.html;
  // What is written as HTML is read as a browser shows it: a block is a line.
  const text = html
    ? (new DOMParser().parseFromString(
        html.replace(/<(?=\/?(p|div|li|h\d|br|tr|td|blockquote)\b)/gi, " <"),
        "text/html",
      ).body.textContent ?? "")
    : (result?.text ?? "");
  return { times, text };
}

/**
 * A file that is written for `require`, as a module.
 *
 * @param {string} file
 * @param {string} name what of it is wanted
 */
function asModule(file, name) {
  const source = readFileSync(path.join(ROOT, "node_modules", file), "utf8");
  return `const module = { exports: {} };\nconst { exports } = module;\n${source}\nexport default ${name};\n`;
}

/** @param {string} file */
function read(file) {
  const plain = path.join(SET, file);
  return (existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`))).toString("utf8");
}

/**
 * The page without programs; data in JSON-LD stays.
 *
 * @param {string} html
 */
function withoutScripts(html) {
  return html.replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi, "");
}

/**
 * @param {string} text
 * @param {string} truth
 */
function score(text, truth) {
  const [found, wanted] = [shingles(text), shingles(truth)];
  let [hits, all, due] = [0, 0, 0];
  for (const count of found.values()) all += count;
  for (const [shingle, count] of wanted) {
    due += count;
    hits += Math.min(count, found.get(shingle) ?? 0);
  }
  return { precision: all ? hits / all : 0, recall: due ? hits / due : 0 };
}

/** @param {string} text */
function shingles(text) {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let i = 0; i < Math.max(words.length - 3, Math.min(words.length, 1)); i++) {
    const shingle = words.slice(i, i + 4).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** @param {number[]} list */
function mean(list) {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}

/**
 * @param {number[]} list
 * @param {number} share
 */
function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
