// Builds pkg/, the npm package: `npm run build`. With `--check` it writes nothing and fails where pkg/ is not what the
// source makes: by the hash of the source always, byte for byte where the tools are those that pkg/ was built with.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

import { makeWords } from "./words.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const PKG = path.join(ROOT, "pkg");
const STAGE = path.join(ROOT, "target", "npm");
const INPUTS = [
  "Cargo.toml",
  "Cargo.lock",
  "src",
  "languages",
  "www/shell",
  "www/build.mjs",
  "README.md",
  "package-lock.json",
];
const WASM_FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "sign-ext",
  "nontrapping-float-to-int",
  "mutable-globals",
  "reference-types",
  "multivalue",
];

/** A module's memory never shrinks: what `engine.js` needs of the glue to start over with a fresh one. */
const RENEW = `
export const memoryBytes = () => wasm.memory.buffer.byteLength;
export function renew() {
    __wbg_finalize_init(new WebAssembly.Instance(wasmModule, __wbg_get_imports()), wasmModule);
}
`;
const RENEW_TYPES = `
export function memoryBytes(): number;
export function renew(): void;
`;

const check = process.argv.includes("--check");
makeWords({ write: !check });
const source = sourceHash();
const tools = toolVersions();
if (check) {
  const built = JSON.parse(readFileSync(path.join(PKG, "build.json"), "utf8"));
  const stale = built.source === source ? [] : ["build.json (the source has changed since)"];
  if (JSON.stringify(built.tools) === JSON.stringify(tools)) {
    stage();
    stale.push(...differences(STAGE, PKG));
  } else {
    console.log(`pkg/ was built with ${JSON.stringify(built.tools)}: compared by the hash of its source alone`);
  }
  if (stale.length) {
    console.error(`pkg/ is not what the source makes; run npm run build\n  ${stale.join("\n  ")}`);
    process.exit(1);
  }
} else {
  stage();
  const keep = new Set(["extension"]);
  if (existsSync(PKG))
    for (const name of readdirSync(PKG)) if (!keep.has(name)) rmSync(path.join(PKG, name), { recursive: true });
  cpSync(STAGE, PKG, { recursive: true });
}

function stage() {
  rmSync(STAGE, { recursive: true, force: true });
  mkdirSync(STAGE, { recursive: true });
  const glue = path.join(ROOT, "target", "wasm-pack");
  // No machine's path and no registry's name may stand in the wasm; the last prefix that fits counts.
  const cargoHome = process.env.CARGO_HOME ?? path.join(homedir(), ".cargo");
  const registry = path.join(cargoHome, "registry/src");
  const sources = existsSync(registry)
    ? readdirSync(registry).map((name) => [path.join(registry, name), "/crates"])
    : [];
  const RUSTFLAGS = [[cargoHome, "/cargo"], [ROOT, "/zubda"], ...sources]
    .map(([from, to]) => `--remap-path-prefix=${from}=${to}`)
    .join(" ");
  // Small: most pages are read once, and what a browser compiles while the reader waits weighs more than what it optimizes
  // later. Against 3, in Chromium, the first call takes a fifth less, and the next ones differ by no more than the noise.
  const env = { ...process.env, RUSTFLAGS, CARGO_PROFILE_RELEASE_OPT_LEVEL: "s" };
  const quiet = { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"], env };
  execFileSync(
    "wasm-pack",
    ["--log-level", "warn", "build", "--target", "web", "--release", "--no-opt", "--no-pack", "--out-dir", glue],
    quiet,
  );
  // Without inlining: a browser compiles whole functions, and waits for what has grown into one. With it the seventh to
  // twentieth call took Chromium 29.7 ms instead of 13.3, the first six and the last of sixty the same within the noise.
  const inlining = ["always", "flexible", "one-caller"].map((kind) => `--${kind}-inline-max-function-size=0`);
  const optimize = ["-O3", ...inlining, ...WASM_FEATURES.map((feature) => `--enable-${feature}`)];
  execFileSync(
    path.join(ROOT, "node_modules/.bin/wasm-opt"),
    [...optimize, `${glue}/zubda_bg.wasm`, "-o", `${STAGE}/zubda_bg.wasm`],
    quiet,
  );
  for (const [file, more] of Object.entries({ "zubda.js": RENEW, "zubda.d.ts": RENEW_TYPES }))
    writeFileSync(path.join(STAGE, file), readFileSync(path.join(glue, file), "utf8") + more);
  cpSync(path.join(ROOT, "www/shell"), STAGE, { recursive: true });
  for (const file of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"])
    cpSync(path.join(ROOT, file), path.join(STAGE, file));
  declare();
  writeJson("package.json", manifest());
  writeJson("build.json", { source, tools });
}

/** Types for those who import the package, from the JSDoc of the files themselves. */
function declare() {
  const entries = ["index", "node", "snapshot", "apply", "element", "rules", "worker"].map((name) =>
    path.join(STAGE, `${name}.js`),
  );
  const options =
    "--allowJs --declaration --emitDeclarationOnly --target es2023 --module nodenext --skipLibCheck --types node".split(
      " ",
    );
  execFileSync(path.join(ROOT, "node_modules/.bin/tsc"), [...options, ...entries], { cwd: ROOT, stdio: "inherit" });
}

function manifest() {
  const cargo = readFileSync(path.join(ROOT, "Cargo.toml"), "utf8");
  const field = (name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(cargo)?.[1];
  const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: field("name"),
    version: field("version"),
    description: field("description"),
    license: field("license"),
    type: "module",
    // The element defines itself; the Worker's own file answers messages.
    sideEffects: ["./element.js", "./worker.js"],
    main: "./index.js",
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      "./snapshot": entry("snapshot"),
      "./apply": entry("apply"),
      "./element": entry("element"),
      "./rules": entry("rules"),
      "./worker": entry("worker"),
      "./custom-elements.json": "./custom-elements.json",
      "./zubda_bg.wasm": "./zubda_bg.wasm",
      "./package.json": "./package.json",
    },
    customElements: "./custom-elements.json",
    engines: { node: ">=20" },
    files: ["*.js", "*.d.ts", "zubda_bg.wasm", "custom-elements.json", "LICENSE-*"],
    keywords: ["readability", "article", "summary", "reader", "wasm", "arabic", "rtl"],
  };
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap((input) => walk(ROOT, input))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function toolVersions() {
  const lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")).packages;
  const version = (name) => lock[`node_modules/${name}`].version;
  const rustc = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1];
  return { rustc, binaryen: version("binaryen"), typescript: version("typescript") };
}

function differences(left, right) {
  const names = new Set([...walk(left, "."), ...walk(right, ".").filter((file) => !file.startsWith("extension/"))]);
  const same = (name) => {
    const [a, b] = [path.join(left, name), path.join(right, name)];
    return existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b));
  };
  return [...names].filter((name) => !same(name));
}

function walk(root, at) {
  const full = path.join(root, at);
  if (!statSync(full).isDirectory()) return [path.normalize(at)];
  return readdirSync(full)
    .sort()
    .flatMap((name) => walk(root, path.join(at, name)));
}

function writeJson(name, value) {
  writeFileSync(path.join(STAGE, name), `${JSON.stringify(value, null, 2)}\n`);
}
