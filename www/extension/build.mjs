// Builds the extension into pkg/extension/ from pkg/, languages/ and this folder: `npm run extension`. With `--check` it writes
// nothing and fails where pkg/extension/ is not what the source makes. Needs no Rust.
// With `--zip` it writes nothing but the two stores' zips, into target/ or the folder that is named next.
import { Resvg, initWasm } from "@resvg/resvg-wasm";
import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync, rmSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { locales, makeWords } from "../words.mjs";
import { pack } from "./zip.mjs";

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, "../..");
const PKG = path.join(ROOT, "pkg");
const OUT = path.join(PKG, "extension");
/** Those that the manifest and the pages name. */
const ICON_SIZES = [16, 24, 32, 48, 128];

/** What the other browser alone reads: each store's check complains of it. @type {Record<string, (manifest: any) => void>} */
const STORES = {
  chromium(manifest) {
    delete manifest.browser_specific_settings;
    delete manifest.background.scripts;
  },
  firefox(manifest) {
    delete manifest.minimum_chrome_version;
    delete manifest.background.service_worker;
  },
};

/** Comments that tell a checker the type of an expression: the bundler would keep each on lines of its own. */
const TYPE = /\/\*\* @(?:type|satisfies) (?:(?!\*\/)[^])*\*\/ ?/g;
/** @type {import("esbuild").Plugin} */
const UNTYPED = {
  name: "untyped",
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: readFileSync(path, "utf8").replaceAll(TYPE, "") }));
  },
};

const languages = makeWords({ write: !process.argv.includes("--check") && !process.argv.includes("--zip") });
const files = await make();
if (process.argv.includes("--check")) {
  const built = new Set(existsSync(OUT) ? walk(OUT) : []);
  const names = new Set([...files.keys(), ...built]);
  const stale = [...names].filter(
    (name) => !files.has(name) || !built.has(name) || !readFileSync(path.join(OUT, name)).equals(files.get(name)),
  );
  if (stale.length) {
    console.error(`pkg/extension/ is not what the source makes; run npm run extension\n  ${stale.join("\n  ")}`);
    process.exit(1);
  }
} else if (process.argv.includes("--zip")) {
  const folder = process.argv[process.argv.indexOf("--zip") + 1] ?? "target";
  for (const [store, trim] of Object.entries(STORES)) await zip(path.resolve(ROOT, folder), store, trim);
} else {
  rmSync(OUT, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(OUT, name)), { recursive: true });
    writeFileSync(path.join(OUT, name), bytes);
  }
}

/**
 * Writes zubda-<store>-<version>.zip, the same bytes wherever it is made.
 *
 * @param {string} folder
 * @param {string} store
 * @param {(manifest: any) => void} trim
 */
async function zip(folder, store, trim) {
  const own = manifest();
  trim(own);
  const bytes = await pack(new Map(files).set("manifest.json", Buffer.from(`${JSON.stringify(own, null, 2)}\n`)));
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, `zubda-${store}-${own.version}.zip`);
  writeFileSync(name, bytes);
  console.log(`${path.relative(ROOT, name)} ${bytes.length} bytes`);
}

/** Every file of the extension by its name, in order. @returns {Promise<Map<string, Buffer>>} */
async function make() {
  const files = new Map([
    ...(await bundle({ format: "esm", entries: ["background.js", "popup.js", "options.js"] })),
    ...(await bundle({ format: "iife", entries: ["content.js", "always.js"] })),
    ...(await icons()),
  ]);
  files.set("manifest.json", Buffer.from(`${JSON.stringify(manifest(), null, 2)}\n`));
  for (const [locale, messages] of locales(languages))
    files.set(`_locales/${locale}/messages.json`, Buffer.from(messages));
  for (const name of ["popup.html", "options.html", "pages.css"]) files.set(name, readFileSync(path.join(HERE, name)));
  for (const name of ["zubda_bg.wasm", "LICENSE-MIT", "LICENSE-APACHE"])
    files.set(name, readFileSync(path.join(PKG, name)));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Each entry with all that it imports as one file, readable as it is.
 *
 * @param {{ format: "esm" | "iife", entries: string[] }} what
 * @returns {Promise<[string, Buffer][]>}
 */
async function bundle({ format, entries }) {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => path.join(HERE, name)),
    absWorkingDir: ROOT,
    outdir: OUT,
    bundle: true,
    write: false,
    format,
    target: ["chrome121", "firefox142"],
    charset: "utf8",
    plugins: [UNTYPED],
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles.map((file) => [path.relative(OUT, file.path), Buffer.from(file.contents)]);
}

/** @returns {Promise<[string, Buffer][]>} */
async function icons() {
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(readFileSync(wasm));
  const svg = readFileSync(path.join(HERE, "icon.svg"), "utf8");
  return ICON_SIZES.map((size) => {
    const png = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
    return [`icons/${size}.png`, Buffer.from(png)];
  });
}

function manifest() {
  const { version } = JSON.parse(readFileSync(path.join(PKG, "package.json"), "utf8"));
  return { ...JSON.parse(readFileSync(path.join(HERE, "manifest.json"), "utf8")), version };
}

/** The files of a folder, by their names. @returns {string[]} */
function walk(folder, at = "") {
  return readdirSync(path.join(folder, at)).flatMap((name) => {
    const inside = path.join(at, name);
    return statSync(path.join(folder, inside)).isDirectory() ? walk(folder, inside) : [inside];
  });
}
