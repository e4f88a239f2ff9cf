// @ts-check
// Every error of the public interface is a ZubdaError with a code that the documentation names.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { ROOT } from "./browsers.mjs";

const read = (/** @type {string} */ file) => readFile(path.join(ROOT, file), "utf8");

test("the codes of the source and of the documentation are the same", async () => {
  const source = /new Set\(\[([^\]]*)\]\)/.exec(await read("www/shell/error.js"))?.[1] ?? "";
  const docs = (await read("docs/embedding.md")).split("\n## Errors\n")[1].split("\n## ")[0];
  const codes = [...source.matchAll(/"(\w+)"/g)].map((match) => match[1]);
  const rows = docs.split("\n").flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)]);
  assert.ok(codes.length >= 7);
  assert.deepEqual(rows.map((match) => match[1]).sort(), [...codes].sort());
});

test("what is wrong in a call is told by its code", async () => {
  const pkg = path.join(ROOT, "pkg");
  const { load, ZubdaError } = await import(path.join(pkg, "index.js"));
  const zubda = await load({ wasm: readFile(path.join(pkg, "zubda_bg.wasm")) });
  /** @type {[string, () => unknown][]} */
  const calls = [
    ["load", () => load({ engine: "none" })],
    ["target", () => zubda.analyze(null)],
    ["target", () => zubda.analyze({ nodeType: 3 })],
    ["target", () => zubda.clean({ nodeType: 9, documentElement: null })],
    ["page", () => zubda.analyze({ nodeType: 9, documentElement: {} })],
    ["text", () => zubda.analyzeText(7)],
    ["text", () => zubda.analyzeText([["One."], "Two."])],
    ["options", () => zubda.analyzeText("One.", { sumary: false })],
    ["options", () => zubda.analyzeText("One.", { summary: { sentences: "many" } })],
  ];
  for (const [code, call] of calls) {
    await assert.rejects(
      async () => call(),
      (/** @type {any} */ error) => {
        assert.ok(error instanceof ZubdaError, `${code}: ${error}`);
        assert.equal(error.code, code, String(error));
        return true;
      },
    );
  }
});
