// @ts-check
// The package as `npm pack` would publish it: its manifest, its types, what it weighs when little of it is used, Node, and
// workerd.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { before, test } from "node:test";
import { buildWorkerd, install, load } from "../embed/build.mjs";
import { paragraphs, story } from "../embed/stories.mjs";
import { ROOT } from "./browsers.mjs";

const EMBED = path.join(ROOT, "tests/embed");
const PACKAGE = path.join(EMBED, "node_modules/zubda");

/** @type {ReturnType<typeof install>} */
let packed;
before(() => {
  packed = install();
});

test("what is in it", () => {
  const files = packed.files.map((file) => file.path);
  const allowed =
    /^(package\.json|README\.md|LICENSE-(MIT|APACHE)|custom-elements\.json|zubda_bg\.wasm|[\w-]+\.(d\.ts|js))$/;
  assert.deepEqual(
    files.filter((file) => !allowed.test(file)),
    [],
  );
  const manifest = JSON.parse(readFileSync(path.join(PACKAGE, "package.json"), "utf8"));
  /** @type {string[]} */
  const named = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? entry : Object.values(entry),
  );
  for (const name of [...named, manifest.main, manifest.types, manifest.customElements]) {
    assert.ok(files.includes(name.slice(2)), `${name} is named but not packed`);
  }
});

test("publint finds nothing", async () => {
  const { publint } = await load("publint");
  const { messages } = await publint({ pkgDir: PACKAGE, strict: true });
  assert.deepEqual(messages, []);
});

test("its types are right under every way of resolving them", () => {
  const attw = path.join(EMBED, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const tarball = path.join(EMBED, "node_modules", packed.filename);
  const files = ["zubda_bg.wasm", "package.json", "custom-elements.json"];
  const options = [
    tarball,
    "--profile",
    "esm-only",
    "--no-color",
    "--format",
    "ascii",
    "--exclude-entrypoints",
    ...files,
  ];
  // Fails, and prints its table, where there is a problem.
  assert.doesNotMatch(execFileSync(process.execPath, [attw, ...options], { encoding: "utf8" }), /❌/);
});

test("what is not used is not bundled", async () => {
  const { build } = await load("esbuild");
  /** @param {string} contents */
  const size = async (contents) => {
    const stdin = { contents, resolveDir: EMBED };
    const options = { bundle: true, write: false, minify: true, format: "esm", logLevel: "error" };
    return (await build({ stdin, ...options })).outputFiles[0].contents.length;
  };
  assert.equal(await size(`import "zubda";`), 0);
  assert.ok((await size(`export { ZubdaError } from "zubda";`)) < 1_000);
  assert.ok((await size(`export { takeSnapshot } from "zubda/snapshot";`)) < 8_000);
  assert.ok((await size(`import "zubda/element";`)) > 10_000, "the element defines itself");
});

test("Node", () => {
  const script = `
    import assert from "node:assert/strict";
    import { parseHTML } from "linkedom";
    import { load, ZubdaError } from "zubda";
    import { ZubdaArticle } from "zubda/element";
    const zubda = await load();
    assert.equal(zubda.analyzeText("One.\\n\\n[ad_1]\\n\\nTwo.").text, "One.\\n\\nTwo.");
    const { document } = parseHTML(${JSON.stringify(`<html lang="en"><body><article>${story(0)}</article></body></html>`)});
    assert.ok(zubda.analyze(document).text.includes(${JSON.stringify(paragraphs(0)[0])}));
    assert.throws(() => zubda.analyze(null), ZubdaError);
    assert.equal(typeof ZubdaArticle, "function");
    const page = zubda.clean(document, { box: false });
    assert.equal(page.plan.edits[0].text, "[ad_1]");
  `;
  const options = /** @type {const} */ ({ cwd: EMBED, encoding: "utf8" });
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], options);
});

test("the list of custom elements is what the element is", async () => {
  const { modules } = JSON.parse(readFileSync(path.join(PACKAGE, "custom-elements.json"), "utf8"));
  const [declared] = modules[0].declarations;
  const { ZubdaArticle } = await import(path.join(PACKAGE, "element.js"));
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(declared.attributes), [...ZubdaArticle.observedAttributes].sort());
  const members = Object.entries(Object.getOwnPropertyDescriptors(ZubdaArticle.prototype));
  const fields = members.filter(([, { get }]) => get).map(([name]) => name);
  const kind = (/** @type {string} */ kind) =>
    declared.members.filter((/** @type {any} */ member) => member.kind === kind);
  assert.deepEqual(names(kind("field")), fields.sort());
  assert.deepEqual(names(kind("method")), ["configure"]);
  const sources = ["element.js", "box.js", "summary.js", "parts.js", "style.js"]
    .map((file) => readFileSync(path.join(PACKAGE, file), "utf8"))
    .join();
  for (const { name } of declared.events) assert.ok(sources.includes(`"${name}"`), name);
  const slots = declared.slots.filter((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual(
    names(slots),
    [...sources.matchAll(/\bslot\("(\w+)"/g)].map(([, name]) => name).sort(),
    "its slots beside the story",
  );
  for (const { name } of declared.cssParts) assert.match(sources, new RegExp(`["\\s]${name}["\\s]`), name);
  assert.deepEqual(names(declared.cssProperties), [...new Set(sources.match(/--zubda-[a-z]+/g))].sort());
});

test("workerd", { timeout: 120_000 }, async () => {
  await buildWorkerd();
  const from = createRequire(path.join(EMBED, "package.json")).resolve("workerd/package.json");
  const platform = `@cloudflare/workerd-${process.platform}-${process.arch === "x64" ? "64" : process.arch}`;
  const program = createRequire(from).resolve(`${platform}/bin/workerd`);
  const config = path.join(EMBED, "workerd/config.capnp");
  const options = ["serve", config, "--socket-addr", "http=127.0.0.1:0", "--control-fd=3"];
  const child = spawn(program, options, { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  try {
    const [said] = await once(/** @type {import("node:stream").Readable} */ (child.stdio[3]), "data");
    const { port } = JSON.parse(String(said).split("\n")[0]);
    /** @param {string} body @param {string} type */
    const ask = async (body, type) => {
      const answer = await fetch(`http://127.0.0.1:${port}/`, {
        method: "POST",
        body,
        headers: { "content-type": type },
      });
      return { status: answer.status, plan: /** @type {any} */ (await answer.json()) };
    };
    const text = await ask("One.\n\n[ad_1]\n\nTwo.", "text/plain");
    assert.equal(text.plan.text, "One.\n\nTwo.");
    const html = await ask(`<html lang="en"><body><article>${story(1)}</article></body></html>`, "text/html");
    assert.equal(html.plan.edits[0].text, "[ad_2]");
    assert.equal(html.plan.summary.sentences.length, 3);
    assert.equal((await ask("", "text/plain")).plan.declined, "empty");
  } finally {
    child.kill();
  }
});
