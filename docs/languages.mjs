// @ts-check
// Makes the table in docs/languages.md of what is known of which language, from the folders in languages/:
// `node docs/languages.mjs`. With `--check` it writes nothing and fails where the table, or the number of languages in
// README.md, is not what the folders make.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { LANGUAGES, aboutOf } from "../www/words.mjs";

const PAGE = path.join(import.meta.dirname, "languages.md");
const README = path.join(import.meta.dirname, "../README.md");
/** The table is all that follows. */
const MARK = "<!-- From here on made by `node docs/languages.mjs`. -->\n";
/** The columns, by the file that each is about. */
const FILES = {
  leftovers: "leftovers.tsv",
  "stop words": "stop.txt",
  abbreviations: "abbreviations.tsv",
  cues: "cues.tsv",
  openers: "openers.tsv",
  heads: "heads.tsv",
  bylines: "bylines.tsv",
  months: "months.tsv",
  suffixes: "suffixes.tsv",
  "box and extension": "words.json",
};
const UNDETERMINED = "und";

const tags = readdirSync(LANGUAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const has = (/** @type {string} */ tag, /** @type {string} */ file) => existsSync(path.join(LANGUAGES, tag, file));
const count = (/** @type {string} */ file) => tags.filter((tag) => tag !== UNDETERMINED && has(tag, file)).length;
/** A reading speed of its own; what is everybody's is no news. @param {string} tag */
const speed = (tag) => {
  const own = aboutOf(tag).get("words-per-minute") ?? "";
  return tag === UNDETERMINED || own !== aboutOf(UNDETERMINED).get("words-per-minute") ? own : "";
};

const rows = tags.map((tag) => {
  const about = aboutOf(tag);
  const files = Object.values(FILES).map((file) => (has(tag, file) ? "✓" : ""));
  return [`\`${tag}\``, about.get("name"), about.get("script"), about.get("direction"), speed(tag), ...files];
});
const head = ["language", "", "script", "direction", "words a minute", ...Object.keys(FILES)];
const counts = Object.values(FILES).map((file) => `${count(file)}`);
const lines = [head, head.map(() => "---"), ...rows, ["", "languages", "", "", "", ...counts]];
const table = lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");

const page = readFileSync(PAGE, "utf8");
const made = page.slice(0, page.indexOf(MARK) + MARK.length) + `\n${table}`;
const readme = readFileSync(README, "utf8");
const counted = readme.replace(/(is known in )\d+( languages)/, `$1${count(FILES.leftovers)}$2`);
if (!process.argv.includes("--check")) {
  writeFileSync(PAGE, made);
  writeFileSync(README, counted);
} else if (page !== made || readme !== counted) {
  console.error("docs/languages.md or README.md is not what languages/ makes; run node docs/languages.mjs");
  process.exit(1);
}
