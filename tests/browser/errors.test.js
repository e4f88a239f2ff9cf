// @ts-check
// Every error of the public interface is a ZubdaError with a code that the documentation names.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { StoryQueue } from "../../www/shell/queue.js";
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

test("a story that fails does not keep the others waiting", async () => {
  /** @type {any} */
  const world = globalThis;
  /** @type {(entries: any[]) => void} */
  let measure = () => {};
  world.IntersectionObserver = class {
    constructor(/** @type {typeof measure} */ call) {
      measure = call;
    }
    observe() {}
    unobserve() {}
  };
  try {
    const queue = new StoryQueue();
    /** @type {string[]} */
    const run = [];
    const stories = ["rejects", "throws", "is well"].map((name, i) => ({
      target: /** @type {any} */ ({ name, ownerDocument: { defaultView: { innerHeight: 100 } } }),
      boundingClientRect: { width: 9, height: 9, top: 100 + i, bottom: 109 + i },
    }));
    const done = new Promise((resolve) => {
      for (const { target } of stories)
        queue.add(target, () => {
          run.push(target.name);
          if (target.name === "throws") throw new Error("thrown");
          if (target.name === "rejects") return Promise.reject(new Error("rejected"));
          return Promise.resolve(resolve(null));
        });
    });
    measure(stories);
    await done;
    assert.deepEqual(run, ["rejects", "throws", "is well"]);
  } finally {
    delete world.IntersectionObserver;
  }
});

test("a call that cannot be sent to the Worker does not keep the others waiting", async () => {
  const worker = {
    onmessage: (/** @type {any} */ _event) => {},
    postMessage(/** @type {any} */ message) {
      const { id, kind } = structuredClone(message);
      queueMicrotask(() => this.onmessage({ data: { id, value: kind } }));
    },
    terminate() {},
  };
  const { ZubdaError, load } = await import(path.join(ROOT, "pkg/index.js"));
  const zubda = await load({ engine: worker });
  const calls = [() => {}, 3, () => {}, 5].map((summary) => zubda.analyzeText("One.", { summary }));
  const [first, second, third, last] = await Promise.allSettled(calls);
  assert.deepEqual([second.value, last.value], ["analyzeText", "analyzeText"]);
  for (const { reason } of [first, third]) assert.ok(reason instanceof ZubdaError && reason.code === "options");
});
