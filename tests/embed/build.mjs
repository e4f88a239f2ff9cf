// @ts-check
// Builds every fixture from the package as `npm pack` would publish it. What is built lies in dist/, a folder each.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, "../..");
const DIST = path.join(HERE, "dist");
const INSTALLED = path.join(HERE, "node_modules/.zubda-lock");

/** Installs what the fixtures need, once for each lock file, and puts the packed package among it. */
export function install() {
  const lock = readFileSync(path.join(HERE, "package-lock.json"));
  if (!existsSync(INSTALLED) || !readFileSync(INSTALLED).equals(lock)) {
    // No package's own scripts: esbuild and workerd bring their programs as packages.
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
    execFileSync("npm", ["ci", ...flags], { cwd: HERE, stdio: "inherit" });
    writeFileSync(INSTALLED, lock);
  }
  const modules = path.join(HERE, "node_modules");
  const target = path.join(modules, "zubda");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const packed = pack(modules);
  execFileSync("tar", ["-xzf", path.join(modules, packed.filename), "-C", target, "--strip-components=1"]);
  return packed;
}

/**
 * @param {string} to
 * @returns {{ filename: string, files: { path: string, size: number }[], size: number }}
 */
function pack(to) {
  const options = ["pack", "--json", "--ignore-scripts", "--pack-destination", to, path.join(ROOT, "pkg")];
  return JSON.parse(execFileSync("npm", options, { encoding: "utf8" }))[0];
}

/** @returns {Promise<typeof import("vite")>} */
const vite = () => load("vite");

/** A package of the fixtures. @param {string} name */
export async function load(name) {
  const { createRequire } = await import("node:module");
  return import(pathToFileURL(createRequire(path.join(HERE, "package.json")).resolve(name)).href);
}

/** What is built, by the folder that it lies in. @type {Record<string, () => Promise<void>>} */
export const BUILDS = {
  vite: () => withVite("plain/app.js", "vite"),
  webpack: withWebpack,
  esbuild: withEsbuild,
  react: () => withVite("react/app.jsx", "react"),
  vue: () => withVite("vue/app.js", "vue"),
  svelte: () => withVite("svelte/app.js", "svelte"),
};

/** Frameworks whose pages come from a server and are taken over by the browser. */
export const HYDRATED = { react: "react/server.jsx", vue: "vue/server.js", svelte: "svelte/server.js" };

/** @param {string} entry @param {string} name */
async function withVite(entry, name) {
  const { build } = await vite();
  await build({
    ...(await viteOptions()),
    base: `/${name}/`,
    worker: { format: "es" },
    build: {
      target: "es2022",
      outDir: path.join(DIST, name),
      minify: false,
      rollupOptions: { input: path.join(HERE, "apps", entry), output: { entryFileNames: "app.js" } },
    },
  });
}

/**
 * The markup that a server would send.
 *
 * @param {keyof typeof HYDRATED} name
 * @returns {Promise<string>}
 */
export async function serverMarkup(name) {
  const { build } = await vite();
  const outDir = path.join(DIST, `${name}-server`);
  await build({
    ...(await viteOptions()),
    build: {
      ssr: path.join(HERE, "apps", HYDRATED[name]),
      outDir,
      rollupOptions: { output: { entryFileNames: "server.mjs" } },
    },
  });
  return (await import(pathToFileURL(path.join(outDir, "server.mjs")).href)).render();
}

/** @returns {Promise<import("vite").InlineConfig>} */
async function viteOptions() {
  const [{ default: vue }, { svelte }] = await Promise.all([
    load("@vitejs/plugin-vue"),
    load("@sveltejs/vite-plugin-svelte"),
  ]);
  const isCustomElement = (/** @type {string} */ tag) => tag.startsWith("zubda-");
  return {
    root: path.join(HERE, "apps"),
    configFile: false,
    logLevel: "error",
    esbuild: { jsx: "automatic" },
    plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), svelte({ configFile: false })],
  };
}

async function withWebpack() {
  const { default: webpack } = await load("webpack");
  const stats = await new Promise((done, fail) =>
    webpack(
      {
        mode: "production",
        target: "web",
        context: HERE,
        entry: "./apps/plain/app.js",
        output: { path: path.join(DIST, "webpack"), filename: "app.js", publicPath: "/webpack/" },
        optimization: { minimize: false },
        performance: { hints: false },
      },
      (/** @type {unknown} */ error, /** @type {any} */ stats) => (error ? fail(error) : done(stats)),
    ),
  );
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString("errors-warnings"));
}

/** esbuild leaves `new URL(…, import.meta.url)` as it is: the Worker is a second entry, and the wasm is copied beside. */
async function withEsbuild() {
  const { build } = await load("esbuild");
  const outdir = path.join(DIST, "esbuild");
  await build({
    entryPoints: { app: path.join(HERE, "apps/plain/app.js"), worker: path.join(HERE, "node_modules/zubda/worker.js") },
    bundle: true,
    format: "esm",
    target: "es2022",
    outdir,
    logLevel: "error",
  });
  cpSync(path.join(HERE, "node_modules/zubda/zubda_bg.wasm"), path.join(outdir, "zubda_bg.wasm"));
}

/** One file for `workerd/config.capnp`, and the wasm that it imports. */
export async function buildWorkerd() {
  const { build } = await load("esbuild");
  const outdir = path.join(DIST, "workerd");
  await build({
    entryPoints: [path.join(HERE, "workerd/worker.js")],
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["workerd", "worker"],
    external: ["zubda/zubda_bg.wasm"],
    outdir,
    logLevel: "error",
  });
  cpSync(path.join(HERE, "node_modules/zubda/zubda_bg.wasm"), path.join(outdir, "zubda_bg.wasm"));
}
