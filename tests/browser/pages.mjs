// @ts-check
// The pages that every invariant is held on: the golden pages, the demo's stories, and the seed where it is present.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./browsers.mjs";

const SEED = path.join(ROOT, "../shared/cases/seed");

/** All pages by their path. @type {Record<string, string>} */
export const PAGES = {
  ...folder("golden", path.join(ROOT, "tests/golden")),
  ...folder("demo", path.join(ROOT, "www/demo/stories")),
  ...folder("seed", SEED),
};

/** What the seed's pages must become; `null` without ../shared. */
export const EXPECTED = existsSync(SEED) ? JSON.parse(readFileSync(path.join(SEED, "expected.json"), "utf8")) : null;

/**
 * @param {string} name
 * @param {string} at
 */
function folder(name, at) {
  if (!existsSync(at)) return {};
  // The frame for a visitor's own page is empty, and lets no script in.
  const pages = readdirSync(at).filter((file) => file.endsWith(".html") && file !== "own.html");
  return Object.fromEntries(pages.map((file) => [`/${name}/${file}`, readFileSync(path.join(at, file), "utf8")]));
}
