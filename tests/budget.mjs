// @ts-check
// What Zubda may weigh and what it may cost, against the figures of budget.json: `node tests/budget.mjs sizes` and
// `… instructions` fail where one has grown. With `--renew` the figures are measured and written anew; `npm run budget`
// does so for both.
//
// Instructions are counted, not timed: valgrind's count of the same program over the same pages differs by less than a
// hundredth from run to run, by where things lie in memory, whatever else the machine does.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, deflateRawSync } from "node:zlib";

const ROOT = path.resolve(import.meta.dirname, "..");
const FILE = path.join(import.meta.dirname, "budget.json");

/** How much more than the figure is let through: versions of npm and of the compiler differ by no more. */
const SLACK = { sizes: 1.02, instructions: 1.03 };
/** What the sizes are to come down to, in bytes; not reached yet. @type {Record<string, number>} */
const GOALS = { "wasm, brotli": 190_000, "extension, deflated": 400_000 };

const MEASURES = { sizes, instructions };
/** @typedef {keyof typeof MEASURES} Kind */

const renew = process.argv.includes("--renew");
const kinds = /** @type {Kind[]} */ (Object.keys(MEASURES));
const asked = kinds.filter((kind) => process.argv.includes(kind));
/** @type {Record<Kind, Record<string, number>>} */
const budget = JSON.parse(readFileSync(FILE, "utf8"));
let grown = 0;
for (const kind of asked.length ? asked : kinds) {
  const found = MEASURES[kind]();
  for (const [name, value] of Object.entries(found)) {
    const figure = budget[kind]?.[name];
    const isOver = !(value <= figure * SLACK[kind]);
    const change = figure ? `${((100 * value) / figure - 100).toFixed(2)} %` : "new";
    const goal = GOALS[name] ? `, goal ${GOALS[name].toLocaleString("en")}` : "";
    console.log(
      `${kind}: ${name} ${value.toLocaleString("en")} (${change}${goal})${isOver && !renew ? ": too much" : ""}`,
    );
    if (isOver) grown++;
  }
  budget[kind] = found;
}
if (renew) writeFileSync(FILE, `${JSON.stringify(budget, null, 2)}\n`);
else if (grown) {
  console.error("Grown past the budget. Where that is worth it: npm run budget");
  process.exit(1);
}

/** @returns {Record<string, number>} bytes of what is sent and published */
function sizes() {
  const quiet = /** @type {const} */ ({ cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const packed = execFileSync("npm", ["pack", "./pkg", "--dry-run", "--json", "--ignore-scripts"], quiet);
  const extension = path.join(ROOT, "pkg/extension");
  const files = readdirSync(extension, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const deflated = files.map((file) =>
    deflateRawSync(readFileSync(path.join(file.parentPath, file.name)), { level: 9 }),
  );
  return {
    "wasm, brotli": brotliCompressSync(readFileSync(path.join(ROOT, "pkg/zubda_bg.wasm"))).length,
    "package, packed": JSON.parse(packed)[0].size,
    // The stores' zips are some 5 % smaller, by a deflate that takes its time: this one is for every run of the tests.
    "extension, deflated": deflated.reduce((sum, { length }) => sum + length, 0),
  };
}

/** @returns {Record<string, number>} instructions of `clean` on the pages of the tests */
function instructions() {
  const build =
    "build --quiet --release --features html --example instructions --message-format json-render-diagnostics";
  const messages = execFileSync("cargo", build.split(" "), {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const program = messages
    .split("\n")
    .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []))
    .findLast(({ executable, target }) => executable && target?.name === "instructions").executable;
  /** @param {"first" | "all"} pages */
  const count = (pages) => {
    const options = [
      "--tool=callgrind",
      "--callgrind-out-file=/dev/null",
      "--collect-atstart=no",
      "--toggle-collect=*counted*",
    ];
    // valgrind says what it has collected on the standard error.
    const said = execFileSync("sh", ["-c", 'exec "$@" 2>&1', "sh", "valgrind", ...options, program, pages], {
      cwd: ROOT,
      encoding: "utf8",
      // What else is in the environment moves the stack, and with it some counts by a hundredth.
      env: { PATH: process.env.PATH },
    });
    const collected = /Collected : (\d+)/.exec(said);
    if (!collected || collected[1] === "0") throw new Error(`valgrind counted nothing:\n${said}`);
    return Number(collected[1]);
  };
  return { "the first page, cold": count("first"), "all pages": count("all") };
}
