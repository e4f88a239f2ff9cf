// @ts-check
// The same interface in Node, where the wasm is read from the disk.

import { readFile } from "node:fs/promises";

import { load as loadAnywhere } from "./index.js";

export { Page, Zubda, ZubdaError, ZubdaWorker } from "./index.js";

/**
 * @param {import("./index.js").LoadOptions} [options]
 * @returns {Promise<import("./index.js").Zubda>}
 */
export function load({ wasm } = {}) {
  return loadAnywhere({ wasm: wasm ?? readFile(new URL("zubda_bg.wasm", import.meta.url)) });
}
